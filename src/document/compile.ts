/** The compiler: a read tree to the typed documents of an issue. */
import type { VFile } from "vfile";
import { squeeze } from "../language/blanks.ts";
import { readDate } from "../language/dates.ts";
import { type NumberReading, readNumberLine } from "../language/documentNumbers.ts";
import { readContacts } from "../reading/contacts.ts";
import { type DecisionContext, type DecisionReading, readDecisions, titleNames } from "../reading/decisions.ts";
import { readCommencement, readExpiry, repealStretches } from "../reading/effect.ts";
import { cellText, readGrid, tableLeaf } from "../reading/grid.ts";
import { buildLexicon, type Lexicon } from "../reading/lexicon.ts";
import { isCollective } from "../reading/parties.ts";
import { distinctPeople, learnNames, type NameLexicon, readPeople } from "../reading/people.ts";
import { readInlineTasks, readTableTasks, type TaskReading, type TaskTableReading } from "../reading/tasks.ts";
import type { IssueData } from "../structure/index.ts";
import { TITLE_VERBS } from "../terms/genres.ts";
import { BODY_ENDING } from "../terms/organizations.ts";
import { hull, type Source, sourceOffsets, placeAt } from "../tree/build.ts";
import type { Coverage } from "../tree/coverage.ts";
import type {
  Attachment, AttachmentNote, Block as Node, Chronicle, Contents, Enclosure, Leaf, Masthead, OfficialDocument, Root, Row, Table,
} from "../tree/nodes.ts";
import { type BlockContext, citationsOf, claim, compileBlocks, mentionsOf } from "./blocks.ts";
import { addToIndex, comparable, type CorpusIndex, emptyIndex, resolveCitation } from "./corpusIndex.ts";
import { createSlugs, genreOf, issueIdOf } from "./ids.ts";
import type {
  AppointmentDocument, Block, ChronicleDocument, Citation, Decision, IssueDocument, NoticeDocument, Task, TableDocument, TaskTableDocument,
} from "./schema.ts";

/** The documents of one issue, the report aside. */
export interface CompiledIssue {
  id: string;
  issue: IssueDocument;
  notices: NoticeDocument[];
  taskTables: TaskTableDocument[];
  tables: TableDocument[];
  appointments: AppointmentDocument[];
  chronicle: ChronicleDocument | null;
  coverage: Coverage;
}

/** What is known of the source file beside its text. */
export interface SourceFacts {
  file: string;
  encoding: string;
  sha256: string;
}

const schemaOf = <T extends string>(type: T) => ({ $schema: `/data/schema/v1/${type}.json` as const, schemaVersion: "1.0" as const, type });

type Child = OfficialDocument["children"][number];
const leaves = (node: { children: readonly { type: string }[] }, type: Leaf["type"]): Leaf[] =>
  node.children.filter((child): child is Leaf => child.type === type);
const value = (node: { children: readonly { type: string }[] }, type: Leaf["type"]): string | null => leaves(node, type)[0]?.value ?? null;
const isBlockNode = (child: { type: string }): child is Node =>
  ["section", "paragraph", "list", "table", "roster", "form"].includes(child.type);

const ISSUER_PREFIX = new RegExp(`^([\\p{Script=Han}、，\\s　（）()]{2,80}?(?:${BODY_ENDING}|国务院|军委|人大|政协|党委|[省市县区]委))(?=${TITLE_VERBS.join("|")})`, "u");

/** The issuer that opens a heading, the signature telling where it ends: 国务院办公厅转发… → 国务院办公厅. */
function issuerPrefix(heading: string, issuers: readonly string[]): string {
  const joint = issuers.join("、");
  if (issuers.length > 1 && heading.startsWith(joint)) return joint;
  const printed = heading.match(ISSUER_PREFIX)?.[1];
  if (printed !== undefined) return printed;
  for (const issuer of issuers)
    for (let cut = 0; cut <= issuer.length - 3; cut++) if (heading.startsWith(issuer.slice(cut))) return issuer.slice(cut);
  return "";
}

/** The signature as bodies and the person who signs. */
interface Signed {
  issuers: string[];
  signatory: { title: string | null; name: string } | null;
}

