/** Work that numbered items and their label lines share out. */

import { squeeze } from "../../language/blanks.ts";
import { hasColon } from "../../language/colons.ts";
import { toNumber } from "../../language/numerals.ts";
import { hull } from "../../tree/build.ts";
import type { Block, Leaf, Paragraph, Section } from "../../tree/nodes.ts";
import { readDeadline } from "../deadlines.ts";
import { isCommencement } from "../effect.ts";
import {
  type Duty,
  deadlineParts,
  type PartyReading,
  readDuty,
  readTaskLabel,
  saysFirstLeads,
  splitLabels,
  splitTime,
} from "../parties.ts";
import {
  bearingOf,
  closingBracket,
  dutyBracket,
  fullBearingOf,
  isBracketedLine,
  isLabelLine,
  mayHaveInnerDuty,
  paragraphText,
} from "./bearing.ts";
import { splitGroupLead } from "./groups.ts";
import { NO_DUTY, type TaskReading } from "./task.ts";

/** An award names who did the work: 完成单位：… above or below 主要完成人：…. */
const AWARDED = /(?:^|[。；;，,\s　])(?:主要)?(?:完成人|获奖人|研制人|作者)[\s　]*[：:]/;

const isText = (block: { type: string }): block is Paragraph => block.type === "paragraph";

const leafValue = (section: Section, type: Leaf["type"]): string | null =>
  section.children.find((child): child is Leaf => child.type === type)?.value ?? null;

/** Marker and title of a section, as a group is named. */
const headOf = (section: Section): string | null => {
  const title = leafValue(section, "title");
  return title === null ? null : `${leafValue(section, "marker")}${title}`;
};

type Group = Pick<TaskReading, "group" | "groupLead">;

/** What all inline tasks of one text share: the year of its date, and the groups read so far by their sections. */
interface Inline {
  year: number | null;
  groups: Map<Section, Group | null>;
}

/** The group that the head of a section names; null where it has none. */
function ownGroup(section: Section, { groups }: Inline): Group | null {
  const known = groups.get(section);
  if (known !== undefined) return known;
  const head = headOf(section);
  const read = head === null ? null : splitGroupLead(head);
  const group = read && { group: read.group, groupLead: read.lead };
  groups.set(section, group);
  return group;
}

/** The group of an item from the nearest section above it that has a head. */
function groupOf(ancestors: readonly Section[], inline: Inline): Group {
  for (let at = ancestors.length - 1; at >= 0; at--) {
    const group = ownGroup(ancestors[at] as Section, inline);
    if (group !== null) return group;
  }
  return { group: null, groupLead: [] };
}

const isBlock = (child: Leaf | Block): child is Block =>
  child.type === "section" ||
  child.type === "paragraph" ||
  child.type === "list" ||
  child.type === "table" ||
  child.type === "roster" ||
  child.type === "form";

/** Reads the inline tasks among blocks, in order. */
export function readInlineTasks(blocks: readonly Block[], year: number | null): TaskReading[] {
  const tasks = tasksIn(blocks, [], { year, groups: new Map() });
  // A time alone, 实施时间：2021年, is no duty.
  const borne = tasks.filter(({ responsibility }) => responsibility !== null);
  noteFirstLeads(borne);
  borne.forEach((task, index) => {
    const above = borne[index - 1];
    if (above !== undefined && SAME_AS_ABOVE.test(task.responsibility as string)) task.duty = above.duty;
  });
  return borne;
}
const SAME_AS_ABOVE = /(?:单位|部门|主体)[：:][\s　]*同上(?:[；;，,。\s　]|$)/;

/** 列第一位的为牵头单位，下同: the note of one task holds for those after it. */
function noteFirstLeads(tasks: readonly TaskReading[]): void {
  const noted = tasks.findIndex(
    ({ responsibility }) => responsibility?.includes("下同") === true && saysFirstLeads(responsibility),
  );
  if (noted < 0) return;
  for (const task of tasks.slice(noted + 1)) task.duty = readDuty(task.responsibility as string, true);
}

