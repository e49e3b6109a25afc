/** 刊头, 简介, 编委会, 版权项: what stands before the first document, and the colophon wherever it stands. */
import { squeeze } from "../language/blanks.ts";
import { dateOfMatch, FULL_DATE, isoDate } from "../language/dates.ts";
import { matchesOf } from "../language/matches.ts";
import { CHINESE_NUMERAL, readNumeral, toNumber } from "../language/numerals.ts";
import { BOARD_ROLES, COLOPHON_LABELS, type ColophonField, PERMIT_CODE } from "../terms/labels.ts";
import { hull, rawOf } from "../tree/build.ts";
import type { Field, Leaf, Line, Masthead, Paragraph, Span } from "../tree/nodes.ts";
import { type Context, leafOf, leafOfLines, setAside, sliceSpans } from "./context.ts";
import { filledFrom } from "./lines.ts";
import {
  EDITORS,
  isColophonLabel,
  isMastheadLabel,
  isNameLine,
  type Labelled,
  ORDER_OF_NAMES,
  readBareLabels,
  readLabels,
  splitNames,
} from "./mastheadLabels.ts";

/** What the masthead says of the issue. */
export interface IssueFacts {
  title: string;
  year: number;
  number: number;
  serial: number | null;
  frequency: string | null;
  date: string | null;
  /** The day of issue where it is printed without its year. */
  day: { month: number; day: number } | null;
  permit: string | null;
  board: { role: string; members: string[] }[];
  colophon: Partial<Record<ColophonField, string>>;
  chiefEditors: string[];
  editors: string[];
  /** Paragraphs of the 简介, and those that have no field of their own, in printed order. */
  about: Paragraph[];
  front: Paragraph[];
}

const NUMERAL = `[0-9０-９${CHINESE_NUMERAL}]`;
const TITLE = /^[《〈]?([\p{Script=Han}]{2,30}(?:公报|政报))[》〉]?/u;
/** Two numbers in one issue: 第7、8期合刊. */
const JOINED = `(?:[-—–、，至和]第?${NUMERAL}{1,4})?`;
const ISSUE_NUMBER = new RegExp(`第(${NUMERAL}{1,4})${JOINED}[期号]`);
const YEAR_AND_NUMBER = new RegExp(
  `([0-9０-９〇零○一二三四五六七八九]{4})年?[·.•\\-—]?第(${NUMERAL}{1,4})${JOINED}[期号](?:[（(]?合刊[)）]?)?`,
);
/** 总第15期, 总号：910, 总期数 15. */
const SERIAL = new RegExp(`总(?:第|[期号]数?[：:])?(${NUMERAL}{1,6})${JOINED}(?:[期号]|(?=[)）]?$))`);
/** 2021, 2021年（总第15期）, or the months of the issue: 2018年12月, 2021年1—3月出版. */
const YEAR_ALONE =
  /^([0-9０-９]{4})年?(?:[（(]总第?[^（()）]{1,8}[）)]|(?<=年)[0-9０-９]{1,2}月?(?:[-—–~～至、][0-9０-９]{1,2})?月?(?:出版)?)?$/;
/** The same in brackets, behind the number of the year: 2022.02（总第18期）. */
const SERIAL_BESIDE = new RegExp(`[（(]?${SERIAL.source}[)）]?$`);
const FREQUENCY = /(半月刊|双月刊|月刊|季刊|旬刊|双周刊|周刊|半年刊|年刊|不定期)/;
const PERMIT = /^[\p{Script=Han}]{1,14}(?:字|准)[(（〔[［]?[\d０-９]{4}[)）〕\]］]?第?[\d０-９-]+号$/u;
const MASTHEAD_NUMBERS = new RegExp(
  `^(?:[(（]?[0-9０-９〇零○一二三四五六七八九]{4}年?[)）]?|第${NUMERAL}{1,4}${JOINED}[期号](?:[（(]?合刊[)）]?)?|[(（]?总(?:第|[期号]数?[：:])?${NUMERAL}{1,6}${JOINED}(?:[期号]|(?=[)）]?$))[)）]?|[(（]?(?:${FREQUENCY.source})[)）]?|[·.•\\-—|]|第[\\d０-９]{1,4}页|[\\d０-９]{1,2}月(?:[\\d０-９]{1,2}日)?(?:出版)?)+$`,
);

