/** gast, the syntax tree of a gazette: a unist dialect. `readme.md` beside this file has its content model. */
import type { Literal, Node, Parent } from "unist";

/** A stretch of the source, by UTF-16 offsets: `start` is its first unit, `end` the one after its last. */
export interface Span {
  start: number;
  end: number;
}

/** A place in the source, as unist has it, with the offset always known. */
export interface Place {
  line: number;
  column: number;
  offset: number;
}
export interface PlaceRange {
  start: Place;
  end: Place;
}

/** What a leaf is to its parent. */
export type LeafType =
  | "text"
  | "marker"
  | "title"
  | "delimiter"
  | "label"
  | "value"
  | "number"
  | "recipients"
  | "issuer"
  | "date"
  | "note"
  | "caption"
  | "unitNote"
  | "role"
  | "name"
  | "office"
  | "page"
  | "field";

/** Printed text. A leaf healed over a break has several spans; `value` is their text less layout. */
export interface Leaf extends Literal {
  type: LeafType;
  value: string;
  spans: Span[];
  position: PlaceRange;
}

export type FurnitureKind =
  | "page-number"
  | "running-head"
  | "repeated-head"
  | "repeated-group"
  | "image"
  | "markup"
  | "leader"
  | "bracket"
  | "heading"
  | "corrected";

/** What the page carries and the text does not. */
export interface Furniture extends Literal {
  type: "furniture";
  kind: FurnitureKind;
  value: string;
  spans: Span[];
  position: PlaceRange;
}

/** All blanks between the leaves; they make the source whole again. */
export interface Blank extends Literal {
  type: "blank";
  value: string;
  spans: Span[];
  position: PlaceRange;
}

/** One line of the source, as the parser leaves it: the structure transformers turn lines into the rest. */
export interface Line extends Node {
  type: "line";
  /** Number from 1. */
  number: number;
  /** Offset of the line's first unit, blanks and all; `limit` is the place after its last, line end aside. */
  origin: number;
  limit: number;
  /** Where the printed text stands, without the blanks around it and the marks within; empty for a blank line. */
  spans: Span[];
  /** The text of the spans, joined. */
  value: string;
  kind: LineKind;
  /** True for an item that the source marks with a list hyphen. */
  bullet: boolean;
  /** True for a line that the source marks as a heading with #. */
  heading: boolean;
  /** True where a tab stands at the line's edge: it may be a table row with one filled cell. */
  tabbed: boolean;
  /** True where a blank of any kind stands within the value. */
  spaced: boolean;
  /** The cells of a row that blanks part, in the source; an empty one ends where it starts. */
  cells?: Span[];
}
export type LineKind = "blank" | "text" | "row" | "html";

export interface Paragraph extends Parent {
  type: "paragraph";
  children: Leaf[];
  position: PlaceRange;
}
export interface ListItem extends Parent {
  type: "listItem";
  children: Leaf[];
  position: PlaceRange;
}
export interface List extends Parent {
  type: "list";
  children: ListItem[];
  position: PlaceRange;
}
/** What a marker is: the rank that decides the nesting, smaller is higher. */
export interface Section extends Parent {
  type: "section";
  rank: number;
  depth: number;
  ordinal: number | null;
  runIn: boolean;
  children: (Leaf | Block)[];
  position: PlaceRange;
}
export interface Cell extends Parent {
  type: "cell";
  rowSpan: number;
  colSpan: number;
  /** Index of the first column that the cell covers. */
  column: number;
  children: Leaf[];
}
export interface Row extends Parent {
  type: "row";
  header: boolean;
  children: Cell[];
  position: PlaceRange;
}
export interface Table extends Parent {
  type: "table";
  children: (Leaf | Row)[];
  position: PlaceRange;
}
export interface Member extends Parent {
  type: "member";
  children: Leaf[];
  position: PlaceRange;
}
export interface RosterGroup extends Parent {
  type: "rosterGroup";
  /** The head of the section that names the group, where no role is printed with it. */
  heading: string | null;
  children: (Leaf | Member)[];
  position: PlaceRange;
}
export interface Roster extends Parent {
  type: "roster";
  children: RosterGroup[];
  position: PlaceRange;
}
export interface FormField extends Parent {
  type: "formField";
  children: Leaf[];
  position: PlaceRange;
}
export interface Form extends Parent {
  type: "form";
  children: FormField[];
  position: PlaceRange;
}
export type Block = Section | Paragraph | List | Table | Roster | Form;

/** The text that a letter issues, under its own title. */
export interface Enclosure extends Parent {
  type: "enclosure";
  children: (Leaf | Block)[];
  position: PlaceRange;
}
export interface AttachmentNote extends Parent {
  type: "attachmentNote";
  number: number | null;
  children: Leaf[];
  position: PlaceRange;
}
export interface Attachment extends Parent {
  type: "attachment";
  number: number | null;
  children: (Leaf | Block)[];
  position: PlaceRange;
}
/** An official document: head, letter, and what it carries. */
export interface OfficialDocument extends Parent {
  type: "document";
  kind: "notice" | "appointment";
  section: string | null;
  children: (Leaf | Block | Enclosure | AttachmentNote | Attachment)[];
  position: PlaceRange;
}
export interface ChronicleEntry extends Parent {
  type: "entry";
  date: string | null;
  endDate: string | null;
  children: Leaf[];
  position: PlaceRange;
}
export interface Chronicle extends Parent {
  type: "chronicle";
  children: (Leaf | ChronicleEntry)[];
  position: PlaceRange;
}
export interface ContentsEntry extends Parent {
  type: "contentsEntry";
  section: string | null;
  page: number | null;
  children: Leaf[];
  position: PlaceRange;
}
export interface Contents extends Parent {
  type: "contents";
  children: (Leaf | ContentsEntry)[];
  position: PlaceRange;
}
/** A labelled line of the masthead or colophon: `主 编：马亚西`. */
export interface Field extends Parent {
  type: "fieldLine";
  children: Leaf[];
  position: PlaceRange;
}
export interface Masthead extends Parent {
  type: "masthead";
  children: (Leaf | Field | Paragraph)[];
  position: PlaceRange;
}

export type TopNode = Line | Masthead | Contents | OfficialDocument | Chronicle | Leaf | Furniture | Blank;

/** The whole source. Until the structure is read its children are lines. */
export interface Root extends Parent {
  type: "root";
  children: TopNode[];
}

export type GastNode =
  | Root
  | TopNode
  | Block
  | ListItem
  | Row
  | Cell
  | RosterGroup
  | Member
  | FormField
  | Enclosure
  | AttachmentNote
  | Attachment
  | ChronicleEntry
  | ContentsEntry
  | Field;
