/** The lists of tasks: how they are cut into pages, and what they are filtered by. */
import { dueYear } from "../src/corpus/duties.ts";
import { compareText, type Gazette } from "../src/corpus/gazette.ts";
import { partiesOf } from "../src/corpus/organizations.ts";
import type { IssueDocument, Party, Task, TaskTableDocument } from "../src/document/schema.ts";
import { choices, type Filter } from "./choices.ts";
import type { Library } from "./library.ts";

/** About as many tasks as a page of 60 KB (gzip) holds. */
const MOST_TASKS = 250;

export type IssueTasks = { issue: IssueDocument; tables: TaskTableDocument[]; count: number };

/** The tasks of each issue that has any, newest issue first. */
export function tasksByIssue({ issues, taskTables }: Gazette): IssueTasks[] {
  return issues
    .map((issue) => {
      const tables = taskTables.filter((table) => table.issue === issue.id && table.tasks.length > 0);
      return { issue, tables, count: tables.reduce((sum, { tasks }) => sum + tasks.length, 0) };
    })
    .filter(({ count }) => count > 0);
}

/** The newest issues whose tasks stand on one page together; always one at least. */
export function newestThatFit(all: IssueTasks[]): IssueTasks[] {
  const chosen: IssueTasks[] = [];
  let sum = 0;
  for (const own of all) {
    sum += own.count;
    if (chosen.length > 0 && sum > MOST_TASKS) break;
    chosen.push(own);
  }
  return chosen;
}

export function taskFilters(
  tables: TaskTableDocument[],
  { canonical, gazette }: Pick<Library, "canonical" | "gazette">,
): Filter[] {
  const tasks = tables.flatMap((table) => table.tasks);
  const names = (parties: Party[]) => [...new Set(parties.map(({ name }) => canonical(name)))];
  const bearing = (parties: (task: Task) => Party[]) =>
    tasks.filter((task) => parties(task).length > 0).length;
  return [
    {
      name: "organization",
      label: "单位",
      options: choices(tasks.flatMap((task) => names(partiesOf(task)))),
    },
    {
      name: "role",
      label: "角色",
      narrows: "organization",
      options: [
        { value: "leads", text: "负责", count: bearing((task) => [...task.responsible, ...task.groupLead]) },
        { value: "supports", text: "配合", count: bearing(({ supporting }) => supporting) },
      ].filter(({ count }) => count > 0),
    },
    {
      name: "deadline",
      label: "时限",
      options: choices(
        tasks.flatMap(({ deadline }) => dueYear(deadline) ?? []),
        (value) => (value === "长期" ? "长期执行" : `${value}年`),
      ).sort((a, b) => compareText(a.value, b.value)),
    },
    { name: "group", label: "组别", options: inOrder(tasks.flatMap(({ group }) => group ?? [])) },
    {
      name: "document",
      label: "文件",
      options: choices(
        tables.flatMap(({ notice, tasks: own }) => own.map(() => notice)),
        (id) => gazette.leading.get(id)?.title ?? id,
      ),
    },
  ];
}

/** Each once, as they come. */
function inOrder(values: string[]): Filter["options"] {
  const order = [...new Set(values)];
  return choices(values).sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}
