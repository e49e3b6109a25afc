/** Lists of persons that tabs part: 组　长：⇥王　刚⇥县长 is no row of a table. */
import { squeeze } from "../language/blanks.ts";
import { nextColon } from "../language/colons.ts";
import { ROSTER_ROLES } from "../terms/labels.ts";
import type { Line } from "../tree/nodes.ts";

const MOST_CELLS = 4;
/** 组长, 王刚, 欧阳章伟: what opens a line of the list, letter-spaced. */
const OPENS_MEMBER = /^[\p{Script=Han}·]{2,12}[：:]?$/u;

/** The first cell of a row of few cells, without blanks; null for other lines. */
function firstCell({ kind, value }: Line): string | null {
  if (kind !== "row" || !value.includes("\t") || value.startsWith("|")) return null;
  const cells = value.split("\t");
  return cells.length <= MOST_CELLS ? squeeze(cells[0] as string) : null;
}

/** The role that a row opens with: 组长, 副组长： or 组长王刚. */
function opensWithRole(line: Line): boolean {
  const cell = firstCell(line);
  if (cell === null) return false;
  const colon = nextColon(cell, 0);
  if (ROSTER_ROLES.test(colon < 0 ? cell : cell.slice(0, colon))) return true;
  const [role, ...name] = (line.value.split("\t")[0] as string).split(/[\s　]{1,4}(?=\S{2,4}$|\S[\s　]+\S$)/);
  return name.length > 0 && ROSTER_ROLES.test(squeeze(role as string));
}

/** Makes lines of text of rows that a role opens, with those of persons below; a table with a head keeps its rows. */
export function findTabbedRosters(lines: readonly Line[]): void {
  let above: Line | undefined;
  for (let from = 0; from < lines.length; from++) {
    const line = lines[from] as Line;
    if (line.kind === "blank") continue;
    if (line.kind !== "row" || above?.kind === "row" || !opensWithRole(line)) {
      above = line;
      continue;
    }
    for (let at = from; at < lines.length; at++) {
      const member = lines[at] as Line;
      if (member.kind === "blank") continue;
      const cell = firstCell(member);
      if (cell === null || !(at === from || OPENS_MEMBER.test(cell) || opensWithRole(member))) break;
      member.kind = "text";
      from = at;
    }
    above = lines[from];
  }
}
