/** Paragraphs that bear a responsibility: in the bracket at their end, or under labels. */

import { squeeze } from "../../language/blanks.ts";
import { characters, closesWith, opensWith, valueFor, valuesOf } from "../../language/characters.ts";
import { hasColon } from "../../language/colons.ts";
import { matchesOf } from "../../language/matches.ts";
import { ROLE_BRACKET, TASK_LABELS, withoutLeader } from "../../terms/labels.ts";
import { BODY_ENDING, COLLECTIVE, LEVEL } from "../../terms/organizations.ts";
import type { Block, Leaf, Paragraph } from "../../tree/nodes.ts";
import {
  isTimeClause,
  NOTE_AT_END,
  opensBeside,
  readTaskLabel,
  SENTENCE_ENDS,
  saysFirstLeads,
  splitLabels,
  splitTime,
} from "../parties.ts";

const BEARS_BY_VERB =
  /(?:负责|牵头|配合|参与|协助|落实|承担|指导|实施|分工|负[总主]责|总负责|为(?:牵头|责任|配合)单位)(?:负责|落实|实施|等)?(?:。[^。]{0,40}|[，,；;][^，,；;。]{2,24}(?:完成|前|底|推进|坚持|实施|到位))?$|负责(?:组织|统筹|具体|牵头)?(?:开展|推进|抓好|做好|制定|协调)[^，,；;。]{0,10}$|(?:负责|牵头)[，,；;]|^(?:(?:责任|牵头|配合|负责|承办|主办|主责|协办|参与|实施|落实)(?:单位|部门|主体)|牵头|配合|参与)[：:]/;
