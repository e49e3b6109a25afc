/** All documents of a gazette as one collection: issues newest first, within an issue as printed. */
import type {
  AnyDocument,
  AppointmentDocument,
  ChronicleDocument,
  IssueDocument,
  NoticeDocument,
  ReportDocument,
  TableDocument,
  TaskTableDocument,
} from "../document/schema.ts";

/** A document that has a page of its own in the printed order of its issue. */
export type Leading = NoticeDocument | AppointmentDocument | ChronicleDocument;

/** What is found by its id or name: a map, or whoever knows. */
export type Lookup<T> = { get(key: string): T | undefined };

export type Gazette = {
  issues: IssueDocument[];
  notices: NoticeDocument[];
  appointments: AppointmentDocument[];
  chronicles: ChronicleDocument[];
  taskTables: TaskTableDocument[];
  tables: TableDocument[];
  reports: ReportDocument[];
  issueById: Map<string, IssueDocument>;
  /** Notices, appointments and chronicles by id. */
  leading: Map<string, Leading>;
  tableById: Map<string, TableDocument>;
  taskTableById: Map<string, TaskTableDocument>;
};

/** Sort what was read from the content folder into a gazette; the order of `documents` does not matter. */
export function collectGazette(documents: Iterable<AnyDocument>): Gazette {
  const all = [...documents];
  const issues = ofType(all, "issue").sort((a, b) => compareText(b.id, a.id));
  const place = printedPlaces(issues, all);
  const inOrder = <T extends { id: string }>(list: T[]) =>
    list.sort((a, b) => rank(place, a.id) - rank(place, b.id) || compareText(a.id, b.id));
  const notices = inOrder(ofType(all, "notice"));
  const appointments = inOrder(ofType(all, "appointment"));
  const chronicles = inOrder(ofType(all, "chronicle"));
  const taskTables = inOrder(ofType(all, "task-table"));
  const tables = inOrder(ofType(all, "table"));
  return {
    issues,
    notices,
    appointments,
    chronicles,
    taskTables,
    tables,
    reports: ofType(all, "report"),
    issueById: byId(issues),
    leading: byId([...notices, ...appointments, ...chronicles]),
    tableById: byId(tables),
    taskTableById: byId(taskTables),
  };
}

/** The documents of one issue that have pages, in printed order. */
export function documentsOf(gazette: { leading: Lookup<Leading> }, issue: IssueDocument): Leading[] {
  return issue.documents.flatMap(({ id }) => gazette.leading.get(id) ?? []);
}

/** Earlier issues first: the order in which addresses are given, so that a new issue changes none. */
export function oldestFirst<T extends { issue: string }>(documents: T[]): T[] {
  return documents.toSorted((a, b) => compareText(a.issue, b.issue));
}

/** Plain code-unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

function ofType<T extends AnyDocument["type"]>(all: AnyDocument[], type: T) {
  return all.filter((document): document is Extract<AnyDocument, { type: T }> => document.type === type);
}

function byId<T extends { id: string }>(list: T[]): Map<string, T> {
  return new Map(list.map((item) => [item.id, item]));
}

function rank(place: Map<string, number>, id: string): number {
  return place.get(id) ?? Number.MAX_SAFE_INTEGER;
}

/** Where each document stands: issue by issue, then as the issue lists them; a notice's tables follow it. */
function printedPlaces(issues: IssueDocument[], all: AnyDocument[]): Map<string, number> {
  const notices = byId(ofType(all, "notice"));
  const ids = issues.flatMap((issue) =>
    issue.documents.flatMap(({ id }) => {
      const notice = notices.get(id);
      return notice ? [id, ...notice.tables, ...notice.taskTables] : [id];
    }),
  );
  return new Map(ids.map((id, index) => [id, index]));
}
