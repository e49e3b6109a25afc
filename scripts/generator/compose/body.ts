/** The numbered body of a document: sections under one another, in the schemes that official texts use. */
import type { Block, ParagraphBlock, SectionBlock } from "../model.ts";
import { aim, enumeratedText, headText, paragraphText, ruleText } from "../prose.ts";
import { TITLES } from "../words.ts";
import { type Author, marker } from "./author.ts";
import { plainTable } from "./plainTables.ts";

export const paragraph = (
  text: string,
  kind: ParagraphBlock["kind"] = "prose",
  asked = true,
): ParagraphBlock => ({ type: "paragraph", text, kind, asked });

interface Head {
  depth: number;
  marker: string;
}

/** A head alone on its line. */
export const titled = (
  head: Head,
  title: string,
  children: Block[],
  delimiter: string | null = null,
): SectionBlock => ({
  type: "section",
  ...head,
  title,
  delimiter,
  runIn: false,
  children,
});

/** A head that runs into its text. */
export const runIn = (
  head: Head,
  title: string,
  text: string,
  delimiter = "。",
  rest: Block[] = [],
): SectionBlock => ({
  type: "section",
  ...head,
  title,
  delimiter,
  runIn: true,
  // Dashes open a paragraph of its own, never the text after a head.
  children: [paragraph(text.replace(/^——/u, "")), ...rest],
});

/** An item that is a sentence. */
export const sentenceItem = (head: Head, text: string, rest: Block[] = []): SectionBlock => ({
  type: "section",
  ...head,
  title: null,
  delimiter: null,
  runIn: false,
  children: [paragraph(text), ...rest],
});

export const paragraphs = (author: Author, low: number, high: number): Block[] =>
  Array.from({ length: author.random.integer(low, high) }, () => paragraph(paragraphText(author)));

/** A list that Markdown left its hyphens in. */
const hyphenList = (author: Author): Block => {
  const numbered = author.random.chance(0.5);
  const count = author.random.integer(2, 4);
  return {
    type: "list",
    items: Array.from({ length: count }, (_, index) => ({
      marker: numbered ? `${index + 1}.` : null,
      text: enumeratedText(author) + (index === count - 1 ? "。" : "；"),
    })),
  };
};

/** Items parted by ； under a line that ends in ：. */
export function enumeration(author: Author, depth: number): Block[] {
  const { random, habits } = author;
  const count = random.integer(2, 5);
  const lead = paragraph(
    random.pick([
      "有下列情形之一的，不予受理：",
      "申请人应当具备下列条件：",
      "主要职责包括：",
      "专项资金支持的范围包括：",
    ]),
  );
  const items = Array.from({ length: count }, (_, index) =>
    sentenceItem(
      { depth, marker: marker(habits, depth, index + 1) },
      enumeratedText(author) + (index === count - 1 ? "。" : "；"),
    ),
  );
  return [lead, ...items];
}

/** How the children of one section are written; siblings keep to one way. */
type Shape = "titled" | "run-in" | "sentences" | "colon";

function section(author: Author, head: Head, shape: Shape, deeper: (depth: number) => Block[]): SectionBlock {
  const { random } = author;
  switch (shape) {
    case "titled": {
      const inner = deeper(head.depth + 1);
      const children =
        inner.length > 0
          ? [...(random.chance(0.3) ? paragraphs(author, 1, 1) : []), ...inner]
          : paragraphs(author, 1, 3);
      return titled(head, headText(author), children, random.chance(0.2) ? random.pick(["。", "："]) : null);
    }
    case "run-in":
      return runIn(
        head,
        headText(author),
        paragraphText(author),
        "。",
        random.chance(0.15) ? paragraphs(author, 1, 2) : [],
      );
    case "colon":
      return runIn(head, headText(author), paragraphText(author), "：");
    case "sentences":
      return sentenceItem(
        head,
        random.chance(0.5) ? ruleText(author) : `在有关工作中${aim(author)}，成效明显的，应当予以奖励。`,
      );
  }
}

/** 一、（一）1.（1）①, some levels left out sometimes. */
export function outline(author: Author): Block[] {
  const { random, habits } = author;
  const ladder = random.weighted([
    [5, [1, 2, 3]],
    [3, [1, 2]],
    [2, [1, 3]],
    [1, [1, 2, 3, 4]],
    [1, [1, 2, 3, 4, 5]],
    [1, [1]],
  ] as const);
  let running = 0;
  const continued = random.chance(0.2);
  const level = (rung: number): Block[] => {
    const depth = ladder[rung];
    if (depth === undefined) return [];
    const last = rung === ladder.length - 1;
    const shape: Shape = last
      ? random.pick(["run-in", "run-in", "titled", "sentences", "colon"] as const)
      : "titled";
    return Array.from({ length: random.integer(2, rung === 0 ? 5 : 3) }, (_, index) => {
      const runs = depth === 3 && continued;
      if (runs) running++;
      const head = { depth, marker: marker(habits, depth, runs ? running : index + 1) };
      if (rung === 0 && !last) return topSection(author, head, rung, level);
      return section(author, head, !last && random.chance(0.25) ? "run-in" : shape, () =>
        random.chance(0.6) ? level(rung + 1) : [],
      );
    });
  };
  return level(0);
}

function topSection(
  author: Author,
  head: Head,
  rung: number,
  level: (rung: number) => Block[],
): SectionBlock {
  const { random } = author;
  const inner = random.weighted<() => Block[]>([
    [14, () => level(rung + 1)],
    [1, () => enumeration(author, 2)],
    [1, () => [paragraph(paragraphText(author)), hyphenList(author)]],
    [
      1,
      () => [
        paragraph("具体安排见下表。"),
        { type: "table", table: { ...plainTable(author), title: undefined } },
      ],
    ],
    [4, () => paragraphs(author, 1, 3)],
  ])();
  return titled(head, random.chance(0.7) ? random.pick(TITLES) : headText(author), inner);
}

/** Items 一、二、… that each run into their text: the body of a decision or an announcement. */
export const itemList = (author: Author): Block[] => {
  const { random, habits } = author;
  const sentences = random.chance(0.5);
  return Array.from({ length: random.integer(2, 6) }, (_, index) => {
    const head = { depth: 1, marker: marker(habits, 1, index + 1) };
    return sentences
      ? sentenceItem(head, ruleText(author))
      : runIn(head, headText(author), paragraphText(author));
  });
};

/**
 * Text after a section stays in it until the next marker (contract, `section`): what is written after the last
 * section goes into the innermost one open there.
 */
export function settle(blocks: readonly Block[]): Block[] {
  const settled: Block[] = [];
  for (const block of blocks) {
    const last = settled.at(-1);
    const whole = block.type === "section" ? { ...block, children: settle(block.children) } : block;
    if (block.type === "section" || last?.type !== "section") settled.push(whole);
    else settled[settled.length - 1] = { ...last, children: settle([...last.children, whole]) };
  }
  return settled;
}