const SIGNING_PERSON = /^(.{0,30}?(?:总理|省长|市长|县长|区长|州长|盟长|旗长|乡长|镇长|主席|主任|部长|局长|厅长|院长|会长|署长|委员长|行长|司长))[\s　]*[：:]?[\s　]*((?:\p{Script=Han}[\s　]*){2,4})$/u;

function readSignature(document: OfficialDocument, text: string): Signed {
  const issuers: string[] = [];
  let signatory: Signed["signatory"] = null;
  for (const leaf of leaves(document, "issuer")) {
    const raw = leaf.spans.map(({ start, end }) => text.slice(start, end)).join("");
    const person = raw.trim().match(SIGNING_PERSON);
    if (person && !new RegExp(`${BODY_ENDING}$`).test(squeeze(raw))) {
      signatory = { title: squeeze(person[1] as string) || null, name: squeeze(person[2] as string) };
      continue;
    }
    const parts = raw.trim().split(/[\s　]+/);
    const isSeveral = parts.length > 1 && parts.every((part) => part.length >= 3 && new RegExp(`(?:${BODY_ENDING}|国务院|军委|人大|政协)$`).test(part));
    issuers.push(...(isSeveral ? parts : [squeeze(raw)]));
  }
  return { issuers, signatory };
}

/** Splits the addressees at the marks between them; a name coordinated in itself stays one. */
function splitRecipients(text: string): string[] {
  const bare = squeeze(text).replace(/[：:]$/, "");
  if (/[，,；;]/.test(bare)) {
    const groups = bare.split(/[，,；;]/).filter(Boolean);
    return groups.flatMap((group) => (isCoordinated(group) ? [group] : splitPlain(group)));
  }
  return isCoordinated(bare) ? [bare] : splitPlain(bare);
}

/** 各省、自治区、直辖市人民政府; 国务院各部委、各直属机构: levels or kinds that share one noun. */
const isCoordinated = (group: string): boolean =>
  /^各(?:[省市县区州盟旗]|自治区|直辖市|自治州|地区|乡镇?|街道|[\p{Script=Han}]{1,3}（[^）]*）)(?:、(?:各)?(?:自治区|直辖市|自治州|计划单列市|新疆生产建设兵团|[省市县区州盟旗乡镇]|街道|地区|行署|[\p{Script=Han}]{1,4}区))+(?:人民)?(?:政府|公署|行署|办事处)?(?:办公[厅室])?$/u.test(group) || /^国务院各部委、各直属机构$/.test(group);

const splitPlain = (group: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const char of group) {
    if ("（(".includes(char)) depth++;
    if ("）)".includes(char)) depth--;
    if (char === "、" && depth === 0) {
      parts.push(part);
      part = "";
    } else part += char;
  }
  return [...parts, part].filter(Boolean);
};

/** All leaves of running text under a node, in order. */
function* texts(nodes: readonly { type: string }[]): Generator<Leaf> {
  for (const node of nodes) {
    if (node.type === "text") yield node as Leaf;
    else if (node.type !== "table" && "children" in node) yield* texts((node as { children: { type: string }[] }).children);
  }
}

/** A document of the tree with what is read of it before the corpus is known. */
interface Prepared {
  node: OfficialDocument;
  slug: string;
  id: string;
  heading: string;
  title: string;
  genre: string | null;
  number: NumberReading | null;
  signed: Signed;
  date: string | null;
  year: number | null;
  inline: TaskReading[];
  tables: { table: Table; attachment: Attachment | null; title: string | null; tasks: TaskTableReading | null }[];
  decisions: { reading: DecisionReading; leaf: Leaf }[];
}

function numberOf(document: OfficialDocument): NumberReading | null {
  const printed = value(document, "number");
  return printed === null ? null : readNumberLine(printed);
}

const parts = <T extends Child["type"]>(document: OfficialDocument, type: T): Extract<Child, { type: T }>[] =>
  document.children.filter((child): child is Extract<Child, { type: T }> => child.type === type);

/** Tables under nodes, in order. */
function tablesIn(nodes: readonly { type: string }[]): Table[] {
  return nodes.flatMap((node) => (node.type === "table" ? [node as Table] : node.type === "section" ? tablesIn((node as { children: { type: string }[] } & { type: string }).children) : []));
}

