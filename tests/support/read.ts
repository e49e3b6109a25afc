/** Reads a gazette's text for a test: its documents, its tree, and what the tree writes back. */
import type { VFile } from "vfile";
import type { AccountedIssue } from "../../src/document/compile.ts";
import { filesOf } from "../../src/document/json.ts";
import { reportOf } from "../../src/document/report.ts";
import type { ReportDocument } from "../../src/document/schema.ts";
import { openFile, readFile } from "../../src/pipeline.ts";
import type { Source } from "../../src/tree/build.ts";
import { unparse } from "../../src/tree/coverage.ts";
import type { Root } from "../../src/tree/nodes.ts";

/** Everything that reading a gazette gives. */
export interface Reading extends AccountedIssue {
  report: ReportDocument;
  tree: Root;
  source: Source;
  unparsed: string;
  /** The files under `content/<issue id>/`; making them proves that every document satisfies its schema. */
  files: Map<string, string>;
}

function readingOf(file: VFile): Reading {
  const { compiled, tree, source } = readFile(file);
  const report = reportOf(compiled, file);
  return {
    ...compiled,
    report,
    tree,
    source,
    unparsed: unparse(tree, source),
    files: filesOf(compiled, report),
  };
}

/** Reads bytes as the command line does. @throws DecodeError, MastheadError, SchemaError */
export const readBytes = (bytes: Uint8Array, path = "seed.txt"): Reading => readingOf(openFile(bytes, path));

/** Reads a text, in UTF-8. */
export const readText = (text: string): Reading => readBytes(Buffer.from(text));

/** Reads a text as it would be after decoding, also one that UTF-8 has no bytes for. */
export function readDecoded(text: string): Reading {
  const file = openFile(Buffer.from("某"), "seed.txt");
  file.value = text;
  return readingOf(file);
}

/** The first lines of an issue: by themselves they are a gazette without a document. */
export const MASTHEAD = "某县人民政府公报\n\n2021年第3期（总第15期）\n\n";

/** The first lines of a notice, up to its letter. */
export const NOTICE_HEAD =
  "某县人民政府关于做好节水工作的通知\n\n某政发〔2021〕5号\n\n各乡镇、县直各部门：\n\n";

/** A gazette of one notice with this letter (what stands between the addressees and the signature). */
export const noticeWith = (letter: string): string =>
  `${MASTHEAD}${NOTICE_HEAD}${letter}\n\n某县人民政府\n2021年9月9日\n\n（此件公开发布）\n`;
