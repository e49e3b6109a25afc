/** A gazette of its own for a test: seeds and content in a folder that goes away, and the command line in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { run } from "../../src/commands/main.ts";

/** What a command did. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
}

// What builds keep is for this test file alone.
const cache = mkdtempSync(join(tmpdir(), "gongbao-cache-"));
process.env["GONGBAO_CACHE"] = cache;
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** An empty folder, removed after the test. */
export function emptyFolder(): string {
  const root = mkdtempSync(join(tmpdir(), "gongbao-editor-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** Writes a file under a folder, with the folders it needs. */
export function put(root: string, path: string, text: string | Uint8Array): string {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  return target;
}

/** Runs a command at a root. */
export async function gongbao(root: string, ...argv: string[]): Promise<Outcome> {
  const told = { out: "", err: "" };
  const code = await run(argv, root, {
    out: (text) => {
      told.out += text.toString();
    },
    err: (text) => {
      told.err += text;
    },
    isTerminal: false,
  });
  return { code, ...told };
}

/** The first lines of an issue. */
export const MASTHEAD = "某县人民政府公报\n\n2021年第3期（总第15期）\n\n";

/** An issue of one notice with this letter (what stands between the addressees and the signature). */
export const noticeWith = (letter: string, after = ""): string =>
  `${MASTHEAD}某县人民政府关于做好节水工作的通知\n\n某政发〔2021〕5号\n\n各乡镇、县直各部门：\n\n${letter}\n\n某县人民政府\n2021年9月9日\n\n（此件公开发布）\n${after}`;

/** An issue with one notice; its letter starts on line 9. */
export const ISSUE = noticeWith(
  "为了做好工作，县财政局要在2020年12月31日前完成对应的的任务。\n\n一、加强领导\n\n各单位要高度重视。",
);
