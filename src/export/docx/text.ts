/** Printed text as runs of Word: every character in its place, what XML cannot hold made visible. */
import { type IRunPropertiesOptions, Tab, TextRun } from "docx";
import { BODY_SIZE } from "./measure.ts";

/** Control characters; the first 32 have pictures in Unicode that stand for them (␀, ␁ …). */
const CONTROL = /\p{Cc}/gu;
const PICTURES = 0x2400;

/**
 * Text that XML 1.0 can hold: a forbidden control character becomes its picture (`␀`), a lone surrogate or a
 * noncharacter becomes `�`. Line breaks and tabs stay.
 */
export function visible(text: string): string {
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
export function runs(text: string, { font, ...properties }: IRunPropertiesOptions = {}): TextRun[] {
  const face = typeof font === "object" ? { ...font, ...CHINESE } : CHINESE;
  if (text === "") return [];
  return visible(text)
    .split("\n")
    .map(
      (line, at) =>
        new TextRun({ ...properties, font: face, break: at === 0 ? 0 : 1, children: piecesOf(line) }),
    );
}

function piecesOf(line: string): (string | Tab)[] {
  return line.split("\t").flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece]));
}

/** To the next tab stop. */
export function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

/** A text with a blank of so many characters after it, which is layout and no character. */
export function gapped(text: string, count = 1, properties: IRunPropertiesOptions = {}): TextRun[] {
  const all = [...text];
  const gap = { ...properties, characterSpacing: count * BODY_SIZE * 10 };
  return [...runs(all.slice(0, -1).join(""), properties), ...runs(all.slice(-1).join(""), gap)];
}
