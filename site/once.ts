/** What all pages share is made once for a build; while developing it is made anew, since what it is made of changes. */
import { developing } from "./developing.ts";

export function onceForABuild<T>(make: () => Promise<T> | T): () => Promise<T> {
  let making: Promise<T> | undefined;
  return async () => {
    if (developing) return make();
    making ??= Promise.resolve(make());
    return making;
  };
}
