/**
 * `npm run build`: seeds → content → site, under one lock. The site is built beside `dist/` and takes its place when whole;
 * a part of it (`shards.ts`) likewise.
 */
import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { cacheFolderOf } from "../src/cache/cache.ts";
import { readSettings } from "../src/commands/configuration.ts";
import { InputError, inputErrorOf } from "../src/commands/errors.ts";
import { takeLock } from "../src/commands/lock.ts";
import { KeyError, signatureOf } from "../src/export/signature.ts";
import { assemble, leaveSpare, takeSpare } from "./assembly.ts";
import {
  ended,
  folders,
  startAstro,
  startAstroAhead,
  startContent,
  startFinish,
  startIndex,
} from "./children.ts";
import { joinParts, partFolder, readTask, stampOf, type Task, writeStamp } from "./shards.ts";
import { runScript } from "./told.ts";

const { root, content } = folders;

/** The folders of the site before the last, see `assembly.ts`; like all that is kept, it may be deleted. */
const SPARE = join(cacheFolderOf(root), "spare");

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
  rmSync(old, { recursive: true, force: true });
  clearWork({ parent, work });
}

/** Deletes what is half made of a site, its index beside it too. */
function clearWork({ parent, work }: Pick<Places, "parent" | "work">): void {
  const left = existsSync(parent) ? readdirSync(parent).filter((name) => name.startsWith(`${work}-`)) : [];
  for (const name of left) rmSync(join(parent, name), { recursive: true, force: true });
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

/**
 * Makes content and the whole site. Astro starts and bundles, which needs no documents, while these are compiled; the index
 * is made beside the pages.
 */
async function makeWhole(environment: Record<string, string>, stop: AbortSignal): Promise<number> {
  const started: { child: ChildProcess; code: Promise<number> }[] = [];
  const run = (child: ChildProcess): (typeof started)[number] => {
    const code = watched(child, stop);
    // Who waits for it is told of a failure, and may come later.
    code.catch(() => undefined);
    started.push({ child, code });
    return { child, code };
  };
  const content = run(startContent());
  const pages = run(startAstroAhead(environment));
  const make = async (): Promise<number> => {
    const made = await content.code;
    if (made !== 0) return made;
    if (pages.child.connected) pages.child.send("word");
    for (const step of [run(startIndex(environment)), pages]) {
      const code = await step.code;
      if (code !== 0) return code;
    }
    return run(startFinish(environment)).code;
  };
  return make().finally(async () => {
    // Those that go on still where another has failed.
    for (const { child } of started) child.kill("SIGTERM");
    await Promise.allSettled(started.map(({ code }) => code));
  });
}

/** Makes content and site, or a part of it, in a folder, one after the other what needs the one before; stops where one fails. */
async function makeSite(task: Task, fresh: string, stop: AbortSignal): Promise<number> {
  const environment = { GONGBAO_DIST: relative(root, fresh), GONGBAO_KEY: signingKey() };
  if (task.kind === "whole") {
    return makeWhole({ ...environment, GONGBAO_EARLIER: folders.dist }, stop);
  }
  const code = await watched(startContent(), stop);
  if (code !== 0) return code;
  const stamp = stampOf(root, content);
  if (task.kind === "join") {
    joinParts(folders.dist, task.parts, fresh, stamp);
    const indexed = await watched(startIndex(environment), stop);
    return indexed === 0 ? watched(startFinish(environment), stop) : indexed;
  }
  const part = { ...environment, GONGBAO_SHARD: `${task.part}/${task.parts}` };
  const rendered = await watched(startAstro(["build"], part), stop);
  if (rendered === 0) writeStamp(fresh, stamp);
  return rendered;
}

async function buildSite(task: Task, stop: AbortSignal): Promise<number> {
  const places = placesOf(task);
  const { dist, fresh, old } = places;
  const kept = `${fresh}-kept`;
  recoverSite(places);
  try {
    if (task.kind === "whole") takeSpare(SPARE, kept);
    const code = await makeSite(task, fresh, stop);
    if (code !== 0) return code;
    const { site, made } = assemble(fresh, kept);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(site, dist);
    if (task.kind === "whole" && existsSync(old)) leaveSpare(old, made, SPARE);
  } finally {
    clearWork(places);
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
