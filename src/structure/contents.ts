/** 目录: the table of contents, in all its shapes. */
import { squeeze } from "../language/blanks.ts";
import { readNumberLine } from "../language/documentNumbers.ts";
import { matchesOf } from "../language/matches.ts";
import { readNumeral } from "../language/numerals.ts";
import {
  APPOINTMENT_HEADING,
  CHRONICLE_HEADING,
  CONTENTS_HEADING,
  GENRES,
  ISSUED_TEXTS,
  SECTION_HEADING,
  TITLE_VERBS,
} from "../terms/genres.ts";
import { ISSUER_ENDING } from "../terms/organizations.ts";
import { hull, trimSpan } from "../tree/build.ts";
import type { Contents, ContentsEntry, Leaf, Line, Span } from "../tree/nodes.ts";
import { endWithoutPages } from "./bareContents.ts";
import { isBelowFirstEntry, isNumberAlone, leadingNumbers, numbersStandBelow } from "./contentsLines.ts";
import { type Context, leafOf, setAside, sliceSpans } from "./context.ts";
import { numberLeaves } from "./letter/opening.ts";
import { filledBefore, filledFrom } from "./lines.ts";
import { isColophonLine } from "./mastheadLabels.ts";

const LEADER = "[.…·．。•⋯‥﹒\\-—–_/／]";
const LEADER_OR_BLANK = `[\\s　${LEADER.slice(1)}`;
/** What closes a title where the leader before the page is lost: …的通知12. */
const ENDS_BEFORE_PAGE = "(?:通知|公告|通告|通报|决定|意见|批复|任免|大事记|纪要|情况|》)";
/** Where an entry ends: a leader or blanks and a page, in brackets or bare. */
const PAGE = new RegExp(
  `(?:((?<!${LEADER_OR_BLANK})${LEADER_OR_BLANK}+|(?<=[）)》\\p{Script=Han}])(?=[（(])|(?<=号[）)]|${ENDS_BEFORE_PAGE})(?=[0-9０-９]{1,3}[\\s　]*$))((?:[（(\\[][\\s　]*)?)([0-9０-９]{1,4})[\\s　]*([)）\\]]?))(?=[\\s　]*$|[\\t]|[\\s　]{2,}|(?<=[)）])\\S)`,
  "gu",
);
const LEADER_AT_END = /[…·．.•⋯‥]{2,200}[\s　]{0,8}$/;
const HAS_LEADER = new RegExp(LEADER);
/** Blanks that push the page to the edge of the line. */
const WIDE_BLANKS = /　{2}|[\s　]{4}|\t/;
const BULLET = /^[◆●■★◇○▲△◎※☆►▶•·【[]+\s*/;
/** What closes a section's name: 【县政府文件】, ·县政府文件·, ◇县政府文件◇. */
const SECTION_TAIL = /[】\]·•◆●■★◇○▲△◎※☆►▶〗]$/;

/** The number of an entry among the entries, `1. 关于…`. */
const ENTRY_NUMBER = /^[\s　]*[0-9０-９]{1,2}(?:、|[.．](?:(?![0-9０-９])|(?=[\d０-９]{4}年)))[\s　]*(?=\S)/;
/** The code of registration before a title: XXDR-2022-00003 某县人民政府关于…. */
const CODE_OF_ENTRY =
  /^[\s　]*[A-Z]{2,6}[\d０-９]{0,2}[-—–－][\d０-９]{4}[-—–－][\d０-９]{3,7}[\s　]*(?=\p{Script=Han})/u;
/** A kind of document, or another word that closes a title: after it one blank is enough before the page. */
const ENDS_ENTRY = new RegExp(
  `(?:${[...Object.keys(GENRES), ...Object.keys(ISSUED_TEXTS)].join("|")}|[号知告定见复函令报要案法则划点度录表单）)》】事任免记读话书稿标况析料览据计闻态])$`,
);

/** True where a line is the heading 目录. */
export function isContentsHeading(value: string): boolean {
  return (
    value.includes("目") &&
    /^[【[◆●■★◇·•—–-]{0,3}(?:本期)?(?:目[录次]|要目)(?:contents?)?[】\]◆●■★◇·•—–-]{0,3}$/i.test(
      squeeze(value),
    )
  );
}

const LONG_ENTRY = /^[^，。；：]{7,}\p{Script=Han}$/u;

/** The end of an entry within a line: leader and page as offsets into its text. */
interface PageMark {
  from: number;
  to: number;
  digits: [number, number];
  page: number;
}

