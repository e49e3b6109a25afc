/** 完成时限: until when a task is to be done. */
import { characters, holdsAny } from "../language/characters.ts";
import { daysIn, isoDate } from "../language/dates.ts";
import { halfWidth, readNumeral } from "../language/numerals.ts";

/** A deadline as printed, with its first and last day where the print tells them. */
export interface DeadlineReading {
  text: string;
  start: string | null;
  end: string | null;
  ongoing: boolean;
}

const ONGOING =
  /长期|持续|常态|常年|经常性|每[年月季半周日两学]|按月|按季|逐月|日常|全年|随时|即时|实时|按需|贯穿/;
const ALL_YEAR = /全年/g;
const N = "[0-9一二三四五六七八九十〇零]{1,4}";
const DASH = "[-—–~～至到]{1,4}";
const YEAR = "([0-9]{4}|[〇零一二三四五六七八九]{4})年";

interface Days {
  start: string | null;
  end: string | null;
}

const lastDay = (year: number, month: number): string | null => isoDate(year, month, daysIn(year, month));
const num = (text: string | undefined): number => readNumeral(text ?? "") ?? 0;

type Rule = [RegExp, (groups: (string | undefined)[], year: number | null, before: boolean) => Days | null];

/** Year from the text, else the document's; null leaves the deadline unread. */
const yearOf = (printed: string | undefined, fallback: number | null): number | null =>
  printed === undefined || printed === "" ? fallback : num(printed);

const QUARTERS = ["一", "二", "三", "四"];
/** 即日起至…, 印发之日起至…: the first day is not printed as a date. */
const FROM_NOW = /(?:即日|印发之日|发文之日|现在|目前|之日)起?(?:至|到|—|-)/;
/** 自2021年7月1日起: no end is named. */
const FROM_THEN = /^(?:起|开始|及以后)(?!至|到|—|-|[^，。；]*(?:至|到|止))/;
const quarter = (text: string | undefined): number => {
  const at = QUARTERS.indexOf(text ?? "");
  return at >= 0 ? at + 1 : num(text);
};

function months(year: number | null, from: number, to: number, before: boolean): Days | null {
  if (year === null || from < 1 || to > 12) return null;
  return { start: before ? null : isoDate(year, from, 1), end: lastDay(year, to) };
}

const TEN_DAYS = "上旬|中旬|下旬|上中旬|中下旬|初(?!步)";
/** The days of a part of a month: 上旬, 中下旬, 初. */
function tenDays(year: number, month: number, part: string): Days {
  const from = /^[上初]/.test(part) ? 1 : part.startsWith("中") ? 11 : 21;
  const to = part.includes("下") ? daysIn(year, month) : part.includes("中") ? 20 : 10;
  return { start: isoDate(year, month, from), end: isoDate(year, month, to) };
}

/** 十五 began in 2001; each five-year plan takes up where the one before ended. */
const FIRST_YEAR_OF_TENTH_PLAN = 2001;

