/** Work that somebody must do, read from tables and from numbered items that bear a responsibility. */

import { squeeze } from "../language/blanks.ts";
import { valueFor, valuesOf } from "../language/characters.ts";
import { hasColon } from "../language/colons.ts";
import {
  ALLOCATION_TITLE,
  COLUMN_MEANINGS,
  COLUMN_PATTERNS,
  type ColumnMeaning,
  TASK_TABLE_TITLE,
} from "../terms/columns.ts";
import { TASK_LABELS } from "../terms/labels.ts";
import { BODY_ENDING, COLLECTIVE, LEVEL } from "../terms/organizations.ts";
import { hull } from "../tree/build.ts";
import type { Block, Leaf, Paragraph, PlaceRange, Section } from "../tree/nodes.ts";
import { type DeadlineReading, readDeadline } from "./deadlines.ts";
import { isCommencement } from "./effect.ts";
import { type Column, cellText, type Grid, type GridRow } from "./grid.ts";
import { headYear, type MeasureReading, plainNumber, readMeasure, splitUnit } from "./measures.ts";
import { isName } from "./names.ts";
import {
  type Duty,
  deadlineParts,
  type PartyReading,
  readDuty,
  readParties,
  readTaskLabel,
  splitLabels,
  splitTime,
} from "./parties.ts";

/** A task as read; `node` is the block or row it was read from. */
export interface TaskReading {
  node: Block | GridRow["row"];
  number: number | null;
  group: string | null;
  groupLead: PartyReading[];
  title: string | null;
  text: string | null;
  responsibility: string | null;
  duty: Duty;
  deadline: DeadlineReading | null;
  measures: MeasureReading[];
  extra: Record<string, string>;
  position: PlaceRange;
}

export interface TaskTableReading {
  tasks: TaskReading[];
  totals: MeasureReading[] | null;
}

const NO_DUTY: Duty = { responsible: [], supporting: [] };

