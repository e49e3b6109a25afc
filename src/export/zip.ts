/** ZIP files (APPNOTE 6.3.10) of entries that are compressed once and may stand in any number of files. */
import { crc32 } from "node:zlib";
import { deflateSync, strToU8 } from "fflate";

/** A file as it stands in a ZIP. */
export interface Entry {
  path: string;
  crc: number;
  /** Bytes before compression. */
  size: number;
  deflated: Uint8Array;
}

/** A step below the smallest, at half of its time: files are less than a hundredth larger. */
const LEVEL = 6;

/** Compressed by the same code everywhere: the zlib of a machine may give other bytes than that of the next. */
export function entryOf(path: string, text: string): Entry {
  const bytes = strToU8(text);
  return { path, crc: crc32(bytes), size: bytes.length, deflated: deflateSync(bytes, { level: LEVEL }) };
}

/** ZIP 2.0, deflated. */
const NEEDED = 20;
const DEFLATED = 8;
/** That a path is UTF-8. */
const UTF_8 = 0x800;
/** The first day that a ZIP can say, so that no clock is in it. */
const FIRST_DAY = 0x21;

/** The bytes of a ZIP of entries, in their order. */
export function zipOf(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, crc, size, deflated } of entries) {
    const name = Buffer.from(path);
    // What the local header and the directory have in common.
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(NEEDED, 0);
    fields.writeUInt16LE(name.length === path.length ? 0 : UTF_8, 2);
    fields.writeUInt16LE(DEFLATED, 4);
    fields.writeUInt16LE(FIRST_DAY, 8);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(deflated.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    locals.push(
      Buffer.from("PK\u0003\u0004"),
      fields,
      name,
      Buffer.from(deflated.buffer, deflated.byteOffset, deflated.length),
    );
    directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([NEEDED, 0]), fields, place, name);
    offset += 4 + fields.length + name.length + deflated.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listed, Buffer.from("PK\u0005\u0006"), end]);
}
