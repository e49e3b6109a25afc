/** The bodies that the head of a group of tasks carries in its bracket. */
import { type PartyReading, readDuty } from "../parties.ts";

const BRACKET_END = /[（(]([^（）()]+(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]$/;
const BODY_LIST =
  /(?:局|委|办|院|部|厅|政府|中心|公司|集团|支行|大队|乡镇|部门|单位|牵头|负责|分局)(?:分别|共同)?(?:牵头|负责)?$/;

/** A head without the bracket of bodies at its end, and those bodies. */
export function splitGroupLead(head: string): { group: string; lead: PartyReading[] } {
  const match = head.match(BRACKET_END);
  const content = match?.[1] ?? "";
  if (!match || !BODY_LIST.test(content) || /^共|项|[\d０-９]/.test(content))
    return { group: head, lead: [] };
  const { responsible, supporting } = readDuty(content);
  return { group: head.slice(0, match.index).trim(), lead: [...responsible, ...supporting] };
}
