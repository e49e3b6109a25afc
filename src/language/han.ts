/** Han characters: a look at their code, where `\p{Script=Han}` would search a list of ranges. */

const HAN = /\p{Script=Han}/u;
const ALL_HAN = /^\p{Script=Han}+$/u;

/** The marks and numerals below the ideographs that are of the script: 々 〇 〡–〩 〸–〻. */
const isHanMark = (code: number): boolean =>
  code === 0x3005 ||
  code === 0x3007 ||
  (code >= 0x3021 && code <= 0x3029) ||
  (code >= 0x3038 && code <= 0x303b);

const isRadical = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x2ef3 && code !== 0x2e9a) || (code >= 0x2f00 && code <= 0x2fd5);

const isCompatible = (code: number): boolean =>
  (code >= 0xf900 && code <= 0xfa6d) || (code >= 0xfa70 && code <= 0xfad9);

/** True where a UTF-16 unit is one of the ideographs that most of a text is made of: none of them is a mark or a blank. */
export const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** True where a UTF-16 unit is a Han character by itself. */
export function isHanCode(code: number): boolean {
  if (isIdeograph(code)) return true;
  if (code < 0x2e80 || code > 0xfad9) return false;
  return (code >= 0x3400 && code <= 0x4dbf) || isHanMark(code) || isRadical(code) || isCompatible(code);
}

/** True where a text is nothing but Han characters. */
export function isHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isHanCode(text.charCodeAt(at))) return ALL_HAN.test(text);
  return text !== "";
}

/** True where a text has a Han character. */
export function hasHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHanCode(code)) return true;
    // The rarer ones stand beyond the units.
    if (code >= 0xd800 && code <= 0xdbff) return HAN.test(text);
  }
  return false;
}
