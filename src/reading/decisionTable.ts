/** Decisions that a 任免 document prints as a table: 姓名, 任命职务, 免去职务. */
import { squeeze } from "../language/blanks.ts";
import type { Leaf } from "../tree/nodes.ts";
import { type DecisionReading, decisionOf, OF_PERSON } from "./decisions.ts";
import { cellText, type Grid } from "./grid.ts";

/** A head that says what is done with the offices below it; 职务 alone, or 现任职务, says nothing. */
const GIVES = /^(?:拟?(?:任命|聘任|新任|任|任职)(?:的)?(?:单位及)?职务|拟?任职|任命|聘任)$/;
const TAKES = /^拟?(?:免去|免|免职|解聘)(?:的)?(?:单位及)?职务$|^拟?免职$|^(?:免去|解聘)$/;
const PERSON = /^姓名$/;
const NOTHING = /^[-—–－/／无\s　]*$/;

/** The decisions of a table, one for each office that it gives a person or takes; none where its heads say neither. */
export function readDecisionTable(grid: Grid): { reading: DecisionReading; leaf: Leaf }[] {
  const heads = grid.columns.map(({ name }) => squeeze(name));
  const person = heads.findIndex((head) => PERSON.test(head));
  const columns = heads.flatMap((head, column) => (GIVES.test(head) || TAKES.test(head) ? [column] : []));
  if (person < 0) return [];
  return grid.rows.flatMap(({ cells, misfit }) =>
    columns.flatMap((column) => {
      const leaf = cells[column]?.children[0];
      const name = squeeze(cellText(cells[person])).replace(OF_PERSON, "");
      if (misfit || name === "" || leaf === undefined || NOTHING.test(leaf.value)) return [];
      const action = TAKES.test(heads[column] as string) ? "remove" : "appoint";
      return [{ reading: decisionOf(action, name, leaf.value), leaf }];
    }),
  );
}
