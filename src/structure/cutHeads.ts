/** Heads that a page has cut, told by those beside them, and heads that only look so. */
import { squeeze } from "../language/blanks.ts";
import { closesWith } from "../language/characters.ts";
import { ROSTER_ROLES } from "../terms/labels.ts";
import { BINDING_WORDS, OPENS_SENTENCE, SUBJECT_AND_VERB } from "../terms/numbering.ts";
import type { Line } from "../tree/nodes.ts";
import { firstOutside, readMarker } from "./numbering.ts";
import { COMMAS, type CutHead, type OpenText, SEMICOLON } from "./openText.ts";

export const ARTICLE = /^第[^，。]{1,8}条/;
/** A head of two or three phrases: 优化农村教育资源，提升农村学校办学质量. */
const TWO_PHRASES = /^[^，,、]{3,14}(?:[，,][^，,、]{3,14}){1,2}$/;
/** A condition and who acts on it are a sentence: …不力的，由县水务局 / 责令限期改正. */
const CONDITION = /(?:的|日起)[，,]|[，,][由其]/;
/** What leads to a quotation or a list is no end of a head: 具体标准为：… */
export const INTRODUCES = /(?:为|强调|指出|如下|包括|要求|规定|标准|是)$/;
/** Openings of the text under a head, which no head goes on with: 各单位要…, 县教育局…, 根据…. */
const OPENS_TEXT =
  /^(?:各(?:级|地|有关|相关|成员|单位|部门|乡镇|县|市|区|镇)|要(?![素点求件闻])|由|根据|按照|认真|切实|进一步|积极|广泛|[省市县区州](?:政府|直|级|[^，。]{0,8}[局委办厅]))/;
/** True where a line opens the text under a head. */
export const opensTextBelow = (line: string): boolean => OPENS_TEXT.test(line);
const LONGEST_HEAD = 36;

/** 各级政府要…, 同意…, 对于…: the first words of a sentence, which no head has. */
const isPredicate = (text: string): boolean =>
  OPENS_SENTENCE.test(text) ||
  SUBJECT_AND_VERB.test(text) ||
  text.startsWith("对于") ||
  AGREES.test(text) ||
  AMENDS_OR_DATES.test(text);
/** 同意设立…: the first words of a reply, however few of them stand above the break. */
const AGREES = /^(?:原则)?同意(?!书)/;
/** 第二十条第一款中的…, 自2021年1月1日…, …建设要全面贯彻…: what is amended, from when, and what has to be done are parts of a sentence. */
const AMENDS_OR_DATES =
  /要(?:全面|认真|切实|坚持|严格|加强|积极|进一步|按照|把|抓[好紧])|^(?:第[〇一二三四五六七八九十百\d０-９]{1,6}[条款项](?!例)|[自从][\d０-９一二三四五六七八九〇○零]{4}年)/;

/** The length of a head by itself, a marker and few characters with no sentence in them; -1 where it is none. */
function bareHeadLength(value: string, decimals: boolean, ends: string): number {
  if (value.length > LONGEST_HEAD + 12) return -1;
  const marker = readMarker(value, decimals);
  if (marker === null || value.length - marker.length > LONGEST_HEAD) return -1;
  const isBare = firstOutside(value, ends, marker.length) < 0 && !BINDING_WORDS.test(value);
  return isBare && !isPredicate(value.slice(marker.length)) ? value.length - marker.length : -1;
}

/** Numbered lines that stand side by side: which of them are bare heads, and how long the heads of the others are. */
interface Siblings {
  rank: number;
  bare: Line[];
  others: number;
  /** How many of the others end in ；. */
  parted: number;
  /** How many of the others have no mark for longer than a head is. */
  sentences: number;
  heads: CutHead;
}

/**
 * Bare heads whose siblings all run into their text: a page break has cut them (加强督 / 促检查。各单位…).
 * Gives for each what the heads of its siblings are like.
 */
