/** The files to download that show more than one issue, made of all documents. */
import { type Cache, forget, kept } from "../../src/cache/cache.ts";
import { compareText } from "../../src/corpus/gazette.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import { contextOf } from "../../src/export/context.ts";
import type { MadeFile } from "../../src/export/format.ts";
import { type Exported, exportEach, filesAmongOthers } from "../../src/export/index.ts";
import { type Answers, issueContexts, noting, stillSaid } from "../../src/export/issue.ts";
import { type Joining, joinTables, type Piece, pieceOf, rowsOf } from "../../src/export/pieces.ts";
import { parsedDocument, readFiles } from "../documents.ts";
import { authorityText } from "../folders.ts";
import { publishing } from "../publication.ts";
import { keepFiles } from "./keeping.ts";
import { openFile, write } from "./write.ts";

/** What they are made with. */
export interface Making {
  cache: Cache;
  /** What stands for the program and for what it is set to. */
  program: readonly string[];
  /** By issue: what stands for its files. */
  digests: ReadonlyMap<string, string>;
  /** The files that show nothing but one issue, once they are made. */
  issues: Promise<readonly MadeFile[]>;
}

/** The tables of an issue with what was asked for them. */
interface KeptPiece {
  answers: Answers;
  piece: Piece;
}

/** Writes them; gives all formats with their files, and the files that it wrote. */
export async function makeShared({ cache, program, digests, issues }: Making): Promise<{
  exported: Exported<MadeFile>[];
  files: MadeFile[];
}> {
  const known = new Map<string, MadeFile>();
  const files: MadeFile[] = [];
  const note = (made: MadeFile): MadeFile => {
    known.set(made.path, made);
    files.push(made);
    return made;
  };
  const context = {
    ...contextOf(readAll(), { ...publishing, authority: authorityText() }),
    made: (path: string) => known.get(path),
  };

  // They stay as long as what was asked for them of other issues is answered as it was.
  for (const [issue, own] of issueContexts(context)) {
    const make = () => {
      const { context: asked, answers } = noting(own);
      return { files: filesAmongOthers(asked), answers };
    };
    const from = [...program, digests.get(issue) ?? ""];
    const holds = (answers: Answers): boolean => stillSaid(own, answers);
    for (const file of await keepFiles(cache, `among-${issue}`, from, make, holds)) note(file);
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
    open: (file) => openFile(file, note),
    group: (name, lines, make) => kept(cache, `parquet-${name}`, [...program, lines], make),
  });
  forgetGone(cache, new Set(joining.flatMap(({ issue }) => [issue, issue.slice(0, 4)])));

  const told = issues.then((others) => {
    for (const file of others) known.set(file.path, file);
  });
  const exported = await exportEach(context, (file) => note(write(file)), known, told);
  return {
    // A format's functions stay here: only what it says of itself can go from thread to thread.
    exported: exported.map(
      ({ format: { id, name, summary, mediaType, specification, schema }, files: made }) => ({
        format: { id, name, summary, mediaType, specification, schema },
        files: made,
      }),
    ),
    files,
  };
}

function* readAll(): Generator<AnyDocument> {
  for (const text of readFiles()) yield parsedDocument(text);
}

/** Deletes what was kept of issues and years that are gone. */
function forgetGone(cache: Cache, present: ReadonlySet<string>): void {
  forget(cache, (file) => {
    const of = /^(?:alone|among|tables)-(.+)\.|^parquet-\w+-(.+)\./u.exec(file);
    return of !== null && !present.has(of[1] ?? of[2] ?? "");
  });
}
