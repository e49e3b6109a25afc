/** A text as the parser reads it: where its lines start, and which blanks stand in them. */
import { isBlankCode } from "../language/blanks.ts";
import type { Source } from "../tree/build.ts";
import { BlanksInLine } from "../tree/nodes.ts";

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
/** Beyond it stand most characters of a Chinese text, and no blank but the byte order mark. */
const WIDE_SPACE = 0x3000;
const BYTE_ORDER_MARK = 0xfeff;

/** Reads where the lines of a text start, LF, CR LF and CR ending one, and what blanks each has after its first character. */
export function sourceOf(text: string): Source {
  const lineStarts = [0];
  const blanks: BlanksInLine[] = [];
  let inLine: BlanksInLine = BlanksInLine.none;
  let printedFrom = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > WIDE_SPACE && code !== BYTE_ORDER_MARK) continue;
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
      lineStarts.push(at + 1);
      blanks.push(inLine);
      inLine = BlanksInLine.none;
      printedFrom = at + 1;
    } else if (code !== RETURN && isBlankCode(code)) {
      if (at === printedFrom) printedFrom++;
      else if (code !== TAB) inLine = BlanksInLine.others;
      else if (inLine === BlanksInLine.none) inLine = BlanksInLine.tabs;
    }
  }
  blanks.push(inLine);
  return { text, lineStarts, blanks };
}
