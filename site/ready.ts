/** What a process waits for that a build has started ahead: the build sends it word when what it works on is there. */
import process from "node:process";

// Word comes once; the pages' bundle asks by a copy of this module.
const place = globalThis as { [key: symbol]: Promise<void> | undefined };
const key = Symbol.for("gongbao.ready");

/** Resolves when word has come; at once in a process that was not started ahead. */
export function ready(): Promise<void> {
  place[key] ??= process.env.GONGBAO_AWAITS === undefined ? Promise.resolve() : word();
  return place[key];
}

function word(): Promise<void> {
  return new Promise((resolve) => {
    // Without who sends word there is nothing to wait for.
    const onEnd = (): void => process.exit(1);
    process.once("disconnect", onEnd);
    process.once("message", () => {
      process.off("disconnect", onEnd);
      resolve();
    });
  });
}
