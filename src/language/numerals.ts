/** Chinese and full-width numerals as numbers. */

const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  "○": 0,
  // What print and reading machines put for 〇, halved: Latin, Greek and Cyrillic O, the large circle, the digit.
  O: 0,
  o: 0,
  Ο: 0,
  О: 0,
  "◯": 0,
  "0": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

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

/** The number that digits of either width are. */
export const toNumber = (digits: string): number => Number(halfWidth(digits));

/** True for digits and nothing else. */
function isDecimal(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return text !== "";
}

/** `三十` → 30, `廿九` → 29, `一百零五` → 105, `二〇二一` → 2021, `12`, `１２` → 12; null where it is no numeral. */
export function readNumeral(text: string): number | null {
  const plain = halfWidth(text).replace("廿", "二十").replace("卅", "三十");
  if (isDecimal(plain)) return Number(plain);
  let total = 0;
  let digit = 0;
  let digits = "";
  let hasUnit = false;
  for (const char of plain) {
    const unit = UNITS[char];
    const value = DIGITS[char];
    if (unit !== undefined) {
      total += (digit === 0 && total % (unit * 10) === 0 ? 1 : digit) * unit;
      digit = 0;
      hasUnit = true;
    } else if (value !== undefined) {
      digit = value;
      digits += value;
    } else return null;
  }
  if (digits === "" && !hasUnit) return null;
  return hasUnit ? total + digit : Number(digits);
}
