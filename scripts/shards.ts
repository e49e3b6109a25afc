/**
 * A site built in parts, on as many machines: `npm run build -- --shard 2/4` makes `dist-2-of-4`, and where all of them
 * lie side by side `npm run build -- --join 4` makes the site of them, the same to the byte as a build of the whole.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { InputError } from "../src/commands/errors.ts";

/** What a build makes: the site, part `part` of `parts`, or the site of its parts. */
export type Task =
  | { kind: "whole" }
  | { kind: "part"; part: number; parts: number }
  | { kind: "join"; parts: number };

const USAGE = "npm run build [-- --shard <i>/<n> | --join <n>]";

/** @throws InputError for what is no task */
export function readTask(args: string[]): Task {
  const given = parsed(args);
  const { shard, join: joined } = given;
  if (shard !== undefined && joined !== undefined) throw wrong(args.join(" "));
  if (joined !== undefined) {
    if (!/^[1-9]\d*$/.test(joined)) throw wrong(`--join ${joined}`);
    return { kind: "join", parts: Number(joined) };
  }
  if (shard === undefined) return { kind: "whole" };
  const [, part = 0, parts = 0] = (/^([1-9]\d*)\/([1-9]\d*)$/.exec(shard) ?? []).map(Number);
  if (part === 0 || part > parts) throw wrong(`--shard ${shard}`);
  return { kind: "part", part, parts };
}

function parsed(args: string[]): { shard?: string | undefined; join?: string | undefined } {
  try {
    return parseArgs({ args, options: { shard: { type: "string" }, join: { type: "string" } } }).values;
  } catch {
    throw wrong(args.join(" "));
  }
}

const wrong = (given: string): InputError => new InputError(given, "看不懂这些参数", USAGE);

/** Where a part is built, beside the site. */
export const partFolder = (dist: string, part: number, parts: number): string =>
  `${dist}-${part}-of-${parts}`;

/** In a part's folder: what it was made from. */
const STAMP = ".gongbao-shard";

/** Stands for everything that a site is made from: the documents, and the programs and settings that make its pages. */
export function stampOf(root: string, content: string): string {
  const hash = createHash("sha256");
  for (const folder of [content, join(root, "site"), join(root, "src")])
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
      if (/\.\w+$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.update(readFileSync(join(root, "package-lock.json"))).digest("hex");
}

/** Notes in a part's folder what it was made from. */
export const writeStamp = (folder: string, stamp: string): void => writeFileSync(join(folder, STAMP), stamp);

/** Lays the parts into one folder. @throws InputError where one is missing, or was made from something else */
export function joinParts(dist: string, parts: number, into: string, stamp: string): void {
  const folders = Array.from({ length: parts }, (_, at) => partFolder(dist, at + 1, parts));
  for (const folder of folders) {
    if (!existsSync(join(folder, STAMP)))
      throw new InputError(folder, "这里没有这一部分", `请先运行 npm run build -- --shard <i>/${parts}`);
    if (readFileSync(join(folder, STAMP), "utf8") !== stamp)
      throw new InputError(folder, "这一部分不是用现在的内容和程序做的", "请重新做这一部分");
  }
  // The first part last: where others have the same page, as the list of data files, its page knows them all.
  for (const folder of folders.reverse()) cpSync(folder, into, { recursive: true });
  rmSync(join(into, STAMP));
}
