/** Files of the search that stand in the earlier site as they would be written: they are taken over from it. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Cache, fileOf, readKept, replaceKept } from "../../src/cache/cache.ts";
import { type Look, lookOf } from "../../src/cache/sums.ts";
import { listed, type ManifestFile } from "../../src/export/manifest.ts";
import type { Earlier } from "../folders.ts";
import { takeOver } from "../keeping/looks.ts";

/** By path under the site: a file as the last build left it. */
type Left = Map<string, ManifestFile & { look: Look | null }>;

const NAME = "standing";

/** What stands for this module, which says what is kept. */
const program = readFileSync(import.meta.filename, "utf8");

/** Puts files into a site, or has them stand where those are kept that stay. */
export class Standing {
  readonly #cache: Cache;
  readonly #site: string;
  readonly #earlier: Earlier | null;
  readonly #before: Left;
  readonly #now: Left = new Map();

  constructor(cache: Cache, site: string, earlier: Earlier | null) {
    this.#cache = cache;
    this.#site = site;
    this.#earlier = earlier;
    this.#before = earlier === null ? new Map() : (readKept<Left>(cache, this.#place)?.value ?? new Map());
  }

  get #place(): string {
    return fileOf(this.#cache, NAME, [program]);
  }

  /** Has a file stand at a path under the site; its folder is there. */
  put(file: string, content: Uint8Array): void {
    const made = listed(file, content);
    const look = this.#take(made);
    const place = path.join(this.#site, file);
    if (look === null) writeFileSync(place, content);
    this.#now.set(file, { ...made, look: look ?? lookOf(place) });
  }

  /** How it looks once it is taken over; null where the earlier site has it not. */
  #take({ path: file, sha256 }: ManifestFile): Look | null {
    const left = this.#before.get(file);
    if (this.#earlier === null || left?.sha256 !== sha256) return null;
    return takeOver(this.#earlier, file, left);
  }

  /** Leaves for the next build what is known of the files of this one; gives them. */
  end(): ManifestFile[] {
    replaceKept(this.#cache, NAME, this.#place, this.#now);
    return Array.from(this.#now.values(), ({ look: _, ...file }) => file);
  }
}
