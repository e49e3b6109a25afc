/** Titles as they are compared. */
import { squeeze } from "./blanks.ts";
import { valueFor, valuesOf } from "./characters.ts";

/** The units of the marks that stand for others where titles are compared. */
const NARROW = valuesOf(
  [
    ["（", "("],
    ["）", ")"],
    ["《〈", "<"],
    ["》〉", ">"],
    ["“”", '"'],
    ["—–－", "-"],
  ].map(([wide, narrow]) => [wide as string, (narrow as string).charCodeAt(0)]),
);

/** A title as it is compared, without the marks around titles in it. */
export const withoutMarks = (key: string): string =>
  key.includes("<") || key.includes(">") ? key.replace(/[<>]/g, "") : key;

/** A title as titles are compared: no blanks, brackets, quotation marks and dashes of one width. */
export function comparable(title: string): string {
  const bare = squeeze(title);
  let text = "";
  let from = 0;
  for (let at = 0; at < bare.length; at++) {
    const narrow = valueFor(NARROW, bare.charCodeAt(at));
    if (narrow === 0) continue;
    text += bare.slice(from, at) + String.fromCharCode(narrow);
    from = at + 1;
  }
  return from === 0 ? bare : text + bare.slice(from);
}
