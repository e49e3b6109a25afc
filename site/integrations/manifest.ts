/** After all else is built: the manifest of every file, and its signature where the editor has a key. */
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import glob from "fast-glob";
import { type IssueDocument, schemas } from "../../src/document/schema.ts";
import { hashOf } from "../../src/export/hash.ts";
import {
  listed,
  MANIFEST,
  type ManifestSource,
  manifestText,
  PUBLIC_KEY,
  SIGNATURE,
  UNLISTED,
} from "../../src/export/manifest.ts";
import { publicKeyOf, signatureOf } from "../../src/export/signature.ts";
import { contentFolder, sourcePath } from "../folders.ts";

export function manifest(): AstroIntegration {
  return {
    name: "manifest",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const key = await privateKey();
        if (key !== null) await writeFile(new URL(PUBLIC_KEY, dir), publicKeyOf(key));
        const paths = await glob("**", { cwd: fileURLToPath(dir), dot: true, ignore: [...UNLISTED] });
        // One after the other: a system has only so many files open at a time.
        const files = paths.map((path) =>
          listed(path, readFileSync(new URL(path.split("/").map(encodeURIComponent).join("/"), dir))),
        );
        const text = Buffer.from(manifestText(files, await sources()));
        await writeFile(new URL(MANIFEST, dir), text);
        if (key !== null) await writeFile(new URL(SIGNATURE, dir), signatureOf(text, key));
        logger.info(`${files.length} files${key === null ? "" : ", signed"}`);
      },
    },
  };
}

/** The editor's private key, which never gets into the site. */
async function privateKey(): Promise<string | null> {
  const file = process.env.GONGBAO_KEY;
  return file === undefined || file === "" ? null : readFile(file, "utf8");
}

/** The source texts of all issues. @throws where one is no longer what its issue was read from */
async function sources(): Promise<ManifestSource[]> {
  const files = await glob("*/issue.json", { cwd: fileURLToPath(contentFolder), absolute: true });
  return files.map((file) => sourceOf(schemas.issue.parse(JSON.parse(readFileSync(file, "utf8")))));
}

function sourceOf({ id, source }: IssueDocument): ManifestSource {
  const path = sourcePath(source.file);
  const bytes = path === null ? null : readFileSync(path);
  if (bytes !== null && hashOf(bytes) !== source.sha256)
    throw new Error(`${source.file}: 与 content/${id}/issue.json 所记的原文不同；请重新运行 npm run build`);
  return { issue: id, file: source.file, bytes: bytes?.length ?? null, sha256: source.sha256 };
}
