/** Digests of what pages are made from. */
import { hash } from "node:crypto";

/** What stands for an object in the digest of another: known beforehand, or made once when it is first needed. */
const known = new WeakMap<object, string | null>();

/** The digest of what an object was read from stands for it, and with their places for those of its parts that others hold. */
export function noteOrigin(object: object, digest: string, parts: readonly object[] = []): void {
  known.set(object, digest);
  for (const [at, part] of parts.entries()) known.set(part, `${digest} ${at}`);
}

/** Objects that many others hold: each is gone through once. */
export function noteShared(objects: Iterable<object>): void {
  for (const object of objects) if (!known.has(object)) known.set(object, null);
}

/**
 * The digest of a value of JSON, documents in it by what they were read from.
 * @throws TypeError for what has no digest: a function, a map, anything else that JSON would leave out
 */
export function digestOf(value: unknown): string {
  return hash("sha256", written(value), "base64");
}

/** As JSON with what stands for objects in it; `JSON.stringify` with a function for each part takes twice as long. */
function written(part: unknown): string {
  if (part === undefined) return "u";
  if (typeof part === "string") return JSON.stringify(part);
  if (typeof part === "number" || typeof part === "boolean" || part === null) return String(part);
  if (typeof part !== "object") throw new TypeError(`no digest of a ${typeof part}`);
  const digest = known.get(part);
  // In brackets of its own, which JSON has not.
  if (digest !== undefined) return `<${digest ?? digestOfShared(part)}>`;
  if (Array.isArray(part)) return `[${part.map(written).join()}]`;
  const kind: unknown = Object.getPrototypeOf(part);
  if (kind !== Object.prototype && kind !== null)
    throw new TypeError(`no digest of ${part.constructor.name}`);
  return writtenParts(part);
}

function writtenParts(object: object): string {
  let text = "{";
  for (const [name, part] of Object.entries(object)) text += `${JSON.stringify(name)}:${written(part)},`;
  return `${text}}`;
}

function digestOfShared(object: object): string {
  // Its parts, not itself: else it would be asked for again.
  const digest = hash("sha256", writtenParts(object), "base64");
  known.set(object, digest);
  return digest;
}
