/** A thread that makes the files to download that show more than one issue; it is told of the others, and tells of all. */
import { parentPort } from "node:worker_threads";
import { forget, kept, openCache } from "../../src/cache/cache.ts";
import { compareText } from "../../src/corpus/gazette.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import { contextOf } from "../../src/export/context.ts";
import type { MadeFile } from "../../src/export/format.ts";
import { exportEach, filesAmongOthers } from "../../src/export/index.ts";
import { type Answers, issueContexts, noting, stillSaid } from "../../src/export/issue.ts";
import { type Joining, joinTables, type Piece, pieceOf, rowsOf } from "../../src/export/pieces.ts";
import { digestOf, folders, readFiles } from "../documents.ts";
import { authorityText, cacheFolder, openSums } from "../folders.ts";
import { keptBy, publishing } from "../publication.ts";
import { keepFiles } from "./keeping.ts";
import { openFile, write } from "./write.ts";

const known = new Map<string, MadeFile>();
const issues = new Promise<void>((resolve) => {
  parentPort?.once("message", (files: MadeFile[]) => {
    for (const file of files) known.set(file.path, file);
    resolve();
  });
});

const cache = openCache(cacheFolder, process.cwd());
const program = keptBy(import.meta.filename);

const sums = openSums();
/** By issue: what stands for its files. */
const digests = new Map(folders().map((folder) => [folder, digestOf(folder, sums.of)]));
function* read(): Generator<AnyDocument> {
  // The pages' process reads the same files and checks them: once is enough for a build to fail.
  for (const text of readFiles()) yield JSON.parse(text) as AnyDocument;
}
const context = {
  ...contextOf(read(), { ...publishing, authority: authorityText() }),
  made: (path: string) => known.get(path),
};

/** The tables of an issue with what was asked for them. */
interface KeptPiece {
  answers: Answers;
  piece: Piece;
}

// They stay as long as what was asked for them of other issues is answered as it was.
for (const [issue, own] of issueContexts(context)) {
  const make = () => {
    const { context: asked, answers } = noting(own);
    return { files: filesAmongOthers(asked), answers };
  };
  const from = [...program, digests.get(issue) ?? ""];
  const holds = (answers: Answers): boolean => stillSaid(own, answers);
  for (const file of await keepFiles(cache, `among-${issue}`, from, make, holds)) known.set(file.path, file);
}

/** Each issue's rows, with what was asked for them. */
const joining = [...issueContexts(context)]
  .sort(([a], [b]) => compareText(a, b))
  .map(([issue, own]): Joining => {
    const from = [...program, digests.get(issue) ?? ""];
    const make = (): KeptPiece => {
      const { context: asked, answers } = noting(own);
      return { piece: pieceOf(rowsOf(asked)), answers };
    };
    const holds = ({ answers }: KeptPiece): boolean => stillSaid(own, answers);
    return {
      issue,
      piece: async () => (await kept(cache, `tables-${issue}`, from, make, holds)).piece,
      rows: () => rowsOf(own),
    };
  });
await joinTables(context, joining, {
  open: (file) => openFile(file, (made) => known.set(made.path, made)),
  group: (name, lines, make) => kept(cache, `parquet-${name}`, [...program, lines], make),
});

/** What was kept of issues and years that are gone. */
const present = new Set(joining.flatMap(({ issue }) => [issue, issue.slice(0, 4)]));
forget(cache, (file) => {
  const of = /^(?:alone|among|tables)-(.+)\.|^parquet-\w+-(.+)\./u.exec(file);
  return of !== null && !present.has(of[1] ?? of[2] ?? "");
});

const exported = await exportEach(context, write, known, issues);
// A format's functions stay here: only what it says of itself can go from thread to thread.
const told = exported.map(({ format: { id, name, summary, mediaType, specification, schema }, files }) => ({
  format: { id, name, summary, mediaType, specification, schema },
  files,
}));
parentPort?.postMessage(told);