function tasksIn(
  nodes: readonly (Leaf | Block)[],
  ancestors: readonly Section[],
  inline: Inline,
): TaskReading[] {
  let mayBear = false;
  for (const node of nodes) {
    if (node.type !== "paragraph") continue;
    const text = paragraphText(node);
    const mayHaveLabel = hasColon(text);
    if (mayHaveLabel && AWARDED.test(text)) return [];
    // What bears a duty ends in a bracket, has one inside or a label with its colon.
    mayBear ||= mayHaveLabel || closingBracket(text) >= 0 || mayHaveInnerDuty(text);
  }
  const labelled = labelledTask(nodes, ancestors, inline);
  if (labelled !== null) return [labelled];
  const tasks = mayBear ? ownTasks(nodes.filter(isBlock), ancestors, inline) : [];
  const bodiesTell = allNameBodies(nodes);
  for (const node of nodes) {
    if (node.type !== "section") continue;
    const inner = tasksIn(node.children, [...ancestors, node], inline);
    tasks.push(...(inner.length > 0 ? inner : headTask(node, ancestors, inline, bodiesTell)));
  }
  return tasks;
}

/** What is to be done opens with such a word, 一等奖 and 第一考点 do not. */
const OPENS_WORK =
  /^\p{Script=Han}{0,6}?(?:加强|完善|建立|健全|推进|推动|强化|提升|提高|加快|加大|优化|规范|开展|实施|落实|深化|扩大|促进|支持|保障|培育|建设|打造|发展|做好|抓好|改善|严格|创新|组织|制定|编制|整治|治理|清理|新建|改造|培训|宣传|全面|积极|大力|持续)/u;

/** 1.完善制度（县司法局） / 2.强化培训（县人社局）: two sections at least, each with bodies in a bracket at its end. */
function allNameBodies(nodes: readonly (Leaf | Block)[]): boolean {
  let count = 0;
  for (const node of nodes) {
    if (node.type !== "section") continue;
    const title = leafValue(node, "title");
    if (title === null || !OPENS_WORK.test(title) || dutyBracket(title, true) === null) return false;
    count++;
  }
  return count > 1;
}

/** What the run-in head of a section says with its delimiter, 责任单位：; "" for other sections. */
const runInHead = (section: Section): string =>
  section.runIn ? `${leafValue(section, "title") ?? ""}${leafValue(section, "delimiter") ?? ""}` : "";

const isRunIn = (node: Leaf | Block): boolean => node.type === "section" && node.runIn;

/** A run-in section as a line, without its marker: 项目内容：新建幼儿园6所。 */
const runInLine = (section: Section): string =>
  `${runInHead(section)}${section.children.filter(isText).map(paragraphText).join("\n")}`;

/** True for an item that holds text alone, and bears nothing in it. */
const isPlainItem = (item: Section): boolean =>
  item.runIn &&
  item.children.every((child) => !isBlock(child) || (isText(child) && bearingOf(child) === null));

/** The task of a section whose numbered items are its labels: （一）项目内容：… （二）责任单位：…; null for others. */
function labelledTask(
  nodes: readonly (Leaf | Block)[],
  ancestors: readonly Section[],
  inline: Inline,
): TaskReading | null {
  const own = ancestors.at(-1);
  if (own === undefined || !nodes.some(isRunIn)) return null;
  const items = nodes.filter((node): node is Section => node.type === "section");
  const meanings = items.map((item) => readTaskLabel(runInHead(item))?.meaning);
  if (!meanings.some((meaning) => meaning === "lead" || meaning === "duty")) return null;
  const isLabel = (_item: Section, index: number): boolean => meanings[index] !== undefined;
  const others = items.filter((_item, index) => meanings[index] === undefined);
  if (!others.every(isPlainItem)) return null;
  const text = [...nodes.filter(isText).map(paragraphText), ...others.map(runInLine)].join("\n");
  const duty = items.filter(isLabel).map(runInLine).join("\n");
  return sectionTask(own, ancestors.slice(0, -1), text, duty, inline);
}

/** 联系电话：… below 责任人：…: whom to call is a contact, and parts no labels. */
const isCallBelow = (block: Block, above: Block | undefined): boolean =>
  above !== undefined &&
  block.type === "paragraph" &&
  /^(?:联系)?(?:电话|方式|人|手机)[：:]/.test(paragraphText(block)) &&
  isLabelLine(above);

/** True where all paragraphs but the last are items behind dashes. */
const isDashed = (plain: readonly Paragraph[]): boolean =>
  plain.slice(0, -1).every((paragraph) => /^[—－–-]/.test(paragraphText(paragraph)));

