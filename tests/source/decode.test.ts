/** Encodings told by content (forms: input.md, Bytes and lines). */
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { DecodeError, decode, encode } from "../../src/source/decode.ts";

const TEXT = "某县人民政府公报\r\n\r\n2021年第3期（总第15期）\r\n\r\n各乡镇、县直各部门：\r\n";

describe("decode", () => {
  test.each([
    ["utf-8", false, Buffer.from(TEXT)],
    ["utf-8", true, Buffer.from(`\ufeff${TEXT}`)],
    ["gb18030", false, iconv.encode(TEXT, "gb18030")],
    ["gb18030", false, iconv.encode(TEXT, "gbk")],
    ["utf-16le", true, iconv.encode(TEXT, "utf-16le", { addBOM: true })],
    ["utf-16be", true, iconv.encode(TEXT, "utf-16be", { addBOM: true })],
    ["utf-16le", false, iconv.encode(TEXT, "utf-16le", { addBOM: false })],
    ["utf-16be", false, iconv.encode(TEXT, "utf-16be", { addBOM: false })],
  ] as const)("%s (byte order mark: %s)", (encoding, bom, bytes) => {
    const decoded = decode(bytes);
    expect(decoded).toEqual({ text: TEXT, encoding, bom });
    expect(encode(decoded).equals(bytes)).toBe(true);
  });

  test("GB18030 of four bytes, for characters that GBK lacks", () => {
    const text = `${TEXT}𠀀㐀`;
    expect(decode(iconv.encode(text, "gb18030"))).toMatchObject({ text, encoding: "gb18030" });
  });

  test("lone surrogates survive in UTF-16", () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${TEXT}\ud800${TEXT}`, "utf16le")]);
    const decoded = decode(bytes);
    expect(decoded.text).toContain("\ud800");
    expect(encode(decoded).equals(bytes)).toBe(true);
  });

  test("a view of a larger buffer is read from its own bytes", () => {
    const larger = Buffer.concat([Buffer.from("前"), Buffer.from(TEXT), Buffer.from("后")]);
    expect(decode(new Uint8Array(larger.buffer, larger.byteOffset + 3, larger.length - 6)).text).toBe(TEXT);
  });

  test.each([
    ["nothing", Buffer.alloc(0), /空/],
    ["blanks", Buffer.from(" \n　\t"), /空/],
    ["a byte order mark alone", Buffer.from("\ufeff"), /空/],
    ["zeros", Buffer.alloc(64), /./],
    [
      "an image",
      Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\b\x06\0\0\0\\r\xa8f", "latin1"),
      /./,
    ],
    ["control characters", Buffer.from(`${"\u0001".repeat(20)}${TEXT}`), /控制字符/],
    ["bytes of no encoding", Buffer.from([0xc3, 0x28, 0xa0, 0xa1, 0xe2, 0x28, 0xa1, 0xff, 0xff]), /UTF-8/],
    ["UTF-16 cut in the middle of a character", Buffer.from([0xff, 0xfe, 0xd0, 0x67, 0xbf]), /./],
    [
      "UTF-8 with one byte broken",
      Buffer.concat([Buffer.from(TEXT), Buffer.from([0xe5, 0x28]), Buffer.from(TEXT)]),
      /./,
    ],
  ])("%s is refused in words", (_, bytes, message) => {
    expect(() => decode(bytes)).toThrow(DecodeError);
    expect(() => decode(bytes)).toThrow(message);
  });

  test("a byte that does not round-trip is named", () => {
    const bytes = Buffer.concat([iconv.encode(TEXT.repeat(20), "gb18030"), Buffer.from([0xff])]);
    try {
      decode(bytes);
      expect.fail("was read");
    } catch (error) {
      expect(error).toBeInstanceOf(DecodeError);
      expect((error as DecodeError).byte).toBe(bytes.length - 1);
      expect((error as DecodeError).message).toContain(String(bytes.length));
    }
  });
});
