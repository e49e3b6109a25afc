/** All of a Word file but its text: the library makes it once for all documents of which as much is said. */
import { Document, Packer } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { type Entry, entryOf } from "../zip.ts";
import { fontTable } from "./fonts.ts";
import { pagesOf } from "./page.ts";
import { styles } from "./styles.ts";
import { Writer } from "./written.ts";
import { escaped } from "./xml.ts";

/** What a file says of itself: Word shows it under 属性. */
export interface Said {
  core: Readonly<Record<"title" | "subject" | "creator" | "keywords" | "description", string>>;
  /** Where the text comes from, by name. */
  custom: Readonly<Record<string, string>>;
  /** ISO, or null where no day is known. */
  date: string | null;
}

export interface Frame {
  /** The library's document of no text, to whose page numbers and styles a text belongs. */
  document: Document;
  writer: Writer;
  /** The parts of a file around a text, the XML of its `w:body`. */
  parts: (said: Said, body: string) => Entry[];
}

/** Stands where a document's own text is to be; no other text of a frame has the character. */
const slot = (name: string): string => `\u{f0000}${name}\u{f0000}`;
const SLOT = /\u{f0000}([^\u{f0000}]+)\u{f0000}/gu;
const BODY = "<w:body>";
const BODY_END = "</w:body>";

const frames = new Map<string, Promise<Frame>>();

/** The frame of a document of which this is said. */
export function frameFor(said: Said): Promise<Frame> {
  // The library leaves out what is empty.
  const empty = Object.entries(said.core).flatMap(([name, text]) => (text === "" ? [name] : []));
  const key = JSON.stringify([empty, Object.keys(said.custom), said.date === null]);
  const frame = frames.get(key) ?? makeFrame(said);
  frames.set(key, frame);
  return frame;
}

async function makeFrame({ core, custom, date }: Said): Promise<Frame> {
  const slots = Object.entries(core).map(([name, text]) => [name, text === "" ? "" : slot(`core ${name}`)]);
  const { creator, ...others } = Object.fromEntries(slots) as Said["core"];
  const document = new Document({
    ...others,
    creator,
    lastModifiedBy: creator,
    customProperties: Object.keys(custom).map((name) => ({ name, value: slot(`custom ${name}`) })),
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [pagesOf({ landscape: false }, 0)],
  });
  const fonts = { path: "word/fontTable.xml", data: fontTable() };
  const files = Object.entries(unzipSync(await Packer.toBuffer(document, undefined, [fonts])));
  const makers = files.map(([path, bytes]) => maker(path, mended(path, strFromU8(bytes), date !== null)));
  return {
    document,
    writer: new Writer(document),
    parts: (said, body) => makers.map((make) => make(said, body)),
  };
}

/** Makes a part of a file; one that is the same in all is made here. */
function maker(path: string, text: string): (said: Said, body: string) => Entry {
  const from = text.indexOf(BODY);
  if (from >= 0) {
    const [before, after] = [text.slice(0, from), text.slice(text.lastIndexOf(BODY_END) + BODY_END.length)];
    return (_, body) => entryOf(path, before + body + after);
  }
  if (text.search(SLOT) === -1) {
    const entry = entryOf(path, text);
    return () => entry;
  }
  return (said) => entryOf(path, filled(text, said));
}

function filled(text: string, { core, custom, date }: Said): string {
  const texts = new Map([
    ...Object.entries(core).map(([name, text]) => [`core ${name}`, text] as const),
    ...Object.entries(custom).map(([name, text]) => [`custom ${name}`, text] as const),
    ["date", date ?? ""],
  ]);
  return text.replace(SLOT, (_, name: string) => escaped(texts.get(name) ?? ""));
}

/** What the library has no option for. */
function mended(path: string, text: string, dated: boolean): string {
  if (path === "docProps/core.xml") return withDate(text, dated);
  return path === "word/styles.xml" ? offGrid(text) : text;
}

/** The document's own day where the library notes the time of the build. */
function withDate(text: string, dated: boolean): string {
  return text.replaceAll(/(<dcterms:(?:created|modified)[^<>]*>)[^<]*(<[^<>]*>)/g, (_, open, close) =>
    dated ? `${open}${slot("date")}T00:00:00Z${close}` : "",
  );
}

/**
 * Paragraphs are not laid on the grid but have its measures of themselves: LibreOffice gives a character that is
 * wider than the grid's two places.
 */
function offGrid(text: string): string {
  const from = "<w:pPrDefault><w:pPr>";
  return text.replace(from, `${from}<w:snapToGrid w:val="0"/>`);
}
