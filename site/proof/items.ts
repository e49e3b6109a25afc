/** What each stretch of the source became: one item for a heading, a paragraph, a row, a task, a decision, an entry. */
import { entryPath, pagePath } from "../../src/corpus/addresses.ts";
import type { Leading } from "../../src/corpus/gazette.ts";
import { blockText, type Part, partsOf, walkDocument } from "../../src/corpus/walk.ts";
import type { Block, Position, TableDocument, TaskTableDocument } from "../../src/document/schema.ts";
import type { OpenIssue } from "./read.ts";

/** A reading at a place; `cells` for a row of a table. Facts (views of a text: tasks, decisions) count as no text. */
export type Item = {
  kind: string;
  text: string;
  cells?: string[];
  depth: number;
  from: number;
  to: number;
  path: string;
  fact: boolean;
};

const stretch = ({ start, end }: Position) => ({ from: start.line, to: end.line });

const KINDS: Record<Exclude<Block["type"], "table">, string> = {
  section: "标题",
  paragraph: "段落",
  list: "列表",
  roster: "名单",
  form: "表单",
};

const squeezed = (text: string) => text.replace(/\s/gu, "");

/** The lines of a table's rows: each is looked for after the one before, by the text of its first filled cell. */
function* rowItems(table: TableDocument, lines: string[]): Generator<Item> {
  const { from, to } = stretch(table.position);
  const path = `${pagePath(table.notice)}#${table.id.slice(table.id.indexOf("/") + 1)}`;
  const heads = table.columns.map(({ text }) => text);
  let line = from;
  for (const [number, cells] of [
    heads,
    ...table.rows.map((row) => row.cells.map(({ text }) => text)),
  ].entries()) {
    const key = cells.filter((text) => text !== "").map((text) => squeezed(text).slice(0, 8));
    let at = line;
    while (at <= to && !key.every((word) => squeezed(lines[at - 1] ?? "").includes(word))) at++;
    const found = key.length > 0 && at <= to;
    const own = found ? at : Math.min(line, to);
    yield {
      kind: number === 0 ? "表头" : `第 ${number} 行`,
      text: "",
      cells,
      depth: 0,
      from: own,
      to: own,
      path,
      fact: false,
    };
    if (found) line = at + 1;
  }
}

function partItem(part: Part, path: string): Item[] {
  const [first] = part.children;
  if (part.kind === "letter" || first === undefined) return [];
  const at = first.position.start.line;
  const text = [part.label, part.title].filter((word) => word !== null).join("　");
  const kind = part.kind === "enclosure" ? "印发的文件" : "附件";
  return [{ kind, text, depth: 0, from: at, to: at, path: `${path}#${part.anchor}`, fact: false }];
}

function* blockItems(document: Leading, open: OpenIssue): Generator<Item> {
  const path = pagePath(document.id);
  for (const part of partsOf(document)) yield* partItem(part, path);
  for (const { block, sections } of walkDocument(document)) {
    const place = { depth: sections.length, path: `${path}#${block.anchor}`, fact: false };
    if (block.type === "table") {
      const table = open.gazette.tableById.get(block.ref);
      if (table) yield* rowItems(table, open.lines);
      continue;
    }
    const { from, to } = stretch(block.position);
    // A section reaches to its end; its own text is its head.
    yield {
      kind: KINDS[block.type],
      text: blockText(block),
      ...place,
      from,
      to: block.type === "section" ? from : to,
    };
  }
}

const names = (parties: { name: string }[]) => parties.map(({ name }) => name).join("、");

function* taskItems({ tasks, notice }: TaskTableDocument): Generator<Item> {
  for (const task of tasks) {
    const facts = [
      task.title ?? task.text?.slice(0, 24) ?? "",
      task.responsible.length > 0 ? `责任：${names(task.responsible)}` : "",
      task.supporting.length > 0 ? `配合：${names(task.supporting)}` : "",
      task.deadline === null
        ? ""
        : `时限：${task.deadline.ongoing ? "长期" : (task.deadline.end ?? `未读出（${task.deadline.text}）`)}`,
      ...task.measures.map(({ name, text, unit }) => `${name} ${text}${unit ?? ""}`),
    ].filter((fact) => fact !== "");
    const path = `${pagePath(notice)}#${task.anchor}`;
    yield { kind: "任务", text: facts.join("；"), depth: 0, ...stretch(task.position), path, fact: true };
  }
}

function* headItems(document: Exclude<Leading, { type: "chronicle" }>): Generator<Item> {
  const path = pagePath(document.id);
  const at = document.position.start.line;
  const { heading, documentNumber, issuer, date, recipients } = document;
  const facts = [
    documentNumber?.text ?? "无文号",
    issuer ?? "无署名",
    date ?? "无日期",
    recipients.length > 0 ? `主送 ${recipients.join("、")}` : "无主送",
  ];
  yield { kind: "公文", text: heading, depth: 0, from: at, to: at, path, fact: false };
  yield { kind: "要素", text: facts.join("；"), depth: 0, from: at, to: at, path, fact: true };
}

function* itemsOfDocument(document: Leading, open: OpenIssue): Generator<Item> {
  if (document.type === "chronicle") {
    for (const { id, date, endDate, text, people, position } of document.entries) {
      const place = { depth: 0, ...stretch(position), path: entryPath(id) };
      yield { kind: "大事", text, ...place, fact: false };
      const days = [date ?? "无日期", ...(endDate === null ? [] : [endDate])].join(" 至 ");
      const named = people
        .map(({ name, title }) => (title === null ? name : `${name}（${title}）`))
        .join("、");
      yield {
        kind: "要素",
        text: [days, named].filter((word) => word !== "").join("；"),
        ...place,
        fact: true,
      };
    }
    return;
  }
  yield* headItems(document);
  yield* blockItems(document, open);
  if (document.type !== "appointment") return;
  for (const { action, person, office, position } of document.decisions) {
    const text = `${action === "appoint" ? "任" : "免"}：${person ?? "未读出"}，${office ?? "未读出"}`;
    yield { kind: "任免", text, depth: 0, ...stretch(position), path: pagePath(document.id), fact: true };
  }
}

function issueItem({ issue }: OpenIssue): Item {
  const { title, year, number, serial, date, contents } = issue;
  const found = contents.filter(({ document }) => document !== null).length;
  const facts = [
    `${year} 年第 ${number} 期`,
    serial === null ? "" : `总第 ${serial} 期`,
    date ?? "无日期",
    `目录 ${contents.length} 条，对上 ${found} 条`,
  ];
  const text = `${title}；${facts.filter((fact) => fact !== "").join("；")}`;
  return { kind: "刊头", text, depth: 0, from: 1, to: 1, path: pagePath(issue.id), fact: true };
}

/** What stands before the first document: slogans, the 简介. */
function* frontItems({ issue }: OpenIssue): Generator<Item> {
  const path = pagePath(issue.id);
  for (const block of [...issue.front, ...issue.about])
    if (block.type !== "table")
      yield { kind: "卷首", text: blockText(block), depth: 0, ...stretch(block.position), path, fact: false };
}

/** Everything that an issue became, in the order of the source. */
export function itemsOf(open: OpenIssue): Item[] {
  const { gazette } = open;
  return [
    issueItem(open),
    ...frontItems(open),
    ...[...gazette.leading.values()].flatMap((document) => [...itemsOfDocument(document, open)]),
    ...gazette.taskTables.flatMap((table) => [...taskItems(table)]),
  ].sort((a, b) => a.from - b.from || Number(a.fact) - Number(b.fact));
}
