/** `gongbao unparse <file>`: the source as the tree writes it back, in its own encoding. */
import { readFileSync } from "node:fs";
import { writeBack } from "../pipeline.ts";
import { encode } from "../source/decode.ts";
import { inputErrorOf } from "./errors.ts";

/** The bytes that the tree of a file writes back. */
export function unparseCommand(file: string): Buffer {
  try {
    const { text, decoded } = writeBack(readFileSync(file), file);
    return encode({ ...decoded, text });
  } catch (error) {
    throw inputErrorOf(error, file);
  }
}
