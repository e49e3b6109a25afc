/** `npm run build`: seeds → content → site, under one lock. The site is built beside `dist/` and takes its place when whole. */
import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { buildContent } from "../src/commands/build.ts";
import { readSettings } from "../src/commands/configuration.ts";
import { InputError, inputErrorOf } from "../src/commands/errors.ts";
import { takeLock } from "../src/commands/lock.ts";
import { KeyError, signatureOf } from "../src/export/signature.ts";
import { ended, folders, startAstro, startFinish } from "./children.ts";

const { root, content, dist } = folders;
const parent = dirname(dist);
const work = `.gongbao-${basename(dist)}-new`;
// One for each process: what a killed build's Astro may still write never gets into this one.
const fresh = join(parent, `${work}-${process.pid}`);
const old = join(parent, `.gongbao-${basename(dist)}-old`);

/** Puts back or clears away what a killed build left. */
function recoverSite(): void {
  if (existsSync(old) && !existsSync(dist)) renameSync(old, dist);
  const left = existsSync(parent) ? readdirSync(parent).filter((name) => name.startsWith(work)) : [];
  for (const folder of [old, ...left.map((name) => join(parent, name))])
    rmSync(folder, { recursive: true, force: true });
}

/** Tells which file is read: on a terminal in one line, with how many there are and what is left by the time so far. */
function teller(): (path: string, done: number, total: number) => void {
  const start = performance.now();
  return (path, done, total) => {
    const name = basename(path);
    const left = Math.ceil(((performance.now() - start) / 1000 / done) * (total - done));
    const told = `[${done + 1}/${total}] ${name}${done === 0 ? "" : `，约剩 ${left} 秒`}`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${told}` : `读取 ${name}\n`);
  };
}

function readContent(): void {
  const steps = buildContent(folders, teller(), readSettings(root));
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  for (const { issue, file, changed, messages } of steps)
    process.stdout.write(`${issue}  ${file}  ${changed ? "已更新" : "无变化"}  疑点 ${messages} 条\n`);
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

/** The exit code of a process, which is stopped when this one is. */
async function watched(child: ChildProcess): Promise<number> {
  const stop = (): void => {
    child.kill("SIGTERM");
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const code = await ended(child);
  process.off("SIGINT", stop).off("SIGTERM", stop);
  return code;
}

async function buildSite(): Promise<number> {
  recoverSite();
  const environment = { GONGBAO_DIST: relative(root, fresh), GONGBAO_KEY: signingKey() };
  for (const start of [() => startAstro(["build"], environment), () => startFinish(environment)]) {
    const code = await watched(start());
    if (code === 0) continue;
    rmSync(fresh, { recursive: true, force: true });
    return code;
  }
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
  return 0;
}

async function build(): Promise<number> {
  const release = takeLock(content);
  try {
    readContent();
    return await buildSite();
  } finally {
    release();
  }
}

try {
  process.exitCode = await build();
} catch (error) {
  const told = inputErrorOf(error, root);
  if (!(told instanceof InputError)) throw error;
  process.stderr.write(`${told.message}\n`);
  process.exitCode = 2;
}