export function findCutHeads(lines: readonly Line[], decimals: boolean): ReadonlyMap<Line, CutHead> {
  const cut = new Map<Line, CutHead>();
  const open: Siblings[] = [];
  const bareArticles: Line[] = [];
  let articles = 0;
  const close = ({ bare, others, parted, sentences, heads }: Siblings): void => {
    const isList = parted > 0 && parted * 2 >= others;
    const amongSentences = sentences > 0 && sentences * 2 >= others;
    if (others >= bare.length)
      for (const line of bare) cut.set(line, { ...heads, isList, amongSentences, limit: heads.limit + 12 });
  };
  for (const line of lines) {
    const marker = line.kind === "text" && !line.bullet ? readMarker(line.value, decimals) : null;
    if (marker === null) continue;
    while (open.length > 0 && (open.at(-1) as Siblings).rank > marker.rank) close(open.pop() as Siblings);
    // Numbers that begin again are of another list.
    if (open.at(-1)?.rank === marker.rank && marker.ordinal === 1) close(open.pop() as Siblings);
    if (open.at(-1)?.rank !== marker.rank)
      open.push({
        rank: marker.rank,
        bare: [],
        others: 0,
        parted: 0,
        sentences: 0,
        heads: { ...NO_HEADS },
      });
    const siblings = open.at(-1) as Siblings;
    if (marker.kind === "article") articles++;
    // A head ends in no comma.
    if (!closesWith(line.value, COMMAS) && bareHeadLength(line.value, decimals, "。：:；;") >= 0) {
      siblings.bare.push(line);
      if (marker.kind === "article") bareArticles.push(line);
    } else {
      siblings.others++;
      if (closesWith(line.value, SEMICOLON)) siblings.parted++;
      const end = firstOutside(line.value, "。：:；;", marker.length);
      if (end < 0 || end - marker.length > LONGEST_PHRASE) siblings.sentences++;
      const { heads } = siblings;
      heads.limit = Math.max(heads.limit, end - marker.length);
      if (end >= 0 && !heads.ends.includes(line.value[end] as string)) heads.ends += line.value[end];
      heads.hasCommas ||= firstOutside(line.value.slice(0, end), "，,", marker.length) >= 0;
    }
  }
  for (const siblings of open) close(siblings);
  // In a law without captions no article is one.
  if (bareArticles.length * MOST_BARE <= articles)
    for (const line of bareArticles) cut.set(line, { ...NO_HEADS, isArticle: true });
  return cut;
}

/** What is known of heads before any is seen. */
const NO_HEADS: Readonly<CutHead> = {
  limit: 0,
  ends: "。",
  hasCommas: false,
  isList: false,
  amongSentences: false,
  isArticle: false,
};
/** Few heads that run into their text are longer. */
const LONGEST_PHRASE = 20;

/** Of so many articles one may stand bare where a page cuts it. */
const MOST_BARE = 3;

/** True where a bare head does not go on: it is a heading, and the next line opens the text under it. */
export function isHeading(
  { head, length, isItem, cutHead }: OpenText,
  next: string,
  after: string,
  decimals: boolean,
): boolean {
  if (length > head.length || isItem || cutHead?.isArticle || STOPS_OPEN.test(head)) return false;
  const bare = bareHeadLength(head, decimals, "。：:；;，,");
  const long = bare >= 0 ? bare : bareHeadLength(head, decimals, "。：:；;");
  if (long < 0) return false;
  if (ARTICLE.test(head) && long > 12) return false;
  if (cutHead?.isList && /[；;。]$/.test(next) && readMarker(next, decimals) === null) return false;
  if (closesWith(next, SEMICOLON) && !next.includes("。") && isNextItem(head, after, decimals)) return false;
  if (cutHead !== null) {
    const rest = next.slice(0, cutHead.limit + 1);
    const end = firstOutside(rest, cutHead.ends);
    const fits =
      end >= 0 &&
      long + end <= cutHead.limit &&
      !INTRODUCES.test(rest.slice(0, end)) &&
      !OPENS_TEXT.test(rest.slice(0, end)) &&
      !ROSTER_ROLES.test(squeeze(rest.slice(0, end)));
    if (fits && (cutHead.hasCommas || firstOutside(rest.slice(0, end), "，,：:") < 0)) return false;
  }
  const rest = head.slice(-long).trim();
  return bare >= 0 || (TWO_PHRASES.test(rest) && !CONDITION.test(rest));
}

/** A head never ends in what leads on: 薪金所得的, 国库主任由; 目的 and 自由 do. */
const STOPS_OPEN =
  /(?:(?<![目标])的|(?<![自理事缘])由|(?<![普涉])及|(?<!参)与|(?<![需必主重纪概摘简])要|或|而|(?<![缓饱总调中温平祥柔谐共])和)$/;

/** True where the line after the rest of an item is the next item: what ends in ； between them is no text under a head. */
function isNextItem(head: string, after: string, decimals: boolean): boolean {
  const marker = readMarker(head, decimals);
  const next = readMarker(after, decimals);
  return (
    marker !== null &&
    next !== null &&
    next.kind === marker.kind &&
    next.ordinal === (marker.ordinal ?? Number.NaN) + 1
  );
}
