/** What a page weighs over the wire (gzip): itself, its style, its scripts. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Kind } from "./kinds.ts";

const KILOBYTE = 1024;
const BUDGET = { page: 60 * KILOBYTE, script: 10 * KILOBYTE, style: 15 * KILOBYTE };

export type Weight = { kind: Kind; html: number; text: number; script: number; style: number };

export async function weigh(folder: string, kind: Kind): Promise<Weight> {
  const [place = ""] = kind.path.split("?");
  const file = path.join(folder, place.endsWith("/") ? `${place}index.html` : place);
  const html = await readFile(file, "utf8");
  const addresses = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, address = ""]) => address);
  const scripts = addresses(/<script[^>]*\ssrc="([^"]+)"/g);
  const styles = addresses(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  const words = html.replace(/<(script|style|head)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, "\n");
  const total = async (files: string[]) =>
    (await Promise.all(files.map(async (name) => zipped(await readFile(path.join(folder, name)))))).reduce(
      (sum, size) => sum + size,
      0,
    );
  return {
    kind,
    html: zipped(html),
    text: zipped(words),
    script: await total(await imported(folder, scripts)),
    style: await total(styles),
  };
}

/** The scripts and what they import at once. */
async function imported(folder: string, scripts: string[]): Promise<string[]> {
  const all = new Set<string>();
  const take = async (script: string): Promise<void> => {
    if (all.has(script)) return;
    all.add(script);
    const text = await readFile(path.join(folder, script), "utf8");
    const names = [...text.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g)].map(([, name = ""]) => name);
    for (const name of names) await take(path.posix.join(path.posix.dirname(script), name));
  };
  for (const script of scripts) await take(script);
  return [...all];
}

function zipped(text: string | Buffer): number {
  return gzipSync(text).length;
}

/** What is over its budget, in words; a page may be as long as its text. */
export function overweight({ kind, html, text, script, style }: Weight): string[] {
  const whole = html + script + style;
  return [
    kind.reading && whole > BUDGET.page && text <= BUDGET.page ? `${kind.path}: ${whole} bytes` : "",
    script > BUDGET.script ? `${kind.path}: ${script} bytes of script` : "",
    style > BUDGET.style ? `${kind.path}: ${style} bytes of style` : "",
  ].filter((message) => message !== "");
}
