/** The measures of GB/T 9704-2012 in Word's units, and how wide a text is set. */

/** Twips (1/20 pt) of a length in millimetres. */
export function millimetres(length: number): number {
  return Math.round((length / 25.4) * 1440);
}

/** 三号: the body's size, and so the pitch of the grid; sizes in Word are half-points. */
export const BODY_SIZE = 32;

/** The type area (版心), 156 × 225 mm: 22 lines of 28 characters. */
export const TYPE_WIDTH = millimetres(156);
export const TYPE_HEIGHT = millimetres(225);
export const LINE = Math.floor(TYPE_HEIGHT / 22);
/** The width of one character (字) of the body. */
export const CHARACTER = TYPE_WIDTH / 28;

/** What a line of 28 characters of that size is too long by, taken from each of them, in twips. */
export const SQUEEZE = Math.floor(CHARACTER - BODY_SIZE * 10);

/** Twips of so many characters of the body. */
export function characters(count: number): number {
  return Math.round(count * CHARACTER);
}

/**
 * How wide a text is set, in characters: `2021年` is 3. Letters, digits and marks of the Latin alphabets take half the width of a
 * Chinese character.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    width += code >= 0x20 && code <= 0x2ff ? 0.5 : 1;
    if (code > 0xffff) at++;
  }
  return width;
}

export function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, number = 0) => total + number, 0);
}

/** The highest of any number of figures, 0 where there are none. */
export function highest(numbers: readonly number[]): number {
  return numbers.reduce((top, number) => Math.max(top, number), 0);
}
