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

/** A title as titles are compared: no blanks, brackets, quotation marks and dashes of one width. */
export function comparable(title: string): string {
  return squeeze(title).replace(/[（）《〈》〉“”—–－]/g, (mark) => NARROW[mark] as string);
}
