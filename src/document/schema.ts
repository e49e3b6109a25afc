/** The published documents: zod schemas that are the one source of truth for types, JSON Schema and checks. */
import { z } from "zod";

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A place in the decoded source (unist point): line and column from 1, offset in UTF-16 units, BOM aside. */
export const point = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1),
  offset: z.int().min(0),
});
/** From the first character of a node to the place after its last (unist position). */
export const position = z.strictObject({ start: point, end: point });

export const date = z.string().regex(ISO_DATE);
export const issueId = z.string().regex(/^\d{4}-\d{2}$/);
export const documentId = z.string().regex(/^\d{4}-\d{2}\/[a-z0-9-]+$/);
const text = z.string();

/** 发文字号: as printed, with its code, year and serial; `agency` and `year` are null for 第5号 of a 令. */
export const documentNumber = z.strictObject({
  text,
  agency: text.nullable(),
  year: z.int().nullable(),
  serial: z.int().nullable(),
});

/** A document named in a text: 《…》, 〔…〕号, or both. */
export const citation = z.strictObject({
  text,
  title: text.nullable(),
  documentNumber: documentNumber.nullable(),
  document: documentId.nullable(),
  position,
});

/**
 * A correction (更正) of the print: `printed` as it stands at `position`, `corrected` as the document has it. Where it
 * is: a block, row, task or entry by its `anchor`, or a `field` of the document.
 */
export const correction = z.strictObject({
  anchor: text.nullable(),
  field: text.nullable(),
  printed: text,
  corrected: text,
  reason: text,
  position,
});
/** Only a document that editors have corrected has this field. */
const corrections = { corrections: z.array(correction).optional() };

/** Something named in a paragraph, by UTF-16 offsets into its `text`. */
export const mention = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("organization"), start: z.int(), end: z.int(), name: text }),
  z.strictObject({ kind: z.literal("person"), start: z.int(), end: z.int(), name: text }),
  z.strictObject({ kind: z.literal("document"), start: z.int(), end: z.int(), ref: documentId.nullable() }),
  z.strictObject({ kind: z.literal("date"), start: z.int(), end: z.int(), date }),
]);

const placed = { anchor: text, position };

export const paragraph = z.strictObject({
  type: z.literal("paragraph"),
  ...placed,
  text,
  mentions: z.array(mention),
});
export const list = z.strictObject({
  type: z.literal("list"),
  ...placed,
  items: z.array(z.strictObject({ marker: text.nullable(), text })),
});
export const tableRef = z.strictObject({ type: z.literal("table"), ...placed, ref: documentId });
const person = z.strictObject({ name: text.nullable(), title: text.nullable() });
export const roster = z.strictObject({
  type: z.literal("roster"),
  ...placed,
  groups: z.array(z.strictObject({ role: text.nullable(), members: z.array(person) })),
});
export const form = z.strictObject({
  type: z.literal("form"),
  ...placed,
  fields: z.array(z.strictObject({ label: text, value: text })),
});

/** A numbered part; `delimiter` is the mark that ended its head, `runIn` whether text follows on the same line. */
const sectionHead = z.strictObject({
  type: z.literal("section"),
  ...placed,
  depth: z.int().min(1),
  marker: text,
  ordinal: z.int().nullable(),
  title: text.nullable(),
  delimiter: text.nullable(),
  runIn: z.boolean(),
});
export const section = z.strictObject({
  ...sectionHead.shape,
  get children(): z.ZodArray<z.ZodType<Block>> {
    return z.array(block);
  },
});

export const block = z.discriminatedUnion("type", [section, paragraph, list, tableRef, roster, form]);

/** What stands in a document. The recursion is spelled out here because inference cannot go round it. */
export type Block =
  | (z.infer<typeof sectionHead> & { children: Block[] })
  | z.infer<typeof paragraph>
  | z.infer<typeof list>
  | z.infer<typeof tableRef>
  | z.infer<typeof roster>
  | z.infer<typeof form>;