function readTables(document: OfficialDocument, year: number | null): Prepared["tables"] {
  const groups: { nodes: readonly { type: string }[]; attachment: Attachment | null; title: string | null }[] = [
    { nodes: document.children, attachment: null, title: null },
    ...parts(document, "enclosure").map((enclosure) => ({ nodes: enclosure.children, attachment: null, title: null })),
    ...parts(document, "attachment").map((attachment) => ({ nodes: attachment.children, attachment, title: value(attachment, "title") })),
  ];
  return groups.flatMap(({ nodes, attachment, title }) =>
    tablesIn(nodes).map((table, index) => {
      const own = tableLeaf(table, "caption") ?? (index === 0 ? title : null);
      return { table, attachment, title: own, tasks: readTableTasks(readGrid(table), own ?? title ?? "", year) };
    }),
  );
}

function readAllDecisions(document: OfficialDocument, title: string): Prepared["decisions"] {
  const context: DecisionContext = { mode: null, lastPersons: [], known: new Set(titleNames(title)) };
  const found: Prepared["decisions"] = [];
  for (const leaf of texts(document.children)) for (const reading of readDecisions(leaf.value, context)) found.push({ reading, leaf });
  return found;
}

function prepare(node: OfficialDocument, issueId: string, slugs: ReturnType<typeof createSlugs>, text: string): Prepared {
  const heading = value(node, "title") ?? "";
  const signed = readSignature(node, text);
  const number = numberOf(node);
  const genre = genreOf(heading);
  const prefix = genre === "令" ? "" : issuerPrefix(heading, signed.issuers);
  const title = heading.slice(prefix.length).trimStart();
  if (signed.issuers.length === 0) {
    const printed = genre === "令" || genre === "命令" ? heading.slice(0, heading.length - genre.length) : prefix;
    if (printed !== "") signed.issuers.push(printed);
  }
  const date = readDate(value(node, "date") ?? "");
  const year = date === null ? (number?.year ?? null) : Number(date.slice(0, 4));
  const slug = slugs(number, genre);
  const isNotice = node.kind === "notice";
  const blocks = [node, ...parts(node, "enclosure"), ...parts(node, "attachment")];
  return {
    node, slug, id: `${issueId}/${slug}`, heading, title, genre, number, signed, date, year,
    inline: isNotice ? blocks.flatMap((part) => readInlineTasks((part.children as { type: string }[]).filter(isBlockNode), year)) : [],
    tables: isNotice ? readTables(node, year) : [],
    decisions: isNotice ? [] : readAllDecisions(node, heading),
  };
}

/** Titles under which a document may be cited. */
function citableTitles({ heading, title, node, signed }: Prepared): string[] {
  const enclosed = parts(node, "enclosure").map((enclosure) => value(enclosure, "title") ?? "");
  const quoted = title.match(/《(.+)》/)?.[1];
  return [heading, title, ...signed.issuers.map((issuer) => issuer + title), ...enclosed, ...(quoted === undefined ? [] : [quoted])].filter(Boolean);
}

const BODY_NAME = new RegExp(`${BODY_ENDING}$`);

/** Names of bodies that the issue's own facts give, to be marked in its texts. */
function bodyLexicon(documents: readonly Prepared[]): Lexicon {
  const entries: [string, string][] = [];
  const add = (printed: string, name: string): void => {
    if (printed.length >= 3 && !isCollective(name) && BODY_NAME.test(name)) entries.push([printed, name]);
  };
  for (const { inline, tables, signed, decisions } of documents) {
    for (const issuer of signed.issuers) add(issuer, issuer);
    for (const { reading } of decisions) if (reading.organization !== null) add(reading.organization, reading.organization);
    for (const task of [...inline, ...tables.flatMap(({ tasks }) => tasks?.tasks ?? [])])
      for (const party of [...task.duty.responsible, ...task.duty.supporting, ...task.groupLead]) {
        add(party.name, party.name);
      }
  }
  return buildLexicon(entries);
}

