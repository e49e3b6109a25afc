/** A text as the parser reads it: where its lines start, and where its blanks stand. */
import { isBlankCode } from "../language/blanks.ts";
import type { Source } from "../tree/build.ts";

const LINE_FEED = 10;
const RETURN = 13;
/** Beyond it stand most characters of a Chinese text, and no blank but the byte order mark. */
const WIDE_SPACE = 0x3000;
const BYTE_ORDER_MARK = 0xfeff;

/** Reads where the lines of a text start, LF, CR LF and CR ending one, and where its blanks stand. */
export function sourceOf(text: string): Source {
  const lineStarts = [0];
  let blanks = new Uint32Array(64);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code > WIDE_SPACE && code !== BYTE_ORDER_MARK) || !isBlankCode(code)) continue;
    if (count === blanks.length) {
      const more = new Uint32Array(2 * count);
      more.set(blanks);
      blanks = more;
    }
    blanks[count++] = at;
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED))
      lineStarts.push(at + 1);
  }
  return { text, lineStarts, blanks: { sorted: blanks.subarray(0, count), near: 0 }, cues: new Map() };
}