/** Work that somebody must do, or a body that bears it: `name` has the level the enumeration shares. */
export const party = z.strictObject({ text, name: text });
export const deadline = z.strictObject({
  text,
  start: date.nullable(),
  end: date.nullable(),
  ongoing: z.boolean(),
});
export const measure = z.strictObject({
  name: text,
  text,
  value: z.number().nullable(),
  unit: text.nullable(),
  year: z.int().nullable(),
});
export const task = z.strictObject({
  id: text,
  anchor: text,
  number: z.int().nullable(),
  group: text.nullable(),
  groupLead: z.array(party),
  title: text.nullable(),
  text: text.nullable(),
  responsibility: text.nullable(),
  responsible: z.array(party),
  supporting: z.array(party),
  deadline: deadline.nullable(),
  measures: z.array(measure),
  extra: z.record(text, text),
  position,
});

const head = <T extends string>(type: T) => ({
  $schema: z.literal(`/data/schema/v1/${type}.json`),
  schemaVersion: z.literal("1.0"),
  type: z.literal(type),
});

export const issueDocument = z.strictObject({
  ...head("issue"),
  id: issueId,
  title: text,
  year: z.int(),
  number: z.int(),
  serial: z.int().nullable(),
  frequency: text.nullable(),
  date: date.nullable(),
  permit: text.nullable(),
  front: z.array(block),
  about: z.array(block),
  board: z.array(z.strictObject({ role: text, members: z.array(text) })),
  colophon: z.strictObject({
    chiefEditors: z.array(text),
    editors: z.array(text),
    supervisor: text.nullable(),
    sponsor: text.nullable(),
    publisher: text.nullable(),
    address: text.nullable(),
    phone: text.nullable(),
    fax: text.nullable(),
    website: text.nullable(),
  }),
  contents: z.array(
    z.strictObject({
      section: text.nullable(),
      title: text,
      documentNumber: text.nullable(),
      page: z.int().nullable(),
      document: documentId.nullable(),
    }),
  ),
  documents: z.array(
    z.strictObject({ type: z.enum(["notice", "appointment", "chronicle"]), id: documentId, title: text }),
  ),
  source: z.strictObject({
    file: text,
    encoding: text,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    lines: z.int(),
    characters: z.int(),
  }),
  ...corrections,
});

const dated = z.strictObject({ text: text.nullable(), date: date.nullable() });

export const noticeDocument = z.strictObject({
  ...head("notice"),
  id: documentId,
  issue: issueId,
  section: text.nullable(),
  heading: text,
  title: text,
  genre: text.nullable(),
  issuer: text.nullable(),
  signatory: z.strictObject({ title: text.nullable(), name: text }).nullable(),
  documentNumber: documentNumber.nullable(),
  recipients: z.array(text),
  date: date.nullable(),
  disclosure: text.nullable(),
  effect: z.strictObject({
    commencement: dated.nullable(),
    expiry: dated.nullable(),
    repeals: z.array(citation),
  }),
  children: z.array(block),
  enclosure: z.strictObject({ title: text.nullable(), children: z.array(block) }).nullable(),
  attachmentNotes: z.array(z.strictObject({ number: z.int().nullable(), title: text })),
  attachments: z.array(
    z.strictObject({
      anchor: text,
      label: text,
      number: z.int().nullable(),
      title: text.nullable(),
      children: z.array(block),
    }),
  ),
  contacts: z.array(
    z.strictObject({
      name: text.nullable(),
      organization: text.nullable(),
      phone: text.nullable(),
      email: text.nullable(),
    }),
  ),
  citations: z.array(citation),
  taskTables: z.array(documentId),
  tables: z.array(documentId),
  position,
  ...corrections,
});

export const tableDocument = z.strictObject({
  ...head("table"),
  id: documentId,
  issue: issueId,
  notice: documentId,
  attachment: text.nullable(),
  title: text.nullable(),
  unitNote: text.nullable(),
  columns: z.array(z.strictObject({ name: text, unit: text.nullable(), text })),
  rows: z.array(
    z.strictObject({
      cells: z.array(z.strictObject({ text, rowSpan: z.int().min(1), colSpan: z.int().min(1) })),
    }),
  ),
  records: z.array(z.record(text, text).nullable()),
  position,
  ...corrections,
});

