/** Long work in slices: between them keys are heard and the screen is drawn. */

/** Milliseconds of work that no reader notices. */
const SLICE = 12;

/** Milliseconds after which a screen that is not drawn, as that of a hidden page, is not waited for. */
const LONG = 100;

/** Returns what is called between pieces of work: it waits for the screen where they have taken longer than a slice. */
export function startSlices(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE) return;
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, LONG);
    });
    began = performance.now();
  };
}
