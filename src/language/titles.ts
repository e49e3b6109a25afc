/** Titles as they are compared. */
import { squeeze } from "./blanks.ts";

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

const WIDE = /[（）《〈》〉“”—–－]/g;

/** A title as it is compared, without the marks around titles in it. */
export const withoutMarks = (key: string): string =>
  key.includes("<") || key.includes(">") ? key.replace(/[<>]/g, "") : key;

/** A title as titles are compared: no blanks, brackets, quotation marks and dashes of one width. */
export function comparable(title: string): string {
  const text = squeeze(title);
  return text.replace(WIDE, (mark) => NARROW[mark] as string);
}
