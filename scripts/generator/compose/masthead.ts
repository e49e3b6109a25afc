/** The cover of an issue: what it is called, when it came out, who makes it. */
import type { Colophon, Masthead } from "../model.ts";
import { iso, printed } from "../numerals.ts";
import { personName } from "../prose.ts";
import { SLOGANS } from "../words.ts";
import type { Author } from "./author.ts";

const FREQUENCIES = [
  ["季刊", 4],
  ["双月刊", 6],
  ["月刊", 12],
  ["半月刊", 24],
] as const;

/** Which issue it is: its number in the year, how many a year has, and its number in all. */
export interface Numbering {
  number: number;
  issues: number;
  serial: number;
}

/** A masthead, and the month in which its period begins; without a numbering, it is drawn. */
export function drawMasthead(
  author: Author,
  numbering?: Numbering,
): { masthead: Masthead; firstMonth: number; lastMonth: number } {
  const { random, place, year } = author;
  const [frequency, issues] =
    numbering === undefined ? random.pick(FREQUENCIES) : ([null, numbering.issues] as const);
  const number = numbering?.number ?? random.integer(1, issues);
  const months = 12 / issues;
  const lastMonth = Math.max(1, Math.ceil(number * months));
  const firstMonth = Math.max(1, Math.floor((number - 1) * months) + 1);
  const title = `${place.name}人民政府公报`;
  const day = { year, month: lastMonth, day: random.integer(26, 28) };
  const office = `${place.name}人民政府办公${place.level === "省" || place.level === "自治区" ? "厅" : "室"}`;
  const names = (count: number): string[] => Array.from({ length: count }, () => personName(random));
  return {
    masthead: {
      title,
      year,
      number,
      serial: numbering?.serial ?? (random.chance(0.8) ? (year - 1998) * issues + number : null),
      frequency: random.chance(0.6) ? frequency : null,
      date: random.chance(0.8) ? { iso: iso(day), text: printed(day) } : null,
      permit: random.chance(0.4)
        ? `${place.parent.charAt(0)}新出管字（${year}）第${random.integer(10, 99)}号`
        : null,
      front: random.sample(SLOGANS, random.integer(0, 2)),
      about: random.chance(0.3)
        ? {
            heading: `《${title}》简介`,
            paragraphs: [
              `《${title}》是由${office}主管、主办的政府出版物，面向全${place.level}公开发行。`,
              `《${title}》刊登的各类公文与正式文件具有同等效力。`,
            ],
          }
        : null,
      board: random.chance(0.5)
        ? [
            { role: "主任", members: names(1) },
            { role: "副主任", members: names(random.integer(1, 2)) },
            { role: "委员", members: names(random.integer(2, 6)) },
          ]
        : [],
      colophon: random.chance(0.6) ? drawColophon(author, office, names) : null,
    },
    firstMonth,
    lastMonth,
  };
}

function drawColophon(
  { random, place }: Author,
  office: string,
  names: (count: number) => string[],
): Colophon {
  const code = `0${random.integer(310, 999)}`;
  const telephone = (): string => `${code}-${random.integer(2000000, 8999999)}`;
  const some = <T>(value: T): T | null => (random.chance(0.75) ? value : null);
  return {
    chiefEditors: names(1),
    editors: random.chance(0.7) ? names(random.integer(1, 3)) : [],
    supervisor: some(`${place.name}人民政府`),
    sponsor: office,
    publisher: some(`《${place.name}人民政府公报》编辑部`),
    address: some(
      `${place.name}${random.pick(["人民路", "安福大道", "解放东路"])}${random.integer(1, 300)}号`,
    ),
    phone: telephone(),
    fax: some(telephone()),
    website: some(`www.${["lingyang", "taishan", "gov-example"][random.integer(0, 2)] ?? "example"}.gov.cn`),
  };
}
