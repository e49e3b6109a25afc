/** The hash by which published files are told apart. */
import { createHash } from "node:crypto";

/** The SHA-256 of a file's content, in hexadecimal digits; a text is hashed as the UTF-8 it is written in. */
export const hashOf = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");
