/** What stands between the title of a document and its letter: number, date, who held a speech, addressees. */

import { squeeze } from "../../language/blanks.ts";
import { characters, closesWith } from "../../language/characters.ts";
import { isBracketedDate } from "../../language/dates.ts";
import { readNumberLine } from "../../language/documentNumbers.ts";
import { GENRES_WITHOUT_RECIPIENTS } from "../../terms/genres.ts";
import { BODY_ENDING } from "../../terms/organizations.ts";
import { SURNAMES } from "../../terms/people.ts";
import type { Leaf, Line } from "../../tree/nodes.ts";
import { type Context, leafOf, setAside, sliceSpans } from "../context.ts";
import { bareText, filledFrom } from "../lines.ts";
import { readMarker } from "../numbering.ts";
import { LABEL_WITH_TITLE } from "./patterns.ts";
import { isSignatory, PERSON } from "./signature.ts";

const INTRODUCES = /如下|下列|以下|以下简称|现就|现将|要求|提出|规定|决定[：:]|收悉|通知|意见[：:]|公告[：:]/;
/** What a colon after it leads to is text: 县人民政府决定修改下列规定：, 决定任命：. */
const LEADS_TO_TEXT =
  /(?:如下|下列|以下|决定|任命|任免|免去|聘任)[：:]$|决定(?:对|将|修改|废止|授予|给予|任|免|表彰|撤销|设立|成立|命名|批准)/;
/** No addressee has a day in it: 国务院2023年5月8日任免国家工作人员：. */
const DATED = /年[\d０-９一二三四五六七八九十]{1,3}月[\d０-９一二三四五六七八九十]{1,3}日/;
/** Whom a speech or a report addresses: they are no recipients. */
const SALUTATION = /^(?:同志们|女士们|朋友们)|各位(?:代表|委员|副?主任|领导|同志|来宾|嘉宾)/;

/** What the addressees before a ； end in: 市各委办局，各直属单位；. */
const ADDRESSEES = new RegExp(
  `^[^的了应须将]{2,200}(?:${BODY_ENDING}|[省市县区州盟旗乡镇村]|街道|单位|部门|机构|企业|[）)])$`,
);

/** True where a text goes beyond one sentence, or ； parts what is no list of bodies. */
const spansSentences = (text: string): boolean =>
  /[。！？]/.test(text) ||
  (/[；;]/.test(text) &&
    !text
      .split(/[；;]/)
      .slice(0, -1)
      .every((clause) => ADDRESSEES.test(clause)));

/** 各省、自治区、直 / 辖市人民政府，…：: a page break cuts a list of bodies, which goes on to its colon. */
const goesOnOverBreak = (text: string, next: Line | undefined): boolean =>
  next !== undefined &&
  closesWith(next.value.trimEnd(), COLON) &&
  !INTRODUCES.test(next.value) &&
  (/[，、]/.test(text) ? PARTS_BODIES.test(text) : isCutAddressee(text, next.value));
/** 各省 / 、自治区…：, 广西壮 / 族自治区人民政府：: the first name is no body by itself, and with the next line all are. */
const isCutAddressee = (text: string, next: string): boolean =>
  text.length <= LONGEST_CUT &&
  (GOES_ON.test(next) ||
    (!IS_ADDRESSED.test(text) &&
      squeeze(`${text}${next}`)
        .replace(/[：:]$/, "")
        .split(/[，,]/)
        .every((names) => IS_ADDRESSED.test(names))));
const GOES_ON = /^(?:[、，]|人民政府)/;
const LONGEST_CUT = 20;
const COLON = characters("：:");
const PARTS_BODIES = /^(?:各|国务院|中央|[\p{Script=Han}、]{1,40}[省市县区州旗部委局厅办院])[^。；：的]*$/u;

/** The lines of the addressees: up to the first colon, where no sentence came before. */
export function findRecipients(lines: readonly Line[], from: number, genre: string): number {
  if (GENRES_WITHOUT_RECIPIENTS.has(genre)) return from;
  const first = filledFrom(lines, from);
  let text = "";
  for (let at = first; at < lines.length && at - first < 6; at++) {
    const line = lines[at] as Line;
    if (line.kind === "blank" && goesOnOverBreak(text, lines[filledFrom(lines, at)])) continue;
    if (
      line.kind !== "text" ||
      line.bullet ||
      readMarker(line.value, false) !== null ||
      LABEL_WITH_TITLE.test(line.value)
    )
      return from;
    if (SALUTATION.test(line.value.trim()) || DATED.test(line.value)) return from;
    text += line.value.trim();
    if (
      spansSentences(text) ||
      text.length > 400 ||
      (INTRODUCES.test(text) && !/[各县市省]/.test(text.slice(0, 2)))
    )
      return from;
    if (/[：:]$/.test(text)) return LEADS_TO_TEXT.test(text) ? from : at + 1;
    if (/[：:]/.test(text)) return from;
  }
  return from;
}

