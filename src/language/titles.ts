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

/** A title as it is compared, without the marks around titles in it. */
export const withoutMarks = (key: string): string =>
  key.includes("<") || key.includes(">") ? key.replace(/[<>]/g, "") : key;

/** A title as titles are compared: no blanks, brackets, quotation marks and dashes of one width. */
export function comparable(title: string): string {
  const text = squeeze(title);
  return holdsAny(text, WIDE)
    ? text.replace(/[（）《〈》〉“”—–－]/g, (mark) => NARROW[mark] as string)
    : text;
}
