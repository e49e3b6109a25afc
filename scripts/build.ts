/**
 * `npm run build`: seeds → content → site, under one lock. The site is built beside `dist/` and takes its place when whole;
 * a part of it (`shards.ts`) likewise.
 */
import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { readSettings } from "../src/commands/configuration.ts";
import { InputError, inputErrorOf } from "../src/commands/errors.ts";
import { takeLock } from "../src/commands/lock.ts";
import { KeyError, signatureOf } from "../src/export/signature.ts";
import { ended, folders, startAstro, startContent, startFinish } from "./children.ts";
import { joinParts, partFolder, readTask, stampOf, type Task, writeStamp } from "./shards.ts";
import { runScript } from "./told.ts";

const { root, content } = folders;

/** Where a site or a part of it comes to stand, and where it is built and the earlier one waits meanwhile. */
interface Places {
  dist: string;
  parent: string;
  /** How folders begin in which builds work. */
  work: string;
  fresh: string;
  old: string;
}

function placesOf(task: Task): Places {
  const dist = task.kind === "part" ? partFolder(folders.dist, task.part, task.parts) : folders.dist;
  const parent = dirname(dist);
  const work = `.gongbao-${basename(dist)}-new`;
  return {
    dist,
    parent,
    work,
    // One for each process: what a killed build's Astro may still write never gets into this one.
    fresh: join(parent, `${work}-${process.pid}`),
    old: join(parent, `.gongbao-${basename(dist)}-old`),
  };
}

/** Puts back or clears away what a killed build left. */
function recoverSite({ dist, parent, work, old }: Places): void {
  if (existsSync(old) && !existsSync(dist)) renameSync(old, dist);
  const left = existsSync(parent) ? readdirSync(parent).filter((name) => name.startsWith(`${work}-`)) : [];
  for (const folder of [old, ...left.map((name) => join(parent, name))])
    rmSync(folder, { recursive: true, force: true });
}

/** The file of the key that signs, tried before there is anything to sign; empty where there is none. */
function signingKey(): string {
  const given = process.env.GONGBAO_KEY;
  const file = given ? resolve(root, given) : (readSettings(root).key ?? "");
  if (file === "") return file;
  try {
    signatureOf(Buffer.from(""), readFileSync(file, "utf8"));
    return file;
  } catch (error) {
    if (error instanceof KeyError)
      throw new InputError(
        file,
        "这不是 Ed25519 私钥（PEM）",
        "请用 openssl genpkey -algorithm ed25519 生成",
      );
    throw inputErrorOf(error, file);
  }
}

/** The exit code of a process, which is stopped when this one is. @throws the reason of `stop` */
async function watched(child: ChildProcess, stop: AbortSignal): Promise<number> {
  const onStop = (): void => void child.kill("SIGTERM");
  stop.addEventListener("abort", onStop);
  const code = await ended(child);
  stop.removeEventListener("abort", onStop);
  stop.throwIfAborted();
  return code;
}

/** The processes that make content and site, or a part of it, in a folder; each is started once those before have ended. */
function* steps(task: Task, fresh: string): Generator<() => ChildProcess> {
  yield () => startContent();
  const environment = {
    GONGBAO_DIST: relative(root, fresh),
    GONGBAO_KEY: signingKey(),
    // Of parts none is kept.
    ...(task.kind === "whole" ? { GONGBAO_EARLIER: folders.dist } : {}),
  };
  const stamp = task.kind === "whole" ? "" : stampOf(root, content);
  if (task.kind === "join") joinParts(folders.dist, task.parts, fresh, stamp);
  else {
    const more = task.kind === "part" ? { GONGBAO_SHARD: `${task.part}/${task.parts}` } : {};
    yield () => startAstro(["build"], { ...environment, ...more });
  }
  if (task.kind === "part") writeStamp(fresh, stamp);
  else yield () => startFinish(environment);
}

async function buildSite(task: Task, stop: AbortSignal): Promise<number> {
  const places = placesOf(task);
  const { dist, fresh, old } = places;
  recoverSite(places);
  try {
    for (const start of steps(task, fresh)) {
      stop.throwIfAborted();
      const code = await watched(start(), stop);
      if (code !== 0) return code;
    }
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
  return 0;
}

async function build(task: Task, stop: AbortSignal): Promise<number> {
  const release = takeLock(content);
  try {
    return await buildSite(task, stop);
  } finally {
    release();
  }
}

await runScript((stop) => build(readTask(process.argv.slice(2)), stop));
