/** Bytes of a seed to text: the encoding is told by content, never by the file's name. */
import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";

export type EncodingName = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** Text as decoded, without its byte order mark, and what it takes to write the same bytes again. */
export interface Decoded {
  text: string;
  encoding: EncodingName;
  bom: boolean;
}

/** Why bytes could not be read, in words for whoever put the file there. */
export class DecodeError extends Error {
  override name = "DecodeError";
  /** Offset of the byte that could not be read, where one is to blame. */
  readonly byte: number | null;
  constructor(message: string, byte: number | null = null) {
    super(message);
    this.byte = byte;
  }
}

const SAMPLE = 1 << 16;
/** Characters that a Chinese gazette is made of. */
const EXPECTED = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2010-\u203b\u0020-\u007e\t\r\n]/gu;

/** The share of characters, 0 to 1, that a Chinese text would have. */
function likeness(text: string): number {
  const sample = text.slice(0, SAMPLE);
  return sample.length === 0 ? 0 : (sample.match(EXPECTED)?.join("").length ?? 0) / sample.length;
}

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((b, i) => bytes[i] === b);

const REPLACEMENT = 0xfffd;
/** Tab, line feed, vertical tab, form feed, return, escape: what old text files hold. */
const LAYOUT = new Set([9, 10, 11, 12, 13, 27]);

/** A character that no text file should have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ODD = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/;

/** Replacement marks and control characters other than line ends and tabs tell a binary file. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (!ODD.test(sample)) return false;
  let odd = 0;
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (code === REPLACEMENT || (code < 32 && !LAYOUT.has(code))) odd++;
  }
  return odd / sample.length > 0.01;
}

/** Faster by a third than `toString` of a buffer. */
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Decodes a seed.
 * @throws DecodeError where the file is empty, binary, or of no encoding that can be told.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new DecodeError("文件是空的");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) && bytes.length % 2 === 1)
    throw new DecodeError("UTF-16 文件在一个字的中间断了；请重新保存", bytes.length - 1);
  if (startsWith(bytes, 0xff, 0xfe))
    return finish(iconv.decode(buffer.subarray(2), "utf-16le", { stripBOM: false }), "utf-16le", true);
  if (startsWith(bytes, 0xfe, 0xff))
    return finish(iconv.decode(buffer.subarray(2), "utf-16be", { stripBOM: false }), "utf-16be", true);
  if (isUtf8(bytes)) {
    const bom = startsWith(bytes, 0xef, 0xbb, 0xbf);
    const text = UTF8.decode(bom ? buffer.subarray(3) : buffer);
    if (!text.includes("\u0000")) return finish(text, "utf-8", bom);
  }
  const candidates = (["gb18030", "utf-16le", "utf-16be"] as const)
    .filter((encoding) => encoding === "gb18030" || bytes.length % 2 === 0)
    .map((encoding) => {
      const text = iconv.decode(buffer, encoding, { stripBOM: false });
      return { encoding, text, score: likeness(text) };
    })
    .sort((a, b) => b.score - a.score);
  const best = candidates[0] as (typeof candidates)[number];
  if (best.score < 0.9) throw new DecodeError("看不出文件的编码，或不是文本文件；请存成 UTF-8 再试");
  const again = iconv.encode(best.text, best.encoding, { addBOM: false });
  if (!again.equals(buffer)) {
    const byte = again.findIndex((value, index) => value !== buffer[index]);
    throw new DecodeError(`按 ${best.encoding} 读到第 ${byte + 1} 个字节时出错；请存成 UTF-8 再试`, byte);
  }
  return finish(best.text, best.encoding, false);
}

function finish(text: string, encoding: EncodingName, bom: boolean): Decoded {
  if (looksBinary(text)) throw new DecodeError("不是文本文件（含有控制字符）");
  if (text.trim() === "") throw new DecodeError("文件是空的");
  return { text, encoding, bom };
}

/** The bytes that {@link decode} read. */
export function encode({ text, encoding, bom }: Decoded): Buffer {
  const mark = {
    "utf-8": [0xef, 0xbb, 0xbf],
    "utf-16le": [0xff, 0xfe],
    "utf-16be": [0xfe, 0xff],
    gb18030: [],
  };
  return Buffer.concat([
    Buffer.from(bom ? mark[encoding] : []),
    iconv.encode(text, encoding, { addBOM: false }),
  ]);
}