/** Rosters' members, decisions' persons and the chronicle's people, to be marked where they are named. */
function peopleLexicon(documents: readonly Prepared[], chronicles: readonly Chronicle[], names: NameLexicon): Lexicon {
  const entries: [string, string][] = [];
  const add = (name: string | null): void => {
    if (name !== null && name.length >= 2) entries.push([name, name]);
  };
  const visit = (nodes: readonly { type: string }[]): void => {
    for (const node of nodes) {
      if (node.type === "member") {
        const printed = value(node as unknown as { children: { type: string }[] }, "name");
        if (printed !== null && squeeze(printed).length >= 3) add(squeeze(printed));
      } else if ("children" in node && node.type !== "table") visit((node as { children: { type: string }[] }).children);
    }
  };
  for (const { node, decisions } of documents) {
    visit(node.children);
    for (const { reading } of decisions) add(reading.person);
  }
  for (const chronicle of chronicles)
    for (const entry of chronicle.children) if (entry.type === "entry") for (const person of readPeople((entry.children[0] as Leaf).value, names)) if (person.name.length >= 3) add(person.name);
  return buildLexicon(entries);
}

const task = (reading: TaskReading, id: string, anchor: string): Task => ({
  id,
  anchor,
  number: reading.number,
  group: reading.group,
  groupLead: reading.groupLead,
  title: reading.title,
  text: reading.text,
  responsibility: reading.responsibility,
  responsible: reading.duty.responsible,
  supporting: reading.duty.supporting,
  deadline: reading.deadline,
  measures: reading.measures,
  extra: reading.extra,
  position: reading.position,
});

/** Compiles a notice with its tables and task tables. */
function compileNotice(prepared: Prepared, issueId: string, base: Omit<BlockContext, "anchors" | "anchorOf" | "citations" | "addTable">): { notice: NoticeDocument; tables: TableDocument[]; taskTables: TaskTableDocument[] } {
  const { node, slug, id } = prepared;
  const tables: TableDocument[] = [];
  let attachmentAnchor: string | null = null;
  const context: BlockContext = {
    ...base,
    resolve: (citation) => base.resolve(citation),
    anchors: new Set(),
    anchorOf: new Map(),
    citations: [],
    addTable: (table) => {
      const tableId = `${id}-table-${tables.length + 1}`;
      const known = prepared.tables.find((one) => one.table === table);
      tables.push(compileTable(table, tableId, issueId, id, attachmentAnchor, known?.title ?? null));
      return tableId;
    },
  };
  const letter = parts(node, "section").length + parts(node, "paragraph").length >= 0 ? compileBlocks(node.children, "", context) : [];
  const [enclosureNode] = parts(node, "enclosure") as [Enclosure | undefined];
  const enclosure = enclosureNode
    ? { title: value(enclosureNode, "title"), children: compileBlocks(enclosureNode.children, "e", context) }
    : null;
  const attachments = parts(node, "attachment").map((attachment, index) => {
    const anchor = claim(context.anchors, `a${attachment.number ?? index + 1}`);
    attachmentAnchor = anchor;
    const label = (value(attachment, "label") ?? "").replace(/[：:]$/, "");
    const children = compileBlocks(attachment.children, anchor, context);
    attachmentAnchor = null;
    return { anchor, label, number: attachment.number, title: value(attachment, "title"), children };
  });

  const groups: { start: number; make: (n: number) => TaskTableDocument }[] = [];
  if (prepared.inline.length > 0)
    groups.push({
      start: (prepared.inline[0] as TaskReading).position.start.offset,
      make: (n) => taskTable(`${id}-tasks-${n}`, issueId, id, null, "inline", null, prepared.inline.map((reading) => ({ reading, anchor: context.anchorOf.get(reading.node as Node) ?? "" })), null),
    });
  for (const { table, title, tasks } of prepared.tables) {
    if (!tasks) continue;
    const place = [...context.anchorOf.keys()].filter(({ type }) => type === "table").indexOf(table);
    const tableId = (tables[place] as TableDocument).id;
    const rows = table.children.filter((child): child is Row => child.type === "row" && !child.header);
    groups.push({
      start: table.position.start.offset,
      make: (n) => taskTable(`${id}-tasks-${n}`, issueId, id, title, "table", tableId, tasks.tasks.map((reading) => ({ reading, anchor: `${slug}-table-${place + 1}-r${rows.indexOf(reading.node as Row) + 1}` })), tasks.totals),
    });
  }
  groups.sort((a, b) => a.start - b.start);
  const taskTables = groups.map(({ make }, index) => make(index + 1));

  const paragraphs = [...texts(node.children)];
  const notes = leaves(node, "note").map((leaf) => leaf.value);
  const { commencement, expiry } = readEffect(paragraphs, prepared.date);
  const repeals = readRepeals(paragraphs, context.citations, base.source);
  const notice: NoticeDocument = {
    ...schemaOf("notice"),
    id, issue: issueId, section: node.section ?? null,
    heading: prepared.heading,
    title: prepared.title,
    genre: prepared.genre,
    issuer: prepared.signed.issuers.join("、") || null,
    signatory: prepared.signed.signatory,
    documentNumber: prepared.number,
    recipients: splitRecipients(value(node, "recipients") ?? ""),
    date: prepared.date,
    disclosure: disclosureOf(notes),
    effect: { commencement, expiry, repeals },
    children: letter,
    enclosure,
    attachmentNotes: parts(node, "attachmentNote").map((note: AttachmentNote) => ({ number: note.number, title: value(note, "title") ?? "" })),
    attachments,
    contacts: readContacts([...paragraphs.map((leaf) => leaf.value), ...notes]),
    citations: context.citations,
    taskTables: taskTables.map((one) => one.id),
    tables: tables.map((one) => one.id),
    position: node.position,
  };
  return { notice, tables, taskTables };
}

