/** A text that may go on after a page break: what is needed to tell, without reading it again at every break. */
import { characters } from "../language/characters.ts";
import type { Line, Span } from "../tree/nodes.ts";
import { sliceSpans } from "./context.ts";
import { openBrackets } from "./numbering.ts";

export const COMMAS = characters("，,");
/** What parts the items of a list. */
export const SEMICOLON = characters("；;");

export interface OpenText {
  spans: Span[];
  /** The lines healed so far. */
  parts: string[];
  /** The first and the last characters, at most {@link EDGE} of each. */
  head: string;
  tail: string;
  length: number;
  /** Brackets and quotation marks left open in the first of its parts, and in how many; {@link depthOf} counts the rest. */
  depth: number;
  counted: number;
  /** True for a line that the source marks as a heading: nothing joins it. */
  closed: boolean;
  /** True for an item of a list: it is no heading, whatever its length. */
  isItem: boolean;
  /** For a bare head among siblings that run into their text, what their heads are like. */
  cutHead: CutHead | null;
}

/** What the heads of siblings are like: how long at most, the marks that end them, whether commas stand in them. */
export interface CutHead {
  limit: number;
  ends: string;
  hasCommas: boolean;
  /** True where siblings are the parts of a list, which end in ；. */
  isList: boolean;
  /** True where half of the siblings or more are sentences. */
  amongSentences: boolean;
  /** True for an article among many that are sentences: it has no caption. */
  isArticle: boolean;
}

/** How much of either end is looked at. */
const EDGE = 500;

/** Opens a text with a line. */
export function openText(line: Line, cutHead: CutHead | null = null, isItem = false): OpenText {
  const { value, spans, heading } = line;
  return {
    spans: [...spans],
    parts: [value],
    head: value.slice(0, EDGE),
    tail: value.slice(-EDGE),
    length: value.length,
    depth: 0,
    counted: 0,
    closed: heading,
    isItem,
    cutHead,
  };
}

/** Adds the line in which the text goes on. */
export function extendText(text: OpenText, { value, spans }: Line): void {
  text.spans.push(...spans);
  text.parts.push(value);
  if (text.head.length < EDGE) text.head = (text.head + value).slice(0, EDGE);
  text.tail = (text.tail + value).slice(-EDGE);
  text.length += value.length;
}

/** Brackets and quotation marks that a text leaves open; few texts are asked, and each part is counted once. */
export function depthOf(text: OpenText): number {
  for (; text.counted < text.parts.length; text.counted++)
    text.depth += openBrackets(text.parts[text.counted] as string);
  return text.depth;
}

/** The whole text. */
export const wholeText = ({ parts }: OpenText): string =>
  parts.length === 1 ? (parts[0] as string) : parts.join("");

/** The part of a text from `from` to `to`; `value` is the whole of it. */
export function partOfText(text: OpenText, value: string, from: number, to: number): OpenText {
  const part = value.slice(from, to);
  return {
    ...text,
    spans: sliceSpans(text.spans, from, to),
    parts: [part],
    head: part.slice(0, EDGE),
    tail: part.slice(-EDGE),
    length: part.length,
    depth: 0,
    counted: 0,
  };
}
