/** Scores tables and the tasks in them. */
import type {
  Deadline as GotDeadline,
  Task as GotTask,
  TableDocument,
  TaskTableDocument,
} from "../../../src/document/schema.ts";
import type { Cell, Column, Deadline, Party, Table, Task } from "../model.ts";
import { note, same, squeeze, type Tally } from "./tally.ts";

const trimmed = <T extends { text: string }>(cells: readonly T[]): T[] => {
  const kept = [...cells];
  while (kept.at(-1)?.text === "") kept.pop();
  return kept;
};

const isMerged = (row: readonly Cell[]): boolean => row.some(({ colSpan }) => colSpan > 1);

/** The grid as records; null for merged rows, of which the contract says nothing. */
function records({ columns, rows }: Table): (Record<string, string> | null)[] {
  const held = columns.map(() => ({ left: 0, text: "" }));
  return rows.map((row) => {
    if (isMerged(row) || row.length > columns.length) return null;
    const queue = [...row];
    const record: Record<string, string> = {};
    columns.forEach(({ name }, at) => {
      const above = held[at];
      if (above === undefined) return;
      if (above.left > 0) above.left--;
      else {
        const cell = queue.shift();
        above.text = cell?.text ?? "";
        above.left = (cell?.rowSpan ?? 1) - 1;
      }
      record[name] = above.text;
    });
    return record;
  });
}

export function scoreTable(tally: Tally, where: string, table: Table, got: TableDocument): void {
  const over = table.columns.some(({ above }: Column) => above !== null);
  if (table.title !== undefined) same(tally, "table title", where, table.title, got.title);
  same(tally, "table unit note", where, table.unitNote, got.unitNote);
  if (over)
    note(
      tally,
      "table columns",
      got.columns.length === table.columns.length,
      where,
      table.columns.length,
      got.columns.map(({ text }) => text),
    );
  else
    same(
      tally,
      "table columns",
      where,
      table.columns.map(({ name, unit, text }) => ({ name, unit, text })),
      got.columns,
    );
  note(
    tally,
    "table row count",
    got.rows.length === table.rows.length,
    where,
    table.rows.length,
    got.rows.length,
  );
  if (got.rows.length !== table.rows.length) return;
  const grid = records(table);
  for (const [index, row] of table.rows.entries()) {
    const cells = got.rows[index]?.cells ?? [];
    const place = `${where} row ${index + 1}`;
    const whole = (each: readonly { text: string }[]): string => each.map(({ text }) => text).join("");
    if (isMerged(row)) same(tally, "table row", place, whole(row), whole(cells));
    else same(tally, "table row", place, trimmed(row), trimmed(cells));
    if (!over && !isMerged(row)) same(tally, "table record", place, grid[index], got.records[index]);
  }
}

const pairs = (parties: readonly Party[]): string[] =>
  parties.map(({ text, name }) => (text === name ? text : `${text}=${name}`));

/** Lines of duty as the contract joins them; marks at the ends of lines are not asked. */
const plain = (text: string | null): string | null => squeeze(text?.replace(/[；;。，]+$/gmu, "") ?? null);

function scoreDeadline(
  tally: Tally,
  where: string,
  expected: Deadline | null,
  got: GotDeadline | null,
): void {
  if (expected === null || got === null) {
    same(tally, "task deadline", where, expected, got);
    return;
  }
  const { text, start, end, ongoing } = expected;
  const asked = {
    text,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(ongoing === undefined ? {} : { ongoing }),
  };
  const have = {
    text: got.text.replace(/[；;。，]+$/u, ""),
    ...(start === undefined ? {} : { start: got.start }),
    ...(end === undefined ? {} : { end: got.end }),
    ...(ongoing === undefined ? {} : { ongoing: got.ongoing }),
  };
  same(tally, "task deadline", where, asked, have);
}

function scoreTask(tally: Tally, where: string, expected: Task, got: GotTask, inline: boolean): void {
  if (expected.number !== undefined) same(tally, "task number", where, expected.number, got.number);
  if (expected.group !== undefined)
    same(tally, "task group", where, squeeze(expected.group), squeeze(got.group));
  same(tally, "task group lead", where, pairs(expected.groupLead), pairs(got.groupLead));
  same(tally, "task title", where, expected.title, got.title);
  same(tally, "task text", where, expected.text, got.text);
  const wanted = plain(expected.responsibility);
  const have = plain(got.responsibility);
  // A line that also carries the time, and a duty over two columns, may be given in full.
  note(
    tally,
    "task responsibility",
    wanted === have || (wanted !== null && have?.includes(wanted) === true),
    where,
    wanted,
    have,
  );
  same(tally, "task responsible", where, pairs(expected.responsible), pairs(got.responsible));
  same(tally, "task supporting", where, pairs(expected.supporting), pairs(got.supporting));
  scoreDeadline(tally, where, expected.deadline, got.deadline);
  if (inline) return;
  same(tally, "task measures", where, expected.measures, got.measures);
  for (const [name, text] of Object.entries(expected.extra))
    same(tally, "task extra", where, text, got.extra[name] ?? "");
}

export function scoreTasks(
  tally: Tally,
  where: string,
  expected: readonly Task[],
  got: TaskTableDocument | undefined,
  inline: boolean,
): void {
  note(tally, "task table", got !== undefined, where, `${expected.length} tasks`, got?.id);
  if (got === undefined) return;
  note(tally, "task count", got.tasks.length === expected.length, where, expected.length, got.tasks.length);
  const rest = [...got.tasks];
  const aligned = got.tasks.length === expected.length;
  expected.forEach((task, index) => {
    const place = `${where} task ${index + 1}`;
    // As many as there should be: in order. Otherwise each is sought by what it says.
    const at = aligned ? 0 : rest.findIndex((each) => each.text === task.text);
    const [match] = at < 0 ? [] : rest.splice(at, 1);
    note(tally, "task found", match !== undefined, place, task.text, undefined);
    if (match !== undefined) scoreTask(tally, place, task, match, inline);
  });
}
