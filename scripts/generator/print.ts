/** A gazette as its raw text: the model in a random choice of printed forms, and the bytes of it. */
import iconv from "iconv-lite";
import type { Chronicle, Gazette } from "./model.ts";
import { colophonItems, contentsItems, mastheadItems } from "./print/cover.ts";
import { type Item, line, opening, prose } from "./print/item.ts";
import { appointmentItems, noticeItems } from "./print/letter.ts";
import { type Run, setPages } from "./print/pages.ts";
import { drawStyle, type Style } from "./print/style.ts";
import { centre } from "./print/titles.ts";
import { createRandom, type Random } from "./random.ts";

export interface Print {
  text: string;
  bytes: Uint8Array;
  style: Style;
}

function chronicleItems({ heading, lines }: Chronicle, style: Style): Item[] {
  const marks = style.markdown === "hash" ? "# " : "";
  return [
    ...opening([line(marks + centre(heading, style))]),
    ...lines.map(({ text, entry }) => (entry === null ? line(text) : prose(style.indent + text, 26))),
  ];
}

function documentRuns(gazette: Gazette, style: Style, random: Random): Run[] {
  const listed = gazette.contents?.some(({ section }) => section !== null) ?? false;
  return gazette.documents.map((each): Run => {
    const items =
      each.type === "notice"
        ? noticeItems(each, style, random)
        : each.type === "appointment"
          ? appointmentItems(each, style, random)
          : chronicleItems(each, style);
    // A section's name is a running head only where the contents make it known.
    return { items, section: listed ? each.section : null, paged: true };
  });
}

/** The text of a gazette; the forms are drawn from its seed. */
export function printGazette(gazette: Gazette): Print {
  const random = createRandom(gazette.seed + 0x5eed);
  const style = drawStyle(random);
  const { masthead, contents } = gazette;
  const colophon = masthead.colophon === null ? [] : colophonItems(masthead.colophon, style, random);
  const front = [
    ...mastheadItems(masthead, style, random),
    ...(contents === null ? [] : contentsItems(contents, style, random)),
    ...(style.colophonLast ? [] : colophon),
  ];
  const runs = documentRuns(gazette, style, random);
  const back: Run[] =
    style.colophonLast && colophon.length > 0
      ? [{ items: opening(colophon), section: null, paged: false }]
      : [];
  const set = setPages(
    [{ items: front, section: null, paged: false }, ...runs, ...back],
    masthead,
    style,
    random,
  );
  const text = set.replaceAll("\n", style.lineEnd);
  return { text, bytes: encode(text, style), style };
}

function encode(text: string, { encoding }: Style): Uint8Array {
  if (encoding === "utf-8-bom") return iconv.encode(text, "utf8", { addBOM: true });
  if (encoding === "utf-16le") return iconv.encode(text, "utf16le", { addBOM: true });
  return iconv.encode(text, encoding);
}
