/** Identities of pages (RFC 9562, version 5): the same before the site has an address, with it, and after it moves. */
import { createHash } from "node:crypto";

/** The name space of all gazettes' pages, drawn once. */
const NAMESPACE = Buffer.from("6f0d5c1be4b14b0c9a6a7d0f3f1e2c58", "hex");

/** The identity of a path (`/2021-03/pzf-2021-56/`) in the gazette of this name: `urn:uuid:…`. */
export function identityOf(gazette: string, path: string): string {
  const hash = createHash("sha1").update(NAMESPACE).update(`${gazette}${path}`).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const digits = hash.toString("hex").slice(0, 32);
  return `urn:uuid:${[
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => digits.slice(from, to))
    .join("-")}`;
}
