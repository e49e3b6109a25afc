/**
 * Pages of an earlier build that would be the same again are not rendered: Astro is told of the others only. What a page
 * is made from is the program, what its route hands it, and the answers to what it asked while it was rendered.
 */
import { hash } from "node:crypto";
import { copyFileSync, linkSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Cache } from "../../src/cache/cache.ts";
import type { ManifestFile } from "../../src/export/manifest.ts";
import { leaveSums } from "../finishing/sums.ts";
import type { PageRecord, Records } from "./record.ts";
import { readRecords, writeRecords } from "./record.ts";
import { type Answering, answering, type Trace } from "./traces.ts";

/** A page that a route makes: its file under the site, and what it is handed. */
export type Planned = { file: string; props: unknown };

export class Keeping {
  readonly #cache: Cache;
  readonly #earlier: string;
  readonly #site: string;
  readonly #pages = new Map<string, PageRecord>();
  readonly #props = new Map<string, string>();
  readonly #made = new Set<string>();
  /** For the manifest. */
  readonly #sums: ManifestFile[] = [];

  /** `earlier` is the folder of the site that was built before, `site` that of this one. */
  constructor(cache: Cache, earlier: string, site: string) {
    this.#cache = cache;
    this.#earlier = earlier;
    this.#site = site;
  }

  /** Takes over those pages that would be the same; gives the files of these. */
  async keepAll(pages: readonly Planned[]): Promise<Set<string>> {
    const kept = new Set<string>();
    const answers = await answering();
    if (answers === null) return kept;
    const records = readRecords(this.#cache);
    const holds = still(records, answers);
    for (const { file, props } of pages) {
      const digest = answers.digestOfProps(props);
      if (digest === null) continue;
      this.#props.set(file, digest);
      const record = records.pages.get(file);
      if (record?.props !== digest || !record.asked.every(holds) || !this.#take(file, record.bytes)) continue;
      this.#pages.set(file, record);
      kept.add(file);
    }
    return kept;
  }

  /** Notes a page that was rendered. */
  note(file: string, bytes: Uint8Array, { asked, unanswered }: Trace): void {
    const props = this.#props.get(file);
    if (props === undefined || unanswered) return;
    const digest = hashOf(bytes);
    this.#pages.set(file, { bytes: digest, props, asked: [...asked] });
    this.#sum(file, bytes, digest);
  }

  /** Leaves for the next build what is known of the pages of this one. */
  async end(): Promise<void> {
    const answers = await answering();
    if (answers === null) return;
    leaveSums(this.#site, "pages", this.#sums);
    const asked = new Set([...this.#pages.values()].flatMap((page) => page.asked));
    writeRecords(this.#cache, {
      pages: this.#pages,
      answers: new Map(Array.from(asked, (question) => [question, answers.digestOf(question)])),
    });
  }

  /** Whether the earlier site has the file with these bytes; then this one has it too. */
  #take(file: string, bytes: string): boolean {
    const [from, to] = [path.join(this.#earlier, file), path.join(this.#site, file)];
    try {
      const content = readFileSync(from);
      if (hashOf(content) !== bytes) return false;
      this.#sum(file, content, bytes);
    } catch {
      return false;
    }
    const folder = path.dirname(to);
    if (!this.#made.has(folder)) mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
    return true;
  }

  #sum(file: string, { length }: Uint8Array, digest: string): void {
    this.#sums.push({ path: file, bytes: length, sha256: Buffer.from(digest, "base64").toString("hex") });
  }
}

const hashOf = (bytes: Uint8Array): string => hash("sha256", bytes, "base64");

/** Tells whether a question is still answered as it was; each is asked once. */
function still({ answers: before }: Records, now: Answering): (question: string) => boolean {
  const known = new Map<string, boolean>();
  return (question) => {
    const told = known.get(question);
    if (told !== undefined) return told;
    const same = now.digestOf(question) === before.get(question);
    known.set(question, same);
    return same;
  };
}
