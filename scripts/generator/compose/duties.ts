/** Who does a thing and until when, as the words after a task say it. */
import type { Deadline, Party } from "../model.ts";
import type { Author } from "./author.ts";
import { drawDeadline } from "./deadlines.ts";
import { enumerate, supporters } from "./parties.ts";

/** A duty: its words, who bears it, who helps. */
export interface Duty {
  text: string;
  responsible: Party[];
  supporting: Party[];
}

const RESPONSIBLE_LABELS = ["责任单位", "责任部门", "责任主体", "承办单位", "主责单位"] as const;
const LEAD_LABELS = ["牵头单位", "牵头部门"] as const;
const SUPPORT_LABELS = ["配合单位", "配合部门", "参与单位", "协办单位"] as const;
const TIME_LABELS = ["完成时限", "完成时间", "时间节点", "时限要求", "进度安排"] as const;

/** A duty in words: 县教育局牵头，县财政局配合; in a cell without labels. */
export function duty(author: Author, labelled = true): Duty {
  const { random } = author;
  const lead = enumerate(author);
  const helped = (join: (help: string) => string): Duty => {
    const help = supporters(author);
    return { text: join(help.text), responsible: lead.parties, supporting: help.parties };
  };
  const alone = (text: string): Duty => ({ text, responsible: lead.parties, supporting: [] });
  return random.weighted<() => Duty>([
    [4, () => alone(`${lead.text}负责`)],
    [
      3,
      () =>
        alone(
          `${lead.text}${random.pick(["牵头负责", "按职责分工负责", "等按职责分工负责", "等部门按职责分工负责", "分别负责"])}`,
        ),
    ],
    [1, () => alone(`${lead.text}${random.pick(["牵头", "等部门按职能分工牵头", "分别牵头"])}`)],
    [
      4,
      () => helped((help) => `${lead.text}牵头，${help}${random.pick(["配合", "参与", "协助", "协同配合"])}`),
    ],
    [1, () => helped((help) => `${lead.text}牵头，${help}按职责分工负责`)],
    [1, () => helped((help) => `${lead.text}负责，${help}配合`)],
    [
      labelled ? 2 : 0,
      () => alone(`${random.pick(["责任单位", "负责部门", "责任部门", "牵头单位"])}：${lead.text}`),
    ],
    [
      labelled ? 2 : 0,
      () =>
        helped(
          (help) =>
            `牵头单位：${lead.text}${random.pick(["；", "，"])}${random.pick(["配合单位", "责任单位", "参与单位"])}：${help}`,
        ),
    ],
  ])();
}

/** Duty as labelled lines, one or several to a line. */
export interface DutyLines extends Duty {
  lines: string[];
  /** The lines, or the line, that carry the duty. */
  responsibility: string;
  deadline: Deadline | null;
}

/** Marks at the end of a labelled line; a document keeps to one. */
export type LineEnd = "" | "；" | "。";

export function dutyLines(author: Author, lineEnd: LineEnd, together: boolean, timed: boolean): DutyLines {
  const { random } = author;
  const bearer = enumerate(author);
  const help = random.chance(0.5) ? supporters(author) : null;
  const label =
    help !== null && random.chance(0.5) ? random.pick(LEAD_LABELS) : random.pick(RESPONSIBLE_LABELS);
  const parts = [`${label}：${bearer.text}`];
  const leads = label.startsWith("牵头");
  if (help !== null)
    parts.push(`${leads && random.chance(0.3) ? "责任单位" : random.pick(SUPPORT_LABELS)}：${help.text}`);
  const deadline = timed ? drawDeadline(author) : null;
  const times = deadline === null ? [] : [`${random.pick(TIME_LABELS)}：${deadline.text}`];
  const shared = { text: "", responsible: bearer.parties, supporting: help?.parties ?? [], deadline };
  if (together) {
    const line = [...parts, ...times].join(random.pick(["；", "；", "，", "　"])) + lineEnd;
    return { ...shared, lines: [line], responsibility: line };
  }
  const lines = [...parts, ...times].map((line) => line + lineEnd);
  return { ...shared, lines, responsibility: lines.slice(0, parts.length).join("\n") };
}
