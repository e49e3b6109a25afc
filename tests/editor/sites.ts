/** Whole sites built by `npm run build` from the same seeds, each with a content folder and a cache of its own. */
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { drawGazette } from "../../scripts/generator/compose/gazette.ts";
import { printGazette } from "../../scripts/generator/print.ts";
import { PLACES, type Place } from "../../scripts/generator/words.ts";
import { filesUnder } from "../../src/commands/output.ts";
import { listed, MANIFEST, type Manifest } from "../../src/export/manifest.ts";

const project = join(import.meta.dirname, "../..");

/** A folder of seeds, and the sites that are built from them. */
export class Sites {
  // Within the checkout, where Astro finds what its pages import.
  readonly root = mkdtempSync(join(project, "node_modules/.test-sites-"));

  constructor() {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
  }

  /** Writes a file of the seeds. */
  seed(name: string, text: string | Uint8Array): void {
    this.#write(join(this.root, "seeds", name), text);
  }

  /** Writes the small issue of a year and number. */
  issue(year: number, number: number, notices = 4): void {
    const edition = {
      place: PLACES[0] as Place,
      year,
      number,
      issues: 4,
      serial: year * 4 + number,
      notices,
    };
    const { bytes } = printGazette(drawGazette(year * 10 + number, edition));
    this.seed(`${year}-0${number}.txt`, bytes);
  }

  /** Puts words in the place of the last ones that read so; none of them stands in a head or a list of names. */
  edit(name: string, from: string, to: string): void {
    const bytes = readFileSync(join(this.root, "seeds", name));
    const at = bytes.lastIndexOf(from);
    expect(at, `${name}: ${from}`).toBeGreaterThan(0);
    const rest = bytes.subarray(at + Buffer.byteLength(from));
    this.seed(name, Buffer.concat([bytes.subarray(0, at), Buffer.from(to), rest]));
  }

  remove(name: string): void {
    rmSync(join(this.root, "seeds", name));
  }

  /** Writes the names of bodies for a site. */
  authority(name: string, yaml: string): void {
    this.#write(join(this.root, name, "content/authority/organizations.yaml"), yaml);
  }

  /** Builds a site; gives what was printed. */
  build(name: string, ...args: string[]): string {
    const place = (folder: string): string => join(this.root, name, folder);
    mkdirSync(place("content/pages"), { recursive: true });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(project, "scripts/build.ts"), ...args],
      {
        cwd: project,
        encoding: "utf8",
        env: {
          ...process.env,
          NODE_ENV: undefined,
          VITEST: undefined,
          GONGBAO_SEEDS: join(this.root, "seeds"),
          GONGBAO_CONTENT: place("content"),
          GONGBAO_PAGES: place("content/pages"),
          GONGBAO_DIST: place("dist"),
          GONGBAO_CACHE: place("cache"),
        },
      },
    );
    expect(status, stderr).toBe(0);
    return stdout;
  }

  /** Puts an end to half of a file that the cache of a site keeps under a name. */
  damage(name: string, kept: string): void {
    const folder = join(this.root, name, "cache/gongbao");
    const file = readdirSync(folder).find((file) => file.startsWith(kept)) as string;
    truncateSync(join(folder, file), 1000);
  }

  /** Expects the manifest of a site to say of each file what it is. */
  expectListed(name: string): void {
    const dist = join(this.root, name, "dist");
    const { files } = JSON.parse(readFileSync(join(dist, MANIFEST), "utf8")) as Manifest;
    const other = files.filter(
      (file) => file.sha256 !== listed(file.path, readFileSync(join(dist, file.path))).sha256,
    );
    expect(other, name).toEqual([]);
    expect(files.map((file) => file.path).sort()).toEqual(
      filesUnder(dist)
        .filter((file) => file !== MANIFEST)
        .sort(),
    );
  }

  /** Expects the bytes of one site to be those of another. */
  expectSame(made: string, clean: string): void {
    for (const part of ["content", "dist"]) {
      const [ours, theirs] = [join(this.root, made, part), join(this.root, clean, part)];
      const files = filesUnder(theirs);
      expect(filesUnder(ours)).toEqual(files);
      const unlike = files.filter(
        (file) => !readFileSync(join(ours, file)).equals(readFileSync(join(theirs, file))),
      );
      expect(unlike, made).toEqual([]);
    }
  }

  #write(file: string, text: string | Uint8Array): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