/** One rule a shape, the most telling first; `before` is true where 前 or 底 gives only an end. */
const RULES: readonly Rule[] = [
  [
    new RegExp(`(?:${YEAR})?(${N})月(${N})日?${DASH}(?:(?:${YEAR})?(${N})月)?(${N})日`),
    ([y, m, d, y2, m2, d2], fallback) => {
      const year = yearOf(y, fallback);
      if (year === null) return null;
      const month = num(m);
      const endMonth = m2 === undefined ? month : num(m2);
      return {
        start: isoDate(year, month, num(d)),
        end: isoDate(yearOf(y2, year) as number, endMonth, num(d2)),
      };
    },
  ],
  [
    new RegExp(`(?:${YEAR})?(${N})月(${N})日`),
    ([y, m, d], fallback, before) => {
      const year = yearOf(y, fallback);
      const day = year === null ? null : isoDate(year, num(m), num(d));
      return day === null ? null : { start: before ? null : day, end: day };
    },
  ],
  [
    new RegExp(`(?:${YEAR})?(${N})月?(?:份)?${DASH}(?:${YEAR})?(${N})月`),
    ([y, m, y2, m2], fallback, before) => {
      const year = yearOf(y, fallback);
      if (year === null) return null;
      const endYear = yearOf(y2, year) as number;
      const start = isoDate(year, num(m), 1);
      const end = num(m2) >= 1 && num(m2) <= 12 ? lastDay(endYear, num(m2)) : null;
      return start === null || end === null ? null : { start: before ? null : start, end };
    },
  ],
  [
    new RegExp(
      `(?:${YEAR})?(${N})月(?:份)?(${TEN_DAYS})(?:${DASH}(?:${YEAR})?(?:(${N})月(?:份)?)?(${TEN_DAYS}))?`,
    ),
    ([y, m, part, y2, m2, part2], fallback, before) => {
      const year = yearOf(y, fallback);
      if (year === null) return null;
      const month = num(m);
      const first = tenDays(year, month, part as string);
      const last =
        part2 === undefined
          ? first
          : tenDays(yearOf(y2, year) as number, m2 === undefined ? month : num(m2), part2);
      return { start: before ? null : first.start, end: last.end };
    },
  ],
  [
    new RegExp(`(?:${YEAR})?(${N})月(?:份)?(底|末)?`),
    ([y, m, end], fallback, before) =>
      months(yearOf(y, fallback), num(m), num(m), before || end !== undefined),
  ],
  [
    new RegExp(`(?:${YEAR})?第?([一二三四1-4])(?:季度)?(?:${DASH}第?([一二三四1-4]))?季度(底|末)?`),
    ([y, q, q2, end], fallback, before) => {
      const last = q2 === undefined ? quarter(q) : quarter(q2);
      return months(yearOf(y, fallback), quarter(q) * 3 - 2, last * 3, before || end !== undefined);
    },
  ],
  [
    new RegExp(`(?:${YEAR})?(上|下)半年(底|末)?`),
    ([y, half, end], fallback, before) =>
      months(yearOf(y, fallback), half === "上" ? 1 : 7, half === "上" ? 6 : 12, before || end !== undefined),
  ],
  [
    new RegExp(`([0-9]{4})年?${DASH}${YEAR}(?:年?(底|末))?`),
    ([y, y2], _fallback, before) => ({
      start: before ? null : isoDate(num(y), 1, 1),
      end: isoDate(num(y2), 12, 31),
    }),
  ],
  [
    new RegExp(`${YEAR}(?:年?(底|末|内))?`),
    ([y, end], _fallback, before) => ({
      start: before || (end !== undefined && end !== "内") ? null : isoDate(num(y), 1, 1),
      end: isoDate(num(y), 12, 31),
    }),
  ],
  [
    /明年(?:年)?(底|末)?/,
    ([end], fallback, before) =>
      months(fallback === null ? null : fallback + 1, 1, 12, before || end !== undefined),
  ],
  [
    /(?:今年|本年)(?:年)?(底|末)?|年(底|末)|^年度?内/,
    ([a, b], fallback, before) => months(fallback, 1, 12, before || a !== undefined || b !== undefined),
  ],
  [
    /[“"]?(十[一二三四五六七八九]?)五[”"]?(?:规划|时期)?(期间|时期|期内|末|期末)/,
    ([plan, part]) => {
      const first = FIRST_YEAR_OF_TENTH_PLAN + 5 * (num(plan) - 10);
      return { start: part?.endsWith("末") ? null : isoDate(first, 1, 1), end: isoDate(first + 4, 12, 31) };
    },
  ],
];

/** Each of the forms that {@link usualForms} changes has one of them. */
const OF_OTHER_FORMS = characters("元号.-/季至到—–~～、底末");
const ROMAN_QUARTERS = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"];

