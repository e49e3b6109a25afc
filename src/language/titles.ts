/** Titles as they are compared. */
import { squeeze } from "./blanks.ts";
import { characters, holdsAny } from "./characters.ts";

const NARROW: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "《": "<",
  "〈": "<",
  "》": ">",
  "〉": ">",
  "“": '"',
  "”": '"',
  "—": "-",
  "–": "-",
  "－": "-",
};

const WIDE = characters(Object.keys(NARROW).join(""));

/** A title as titles are compared: no blanks, brackets, quotation marks and dashes of one width. */
export function comparable(title: string): string {
  const text = squeeze(title);
  return holdsAny(text, WIDE)
    ? text.replace(/[（）《〈》〉“”—–－]/g, (mark) => NARROW[mark] as string)
    : text;
}
