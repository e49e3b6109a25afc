/** Attachments: lists, tables, rosters, forms, and the notes that announce them. */
import type { Attachment, Block, Notice, RosterBlock, Table } from "../model.ts";
import { paragraphText, personName } from "../prose.ts";
import { TOPICS } from "../words.ts";
import { allotment, dutyList, indicators } from "./amountTables.ts";
import { type Author, chief, departments, marker } from "./author.ts";
import { itemList, paragraph, titled } from "./body.ts";
import { plainTable } from "./plainTables.ts";
import { taskList } from "./taskLists.ts";

function drawRoster(author: Author): RosterBlock {
  const { random, place } = author;
  const member = (title: string): { name: string; title: string } => ({ name: personName(random), title });
  const roles: [string, { name: string; title: string }[]][] = [
    ["组长", [member(`${place.level}委副书记、${chief(place)}`)]],
    [
      "副组长",
      Array.from({ length: random.integer(1, 2) }, () => member(`${place.level}委常委、副${chief(place)}`)),
    ],
    [
      "成员",
      random
        .sample(departments(place), random.integer(3, 8))
        .map((name) =>
          member(
            `${place.level}${name}${name.endsWith("厅") ? "副厅长" : name.endsWith("局") ? "局长" : "主任"}`,
          ),
        ),
    ],
  ];
  return { type: "roster", groups: roles.map(([role, members]) => ({ role, members })) };
}

/** What an attachment holds, and its title. */
interface Content {
  title: string;
  children: Block[];
}

function drawContent(author: Author): Content {
  const { random, place } = author;
  const topic = random.pick(TOPICS);
  const below = (): Block[] =>
    random.chance(0.15)
      ? [paragraph(random.pick(["注：表中数据以统计部门公布的为准。", "备注：各项任务完成情况按季度报送。"]))]
      : [];
  const tabled = (title: string, table: Table): Content => ({
    title,
    children: [{ type: "table", table: { ...table, title } }, ...below()],
  });
  return random.weighted<() => Content>([
    [
      4,
      () =>
        tabled(
          `${place.name}${topic}${random.pick(["重点任务清单", "任务分工表", "重点任务分解表", "责任分工表"])}`,
          taskList(author),
        ),
    ],
    [1, () => tabled(`${place.name}${topic}责任清单`, dutyList(author))],
    [2, () => tabled(`${author.year}年${topic}任务分配表`, allotment(author))],
    [1, () => tabled(`${topic}主要指标表`, indicators(author))],
    [
      3,
      () =>
        tabled(`${place.name}${topic}${random.pick(["项目一览表", "名单", "明细表"])}`, plainTable(author)),
    ],
    [
      2,
      () => ({
        title: `${place.name}${topic}工作领导小组组成人员名单`,
        children: [
          drawRoster(author),
          paragraph(
            `领导小组办公室设在${place.level}${random.pick(departments(place))}，承担领导小组日常工作。`,
          ),
        ],
      }),
    ],
    [
      2,
      () => ({
        title: `${place.name}${topic}${random.pick(["考核办法", "工作规程", "评分细则"])}`,
        children: [paragraph(paragraphText(author)), ...itemList(author)],
      }),
    ],
    [
      1,
      () => ({
        title: `${topic}工作台账`,
        children: [1, 2].map((part) =>
          titled(
            { depth: 1, marker: marker(author.habits, 1, part) },
            random.pick(["基本情况", "项目安排", "资金安排"]),
            [{ type: "table", table: { ...plainTable(author), title: undefined } }],
          ),
        ),
      }),
    ],
    [
      1,
      () => ({
        title: `${topic}承诺书（范本）`,
        children: [
          paragraph(paragraphText(author, 1, 1)),
          {
            type: "form",
            fields: random
              .sample(
                ["姓名", "证件类型", "证件号码", "联系方式", "通讯地址", "法定代表人"],
                random.integer(3, 5),
              )
              .map((label) => ({ label, value: "" })),
          },
        ],
      }),
    ],
  ])();
}

/** Attachments with their notes; listed or not, labelled above or below the title. */
export function drawAttachments(
  author: Author,
  share: number,
): Pick<Notice, "attachments" | "attachmentNotes"> {
  const { random } = author;
  if (!random.chance(share)) return { attachments: [], attachmentNotes: [] };
  const count = random.weighted([
    [4, 1],
    [3, 2],
    [2, 3],
  ] as const);
  const below = random.chance(0.12);
  const word = random.weighted([
    [8, "附件"],
    [1, "附表"],
    [1, "附"],
  ] as const);
  const attachments = Array.from({ length: count }, (_, index): Attachment => {
    const { title, children } = drawContent(author);
    return {
      label: count === 1 ? word : `${word === "附" ? "附件" : word}${index + 1}`,
      number: count === 1 ? null : index + 1,
      title,
      labelBelow: below,
      children,
    };
  });
  if (random.chance(0.06))
    return {
      attachments: [],
      attachmentNotes: attachments.map(({ number, title }) => ({ number, title: title ?? "" })),
    };
  const listed = random.chance(0.85);
  return {
    attachments,
    attachmentNotes: listed ? attachments.map(({ number, title }) => ({ number, title: title ?? "" })) : [],
  };
}
