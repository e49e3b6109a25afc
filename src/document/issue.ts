/** The masthead and the contents of an issue as a document. */
import { squeeze } from "../language/blanks.ts";
import { readNumberLine } from "../language/documentNumbers.ts";
import { comparable, partTitle, sameIssuer, speechIn, withoutNote } from "../language/titles.ts";
import { citableTitles } from "../reading/document.ts";
import type { IssueData } from "../structure/index.ts";
import { GENRES } from "../terms/genres.ts";
import type { Contents, Block as Node } from "../tree/nodes.ts";
import { value } from "../tree/parts.ts";
import { compileBlocks, type SharedContext } from "./blocks.ts";
import { schemaOf } from "./head.ts";
import type { NamedReading } from "./named.ts";
import type { Block, ChronicleDocument, IssueDocument } from "./schema.ts";

/** What is known of the source file beside its text. */
export interface SourceFacts {
  file: string;
  encoding: string;
  sha256: string;
}

/** 某市人民政府令第213号：某市供水条例实施细则 is the 令 with that number. */
const orderOf = (title: string, byNumber: ReadonlyMap<string, string>): string | undefined =>
  byNumber.get(squeeze(title).match(/令[（(]?(第[0-9０-９〇零一二三四五六七八九十百]+号)/)?.[1] ?? " ");

/** 2019年3月—4月 under 大事记: the time it tells of. */
const SPAN_OF_TIME =
  /^[（(]?(?:[\d０-９]{4}年)?[\d０-９一二三四五六七八九十]{1,3}(?:月|季度)?(?:[-—–~～至到](?:[\d０-９]{4}年)?[\d０-９一二三四五六七八九十]{1,3})?(?:月份?|季度)[）)]?$/;

/** What the title of an official document has, and that of a chronicle has not. */
const NAMES_DOCUMENT = new RegExp(`关于|《|(?:${Object.keys(GENRES).join("|")})$`);
const NAMES_CHRONICLE = /大事|要事/;

/** True for an entry that means the chronicle: by its title, or as the first under 大事记 that names no document. */
function meansChronicle(
  title: string,
  section: string | null,
  isFirst: boolean,
  chronicle: ChronicleDocument,
): boolean {
  const bare = comparable(title);
  const name = comparable(chronicle.title);
  if (NAMES_CHRONICLE.test(bare) || bare === name) return true;
  if (section === null || !(NAMES_CHRONICLE.test(section) || comparable(section) === name)) return false;
  return SPAN_OF_TIME.test(bare) || (isFirst && !NAMES_DOCUMENT.test(bare));
}

/** The one document whose title opens that of an entry, 在…会议上的讲话　市长　张三, or the speech that both name. */
function begunBy(title: string, byTitle: ReadonlyMap<string, string>): string | undefined {
  const begun =
    title.length < 12 ? [] : [...byTitle].filter(([own]) => own.length >= 8 && title.startsWith(own));
  if (begun.length > 0) return begun.length === 1 ? begun[0]?.[1] : undefined;
  const speech = speechIn(title);
  const held = speech === null ? [] : [...byTitle].filter(([own]) => speechIn(own) === speech);
  return held.length === 1 ? held[0]?.[1] : undefined;
}

/** The ids of documents by what an entry of the contents may print of them. */
interface ByName {
  number: ReadonlyMap<string, string>;
  title: ReadonlyMap<string, string>;
  /** By what a title is about, without its issuer. */
  about: ReadonlyMap<string, readonly { issuer: string; id: string }[]>;
}

function namesOf(documents: readonly NamedReading[]): ByName {
  const byNumber = new Map(documents.map(({ number, id }) => [number?.text ?? "", id]));
  // A title of its own counts before one that a document only issues or quotes.
  const byTitle = new Map(
    [...documents]
      .reverse()
      .flatMap((one) =>
        [...citableTitles(one)].reverse().map((title) => [withoutNote(comparable(title)), one.id] as const),
      ),
  );
  for (const one of documents) byTitle.set(withoutNote(comparable(one.heading)), one.id);
  const byAbout = new Map<string, { issuer: string; id: string }[]>();
  for (const one of documents)
    for (const title of new Set(citableTitles(one))) {
      const parted = partTitle(title);
      if (parted === null) continue;
      const { issuer, about } = parted;
      const namesakes = byAbout.get(about);
      if (namesakes === undefined) byAbout.set(about, [{ issuer, id: one.id }]);
      else namesakes.push({ issuer, id: one.id });
    }
  return { number: byNumber, title: byTitle, about: byAbout };
}

/** The one document about what a title is about; of several, the one whose issuer is named in as many words or fewer. */
function aboutSame(title: string, { about }: ByName): string | undefined {
  const parted = partTitle(title);
  const all = parted === null ? undefined : about.get(parted.about);
  if (parted === null || all === undefined || all.length > MOST_NAMESAKES) return undefined;
  const named = all.filter(({ issuer }) => issuer !== "" && sameIssuer(issuer, parted.issuer));
  return onlyId(all) ?? onlyId(named);
}
/** Of more documents about the same no entry means one. */
const MOST_NAMESAKES = 12;

/** The id that all of them have. */
const onlyId = (all: readonly { id: string }[]): string | undefined =>
  all.every(({ id }) => id === all[0]?.id) ? all[0]?.id : undefined;

/** The first document of the section that an entry names. */
function firstOf(title: string, documents: readonly NamedReading[]): NamedReading | undefined {
  const name = squeeze(title);
  return documents.find(({ node }) => node.section !== null && squeeze(node.section) === name);
}

/**
 * The contents with the documents that their entries mean, as a function of the chronicle: which sections documents
 * stand in is told by the contents, before there is a chronicle.
 */
export function contentsOf(
  contents: Contents | undefined,
  documents: readonly NamedReading[],
): (chronicle: ChronicleDocument | null) => IssueDocument["contents"] {
  const named = namesOf(documents);
  return (chronicle) => compileContents(contents, documents, named, chronicle);
}

function compileContents(
  contents: Contents | undefined,
  documents: readonly NamedReading[],
  named: ByName,
  chronicle: ChronicleDocument | null,
): IssueDocument["contents"] {
  const entries = (contents?.children ?? []).filter((child) => child.type === "contentsEntry");
  return entries.map((entry, index) => {
    const { section } = entry;
    const isFirst = entries[index - 1]?.section !== section;
    const title = value(entry, "title") ?? value(entry, "number") ?? "";
    const printed = value(entry, "number");
    const reading = printed === null ? null : readNumberLine(printed);
    const bare = withoutNote(comparable(title));
    const document =
      (reading ? named.number.get(reading.text) : undefined) ??
      named.title.get(bare) ??
      aboutSame(title, named) ??
      orderOf(title, named.number) ??
      begunBy(bare, named.title) ??
      (chronicle && meansChronicle(title, section, isFirst, chronicle) ? chronicle.id : undefined) ??
      firstOf(title, documents)?.id ??
      null;
    return { section, title, documentNumber: printed, page: entry.page, document };
  });
}

/** The issue's own document. */
export function compileIssue(
  id: string,
  { facts: printed }: IssueData,
  documents: IssueDocument["documents"],
  contents: IssueDocument["contents"],
  shared: SharedContext,
  facts: SourceFacts,
): IssueDocument {
  const { source } = shared;
  const { colophon } = printed;
  const blocksOf = (nodes: readonly Node[], prefix: string): Block[] =>
    compileBlocks(nodes, prefix, {
      ...shared,
      anchors: new Map(),
      anchorOf: new Map(),
      citations: [],
      addTable: () => id,
    });
  return {
    ...schemaOf("issue"),
    id,
    title: printed.title,
    year: printed.year,
    number: printed.number,
    serial: printed.serial,
    frequency: printed.frequency,
    date: printed.date,
    permit: printed.permit,
    front: blocksOf(printed.front, "front"),
    about: blocksOf(printed.about, "about"),
    board: printed.board,
    colophon: {
      chiefEditors: printed.chiefEditors,
      editors: printed.editors,
      supervisor: colophon.supervisor ?? null,
      sponsor: colophon.sponsor ?? null,
      publisher: colophon.publisher ?? null,
      address: colophon.address ?? null,
      phone: colophon.phone ?? null,
      fax: colophon.fax ?? null,
      website: colophon.website ?? null,
    },
    contents,
    documents,
    source: { ...facts, lines: source.lineStarts.length, characters: source.text.length },
  };
}
