/** Rules and emergency plans: chapters, parts and articles, or 1 / 1.1 / 1.1.1. */
import type { Block, SectionBlock } from "../model.ts";
import { chinese } from "../numerals.ts";
import { headText, ruleText } from "../prose.ts";
import { type Author, marker } from "./author.ts";
import { enumeration, paragraphs, sentenceItem, titled } from "./body.ts";

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
