/**
 * Every regular expression of the sources, written as a literal or built from tables, on repeats of its own pieces:
 * no time may grow faster than the text. Run-away expressions hide in alternatives that share a beginning, in blanks on
 * both sides of something optional, and in trims that start anew inside a run (`x+$`; `(?<!x)x+$` starts once).
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { createRandom } from "../scripts/generator/random.ts";

const SOURCES = join(import.meta.dirname, "../src");
const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);

interface Expression {
  place: string;
  source: string;
  flags: string;
}

/** The expressions that stand as literals in a source file. */
function literals(name: string): Expression[] {
  const found: Expression[] = [];
  const file = ts.createSourceFile(
    name,
    readFileSync(join(SOURCES, name), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({
        place: `${name}:${line}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The expressions that the sources build while they are loaded. */
async function built(): Promise<Expression[]> {
  const found: Expression[] = [];
  const Native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, [pattern, flags]: [string | RegExp, string?]) {
      const expression = new target(pattern, flags);
      const place = new Error().stack?.match(/src\/([\w/]+\.ts)/)?.[1] ?? "";
      found.push({ place, source: expression.source, flags: expression.flags });
      return expression;
    },
  });
  for (const name of files) if (name !== "commands/main.ts") await import(join(SOURCES, name));
  globalThis.RegExp = Native;
  return found;
}

/** What stands for a class of characters. */
const SAMPLES: Record<string, string> = {
  "\\s": " ",
  "\\S": "县",
  "\\d": "1",
  "\\D": "县",
  "\\w": "a",
  "\\n": "\n",
  "\\t": "\t",
  ".": "x",
};
const sampleOf = (token: string): string =>
  SAMPLES[token] ?? (token.startsWith("\\p") ? "县" : token.startsWith("\\") ? token.slice(1) : token);

/** A part of an expression in its order: a word, or the first characters of a class. */
const PIECE =
  /\(\?(?:[:=!]|<[=!])|\[\^?((?:\\p\{[^}]*\}|\\.|[^\\\]])*)\]|(\\p\{[^}]*\}|\\[sSdDwntr.()[\]{}|*+?^$\\/-]|[^\\()[\]{}|*+?^$])|\\.|\{[\d,]*\}|./gsu;

/** The pieces of which a text that an expression nearly meets is made. */
function piecesOf(source: string): string[] {
  const pieces: string[] = [];
  let word = "";
  const close = (): void => {
    if (word !== "") pieces.push(word);
    word = "";
  };
  for (const [token, members, single] of source.matchAll(PIECE)) {
    if (single !== undefined && single !== ".") word += sampleOf(single);
    else if (members !== undefined) {
      close();
      for (const [member] of [...members.matchAll(/\\p\{[^}]*\}|\\.|./gsu)].slice(0, 3))
        pieces.push(token.startsWith("[^") ? "县" : sampleOf(member));
    } else if (token === ".") {
      close();
      pieces.push("x");
    } else if (/^\{[2-9]/.test(token)) {
      const last = word === "" ? (pieces.pop() ?? "") : ([...word].at(-1) as string);
      word += last.repeat(Number.parseInt(token.slice(1), 10) - (word === "" ? 0 : 1));
    } else if (!/^[*+?{]/.test(token)) close();
  }
  close();
  return [...new Set(pieces)].slice(0, MOST_PIECES);
}

/** More pieces are words of a table, of which the first stand for all. */
const MOST_PIECES = 16;

/** Texts as beginning, repeated unit and end that an expression nearly meets. */
function* attacksOn(source: string): Generator<[start: string, unit: string, end: string]> {
  const pieces = piecesOf(source);
  if (pieces.length === 0) return;
  const random = createRandom(source.length);
  const anyOf = (most: number): string =>
    Array.from({ length: random.integer(1, most) }, () => random.pick(pieces)).join("");
  for (const [at, piece] of pieces.entries()) {
    const before = pieces.slice(0, at).join("");
    for (const start of new Set(["", pieces[0] as string, before])) yield [start, piece, "\0"];
    const next = pieces[(at + 1) % pieces.length] as string;
    yield ["", piece + next, "\0"];
    yield [before, piece + next, "\0"];
    yield [before + piece, " ", "\0"];
    yield ["", piece, `\0${piece}`];
    yield ["", piece, `\n${piece}`];
  }
  yield ["", "\n", "\0"];
  yield ["\0", pieces.join(""), "\0"];
  for (let round = 0; round < 60; round++) yield [round % 2 ? anyOf(3) : "", anyOf(4), `\0${anyOf(1)}`];
}

/** Milliseconds of processor time that an expression takes to find all it can. */
function cost(expression: RegExp, text: string): number {
  const before = process.cpuUsage();
  expression.lastIndex = 0;
  if (expression.global) text.replace(expression, "");
  else expression.test(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Repeats so few that only an exponential expression takes time, then more and more. */
const REPEATS = [12, 24, 300, 4000, 16_000];
const SLOW = 40;

/** True where four times the text takes much more than four times as long. */
function runsAway(expression: RegExp, start: string, unit: string, end: string): boolean {
  for (const count of REPEATS) {
    const text = start + unit.repeat(Math.ceil(count / unit.length)) + end;
    if (cost(expression, text) < SLOW) continue;
    // Noise passes, growth stays.
    const short = start + unit.repeat(Math.ceil(count / unit.length / 4)) + end;
    const best = (of: string): number => Math.min(...[0, 1, 2].map(() => cost(expression, of)));
    const long = best(text);
    if (long >= SLOW) return long > 8 * best(short);
  }
  return false;
}

test("every expression takes time that grows with the text and no faster", { timeout: 120_000 }, async () => {
  const all = [...files.flatMap(literals), ...(await built())];
  const expressions = new Map(all.map((one) => [`/${one.source}/${one.flags}`, one]));
  expect(expressions.size).toBeGreaterThan(400);
  const slow: string[] = [];
  for (const [text, { place, source, flags }] of expressions) {
    const expression = new RegExp(source, flags);
    for (const [start, unit, end] of attacksOn(source))
      if (runsAway(expression, start, unit, end)) {
        slow.push(`${place} ${text} on ${JSON.stringify([start, unit, end])}`);
        break;
      }
  }
  expect(slow).toEqual([]);
});
