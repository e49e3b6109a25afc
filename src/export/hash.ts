/** The hash by which published files are told apart. */
import { hash } from "node:crypto";

/** The SHA-256 of a file's content, in hexadecimal digits; a text is hashed as the UTF-8 it is written in. */
export const hashOf = (content: string | Uint8Array): string => hash("sha256", content);
