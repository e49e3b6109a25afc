/**
 * Pages of an earlier build that would be the same again are not rendered: Astro is told of the others only. What a page
 * is made from is the program, what its route hands it, and the answers to what it asked while it was rendered.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Cache } from "../../src/cache/cache.ts";
import { type Look, lookOf } from "../../src/cache/sums.ts";
import { hashOf } from "../../src/export/hash.ts";
import type { ManifestFile } from "../../src/export/manifest.ts";
import { leaveSums } from "../finishing/sums.ts";
import type { Earlier } from "../folders.ts";
import type { Links } from "./linking.ts";
import { stillLook } from "./looks.ts";
import { type PageRecord, type Records, readRecords, writeRecords } from "./record.ts";
import { type Answering, answering, laterDigest, type Trace } from "./traces.ts";

/** A page that a route makes: its file under the site, and what it is handed. */
export type Planned = { file: string; props: unknown };

export class Keeping {
  readonly #cache: Cache;
  readonly #earlier: Earlier;
  readonly #site: string;
  readonly #pages = new Map<string, PageRecord>();
  readonly #props = new Map<string, string>();
  /** Pages that may be taken over once it is known what the rest of their questions is answered with. */
  readonly #waiting = new Map<string, PageRecord>();
  /** The pages that are taken over come to stand in the site meanwhile. */
  #linking = Promise.resolve();
  /** What questions were answered with in the earlier build. */
  #before: Records["answers"] = new Map();

  /** `site` is the folder in which this one is made. */
  constructor(cache: Cache, earlier: Earlier, site: string) {
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
    this.#before = records.answers;
    for (const { file, props } of pages) {
      const digest = answers.digestOfProps(props);
      if (digest === null) continue;
      this.#props.set(file, digest);
      const record = records.pages.get(file);
      if (record?.props !== digest || !record.asked.every(holds)) continue;
      if (record.asked.some((question) => laterDigest(question) !== null)) this.#waiting.set(file, record);
      else {
        const look = stillLook(path.join(this.#earlier.site, file), record);
        if (look === null) continue;
        this.#pages.set(file, { ...record, look });
        kept.add(file);
      }
    }
    this.#linking = this.#link([...kept]);
    // Who waits for it is told of a failure, and comes later.
    this.#linking.catch(() => undefined);
    return kept;
  }

  /** The bytes of a page that had to wait for answers and would be the same; null where it is to be rendered. */
  async bytesOf(file: string): Promise<Buffer<ArrayBuffer> | null> {
    const record = this.#waiting.get(file);
    if (record === undefined) return null;
    for (const question of record.asked) {
      const later = laterDigest(question);
      if (later !== null && (await later()) !== this.#before.get(question)) return null;
    }
    const from = path.join(this.#earlier.site, file);
    if (stillLook(from, record) === null) return null;
    this.#pages.set(file, { ...record, look: null });
    return readFileSync(from);
  }

  /** Notes a page that was rendered. */
  note(file: string, bytes: Uint8Array, { asked, unanswered }: Trace): void {
    const props = this.#props.get(file);
    if (props === undefined || unanswered) return;
    this.#pages.set(file, { sha256: hashOf(bytes), look: null, props, asked: [...asked] });
  }

  /** Leaves for the next build what is known of the pages of this one. */
  async end(): Promise<void> {
    await this.#linking;
    const answers = await answering();
    if (answers === null) return;
    for (const [file, page] of this.#pages) page.look ??= lookOf(path.join(this.#site, file));
    leaveSums(this.#site, "pages", [...this.#pages].flatMap(sumOf));
    const asked = new Set([...this.#pages.values()].flatMap((page) => page.asked));
    const digests = new Map<string, string>();
    for (const question of asked)
      digests.set(question, (await laterDigest(question)?.()) ?? answers.digestOf(question));
    writeRecords(this.#cache, { pages: this.#pages, answers: digests });
  }

  /** Has files of the earlier site stand where they are kept. */
  #link(kept: readonly string[]): Promise<void> {
    if (kept.length === 0) return Promise.resolve();
    const files = kept.map((file): Links["files"][number] => [file, this.#pages.get(file)?.look as Look]);
    const workerData: Links = { earlier: this.#earlier, files };
    return new Promise((resolve, reject) => {
      // From its source, as Node runs it.
      const worker = new Worker(new URL("linking.ts", import.meta.url), { workerData });
      worker.on("error", reject).on("message", (looks: (Look | null)[]) => {
        for (const [at, file] of kept.entries()) {
          const page = this.#pages.get(file);
          if (page !== undefined) page.look = looks[at] ?? null;
        }
        resolve();
      });
    });
  }
}

/** What the manifest says of a page. */
const sumOf = ([file, { sha256, look }]: [string, PageRecord]): ManifestFile[] =>
  look === null ? [] : [{ path: file, bytes: look[1], sha256 }];

/** Tells whether a question is still answered as it was, as far as that is known; each is asked once. */
function still({ answers: before }: Records, now: Answering): (question: string) => boolean {
  const known = new Map<string, boolean>();
  return (question) => {
    const told = known.get(question);
    if (told !== undefined) return told;
    const same = laterDigest(question) !== null || now.digestOf(question) === before.get(question);
    known.set(question, same);
    return same;
  };
}
