/** Chinese and full-width numerals as numbers. */
import { valueFor, valuesOf } from "./characters.ts";

/** One more than what a character is as a digit: 0 is for those that are none. */
const DIGITS = valuesOf([
  // What print and reading machines put for 〇, halved: Latin, Greek and Cyrillic O, the large circle, the digit.
  ["〇零○OoΟО◯0", 1],
  ["一", 2],
  ["二两", 3],
  ["三", 4],
  ["四", 5],
  ["五", 6],
  ["六", 7],
  ["七", 8],
  ["八", 9],
  ["九", 10],
]);
/** The zeros of what a unit is: 十, 百, 千. */
const ZEROS = valuesOf([
  ["十", 1],
  ["百", 2],
  ["千", 3],
]);

/** The characters a Chinese numeral is written with, for use inside a character class. */
export const CHINESE_NUMERAL = "〇零○一二两三四五六七八九十百千廿卅";

function hasFullWidth(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xff10 && code <= 0xff5a) return true;
  }
  return false;
}

/** Full-width digits and letters as their ASCII kin; other characters as they are, so that offsets hold. */
export function halfWidth(text: string): string {
  return hasFullWidth(text)
    ? text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (c) =>
        String.fromCharCode(c.charCodeAt(0) - 0xfee0),
      )
    : text;
}

/** A number of more digits is to be rounded: `Number` knows how. */
const MOST_DIGITS = 15;

/** The number that digits of either width are, and nothing else; -1 for any other text. */
function decimalOf(text: string): number {
  if (text === "") return -1;
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code >= 0xff10 ? code - 0xff10 : code - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return text.length > MOST_DIGITS ? Number(halfWidth(text)) : number;
}

/** The number that digits of either width are. */
export function toNumber(digits: string): number {
  const number = decimalOf(digits);
  return number < 0 ? Number(halfWidth(digits)) : number;
}

/** `三十` → 30, `廿九` → 29, `一百零五` → 105, `二〇二一` → 2021, `12`, `１２` → 12; null where it is no numeral. */
export function readNumeral(text: string): number | null {
  const number = decimalOf(text);
  if (number >= 0) return number;
  const plain = halfWidth(text).replace("廿", "二十").replace("卅", "三十");
  let total = 0;
  let digit = 0;
  let digits = "";
  let hasUnit = false;
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    const zeros = valueFor(ZEROS, code);
    const value = valueFor(DIGITS, code);
    if (zeros > 0) {
      const unit = 10 ** zeros;
      total += (digit === 0 && total % (unit * 10) === 0 ? 1 : digit) * unit;
      digit = 0;
      hasUnit = true;
    } else if (value > 0) {
      digit = value - 1;
      digits += digit;
    } else return null;
  }
  if (digits === "" && !hasUnit) return null;
  return hasUnit ? total + digit : Number(digits);
}