const EDITED_ON = new RegExp(
  `^\\p{Script=Han}{2,24}(?:编|编印|编辑|主办|主编|出版|(?:政府|委员会)办公[室厅])${FULL_DATE.source}(?:出版)?$`,
  "u",
);
const DAY_OF_ISSUE = new RegExp(`[（(]?${FULL_DATE.source}(?:出版)?[）)]?`);
/** 4月30日出版, 六月二十日出版: the year stands with the number of the issue. */
const MONTH_AND_DAY = new RegExp(
  `^[（(]?(${NUMERAL}{1,3})月(${NUMERAL}{1,3})日(?:出版)?[）)]?(?:[（(]?(?:${FREQUENCY.source})[）)]?)?$`,
);

/** The same behind the number: 第28期（总第1045期）　10月10日出版. */
const DAY_AT_END = new RegExp(`(?<=[期号）)])(${NUMERAL}{1,3})月(${NUMERAL}{1,3})日(?:出版)?$`);

/** Facts that any line of the masthead may give; the first printing counts. */
function readFacts(facts: IssueFacts, text: string): boolean {
  const isPermit = PERMIT.test(text);
  if (isPermit) {
    facts.permit ??= text;
    return true;
  }
  let known = false;
  const title = text.match(TITLE)?.[1];
  if (
    title &&
    title === text.replace(/[《》〈〉]/g, "").slice(0, title.length) &&
    text.length <= title.length + 30
  ) {
    if (facts.title === "") facts.title = title;
    known = squeeze(text.replace(title, "")).replace(/[《》]/g, "") === "";
  }
  const rest = title ? text.slice(text.indexOf(title) + title.length).replace(/^[》〉]/, "") : text;
  const issue = rest.match(YEAR_AND_NUMBER);
  const number = rest.replace(SERIAL, "").match(ISSUE_NUMBER);
  if (issue && facts.year === 0) facts.year = readNumeral(issue[1] as string) ?? 0;
  if (number && facts.number === 0) facts.number = readNumeral(number[1] as string) ?? 0;
  // 2015 / 5, or 2015·5: the number without 第…期.
  const bare =
    rest.replace(SERIAL_BESIDE, "").match(/^([0-9０-９]{4})[·.•／/—-]([0-9０-９]{1,2})$/) ??
    text.match(/^()NO[.．]?([0-9０-９]{1,2})$/i) ??
    text.match(/^()([0０]?[1-9１-９]|[1-5１-５][0-9０-９])$/);
  if (bare && facts.number === 0 && (bare[1] !== "" || facts.year > 0)) {
    if (facts.year === 0) facts.year = toNumber(bare[1] as string);
    facts.number = toNumber(bare[2] as string);
    if (!SERIAL.test(rest)) return true;
  }
  const serial = rest.match(SERIAL);
  if (serial && facts.serial === null) facts.serial = readNumeral(serial[1] as string);
  const yearAlone = text.match(YEAR_ALONE)?.[1];
  if (yearAlone !== undefined && facts.year === 0) facts.year = readNumeral(yearAlone) ?? 0;
  const date = text.match(FULL_DATE);
  const isDateLine =
    date !== null && text.length - date[0].length <= 8 && date.index === (/^[（(]/.test(text) ? 1 : 0);
  // 某县人民政府办公室编　2020年6月30日: who edits, and the day.
  const isEditorLine = date !== null && EDITED_ON.test(text);
  // 2022年第1期（总第30期）2022年3月31日: numbers and the day on one line.
  const isBesideNumbers =
    date !== null &&
    (number !== null || serial !== null) &&
    MASTHEAD_NUMBERS.test(rest.replace(DAY_OF_ISSUE, ""));
  if ((isDateLine || isEditorLine || isBesideNumbers) && facts.date === null) facts.date = dateOfMatch(date);
  const hasDay = facts.day === null && text.includes("月");
  const monthDay = hasDay ? text.match(MONTH_AND_DAY) : null;
  const isNumbers = isBesideNumbers || (MASTHEAD_NUMBERS.test(rest) && rest !== "");
  const day = monthDay ?? (hasDay && isNumbers && date === null ? rest.match(DAY_AT_END) : null);
  if (day) facts.day = { month: readNumeral(day[1] as string) ?? 0, day: readNumeral(day[2] as string) ?? 0 };
  const frequency = rest.match(FREQUENCY)?.[1];
  if (frequency && facts.frequency === null && (isNumbers || /全年|本刊|为/.test(text)))
    facts.frequency = frequency;
  return known || isDateLine || isNumbers || bare !== null || monthDay !== null;
}

const DEEDS = "主管主办|主办|主管|编印|编辑出版|编辑|编|出版";
const DEED = new RegExp(`^(?:${DEEDS})$`);
/** 某市人民政府办公厅主办: who does what, without a label. */
const DONE_BY = new RegExp(`^(\\p{Script=Han}{4,30}?)(${DEEDS})$`, "u");
const DONE: Readonly<Record<string, readonly ColophonField[]>> = {
  主管主办: ["supervisor", "sponsor"],
  主办: ["sponsor"],
  主管: ["supervisor"],
  编印: ["publisher"],
  编辑出版: ["publisher"],
  出版: ["publisher"],
};

const DATE_OF_ISSUE = new RegExp(`^${FULL_DATE.source}(?:出版)?$`);
const FREQUENCY_ALONE = new RegExp(`^(?:${FREQUENCY.source})$`);

/** Facts in a line of several parts, wide blanks between them: 某府办主办　二〇〇三年十二月三十日出版　月刊. */
const readParts = (facts: IssueFacts, value: string): boolean =>
  readPartsAt(facts, value, /[\s　]{2,}|　/) || readPartsAt(facts, value, /[\s　]+/);

function readPartsAt(facts: IssueFacts, value: string, between: RegExp): boolean {
  const parts: string[] = [];
  // 县人民政府办公室　主办: the deed may stand apart from who does it.
  for (const part of value.trim().split(between).map(squeeze).filter(Boolean))
    if (DEED.test(part) && parts.length > 0) parts.push(`${parts.pop()}${part}`);
    else parts.push(part);
  const doers = parts.map((part) =>
    FULL_DATE.test(part) || MONTH_AND_DAY.test(part) ? null : part.match(DONE_BY),
  );
  const isKnown = parts.every(
    (part, index) =>
      (doers[index] !== null && !(parts.length === 1 && DONE[doers[index]?.[2] as string] === undefined)) ||
      (parts.length > 1 &&
        (FREQUENCY_ALONE.test(part) || DATE_OF_ISSUE.test(part) || MONTH_AND_DAY.test(part))),
  );
  if (!isKnown || doers.every((doer) => doer === null)) return false;
  for (const [index, part] of parts.entries()) {
    const doer = doers[index];
    if (doer) for (const field of DONE[doer[2] as string] ?? []) facts.colophon[field] ??= doer[1] as string;
    else if (FREQUENCY.test(part)) facts.frequency ??= part;
    else readFacts(facts, part);
  }
  return true;
}

const WIDE_BLANKS = /[\s　]{2,}|　/g;
/** No name of a gazette and number of an issue need more. */
const LONGEST_TITLE_LINE = 34;

/** The parts of a long line that opens with the name of the gazette, a line each: 某县人民政府公报　第5期　…　内部资料. */
function splitAtBlanks(line: Line): Line[] {
  const { kind, value, spans } = line;
  if (kind !== "text" || squeeze(value).length <= LONGEST_TITLE_LINE) return [line];
  const breaks = matchesOf(value, WIDE_BLANKS);
  const [first] = breaks;
  const title = first === undefined ? "" : squeeze(value.slice(0, first.index));
  if (breaks.length < 2 || title.match(TITLE)?.[0] !== title) return [line];
  const starts = [0, ...breaks.map((match) => match.index + match[0].length)];
  return starts.map((from, index) => {
    const to = breaks[index]?.index ?? value.length;
    return { ...line, spans: sliceSpans(spans, from, to), value: value.slice(from, to) };
  });
}

/** 某　某　州 above 人 民 政 府 公 报: the name of the gazette on two lines. */
const isTitleInTwo = (line: Line, below: Line): boolean =>
  (/^\p{Script=Han}{1,14}[省市县区州盟旗]$/u.test(squeeze(line.value)) &&
    /^(?:人民)?政府(?:公报|政报)$/.test(squeeze(below.value))) ||
  (/^\p{Script=Han}{2,16}(?:政府|公署|行署|国务院|管委会)$/u.test(squeeze(line.value)) &&
    /^(?:公报|政报)$/.test(squeeze(below.value)));

const PERMIT_LABELS = Object.fromEntries(
  Object.entries(COLOPHON_LABELS).filter(([, field]) => field === "permit"),
);

/** Where a permit ends: at wide blanks after its 号, where something else begins. */
function endOfPermit(value: string, { valueFrom, to }: Labelled): number {
  const match = value.slice(valueFrom, to).match(/号(?=[\s　]{2}|　)[\s　]+(?=\S)/);
  return match ? valueFrom + (match.index as number) + match[0].length : to;
}

/** A token of a line that is a permit: 宁新出管字(2021)第022号, 内部资料准印证（宁）字第022号. */
const PERMIT_TOKEN =
  /^(?:[（(〔[][0-9０-９]{4}[）)〕\]]|[（(])?\p{Script=Han}[\p{Script=Han}（）()〔〕[\]［］\d０-９A-Z-]{6,38}号[）)]?$/u;

/** Where a permit without a label stands in a line; null where none does. */
function permitIn(value: string): { from: number; to: number } | null {
  if (value.length > 80 || !value.includes("号") || !PERMIT_CODE.test(value)) return null;
  for (const { 0: token, index } of value.matchAll(/[^\s　·]+/g))
    if (PERMIT_TOKEN.test(token) && PERMIT_CODE.test(token) && /[\d０-９]/.test(token))
      return { from: index, to: index + token.length };
  return null;
}

/** A permit without the brackets around it. */
const withoutBrackets = (text: string): string => text.replace(/^[（(](.*号)[）)]$/, "$1");

/** True for a line that says how the names below it stand: （按姓氏笔画为序）. */
const isOrderOfNames = (text: string): boolean => text.match(ORDER_OF_NAMES)?.[0] === text;

/** - 2 -: the number of a page, and none of the issue. */
const PAGE_BETWEEN_DASHES = /^[-—–·]{1,2}[0-9０-９]{1,4}[-—–·]{1,2}$/;

/** A short phrase and a blank, before a label. */
const BEFORE_LABEL = /^[^。；，：:]{2,40}[\s　]$/;

const isComplete = (facts: IssueFacts): boolean => facts.title !== "" && facts.number > 0;

/** www.x.gov.cn　免费赠阅: no address of a site has a blank or a Han character at its end. */
const ADDRESS_OF_SITE = /^[!-~]{6,}(?=[\s　])/;

/** A labelled stretch of a line as a field, its facts noted. */
function readField(context: Context, facts: IssueFacts, line: Line, part: Labelled): Field {
  const label = leafOf(context, "label", sliceSpans(line.spans, part.from, part.valueFrom));
  const valueSpans = sliceSpans(line.spans, part.valueFrom, part.to);
  const hasValue = squeeze(rawOf(context.source.text, valueSpans)) !== "";
  const children = hasValue ? [label, leafOf(context, "value", valueSpans)] : [label];
  const value = children[1]?.value ?? "";
  const names = splitNames(rawOf(context.source.text, valueSpans).replace(ORDER_OF_NAMES, ""));
  if (BOARD_ROLES.has(part.label)) facts.board.push({ role: part.label, members: names });
  else {
    const field = COLOPHON_LABELS[part.label] as ColophonField;
    if (field === "chiefEditors" || field === "editors") {
      if (facts[field].length === 0) facts[field] = names;
    } else if (field === "date")
      facts.date ??= (value.match(FULL_DATE) && dateOfMatch(value.match(FULL_DATE) as RegExpMatchArray)) as
        | string
        | null;
    else if (field === "permit" || field === "frequency") facts[field] ??= value;
    else if (field === "supervisorAndSponsor") {
      facts.colophon.supervisor ??= value;
      facts.colophon.sponsor ??= value;
    } else if (field === "website") facts.colophon[field] ??= value.match(ADDRESS_OF_SITE)?.[0] ?? value;
    else facts.colophon[field] ??= value;
  }
  return { type: "fieldLine", children, position: hull(children) };
}

/** Facts of an issue of which nothing is known yet. */
export function noFacts(): IssueFacts {
  return {
    title: "",
    year: 0,
    number: 0,
    serial: null,
    frequency: null,
    date: null,
    day: null,
    permit: null,
    board: [],
    colophon: {},
    chiefEditors: [],
    editors: [],
    about: [],
    front: [],
  };
}

/**
 * Reads the lines that stand before the first document (contents aside) or close the issue.
 * Notes what they say in `facts`; what has no field of its own becomes a paragraph.
 */
export function readMasthead(
  context: Context,
  facts: IssueFacts,
  lines: readonly Line[],
): Masthead["children"] {
  const children: Masthead["children"] = [];
  const addLeaf = (type: Leaf["type"], line: Line): void =>
    void children.push(leafOfLines(context, type, [line]));
  const addParagraph = (list: Paragraph[], spans: Span[]): void => {
    const leaf = leafOf(context, "text", spans);
    const paragraph: Paragraph = { type: "paragraph", children: [leaf], position: leaf.position };
    list.push(paragraph);
    children.push(paragraph);
  };
  const addFields = (line: Line, labels: readonly Labelled[]): void => {
    for (const part of labels) {
      const end = part.label in PERMIT_LABELS ? endOfPermit(line.value, part) : part.to;
      children.push(readField(context, facts, line, { ...part, to: end }));
      if (end < part.to) addParagraph(facts.front, sliceSpans(line.spans, end, part.to));
    }
  };
  let inAbout = false;
  let inBoard = false;
  /** True below the heading 编辑委员会, where offices may stand without a colon too. */
  let underBoard = false;
  let joined: Line | null = null;
  const all = lines.flatMap((line) => splitAtBlanks(line));
  for (const [index, line] of all.entries()) {
    if (line.kind === "blank" || line === joined) continue;
    const below = all[filledFrom(all, index + 1)];
    if (facts.title === "" && below && isTitleInTwo(line, below)) {
      facts.title = squeeze(line.value + below.value);
      children.push(leafOfLines(context, "field", [line, below]));
      joined = below;
      continue;
    }
    const text = squeeze(line.value);
    if (PAGE_BETWEEN_DASHES.test(text)) {
      setAside(context, "page-number", line.spans);
      continue;
    }
    const withColons = readLabels(line.value, isMastheadLabel);
    const labels =
      withColons.length > 0
        ? withColons
        : readBareLabels(line.value, underBoard ? isMastheadLabel : isColophonLabel);
    const before = line.value.slice(0, labels[0]?.from ?? 0);
    const isEdited = EDITORS.test(before);
    const opens = before === "" || isEdited || (!inAbout && BEFORE_LABEL.test(before));
    if (labels.length > 0 && opens && !/[。！]$/.test(text)) {
      if (isEdited) {
        facts.colophon.publisher ??= squeeze(before);
        children.push(leafOf(context, "field", sliceSpans(line.spans, 0, before.length)));
      } else if (before !== "") {
        const spans = sliceSpans(line.spans, 0, before.length);
        if (readFacts(facts, squeeze(before)) || readParts(facts, before))
          children.push(leafOf(context, "field", spans));
        else addParagraph(facts.front, spans);
      }
      addFields(line, labels);
      inAbout = false;
      inBoard = BOARD_ROLES.has((labels.at(-1) as Labelled).label);
      continue;
    }
    const lastBoard = facts.board.at(-1);
    if (inBoard && lastBoard && (isNameLine(line.value) || isOrderOfNames(text))) {
      if (!isOrderOfNames(text)) lastBoard.members.push(...splitNames(line.value));
      addLeaf("value", line);
      continue;
    }
    inBoard = false;
    if (inAbout && isSlogan(line.value)) inAbout = false;
    const permit = inAbout || facts.permit !== null ? null : permitIn(line.value);
    if (permit !== null) {
      const { from, to } = permit;
      if (from > 0) addParagraph(facts.front, sliceSpans(line.spans, 0, from));
      const leaf = leafOf(context, "field", sliceSpans(line.spans, from, to));
      facts.permit = withoutBrackets(leaf.value);
      children.push(leaf);
      if (to < line.value.length) addParagraph(facts.front, sliceSpans(line.spans, to, line.value.length));
    } else if (/简介$|刊首语$/.test(text) && text.length <= 30) {
      inAbout = true;
      addLeaf("label", line);
    } else if (/^(?:编辑|编审)?委员会(?:成员|名单)?$|^编委会(?:成员|名单)?$/.test(text)) {
      addLeaf("label", line);
      underBoard = true;
    } else if ((readFacts(facts, text) || (!inAbout && readParts(facts, line.value))) && !inAbout)
      addLeaf("field", line);
    else addParagraph(inAbout ? facts.about : facts.front, line.spans);
  }
  return children;
}

/** A short line that is no sentence: 发布政令 宣传政策. */
const isSlogan = (value: string): boolean =>
  value.length <= 40 && !/[。；：！？]$/.test(value.trim()) && !/简介/.test(value);

/** Completes the facts from one another: the year from the date where only that is printed. */
export function completeFacts(facts: IssueFacts): boolean {
  if (facts.year === 0 && facts.date !== null) facts.year = Number(facts.date.slice(0, 4));
  if (facts.date === null && facts.day !== null && facts.year > 0)
    facts.date = isoDate(facts.year, facts.day.month, facts.day.day);
  // The id of an issue has two digits for its number in the year; more are a serial.
  if (facts.number > 99) facts.number = 0;
  return isComplete(facts) && facts.year > 0;
}
