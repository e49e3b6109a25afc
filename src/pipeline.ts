/** The one processor: a parser (text → gast), transformers (structure), a compiler (tree → documents), and the rules that doubt. */
import { createHash } from "node:crypto";
import { type Plugin, unified } from "unified";
import type { VFile } from "vfile";
import { VFile as File } from "vfile";
import { type CompiledIssue, compile } from "./document/compile.ts";
import { type CorpusIndex, emptyIndex } from "./document/corpusIndex.ts";
import { lint } from "./lint/index.ts";
import { type Decoded, decode } from "./source/decode.ts";
import { type IssueData, readStructure } from "./structure/index.ts";
import { lineStartsOf, scan } from "./syntax/scan.ts";
import type { Source } from "./tree/build.ts";
import { accountFor, type Coverage, unparse } from "./tree/coverage.ts";
import type { Root } from "./tree/nodes.ts";

declare module "unified" {
  interface CompileResultMap {
    CompiledIssue: CompiledIssue;
  }
}

/** What is kept with a file while it is read. */
interface FileData {
  source: Source;
  decoded: Decoded;
  sha256: string;
  coverage: Coverage;
  issue: IssueData;
  corpus?: CorpusIndex;
}

const dataOf = (file: VFile): FileData => file.data as unknown as FileData;

/** Parser: the text of a file to a flat tree of lines. */
const gazetteParse: Plugin<[], string, Root> = function () {
  this.parser = (text, file) => {
    const source: Source = { text, lineStarts: lineStartsOf(text) };
    dataOf(file).source = source;
    return scan(source);
  };
};

/** Transformer: lines to masthead, contents, documents and chronicle. */
const gazetteStructure: Plugin<[], Root> = () => (tree, file) => {
  dataOf(file).issue = readStructure(tree, dataOf(file).source);
};

/** Transformer: every character accounted for. */
const gazetteCoverage: Plugin<[], Root> = () => (tree, file) => {
  dataOf(file).coverage = accountFor(tree, dataOf(file).source);
};

/** Compiler: the tree to typed documents. */
const gazetteCompile: Plugin<[], Root, CompiledIssue> = function () {
  this.compiler = (tree, file) => {
    const { source, coverage, decoded, sha256, corpus, issue } = dataOf(file);
    const facts = { file: file.basename ?? "", encoding: decoded.encoding, sha256 };
    const compiled = compile(tree as Root, {
      data: issue,
      source,
      coverage,
      facts,
      corpus: corpus ?? emptyIndex(),
    });
    lint(compiled, file, source);
    return compiled;
  };
};

/** The processor of gazettes, frozen. */
export const gazette = unified()
  .use(gazetteParse)
  .use(gazetteStructure)
  .use(gazetteCoverage)
  .use(gazetteCompile)
  .freeze();

/** A file for the processor, decoded. @throws DecodeError */
export function openFile(bytes: Uint8Array, path: string, corpus?: CorpusIndex): VFile {
  const decoded = decode(bytes);
  const file = new File({ path, value: decoded.text });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  Object.assign(file.data, { decoded, sha256, ...(corpus ? { corpus } : {}) });
  return file;
}

/** Reads a gazette from its bytes: its documents, and a file with the doubts as messages. @throws DecodeError, MastheadError */
export function readGazette(
  bytes: Uint8Array,
  path: string,
  corpus?: CorpusIndex,
): { compiled: CompiledIssue; file: VFile } {
  const file = openFile(bytes, path, corpus);
  const compiled = gazette.processSync(file).result as CompiledIssue;
  return { compiled, file };
}

/** The text that a gazette's tree writes back, with what it takes to encode it. */
export function writeBack(bytes: Uint8Array, path: string): { text: string; decoded: Decoded } {
  const file = openFile(bytes, path);
  const tree = gazette.runSync(gazette.parse(file), file);
  return { text: unparse(tree, dataOf(file).source), decoded: dataOf(file).decoded };
}