/** 附注 less its brackets; a note of contacts is none of disclosure. */
function disclosureOf(notes: readonly string[]): string | null {
  const own = notes.filter((note) => !/联系|电话/.test(note)).map((note) => note.replace(/^[（(]|[）)]$/g, ""));
  return own.length > 0 ? own.join("；") : null;
}

function readEffect(paragraphs: readonly Leaf[], date: string | null): { commencement: NoticeDocument["effect"]["commencement"]; expiry: NoticeDocument["effect"]["expiry"] } {
  let commencement: NoticeDocument["effect"]["commencement"] = null;
  let expiry: NoticeDocument["effect"]["expiry"] = null;
  for (const { value: text } of paragraphs) {
    commencement ??= readCommencement(text, date);
    expiry ??= readExpiry(text, commencement?.date ?? date);
  }
  return { commencement, expiry };
}

/** The citations that stand in clauses which end a document's force. */
function readRepeals(paragraphs: readonly Leaf[], citations: readonly Citation[], source: Source): Citation[] {
  const repeals: Citation[] = [];
  for (const leaf of paragraphs) {
    const stretches = repealStretches(leaf.value);
    if (stretches.length === 0) continue;
    const offsets = sourceOffsets(source, leaf);
    for (const { start, end } of stretches) {
      const from = offsets(start);
      const to = offsets(end);
      repeals.push(...citations.filter(({ position }) => position.start.offset >= from && position.end.offset <= to));
    }
  }
  return repeals;
}

function taskTable(id: string, issue: string, notice: string, title: string | null, origin: "table" | "inline", table: string | null, tasks: { reading: TaskReading; anchor: string }[], totals: TaskTableReading["totals"]): TaskTableDocument {
  return {
    ...schemaOf("task-table"),
    id, issue, notice, title, origin, table,
    tasks: tasks.map(({ reading, anchor }, index) => task(reading, `${id}#${index + 1}`, anchor)),
    totals,
    position: hull(tasks.map(({ reading }) => reading)),
  };
}

function compileTable(table: Table, id: string, issue: string, notice: string, attachment: string | null, title: string | null): TableDocument {
  const grid = readGrid(table);
  return {
    ...schemaOf("table"),
    id, issue, notice, attachment, title,
    unitNote: tableLeaf(table, "unitNote"),
    columns: grid.columns,
    rows: grid.rows.map(({ row }) => ({ cells: row.children.map((cell) => ({ text: cellText(cell), rowSpan: cell.rowSpan, colSpan: cell.colSpan })) })),
    records: grid.rows.map(({ cells, misfit }) => (misfit ? null : Object.fromEntries(grid.columns.map(({ name }, column) => [name, cellText(cells[column])])))),
    position: table.position,
  };
}

