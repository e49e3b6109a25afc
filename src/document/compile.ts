/** The compiler: a read tree to the typed documents of an issue. */
import { citableTitles, readOfficialDocument } from "../reading/document.ts";
import { type EntryPeople, knownNames, readEntryPeople } from "../reading/knownNames.ts";
import type { IssueData } from "../structure/index.ts";
import type { Source } from "../tree/build.ts";
import type { Coverage } from "../tree/coverage.ts";
import type { Chronicle, Contents, OfficialDocument, Root } from "../tree/nodes.ts";
import { compileAppointment } from "./appointment.ts";
import type { Cited, SharedContext } from "./blocks.ts";
import { compileChronicle, mergeChronicles } from "./chronicle.ts";
import { addToIndex, type CorpusIndex, emptyIndex, resolveCitation } from "./corpusIndex.ts";
import { createSlugs, issueIdOf } from "./ids.ts";
import { compileIssue, contentsOf, type SourceFacts } from "./issue.ts";
import type { NamedReading } from "./named.ts";
import { compileNotice } from "./notice.ts";
import type {
  AppointmentDocument,
  ChronicleDocument,
  IssueDocument,
  NoticeDocument,
  TableDocument,
  TaskTableDocument,
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
  /** What it cites that is no document of its own: {@link answerCitations} says whether other issues have it. */
  open: Cited[];
}

/** The same, with what became of every character of its source. */
export interface AccountedIssue extends CompiledIssue {
  coverage: Coverage;
}

/** What a compilation starts from beside the tree. */
export interface CompileInput {
  data: IssueData;
  source: Source;
  facts: SourceFacts;
}

/** Reads and names the official documents of a tree, in printed order. */
function readDocuments(root: Root, issueId: string, source: Source, title: string): NamedReading[] {
  const slugs = createSlugs();
  return root.children
    .filter((node): node is OfficialDocument => node.type === "document")
    .map((node) => {
      const reading = readOfficialDocument(node, source.text, title);
      const slug = slugs(reading.number, reading.genre);
      return { ...reading, slug, id: `${issueId}/${slug}` };
    });
}

/** What all documents share: the names known in the issue, and the way from a citation to its document. */
function sharedContext(
  documents: readonly NamedReading[],
  people: EntryPeople,
  source: Source,
): SharedContext {
  const own = emptyIndex();
  for (const one of documents)
    addToIndex(own, { id: one.id, documentNumber: one.number, titles: citableTitles(one) });
  return {
    source,
    names: knownNames(documents, people),
    resolve: (citation) => resolveCitation(own, citation),
    open: [],
  };
}

/** Notes which documents of other issues an issue cites. */
export function answerCitations({ open }: CompiledIssue, corpus: CorpusIndex): void {
  for (const { citation, reading, mention } of open) {
    citation.document = resolveCitation(corpus, reading);
    if (mention !== null) mention.ref = citation.document;
  }
}

/** Compiles a read tree; what it cites of other issues is still open. */
export function compile(root: Root, input: CompileInput): CompiledIssue {
  const { data, source, facts } = input;
  const id = issueIdOf(data.facts.year, data.facts.number);
  const documents = readDocuments(root, id, source, data.facts.title);
  const chronicles = root.children.filter((node): node is Chronicle => node.type === "chronicle");
  const contents = root.children.find((node): node is Contents => node.type === "contents");
  const readContents = contentsOf(contents, documents);
  const listed = readContents(null);
  // The entry that means a document gives its section, also one that names the text it issues.
  for (const { node, id: document } of documents)
    node.section = listed.find((entry) => entry.document === document)?.section ?? node.section;
  const people = readEntryPeople(chronicles);
  const shared = sharedContext(documents, people, source);

  const notices: NoticeDocument[] = [];
  const taskTables: TaskTableDocument[] = [];
  const tables: TableDocument[] = [];
  const appointments: AppointmentDocument[] = [];
  const printed: { start: number; entry: IssueDocument["documents"][number] }[] = [];
  for (const one of documents) {
    printed.push({
      start: one.node.position.start.offset,
      entry: { type: one.node.kind, id: one.id, title: one.title },
    });
    if (one.node.kind === "appointment") {
      const compiled = compileAppointment(one, id, shared);
      appointments.push(compiled.appointment);
      tables.push(...compiled.tables);
    } else {
      const compiled = compileNotice(one, id, shared);
      notices.push(compiled.notice);
      tables.push(...compiled.tables);
      taskTables.push(...compiled.taskTables);
    }
  }
  const [first] = chronicles;
  const chronicle = first ? compileChronicle(mergeChronicles(chronicles), id, people, shared) : null;
  if (first && chronicle)
    printed.push({
      start: first.position.start.offset,
      entry: { type: "chronicle", id: chronicle.id, title: chronicle.title },
    });
  printed.sort((a, b) => a.start - b.start);
  const issue = compileIssue(
    id,
    data,
    printed.map(({ entry }) => entry),
    readContents(chronicle),
    shared,
    facts,
  );
  return { id, issue, notices, taskTables, tables, appointments, chronicle, open: shared.open };
}
