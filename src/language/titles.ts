/** Titles as they are compared. */
import { BLANK, squeeze } from "./blanks.ts";

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

const WIDE = new RegExp(`[${Object.keys(NARROW).join("")}]`, "g");
/** A quick look: many titles are compared as they stand. */
const NOT_COMPARABLE = new RegExp(`${BLANK.source}|${WIDE.source}`);

/** A title as it is compared, without the marks around titles in it. */
export const withoutMarks = (key: string): string =>
  key.includes("<") || key.includes(">") ? key.replace(/[<>]/g, "") : key;

/** A title as titles are compared: no blanks, brackets, quotation marks and dashes of one width. */
export function comparable(title: string): string {
  return NOT_COMPARABLE.test(title) ? squeeze(title).replace(WIDE, (mark) => NARROW[mark] as string) : title;
}
