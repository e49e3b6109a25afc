/** Printed text as runs of Word: every character in its place, what XML cannot hold made visible. */
import type { IRunPropertiesOptions } from "docx";
import type { Run } from "./content.ts";
import { BODY_SIZE } from "./measure.ts";

/** Control characters; the first 32 have pictures in Unicode that stand for them (␀, ␁ …). */
const CONTROL = /\p{Cc}/gu;
const PICTURES = 0x2400;

/** Some of these or the half of a character above U+FFFF: most texts have none. */
const SUSPECT = /[^\t\n -~\u00a0-\ud7ff\ue000-\ufffd]/;

/**
 * Text that XML 1.0 can hold: a forbidden control character becomes its picture (`␀`), a lone surrogate or a
 * noncharacter becomes `�`. Line breaks and tabs stay.
 */
export function visible(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll(CONTROL, (control) =>
      control < " " && control !== "\n" && control !== "\t"
        ? String.fromCharCode(PICTURES + control.charCodeAt(0))
        : control,
    );
}

/** Marks that Chinese and Latin share (“ ” … —) are set as Chinese ones. */
const CHINESE = { hint: "eastAsia" };

/** The runs of a text: one a line. */
export function runs(text: string, { font, ...properties }: IRunPropertiesOptions = {}): Run[] {
  const face = typeof font === "object" ? { ...font, ...CHINESE } : CHINESE;
  if (text === "") return [];
  return visible(text)
    .split("\n")
    .map((line, at) => ({
      properties: { ...properties, font: face },
      breaks: at > 0,
      pieces: piecesOf(line),
    }));
}

function piecesOf(line: string): Run["pieces"] {
  return line.split("\t").flatMap((piece, at) => (at === 0 ? [piece] : [null, piece]));
}

/** To the next tab stop. */
export function tab(): Run {
  return { properties: {}, breaks: false, pieces: [null] };
}

/** A text with a blank of so many characters after it, which is layout and no character. */
export function gapped(text: string, count = 1, properties: IRunPropertiesOptions = {}): Run[] {
  const all = [...text];
  const gap = { ...properties, characterSpacing: count * BODY_SIZE * 10 };
  return [...runs(all.slice(0, -1).join(""), properties), ...runs(all.slice(-1).join(""), gap)];
}
