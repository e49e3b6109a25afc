/** Finds what errata speak of in a printed issue: by line in the text, by anchor in what was read of it. */
import { placeOfAnchor } from "./document/anchors.ts";
import type { CompiledIssue } from "./document/compile.ts";
import { isBlankCode } from "./language/blanks.ts";
import { type ErrataFile, type Erratum, matchesBetween, sharedEnds } from "./source/errata.ts";
import type { Edit } from "./source/overlay.ts";
import { type Problem, YamlFileError } from "./source/yamlFile.ts";
import { type Source, sourceOffsets } from "./tree/build.ts";
import { terminals } from "./tree/coverage.ts";
import type { Leaf, Root, Span } from "./tree/nodes.ts";

/** An issue as printed, for entries that name an anchor. */
export interface PrintedIssue {
  compiled: CompiledIssue;
  root: Root;
}

/** An entry with where it was found and the edit that it asks for, no longer than what differs. */
export interface LocatedErratum {
  erratum: Erratum;
  print: Span;
  edit: Edit;
}

const LIST = 3;

/** The stretches of the source where an entry's text stands, and the ends that stay as they are. */
type Match = { print: Span; edit: Span };

function matchesInLine(source: Source, line: number, { find, replace }: Erratum): Match[] {
  const { text, lineStarts } = source;
  const { before, after } = sharedEnds(find, replace);
  const from = lineStarts[line - 1] as number;
  return matchesBetween(text, find, from, lineStarts[line] ?? text.length).map((print) => ({
    print,
    edit: { start: print.start + before, end: print.end - after },
  }));
}

/** Matches in the text of leaves, healed as they are; what differs must stand in one piece of the source. */
function matchesUnder(source: Source, root: Root, stretch: Span, { find, replace }: Erratum): Match[] {
  const { before, after } = sharedEnds(find, replace);
  const found: Match[] = [];
  for (const node of terminals(root)) {
    if (node.type === "furniture" || node.value.trim() === "") continue;
    if (node.position.start.offset < stretch.start || node.position.end.offset > stretch.end) continue;
    const leaf: Leaf = node;
    for (const { start, end } of matchesBetween(leaf.value, find, 0, leaf.value.length)) {
      const offset = sourceOffsets(source, leaf);
      const print = { start: offset(start), end: 0 };
      const from = start + before;
      const to = end - after;
      const first = offset(from);
      const last = to > from ? offset(to - 1) + 1 : first;
      print.end = after > 0 ? offset(end - 1) + 1 : last;
      found.push({ print, edit: { start: first, end: last } });
    }
  }
  return found;
}

/** Characters of a stretch, blanks aside. */
const filledIn = (text: string): number => {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (!isBlankCode(text.charCodeAt(at))) count++;
  return count;
};

/** The lines of the whole text where it stands, to tell the editor where to look. */
function linesOf(source: Source, find: string): string {
  const lines = matchesBetween(source.text, find, 0, source.text.length).map(({ start }) =>
    lineAt(source, start),
  );
  const few = [...new Set(lines)].slice(0, LIST);
  return few.length === 0 ? "全文没有这几个字" : `全文里它在第 ${few.join("、")} 行`;
}

function lineAt({ lineStarts }: Source, offset: number): number {
  return lineStarts.findLastIndex((start) => start <= offset) + 1;
}

/** Where an entry applies, or what is wrong with it. */
function locate(source: Source, printed: () => PrintedIssue, erratum: Erratum): LocatedErratum | string {
  const { at, find, replace } = erratum;
  if (find === replace) return "find 和 replace 相同，没有要改的";
  let matches: Match[];
  if (typeof at === "number") {
    if (at > source.lineStarts.length) return `没有第 ${at} 行，全文只有 ${source.lineStarts.length} 行`;
    matches = matchesInLine(source, at, erratum);
  } else {
    const { compiled, root } = printed();
    const place = placeOfAnchor(compiled, at);
    if (place === null) return `这一期没有 ${at}；请写行号，或“文件#锚点”，例如 pzf-2021-56#2-1`;
    const stretch = { start: place.start.offset, end: place.end.offset };
    matches = matchesUnder(source, root, stretch, erratum);
  }
  const where = typeof at === "number" ? `第 ${at} 行` : at;
  const [match, second] = matches;
  if (match === undefined) return `${where}里找不到“${find}”；${linesOf(source, find)}`;
  if (second !== undefined) return `${where}里“${find}”不止一处；请把 find 写长一些，直到只有一处`;
  const { before, after } = sharedEnds(find, replace);
  const differing = find.slice(before, find.length - after);
  if (filledIn(source.text.slice(match.edit.start, match.edit.end)) !== filledIn(differing))
    return `“${find}”要改的字在原文里隔着换页；请把 find 写短一些`;
  const text = replace.slice(before, replace.length - after);
  return { erratum, print: match.print, edit: { ...match.edit, text } };
}

/**
 * Finds every entry in the printed text. `printed` reads the issue as printed when an entry names an anchor.
 * @throws YamlFileError naming each entry that matches nothing, matches twice, or meets another one
 */
export function locateErrata(
  { file, entries }: ErrataFile,
  source: Source,
  printed: () => PrintedIssue,
): LocatedErratum[] {
  const problems: Problem[] = [];
  const located: LocatedErratum[] = [];
  for (const erratum of entries) {
    const found = locate(source, printed, erratum);
    if (typeof found === "string") problems.push({ ...erratum.place, reason: found });
    else located.push(found);
  }
  located.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  located.forEach((one, index) => {
    const before = located[index - 1];
    const meets =
      before !== undefined &&
      (one.edit.start < before.edit.end ||
        (one.edit.start === before.edit.start && one.edit.end === before.edit.end));
    if (meets)
      problems.push({
        ...one.erratum.place,
        reason: `与第 ${before.erratum.place.line} 行的勘误改的是同一处`,
      });
  });
  if (problems.length > 0) throw new YamlFileError(file, problems);
  return located;
}
