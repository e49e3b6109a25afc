/** Numbers with their units: what is measured, in what, and in which year. */
import { squeeze } from "../language/blanks.ts";
import { characters, holdsAny, opensWith } from "../language/characters.ts";
import { halfWidth } from "../language/numerals.ts";

/** One measured fact of a task. */
export interface MeasureReading {
  name: string;
  text: string;
  value: number | null;
  unit: string | null;
  year: number | null;
}

const UNIT_TAIL = /^(.+)[（(]([^（）()]{1,12})[）)]$/;
const UNIT_WORD =
  /^(?:±?[%％]|‰|[万亿千百]{0,2}(?:(?:美|欧|日)?元|吨|人|户|亩|公顷|公里|平方米|平方公里|立方米|米|千米|个|家|处|所|座|台|套|件|项|次|辆|份|千瓦|千瓦时|人\/平方公里|度|斤|公斤|千克|头|只|羽|株|棵|张|条|床|天|年|月|日|小时|人次|名|户次|村|场|期|篇|部|例|岁|分|标准煤|吨标准煤|栋|幢|眼|口|块|根|盏|对|组|支|班|类|门|尾|箱|平方|周|季|个?百分点|台套|场次|学时|课时|班次|位|孔|艘|架次|标箱|[微毫]克\/(?:立方米|升)|立方|方|平米|厘米|毫米|吨公里|人公里|台班|担|元\/月|元\/吨|元\/亩|元\/人)(?:[/·](?:\p{Script=Han}{1,3}|㎡|m[23²³]|kw·?h|gj|t|kg)){0,2}|[万亿千百]?(?:㎡|m[23²³]|km[2²]?|hm[2²]?|kw·?h?|kva|mw)(?:\/[a-z\p{Script=Han}]{1,3})?|[μµmk]?g\/(?:m[3³]|l|kg|d)|kg|t|mg\/l|℃|[a-zA-Z]{1,4}²?\/?[a-zA-Z]{0,3})$/iu;

/** 管理局（处）, 社区（村）: a bracket names another kind of body, and no unit. */
const OTHER_KIND = /(?:[局办委所][（(]处|(?:社区|居委?会?|[乡镇])[（(][村场]|村[（(]场)[）)]$/;

/** A head or label without its unit, and the unit: `补助资金 (万元)` → 补助资金, 万元. */
export function splitUnit(text: string): { name: string; unit: string | null } {
  const match = squeezeAround(text).match(UNIT_TAIL);
  const unit = match ? squeeze(match[2] as string).replace(/^单位[：:]/, "") : null;
  return match && unit !== null && UNIT_WORD.test(unit) && !OTHER_KIND.test(match[0])
    ? { name: (match[1] as string).trim(), unit }
    : { name: text.trim(), unit: null };
}

const squeezeAround = (text: string): string => text.trim();

const OPENS_NUMBER = characters("0123456789-+−");
/** A number, with its digits in threes or not, and a sign of its unit. */
const NUMBER = /^([-+−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?)([%％‰])?$/;

/** What `Number` does not know. */
const IN_PRINT = characters(",，−．");

/** The number that a text is and nothing else; `91 以上` is none. */
export function plainNumber(text: string): number | null {
  const plain = squeeze(halfWidth(text));
  if (!opensWith(plain, OPENS_NUMBER)) return null;
  const digits = plain.match(NUMBER)?.[1];
  if (digits === undefined) return null;
  return Number(
    holdsAny(digits, IN_PRINT) ? digits.replace(/[,，]/g, "").replace("−", "-").replace("．", ".") : digits,
  );
}

/** The measure of a cell; null where the cell is blank. */
export function readMeasure(
  name: string,
  unit: string | null,
  text: string,
  year: number | null,
): MeasureReading | null {
  // A dash stands where there is nothing to measure, a tick where something is done at all.
  if (/^[-—–－/／√✓●\s　]*$/.test(text)) return null;
  const own = squeeze(halfWidth(text)).match(NUMBER)?.[2];
  return { name, text, value: plainNumber(text), unit: unit ?? own?.replace("％", "%") ?? null, year };
}

/** The year that a column head names: `2025年`, `2025年目标值`; null where it names none. */
export function headYear(head: string): number | null {
  const match = squeeze(halfWidth(head)).match(/(?<!\d)((?:19|20)\d{2})年?(?!\d)/);
  return match ? Number(match[1]) : null;
}
