/** The model of a gazette: what is to be read back from its text. Texts are as printed, without layout. */

/** A gazette: one issue. */
export interface Gazette {
  seed: number;
  masthead: Masthead;
  contents: ContentsEntry[] | null;
  documents: GazetteDocument[];
}

export interface Masthead {
  title: string;
  year: number;
  number: number;
  serial: number | null;
  frequency: string | null;
  /** ISO, and as printed. */
  date: { iso: string; text: string } | null;
  permit: string | null;
  front: string[];
  about: { heading: string; paragraphs: string[] } | null;
  board: { role: string; members: string[] }[];
  colophon: Colophon | null;
}

export interface Colophon {
  chiefEditors: string[];
  editors: string[];
  supervisor: string | null;
  sponsor: string | null;
  publisher: string | null;
  address: string | null;
  phone: string | null;
  fax: string | null;
  website: string | null;
}

export interface ContentsEntry {
  section: string | null;
  title: string;
  documentNumber: string | null;
  page: number | null;
  /** Place of the document among `documents`; null where the entry names none. */
  document: number | null;
  /** A heading that carries a page itself. */
  heading: boolean;
}

export type GazetteDocument = Notice | Appointment | Chronicle;

export interface DocumentNumber {
  text: string;
  agency: string | null;
  year: number | null;
  serial: number;
}

/** What every letter has, notice or appointment. */
export interface Letter {
  section: string | null;
  heading: string;
  /** Null where the contract does not say (令). */
  title: string | null;
  /** Where the printed title may be broken besides between words: after the issuer. */
  headingIssuer: string;
  documentNumber: DocumentNumber | null;
  recipients: { names: string[]; text: string } | null;
  /** Bodies as they sign, one each. */
  issuers: string[];
  signatory: { title: string; name: string } | null;
  date: { iso: string; text: string };
  /** 附注, without its brackets. */
  disclosure: string | null;
}

export interface Notice extends Letter {
  type: "notice";
  genre: string;
  body: Block[];
  effect: Effect;
  enclosure: { title: string; children: Block[] } | null;
  attachmentNotes: { number: number | null; title: string }[];
  attachments: Attachment[];
  contacts: Contact[];
  /** Tasks that stand in the text: all of a notice are one table. */
  inlineTasks: Task[];
}

export interface Effect {
  commencement: { text: string; date: string | null } | null;
  expiry: { text: string; date: string | null } | null;
  repeals: Cited[];
}

/** A document named in the text: title without 《》. */
export interface Cited {
  title: string | null;
  number: string | null;
}

export interface Contact {
  name: string;
  organization: string | null;
  phone: string | null;
  email: string | null;
}

export interface Attachment {
  label: string;
  number: number | null;
  title: string | null;
  /** The label stands under the title. */
  labelBelow: boolean;
  children: Block[];
}

export type Block = SectionBlock | ParagraphBlock | ListBlock | TableBlock | RosterBlock | FormBlock;

export interface SectionBlock {
  type: "section";
  depth: number;
  marker: string;
  /** Null for an item that is a sentence; its text is then the first paragraph. */
  title: string | null;
  delimiter: string | null;
  runIn: boolean;
  children: Block[];
}

export interface ParagraphBlock {
  type: "paragraph";
  text: string;
  /** `duty` for 责任单位：…, `verse` for what stands in a line of its own and is no prose (主送、落款 of a transmitted text). */
  kind: "prose" | "duty" | "verse";
  /** False where the contract does not say what the line becomes. */
  asked: boolean;
}

export interface ListBlock {
  type: "list";
  items: { marker: string | null; text: string }[];
}

export interface RosterBlock {
  type: "roster";
  groups: { role: string; members: { name: string; title: string | null }[] }[];
}

export interface FormBlock {
  type: "form";
  fields: { label: string; value: string }[];
}

export interface TableBlock {
  type: "table";
  table: Table;
}

export interface Column {
  name: string;
  unit: string | null;
  /** The head as printed. */
  text: string;
  /** The upper row of a head of two rows, the same for neighbours under one cell. */
  above: string | null;
}

export interface Cell {
  text: string;
  rowSpan: number;
  colSpan: number;
}

export interface Table {
  /** Undefined where the contract does not say: one of several under the headings of a text. */
  title: string | null | undefined;
  unitNote: string | null;
  columns: Column[];
  /** As the contract's rows: a cell that one above spans is absent. */
  rows: Cell[][];
  /** Null where the cells make no work: a plain table. */
  tasks: Task[] | null;
  totals: Measure[] | null;
}

export interface Party {
  text: string;
  name: string;
}

export interface Deadline {
  text: string;
  /** Undefined where the contract does not say. */
  start: string | null | undefined;
  end: string | null | undefined;
  ongoing: boolean | undefined;
}

export interface Measure {
  name: string;
  text: string;
  value: number | null;
  unit: string | null;
  year: number | null;
}

export interface Task {
  /** Undefined where the contract does not say. */
  number: number | null | undefined;
  group: string | null | undefined;
  groupLead: Party[];
  title: string | null;
  text: string | null;
  responsibility: string | null;
  responsible: Party[];
  supporting: Party[];
  deadline: Deadline | null;
  measures: Measure[];
  extra: Record<string, string>;
}

export interface Appointment extends Letter {
  type: "appointment";
  basis: string;
  lines: string[];
  decisions: Decision[];
}

export interface Decision {
  action: "appoint" | "remove";
  concurrent: boolean;
  probation: string | null;
  person: string;
  office: string;
  /** Undefined where several offices stand in one decision. */
  organization: string | null | undefined;
  post: string | null | undefined;
}

export interface Chronicle {
  type: "chronicle";
  section: string | null;
  heading: string;
  /** Lines as printed: entries, and month headings that belong to none. */
  lines: { text: string; entry: ChronicleEntry | null }[];
}

export interface ChronicleEntry {
  date: string;
  endDate: string | null;
  text: string;
  people: { name: string; title: string | null }[];
}