/** What a column's head means; null where no table of terms knows it. */
export function columnMeaning(name: string): ColumnMeaning | null {
  const plain = squeeze(name).replace(/#\d+$/, "");
  const own = COLUMN_MEANINGS[plain];
  if (own !== undefined) return own;
  return COLUMN_PATTERNS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The columns of a table by meaning. */
interface Layout {
  meanings: (ColumnMeaning | null)[];
  group: number;
  title: number;
  text: number;
  who: number[];
  isAllocation: boolean;
}

const spans = (grid: Grid, column: number): boolean =>
  grid.rows.some(({ cells }) => (cells[column]?.rowSpan ?? 1) > 1);

/** True where every filled cell of a column is a number: 到位资金任务 is an amount, not what is to be done. */
function holdsNumbers(grid: Grid, column: number): boolean {
  const filled = grid.rows.map(({ cells }) => cellText(cells[column])).filter(Boolean);
  return filled.length > 0 && filled.every((text) => plainNumber(text) !== null);
}

/** The column that gives each indicator its unit, -1 where there is none. */
const unitColumn = (grid: Grid, meanings: readonly (ColumnMeaning | null)[]): number =>
  meanings.includes("indicator")
    ? grid.columns.findIndex(({ name }) => /^(?:计量)?单位$/.test(squeeze(name)))
    : -1;

/** Reads which column says what; null where the table shares out no work. */
function layoutOf(grid: Grid, title: string): Layout | null {
  const meanings = grid.columns.map(({ name, unit }, column) => {
    const meaning = unit !== null && !/指标/.test(name) ? null : columnMeaning(name);
    return meaning === "text" && holdsNumbers(grid, column) ? null : meaning;
  });
  const at = (wanted: ColumnMeaning): number[] =>
    meanings.flatMap((meaning, column) => (meaning === wanted ? [column] : []));
  const isTaskTitle = TASK_TABLE_TITLE.test(title);
  // Beside indicators 单位 is the unit they are counted in.
  const isPlace = (column: number): boolean => column !== unitColumn(grid, meanings);
  const places = ALLOCATION_TITLE.test(title) ? at("place").filter(isPlace) : [];
  const named = [...at("lead"), ...at("duty"), ...at("support")];
  const onlyContractors = named.every((column) => grid.columns[column]?.name === "承办单位");
  const who = named.length > 0 && (!onlyContractors || isTaskTitle) ? named : places;
  if (who.length === 0) return null;
  const texts = at("text");
  const indicators = at("indicator");
  const titles = at("title");
  const spanning = [...at("group"), ...texts, ...titles]
    .sort((a, b) => a - b)
    .filter((column) => spans(grid, column));
  const group = at("group")[0] ?? (texts.length + titles.length > 1 ? (spanning[0] ?? -1) : -1);
  const restTexts = texts.filter((column) => column !== group);
  const text = restTexts.length > 1 && titles.length === 0 ? (restTexts[1] as number) : (restTexts[0] ?? -1);
  const titleColumn =
    titles.filter((column) => column !== group)[0] ??
    indicators[0] ??
    (restTexts.length > 1 ? (restTexts[0] as number) : -1);
  const hasFigures =
    grid.columns.some(({ unit }) => unit !== null) ||
    grid.rows.some(({ cells }) =>
      cells.some((cell, column) => meanings[column] === null && plainNumber(cellText(cell)) !== null),
    );
  const isAllocation = who === places;
  if (text < 0 && titleColumn < 0 && !(isAllocation && hasFigures)) {
    if (!isTaskTitle) return null;
    const free = meanings.findIndex(
      (meaning, column) =>
        meaning === null && grid.rows.some(({ cells }) => cellText(cells[column]).length > 4),
    );
    if (free < 0) return null;
    return { meanings, group, title: -1, text: free, who, isAllocation };
  }
  return { meanings, group, title: titleColumn, text, who, isAllocation };
}

const BRACKET_END = /[（(]([^（）()]+(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]$/;
const BODY_LIST =
  /(?:局|委|办|院|部|厅|政府|中心|公司|集团|支行|大队|乡镇|部门|单位|牵头|负责|分局)(?:分别|共同)?(?:牵头|负责)?$/;

/** A head without the bracket of bodies at its end, and those bodies. */
export function splitGroupLead(head: string): { group: string; lead: PartyReading[] } {
  const match = head.match(BRACKET_END);
  const content = match?.[1] ?? "";
  if (!match || !BODY_LIST.test(content) || /^共|项|\d/.test(content)) return { group: head, lead: [] };
  const { responsible, supporting } = readDuty(content);
  return { group: head.slice(0, match.index).trim(), lead: [...responsible, ...supporting] };
}

/** The number that opens a task cell; a cell of several numbered items keeps them. */
const CELL_NUMBER = /^\d{1,3}[\s　]*[.．、](?!\d)[\s　]*(?!.*[；;。]\s*\d{1,2}[.．、])/su;
const NUMBERED_CELL = /^(\d{1,3})[\s　]*[.．、][\s　]*(?=\S)([^。；！？]{2,40})。(?=\S)/;

/** The digits of a number cell, or those that open a text. */
function numberOf(layout: Layout, row: GridRow): number | null {
  const column = layout.meanings.indexOf("number");
  const cell = column < 0 ? "" : cellText(row.cells[column]);
  const own = squeeze(cell).match(/^\D{0,2}(\d{1,4})\D{0,2}$/)?.[1];
  if (own !== undefined) return Number(own);
  const text = layout.text < 0 ? "" : cellText(row.cells[layout.text]);
  const opening = text.match(/^(\d{1,3})[\s　]*[.．、](?!\d)/)?.[1];
  return opening === undefined ? null : Number(opening);
}

/** The columns that hold figures, the year that the head of each names, and the column of units, -1 for none. */
interface Figures {
  columns: number[];
  years: (number | null)[];
  unit: number;
}

/** Columns that hold figures: those with a unit or a year, or with numbers and no other meaning. */
function figuresOf(grid: Grid, layout: Layout): Figures {
  const columns = grid.columns.flatMap((column, index) => {
    if (layout.meanings[index] !== null) return [];
    const filled = grid.rows.map(({ cells }) => cellText(cells[index])).filter(Boolean);
    const numbers = filled.filter((text) => plainNumber(text) !== null).length;
    // 85以上, 93以上 under 2010年: targets, though none is a plain number.
    const isTarget =
      headYear(column.text) !== null &&
      filled.length > 0 &&
      filled.every((text) => text.length <= 12 && /\d/.test(text));
    const isFigure =
      isTarget ||
      ((column.unit !== null || headYear(column.text) !== null || layout.isAllocation) && numbers > 0);
    return isFigure || (numbers > 0 && numbers === filled.length) ? [index] : [];
  });
  const years = columns.map((index) => headYear((grid.columns[index] as Column).text));
  return { columns, years, unit: unitColumn(grid, layout.meanings) };
}

/** The measures of a row: under an indicator named for it and the head's year, else named for the head. */
function measuresOf(grid: Grid, layout: Layout, row: GridRow, figures: Figures): MeasureReading[] {
  if (figures.columns.length === 0) return [];
  const hasIndicator = layout.title >= 0 && layout.meanings[layout.title] === "indicator";
  const indicator = hasIndicator ? splitUnit(cellText(row.cells[layout.title])) : null;
  const ownUnit = squeeze(cellText(row.cells[figures.unit])) || null;
  const measures: MeasureReading[] = [];
  figures.columns.forEach((index, place) => {
    const { name, unit } = grid.columns[index] as Column;
    const year = figures.years[place] as number | null;
    const measure = indicator
      ? readMeasure(
          squeeze(indicator.name),
          indicator.unit ?? ownUnit ?? unit,
          cellText(row.cells[index]),
          year,
        )
      : readMeasure(name, unit, cellText(row.cells[index]), year);
    if (measure) measures.push(measure);
  });
  return measures;
}

/** A cell under 责任单位及责任人 without the persons: 县工信局 王亮. */
const withoutPersons = ({ name }: Column, text: string): string =>
  /责任人|负责人/.test(name)
    ? text
        .split(/([\s　、，；]+)/)
        .filter((part, index) => index % 2 === 1 || !isName(part))
        .join("")
    : text;

/** The duty of a row from its columns of bodies. */
function dutyOf(grid: Grid, layout: Layout, row: GridRow): { duty: Duty; responsibility: string | null } {
  const filled = layout.who.filter((column) => cellText(row.cells[column]) !== "");
  if (filled.length === 0) return { duty: NO_DUTY, responsibility: null };
  if (layout.isAllocation) {
    const text = cellText(row.cells[filled[0] as number]);
    return { duty: { responsible: readParties(text), supporting: [] }, responsibility: text };
  }
  if (filled.length === 1) {
    const [column] = filled as [number];
    const text = cellText(row.cells[column]);
    const duty = readDuty(withoutPersons(grid.columns[column] as Column, text));
    const isSupport = layout.meanings[column] === "support";
    return {
      duty: isSupport ? { responsible: [], supporting: [...duty.responsible, ...duty.supporting] } : duty,
      responsibility: text,
    };
  }
  const labels: Partial<Record<ColumnMeaning, string>> = {
    lead: "牵头单位",
    duty: "责任单位",
    support: "配合单位",
  };
  const read = filled
    .map(
      (column) =>
        `${labels[layout.meanings[column] as ColumnMeaning]}：${withoutPersons(grid.columns[column] as Column, cellText(row.cells[column]))}`,
    )
    .join("\n");
  const printed = filled
    .map((column) => `${grid.columns[column]?.name}：${cellText(row.cells[column])}`)
    .join("\n");
  return { duty: readDuty(read), responsibility: printed };
}

/** 一 | 稳增长方面: a row of a Chinese number and a name alone heads the rows below it; null for any other row. */
function numberedHead({ meanings }: Layout, { cells, misfit }: GridRow): string | null {
  const filled = cells.filter((cell) => cellText(cell) !== "");
  const [number, name] = filled.map(cellText);
  return !misfit &&
    meanings[0] === "number" &&
    meanings.length > 3 &&
    filled.length === 2 &&
    /^[（(]?[一二三四五六七八九十]{1,3}[）)]?、?$/.test(number as string)
    ? `${number} ${name}`
    : null;
}

/** The tasks of a table; null where it shares out no work. `year` is that of the document's date. */
export function readTableTasks(grid: Grid, title: string, year: number | null): TaskTableReading | null {
  const layout = layoutOf(grid, title);
  if (!layout) return null;
  const figures = figuresOf(grid, layout);
  const deadlineColumn = layout.meanings.indexOf("deadline");
  const known = new Set([
    layout.group,
    layout.title,
    layout.text,
    deadlineColumn,
    figures.unit,
    ...layout.who,
    ...figures.columns,
    layout.meanings.indexOf("number"),
  ]);
  const tasks: TaskReading[] = [];
  let totals: MeasureReading[] | null = null;
  let spanningHead: string | null = null;
  for (const row of grid.rows) {
    if (row.spanning) {
      spanningHead = cellText(row.row.children[0]);
      continue;
    }
    const numbered = numberedHead(layout, row);
    if (numbered !== null) {
      spanningHead = numbered;
      continue;
    }
    if (row.total) {
      if (row.row.children.some((cell) => squeeze(cellText(cell)) === "小计")) continue;
      totals ??= measuresOf(grid, layout, row, figures);
      continue;
    }
    if (row.misfit) {
      tasks.push(misfitTask(layout, row));
      continue;
    }
    const { duty, responsibility } = dutyOf(grid, layout, row);
    const cell = layout.text < 0 ? "" : cellText(row.cells[layout.text]);
    const heading = layout.title < 0 ? "" : cellText(row.cells[layout.title]);
    if (cell === "" && heading === "" && responsibility === null) continue;
    const numberedCell = heading === "" ? cell.match(NUMBERED_CELL) : null;
    const rawGroup = layout.group < 0 ? spanningHead : cellText(row.cells[layout.group]) || spanningHead;
    const { group, lead } = splitGroupLead(rawGroup ?? "");
    const extra: Record<string, string> = {};
    grid.columns.forEach(({ name }, index) => {
      if (!known.has(index)) extra[name] = cellText(row.cells[index]);
    });
    tasks.push({
      node: row.row,
      number: numberOf(layout, row),
      group: group === "" ? null : group,
      groupLead: lead,
      title: numberedCell?.[2] ?? (heading === "" ? null : heading),
      text: numberedCell ? cell.slice(numberedCell[0].length).trim() : cell.replace(CELL_NUMBER, "") || null,
      responsibility,
      duty,
      deadline: deadlineColumn < 0 ? null : readDeadline(cellText(row.cells[deadlineColumn]), year),
      measures: measuresOf(grid, layout, row, figures),
      extra,
      position: row.row.position,
    });
  }
  return tasks.length > 0 ? { tasks, totals } : null;
}

/** A row that does not fit its head: its number, and the name beside it, are certain; the cells after are not. */
function misfitTask(layout: Layout, row: GridRow): TaskReading {
  const number = numberOf(layout, row);
  const isBeside = number !== null && layout.title === layout.meanings.indexOf("number") + 1;
  return {
    node: row.row,
    number,
    group: null,
    groupLead: [],
    title: isBeside ? cellText(row.cells[layout.title]) : null,
    text: null,
    responsibility: null,
    duty: NO_DUTY,
    deadline: null,
    measures: [],
    extra: {},
    position: row.row.position,
  };
}

const BEARS =
  /(?:负责|牵头|配合|参与|协助|落实|承担|指导|实施|分工)(?:负责|落实|实施|等)?(?:。[^。]{0,40}|[，,；;][^，,；;。]{2,24}(?:完成|前|底|推进|坚持|实施|到位))?$|(?:负责|牵头)[，,；;]|^(?:责任|牵头|配合|负责|承办|主办|主责|协办|参与|实施|落实)(?:单位|部门|主体)[：:]/;
const LABELS = Object.keys(TASK_LABELS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const INNER_LABEL = new RegExp(`(?<=[。；;，,\\s　])(?:${LABELS})[\\s　]*[：:]`);
const STARTS_WITH_LABEL = new RegExp(`^(?:${LABELS})[\\s　]*[：:]`);

const ONE_BODY = new RegExp(`^(?:各|有关|相关)|${BODY_ENDING}$|(?:部门|单位|乡镇|街道|镇街)$`);

/** True where a bracket holds bodies and nothing else, the first with its level: （县财政局、县税务局，各乡镇）. */
function namesBodies(content: string): boolean {
  const pieces = content.split(/[、，,；;]/).map((piece) => squeeze(piece));
  return (
    (LEVEL.test(pieces[0] as string) || COLLECTIVE.test(pieces[0] as string)) &&
    pieces.some((piece) => LEVEL.test(piece)) &&
    pieces.every((piece) => piece.length <= 24 && ONE_BODY.test(piece))
  );
}

/** 1 for what opens a bracket, -1 for what closes one. */
const BRACKETS = valuesOf([
  ["（(〔［[【", 1],
  ["）)〕］]】", -1],
]);

/** The offset of the bracket that closes a text, a mark after it aside; -1 where none does. */
function closingBracket(text: string): number {
  const last = text.length - 1;
  const end = "。；;".includes(text.charAt(last)) ? last - 1 : last;
  return end >= 0 && valueFor(BRACKETS, text.charCodeAt(end)) === -1 ? end : -1;
}

/** The bracket at the end of a paragraph that says who bears it, as offsets of the bracket. */
export function dutyBracket(text: string): { from: number; content: string; rest: string } | null {
  const end = closingBracket(text);
  if (end < 0) return null;
  let depth = 0;
  for (let at = end; at >= 0; at--) {
    const change = valueFor(BRACKETS, text.charCodeAt(at));
    if (change === 0) continue;
    depth -= change;
    if (change === 1 && depth === 0) {
      const content = text.slice(at + 1, end);
      const isLead =
        (BEARS.test(content) ||
          INNER_LABEL.test(content) ||
          (/(?:^|[。；])$/.test(text.slice(0, at).trimEnd()) && namesBodies(content))) &&
        content.length <= 400 &&
        !/^(?:见|详见|附件|共)/.test(content);
      return isLead ? { from: at, content, rest: text.slice(0, at).trimEnd() } : null;
    }
  }
  return null;
}

const paragraphText = (paragraph: Paragraph): string => (paragraph.children[0] as Leaf).value;
const isLabelLine = (block: Block): block is Paragraph =>
  block.type === "paragraph" && startsWithLabel(paragraphText(block));

/** What labels begin with: most texts are told by their first character. */
const LABEL_OPENERS: ReadonlySet<string> = new Set(Object.keys(TASK_LABELS).map((label) => label.charAt(0)));
const startsWithLabel = (text: string): boolean =>
  LABEL_OPENERS.has(text.charAt(0)) && STARTS_WITH_LABEL.test(text);

/** An award names who did the work: 完成单位：… above or below 主要完成人：…. */
const AWARDED = /(?:^|[。；;，,\s　])(?:主要)?(?:完成人|获奖人|研制人|作者)[\s　]*[：:]/;

const isText = (block: { type: string }): block is Paragraph => block.type === "paragraph";

/** A paragraph that bears a duty: in its bracket, or in labels after its sentence. */
interface Bearing {
  paragraph: Paragraph;
  text: string;
  responsibility: string;
}

/** What a block bears that is no label line. */
function bearingOf(block: Block): Bearing | null {
  if (block.type !== "paragraph") return null;
  const text = paragraphText(block);
  const bracket = dutyBracket(text);
  if (bracket) return { paragraph: block, text: bracket.rest, responsibility: bracket.content };
  const label = hasColon(text) ? text.match(INNER_LABEL) : null;
  return label
    ? {
        paragraph: block,
        text: text.slice(0, label.index).trimEnd(),
        responsibility: text.slice(label.index).trim(),
      }
    : null;
}

const leafValue = (section: Section, type: Leaf["type"]): string | null =>
  section.children.find((child): child is Leaf => child.type === type)?.value ?? null;

/** Marker and title of a section, as a group is named. */
const headOf = (section: Section): string | null => {
  const title = leafValue(section, "title");
  return title === null ? null : `${leafValue(section, "marker")}${title}`;
};

type Group = Pick<TaskReading, "group" | "groupLead">;

/** What all inline tasks of one text share: the year of its date, and the groups read so far by their sections. */
interface Inline {
  year: number | null;
  groups: Map<Section, Group | null>;
}

/** The group that the head of a section names; null where it has none. */
function ownGroup(section: Section, { groups }: Inline): Group | null {
  const known = groups.get(section);
  if (known !== undefined) return known;
  const head = headOf(section);
  const read = head === null ? null : splitGroupLead(head);
  const group = read && { group: read.group, groupLead: read.lead };
  groups.set(section, group);
  return group;
}

/** The group of an item from the nearest section above it that has a head. */
function groupOf(ancestors: readonly Section[], inline: Inline): Group {
  for (let at = ancestors.length - 1; at >= 0; at--) {
    const group = ownGroup(ancestors[at] as Section, inline);
    if (group !== null) return group;
  }
  return { group: null, groupLead: [] };
}

const isBlock = (child: Leaf | Block): child is Block =>
  child.type === "section" ||
  child.type === "paragraph" ||
  child.type === "list" ||
  child.type === "table" ||
  child.type === "roster" ||
  child.type === "form";

/** Reads the inline tasks among blocks, in order. */
export function readInlineTasks(blocks: readonly Block[], year: number | null): TaskReading[] {
  const tasks = tasksIn(blocks, [], { year, groups: new Map() });
  // A time alone, 实施时间：2021年, is no duty.
  return tasks.filter(({ responsibility }) => responsibility !== null);
}

function tasksIn(
  nodes: readonly (Leaf | Block)[],
  ancestors: readonly Section[],
  inline: Inline,
): TaskReading[] {
  let mayBear = false;
  for (const node of nodes) {
    if (node.type !== "paragraph") continue;
    const text = paragraphText(node);
    const mayHaveLabel = hasColon(text);
    if (mayHaveLabel && AWARDED.test(text)) return [];
    // What bears a duty ends in a bracket or has a label with its colon.
    mayBear ||= mayHaveLabel || closingBracket(text) >= 0;
  }
  const tasks = mayBear ? ownTasks(nodes.filter(isBlock), ancestors, inline) : [];
  for (const node of nodes) {
    if (node.type !== "section") continue;
    const inner = tasksIn(node.children, [...ancestors, node], inline);
    tasks.push(...(inner.length > 0 ? inner : headTask(node, ancestors, inline)));
  }
  return tasks;
}

/** The tasks that blocks bear themselves, those of the sections among them aside. */
function ownTasks(blocks: readonly Block[], ancestors: readonly Section[], inline: Inline): TaskReading[] {
  const tasks: TaskReading[] = [];
  const labels = blocks.filter(isLabelLine);
  const isLabel = (block: Block): block is Paragraph => labels.includes(block as Paragraph);
  const bearings = blocks.map((block) => (isLabel(block) ? null : bearingOf(block)));
  const bears = bearings.filter((bearing) => bearing !== null);
  if (bears.length === 0 && labels.length === 0) return tasks;
  const own = ancestors.at(-1);
  const isItem = own !== undefined && (own.runIn || leafValue(own, "title") === null);
  const plain = blocks.filter(
    (block): block is Paragraph =>
      block.type === "paragraph" && !isLabel(block) && !isCommencement(paragraphText(block)),
  );
  const bearingAt = plain.indexOf(bears[0]?.paragraph as Paragraph);
  const wholeSection =
    own !== undefined &&
    ((labels.length > 0 && bears.length === 0 && groupsOf(blocks, isLabel) === 1) ||
      (isItem &&
        bears.length === 1 &&
        labels.length === 0 &&
        (bearingAt === 0 || bearingAt === plain.length - 1)));
  if (wholeSection) {
    const bearing = bears[0];
    const responsibility = bearing ? bearing.responsibility : labels.map(paragraphText).join("\n");
    const text = (bearing ? plain.slice(0, bearingAt + 1) : beforeLabels(blocks, plain, labels[0]))
      .map((paragraph) => (paragraph === bearing?.paragraph ? bearing.text : paragraphText(paragraph)))
      .filter(Boolean)
      .join("\n");
    tasks.push(sectionTask(own, ancestors.slice(0, -1), text, responsibility, inline));
  } else {
    let open: Paragraph[] = [];
    blocks.forEach((block, index) => {
      const bearing = bearings[index];
      if (bearing) {
        tasks.push(
          paragraphTask([bearing.paragraph], bearing.text, bearing.responsibility, ancestors, inline),
        );
        open = [];
      } else if (isLabel(block)) {
        const previous = blocks[index - 1];
        if (previous && isLabel(previous) && tasks.length > 0)
          extendTask(tasks.at(-1) as TaskReading, block, inline.year);
        else if (open.length > 0) {
          const text = open.map(paragraphText).join("\n");
          tasks.push(paragraphTask([...open, block], text, paragraphText(block), ancestors, inline));
          open = [];
        } else if (tasks.length > 0) extendTask(tasks.at(-1) as TaskReading, block, inline.year);
      } else if (isText(block)) open.push(block);
    });
  }
  return tasks;
}

/** The paragraphs above the label lines of an item; all of them where the labels come first. */
function beforeLabels(
  blocks: readonly Block[],
  plain: readonly Paragraph[],
  label: Paragraph | undefined,
): readonly Paragraph[] {
  const above = new Set(blocks.slice(0, blocks.indexOf(label as Paragraph)));
  const before = plain.filter((paragraph) => above.has(paragraph));
  return before.length > 0 ? before : plain;
}

/** How many runs of label lines stand among blocks, parted by other paragraphs. */
function groupsOf(blocks: readonly Block[], isLabel: (block: Block) => boolean): number {
  return blocks.filter(
    (block, index) => isLabel(block) && !(index > 0 && isLabel(blocks[index - 1] as Block)),
  ).length;
}

/** A section whose head carries its bodies in a bracket, with no tasks under it. */
function headTask(section: Section, ancestors: readonly Section[], inline: Inline): TaskReading[] {
  const title = leafValue(section, "title");
  const bracket = title === null ? null : dutyBracket(title);
  if (!bracket) return [];
  const text = section.children
    .filter(isBlock)
    .filter((block): block is Paragraph => block.type === "paragraph")
    .map(paragraphText)
    .join("\n");
  const task = sectionTask(section, ancestors, text, bracket.content, inline);
  return [{ ...task, title: bracket.rest }];
}

/** The lines of a responsibility that say who, without those that say when. */
function splitTimes(text: string): { duty: string | null; time: string | null } {
  const parts = text.split("\n").filter((line) => {
    const label = readTaskLabel(line);
    return !(label?.meaning === "deadline" && splitLabels(line).length === 1);
  });
  return {
    duty: parts.length > 0 ? parts.join("\n") : null,
    time: deadlineParts(text)[0] ?? splitTime(text).time,
  };
}

const OPENING_DIGITS = /^[（(]?(\d{1,4})[）)]?[.．、]?/;

function baseTask(
  node: Block,
  responsibility: string,
  ancestors: readonly Section[],
  inline: Inline,
): TaskReading {
  const { duty, time } = splitTimes(responsibility);
  return {
    node,
    number: null,
    ...groupOf(ancestors, inline),
    title: null,
    text: null,
    responsibility: duty,
    duty: duty === null ? NO_DUTY : readDuty(duty),
    deadline: time === null ? null : readDeadline(time, inline.year),
    measures: [],
    extra: {},
    position: node.position,
  };
}

function sectionTask(
  section: Section,
  ancestors: readonly Section[],
  text: string,
  responsibility: string,
  inline: Inline,
): TaskReading {
  const marker = leafValue(section, "marker") ?? "";
  const digits = squeeze(marker).match(OPENING_DIGITS)?.[1];
  return {
    ...baseTask(section, responsibility, ancestors, inline),
    number: digits === undefined ? section.ordinal : Number(digits),
    title: leafValue(section, "title"),
    text: text === "" ? null : text,
  };
}

function paragraphTask(
  paragraphs: Paragraph[],
  text: string,
  responsibility: string,
  ancestors: readonly Section[],
  inline: Inline,
): TaskReading {
  const digits = text.match(/^(\d{1,3})[.．、]/)?.[1];
  return {
    ...baseTask(paragraphs[0] as Paragraph, responsibility, ancestors, inline),
    number: digits === undefined ? null : Number(digits),
    text: text === "" ? null : text,
    position: hull(paragraphs),
  };
}

/** Adds another label line to a task. */
function extendTask(task: TaskReading, line: Paragraph, year: number | null): void {
  const { duty, time } = splitTimes(paragraphText(line));
  if (duty !== null) {
    task.responsibility = task.responsibility === null ? duty : `${task.responsibility}\n${duty}`;
    task.duty = readDuty(task.responsibility);
  }
  if (time !== null) task.deadline ??= readDeadline(time, year);
  task.position = hull([task, line]);
}
