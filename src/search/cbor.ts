/** Writes what the engine's index is made of, in CBOR (RFC 8949): numbers, texts, arrays of a known length. */

/** Bytes that grow. */
export type Writer = { bytes: Uint8Array; length: number };

export const openWriter = (size = 1024): Writer => ({ bytes: new Uint8Array(size), length: 0 });

/** What was written so far. */
export const written = ({ bytes, length }: Writer): Uint8Array => bytes.slice(0, length);

/** Room for so many bytes more. */
function grow(writer: Writer, more: number): void {
  if (writer.length + more <= writer.bytes.length) return;
  const larger = new Uint8Array(Math.max(writer.bytes.length * 2, writer.length + more));
  larger.set(writer.bytes.subarray(0, writer.length));
  writer.bytes = larger;
}

/** Major types, RFC 8949 §3.1, where they stand in the first byte. */
const NUMBER = 0;
const NEGATIVE = 1 << 5;
const TEXT = 3 << 5;
const ARRAY = 4 << 5;

/** A major type with its number, below 2³², in as few bytes as it takes. */
function writeHead(writer: Writer, type: number, number: number): void {
  grow(writer, 5);
  const { bytes } = writer;
  let at = writer.length;
  if (number < 24) bytes[at++] = type + number;
  else if (number < 0x100) {
    bytes[at++] = type + 24;
    bytes[at++] = number;
  } else if (number < 0x10000) {
    bytes[at++] = type + 25;
    bytes[at++] = number >>> 8;
    bytes[at++] = number;
  } else {
    bytes[at++] = type + 26;
    bytes[at++] = number >>> 24;
    bytes[at++] = number >>> 16;
    bytes[at++] = number >>> 8;
    bytes[at++] = number;
  }
  writer.length = at;
}

export const writeNumber = (writer: Writer, number: number): void =>
  number < 0 ? writeHead(writer, NEGATIVE, -1 - number) : writeHead(writer, NUMBER, number);

/** The head of an array of so many items, which are to follow. */
export const writeArray = (writer: Writer, items: number): void => writeHead(writer, ARRAY, items);

export function writeText(writer: Writer, text: string): void {
  const bytes = Buffer.from(text);
  writeHead(writer, TEXT, bytes.length);
  writeBytes(writer, bytes);
}

/** Bytes that are in CBOR already. */
export function writeBytes(writer: Writer, bytes: Uint8Array): void {
  grow(writer, bytes.length);
  writer.bytes.set(bytes, writer.length);
  writer.length += bytes.length;
}

/** Reads numbers that were written one after the other. */
export function* readNumbers(bytes: Uint8Array): Generator<number> {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] as number;
    const long = first < 24 ? 0 : 1 << (first - 24);
    let number = long === 0 ? first : 0;
    for (const end = at + long; at < end; at += 1) number = number * 256 + (bytes[at] as number);
    yield number;
  }
}