/** The same time in the words that the rules know: 元月, 31号, 2021.12.31, 第二、三季度. */
function usualForms(plain: string): string {
  if (!holdsAny(plain, OF_OTHER_FORMS)) return plain;
  return plain
    .replace(/元月/g, "1月")
    .replace(/[Ⅰ-Ⅳ](?=季)/g, (roman) => QUARTERS[ROMAN_QUARTERS.indexOf(roman)] as string)
    .replace(
      /(?<![0-9第])([2-4]|[89])([0-9])年(?=[底末])/g,
      (_, ten: string, one: string) => `${ten < "5" ? 20 : 19}${ten}${one}年`,
    )
    .replace(/(?<![0-9])((?:19|20)[0-9]{2})、(?=(?:19|20)[0-9]{2}年)/g, "$1年、")
    .replace(
      /(?<![月0-9一二三四五六七八九十第])([0-9]{1,2}|[一二三四五六七八九十]{1,2})、(?=(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月)/g,
      "$1月、",
    )
    .replace(/^((?:19|20)[0-9]{2})-(0?[1-9]|1[0-2])$/, "$1年$2月")
    .replace(/(?<=月[0-9]{1,2})号/g, "日")
    .replace(/(?<![0-9.])((?:19|20)[0-9]{2})([.\-/])([0-9]{1,2})\2([0-9]{1,2})(?![0-9.])/g, "$1年$3月$4日")
    .replace(/(?<![0-9.])((?:19|20)[0-9]{2})[./](0?[1-9]|1[0-2])(?![0-9.％%])/g, "$1年$2月")
    .replace(/(?<=年[0-9]{1,2}月[-—–~～至]{1,2})(0?[1-9]|1[0-2])$/g, "$1月")
    .replace(/第?([一二三四])、第?([一二三四])季度/g, "第$1至第$2季度")
    .replace(/(?<=月[至到—–~-]{1,2}(?:[0-9]{4}年)?[0-9]{1,2}月)底(?!(?:之|以)?前)/g, "")
    .replace(/起(?=[至到—–~-])/g, "")
    .replace(/^((?:19|20)[0-9]{2})([-—–~～至到]{1,2})((?:19|20)[0-9]{2})$/, "$1年$2$3年")
    .replace(/前([二三四])(?:个)?季度/g, "第一至第$1季度");
}

const NEXT_YEAR = /[明次翌]年|第二年/;
/** 2021年11月至次年3月, 明年6月底前: the year after the one named before it, or after the document's. */
function withNextYear(plain: string, year: number | null): string {
  if (!plain.includes("年") || !NEXT_YEAR.test(plain)) return plain;
  return plain.replace(
    /(?:[明次翌]年|第二年)(?=[0-9一二三四五六七八九十]{1,3}月|[第一二三四]{1,2}季度|[上下]半年)/g,
    (word, at: number) => {
      const named = plain
        .slice(0, at)
        .match(/(?:19|20)[0-9]{2}(?=年)/g)
        ?.at(-1);
      const base = named === undefined ? year : Number(named);
      return base === null ? word : `${base + 1}年`;
    },
  );
}

/** A time without the bracket that says how often is reported until then: 2021年12月底前（每月报送进展）. */
function withoutReports(plain: string, year: number | null): string {
  if (!plain.includes("每") || !/[（(]/.test(plain)) return plain;
  const rest = plain.replace(/[（(][^（）()]*[）)]/g, (bracket) => (bracket.includes("每") ? "" : bracket));
  return matchRules(rest, year) === null ? plain : rest;
}

const SAYS_UNTIL = /年|完成|到位|建成/;
/** What a time says beside how often: 每季度末通报，年底前完成 ends, 每年6月底前 does not; 2022年—2024年每年6月底前 does. */
function withoutRepeats(plain: string): string {
  if (!/每[年月季周日半两学]/.test(plain)) return plain;
  return plain
    .split(/[，,；;。]/)
    .map((clause) => (clause.includes("每") ? clause.slice(0, clause.indexOf("每")) : clause))
    .filter((clause) => SAYS_UNTIL.test(clause))
    .join("，");
}

/**
 * Reads a printed deadline.
 * @param year the year of the document's date, for a deadline that names none; null where that is not known.
 */
export function readDeadline(text: string, year: number | null): DeadlineReading | null {
  const printed = text.trim();
  if (printed === "" || /^[-—/／无]+$/.test(printed)) return null;
  const plain = withoutReports(
    withNextYear(usualForms(halfWidth(printed).replace(/[\s　]/g, "")), year),
    year,
  );
  const dated = plain.includes("每") ? withoutRepeats(plain) : plain;
  const read = matchSeveral(dated, year) ?? matchRules(dated, year);
  // 2021年全年: all of the year is a time with an end.
  const ongoing = ONGOING.test(read === null ? plain : plain.replace(ALL_YEAR, ""));
  // 2021年3月—长期: it begins and does not end.
  const end = ongoing && /[-—–~～至到](?:长期|永久)/.test(plain) ? null : (read?.end ?? null);
  return { text: printed, start: read?.start ?? null, end, ongoing };
}

/** 3月底前…，10月底前…: several times in one deadline; it runs from the first, where that has a beginning, to the last. */
function matchSeveral(plain: string, year: number | null): Days | null {
  const parts = plain.split(/[，,；;、。]|(?<=[底前末日月])[和及]/);
  if (parts.length < 2) return null;
  const found: Days[] = [];
  let current = year;
  for (const part of parts) {
    const days = matchRules(part, current);
    if (days === null) continue;
    found.push(days);
    current = Number((days.end ?? days.start ?? `${current}`).slice(0, 4)) || current;
  }
  const ends = found.map(({ end }) => end);
  if (found.length < 2 || ends.includes(null)) return null;
  return { start: found[0]?.start ?? null, end: ends.sort().at(-1) ?? null };
}

function matchRules(plain: string, year: number | null): Days | null {
  for (const [pattern, resolve] of RULES) {
    const match = plain.match(pattern);
    if (!match) continue;
    const after = plain.slice((match.index as number) + match[0].length);
    const before =
      /^(?:底|末)?(?:[0-9]{1,2}(?:[时点]|[:：][0-9]{2}))?(?:[（(][^（）()]{1,8}[）)])?(?:之|以)?前|^(?:底|末)/.test(
        after,
      ) || /^(?:截至|截止|到|至)/.test(plain);
    // 2023年秋季开学前: the day is not printed.
    if (/年$/.test(match[0]) && /^(?:[春夏秋冬]|[^，,。；;、\d之以前]{1,12}前)/.test(after)) return null;
    const days = resolve(match.slice(1), year, before || FROM_NOW.test(plain));
    if (days === null || (days.start === null && days.end === null)) return null;
    return FROM_THEN.test(after) && !before ? { start: days.start, end: null } : days;
  }
  return null;
}
