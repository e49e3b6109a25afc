/**
 * Warns of a bracket or quotation mark without its other half.
 *
 * Half a pair is a character lost or misread: （技术等）在三级及以上） was （技术等级在三级及以上）. A cell is looked at by
 * itself; in running text a quotation or a bracket may close up to thirty paragraphs on. The width of round and
 * square brackets makes no difference, and the bracket after a number at the start of an item, 1）, is no half.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   按照《通知》(某政发〔2020］1号）要求：1）落实“放管服”改革；2）落实责任。
 *   第一条修改为：“各乡镇应当落实责任。
 *   各部门应当加强监督。”
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   重点（技术等）在三级及以上）乡村道，按关于印发规程的通知》执行，落实“放管服改革。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 6:14-6:15 “）”前面没有“（”
 *   ⇒ 6:29-6:30 “》”前面没有“《”
 *   ⇒ 6:35-6:36 前引号“后面没有后引号”
 */
import { valueFor, valuesOf } from "../language/characters.ts";
import type { Passage } from "./passages.ts";
import type { Doubt, Rule } from "./rule.ts";

/** The marks of a kind, opening and closing; the first of each is what is told as missing. */
const KINDS: readonly { open: string; close: string; carries: boolean }[] = [
  { open: "（(", close: "）)", carries: true },
  { open: "〔［[【", close: "〕］]】", carries: false },
  { open: "《", close: "》", carries: false },
  { open: "〈", close: "〉", carries: false },
  { open: "“", close: "”", carries: true },
  { open: "‘", close: "’", carries: true },
  { open: "「", close: "」", carries: true },
];
/** 1 + the kind that a mark opens, -1 - the kind that it closes. */
const MARKS = valuesOf(
  KINDS.flatMap(({ open, close }, kind) => [[open, 1 + kind] as const, [close, -1 - kind] as const]),
);

/** What stands before the bracket of a numbered item: 1） a) 二). */
const ITEM_NUMBER = /(?:^|[^\p{L}\p{N}）)])[0-9０-９a-zA-Z一二三四五六七八九十①-⑳]{1,3}$/u;
/** An apostrophe of a Latin word. */
const APOSTROPHE = /[A-Za-z]$/;
/** How many paragraphs on a mark may close. */
const PATIENCE = 30;

/** How many marks may be open at once: more are no sentence, and are told at once. */
const DEEP = 50;

/** A mark that waits for its other half. */
interface Open {
  kind: number;
  at: number;
  passage: Passage;
  /** The number of the passage, to tell how long it has waited. */
  since: number;
}

const QUOTE = 4;
const half = (kind: number, side: "open" | "close"): string =>
  (KINDS[kind] as (typeof KINDS)[number])[side].charAt(0);
const unclosed = ({ kind, at, passage }: Open): Doubt => ({
  reason:
    kind === QUOTE
      ? "前引号“后面没有后引号”"
      : `“${passage.text.charAt(at)}”后面没有“${half(kind, "close")}”`,
  place: passage.place(at, at + 1),
});
const unopened = (passage: Passage, at: number, kind: number): Doubt => ({
  reason:
    kind === QUOTE ? "后引号”前面没有前引号“" : `“${passage.text.charAt(at)}”前面没有“${half(kind, "open")}”`,
  place: passage.place(at, at + 1),
});

/** Takes the last mark of a kind off a list, with what was opened after it; null where there is none. */
function take(waiting: Open[], kind: number): Open[] | null {
  const at = waiting.findLastIndex((open) => open.kind === kind);
  return at < 0 ? null : waiting.splice(at).slice(1);
}

/** Reads the marks of a passage; `carried` are those open before it. */
function* readMarks(passage: Passage, since: number, own: Open[], carried: Open[]): Generator<Doubt> {
  const { text } = passage;
  for (let at = 0; at < text.length; at++) {
    const mark = valueFor(MARKS, text.charCodeAt(at));
    if (mark === 0) continue;
    if (mark > 0) {
      own.push({ kind: mark - 1, at, passage, since });
      if (own.length > DEEP) yield unclosed(own.shift() as Open);
      continue;
    }
    const kind = -1 - mark;
    const inner = take(own, kind);
    if (inner) for (const open of inner) yield unclosed(open);
    if (inner || take(carried, kind)) continue;
    const before = text.slice(Math.max(0, at - 4), at);
    if (kind === 0 ? ITEM_NUMBER.test(before) : text[at] === "’" && APOSTROPHE.test(before)) continue;
    yield unopened(passage, at, kind);
  }
}

const isRunning = ({ kind }: Passage): boolean => kind === "paragraph" || kind === "title" || kind === "item";

export const unbalanced: Rule = {
  id: "unbalanced",
  severity: "warning",
  summary: "括号或引号不成对",
  check({ passages }, doubt) {
    let carried: Open[] = [];
    let part = "";
    for (const [since, passage] of passages.entries()) {
      const isStale = (open: Open): boolean => passage.part !== part || since - open.since > PATIENCE;
      for (const open of carried.filter(isStale)) doubt(unclosed(open));
      carried = carried.filter((open) => !isStale(open));
      part = passage.part;
      const own: Open[] = [];
      for (const found of readMarks(passage, since, own, isRunning(passage) ? carried : [])) doubt(found);
      for (const open of own)
        if (isRunning(passage) && KINDS[open.kind]?.carries && carried.length < DEEP) carried.push(open);
        else doubt(unclosed(open));
    }
    for (const open of carried) doubt(unclosed(open));
  },
};
