/** Markdown left in the text: remark says which characters are marks and not text. */
import type { Nodes } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Span } from "../tree/nodes.ts";

const processor = unified().use(remarkParse);

/** What marks open with; most lines hold none of it. */
const MAY_OPEN = /[*_<!\]]/g;

/** The first place from `from` on at which a mark may open; the text's length where there is none. */
export function nextSuspect(text: string, from: number): number {
  MAY_OPEN.lastIndex = from;
  return MAY_OPEN.exec(text)?.index ?? text.length;
}

/** What can be a mark; a text without it needs no look. */
const SUSPECT =
  /\*\*|__|<https?:|<mailto:|!\[|\]\(|<\/?(?:p|br|span|div|b|strong|i|em|u|font|sup|sub|center)\b/i;
const TAG = /<\/?(?:p|br|span|div|b|strong|i|em|u|font|sup|sub|center)(?:\s[^<>]{0,200})?\/?>/gi;
/** Pairs whose other half the page break or the reading machine lost; more underscores are a blank to fill in. */
const STRAY = /\*\*+|(?<!_)__(?=\p{Script=Han})/gu;

/** Adds the ranges of `node` that are marks: all it covers but its texts. */
function collect(node: Nodes, marks: Span[], texts: Span[]): void {
  const from = node.position?.start.offset ?? 0;
  const to = node.position?.end.offset ?? 0;
  if (node.type === "strong" || node.type === "link" || node.type === "image")
    marks.push({ start: from, end: to });
  if (node.type === "text") texts.push({ start: from, end: to });
  if ("children" in node) for (const child of node.children) collect(child, marks, texts);
}

/** Ranges without the parts that `holes` cover; both in rising order, holes disjoint. */
function without(range: Span, holes: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let at = range.start;
  for (const hole of holes) {
    if (hole.end <= at || hole.start >= range.end) continue;
    if (hole.start > at) parts.push({ start: at, end: hole.start });
    at = Math.max(at, hole.end);
  }
  if (at < range.end) parts.push({ start: at, end: range.end });
  return parts;
}

/** The stretches of `text` that are left-over marks (`**`, `<p>`, the brackets of `<http://…>`), in order. */
export function findMarkup(text: string): Span[] {
  if (!SUSPECT.test(text)) return [];
  const spans: Span[] = [];
  const marks: Span[] = [];
  const texts: Span[] = [];
  if (/<https?:|<mailto:|!\[|\]\(/.test(text)) {
    collect(processor.parse(text), marks, texts);
    for (const mark of marks) spans.push(...without(mark, texts));
  }
  for (const pattern of [TAG, STRAY])
    for (const match of text.matchAll(pattern))
      spans.push({ start: match.index, end: match.index + match[0].length });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
