/** Scores a body: its sections, paragraphs, rosters, forms and lists against the model's. */
import type { Block as Got } from "../../../src/document/schema.ts";
import type { Block } from "../model.ts";
import { note, same, squeeze, type Tally } from "./tally.ts";

interface Heading {
  path: string;
  marker: string;
  title: string | null;
  depth: number;
  runIn: boolean;
  delimiter: string | null;
  /** Where it has no title, its sentence tells it apart. */
  opening: string;
}

interface Line {
  path: string;
  text: string;
  asked: boolean;
}

interface Flat {
  headings: Heading[];
  lines: Line[];
  rosters: unknown[];
  forms: unknown[];
  lists: unknown[];
}

/** The parts that both trees have, in reading order. */
function flatten(blocks: readonly (Block | Got)[], path = ""): Flat {
  const flat: Flat = { headings: [], lines: [], rosters: [], forms: [], lists: [] };
  for (const block of blocks) {
    switch (block.type) {
      case "section": {
        const [first] = block.children;
        const marker = squeeze(block.marker) ?? "";
        const inner = `${path}/${marker}`;
        flat.headings.push({
          path,
          marker,
          title: block.title,
          depth: block.depth,
          runIn: block.runIn,
          delimiter: block.delimiter,
          opening: first?.type === "paragraph" ? first.text.slice(0, 12) : "",
        });
        const deeper = flatten(block.children, inner);
        for (const key of ["headings", "lines", "rosters", "forms", "lists"] as const)
          (flat[key] as unknown[]).push(...deeper[key]);
        break;
      }
      case "paragraph":
        flat.lines.push({ path, text: block.text, asked: "asked" in block ? block.asked : true });
        break;
      case "roster":
        flat.rosters.push(block.groups);
        break;
      case "list":
        flat.lists.push(block.items);
        break;
      case "form":
        flat.forms.push(block.fields);
        break;
      default:
        break;
    }
  }
  return flat;
}

/** Takes the first of a list that fits, so that each is used once. */
function take<T>(list: T[], fits: (item: T) => boolean): T | undefined {
  const at = list.findIndex(fits);
  return at < 0 ? undefined : list.splice(at, 1)[0];
}

export function scoreBlocks(
  tally: Tally,
  where: string,
  expected: readonly Block[],
  got: readonly Got[],
): void {
  const wanted = flatten(expected);
  const found = flatten(got);
  scoreHeadings(tally, where, wanted.headings, found.headings);
  scoreLines(tally, where, wanted.lines, found.lines);
  for (const [index, groups] of wanted.rosters.entries())
    same(tally, "roster", where, groups, found.rosters[index]);
  for (const [index, items] of wanted.lists.entries()) same(tally, "list", where, items, found.lists[index]);
  for (const [index, fields] of wanted.forms.entries())
    same(tally, "form", where, fields, found.forms[index]);
}

function scoreHeadings(
  tally: Tally,
  where: string,
  wanted: readonly Heading[],
  found: readonly Heading[],
): void {
  const rest = [...found];
  note(tally, "section count", wanted.length === found.length, where, wanted.length, found.length);
  for (const want of wanted) {
    const place = `${where} ${want.path}/${want.marker}`;
    const have =
      take(
        rest,
        (each) =>
          each.marker === want.marker &&
          each.title === want.title &&
          (want.title !== null || each.opening === want.opening),
      ) ?? take(rest, (each) => each.marker === want.marker && each.path === want.path);
    const mark = `${want.marker}${want.title ?? `[${want.opening}…]`}`;
    note(tally, "section", have !== undefined, place, mark, undefined);
    if (have === undefined) continue;
    same(tally, "section title", place, want.title, have.title);
    same(tally, "section depth", place, want.depth, have.depth);
    same(tally, "section place", place, want.path, have.path);
    same(
      tally,
      "section run-in",
      place,
      { runIn: want.runIn, delimiter: want.delimiter },
      { runIn: have.runIn, delimiter: have.delimiter },
    );
  }
}

function scoreLines(tally: Tally, where: string, wanted: readonly Line[], found: readonly Line[]): void {
  const rest = [...found];
  for (const { text, path, asked } of wanted) {
    const have =
      take(rest, (each) => each.text === text && each.path === path) ??
      take(rest, (each) => each.text === text);
    if (!asked) continue;
    const near =
      have ??
      rest.find((each) => each.text.startsWith(text.slice(0, 8))) ??
      rest.find((each) => each.text.includes(text.slice(2, 14)));
    note(tally, "paragraph", have !== undefined, `${where} ${path}`, text, near?.text);
    if (have !== undefined) same(tally, "paragraph place", `${where} ${text.slice(0, 20)}`, path, have.path);
  }
  const extra = rest.filter(({ text }) => !wanted.some((each) => !each.asked && each.text.includes(text)));
  note(
    tally,
    "paragraph none made up",
    extra.length === 0,
    where,
    [],
    extra.slice(0, 3).map(({ text }) => text),
  );
}
