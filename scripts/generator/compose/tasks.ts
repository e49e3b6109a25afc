/** Work that stands in the text: items with labelled lines below them, or with a duty in brackets at their end. */
import type { Block, Deadline, Party, SectionBlock, Task } from "../model.ts";
import { aim, headText, paragraphText } from "../prose.ts";
import { type Author, marker } from "./author.ts";
import { paragraph, runIn, sentenceItem, titled } from "./body.ts";
import { duty, dutyLines, type LineEnd } from "./duties.ts";
import { enumerate } from "./parties.ts";

/** Sections with tasks in them, and the tasks. */
export interface Work {
  blocks: Block[];
  tasks: Task[];
}

interface Group {
  text: string | null | undefined;
  lead: Party[];
}

/** How the items of one document carry their duties. */
type Manner = { kind: "lines"; lineEnd: LineEnd; together: boolean; timed: boolean } | { kind: "brackets" };

const drawManner = ({ random }: Author): Manner =>
  random.chance(0.5)
    ? {
        kind: "lines",
        lineEnd: random.pick(["", "；", "。"] as const),
        together: random.chance(0.3),
        timed: random.chance(0.5),
      }
    : { kind: "brackets" };

interface Stated {
  title: string | null;
  text: string;
  number: number | null | undefined;
}

interface Bearing {
  responsibility: string;
  responsible: Party[];
  supporting: Party[];
  deadline: Deadline | null;
}

const taskOf = ({ title, text, number }: Stated, group: Group, bearing: Bearing): Task => ({
  number,
  group: group.text,
  groupLead: group.lead,
  title,
  text,
  responsibility: bearing.responsibility,
  responsible: bearing.responsible,
  supporting: bearing.supporting,
  deadline: bearing.deadline,
  measures: [],
  extra: {},
});

/** An item at a depth, with its duty. */
function item(
  author: Author,
  manner: Manner,
  depth: number,
  ordinal: number,
  group: Group,
): { block: SectionBlock; task: Task } {
  const { random, habits } = author;
  const head = { depth, marker: marker(habits, depth, ordinal) };
  const title = random.chance(0.85) ? headText(author) : null;
  const text =
    title === null
      ? `相关单位应当${aim(author)}。${paragraphText(author, 1, 1)}`
      : paragraphText(author, 1, 3).replace(/^——/u, "");
  const stated: Stated = { title, text, number: depth === 3 ? ordinal : undefined };
  if (manner.kind === "brackets") {
    const { text: words, responsible, supporting } = duty(author);
    const printed = `${text}（${words}）`;
    const block = title === null ? sentenceItem(head, printed) : runIn(head, title, printed);
    return {
      block,
      task: taskOf(stated, group, { responsibility: words, responsible, supporting, deadline: null }),
    };
  }
  const bearing = dutyLines(author, manner.lineEnd, manner.together, manner.timed);
  const lines = bearing.lines.map((line) => paragraph(line, "duty"));
  const block = title === null ? sentenceItem(head, text, lines) : runIn(head, title, text, "。", lines);
  return { block, task: taskOf(stated, group, bearing) };
}

/** 一、主要任务 with （一）… groups of 1. items, or items straight under it. */
export function workUnder(author: Author, ordinal: number): Work {
  const { random, habits } = author;
  const manner = drawManner(author);
  const tasks: Task[] = [];
  const top = random.pick(["主要任务", "重点任务", "工作任务", "重点工作"]);
  const topMarker = marker(habits, 1, ordinal);
  const add = (depth: number, place: number, group: Group): SectionBlock => {
    const { block, task } = item(author, manner, depth, place, group);
    tasks.push(task);
    return block;
  };
  const count = random.integer(2, 5);
  if (random.chance(0.35)) {
    const depth = random.pick([2, 3]);
    const group = { text: topMarker + top, lead: [] };
    const items = Array.from({ length: count }, (_, index) => add(depth, index + 1, group));
    return { blocks: [titled({ depth: 1, marker: topMarker }, top, items)], tasks };
  }
  const continued = random.chance(0.5);
  let running = 0;
  const led = random.chance(0.3);
  const groups = Array.from({ length: random.integer(2, 4) }, (_, place) => {
    const head = { depth: 2, marker: marker(habits, 2, place + 1) };
    const name = headText(author);
    const lead = led ? enumerate(author, 1, 2) : null;
    const title = lead === null ? name : `${name}（${lead.text}牵头）`;
    if (!continued) running = 0;
    const group = { text: head.marker + name, lead: lead?.parties ?? [] };
    const items = Array.from({ length: random.integer(1, 3) }, () => add(3, ++running, group));
    return titled(head, title, items);
  });
  return { blocks: [titled({ depth: 1, marker: topMarker }, top, groups)], tasks };
}

/** A whole document of items 一、 to 二十、, each ending in its brackets. */
export function wholeWork(author: Author): Work {
  const { random } = author;
  const manner: Manner = { kind: "brackets" };
  const pairs = Array.from({ length: random.integer(5, 24) }, (_, index) =>
    item(author, manner, 1, index + 1, { text: undefined, lead: [] }),
  );
  return { blocks: pairs.map(({ block }) => block), tasks: pairs.map(({ task }) => task) };
}

/** Paragraphs without number that end in brackets, under （一）…。 */
export function unnumberedWork(author: Author, ordinal: number): Work {
  const { random, habits } = author;
  const tasks: Task[] = [];
  const topMarker = marker(habits, 1, ordinal);
  const groups = Array.from({ length: random.integer(2, 3) }, (_, place) => {
    const head = { depth: 2, marker: marker(habits, 2, place + 1) };
    const name = headText(author);
    const lines = Array.from({ length: random.integer(1, 3) }, () => {
      const text = paragraphText(author, 2, 3);
      const { text: words, responsible, supporting } = duty(author);
      tasks.push(
        taskOf(
          { title: null, text, number: null },
          { text: head.marker + name, lead: [] },
          { responsibility: words, responsible, supporting, deadline: null },
        ),
      );
      return paragraph(`${text}（${words}）`);
    });
    return titled(head, name, lines, random.chance(0.5) ? "。" : null);
  });
  return { blocks: [titled({ depth: 1, marker: topMarker }, "重点任务", groups)], tasks };
}