/** The tasks that blocks bear themselves, those of the sections among them aside. */
function ownTasks(all: readonly Block[], ancestors: readonly Section[], inline: Inline): TaskReading[] {
  const tasks: TaskReading[] = [];
  const blocks = all.filter((block, index) => !isCallBelow(block, all[index - 1]));
  const labels = blocks.filter(isLabelLine);
  const isLabel = (block: Block): block is Paragraph => labels.includes(block as Paragraph);
  const bearings = blocks.map((block) => (isLabel(block) ? null : fullBearingOf(block)));
  const bears = bearings.filter((bearing) => bearing !== null);
  if (bears.length === 0 && labels.length === 0) return tasks;
  const own = ancestors.at(-1);
  const isItem = own !== undefined && (own.runIn || leafValue(own, "title") === null);
  const plain = blocks.filter(
    (block): block is Paragraph =>
      block.type === "paragraph" && !isLabel(block) && !isCommencement(paragraphText(block)),
  );
  const bearingAt = plain.indexOf(bears[0]?.paragraph as Paragraph);
  // 7. 推进水库加固。 with its bracket alone below: the head is what is to be done.
  // The same below what stands under it: ——新增岗位500个； / （县人社局负责）.
  const isHeadBorne =
    bears.length === 1 &&
    bears[0]?.text === "" &&
    bearingAt === plain.length - 1 &&
    (plain.length === 1 || isDashed(plain));
  const wholeSection =
    own !== undefined &&
    ((labels.length > 0 && bears.length === 0 && groupsOf(blocks, isLabel) === 1) ||
      ((isItem || isHeadBorne) &&
        bears.length === 1 &&
        labels.every(isBracketedLine) &&
        (bearingAt === 0 || bearingAt === plain.length - 1)));
  if (wholeSection) {
    const bearing = bears[0];
    const responsibility = bearing ? bearing.responsibility : labels.map(paragraphText).join("\n");
    const text = (bearing ? plain.slice(0, bearingAt + 1) : beforeLabels(blocks, plain, labels[0]))
      .map((paragraph) => (paragraph === bearing?.paragraph ? bearing.text : paragraphText(paragraph)))
      .filter(Boolean)
      .join("\n");
    const task = sectionTask(own, ancestors.slice(0, -1), text, responsibility, inline, bearing?.brackets);
    if (bearing) for (const line of labels) extendTask(task, line, inline.year);
    tasks.push(task);
  } else {
    let open: Paragraph[] = [];
    blocks.forEach((block, index) => {
      const bearing = bearings[index];
      if (bearing) {
        const { paragraph, responsibility, brackets } = bearing;
        // A bracket on a line of its own says who bears what stands above it.
        const above = bearing.text === "" ? open : [];
        if (own?.runIn === true && index === 0 && bearing.text === "") {
          tasks.push(sectionTask(own, ancestors.slice(0, -1), "", responsibility, inline, brackets));
          return;
        }
        const text = [...above.map(paragraphText), bearing.text].filter(Boolean).join("\n");
        tasks.push(paragraphTask([...above, paragraph], text, responsibility, ancestors, inline, brackets));
        open = [];
      } else if (isLabel(block)) {
        const previous = blocks[index - 1];
        if (previous && isLabel(previous) && tasks.length > 0)
          extendTask(tasks.at(-1) as TaskReading, block, inline.year);
        else if (open.length > 0) {
          const text = open.map(paragraphText).join("\n");
          tasks.push(paragraphTask([...open, block], text, paragraphText(block), ancestors, inline));
          open = [];
        } else if (tasks.length > 0) extendTask(tasks.at(-1) as TaskReading, block, inline.year);
      } else if (isText(block)) open.push(block);
    });
  }
  return tasks;
}

/** The paragraphs above the label lines of an item; all of them where the labels come first. */
function beforeLabels(
  blocks: readonly Block[],
  plain: readonly Paragraph[],
  label: Paragraph | undefined,
): readonly Paragraph[] {
  const above = new Set(blocks.slice(0, blocks.indexOf(label as Paragraph)));
  const before = plain.filter((paragraph) => above.has(paragraph));
  return before.length > 0 ? before : plain;
}

/** How many runs of label lines stand among blocks, parted by other paragraphs. */
function groupsOf(blocks: readonly Block[], isLabel: (block: Block) => boolean): number {
  return blocks.filter(
    (block, index) => isLabel(block) && !(index > 0 && isLabel(blocks[index - 1] as Block)),
  ).length;
}