/** The pages that close entries in a line; a second one opens another column. */
function pageMarks(value: string): PageMark[] {
  const marks: PageMark[] = [];
  for (const match of matchesOf(value, PAGE)) {
    const [whole, leader = "", open, digits] = match as unknown as [
      string,
      string | undefined,
      string,
      string,
    ];
    const before = value.slice(marks.at(-1)?.to ?? 0, match.index);
    // A year in brackets before 24号 is part of a number: 鞍政办函（2021）24号.
    if (open !== "" && /^第?[0-9０-９]+号/.test(squeeze(value.slice(match.index + whole.length)))) continue;
    // A span of years is no page: 总体规划（2021-2035）.
    if (/[\d０-９]{4}年?$/.test(before) && /^[-—–－~～]+$/.test(squeeze(leader))) continue;
    // A page in brackets closes the line by itself: 2021年7月—9月（12）.
    const isBracketed =
      /^[（([]/.test(open) && digits.length <= 3 && match.index + whole.length === value.trimEnd().length;
    // 区政府召开常务会议 25: after a long line without marks one blank is enough, whatever word ends it.
    const isLongLine =
      digits.length <= 3 &&
      match.index + whole.length === value.trimEnd().length &&
      LONG_ENTRY.test(before.trim());
    const closes =
      isBracketed ||
      isLongLine ||
      ENDS_ENTRY.test(before.trimEnd()) ||
      HAS_LEADER.test(leader) ||
      WIDE_BLANKS.test(leader);
    if (!closes && before.trim() !== "") continue;
    const at = match.index + whole.lastIndexOf(digits);
    const to = match.index + whole.length;
    marks.push({
      from: match.index,
      to,
      digits: [at, at + digits.length],
      page: readNumeral(digits) as number,
    });
  }
  return marks;
}

/** True where a line closes an entry of the contents. */
function hasPage(value: string): boolean {
  return value.length < 200 && pageMarks(value).length > 0;
}

const BRACKETED = /^[\s　]*[【〖][^】〗]{1,16}[】〗][\s　]*$/;
/** ·县政府文件·: a section between points, however the entries are marked. */
const POINTED = /^[\s　]*[·•][^·•]{1,16}[·•][\s　]*$/;
const ENTRY_BULLET = /^[\s　]*[◆●■★◇○▲△◎※☆►▶•·]/;
const hasBullet = (value: string): boolean =>
  BULLET.test(value.trim()) && !/关于|《/.test(value) && !isContentsHeading(value);

/** A section without a bullet, in 【】 or bare. */
const isPlainSection = (value: string): boolean =>
  BRACKETED.test(value) ||
  (value.length <= 20 &&
    !ENTRY_BULLET.test(value) &&
    !hasPage(value) &&
    SECTION_HEADING.test(squeeze(value)));

/** True where sections stand in 【】 or bare and bullets open entries: then a bullet makes no section. */
const bulletsOpenEntries = (lines: readonly Line[]): boolean =>
  lines.some(({ value }) => isPlainSection(value)) &&
  lines.some(({ value }) => ENTRY_BULLET.test(value) && hasPage(value) && /关于|《/.test(value));

/** A heading of the contents: with a bullet or in 【】, or bare and named as sections are. */
function isSectionLine(value: string, next: string, pending: boolean, bulleted: boolean): boolean {
  const text = squeeze(value)
    .replace(BULLET, "")
    .replace(/[】\]]$/, "");
  if (hasBullet(value)) return true;
  if (bulleted || pending || text.length > 16 || /关于|《|〔/.test(text)) return false;
  return (
    SECTION_HEADING.test(text) ||
    CHRONICLE_HEADING.test(text) ||
    (CONTENTS_HEADING.test(text) && !/^[（(]?第/.test(squeeze(next)))
  );
}

/** The longest bare heading that no list of names has. */
const LONGEST_BARE_HEADING = 6;
const ENDS_WITH_BODY = new RegExp(`${ISSUER_ENDING}$`);
/** A title that lacks nothing before it: 某县人民政府关于…, and no 人民政府关于…. */
const WHOLE_ENTRY = new RegExp(
  `^\\p{Script=Han}{1,12}(?:省|市|县|区|州|盟|旗)\\p{Script=Han}{0,20}(?:${ISSUER_ENDING}(?:${TITLE_VERBS.join("|")})|任免名单)`,
  "u",
);

/**
 * True for a short line without a page, below an entry with one and above a title that is whole: 公告公示, 县人大; or
 * above any title, where other headings stand bare (`amongBare`): 他山之石.
 */
function isBareHeading(lines: readonly Line[], index: number, amongBare: boolean): boolean {
  const own = squeeze((lines[index] as Line).value);
  if (own.length > LONGEST_BARE_HEADING || !/^\p{Script=Han}{2,6}$/u.test(own)) return false;
  // 中共某县委 / 某县人民政府关于…: one of several issuers; 县人大 and its like are too short for one.
  if (own.length > 3 && ENDS_WITH_BODY.test(own)) return false;
  const above = lines[filledBefore(lines, index - 1)];
  const next = lines[filledFrom(lines, index + 1)];
  if (next === undefined || !hasPage(next.value)) return false;
  if (above !== undefined && !isContentsHeading(above.value) && !hasPage(above.value)) return false;
  const entry = squeeze(next.value);
  // 任免通知 above 关于张三任职的通知: what closes a title begins none.
  const isWhole = WHOLE_ENTRY.test(entry) || OPENS_WITH_NUMBER.test(entry) || ENDS_ENTRY.test(own);
  return isWhole || (amongBare && !GOES_ON.test(entry));
}

const OPENS_WITH_NUMBER = /^\p{Script=Han}{2,8}[〔[［【（(][0-9０-９]{4}[〕\]］】）)]/u;
/** What the rest of a title opens with, where a line above begins it. */
const GOES_ON = /^(?:关于|印发|转发|批转|的|和|及|与|等|工作|任免)/;
/** How many bare headings tell that others stand bare too. */
const FEWEST_BARE = 2;

/** True for an entry that is a section by itself, 大事记……35, where none of its kind is open. */
function namesItsSection(title: string, section: string): boolean {
  const text = squeeze(title);
  const kind = [CHRONICLE_HEADING, APPOINTMENT_HEADING].find((heading) => heading.test(text));
  return text.length <= 16 && kind !== undefined && !kind.test(squeeze(section));
}

/**
 * The line after the last one of the contents that open at `from`. A line that is a document number and
 * nothing else, or a long text, tells that the first document has begun.
 */
export function endOfContents(lines: readonly Line[], from: number): number {
  let end = from + 1;
  let open = 0;
  let entry = "";
  /** True where the numbers of documents stand below their entries. */
  let areBelow = false;
  const titles = new Set<string>();
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.kind === "blank") continue;
    if (isContentsHeading(line.value) || hasPage(line.value)) {
      titles.add(entry + squeeze(line.value.slice(0, pageMarks(line.value)[0]?.from ?? 0)));
      entry = "";
      end = index + 1;
      open = 0;
      continue;
    }
    const own = squeeze(line.value);
    // A sentence, or a title that an entry has given, is the first document's.
    if (own.length > 8 && (titles.has(own) || /。$/.test(own))) break;
    entry = SECTION_HEADING.test(own) || hasBullet(own) ? "" : entry + own;
    if (line.value.length > 120 || ++open > 14) break;
    const number = readNumberLine(line.value);
    if (number !== null && open === 1 && hasPage((lines[filledBefore(lines, index - 1)] as Line).value)) {
      areBelow ||= isBelowFirstEntry(lines, index, opensSection) && goesOnBelow(lines, index);
      if (areBelow) {
        end = index + 1;
        open = 0;
        entry = "";
        continue;
      }
    }
    if (number && !/[（(]/.test(squeeze(line.value)[0] as string) && !closesBelow(lines, index)) break;
  }
  return titles.size === 0 ? endWithoutPages(lines, from) : end;
}

/** True where the next line closes the entry that a number opens: 某省人民政府令（第321号） over 某省养犬办法………3. */
function closesBelow(lines: readonly Line[], index: number): boolean {
  const next = lines[filledFrom(lines, index + 1)];
  return next !== undefined && hasPage(next.value) && !/[。：:]$/.test(next.value.trimEnd());
}

/** True where another entry of the contents stands below a line, under a heading of its section or without. */
function goesOnBelow(lines: readonly Line[], index: number): boolean {
  const next = filledFrom(lines, index + 1);
  const isHeading = lines[next] !== undefined && opensSection(lines[next] as Line);
  return closesBelow(lines, isHeading ? next : index);
}

/** The lines of contents that close the issue, colophon aside, as [first, end]; null where none do. */
export function contentsAtEnd(lines: readonly Line[]): [number, number] | null {
  const lowest = Math.max(0, lines.length - LONGEST_CONTENTS);
  for (let at = lines.length - 1; at >= lowest; at--) {
    const { kind, value } = lines[at] as Line;
    if (kind !== "text" || !isContentsHeading(value)) continue;
    const end = endOfContents(lines, at);
    const entries = lines.slice(at, end).filter((line) => hasPage(line.value));
    const isLast = lines.slice(end).every((line) => line.kind === "blank" || isColophonLine(line.value));
    if (entries.length > 1 && isLast) return [at, end];
  }
  return null;
}
const LONGEST_CONTENTS = 400;

/** A number in brackets at the end of an entry's text, as offsets; null where there is none. */
const NUMBER_TAIL =
  /(?:[（(【[][\s　\u200b]{0,8}(?:[0-9０-９〇○零一二三四五六七八九]{4}年[0-9０-９一二三四五六七八九十]{1,2}月[0-9０-９一二三四五六七八九十]{1,3}日[，,、\s　]{0,4})?)?(\p{Script=Han}{1,14}(?:[（(]\p{Script=Han}{1,10}[）)](?:\p{Script=Han}?字|\p{Script=Han})?)?[\s　\u200b]{0,8}[〔[［【(（][\s　]{0,8}(?:[0-9０-９]{4}|[4-9][0-9０-９])[\s　]{0,8}[〕\]］】)）][\s　]{0,8}第?[\s　]{0,8}[0-9０-９]{1,5}[\s　]{0,8}号|\p{Script=Han}{0,14}[0-9０-９]{4}年[\s　]{0,2}第[0-9０-９]{1,5}号|[〔[［【（(](?:[0-9０-９]{4}|[4-9４-９][0-9０-９])[〕\]］】)）]\p{Script=Han}{0,14}?第?[0-9０-９]{1,5}号|\p{Script=Han}{0,9}第[0-9０-９一二三四五六七八九十百]{1,8}号)[\s　\u200b]{0,8}(?:[（(][0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日[）)][\s　]{0,8})?[）)】\]]?$/u;
/** Who holds a speech or a report, after a leader: 政府工作报告……县长　张三. */
const BY_SPEAKER =
  /(?<![…⋯‥·．.•])[…⋯‥·．.•]{2,200}[\s　]{0,8}(?=\p{Script=Han}[\p{Script=Han}、\s　·]{1,24}$)/u;
/** No agency code reaches over the word that ends the title before it: …的通知平政发〔2021〕5号. */
const NUMBER_AFTER_TITLE = new RegExp(
  `(?<=通知|意见|决定|公告|通告|通报|批复|办法|规定|细则|方案|规划|计划|》)(?!的)${NUMBER_TAIL.source}`,
  "u",
);

/** A number before the title: 某府发〔2022〕3号 某县人民政府关于…. */
const NUMBER_HEAD =
  /^[（(【[]?[\s　]{0,8}(\p{Script=Han}{1,14}(?:[（(]\p{Script=Han}{1,4}[）)](?:\p{Script=Han}?字|\p{Script=Han}))?[〔[［【(（][\s　]{0,8}(?:[0-9０-９]{4}|[4-9][0-9０-９])[\s　]{0,8}[〕\]］】)）][\s　]{0,8}第?[\s　]{0,8}[0-9０-９]{1,5}[\s　]{0,8}号)[\s　]{0,8}[）)】\]]?[\s　]{0,8}(?=[\p{Script=Han}《])/u;

/** The heading of the contents, or of a section in them. */
const opensSection = ({ value }: Line): boolean =>
  isContentsHeading(value) || isPlainSection(value) || hasBullet(value);

/** Reads the lines of the contents; slogans and colophon lines among them are given back. */
export function readContents(
  context: Context,
  lines: readonly Line[],
): { contents: Contents | null; others: Line[] } {
  const children: Contents["children"] = [];
  const others: Line[] = [];
  const areEntries = bulletsOpenEntries(lines);
  const bulleted = !areEntries && lines.some(({ value }) => hasBullet(value));
  const hasPages = lines.some(({ value }) => hasPage(value));
  const amongBare =
    lines.filter(({ kind, value }) => kind === "text" && isPlainSection(value) && !BRACKETED.test(value))
      .length >= FEWEST_BARE;
  const leading = hasPages ? null : leadingNumbers(lines);
  const isNumbersBelow = hasPages && numbersStandBelow(lines, opensSection);
  let section: string | null = null;
  let pending: Span[] = [];
  /** The page that stands before the title of the entry that is open. */
  let pageBefore: { page: number; leaf: Leaf } | null = null;
  let waiting: Line[] = [];
  /** What stands after the last page of a line, where no line after it goes on. */
  let rest: Span[] = [];

  const giveUp = (): void => {
    if (rest.length > 0) children.push(leafOf(context, "label", rest));
    others.push(...waiting);
    rest = [];
    waiting = [];
    pending = [];
  };

  const textOf = (spans: readonly Span[]): string =>
    spans.map(({ start, end }) => context.source.text.slice(start, end)).join("");

  /** `ownSpans` are those of the last line. */
  const close = (all: Span[], ownSpans: Span[], page: number | null, leaves: Leaf[]): void => {
    const opening = textOf(all);
    const mark =
      (opening.match(ENTRY_NUMBER) ??
        opening.match(CODE_OF_ENTRY) ??
        (areEntries ? opening.match(BULLET) : null))?.[0].length ?? 0;
    setAside(context, "leader", sliceSpans(all, 0, mark));
    const spans = sliceSpans(all, mark, opening.length);
    const raw = textOf(spans);
    const ownRaw = textOf(ownSpans);
    const isOwn = readNumberLine(ownRaw) !== null;
    const number = isOwn
      ? ownRaw.match(NUMBER_TAIL)
      : (raw.match(NUMBER_AFTER_TITLE) ?? raw.match(NUMBER_TAIL));
    if (number && isOwn) number.index = (number.index as number) + raw.length - ownRaw.length;
    const head = number ? null : raw.match(NUMBER_HEAD);
    // A leader may stand before the number too: 关于…的通知………某政发〔2021〕5号（3）.
    const titleEnd = number
      ? raw.slice(0, number.index as number).replace(LEADER_AT_END, "").length
      : raw.length;
    if (number) setAside(context, "leader", sliceSpans(spans, titleEnd, number.index as number));
    const speaker = number || head ? null : raw.trimEnd().match(BY_SPEAKER);
    const titleSpans = number
      ? sliceSpans(spans, 0, titleEnd)
      : sliceSpans(spans, head?.[0].length ?? 0, speaker?.index ?? raw.length);
    const parts: Leaf[] = [];
    if (squeeze(titleSpans.map((s) => context.source.text.slice(s.start, s.end)).join("")) !== "")
      parts.push(leafOf(context, "title", titleSpans));
    if (speaker) {
      const from = speaker.index as number;
      setAside(context, "leader", sliceSpans(spans, from, from + speaker[0].length));
      parts.push(leafOf(context, "issuer", sliceSpans(spans, from + speaker[0].length, raw.length)));
    }
    if (number) {
      const at = (number.index as number) + number[0].indexOf(number[1] as string);
      const numberSpans = sliceSpans(spans, at, at + (number[1] as string).length);
      parts.push(leafOf(context, "number", numberSpans));
      setAside(context, "bracket", sliceSpans(spans, number.index as number, at));
      setAside(context, "bracket", sliceSpans(spans, at + (number[1] as string).length, raw.length));
    }
    if (head) {
      const at = head[0].indexOf(head[1] as string);
      const to = at + (head[1] as string).length;
      parts.unshift(leafOf(context, "number", sliceSpans(spans, at, to)));
      setAside(context, "bracket", sliceSpans(spans, 0, at));
      setAside(context, "bracket", sliceSpans(spans, to, head[0].length));
    }
    const kept = [...parts, ...leaves].sort((a, b) => a.position.start.offset - b.position.start.offset);
    children.push({ type: "contentsEntry", section, page, children: kept, position: hull(kept) });
  };

  for (const [index, line] of lines.entries()) {
    if (line.kind === "blank") {
      continue;
    }
    if (isContentsHeading(line.value)) {
      children.push(leafOf(context, "caption", line.spans));
      continue;
    }
    const marks = hasPage(line.value) ? pageMarks(line.value) : [];
    const isSection =
      !(areEntries && ENTRY_BULLET.test(line.value) && !POINTED.test(line.value)) &&
      isSectionLine(
        line.value,
        lines[filledFrom(lines, index + 1)]?.value ?? "",
        pending.length > 0,
        bulleted,
      );
    const isHeading =
      isSection || (pending.length === 0 && !bulleted && isBareHeading(lines, index, amongBare));
    if (isHeading && marks.length === 0 && leading?.has(line) !== true) {
      const bullet = line.value.match(BULLET)?.[0].length ?? 0;
      const tail = line.value.match(SECTION_TAIL)?.[0].length ?? 0;
      if (bullet + tail >= line.value.trimEnd().length) {
        setAside(context, "leader", line.spans);
        continue;
      }
      setAside(context, "leader", sliceSpans(line.spans, 0, bullet));
      const name = leafOf(context, "label", sliceSpans(line.spans, bullet, line.value.length - tail));
      if (tail > 0)
        setAside(context, "leader", sliceSpans(line.spans, line.value.length - tail, line.value.length));
      section = name.value;
      giveUp();
      children.push(name);
      continue;
    }
    if (marks.length === 0) {
      const isSlogan =
        isColophonLine(line.value) ||
        (/[\s　]/.test(line.value) &&
          !/关于|《|》|〔|通知|[\d０-９]|(?:局|厅|委员会|办公室|政府)[\s　]/.test(line.value) &&
          line.value.length <= 24 &&
          pending.length === 0);
      const entry = children.at(-1);
      if (isSlogan) others.push(line);
      else if (
        isNumbersBelow &&
        pending.length === 0 &&
        entry?.type === "contentsEntry" &&
        isNumberAlone(line)
      ) {
        entry.children.push(...numberLeaves(context, line, null));
        entry.position = hull(entry.children);
      } else if (!hasPages) {
        // Without pages a title ends where it is whole, and its number may stand below it.
        const lead = leading?.get(line);
        if (lead !== undefined) {
          const digits = sliceSpans(line.spans, lead.from, lead.to);
          if (lead.page === null) setAside(context, "leader", digits);
          else pageBefore = { page: lead.page, leaf: leafOf(context, "page", digits) };
          setAside(context, "leader", sliceSpans(line.spans, lead.to, lead.end));
        }
        pending.push(...sliceSpans(line.spans, lead?.end ?? 0, line.value.length));
        waiting.push(line);
        const next = lines[filledFrom(lines, index + 1)];
        const isWhole = next === undefined || ENDS_ENTRY.test(line.value.trimEnd());
        if (!isWhole || (next !== undefined && readNumberLine(next.value) !== null)) continue;
        const own = sliceSpans(line.spans, lead?.end ?? 0, line.value.length);
        close(pending, own, pageBefore?.page ?? null, pageBefore === null ? [] : [pageBefore.leaf]);
        pending = [];
        waiting = [];
        pageBefore = null;
      } else {
        pending.push(...line.spans);
        waiting.push(line);
      }
      continue;
    }
    let at = 0;
    for (const mark of marks) {
      let from = at;
      const text = line.value.slice(at, mark.from).replace(/[】\]〗][\s　]*$/, "");
      const bullet = text.match(BULLET)?.[0].length ?? 0;
      if (bullet > 0 && pending.length === 0) {
        setAside(context, "leader", sliceSpans(line.spans, at, at + bullet));
        from = at + bullet;
      }
      const own = sliceSpans(line.spans, from, Math.max(from, at + text.length)).filter(
        (s) => trimSpan(context.source.text, s).end > trimSpan(context.source.text, s).start,
      );
      const spans = [...pending, ...own];
      setAside(context, "leader", sliceSpans(line.spans, at + text.length, mark.digits[0]));
      setAside(context, "leader", sliceSpans(line.spans, mark.digits[1], mark.to));
      const page = leafOf(context, "page", sliceSpans(line.spans, mark.digits[0], mark.digits[1]));
      const heads =
        (isSection || (section !== null && !bulleted && namesItsSection(text, section))) &&
        pending.length === 0 &&
        !/关于|《/.test(text);
      if (heads) section = squeeze(text.slice(bullet).replace(/[】\]]/, ""));
      if (spans.length > 0) close(spans, own, mark.page, [page]);
      else {
        const previous = children.at(-1);
        if (previous?.type === "contentsEntry" && previous.page === null) previous.page = mark.page;
        children.push(page);
      }
      pending = [];
      rest = [];
      waiting = [];
      at = mark.to;
    }
    if (squeeze(line.value.slice(at)) !== "") {
      rest = sliceSpans(line.spans, at, line.value.length);
      pending = [...rest];
    }
  }
  giveUp();
  if (children.length === 0) return { contents: null, others };
  return {
    contents: { type: "contents", children, position: hull(children as { position: Leaf["position"] }[]) },
    others,
  };
}

/** The entries of the contents, in printed order. */
export function entriesOf(contents: Contents | null): ContentsEntry[] {
  return contents?.children.filter((child): child is ContentsEntry => child.type === "contentsEntry") ?? [];
}