/** What follows addressees on their own line: 县林业局：你局《…的请示》收悉。 */
const RUNS_ON =
  /^([^。；！？：:《]{3,120})[：:](?=[\s　]*(?:你[\p{Script=Han}（(]{1,6}|贵\p{Script=Han}|现将|为了?[^，：]{4,60}[，、]|根据|按照|依据|经\p{Script=Han}))/u;
const IS_ADDRESSED = new RegExp(
  `(?:${BODY_ENDING}|[省市县区州盟旗乡镇]|街道|(?:各|有关|直属|直)\\p{Script=Han}{0,8}(?:单位|部门|机构|企业)|[）)])$`,
  "u",
);

/** Parts a line in which the letter goes on right after its addressees into two. */
export function partAddressees(lines: Line[], from: number, genre: string): void {
  if (GENRES_WITHOUT_RECIPIENTS.has(genre)) return;
  const at = filledFrom(lines, from);
  const line = lines[at];
  if (line?.kind !== "text" || line.bullet || readMarker(line.value, false) !== null) return;
  const match = line.value.match(RUNS_ON);
  if (
    match === null ||
    !squeeze(match[1] as string)
      .split(/[、，,]/)
      .every((name) => IS_ADDRESSED.test(name))
  )
    return;
  const to = match[0].length;
  const part = (start: number, end: number): Line => ({
    ...line,
    spans: sliceSpans(line.spans, start, end),
    value: line.value.slice(start, end).trim(),
  });
  lines.splice(at, 1, part(0, to), part(to, line.value.length));
}

/** ——2020年1月8日在某县第十八届人民代表大会第五次会议上, below the title of a report. */
const OCCASION = /^[—-]{1,4}[^。；]{4,60}上$/;

/** The lines right under the title of a speech that say where it was held, by whom and when. */
interface Speaker {
  occasion: number | null;
  person: number;
  date: number | null;
  to: number;
}

/** 张　健: a name of two characters apart. */
const isSpacedName = (text: string): boolean =>
  /^\p{Script=Han}[\s　]+\p{Script=Han}$/u.test(text) && SURNAMES.has(text[0] as string);

/** 赵正永 above 同志们：, or the day in brackets between them: a name that no blank and no office tell. */
function isNameOverSalutation(lines: readonly Line[], at: number): boolean {
  const name = bareText(lines[at] as Line);
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || !SURNAMES.has(name.charAt(0))) return false;
  const below = lines[filledFrom(lines, at + 1)]?.value.trim() ?? "";
  return SALUTATION.test(below) || isBracketedDate(below);
}

/** True right above a day in brackets. */
const isOverDay = (lines: readonly Line[], at: number): boolean =>
  isBracketedDate(lines[filledFrom(lines, at + 1)]?.value ?? "");

/** Finds who held a speech: a person, and a date in brackets or the occasion beside; null where they do not stand there. */
export function findSpeaker(lines: readonly Line[], first: number): Speaker | null {
  const found: { occasion?: number; person?: number; date?: number } = {};
  let to = first;
  for (let at = first; at < lines.length; at = filledFrom(lines, at + 1)) {
    const { kind, value } = lines[at] as Line;
    const text = value.trim();
    if (kind !== "text" || text.length > 70) break;
    if (OCCASION.test(text)) found.occasion ??= at;
    else if (isBracketedDate(text)) found.date ??= at;
    else if (
      found.person === undefined &&
      // 县委副书记、县长　张三: the last of several offices.
      (PERSON.test(text.slice(text.lastIndexOf("、") + 1)) ||
        // A bureau reports to the congress, or signs over the day: the body stands where the person does.
        (isSignatory(text) && (found.occasion !== undefined || isOverDay(lines, at))) ||
        isSpacedName(text) ||
        isNameOverSalutation(lines, at))
    )
      found.person = at;
    else break;
    to = at + 1;
  }
  const { occasion = null, person, date = null } = found;
  return person === undefined || (date === null && occasion === null) ? null : { occasion, person, date, to };
}

/** A date above the letter; brackets around it are set aside. */
export function dateInBrackets(context: Context, { value, spans }: Line): Leaf {
  const from = value.search(/[（(]/) + 1;
  const to = value.trimEnd().length - (from > 0 ? 1 : 0);
  setAside(context, "bracket", [...sliceSpans(spans, 0, from), ...sliceSpans(spans, to, value.length)]);
  return leafOf(context, "date", sliceSpans(spans, from, to));
}

/** The number of a document without its label and outer brackets, which are set aside, and a date beside it. */
export function numberLeaves(
  context: Context,
  { value, spans }: Line,
  date: { start: number; end: number } | null,
): Leaf[] {
  const bare = squeeze(value);
  const text = readNumberLine(value)?.text ?? bare;
  const from = bare.indexOf(text);
  const number = { start: rawIndex(value, from), end: rawIndex(value, from + text.length - 1) + 1 };
  const kept = date === null ? [number] : [number, date].sort((a, b) => a.start - b.start);
  let at = 0;
  const leaves = kept.map((one) => {
    setAside(context, "bracket", sliceSpans(spans, at, one.start));
    at = one.end;
    return leafOf(context, one === date ? "date" : "number", sliceSpans(spans, one.start, one.end));
  });
  setAside(context, "bracket", sliceSpans(spans, at, value.length));
  return leaves;
}

/** The index in `raw` of the character that is number `index` when blanks are left out. */
function rawIndex(raw: string, index: number): number {
  let seen = -1;
  for (let at = 0; at < raw.length; at++) {
    if (squeeze(raw[at] as string) !== "") seen++;
    if (seen === index) return at;
  }
  return raw.length;
}
