/** A task as it is read, from a table or from the text. */
import type { Block, PlaceRange } from "../../tree/nodes.ts";
import type { DeadlineReading } from "../deadlines.ts";
import type { GridRow } from "../grid.ts";
import type { MeasureReading } from "../measures.ts";
import type { Duty, PartyReading } from "../parties.ts";

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

/** The tasks of a table, and the measures of its row of totals where it has one. */
export interface TaskTableReading {
  tasks: TaskReading[];
  totals: MeasureReading[] | null;
}

/** What nobody bears. */
export const NO_DUTY: Duty = { responsible: [], supporting: [] };
