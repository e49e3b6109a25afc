/** Corrections beside the documents they stand in, and the places of a corrected issue led back to the print. */
import { placeAt, type Source } from "../tree/build.ts";
import type { GastNode, OfficialDocument, Root, Row, Span, Table } from "../tree/nodes.ts";
import type { Back } from "../tree/printed.ts";
import { blocksOf, blocksUnder } from "./anchors.ts";
import type { AccountedIssue } from "./compile.ts";
import type { Block, Correction, Position } from "./schema.ts";

/** A correction with the stretch of the corrected text that it made, and the printed one that it replaced. */
export interface AppliedCorrection extends Pick<Correction, "printed" | "corrected" | "reason"> {
  region: Span;
  print: Span;
}

type Place = Pick<Correction, "anchor" | "field">;

const touches = ({ start, end }: Position, region: Span): boolean =>
  start.offset <= region.start && region.end <= end.offset;

/** The fields that the leaves of a document's head make. */
const FIELDS: Partial<Record<string, string>> = {
  title: "heading",
  number: "documentNumber",
  recipients: "recipients",
  issuer: "issuer",
  date: "date",
  note: "disclosure",
  attachmentNote: "attachmentNotes",
};

const BLOCK_FIELDS: Record<Block["type"], string | null> = {
  section: "title",
  paragraph: "text",
  list: "items",
  roster: "groups",
  form: "fields",
  table: null,
};

/** The innermost block that holds a region. */
function placeInBlocks(blocks: Iterable<Block>, region: Span): Place | null {
  const holders = [...blocks].filter(({ position }) => touches(position, region));
  const last = holders.at(-1);
  return last === undefined ? null : { anchor: last.anchor, field: BLOCK_FIELDS[last.type] };
}

/** Where in a notice or an appointment a region stands: a block, an attachment's title, or a field of its head. */
function placeInDocument(
  document: AccountedIssue["notices"][number] | AccountedIssue["appointments"][number],
  node: OfficialDocument | undefined,
  region: Span,
): Place {
  const inBlock = placeInBlocks(blocksOf(document), region);
  if (inBlock) return inBlock;
  let attachment = -1;
  for (const child of (node as OfficialDocument).children) {
    if (child.type === "attachment") attachment++;
    if (!touches(child.position, region)) continue;
    if (child.type === "attachment" && document.type === "notice")
      return { anchor: document.attachments[attachment]?.anchor ?? null, field: "title" };
    return { anchor: null, field: FIELDS[child.type] ?? child.type };
  }
  return { anchor: null, field: null };
}

/** All nodes of a type under a node. */
function* nodesOf<T extends GastNode["type"]>(
  node: { type: string },
  type: T,
): Generator<Extract<GastNode, { type: T }>> {
  if (node.type === type) yield node as Extract<GastNode, { type: T }>;
  if ("children" in node)
    for (const child of node.children as { type: string }[]) yield* nodesOf(child, type);
}

/** The row of a printed table that holds a region, by its anchor; the columns where it is the head. */
function placeInTable(id: string, table: Table | undefined, region: Span): Place {
  const rows = (table?.children ?? []).filter((child): child is Row => child.type === "row");
  const row = rows.find(({ position }) => touches(position, region));
  if (row === undefined) return { anchor: null, field: "title" };
  if (row.header) return { anchor: null, field: "columns" };
  const number = rows.filter(({ header }) => !header).indexOf(row) + 1;
  return { anchor: `${id.slice(id.indexOf("/") + 1)}-r${number}`, field: "rows" };
}

/** Sets each correction beside the documents whose text it changes; those without keep no field for it. */
function attach(
  compiled: AccountedIssue,
  root: Root,
  applied: readonly AppliedCorrection[],
  source: Source,
): void {
  const documents = [...nodesOf(root, "document")];
  const tables = [...nodesOf(root, "table")];
  const sameStart = <T extends { position: Position }>(
    nodes: readonly T[],
    position: Position,
  ): T | undefined => nodes.find((node) => node.position.start.offset === position.start.offset);
  for (const { region, print, printed, corrected, reason } of applied) {
    const position = { start: placeAt(source, print.start), end: placeAt(source, print.end) };
    let held = false;
    const add = (target: { corrections?: Correction[] | undefined }, place: Place): void => {
      held = true;
      target.corrections = [
        ...(target.corrections ?? []),
        { ...place, printed, corrected, reason, position },
      ];
    };
    for (const one of [...compiled.notices, ...compiled.appointments])
      if (touches(one.position, region))
        add(one, placeInDocument(one, sameStart(documents, one.position), region));
    for (const table of compiled.tables)
      if (touches(table.position, region))
        add(table, placeInTable(table.id, sameStart(tables, table.position), region));
    for (const table of compiled.taskTables) {
      const task = table.tasks.find((one) => touches(one.position, region));
      if (task) add(table, { anchor: task.anchor, field: null });
    }
    const entry = compiled.chronicle?.entries.find((one) => touches(one.position, region));
    if (entry && compiled.chronicle) add(compiled.chronicle, { anchor: entry.id, field: "text" });
    if (held) continue;
    const { issue } = compiled;
    const front = placeInBlocks(blocksUnder([...issue.front, ...issue.about]), region);
    const inContents = [...nodesOf(root, "contents")].some((contents) => touches(contents.position, region));
    add(issue, front ?? { anchor: null, field: inContents ? "contents" : null });
  }
}

const isPlace = (value: object): value is Position =>
  "start" in value &&
  "end" in value &&
  typeof value.start === "object" &&
  value.start !== null &&
  "offset" in value.start;

/** Leads every position under a value back to the printed text; what it holds is changed in place. */
function leadBack(value: unknown, source: Source, back: Back, done: Set<object>): void {
  if (typeof value !== "object" || value === null || done.has(value)) return;
  done.add(value);
  if (isPlace(value)) {
    const { start, end } = value;
    value.start = placeAt(source, back(start.offset, "start"));
    value.end = placeAt(source, back(end.offset, "end"));
    return;
  }
  for (const inner of Object.values(value)) leadBack(inner, source, back, done);
}

/**
 * Makes an issue that was compiled from a corrected text one of the printed text: corrections beside the
 * documents, all places in the print. `others` are places that may be shared with the documents' (those of messages).
 */
export function backToPrint(
  compiled: AccountedIssue,
  root: Root,
  applied: readonly AppliedCorrection[],
  source: Source,
  back: Back,
  others: readonly unknown[],
): void {
  attach(compiled, root, applied, source);
  const { coverage, ...documents } = compiled;
  // Corrections stand in the print already; spans of the coverage are no places.
  const done = new Set<object>([coverage]);
  for (const one of [
    compiled.issue,
    ...compiled.notices,
    ...compiled.tables,
    ...compiled.taskTables,
    ...compiled.appointments,
    ...(compiled.chronicle ? [compiled.chronicle] : []),
  ])
    if (one.corrections) done.add(one.corrections);
  leadBack([documents, others], source, back, done);
  compiled.issue.source.lines = source.lineStarts.length;
  compiled.issue.source.characters = source.text.length;
}
