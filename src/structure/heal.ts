/** Paragraphs cut by page breaks: when a line goes on in the one after the gap. */
import { squeeze } from "../language/blanks.ts";
import { isDateLine } from "../language/dates.ts";
import { TASK_LABELS } from "../terms/labels.ts";
import { BODY_ENDING } from "../terms/organizations.ts";
import { firstOutside, openBrackets, readMarker } from "./numbering.ts";

const SENTENCE_END = /[。！？!?：:…]["”’』」》）)]*$|[。！？；][”’』」]$|\.{3,}$/;
const SOFT_END = /[，、,（(《〈“‘「—－]$/;
const STARTS_INSIDE = /^[、，。；：！？）)》〉”’」』】〕,.;:!?%％]/;
const TASK_LABEL = new RegExp(
  `^(?:${Object.keys(TASK_LABELS)
    .sort((a, b) => b.length - a.length)
    .join("|")})[\\s　]*[：:]`,
);
const COLON = /[：:]/;
/** Where the colon of a label stands at the latest, letter-spacing counted. */
const LONGEST_LABEL = 20;
const ATTACHMENT =
  /^附[\s　]*[件表录][\s　]*(?:[0-9０-９一二三四五六七八九十]*[\s　]*[：:]?$|[0-9０-９一二三四五六七八九十]*[\s　]*[：:])/;
const NOTE = /^[（(](?:此件|本文|联系人|此页)/;
const LABELLED = /^[\p{Script=Han}（）()]{2,14}[\s　]*[：:]/u;
const SIGNATURE = new RegExp(`^[\\p{Script=Han}\\s　]{2,30}${BODY_ENDING}$`, "u");
const UNIT_NOTE = /^[（(]?(?:计量)?单位[：:]/;
const BLANK_LINE = /^[.…。·\s]+$/;

/** True where a line opens with a label of an inline task, `责任单位：`. */
export function opensWithTaskLabel(value: string): boolean {
  const colon = value.search(COLON);
  return colon > 0 && colon < LONGEST_LABEL && TASK_LABEL.test(squeeze(value.slice(0, colon + 1)));
}

/** True where a line can only be the start of something new. */
export function startsBlock(value: string, decimals: boolean): boolean {
  return (
    readMarker(value, decimals) !== null ||
    opensWithTaskLabel(value) ||
    ATTACHMENT.test(value) ||
    NOTE.test(value) ||
    isDateLine(value) ||
    UNIT_NOTE.test(value) ||
    BLANK_LINE.test(value)
  );
}

/** A bracket that closes the text stands after a whole sentence: `…机制。（县教育局负责）`. */
function endsWithSentenceBracket(value: string): boolean {
  if (!/[）)]$/.test(value)) return false;
  let depth = 0;
  for (let at = value.length - 1; at >= 0; at--) {
    const char = value[at] as string;
    if (char === "）" || char === ")") depth++;
    else if ((char === "（" || char === "(") && --depth === 0)
      return (
        at === 0 ||
        /[。；！？”]/.test(value[at - 1] as string) ||
        /(?:负责|牵头|配合|参与|落实|单位|下同)[）)]$/.test(value)
      );
  }
  return false;
}

/** True where a text ends as Chinese paragraphs end. */
export function isWhole(value: string): boolean {
  return SENTENCE_END.test(value) || endsWithSentenceBracket(value);
}

/** A heading by itself: a marker, few characters, no sentence in it. */
function isHeading(value: string, decimals: boolean): boolean {
  const marker = readMarker(value, decimals);
  return (
    marker !== null &&
    value.length - marker.length <= 36 &&
    firstOutside(value, "。：；，", marker.length) < 0
  );
}

/** A heading with a comma in it, such as 优化农村教育资源，提升农村学校办学质量, that the next line does not go on from. */
function isLongHeading(value: string, next: string, decimals: boolean): boolean {
  const marker = readMarker(value, decimals);
  return (
    marker !== null &&
    value.length - marker.length <= 36 &&
    firstOutside(value, "。：；", marker.length) < 0 &&
    (readMarker(next, decimals) !== null || SENTENCE_END.test(next.slice(0, 24)))
  );
}

/**
 * True where the text `value` goes on in the line `next` after a gap.
 * @param next the line after the gap, @param after the filled line after that one.
 */
export function goesOn(value: string, next: string, after: string, decimals: boolean): boolean {
  if (STARTS_INSIDE.test(next)) return true;
  if (startsBlock(next, decimals)) return false;
  if (SOFT_END.test(value)) return true;
  if (opensWithTaskLabel(value) && /[：:][\s　]*$/.test(value)) return true;
  if (isWhole(value)) return false;
  if (openBrackets(value) > 0) return true;
  if (BLANK_LINE.test(value) || isHeading(value, decimals) || isLongHeading(value, next, decimals))
    return false;
  if (SIGNATURE.test(next) && isDateLine(after)) return false;
  if (/[；;]$/.test(value))
    return (
      !opensWithTaskLabel(value) &&
      !/[；;]$/.test(next) &&
      readMarker(value, decimals) === null &&
      !LABELLED.test(next)
    );
  if (LABELLED.test(next) && LABELLED.test(value)) return false;
  return true;
}
