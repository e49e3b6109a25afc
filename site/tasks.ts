/** What lists of tasks are filtered by. */
import type { Canonical } from "../src/corpus/authority.ts";
import { dueYear } from "../src/corpus/duties.ts";
import { compareText, type Leading, type Lookup } from "../src/corpus/gazette.ts";
import { partiesOf } from "../src/corpus/organizations.ts";
import type { Party, Task } from "../src/document/schema.ts";
import { choices, type Filter } from "./choices.ts";
import type { TaskIn } from "./lists.ts";

export function taskFilters(
  shown: TaskIn[],
  { canonical, gazette }: { canonical: Canonical; gazette: { leading: Lookup<Pick<Leading, "title">> } },
): Filter[] {
  const tasks = shown.map(({ task }) => task);
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
        shown.map(({ table }) => table.notice),
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
