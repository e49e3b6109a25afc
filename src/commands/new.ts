/** `gongbao new <file>`: a text or Word document becomes a seed under its issue id, in UTF-8; what was read of it is told. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { reportOf } from "../document/report.ts";
import type { ReportDocument } from "../document/schema.ts";
import { readGazette } from "../pipeline.ts";
import { decode } from "../source/decode.ts";
import { readDocx } from "../source/docx.ts";
import { InputError, inputErrorOf } from "./errors.ts";
import { type Language, type Phrase, say } from "./words.ts";

/** What is taken in: its text, how it was kept, and what the editor should look at. */
interface Incoming {
  text: string;
  encoding: string;
  remarks: Phrase[];
}

const ZIP = Buffer.from("PK\u0003\u0004");

const isDocx = (file: string, bytes: Buffer): boolean =>
  /\.docx$/i.test(file) || bytes.subarray(0, ZIP.length).equals(ZIP);

async function fromWord(bytes: Buffer, file: string): Promise<Incoming> {
  try {
    const { text, numberedLists } = await readDocx(bytes);
    const remarks: Phrase[] =
      numberedLists > 0
        ? [["自动编号的列表有 {0} 处，编号没有存在文字里，已按 1. 2. 3. 写出，请对照原件", numberedLists]]
        : [];
    return { text, encoding: "docx", remarks };
  } catch {
    throw new InputError(file, "读不出这个 .docx", "请在 Word 里另存一次，或另存为纯文本");
  }
}

function fromText(bytes: Buffer): Incoming {
  const { text, encoding } = decode(bytes);
  return { text, encoding, remarks: [] };
}

/** The summary of a report, in sentences. */
function summaryOf({ issue, coverage, counts, messages }: ReportDocument): Phrase[] {
  const count = (severity: string): number => messages.filter((one) => one.severity === severity).length;
  return [
    [
      "{0}：公文 {1} 件，任免 {2} 件，大事记 {3} 条，表格 {4} 张，任务 {5} 项",
      issue,
      counts.notices,
      counts.appointments,
      counts.chronicleEntries,
      counts.tables,
      counts.tasks,
    ],
    ["字符 {0} 个，未归入 {1} 个", coverage.characters, coverage.unaccounted],
    ["疑点：错误 {0} 条，警告 {1} 条，提示 {2} 条", count("error"), count("warning"), count("info")],
  ];
}

const stepsFor = (id: string): Phrase[] => [
  ["gongbao check {0}    逐条看疑点", `seeds/${id}.txt`],
  ["npm run dev，打开 /proof/{0}/    对照原文校对", id],
  ["在 {0} 里写勘误（原文不动）", `seeds/${id}.errata.yaml`],
  "npm run build    生成 content/ 和 dist/",
];

/** Writes a seed that is not there yet. @throws InputError where it is */
function writeSeed(seeds: string, id: string, bytes: Buffer): string {
  const target = join(seeds, `${id}.txt`);
  mkdirSync(seeds, { recursive: true });
  try {
    writeFileSync(target, bytes, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new InputError(target, ["{0} 已经在了", basename(target)], "要换掉它，请先删去或改名");
  }
  return target;
}

/** Takes a file in as a seed; gives what is to be told. @throws InputError where it cannot be read or is there already */
export async function newCommand(file: string, seeds: string, language: Language): Promise<string> {
  try {
    const bytes = readFileSync(file);
    const incoming = isDocx(file, bytes) ? await fromWord(bytes, file) : fromText(bytes);
    const seed = Buffer.from(incoming.text, "utf8");
    const { compiled, file: read } = readGazette(seed, file);
    const target = writeSeed(seeds, compiled.id, seed);
    const tell = (phrase: Phrase): string => say(phrase, language);
    const told: Phrase[] = [
      ["已存为 {0}（原编码 {1}）", target, incoming.encoding],
      ...summaryOf(reportOf(compiled, read)),
      ...incoming.remarks,
    ];
    const steps = stepsFor(compiled.id).map((step) => `  ${tell(step)}`);
    return `${[...told.map(tell), "", tell("下一步："), ...steps].join("\n")}\n`;
  } catch (error) {
    throw inputErrorOf(error, file);
  }
}