function compileAppointment(prepared: Prepared, issueId: string, base: Omit<BlockContext, "anchors" | "anchorOf" | "citations" | "addTable">): AppointmentDocument {
  const { node, id } = prepared;
  const context: BlockContext = {
    ...base, anchors: new Set(), anchorOf: new Map(), citations: [],
    addTable: () => `${id}-table-1`,
  };
  const decisions: Decision[] = prepared.decisions.map(({ reading, leaf }) => {
    const offsets = sourceOffsets(base.source, leaf);
    const start = offsets(reading.start);
    const end = offsets(reading.end - 1) + 1;
    return {
      action: reading.action, concurrent: reading.concurrent, probation: reading.probation, person: reading.person,
      office: reading.office, organization: reading.organization, post: reading.post, text: reading.text,
      position: { start: placeAt(base.source, start), end: placeAt(base.source, end) },
    };
  });
  const basisLeaf = [...texts(node.children)].find((leaf) => /根据|按照|依据|研究|决定|会议/.test(leaf.value));
  const basisText = basisLeaf?.value.match(/^.*?(?:[：:]|(?=(?:任命|免去|聘任|[\p{Script=Han}]{2,3}(?:任|不再))))/su)?.[0] ?? basisLeaf?.value;
  return {
    ...schemaOf("appointment"),
    id, issue: issueId, section: node.section,
    heading: prepared.heading,
    title: prepared.title,
    issuer: prepared.signed.issuers.join("、") || null,
    documentNumber: prepared.number,
    recipients: splitRecipients(value(node, "recipients") ?? ""),
    date: prepared.date,
    disclosure: disclosureOf(leaves(node, "note").map((leaf) => leaf.value)),
    basis: basisLeaf && basisText ? { text: basisText, citations: citationsOf(basisLeaf, { ...base, citations: [] }).filter(({ reading }) => reading.end <= basisText.length).map(({ citation }) => citation) } : null,
    decisions,
    children: compileBlocks(node.children, "", context),
    position: node.position,
  };
}

function compileChronicle(chronicle: Chronicle, issueId: string, names: NameLexicon, base: Omit<BlockContext, "anchors" | "anchorOf" | "citations" | "addTable">): ChronicleDocument {
  const counts = new Map<string, number>();
  const id = `${issueId}/chronicle`;
  return {
    ...schemaOf("chronicle"),
    id, issue: issueId, title: value(chronicle, "title") ?? "",
    entries: chronicle.children.flatMap((entry) => {
      if (entry.type !== "entry") return [];
      const leaf = entry.children[0] as Leaf;
      const key = entry.date ?? "undated";
      const n = (counts.get(key) ?? 0) + 1;
      counts.set(key, n);
      const cited = citationsOf(leaf, { ...base, citations: [] });
      const people = readPeople(leaf.value, names);
      const own = buildLexicon(people.map(({ name }) => [name, name] as const));
      return [{
        id: `${id}/${key}-${n}`, date: entry.date, endDate: entry.endDate, text: leaf.value,
        people: distinctPeople(people),
        mentions: mentionsOf(leaf.value, cited, { bodies: base.bodies, people: own }),
        position: entry.position,
      }];
    }),
  };
}

/** The contents with the documents that their entries mean. */
function compileContents(contents: Contents | undefined, documents: readonly Prepared[], chronicle: ChronicleDocument | null): IssueDocument["contents"] {
  const byNumber = new Map(documents.map(({ number, id }) => [number?.text ?? "", id]));
  const byTitle = new Map(documents.flatMap((one) => citableTitles(one).map((title) => [comparable(title), one.id] as const)));
  return (contents?.children ?? []).flatMap((entry) => {
    if (entry.type !== "contentsEntry") return [];
    const title = value(entry, "title") ?? value(entry, "number") ?? "";
    const printed = value(entry, "number");
    const reading = printed === null ? null : readNumberLine(printed);
    const heads = entry.section !== null && squeeze(entry.section) === squeeze(title);
    const first = documents.find(({ node }) => node.section !== null && squeeze(node.section) === squeeze(title));
    const bare = comparable(title);
    const document =
      (reading ? byNumber.get(reading.text) : undefined) ??
      byTitle.get(bare) ??
      (/大事记|大事/.test(title) && chronicle ? chronicle.id : undefined) ??
      (heads ? first?.id : undefined) ??
      null;
    return [{ section: entry.section, title, documentNumber: printed, page: entry.page, document }];
  });
}

