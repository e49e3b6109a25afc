/** What all pages share is made once for a build; while developing it is made anew, since what it is made of changes. */
export function onceForABuild<T>(make: () => Promise<T>): () => Promise<T> {
  let making: Promise<T> | undefined;
  return () => {
    if (import.meta.env.DEV) return make();
    making ??= make();
    return making;
  };
}
