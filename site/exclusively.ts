/** Work that only one process of this checkout may do at a time: Astro keeps what it builds from in one folder. */
import { mkdir, rm, stat } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

const TURN = 200;
/** No build takes as long: who held the lock has died. */
const STALE = 5 * 60_000;

/** `lock` is the path of a folder that stands while somebody works; its parent must be there. */
export async function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
  while (!(await taken(lock))) {
    const since = await stat(lock).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - since > STALE) await rm(lock, { recursive: true, force: true });
    await wait(TURN);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

function taken(lock: string): Promise<boolean> {
  return mkdir(lock).then(
    () => true,
    () => false,
  );
}