function compileIssue(id: string, data: IssueData, documents: readonly Prepared[], all: IssueDocument["documents"], contents: IssueDocument["contents"], source: Source, facts: SourceFacts, base: Omit<BlockContext, "anchors" | "anchorOf" | "citations" | "addTable">): IssueDocument {
  const { facts: printed } = data;
  const blocksOf = (nodes: readonly Node[], prefix: string): Block[] =>
    compileBlocks(nodes, prefix, { ...base, anchors: new Set(), anchorOf: new Map(), citations: [], addTable: () => id });
  const { colophon } = printed;
  void documents;
  return {
    ...schemaOf("issue"),
    id, title: printed.title, year: printed.year, number: printed.number, serial: printed.serial,
    frequency: printed.frequency, date: printed.date, permit: printed.permit,
    front: blocksOf(printed.front, "front"),
    about: blocksOf(printed.about, "about"),
    board: printed.board,
    colophon: {
      chiefEditors: printed.chiefEditors, editors: printed.editors,
      supervisor: colophon.supervisor ?? null, sponsor: colophon.sponsor ?? null, publisher: colophon.publisher ?? null,
      address: colophon.address ?? null, phone: colophon.phone ?? null, fax: colophon.fax ?? null, website: colophon.website ?? null,
    },
    contents,
    documents: all,
    source: { ...facts, lines: source.lineStarts.length, characters: source.text.length },
  };
}

/** Compiles a read tree. `corpus` knows the documents of the other issues. */
export function compile(root: Root, file: VFile, source: Source, coverage: Coverage, facts: SourceFacts, corpus: CorpusIndex = emptyIndex()): CompiledIssue {
  const data = file.data["issue"] as IssueData;
  const id = issueIdOf(data.facts.year, data.facts.number);
  const slugs = createSlugs();
  const documents = root.children.filter((node): node is OfficialDocument => node.type === "document").map((node) => prepare(node, id, slugs, source.text));
  const chronicles = root.children.filter((node): node is Chronicle => node.type === "chronicle");
  const contents = root.children.find((node): node is Contents => node.type === "contents");
  const index: CorpusIndex = { byNumber: new Map(corpus.byNumber), byTitle: new Map(corpus.byTitle) };
  for (const one of documents) addToIndex(index, { id: one.id, documentNumber: one.number, titles: citableTitles(one) });
  const names: NameLexicon = new Map();
  for (const chronicle of chronicles) for (const leaf of texts(chronicle.children.filter(({ type }) => type === "entry"))) learnNames(leaf.value, names);
  const base = {
    source,
    bodies: bodyLexicon(documents),
    people: peopleLexicon(documents, chronicles, names),
    resolve: (citation: Parameters<typeof resolveCitation>[1]) => resolveCitation(index, citation),
  };

  const result: CompiledIssue = {
    id, issue: null as unknown as IssueDocument, notices: [], taskTables: [], tables: [], appointments: [], chronicle: null, coverage,
  };
  const printed: IssueDocument["documents"] = [];
  for (const node of root.children) {
    if (node.type === "chronicle") {
      const [first] = chronicles;
      if (node !== first) continue;
      result.chronicle = compileChronicle(mergeChronicles(chronicles), id, names, base);
      printed.push({ type: "chronicle", id: result.chronicle.id, title: result.chronicle.title });
    }
    if (node.type !== "document") continue;
    const one = documents.find(({ node: own }) => own === node) as Prepared;
    printed.push({ type: node.kind, id: one.id, title: one.title });
    if (node.kind === "appointment") result.appointments.push(compileAppointment(one, id, base));
    else {
      const { notice, tables, taskTables } = compileNotice(one, id, base);
      result.notices.push(notice);
      result.tables.push(...tables);
      result.taskTables.push(...taskTables);
    }
  }
  result.issue = compileIssue(id, data, documents, printed, compileContents(contents, documents, result.chronicle), source, facts, base);
  return result;
}

/** Several chronicles of an issue are one document, under the first title. */
function mergeChronicles(chronicles: readonly Chronicle[]): Chronicle {
  const [first, ...rest] = chronicles as [Chronicle, ...Chronicle[]];
  return { ...first, children: [...first.children, ...rest.flatMap(({ children }) => children)] };
}

export type { Masthead };
