/** The one processor: a parser (text → gast), transformers (structure), a compiler (tree → documents); then the rules that doubt. */
import { createHash } from "node:crypto";
import { type Plugin, unified } from "unified";
import type { VFile } from "vfile";
import { VFile as File } from "vfile";
import { type AccountedIssue, answerCitations, type CompiledIssue, compile } from "./document/compile.ts";
import type { CorpusIndex } from "./document/corpusIndex.ts";
import { backToPrint } from "./document/corrections.ts";
import { type LocatedErratum, locateErrata } from "./errata.ts";
import { lint } from "./lint/index.ts";
import { type Decoded, decode } from "./source/decode.ts";
import type { ErrataFile } from "./source/errata.ts";
import { layOver, type Overlay, toPrinted } from "./source/overlay.ts";
import { type IssueData, readStructure } from "./structure/index.ts";
import { scan } from "./syntax/scan.ts";
import { sourceOf } from "./syntax/source.ts";
import { placeAt, type Source } from "./tree/build.ts";
import { accountFor, unparse } from "./tree/coverage.ts";
import type { Root } from "./tree/nodes.ts";
import { printedTree } from "./tree/printed.ts";

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
  issue: IssueData;
  corpus?: CorpusIndex;
}

const dataOf = (file: VFile): FileData => file.data as unknown as FileData;

/** Parser: the text of a file to a flat tree of lines. */
const gazetteParse: Plugin<[], string, Root> = function () {
  this.parser = (text, file) => {
    const source = sourceOf(text);
    dataOf(file).source = source;
    return scan(source);
  };
};

/** Transformer: lines to masthead, contents, documents and chronicle. */
const gazetteStructure: Plugin<[], Root> = () => (tree, file) => {
  dataOf(file).issue = readStructure(tree, dataOf(file).source);
};

/** Compiler: the tree to typed documents. */
const gazetteCompile: Plugin<[], Root, CompiledIssue> = function () {
  this.compiler = (tree, file) => {
    const { source, decoded, sha256, issue } = dataOf(file);
    const facts = { file: file.basename ?? "", encoding: decoded.encoding, sha256 };
    return compile(tree as Root, { data: issue, source, facts });
  };
};

/** The processor of gazettes, frozen. */
const gazette = unified().use(gazetteParse).use(gazetteStructure).use(gazetteCompile).freeze();

/** A file for the processor, decoded. @throws DecodeError */
export function openFile(bytes: Uint8Array, path: string, corpus?: CorpusIndex): VFile {
  const decoded = decode(bytes);
  const file = new File({ path, value: decoded.text });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  Object.assign(file.data, { decoded, sha256, ...(corpus ? { corpus } : {}) });
  return file;
}

/** A gazette as compiled: its documents, its tree over the source, and its file. */
export interface CompiledGazette {
  compiled: CompiledIssue;
  file: VFile;
  tree: Root;
  source: Source;
}

/** A gazette as read, over its printed source: every character accounted for, the doubts as messages of the file. */
export interface ReadGazette extends CompiledGazette {
  compiled: AccountedIssue;
}

/** Reads a gazette from its bytes, with its errata if it has any. @throws DecodeError, MastheadError, YamlFileError */
export function readGazette(
  bytes: Uint8Array,
  path: string,
  corpus?: CorpusIndex,
  errata?: ErrataFile,
): ReadGazette {
  const file = openFile(bytes, path, corpus);
  if (errata === undefined || errata.entries.length === 0) return readFile(file);
  const text = String(file);
  const printed = sourceOf(text);
  const located = locateErrata(errata, printed, () => {
    const read = readFile(openFile(bytes, path));
    return { compiled: read.compiled, root: read.tree };
  });
  const overlay = layOver(
    text,
    located.map(({ edit }) => edit),
  );
  file.value = overlay.corrected;
  return overPrint(readFile(file), printed, overlay, located);
}

/** Runs a decoded file through the processor, to its documents; nothing is looked up, accounted for or doubted yet. */
export function compileFile(file: VFile): CompiledGazette {
  const tree = gazette.runSync(gazette.parse(file), file);
  return { compiled: gazette.stringify(tree, file), file, tree, source: dataOf(file).source };
}

/** Reads a decoded file, to its doubts. */
export const readFile = (file: VFile): ReadGazette => finishReading(compileFile(file));

/**
 * Goes on with a gazette that was compiled: looks up what it cites in the index of other issues, which its file may have,
 * accounts for its characters, and doubts what it says in messages of the file.
 */
function finishReading({ compiled, file, tree, source }: CompiledGazette): ReadGazette {
  const { corpus } = dataOf(file);
  if (corpus) answerCitations(compiled, corpus);
  const accounted: AccountedIssue = { ...compiled, coverage: accountFor(tree, source) };
  lint(accounted, file, source);
  return { compiled: accounted, file, tree, source };
}

/** The same once other issues are known. */
export function readCompiled(gazette: CompiledGazette, corpus: CorpusIndex): ReadGazette {
  dataOf(gazette.file).corpus = corpus;
  return finishReading(gazette);
}

/** What was read of a corrected text, as of the printed one: places, coverage and tree. */
function overPrint(
  { compiled, file, tree: corrected }: ReadGazette,
  source: Source,
  overlay: Overlay,
  located: readonly LocatedErratum[],
): ReadGazette {
  const back = (offset: number, side: "start" | "end"): number => toPrinted(overlay, offset, side);
  const changed = overlay.regions.map((region) => region.printed);
  const tree = printedTree(corrected, source, changed, back);
  const applied = located.map(({ erratum, print }, index) => ({
    printed: erratum.find,
    corrected: erratum.replace,
    reason: erratum.reason,
    print,
    region: (overlay.regions[index] as Overlay["regions"][number]).corrected,
  }));
  const places = file.messages.map(({ place }) => place);
  const lines = dataOf(file).source.lineStarts;
  backToPrint(compiled, corrected, applied, source, back, places);
  compiled.coverage = accountFor(tree, source);
  for (const message of file.messages) {
    const { start } = message.place as { start: { line: number; column: number } };
    message.line = start.line;
    message.column = start.column;
    // Where the other place of a doubt stands is told in words.
    message.note = message.note?.replace(/（第 (\d+) 行第 (\d+) 列）/g, (_, line: string, column: string) => {
      const offset = (lines[Number(line) - 1] as number) + Number(column) - 1;
      const place = placeAt(source, back(offset, "start"));
      return `（第 ${place.line} 行第 ${place.column} 列）`;
    });
  }
  return { compiled, file, tree, source };
}

/** The text that a gazette's tree writes back, with what it takes to encode it. */
export function writeBack(bytes: Uint8Array, path: string): { text: string; decoded: Decoded } {
  const file = openFile(bytes, path);
  const tree = gazette.runSync(gazette.parse(file), file);
  const { source, decoded } = dataOf(file);
  accountFor(tree, source);
  return { text: unparse(tree, source), decoded };
}
