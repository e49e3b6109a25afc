/** The numbered body of a document: sections under one another, in the schemes that official texts use. */
import type { Block, ParagraphBlock, SectionBlock } from "../model.ts";
import { chinese } from "../numerals.ts";
import { aim, enumeratedText, headText, paragraphText, ruleText } from "../prose.ts";
import { TITLES } from "../words.ts";
import { type Author, marker } from "./author.ts";
import { plainTable } from "./tables.ts";

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
  children: [paragraph(text), ...rest],
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

const paragraphs = (author: Author, low: number, high: number): Block[] =>
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
    [1, () => [paragraph("具体安排见下表。"), { type: "table", table: plainTable(author) }]],
    [4, () => paragraphs(author, 1, 3)],
  ])();
  return titled(head, random.chance(0.7) ? random.pick(TITLES) : headText(author), inner);
}

/** Articles of rules, in chapters or without. */
export function articles(author: Author, chapters: boolean): Block[] {
  const { random, habits } = author;
  let number = 0;
  const article = (depth: number): SectionBlock => {
    number++;
    const rest: Block[] = random.chance(0.2) ? paragraphs(author, 1, 1) : [];
    const listed = random.chance(0.25);
    const text =
      number === 1
        ? `为了规范${random.pick(["相关", "有关"])}工作，根据有关法律、法规，结合本地实际，制定本办法。`
        : ruleText(author);
    const head = { depth, marker: `第${chinese(number)}条` };
    if (!listed) return sentenceItem(head, text, rest);
    const [lead, ...items] = enumeration(author, depth + 1);
    const renumbered = items.map((item, index) =>
      item.type === "section" ? { ...item, marker: marker(habits, 2, index + 1) } : item,
    );
    return lead?.type === "paragraph"
      ? sentenceItem(head, lead.text, renumbered)
      : sentenceItem(head, text, rest);
  };
  const group = (depth: number, low: number, high: number): Block[] =>
    Array.from({ length: random.integer(low, high) }, () => article(depth));
  if (!chapters) return group(1, 5, 12);
  const titles = [
    "总则",
    ...random.sample(
      ["管理职责", "申请与审批", "资金管理", "监督检查", "法律责任", "服务与保障"],
      random.integer(1, 3),
    ),
    "附则",
  ];
  const parted = random.chance(0.15);
  return titles.map((title, index) =>
    titled(
      { depth: 1, marker: `第${chinese(index + 1)}章` },
      title,
      parted ? parts(author, group) : group(2, 1, 4),
    ),
  );
}

/** 第一节 and 第二节 of a chapter. */
const parts = ({ random }: Author, group: (depth: number, low: number, high: number) => Block[]): Block[] =>
  random
    .sample(["一般规定", "特别规定", "程序", "保障"], 2)
    .map((title, index) => titled({ depth: 2, marker: `第${chinese(index + 1)}节` }, title, group(3, 1, 3)));

/** 1 / 1.1 / 1.1.1, as emergency plans are numbered. */
export function decimal(author: Author): Block[] {
  const { random } = author;
  const tops = ["总则", "组织体系", "预警监测", "应急响应", "后期处置", "应急保障", "附则"].slice(
    0,
    random.integer(3, 7),
  );
  return tops.map((title, index) => {
    const number = String(index + 1);
    const inner = random.sample(
      [
        "编制目的",
        "适用范围",
        "工作原则",
        "指挥机构",
        "信息报告",
        "响应分级",
        "善后处置",
        "队伍保障",
        "宣传培训",
        "预案管理",
      ],
      random.integer(1, 4),
    );
    return titled(
      { depth: 1, marker: number },
      title,
      inner.map((name, place) => {
        const deeper = random.chance(0.25)
          ? Array.from({ length: random.integer(2, 3) }, (_, last) =>
              titled(
                { depth: 3, marker: `${number}.${place + 1}.${last + 1}` },
                headText(author),
                paragraphs(author, 1, 1),
              ),
            )
          : paragraphs(author, 1, 2);
        return titled({ depth: 2, marker: `${number}.${place + 1}` }, name, deeper);
      }),
    );
  });
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
