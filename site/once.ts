/** What all pages share is made once for a build; while developing it is made anew, since what it is made of changes. */
import { developing } from "./developing.ts";
import { noteUnanswered, untraced } from "./keeping/traces.ts";

/** A page that asks for it while it is rendered is rendered each time: nobody notes what it takes of it. */
export function onceForABuild<T>(make: () => Promise<T> | T): () => Promise<T> {
  let making: Promise<T> | undefined;
  return async () => {
    noteUnanswered();
    if (developing) return untraced(make);
    making ??= Promise.resolve(untraced(make));
    return making;
  };
}
