/** Scores the parse of a gazette against its model, a kind of fact at a time. */
import type { CompiledIssue } from "../../src/document/compile.ts";
import { readGazette, writeBack } from "../../src/pipeline.ts";
import type { ContentsEntry, Gazette, GazetteDocument } from "./model.ts";
import type { Print } from "./print.ts";
import { scoreAppointment, scoreChronicle, scoreNotice } from "./score/documents.ts";
import { note, type Score, same, squeeze, type Tally } from "./score/tally.ts";

/** A document of the parse, of any type. */
type Got =
  | CompiledIssue["notices"][number]
  | CompiledIssue["appointments"][number]
  | NonNullable<CompiledIssue["chronicle"]>;

function scoreIssue(tally: Tally, { masthead }: Gazette, { issue }: CompiledIssue): void {
  for (const field of ["title", "year", "number", "serial", "frequency", "permit"] as const)
    same(tally, `issue ${field}`, "masthead", masthead[field], issue[field]);
  same(tally, "issue date", "masthead", masthead.date?.iso ?? null, issue.date);
  const texts = (blocks: typeof issue.front): (string | null)[] =>
    blocks.map((block) => (block.type === "paragraph" ? squeeze(block.text) : null));
  for (const text of masthead.front)
    note(
      tally,
      "issue front",
      texts(issue.front).includes(squeeze(text)),
      "masthead",
      text,
      texts(issue.front),
    );
  for (const text of masthead.about?.paragraphs ?? [])
    note(
      tally,
      "issue about",
      texts(issue.about).includes(squeeze(text)),
      "masthead",
      text,
      texts(issue.about),
    );
  same(tally, "issue board", "masthead", masthead.board, issue.board);
  if (masthead.colophon === null) return;
  for (const field of [
    "chiefEditors",
    "editors",
    "supervisor",
    "sponsor",
    "publisher",
    "address",
    "phone",
    "fax",
  ] as const)
    same(tally, `issue colophon`, field, masthead.colophon[field], issue.colophon[field]);
  note(
    tally,
    "issue colophon",
    masthead.colophon.website === (issue.colophon.website?.replace(/^http:\/\//u, "") ?? null),
    "website",
    masthead.colophon.website,
    issue.colophon.website,
  );
}

/** `marked` says that headings can be told from titles: a bare 政府大事记……71 could be either. */
function scoreContents(
  tally: Tally,
  expected: readonly ContentsEntry[] | null,
  got: CompiledIssue["issue"]["contents"],
  ids: readonly (string | null)[],
  marked: boolean,
): void {
  note(
    tally,
    "contents count",
    (expected?.length ?? 0) === got.length,
    "contents",
    expected?.length ?? 0,
    got.length,
  );
  for (const { section, title, documentNumber, page, document, heading } of expected ?? []) {
    const have =
      got.find((each) => squeeze(each.title) === squeeze(title) && each.page === page) ??
      got.find((each) => squeeze(each.title) === squeeze(title));
    note(
      tally,
      "contents entry",
      have !== undefined,
      "contents",
      title,
      got.find((each) => each.page === page)?.title,
    );
    if (have === undefined) continue;
    if (marked || !heading) same(tally, "contents section", title, section, have.section);
    same(tally, "contents number", title, documentNumber, have.documentNumber);
    same(tally, "contents page", title, page, have.page);
    const id = document === null ? null : (ids[document] ?? null);
    if (id !== null) same(tally, "contents document", title, id, have.document);
  }
}

const numberOf = (document: GazetteDocument | Got): string | null =>
  "documentNumber" in document ? squeeze(document.documentNumber?.text) : null;
const headingOf = (document: GazetteDocument | Got): string | null =>
  squeeze("heading" in document ? document.heading : document.title);

/** The parse of each document of the model: by number, else by heading. */
function matchDocuments(expected: readonly GazetteDocument[], got: readonly Got[]): (Got | undefined)[] {
  const rest = [...got];
  return expected.map((document) => {
    const number = numberOf(document);
    const at = rest.findIndex(
      (each) =>
        each.type === document.type &&
        (number === null ? headingOf(each) === headingOf(document) : numberOf(each) === number),
    );
    const other =
      at >= 0
        ? at
        : rest.findIndex((each) => each.type === document.type && headingOf(each) === headingOf(document));
    return other < 0 ? undefined : rest.splice(other, 1)[0];
  });
}

function scoreDocuments(tally: Tally, gazette: Gazette, issue: CompiledIssue): (string | null)[] {
  const chronicle = issue.chronicle === null ? [] : [issue.chronicle];
  const all: Got[] = [...issue.notices, ...issue.appointments, ...chronicle];
  note(
    tally,
    "document count",
    all.length === gazette.documents.length,
    "issue",
    gazette.documents.map(({ heading }) => heading),
    issue.issue.documents.map(({ title }) => title),
  );
  const headed = gazette.contents?.some(({ section }) => section !== null) ?? false;
  const matched = matchDocuments(gazette.documents, all);
  gazette.documents.forEach((document, index) => {
    const got = matched[index];
    note(tally, "document found", got !== undefined, document.type, document.heading, undefined);
    if (got === undefined) return;
    const where = got.id;
    if (document.type === "notice" && got.type === "notice")
      scoreNotice(tally, where, document, got, issue, headed);
    else if (document.type === "appointment" && got.type === "appointment")
      scoreAppointment(tally, where, document, got, headed);
    else if (document.type === "chronicle" && got.type === "chronicle")
      scoreChronicle(tally, where, document, got);
  });
  const places = new Map(issue.issue.documents.map(({ id }, index) => [id, index]));
  const order = matched.flatMap((got) => (got === undefined ? [] : [places.get(got.id) ?? -1]));
  note(
    tally,
    "document order",
    order.every((place, index) => index === 0 || place > (order[index - 1] ?? -1)),
    "issue",
    "in printed order",
    order,
  );
  return matched.map((got) => got?.id ?? null);
}

/** What of a gazette was asked and what of it was right. A parse that throws has one fact wrong, and no more is asked. */
export function scoreGazette(gazette: Gazette, { bytes, text, style }: Print): Score {
  const tally: Tally = { seed: gazette.seed, score: {} };
  try {
    const { compiled } = readGazette(bytes, `gazette-${gazette.seed}.txt`);
    note(tally, "parse", true, "", "", "");
    note(tally, "coverage", compiled.coverage.unaccounted === 0, "issue", 0, compiled.coverage);
    const written = writeBack(bytes, `gazette-${gazette.seed}.txt`).text;
    note(tally, "unparse", written === text, "issue", "the text", firstDifference(text, written));
    scoreIssue(tally, gazette, compiled);
    const ids = scoreDocuments(tally, gazette, compiled);
    scoreContents(tally, gazette.contents, compiled.issue.contents, ids, style.contents.mark !== "");
  } catch (error) {
    note(
      tally,
      "parse",
      false,
      "issue",
      "no error",
      error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error),
    );
  }
  return tally.score;
}

function firstDifference(text: string, written: string): string {
  const at = [...text].findIndex((character, index) => character !== written[index]);
  return `at ${at}: ${JSON.stringify(written.slice(Math.max(0, at - 10), at + 20))}`;
}
