/** After the pages are built, Pagefind indexes the records into `pagefind/`. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import glob from "fast-glob";
import { close, createIndex } from "pagefind";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { type AnyDocument, schemas } from "../../src/document/schema.ts";
import { indexedText } from "../../src/search/normalise.ts";
import { collectRecords, type SearchRecord } from "../../src/search/records.ts";
import { contentFolder } from "../folders.ts";

export function searchIndex(): AstroIntegration {
  return {
    name: "search-index",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const records = collectRecords(collectGazette(await readDocuments()));
        await writeIndex(records, fileURLToPath(new URL("pagefind", dir)));
        logger.info(`${records.length} records`);
      },
    },
  };
}

async function readDocuments(): Promise<AnyDocument[]> {
  const files = await glob("*/**/*.json", { cwd: fileURLToPath(contentFolder), absolute: true });
  const read = files.sort().map(async (file) => {
    const data = JSON.parse(await readFile(file, "utf8")) as { type: keyof typeof schemas };
    return schemas[data.type].parse(data);
  });
  return Promise.all(read);
}

/** No language: its words are single characters already, and no stemming may touch them. */
const LANGUAGE = "zxx";

async function writeIndex(records: SearchRecord[], outputPath: string): Promise<void> {
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(errors.join("\n"));
  const added = records.map((record) => index.addCustomRecord(customRecord(record)));
  const failed = (await Promise.all(added)).flatMap((response) => response.errors);
  if (failed.length > 0) throw new Error(failed.join("\n"));
  const written = await index.writeFiles({ outputPath });
  if (written.errors.length > 0) throw new Error(written.errors.join("\n"));
  await close();
}

function customRecord(record: SearchRecord) {
  const { url, text, kind, title, place, date, year, issue, issuer, responsible, people, documentId } =
    record;
  return {
    url,
    content: indexedText(text),
    language: LANGUAGE,
    meta: { text, kind, title, place, date: date ?? "", issue, document: documentId },
    filters: {
      种类: [kind],
      年份: [year],
      期号: [issue],
      发文机关: issuer === null ? [] : [issuer],
      责任单位: responsible,
      人物: people,
    },
    sort: { date: date ?? `${year}-00-00` },
  };
}
