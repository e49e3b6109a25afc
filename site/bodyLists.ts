/** The lists of a body: how much of each its own page has room for, and the pages that show the rest. */
import { organizationPath } from "../src/corpus/addresses.ts";
import { compareText } from "../src/corpus/gazette.ts";
import type { DecisionIn, Naming, Organization, TaskPart } from "../src/corpus/organizations.ts";
import type { NoticeDocument } from "../src/document/schema.ts";
import { bytesOf, runsThatFit, shareRoom, type Weigh } from "./listPages.ts";
import { beginning } from "./words.ts";

type Items = {
  leads: TaskPart;
  supports: TaskPart;
  decisions: DecisionIn;
  issued: NoticeDocument;
  entries: Naming;
  namings: Naming;
};

export type BodyListKind = keyof Items;
export type BodyLists = { [Kind in BodyListKind]: Items[Kind][] };

/** In the order of the page, with what is counted in each. */
export const BODY_LISTS: {
  kind: BodyListKind;
  anchor: string;
  title: string;
  short: string;
  unit: string;
}[] = [
  { kind: "leads", anchor: "leads", title: "负责的任务", short: "负责", unit: "项" },
  { kind: "supports", anchor: "supports", title: "配合的任务", short: "配合", unit: "项" },
  { kind: "decisions", anchor: "decisions-section", title: "人事任免", short: "任免", unit: "项" },
  { kind: "issued", anchor: "issued", title: "发文", short: "发文", unit: "件" },
  { kind: "entries", anchor: "entries", title: "大事记", short: "大事记", unit: "条" },
  { kind: "namings", anchor: "namings", title: "文件中提及", short: "提及", unit: "处" },
];

/** As long as an excerpt or the gist of a task is shown. */
const EXCERPT = 90;

const weighTask: Weigh<TaskPart> = ({ task }) =>
  bytesOf(task.title, beginning(task.text ?? "", EXCERPT), task.responsibility);
/** A place that names somebody weighs its excerpt. */
export const weighNaming: Weigh<Naming> = ({ text }) => bytesOf(beginning(text, EXCERPT));
const WEIGH: { [Kind in BodyListKind]: Weigh<Items[Kind]> } = {
  leads: weighTask,
  supports: weighTask,
  decisions: ({ decision }) => bytesOf(decision.text, decision.office),
  issued: ({ title, documentNumber }) => bytesOf(title, documentNumber?.text),
  entries: weighNaming,
  namings: weighNaming,
};

/** The whole lists; what is due last, or stands in the newest issue, comes first, so that a cut leaves it. */
export function bodyLists({ tasks, decisions, issued, entries, namings }: Organization): BodyLists {
  const ofRole = (role: TaskPart["role"]) => latestDueFirst(tasks.filter((part) => part.role === role));
  return {
    leads: ofRole("leads"),
    supports: ofRole("supports"),
    decisions: decisions.toSorted((a, b) => compareText(b.document.issue, a.document.issue)),
    issued: issued.toSorted((a, b) => compareText(b.issue, a.issue)),
    entries,
    namings,
  };
}

/** Tasks without a deadline come last; those that are due together stay as printed. */
function latestDueFirst(parts: TaskPart[]): TaskPart[] {
  return parts.toSorted((a, b) => compareText(b.task.deadline?.end ?? "", a.task.deadline?.end ?? ""));
}

/** The lists as far as the body's own page has room for them. */
export function listsThatFit(whole: BodyLists): BodyLists {
  const weights = BODY_LISTS.map(({ kind }) => weightOf(whole, kind));
  const rooms = shareRoom(weights);
  const shown = { ...whole };
  for (const [at, { kind }] of BODY_LISTS.entries()) shorten(shown, kind, rooms[at] as number);
  return shown;
}

function weightOf<Kind extends BodyListKind>(lists: BodyLists, kind: Kind): number {
  const items: Items[Kind][] = lists[kind];
  return items.reduce((sum, item) => sum + WEIGH[kind](item), 0);
}

function shorten<Kind extends BodyListKind>(lists: BodyLists, kind: Kind, room: number): void {
  const [first] = runsThatFit<Items[Kind]>(lists[kind], WEIGH[kind], room);
  if (first !== undefined) lists[kind] = first as BodyLists[Kind];
}

/** A page of one list that its body's own page has no room for, the `at`-th of `paths`; the other lists are empty. */
export type BodyListPage = {
  kind: BodyListKind;
  lists: BodyLists;
  total: number;
  paths: string[];
  at: number;
};

const EMPTY: BodyLists = { leads: [], supports: [], decisions: [], issued: [], entries: [], namings: [] };

export function bodyListPages(body: Organization): BodyListPage[] {
  const whole = bodyLists(body);
  const shown = listsThatFit(whole);
  return BODY_LISTS.filter(({ kind }) => shown[kind].length < whole[kind].length).flatMap(({ kind }) =>
    pagesOf(whole, kind, body.slug),
  );
}

function pagesOf<Kind extends BodyListKind>(whole: BodyLists, kind: Kind, slug: string): BodyListPage[] {
  const runs = runsThatFit<Items[Kind]>(whole[kind], WEIGH[kind]);
  const paths = runs.map((_, at) => bodyListPath(slug, kind, at));
  return runs.map((run, at) => ({
    kind,
    lists: { ...EMPTY, [kind]: run },
    total: whole[kind].length,
    paths,
    at,
  }));
}

export function namesOfList(kind: BodyListKind): (typeof BODY_LISTS)[number] {
  return BODY_LISTS.find((list) => list.kind === kind) as (typeof BODY_LISTS)[number];
}

export function bodyListPath(slug: string, kind: BodyListKind, at = 0): string {
  return `${organizationPath(slug)}${kind}/${at === 0 ? "" : `${at + 1}/`}`;
}
