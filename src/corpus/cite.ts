/** Citations, ready to copy: gazette, issue, document number, place: `《平罗县人民政府公报》2021年第3期，平政发〔2021〕56号，二（一）1`. */
import type { IssueDocument, Section, TableDocument, Task, TaskTableDocument } from "../document/schema.ts";
import type { Leading } from "./gazette.ts";
import { type Part, placeName } from "./walk.ts";

/** `2021-09-09` → `2021年9月9日`. */
export function sayDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** `2021年第3期（总第15期）`. */
export function sayIssue(issue: Pick<IssueDocument, "year" | "number" | "serial">): string {
  const serial = issue.serial === null ? "" : `（总第${issue.serial}期）`;
  return `${issue.year}年第${issue.number}期${serial}`;
}

/** `《平罗县人民政府公报》2021年第3期`: what every citation starts with. */
export function sayGazette(issue: Pick<IssueDocument, "title" | "year" | "number">): string {
  return `《${issue.title}》${issue.year}年第${issue.number}期`;
}

/** `《平罗县人民政府公报》2021年第3期，平政发〔2021〕56号`: what the citation of any place in a document starts with. */
export function citationOf(issue: IssueDocument, document: Leading | { title: string }): string {
  const number = "documentNumber" in document ? document.documentNumber?.text : undefined;
  return citePlace(sayGazette(issue), number ?? document.title);
}

/** A citation with a place within what it cites; the whole where the place is empty. */
export function citePlace(citation: string, place: string): string {
  return [citation, place].filter((part) => part !== "").join("，");
}

/** A paragraph, list, roster or form, counted from 1 under its section: `二（一）1，第2段`. */
export function paragraphPlace(part: Part, sections: Section[], paragraph: number): string {
  return citePlace(placeName(part, sections), `第${paragraph}段`);
}

/** A row of a table, counted from 1: `重点任务清单第3行`. */
export function rowPlace({ title }: Pick<TableDocument, "title">, row: number): string {
  return `${title ?? "表格"}第${row}行`;
}

/** A task in the page of its table: `第3项`; without a number, the table. */
export function taskPlace(
  { title }: Pick<TaskTableDocument, "title">,
  { number }: Pick<Task, "number">,
): string {
  return number === null ? (title ?? "任务") : `第${number}项`;
}

/** A decision of an appointment document, counted from 1. */
export function decisionPlace(decision: number): string {
  return `决定第${decision}项`;
}

/** An entry of a chronicle, by its date; one without a date has no name of its own. */
export function entryPlace(date: string | null): string {
  return date === null ? "" : `${sayDate(date)}条`;
}
