/** What somebody else's program does with the package; compiled and run against the packed one. */
import { readFileSync } from "node:fs";
import {
  type AnyDocument,
  contextOf,
  DecodeError,
  type Format,
  formats,
  MastheadError,
  parseGazette,
  type ReportDocument,
  schemas,
  type Task,
} from "gongbao";

const [source = ""] = process.argv.slice(2);
const { documents, report } = parseGazette(readFileSync(source), { file: "2021-03.txt" });

const tasks: Task[] = documents.flatMap((document) => (document.type === "task-table" ? document.tasks : []));
const led: string[] = tasks.flatMap(({ responsible }) => responsible.map(({ name }) => name));
const counts: ReportDocument["counts"] = report.counts;
const again: AnyDocument = schemas.report.parse(JSON.parse(JSON.stringify(report)));

function errorOf(bytes: Uint8Array): string {
  try {
    parseGazette(bytes);
    return "none";
  } catch (error) {
    if (error instanceof DecodeError) return "decode";
    if (error instanceof MastheadError) return "masthead";
    throw error;
  }
}

const context = contextOf(documents, {
  publication: { name: "公报", publisher: "办公室", description: "", licence: { text: "", url: null } },
});
const json: Format | undefined = formats.find(({ id }) => id === "json");
const files = await json?.files(context);

// @ts-expect-error: the types are those of the data model, not any.
const wrong: number = report.coverage.unaccounted.length;

console.log(
  JSON.stringify({
    counts,
    tasks: tasks.length,
    finance: led.filter((name) => name === "县财政局").length,
    again: again.type,
    errors: [errorOf(Buffer.from([0, 1, 2])), errorOf(Buffer.from("某县"))],
    files: files?.map(({ path }) => path).slice(0, 2),
    wrong: wrong ?? null,
  }),
);