export const taskTableDocument = z.strictObject({
  ...head("task-table"),
  id: documentId,
  issue: issueId,
  notice: documentId,
  title: text.nullable(),
  origin: z.enum(["table", "inline"]),
  table: documentId.nullable(),
  tasks: z.array(task),
  totals: z.array(measure).nullable(),
  position,
  ...corrections,
});

export const decision = z.strictObject({
  action: z.enum(["appoint", "remove"]),
  concurrent: z.boolean(),
  probation: text.nullable(),
  person: text.nullable(),
  office: text.nullable(),
  organization: text.nullable(),
  post: text.nullable(),
  text,
  position,
});

export const appointmentDocument = z.strictObject({
  ...head("appointment"),
  id: documentId,
  issue: issueId,
  section: text.nullable(),
  heading: text,
  title: text,
  issuer: text.nullable(),
  documentNumber: documentNumber.nullable(),
  recipients: z.array(text),
  date: date.nullable(),
  disclosure: text.nullable(),
  basis: z.strictObject({ text, citations: z.array(citation) }).nullable(),
  decisions: z.array(decision),
  children: z.array(block),
  position,
  ...corrections,
});

export const chronicleDocument = z.strictObject({
  ...head("chronicle"),
  id: documentId,
  issue: issueId,
  title: text,
  entries: z.array(
    z.strictObject({
      id: text,
      date: date.nullable(),
      endDate: date.nullable(),
      text,
      people: z.array(z.strictObject({ name: text, title: text.nullable() })),
      mentions: z.array(mention),
      position,
    }),
  ),
  ...corrections,
});

export const reportDocument = z.strictObject({
  ...head("report"),
  issue: issueId,
  coverage: z.strictObject({
    characters: z.int(),
    inDocuments: z.int(),
    inFurniture: z.int(),
    unaccounted: z.int(),
  }),
  counts: z.strictObject({
    notices: z.int(),
    taskTables: z.int(),
    tasks: z.int(),
    tables: z.int(),
    appointments: z.int(),
    decisions: z.int(),
    chronicleEntries: z.int(),
  }),
  messages: z.array(
    z.strictObject({
      ruleId: text,
      severity: z.enum(["error", "warning", "info"]),
      reason: text,
      document: documentId.nullable(),
      place: position,
    }),
  ),
});

/** Every published type, by the name its file carries in `type`. */
export const schemas = {
  issue: issueDocument,
  notice: noticeDocument,
  "task-table": taskTableDocument,
  table: tableDocument,
  appointment: appointmentDocument,
  chronicle: chronicleDocument,
  report: reportDocument,
} as const;

export type Position = z.infer<typeof position>;
export type DocumentNumber = z.infer<typeof documentNumber>;
export type Correction = z.infer<typeof correction>;
export type Citation = z.infer<typeof citation>;
export type Mention = z.infer<typeof mention>;
export type Paragraph = z.infer<typeof paragraph>;
export type Section = Extract<Block, { type: "section" }>;
export type Party = z.infer<typeof party>;
export type Deadline = z.infer<typeof deadline>;
export type Measure = z.infer<typeof measure>;
export type Task = z.infer<typeof task>;
export type Decision = z.infer<typeof decision>;
export type IssueDocument = z.infer<typeof issueDocument>;
export type NoticeDocument = z.infer<typeof noticeDocument>;
export type TableDocument = z.infer<typeof tableDocument>;
export type TaskTableDocument = z.infer<typeof taskTableDocument>;
export type AppointmentDocument = z.infer<typeof appointmentDocument>;
export type ChronicleDocument = z.infer<typeof chronicleDocument>;
export type ReportDocument = z.infer<typeof reportDocument>;
export type AnyDocument = z.infer<(typeof schemas)[keyof typeof schemas]>;
