/** What the lists across the issues hold and how each is cut: documents, appointments, the chronicle and numbers by year, tasks by issue. */
import type { Gazette } from "../src/corpus/gazette.ts";
import type { NumberSeries, NumberUse, NumberYear } from "../src/corpus/numbers.ts";
import type { DecisionIn } from "../src/corpus/organizations.ts";
import type { ChronicleDocument, NoticeDocument, Task, TaskTableDocument } from "../src/document/schema.ts";
import { bytesOf, type Cutting, cutList, firstThatFit, type ListPage } from "./listPages.ts";

export type Entry = ChronicleDocument["entries"][number];
export type TaskIn = { task: Task; table: TaskTableDocument };
export type NumberIn = { series: NumberSeries; inYear: NumberYear; use: NumberUse };

/** A list of one kind of thing: all its items, the pages they are cut into, and those of them that its own page shows. */
export type List<T> = { folder: string; items: T[]; pages: ListPage<T>[]; newest: ListPage<T>[] };

/** A page of a list as others lead to it: how many items it holds, and whether they stand on this page too. */
export type PageLink = { path: string; text: string; heading: string; count: number; here: boolean };

/** What one page of a list shows: the list's own page the newest, without a `part`; the others a part each. */
export type Shown<T> = {
  folder: string;
  /** How many items the list has. */
  total: number;
  links: PageLink[];
  part: Pick<ListPage<T>, "path" | "text" | "heading"> | null;
  items: T[];
};

/** A page of a list with the items of these of its parts. */
export function shownOf<T>({ folder, items, pages }: List<T>, parts: ListPage<T>[]): Omit<Shown<T>, "part"> {
  const links = pages.map((page) => ({
    path: page.path,
    text: page.text,
    heading: page.heading,
    count: page.items.length,
    here: parts.includes(page),
  }));
  return { folder, total: items.length, links, items: parts.flatMap((part) => part.items) };
}

/** The page of one part of a list. */
export function shownPart<T>(list: List<T>, part: ListPage<T>): Shown<T> {
  const { path, text, heading } = part;
  return { ...shownOf(list, [part]), part: { path, text, heading } };
}

const byYear = (folder: string) => ({
  folder,
  say: (year: string) => ({ text: `${year}年`, heading: "各年" }),
});

function made<T>(items: T[], cutting: Cutting<T>): List<T> {
  const pages = cutList(items, cutting);
  return { folder: cutting.folder, items, pages, newest: firstThatFit(pages, cutting.weigh) };
}

export function documentList({ notices }: Gazette): List<NoticeDocument> {
  return made(notices, {
    ...byYear("/documents/"),
    key: ({ issue }) => issue.slice(0, 4),
    weigh: ({ title, documentNumber, issuer }) => bytesOf(title, documentNumber?.text, issuer),
  });
}

export function decisionList({ appointments }: Gazette): List<DecisionIn> {
  const decisions = appointments.flatMap((document) =>
    document.decisions.map((decision, at) => ({ decision, number: at + 1, document })),
  );
  return made(decisions, {
    ...byYear("/appointments/"),
    key: ({ document }) => document.issue.slice(0, 4),
    weigh: ({ decision, document }) => bytesOf(decision.text, document.documentNumber?.text),
  });
}

export function entryList({ chronicles }: Gazette): List<Entry> {
  return made(
    chronicles.flatMap(({ entries }) => entries),
    { ...byYear("/chronicle/"), key: ({ id }) => id.slice(0, 4), weigh: ({ text }) => bytesOf(text) },
  );
}

const numberLists = new WeakMap<NumberSeries[], List<NumberIn>>();

/** Numbers of the newest year first, in each year the series in their order. */
export function numberList({ numbers }: { numbers: NumberSeries[] }): List<NumberIn> {
  const list = numberLists.get(numbers) ?? makeNumberList(numbers);
  numberLists.set(numbers, list);
  return list;
}

function makeNumberList(numbers: NumberSeries[]): List<NumberIn> {
  const items = numbers.flatMap((series) =>
    series.years.flatMap((inYear) => inYear.uses.map((use): NumberIn => ({ series, inYear, use }))),
  );
  return made(
    items.toSorted((a, b) => b.inYear.year - a.inYear.year),
    {
      ...byYear("/numbers/"),
      key: ({ inYear }) => String(inYear.year),
      weigh: ({ use: { printed, citing } }) =>
        printed === null ? citing.length * bytesOf("引用于平政办发〔2021〕36号") : bytesOf(printed.title),
    },
  );
}

/** Where a document's own number stands among those of its series and year; null for one without a series. */
export function numberPath({ numbers }: { numbers: NumberSeries[] }, documentId: string): string | null {
  const paths = numberPaths.get(numbers) ?? makeNumberPaths(numbers);
  numberPaths.set(numbers, paths);
  return paths.get(documentId) ?? null;
}

const numberPaths = new WeakMap<NumberSeries[], Map<string, string>>();

function makeNumberPaths(numbers: NumberSeries[]): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { path, items } of numberList({ numbers }).pages)
    for (const { series, inYear, use } of items)
      if (use.printed !== null && !paths.has(use.printed.id))
        paths.set(use.printed.id, `${path}#${numberAnchor(series.agency, inYear.year)}`);
  return paths;
}

/** A series in a year, on the page of numbers that shows it. */
export const numberAnchor = (agency: string, year: number): string => `${agency}-${year}`;

/** The tasks of each table, by issue. */
export function taskList({ issues, issueById, taskTables }: Gazette): List<TaskIn> {
  const byIssue = Map.groupBy(taskTables, ({ issue }) => issue);
  const tables = issues.flatMap(({ id }) => byIssue.get(id) ?? []);
  return made(tasksOf(tables), {
    folder: "/tasks/",
    key: ({ table }) => table.issue,
    say: (id) => {
      const issue = issueById.get(id);
      return { text: `第${issue?.number}期`, heading: `${issue?.year}年` };
    },
    weigh: ({ task }) => bytesOf(task.title, task.text),
  });
}

export function tasksOf(tables: TaskTableDocument[]): TaskIn[] {
  return tables.flatMap((table) => table.tasks.map((task) => ({ task, table })));
}

/** The paths of a list's pages below its folder, and what each shows: for Astro's `getStaticPaths`. */
export function listPaths<T>(list: List<T>): { params: { part: string | undefined }; props: Shown<T> }[] {
  return [
    { params: { part: undefined }, props: { ...shownOf(list, list.newest), part: null } },
    ...list.pages.map((page) => ({
      params: { part: page.path.slice(list.folder.length, -1) },
      props: shownPart(list, page),
    })),
  ];
}
