/** One build at a time: a lock file that names the process holding it. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "./errors.ts";

const LOCK = ".gongbao.lock";
/** A lock may be let go, or taken by another, while this process looks at it. */
const TRIES = 5;

function isRunning(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

/** The process that a lock names; 0 where the lock is gone or says nothing. */
function holderOf(lock: string): number {
  try {
    return Number(readFileSync(lock, "utf8"));
  } catch {
    return 0;
  }
}

/** Takes away a lock whose process has ended; one that was taken anew meanwhile is put back. */
export function takeAway(lock: string, stale: number): void {
  const aside = `${lock}.${process.pid}.old`;
  try {
    renameSync(lock, aside);
    const holder = holderOf(aside);
    if (holder !== stale && isRunning(holder)) linkSync(aside, lock);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes(codeOf(error) ?? "")) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Takes the lock of a content folder; gives what lets it go.
 * @throws InputError where another build holds it
 */
export function takeLock(content: string): () => void {
  const lock = join(content, "..", LOCK);
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      try {
        // A link comes whole or not at all: nobody sees a lock without its process.
        linkSync(own, lock);
        return () => rmSync(lock, { force: true });
      } catch (error) {
        if (codeOf(error) !== "EEXIST") throw error;
      }
      const holder = holderOf(lock);
      if (isRunning(holder)) break;
      takeAway(lock, holder);
    }
    throw new InputError(
      content,
      ["另一个构建（进程 {0}）正在写这个文件夹", holderOf(lock)],
      ["请等它结束再试；确定没有别的构建时，删去 {0}", lock],
    );
  } finally {
    rmSync(own, { force: true });
  }
}

/** Holds the lock of a content folder while `work` runs. @throws InputError where another build holds it */
export function withLock<T>(content: string, work: () => T): T {
  const release = takeLock(content);
  try {
    return work();
  } finally {
    release();
  }
}