const BEARS = new RegExp(`${BEARS_BY_VERB.source}|${ROLE_BRACKET}(?:$|[、，,；;])`);
const LABELS = Object.keys(TASK_LABELS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const INNER_LABEL = new RegExp(`(?<=[。；;，,\\s　）)])(?:${LABELS})[\\s　]*[：:]`);
const STARTS_WITH_LABEL = new RegExp(`^(?:${LABELS})[\\s　]*[：:]`);
const ONE_BODY = new RegExp(
  `^(?:各|有关|相关)|${BODY_ENDING}$|(?:部门|单位|乡镇|街道|镇街|[残妇文侨科]联|工商联|科协|专班|监管组|银保监组)$`,
);

/** 教育部, 国家能源局, 扶贫办: organs of the State, which no level opens; the first is one by its form alone. */
const CENTRAL =
  /^(?!国务院$|以上|上述|如|见|原)(?:\p{Script=Han}{2,12}(?:部|发展改革委|计委|科委|民委|国资委|总局|总署)|(?:国家|国务院|中国|全国|中央)\p{Script=Han}{2,12}(?:[局委办会院署部行]|办公室|科协)|中科院)$/u;
const BESIDE_CENTRAL = /^\p{Script=Han}{2,14}(?:[部委局署办院会行]|科协|妇联|团中央|文联|残联)等?$/u;

/** 市发展改革委（能源局）: another name of a body, or a part of it. */
const OWN_BRACKET = /[（(][^（()）]{2,12}[）)]$/;

/** True where a bracket holds bodies and nothing else, the first with its level: （县财政局、县税务局，各乡镇）. */
function namesBodies(printed: string): boolean {
  const content = saysFirstLeads(printed) ? printed.replace(NOTE_AT_END, "") : printed;
  const pieces = content.split(/[、，,；;]/).map((piece) => squeeze(piece).replace(OWN_BRACKET, ""));
  if (
    pieces.some((piece) => piece.length <= 16 && CENTRAL.test(piece)) &&
    pieces.every((piece) => BESIDE_CENTRAL.test(piece))
  )
    return true;
  return (
    (LEVEL.test(pieces[0] as string) || COLLECTIVE.test(pieces[0] as string)) &&
    pieces.some((piece) => LEVEL.test(piece)) &&
    pieces.every((piece) => piece.length <= 24 && ONE_BODY.test(piece))
  );
}

/** 1 for what opens a bracket, -1 for what closes one. */
const BRACKETS = valuesOf([
  ["（(〔［[【", 1],
  ["）)〕］]】", -1],
]);

/** The offset of the bracket that closes a text, a mark after it aside; -1 where none does. */
export function closingBracket(text: string): number {
  const last = text.length - 1;
  const end = closesWith(text, SENTENCE_ENDS) ? last - 1 : last;
  return end >= 0 && valueFor(BRACKETS, text.charCodeAt(end)) === -1 ? end : -1;
}

/**
 * The bracket at the end of a paragraph that says who bears it, as offsets of the bracket.
 * @param bodiesTell true where bodies alone tell a duty, as all items beside this one end in them.
 */
export function dutyBracket(
  text: string,
  bodiesTell = false,
): { from: number; content: string; rest: string } | null {
  const end = closingBracket(text);
  if (end < 0) return null;
  let depth = 0;
  for (let at = end; at >= 0; at--) {
    const change = valueFor(BRACKETS, text.charCodeAt(at));
    if (change === 0) continue;
    depth -= change;
    if (change === 1 && depth === 0) {
      const content = text.slice(at + 1, end);
      const { duty, time } = splitTime(content);
      const isLead =
        (BEARS.test(duty) ||
          INNER_LABEL.test(content) ||
          // A time beside bodies tells a duty even where no sentence ends before it: 开工2000套（县住建局，6月底前完成）.
          ((bodiesTell || time !== null || /(?:^|[。；;])$/.test(text.slice(0, at).trimEnd())) &&
            namesBodies(duty))) &&
        content.length <= 400 &&
        !/^(?:见|详见|附件|共)/.test(content);
      return isLead ? { from: at, content, rest: text.slice(0, at).trimEnd() } : null;
    }
  }
  return null;
}

/** What a bracket around a whole line holds, where its labels say all but who bears it: 〔责任领导：张三〕; null for others. */
function labelsInBracket(value: string): string | null {
  if (valueFor(BRACKETS, value.charCodeAt(0)) !== 1) return null;
  const end = closingBracket(value);
  const inner = end < 0 ? "" : value.slice(1, end);
  if (!startsWithLabel(inner)) return null;
  let depth = 0;
  for (let at = 0; at < inner.length; at++) {
    depth += valueFor(BRACKETS, inner.charCodeAt(at));
    if (depth < 0) return null;
  }
  const names = splitLabels(inner).map((part) => readTaskLabel(part)?.meaning);
  return names.every((meaning) => meaning === "officer" || meaning === "deadline") ? inner : null;
}

/** True for a line of labels in a bracket. */
export const isBracketedLine = (paragraph: Paragraph): boolean =>
  labelsInBracket((paragraph.children[0] as Leaf).value) !== null;

/** The text of a paragraph, less the mark before a label, ——责任单位：…, or the bracket around labels. */
export function paragraphText(paragraph: Paragraph): string {
  const { value } = paragraph.children[0] as Leaf;
  const inBracket = labelsInBracket(value);
  if (inBracket !== null) return inBracket;
  const bare = withoutLeader(value);
  return bare.length < value.length && startsWithLabel(bare) ? bare : value;
}

/** True for a paragraph that opens with a label of a task, 责任单位：…, and holds nothing but what labels say. */
export function isLabelLine(block: Block): block is Paragraph {
  if (block.type !== "paragraph") return false;
  const text = paragraphText(block);
  return startsWithLabel(text) && (isOneSentence(text) || readLabelled(text).text === "");
}

/** What labels begin with: most texts are told by their first character. */
const LABEL_OPENERS = characters(
  Object.keys(TASK_LABELS)
    .map((label) => label.charAt(0))
    .join(""),
);

const startsWithLabel = (text: string): boolean =>
  opensWith(text, LABEL_OPENERS) && STARTS_WITH_LABEL.test(text);

/** Notes on the bodies before: 列第一位的为牵头单位. */
const NOTE = /^(?:以下|下列|下同|[列排])/;

/** True where a sentence after those of a label still says who or until when. */
const goesOnWithDuty = (sentence: string): boolean =>
  startsWithLabel(sentence) ||
  opensBeside(sentence) ||
  NOTE.test(sentence) ||
  isTimeClause(sentence) ||
  BEARS.test(sentence) ||
  namesBodies(sentence);

/** What labels say, one run of sentences a line, and the sentences between and after them. */
interface Labelled {
  duty: string;
  text: string;
}

/** True where no sentence follows the first 。 of a text. */
function isOneSentence(text: string): boolean {
  const end = text.indexOf("。");
  return end < 0 || end === text.length - 1;
}

/** Parts what labels say from the rest: names of bodies end at 。, times and goals may take sentences. */
function readLabelled(labelled: string): Labelled {
  if (isOneSentence(labelled)) return { duty: labelled.trim(), text: "" };
  const runs: string[] = [];
  let text = "";
  let namesWho = true;
  let isOpen = false;
  for (const sentence of labelled.split(/(?<=。)/)) {
    const bare = sentence.trim().replace(/。$/, "");
    if (runs.length > 0 && !startsWithLabel(bare) && !(isOpen && (!namesWho || goesOnWithDuty(bare)))) {
      text += sentence.trim();
      isOpen = false;
      continue;
    }
    if (isOpen) runs[runs.length - 1] += sentence;
    else runs.push(sentence);
    isOpen = true;
    const last = splitLabels(bare).at(-1) ?? "";
    const label = readTaskLabel(last);
    if (label !== null) namesWho = label.meaning !== "deadline";
    else if (opensBeside(last)) namesWho = false;
  }
  return { duty: runs.map((run) => run.trim()).join("\n"), text };
}

/** A paragraph that bears a duty: in its bracket, or in labels after its sentence. */
interface Bearing {
  paragraph: Paragraph;
  text: string;
  responsibility: string;
  /** Where several brackets say who: each by itself. */
  brackets?: readonly string[];
}

/** What a block bears that is no label line. */
export function bearingOf(block: Block): Bearing | null {
  if (block.type !== "paragraph") return null;
  const text = paragraphText(block);
  const bracket = dutyBracket(text);
  if (bracket) return { paragraph: block, text: bracket.rest, responsibility: bracket.content };
  if (!hasColon(text)) return null;
  const from = startsWithLabel(text) ? 0 : (text.match(INNER_LABEL)?.index ?? -1);
  if (from < 0) return null;
  const labelled = readLabelled(text.slice(from));
  return {
    paragraph: block,
    text: `${text.slice(0, from).trimEnd()}${labelled.text}`,
    responsibility: labelled.duty,
  };
}

/** …准入环境。（市场监管总局负责）加强…: a bracket after a sentence, and another sentence after it. */
const INNER_DUTY =
  /(?<=[。；;])[（(]([^（()）]{2,200}(?:负责|牵头|配合|参与|落实))[）)](?=[\p{Script=Han}“《0-9０-９])|[（(]([^（()）；;。]{2,60}(?:负责|牵头|配合|参与|落实)(?:[，,][^（()）；;。]{2,40}(?:完成|前|底))?)[）)](?=[；;])|[（(](?!谁)([^（()）；;。：]{2,60}[局委办部厅院会室中心企司行镇乡街道府、](?:分别|共同|具体)?(?:负责|牵头|配合|落实))[）)](?=[，,])/gu;
const ENDS_INNER = /[责头合与实成前底][）)]/;
/** A quick look: true where a bracket may say in the middle of a text who bears what stands before it. */
export const mayHaveInnerDuty = (text: string): boolean => ENDS_INNER.test(text);

/** All that a block bears: the brackets inside its text beside the last one or its labels, a line each. */
export function fullBearingOf(block: Block): Bearing | null {
  const last = bearingOf(block);
  if (block.type !== "paragraph") return last;
  const text = paragraphText(block);
  if (!mayHaveInnerDuty(text)) return last;
  const inner = matchesOf(last?.text ?? text, INNER_DUTY);
  if (inner.length === 0) return last;
  const brackets = inner.map((match) => (match[1] ?? match[2] ?? match[3]) as string);
  if (last !== null) brackets.push(last.responsibility);
  return {
    paragraph: block,
    text: (last?.text ?? text).replace(INNER_DUTY, ""),
    responsibility: brackets.join("\n"),
    brackets,
  };
}
