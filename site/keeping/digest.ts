/** Digests of what pages are made from. */
import { hash } from "node:crypto";

/** What stands for an object in the digest of another: known beforehand, or made once when it is first needed. */
const known = new WeakMap<object, string | null>();

/** What an object was read from stands for it, and with their places for those of its parts that others hold. */
export function noteOrigin(object: object, text: string, parts: readonly object[] = []): void {
  const digest = hash("sha256", text, "base64");
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

function written(value: unknown): string {
  let isRoot = true;
  return JSON.stringify([value], (_key, part: unknown) => {
    if (!isRoot) return standIn(part);
    // The list around the value, which lets the value itself have something that stands for it.
    isRoot = false;
    return part;
  });
}

/** Strings begin with a letter that tells what they are, so that none stands for something else. */
function standIn(part: unknown): unknown {
  if (part === undefined) return "u";
  if (typeof part === "string") return `s${part}`;
  if (typeof part !== "object" || part === null) {
    if (typeof part === "number" || typeof part === "boolean" || part === null) return part;
    throw new TypeError(`no digest of a ${typeof part}`);
  }
  const digest = known.get(part);
  if (digest !== undefined) return `d${digest ?? digestOfShared(part)}`;
  const kind: unknown = Object.getPrototypeOf(part);
  if (Array.isArray(part) || kind === Object.prototype || kind === null) return part;
  throw new TypeError(`no digest of ${part.constructor.name}`);
}

function digestOfShared(object: object): string {
  // Its parts, not itself: else it would be asked for again.
  const digest = digestOf({ ...object });
  known.set(object, digest);
  return digest;
}