/** A section whose head carries its bodies in a bracket, with no tasks under it. */
function headTask(
  section: Section,
  ancestors: readonly Section[],
  inline: Inline,
  bodiesTell: boolean,
): TaskReading[] {
  const title = leafValue(section, "title");
  const bracket = title === null ? null : dutyBracket(title, bodiesTell);
  if (!bracket) return [];
  const text = section.children
    .filter(isBlock)
    .filter((block): block is Paragraph => block.type === "paragraph")
    .map(paragraphText)
    .join("\n");
  const task = sectionTask(section, ancestors, text, bracket.content, inline);
  return [{ ...task, title: bracket.rest }];
}

/** The lines of a responsibility that say who, without those that say when. */
function splitTimes(text: string): { duty: string | null; time: string | null } {
  const parts = text.split("\n").filter((line) => {
    const label = readTaskLabel(line);
    return !(label?.meaning === "deadline" && splitLabels(line).length === 1);
  });
  return {
    duty: parts.length > 0 ? parts.join("\n") : null,
    time: deadlineParts(text)[0] ?? splitTime(text).time,
  };
}

const OPENING_DIGITS = /^[（(]?([\d０-９]{1,4})[）)]?[.．、]?/;

/** The duties of several brackets as one: who bears any part, and who helps with another. */
function joinDuties(duties: readonly Duty[]): Duty {
  const responsible = distinct(duties.flatMap((duty) => duty.responsible));
  const bearers = new Set(responsible.map(({ name }) => name));
  const supporting = distinct(duties.flatMap((duty) => duty.supporting)).filter(
    ({ name }) => !bearers.has(name),
  );
  return { responsible, supporting };
}

const distinct = (parties: readonly PartyReading[]): PartyReading[] => {
  const byName = new Map<string, PartyReading>();
  for (const party of parties) if (!byName.has(party.name)) byName.set(party.name, party);
  return [...byName.values()];
};

function baseTask(
  node: Block,
  responsibility: string,
  ancestors: readonly Section[],
  inline: Inline,
  brackets: readonly string[] = [responsibility],
): TaskReading {
  const parts = brackets.map(splitTimes);
  const time = parts.find((part) => part.time !== null)?.time ?? null;
  const said = parts.flatMap(({ duty }) => (duty === null ? [] : [duty]));
  const duty = said.length === 0 ? null : said.join("\n");
  const { group, groupLead } = groupOf(ancestors, inline);
  return {
    node,
    number: null,
    group,
    groupLead,
    title: null,
    text: null,
    responsibility: duty,
    duty:
      said.length > 1
        ? joinDuties(said.map((one) => readDuty(one)))
        : duty === null
          ? NO_DUTY
          : readDuty(duty),
    deadline: time === null ? null : readDeadline(time, inline.year),
    measures: [],
    extra: {},
    position: node.position,
  };
}

function sectionTask(
  section: Section,
  ancestors: readonly Section[],
  text: string,
  responsibility: string,
  inline: Inline,
  brackets?: readonly string[],
): TaskReading {
  const marker = leafValue(section, "marker") ?? "";
  const digits = squeeze(marker).match(OPENING_DIGITS)?.[1];
  return {
    ...baseTask(section, responsibility, ancestors, inline, brackets),
    number: digits === undefined ? section.ordinal : toNumber(digits),
    title: leafValue(section, "title"),
    text: text === "" ? null : text,
  };
}

function paragraphTask(
  paragraphs: Paragraph[],
  text: string,
  responsibility: string,
  ancestors: readonly Section[],
  inline: Inline,
  brackets?: readonly string[],
): TaskReading {
  const digits = text.match(/^([\d０-９]{1,3})[.．、]/)?.[1];
  return {
    ...baseTask(paragraphs[0] as Paragraph, responsibility, ancestors, inline, brackets),
    number: digits === undefined ? null : toNumber(digits),
    text: text === "" ? null : text,
    position: hull(paragraphs),
  };
}

/** Adds another label line to a task. */
function extendTask(task: TaskReading, line: Paragraph, year: number | null): void {
  const { duty, time } = splitTimes(paragraphText(line));
  if (duty !== null) {
    task.responsibility = task.responsibility === null ? duty : `${task.responsibility}\n${duty}`;
    task.duty = readDuty(task.responsibility);
  }
  if (time !== null) task.deadline ??= readDeadline(time, year);
  task.position = hull([task, line]);
}
