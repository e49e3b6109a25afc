/** What a body has to do by when, and with whom. */
import type { Deadline } from "../document/schema.ts";
import type { Canonical } from "./authority.ts";
import { compareText } from "./gazette.ts";
import { type Organization, partiesOf, type TaskPart } from "./organizations.ts";

/** Tasks that are due on the same day; `end` is null for what goes on (`ongoing`) and for what has no deadline. */
export type Due = { end: string | null; ongoing: boolean; parts: TaskPart[] };

/** Dated tasks first, the earliest deadline first, then what goes on, then what has no deadline. */
export function dutiesByDeadline(parts: TaskPart[]): Due[] {
  const groups = Map.groupBy(parts, ({ task }) => dueKey(task.deadline));
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, own]) => {
      const deadline = own[0]?.task.deadline ?? null;
      return { end: deadline?.end ?? null, ongoing: isOngoing(deadline), parts: own };
    });
}

/** Goes on without an end: 长期执行. */
function isOngoing(deadline: Deadline | null): boolean {
  return deadline !== null && deadline.end === null && deadline.ongoing;
}

/** Dates sort as they stand; the two kinds without a date come after every date. */
function dueKey(deadline: Deadline | null): string {
  return deadline?.end ?? (isOngoing(deadline) ? "~1" : "~2");
}

/** The other bodies in a body's tasks, each with how many they share, the most frequent first. */
export function companionsOf(
  body: Organization,
  canonical: Canonical = (name) => name,
): { name: string; tasks: number }[] {
  const shared = new Map<string, number>();
  for (const { task } of body.tasks) {
    const names = new Set(partiesOf(task).map(({ name }) => canonical(name)));
    names.delete(body.name);
    for (const name of names) shared.set(name, (shared.get(name) ?? 0) + 1);
  }
  return [...shared]
    .map(([name, tasks]) => ({ name, tasks }))
    .sort((a, b) => b.tasks - a.tasks || compareText(a.name, b.name));
}

/** The year a task is due in, `长期` where it goes on, null where nothing is said: what lists are filtered by. */
export function dueYear(deadline: Deadline | null): string | null {
  return deadline?.end?.slice(0, 4) ?? (isOngoing(deadline) ? "长期" : null);
}
