/** The golden issue: seeds/2021-03.txt gives content/2021-03/ byte for byte, and what the print says, checked by hand. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesUnder } from "../src/commands/output.ts";
import type { Block, NoticeDocument, TableDocument, TaskTableDocument } from "../src/document/schema.ts";
import type { Leaf } from "../src/tree/nodes.ts";
import { readBytes } from "./support/read.ts";
import { facts } from "./support/subset.ts";

const root = join(import.meta.dirname, "..");
const seed = join(root, "seeds/2021-03.txt");
const content = join(root, "content/2021-03");
const bytes = readFileSync(seed);
const issue = readBytes(bytes, seed);

const found = <T extends { id: string }>(documents: readonly T[], slug: string): T => {
  const one = documents.find(({ id }) => id === `2021-03/${slug}`);
  if (!one) throw new Error(`no document ${slug}`);
  return one;
};
const notice = (slug: string): NoticeDocument => found(issue.notices, slug);
const table = (slug: string): TableDocument => found(issue.tables, slug);
const tasks = (slug: string): TaskTableDocument["tasks"] => found(issue.taskTables, slug).tasks;
const entries = issue.chronicle?.entries ?? [];

/** All blocks under blocks, in order. */
const walk = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.type === "section" ? [block, ...walk(block.children)] : [block]));
const blocksOf = (one: NoticeDocument): Block[] =>
  walk([
    ...one.children,
    ...(one.enclosure?.children ?? []),
    ...one.attachments.flatMap(({ children }) => children),
  ]);
const paragraphs = issue.notices
  .flatMap(blocksOf)
  .flatMap((block) => (block.type === "paragraph" ? [block.text] : []));

describe("content/2021-03", () => {
  test("holds just the files that the seed gives", () => {
    expect(filesUnder(content)).toEqual([...issue.files.keys()].sort());
  });

  test.each([...issue.files])("%s is equal byte for byte", (path, text) => {
    expect(readFileSync(join(content, path), "utf8")).toBe(text);
  });

  test("the tree writes the seed back byte for byte", () => {
    expect(Buffer.from(issue.unparsed).equals(bytes)).toBe(true);
    expect(issue.coverage).toMatchObject({ unaccounted: 0, lost: [], doubled: [] });
  });
});

describe("what the printed issue holds", () => {
  test("documents", () => {
    expect(issue.notices).toHaveLength(7);
    expect(issue.appointments).toHaveLength(3);
    expect(issue.appointments.flatMap(({ decisions }) => decisions)).toHaveLength(5);
    expect(issue.issue.documents.map(({ id, type }) => `${type} ${id.slice(8)}`)).toEqual([
      "notice pzf-2021-56",
      "notice pzf-2021-60",
      "notice pzbf-2021-36",
      "notice pzbf-2021-40",
      "notice pzbf-2021-46",
      "notice pzbf-2021-50",
      "notice pzbf-2021-52",
      "chronicle chronicle",
      "appointment pzgf-2021-11",
      "appointment pzgf-2021-12",
      "appointment pzgf-2021-13",
    ]);
  });

  test("nine contents entries that resolve", () => {
    expect(issue.issue.contents.map(({ page, document }) => [page, document])).toEqual([
      [1, "2021-03/pzf-2021-56"],
      [14, "2021-03/pzf-2021-60"],
      [20, "2021-03/pzbf-2021-36"],
      [33, "2021-03/pzbf-2021-40"],
      [53, "2021-03/pzbf-2021-46"],
      [63, "2021-03/pzbf-2021-50"],
      [68, "2021-03/pzbf-2021-52"],
      [71, "2021-03/chronicle"],
      [75, "2021-03/pzgf-2021-11"],
    ]);
  });

  test("6 + 3 + 1 + 1 + 1 attachments", () => {
    expect(
      Object.fromEntries(issue.notices.map(({ id, attachments }) => [id.slice(8), attachments.length])),
    ).toEqual({
      "pzf-2021-56": 1,
      "pzf-2021-60": 1,
      "pzbf-2021-36": 3,
      "pzbf-2021-40": 6,
      "pzbf-2021-46": 0,
      "pzbf-2021-50": 0,
      "pzbf-2021-52": 1,
    });
  });

  test("eight tables", () => {
    expect(issue.tables.map(({ id, rows }) => [id.slice(8), rows.length])).toEqual([
      ["pzf-2021-56-table-1", 39],
      ["pzf-2021-60-table-1", 19],
      ["pzbf-2021-36-table-1", 11],
      ["pzbf-2021-40-table-1", 24],
      ["pzbf-2021-40-table-2", 82],
      ["pzbf-2021-40-table-3", 3],
      ["pzbf-2021-40-table-4", 4],
      ["pzbf-2021-52-table-1", 15],
    ]);
  });

  test("eight task tables", () => {
    expect(issue.taskTables.map(({ id, origin, tasks: own }) => [id.slice(8), origin, own.length])).toEqual([
      ["pzf-2021-56-tasks-1", "table", 39],
      ["pzf-2021-60-tasks-1", "inline", 18],
      ["pzf-2021-60-tasks-2", "table", 19],
      ["pzbf-2021-36-tasks-1", "inline", 9],
      ["pzbf-2021-36-tasks-2", "table", 11],
      ["pzbf-2021-40-tasks-1", "inline", 11],
      ["pzbf-2021-46-tasks-1", "inline", 73],
      ["pzbf-2021-52-tasks-1", "table", 14],
    ]);
    expect(issue.taskTables.filter(({ totals }) => totals !== null).map(({ id }) => id.slice(8))).toEqual([
      "pzbf-2021-52-tasks-1",
    ]);
  });

  test("43 chronicle entries, two of them over two days", () => {
    expect(entries).toHaveLength(43);
    expect(entries.flatMap(({ date, endDate }) => (endDate === null ? [] : [[date, endDate]]))).toEqual([
      ["2021-08-13", "2021-08-14"],
      ["2021-09-26", "2021-09-27"],
    ]);
  });

  test("one roster, three contacts, one form", () => {
    const blocks = issue.notices.flatMap(blocksOf);
    expect(blocks.filter(({ type }) => type === "roster")).toHaveLength(1);
    expect(issue.notices.flatMap(({ contacts }) => contacts)).toHaveLength(3);
  });
});

/** Lines of the seed on which a leaf goes on after a page break, read off the print. */
const CONTINUED = [
  146, 154, 172, 186, 202, 216, 228, 242, 254, 350, 358, 366, 376, 386, 396, 408, 422, 430, 484, 494, 508,
  516, 528, 540, 554, 568, 574, 672, 684, 730, 762, 1115, 1123, 1149, 1175, 1335, 1383, 1407, 1435, 1455,
  1499, 1517, 1523, 1563, 1571, 1579, 1595, 1611, 1623, 1639, 1651, 1655, 1685, 1711, 1752, 1764, 1800, 1814,
];

describe("page breaks", () => {
  test("every break inside a paragraph is healed, and no other", () => {
    const lineOf = (offset: number): number =>
      issue.source.lineStarts.filter((start) => start <= offset).length;
    const healed: number[] = [];
    const visit = (node: { type: string; children?: unknown }): void => {
      if (node.type === "text") {
        const { spans } = node as Leaf;
        for (const [index, span] of spans.entries()) {
          const before = spans[index - 1];
          if (before && lineOf(span.start) > lineOf(before.end) + 1) healed.push(lineOf(span.start));
        }
      }
      for (const child of (node.children ?? []) as { type: string }[]) visit(child);
    };
    visit(issue.tree);
    expect(healed.sort((a, b) => a - b)).toEqual(CONTINUED);
  });

  test.each([
    "构建与国家治理体系与治理能力现代化要求相适应的数字化工作体系",
    "优质高效的服务，全面提升政务服务水平，让群众、企业办事“像网购一样”方便。",
    "形成县级统一的应急指挥调度平台，坚持“平战结合”",
    "逐步整合到“宁政通”APP，形成统一入口",
    "等按职责分工负责）",
    "自治区推进“四好农村路”高质量发展实施意见的通知》（宁政办发〔2020〕38号）",
    "《中共中央 国务院关于深化教育教学改革全面提高义务教育质量的意见》",
    "各乡镇、各相关部门要大力开展",
    "《优化营商环境条例》",
  ])("%s", (words) => {
    expect(paragraphs.join("\n")).toContain(words);
  });
});

describe("the masthead", () => {
  test("says which issue it is, and who made it", () => {
    const expected = {
      id: "2021-03",
      title: "平罗县人民政府公报",
      year: 2021,
      number: 3,
      serial: 15,
      frequency: "季刊",
      date: "2021-11-25",
      permit: "宁平新出管字(2021)第022号",
      board: [
        { role: "主任", members: ["寇学文"] },
        { role: "副主任", members: ["马亚西"] },
        { role: "委员", members: ["何建如", "刘俊杰"] },
      ],
      colophon: {
        chiefEditors: ["马亚西"],
        editors: ["高波", "高梦丹"],
        supervisor: "平罗县人民政府",
        sponsor: "平罗县人民政府办公室",
        publisher: "平罗县人民政府办公室",
        address: "平罗县玉皇阁大道218号",
        phone: "0952-6095358",
        fax: "0952-6095122",
        website: "http://www.pingluo.gov.cn",
      },
    };
    expect(facts(issue.issue, expected)).toEqual(expected);
    expect(issue.issue.about).toHaveLength(4);
    expect(issue.issue.front[0]).toMatchObject({ text: "内部资料·免费交流" });
  });

  test("contents give numbers without their brackets, titles without their breaks", () => {
    expect(issue.issue.contents[2]).toEqual({
      section: "县人民政府办公室文件",
      title: "关于印发平罗县深化农村公路管理养护体制改革实施方案的通知",
      documentNumber: "平政办发〔2021〕36号",
      page: 20,
      document: "2021-03/pzbf-2021-36",
    });
    expect(issue.issue.contents[7]).toMatchObject({
      section: "政府大事记",
      title: "政府大事记",
      documentNumber: null,
    });
  });
});

describe("notices", () => {
  test.each([
    [
      "pzf-2021-56",
      {
        section: "县人民政府文件",
        heading: "县人民政府关于印发《平罗县“数字政府”建设行动计划(2021—2023年)》的通知",
        title: "关于印发《平罗县“数字政府”建设行动计划(2021—2023年)》的通知",
        genre: "通知",
        issuer: "平罗县人民政府",
        signatory: null,
        documentNumber: { text: "平政发〔2021〕56号", agency: "平政发", year: 2021, serial: 56 },
        recipients: ["各乡镇", "县直各部门"],
        date: "2021-09-09",
        disclosure: "此件公开发布",
        enclosure: { title: "平罗县“数字政府”建设行动计划(2021—2023年)" },
        attachmentNotes: [{ number: null, title: "重点任务清单" }],
        attachments: [{ label: "附件", number: null, title: "重点任务清单" }],
      },
    ],
    [
      "pzf-2021-60",
      {
        date: "2021-09-17",
        recipients: ["各乡镇", "县直有关部门"],
        enclosure: { title: "深入开展爱国卫生运动实施方案" },
        attachments: [{ title: "主要指标表" }],
      },
    ],
    [
      "pzbf-2021-36",
      {
        section: "县人民政府办公室文件",
        issuer: "平罗县人民政府办公室",
        date: "2021-07-08",
        recipients: ["各乡镇", "各相关部门"],
        attachmentNotes: [
          { number: 1, title: "平罗县深化农村公路管理养护体制改革工作领导小组组成人员名单" },
          { number: 2, title: "平罗县深化农村公路管理养护体制改革责任清单" },
          { number: 3, title: "平罗县境内农村公路基本情况及县、乡、村级公路的定义" },
        ],
      },
    ],
    [
      "pzbf-2021-40",
      {
        date: "2021-07-22",
        contacts: [{ name: "丁小慧", organization: null, phone: "6093189", email: "nxplfzb@163.com" }],
        attachments: [
          { number: 1, title: "实行告知承诺制证明事项清单" },
          { number: 2, title: "宁夏回族自治区证明事项告知承诺制目录清单（第一批）" },
          { number: 3, title: "证明事项告知承诺书（范本）" },
          { number: 4, title: "证明事项告知承诺制工作联络表" },
          { number: 5, title: "XXX（单位名称）证明事项告知承诺制目录清单（模板）" },
          { number: 6, title: "证明事项告知承诺制工作流程" },
        ],
      },
    ],
    [
      "pzbf-2021-46",
      {
        contacts: [
          { name: "李广龙", organization: "县发改局", phone: "6095149", email: "plyshj@163.com" },
          { name: "马莉", organization: "县审批服务管理局", phone: "6095376", email: "plyshj@163.com" },
        ],
      },
    ],
    ["pzbf-2021-50", { date: "2021-09-17", tables: [], taskTables: [], attachments: [] }],
    [
      "pzbf-2021-52",
      { date: "2021-09-23", enclosure: { title: "2021年平罗县农药包装废弃物回收与处置实施方案" } },
    ],
  ] as const)("%s", (slug, expected) => {
    expect(facts(notice(slug), expected)).toEqual(expected);
  });

  test("the roster of the leading group", () => {
    const roster = blocksOf(notice("pzbf-2021-36")).find(({ type }) => type === "roster");
    const expected = {
      groups: [
        { role: "组长", members: [{ name: "寇学文", title: "县委常委、政府常务副县长" }] },
        {
          role: "副组长",
          members: [
            { name: "冯斌", title: "人大常委会副主任、交通局党组书记、局长" },
            { name: "谭润", title: "县政协副主席、财政局党组书记、局长" },
          ],
        },
        {
          role: "成员",
          members: [
            { name: "周洋", title: "县委编办主任" },
            { name: "张万青", title: "县发改局局长" },
            { name: "卢军国", title: "县农业农村局局长" },
            { name: "王新民", title: "县应急管理局局长" },
            { name: "方志斌", title: "县审计局局长" },
            { name: "李长林", title: "县审批服务管理局局长" },
            { name: "贺立兵", title: "县公安局政委" },
            { name: "彭小华", title: "县财政局副局长" },
            { name: "杨林明", title: "县交通局副局长" },
            { name: "马建平", title: "县乡村振兴服务中心主任" },
            { name: null, title: "各乡镇乡镇长" },
          ],
        },
      ],
    };
    expect(facts(roster, expected)).toEqual(expected);
  });

  test("the form of the letter of promise", () => {
    const form = blocksOf(notice("pzbf-2021-40")).find((block) => block.type === "form");
    expect(form?.type === "form" && form.fields.slice(0, 3)).toEqual([
      { label: "姓名（自然人）", value: "" },
      { label: "证件类型", value: "" },
      { label: "证件编号", value: "" },
    ]);
  });

  test("items with list hyphens are a list, their numbers markers", () => {
    const list = blocksOf(notice("pzbf-2021-40")).find(
      (block) => block.type === "list" && block.items.length === 5,
    );
    expect(list?.type === "list" && list.items.slice(0, 2)).toEqual([
      { marker: "1.", text: "无不良信用记录或未曾作出虚假承诺;" },
      { marker: "2.", text: "已经知晓政务服务部门告知的全部内容;" },
    ]);
  });

  test("heads at their depth: run in, by themselves, and sentences that are none", () => {
    const sections = blocksOf(notice("pzf-2021-56")).filter((block) => block.type === "section");
    const head = (marker: string, title: string) =>
      sections.find((one) => one.marker === marker && one.title === title);
    expect(head("二、", "主要任务")).toMatchObject({ depth: 1, ordinal: 2, delimiter: null, runIn: false });
    expect(head("（一）", "夯实“数字政府”基础")).toMatchObject({ depth: 2, ordinal: 1, runIn: false });
    expect(head("33.", "构建统一联动的运营运维体系")).toMatchObject({
      depth: 3,
      delimiter: "。",
      runIn: true,
    });
    expect(head("（一）", "加强组织领导")).toMatchObject({ depth: 2, delimiter: "。", runIn: true });
  });
});

describe("tables", () => {
  test("a group cell spans its rows, over page breaks and repeated heads", () => {
    const groups = table("pzf-2021-56-table-1").rows.flatMap(({ cells }) =>
      cells.length === 4 ? [[cells[0]?.text, cells[0]?.rowSpan]] : [],
    );
    expect(groups).toEqual([
      ["(一) 夯实“数字政府”基础", 4],
      ["(二) 深化共性支撑平台应用", 8],
      ["（三）提高“互联网+政务服务”水平", 6],
      ["(四) 提高“互联网+监管”水平", 6],
      ["(五) 深化政府运行系统应用", 4],
      ["(六) 推进“数字政府”建设成果应用", 7],
      ["(七) 强化标准、安全、评价反馈、运营运维保障体系", 4],
    ]);
  });

  test("records resolve the grid", () => {
    expect(table("pzf-2021-56-table-1").records[38]).toMatchObject({
      主要任务: "(七) 强化标准、安全、评价反馈、运营运维保障体系",
      责任单位: "县数字办负责，各相关部门参与；",
      完成时限: "2023年",
    });
    expect(table("pzbf-2021-40-table-2").records[22]).toEqual({
      序号: "23",
      证明事项名称: "教学计划、教学大纲和相应的培训教材目录",
      政务服务事项名称: "民办职业技能培训学校增加职业（工种）、提升职业资格（技能等级）层次",
      "证明出具单位（人）": "申请单位或申请人",
      区级业务主管部门: "",
    });
  });

  test("units of column heads stand apart", () => {
    expect(table("pzbf-2021-52-table-1").columns.map(({ name, unit }) => [name, unit])).toEqual([
      ["序号", null],
      ["部门", null],
      ["农作物种植面积", "万亩"],
      ["农药使用估量", "吨"],
      ["农药包装废弃物回收任务量", "吨"],
      ["补助资金", "万元"],
    ]);
  });

  test("a row that does not fit its head is kept as read, its record null, and reported", () => {
    const own = table("pzf-2021-60-table-1");
    expect(own.rows[6]?.cells.map(({ text }) => text)).toEqual([
      "7",
      "农村卫生厕所普及率 (%)",
      "二类县",
      "89",
      "90",
      "91 以上",
      "农业农村局",
    ]);
    expect(
      own.records.map((record, index) => (record === null ? index : -1)).filter((index) => index >= 0),
    ).toEqual([6]);
    expect(issue.report.messages.some(({ place }) => place.start.line === 449)).toBe(true);
  });

  test("a form in cells has columns without names", () => {
    expect(table("pzbf-2021-40-table-3")).toMatchObject({
      attachment: "a4",
      columns: [{ name: "列1" }, { name: "列2" }, { name: "列3" }],
      records: [{ 列1: "具体承办科室", 列2: "", 列3: "办公电话" }, { 列1: "科室负责人" }, { 列1: "联络员" }],
    });
  });
});

describe("tasks", () => {
  const names = (parties: readonly { name: string }[]): string[] => parties.map(({ name }) => name);

  test.each([
    ["pzf-2021-56-tasks-1", 1, ["县委网信办", "县工信局"], ["各相关部门"]],
    ["pzf-2021-56-tasks-1", 20, ["县委政法委", "县公安局"], ["各直相关部门"]],
    ["pzf-2021-56-tasks-1", 22, ["县住建局", "德渊集团"], ["各相关部门"]],
    ["pzf-2021-56-tasks-1", 24, ["县委政法委", "县公安局", "县住建局"], ["各相关部门"]],
    ["pzf-2021-56-tasks-1", 30, ["县工信局", "县农业农村局", "县发改局", "县文广局"], ["各相关部门"]],
    [
      "pzf-2021-56-tasks-1",
      33,
      ["县委政法委", "县委统战部", "县委网信办", "县农业农村局", "县教体局", "县工信局"],
      [],
    ],
    ["pzf-2021-60-tasks-1", 6, ["县爱卫办"], ["县爱国卫生运动委员会各成员单位"]],
    [
      "pzf-2021-60-tasks-1",
      1,
      ["市生态环境局平罗分局", "县住建局", "县农业农村局", "县商务局", "县市场监管局", "县卫健局"],
      [],
    ],
    ["pzf-2021-60-tasks-1", 17, ["县爱卫办", "县民政局", "县总工会", "团县委", "县妇联"], []],
    [
      "pzbf-2021-36-tasks-1",
      5,
      [
        "县财政局",
        "县交通局",
        "县农业农村局",
        "县发改局",
        "县行政审批局",
        "县乡村振兴服务中心",
        "驻平各金融机构",
        "各乡镇",
      ],
      [],
    ],
    ["pzbf-2021-36-tasks-2", 10, ["县交通局综合执法大队"], []],
    ["pzbf-2021-46-tasks-1", 2, ["县政府办", "县审批服务管理局", "县司法局"], ["县直有关部门", "各乡镇"]],
    ["pzbf-2021-46-tasks-1", 13, ["县审批服务管理局"], ["县人社局"]],
    [
      "pzbf-2021-46-tasks-1",
      18,
      ["县发改局"],
      ["平罗工业园区管委会", "县工信局", "县住建局", "县自然资源局"],
    ],
    ["pzbf-2021-46-tasks-1", 32, ["德渊水务有限公司", "星泽燃气平罗分公司"], []],
    ["pzbf-2021-46-tasks-1", 36, ["县税务局"], ["县财政局", "人行平罗支行"]],
    ["pzbf-2021-46-tasks-1", 45, ["县委政法委", "县人民法院", "县检察院", "县公安局", "县司法局"], []],
    ["pzbf-2021-46-tasks-1", 68, ["县委组织部", "县人社局", "县科技局", "县工信局"], []],
  ] as const)("parties of %s#%i", (slug, n, responsible, supporting) => {
    const task = tasks(slug)[n - 1];
    expect(names(task?.responsible ?? [])).toEqual(responsible);
    expect(names(task?.supporting ?? [])).toEqual(supporting);
  });

  test.each([
    ["pzf-2021-56-tasks-1", 1, { text: "2021 年", start: "2021-01-01", end: "2021-12-31", ongoing: false }],
    ["pzf-2021-56-tasks-1", 39, { text: "2023年", start: "2023-01-01", end: "2023-12-31", ongoing: false }],
    [
      "pzbf-2021-40-tasks-1",
      1,
      {
        text: "2021年7月25日前完成并报县司法局、审批管理局审核备案",
        start: null,
        end: "2021-07-25",
        ongoing: false,
      },
    ],
    ["pzbf-2021-40-tasks-1", 2, { text: "长期执行", start: null, end: null, ongoing: true }],
    [
      "pzbf-2021-40-tasks-1",
      3,
      { text: "2021年7月底前完成", start: null, end: "2021-07-31", ongoing: false },
    ],
    [
      "pzbf-2021-40-tasks-1",
      5,
      { text: "2020年8月10日前完成并报县司法局备案", start: null, end: "2020-08-10", ongoing: false },
    ],
    ["pzbf-2021-46-tasks-1", 1, null],
  ] as const)("deadline of %s#%i", (slug, n, deadline) => {
    expect(tasks(slug)[n - 1]?.deadline).toEqual(deadline);
  });

  test("measures have values, units and years", () => {
    expect(tasks("pzbf-2021-52-tasks-1")[0]?.measures).toEqual([
      { name: "农作物种植面积", text: "3.20", value: 3.2, unit: "万亩", year: null },
      { name: "农药使用估量", text: "8.81", value: 8.81, unit: "吨", year: null },
      { name: "农药包装废弃物回收任务量", text: "0.88", value: 0.88, unit: "吨", year: null },
      { name: "补助资金", text: "2.11", value: 2.11, unit: "万元", year: null },
    ]);
    expect(tasks("pzbf-2021-52-tasks-1")[13]).toMatchObject({
      number: 14,
      responsible: [{ name: "农业农村局" }],
      measures: [{ name: "补助资金", value: 4.2 }],
    });
    expect(
      found(issue.taskTables, "pzbf-2021-52-tasks-1").totals?.map(({ text, value }) => [text, value]),
    ).toEqual([
      ["92.30", 92.3],
      ["254.00", 254],
      ["25.40", 25.4],
      ["65.00", 65],
    ]);
    expect(tasks("pzf-2021-60-tasks-2")[11]?.measures).toEqual([
      { name: "秸秆综合利用率", text: "87.6", value: 87.6, unit: "%", year: 2020 },
      { name: "秸秆综合利用率", text: "89", value: 89, unit: "%", year: 2022 },
      { name: "秸秆综合利用率", text: "90 以上", value: null, unit: "%", year: 2025 },
    ]);
    expect(tasks("pzf-2021-60-tasks-2")[16]?.measures.map(({ year, value }) => [year, value])).toEqual([
      [2022, 15],
      [2025, 30],
    ]);
  });

  test("the misfit row gives only what is certain", () => {
    expect(tasks("pzf-2021-60-tasks-2")[6]).toMatchObject({
      number: 7,
      responsible: [],
      deadline: null,
      measures: [],
    });
  });

  test("groups, who leads them, titles and texts", () => {
    expect(tasks("pzf-2021-56-tasks-1")[38]).toMatchObject({
      number: 39,
      group: "(七) 强化标准、安全、评价反馈、运营运维保障体系",
      title: "构建统一联动的运营运维体系",
    });
    expect(tasks("pzbf-2021-46-tasks-1")[29]).toMatchObject({
      number: 30,
      group: "（四）优化市政设施接入服务",
      groupLead: [{ name: "国网平罗供电公司" }, { name: "县住建局" }],
      title: "优化提升企业接电服务",
    });
    expect(tasks("pzbf-2021-46-tasks-1")[52]?.groupLead.map(({ name }) => name)).toEqual([
      "县发改局",
      "县财政局",
    ]);
    expect(tasks("pzbf-2021-46-tasks-1")[57]?.groupLead.map(({ name }) => name)).toEqual(["县市场监管局"]);
    expect(tasks("pzbf-2021-46-tasks-1")[72]).toMatchObject({
      number: 73,
      title: "服务好外商投资者",
      text: "严格执行外商投资法及配套法规，落实鼓励外商投资产业目录和外商投资指引，提升外商投资服务水平，便利外国投资者来平投资。",
      responsibility: "责任单位：县商务局",
    });
    expect(tasks("pzbf-2021-40-tasks-1")[0]).toMatchObject({
      number: 1,
      group: "（一）梳理告知承诺事项清单",
      title: null,
    });
    expect(tasks("pzbf-2021-46-tasks-1")[5]?.responsibility).toBe(
      "责任单位：县审批服务管理局；配合单位：县直有关部门，各乡镇；",
    );
    expect(tasks("pzbf-2021-36-tasks-2")[4]).toMatchObject({
      number: 5,
      title: "资金筹措和使用监管",
      responsibility: "县财政局",
    });
  });
});

describe("appointments", () => {
  test.each([
    [
      "pzgf-2021-11",
      "2021-08-07",
      [
        {
          action: "remove",
          concurrent: false,
          person: "田婷婷",
          office: "宁夏平罗工业园区管委会审批服务管理局副局长",
          organization: "宁夏平罗工业园区管委会审批服务管理局",
          post: "副局长",
        },
      ],
    ],
    [
      "pzgf-2021-12",
      "2021-08-07",
      [
        { action: "appoint", concurrent: false, person: "李建江", office: "县商务和投资促进局副局长" },
        { action: "remove", concurrent: false, person: "陆波", office: "县自然资源局副局长" },
      ],
    ],
    [
      "pzgf-2021-13",
      "2021-08-29",
      [
        { action: "appoint", concurrent: true, person: "杨瑞雍", office: "县公安局督察长" },
        {
          action: "remove",
          concurrent: false,
          person: "陈东升",
          office: "县公安局督察长",
          organization: "县公安局",
          post: "督察长",
          text: "免去陈东升县公安局督察长职务",
        },
      ],
    ],
  ] as const)("%s", (slug, date, decisions) => {
    const expected = {
      section: "人事任免",
      issuer: "平罗县人民政府",
      date,
      disclosure: "此件公开发布",
      decisions,
    };
    expect(facts(found(issue.appointments, slug), expected)).toEqual(expected);
  });

  test("one basis cites two documents by one number", () => {
    const { basis } = found(issue.appointments, "pzgf-2021-12");
    expect(basis?.text).toBe("根据县委平党干字〔2021〕57、60号文件精神，经县人民政府研究，决定：");
    expect(
      basis?.citations.map(({ documentNumber }) => [documentNumber?.agency, documentNumber?.serial]),
    ).toEqual([
      ["平党干字", 57],
      ["平党干字", 60],
    ]);
  });
});

describe("the chronicle", () => {
  test.each([
    [
      "2021-07-05-1",
      [
        ["郭耀峰", "平罗县县委副书记、县长"],
        ["习近平", "总书记"],
        ["陈润儿", "书记"],
        ["寇学文", "平罗县副县长"],
        ["李晓坤", "平罗县副县长"],
        ["陈东升", "平罗县副县长"],
      ],
    ],
    [
      "2021-07-27-1",
      [
        ["邹学校", "中国工程院院士、湖南农业大学校长"],
        ["董玲", "自治区人大常委会副主任"],
        ["李泽峰", "自治区政协副主席"],
        ["张延秋", "中国种子协会会长"],
        ["杨雄年", "农业农村部科技发展研究中心主任"],
        ["王刚", "市委书记、市人大常委会主任"],
        ["张利", "市委副书记、政府市长"],
        ["杨海生", "农业农村部种业管理司副司长"],
        ["赖伟利", "自治区农业农村厅副厅长"],
        ["郭耀峰", "平罗县县长"],
        ["王建", "石嘴山市委副书记、政法委书记"],
      ],
    ],
    [
      "2021-08-05-1",
      [
        ["郭耀峰", "平罗县县长"],
        ["习近平", "总书记"],
        ["李克强", "总理"],
        ["寇学文", "平罗县副县长"],
        ["徐建军", "平罗县副县长"],
        ["王敏", "副县长候选人"],
        ["杨瑞雍", "副县长候选人"],
      ],
    ],
    [
      "2021-09-16-1",
      [
        ["王安顺", "国务院发展研究中心副主任"],
        ["王刚", "石嘴山市县领导"],
        ["张利", "石嘴山市县领导"],
        ["宋世文", "石嘴山市县领导"],
        ["蔡闯", "石嘴山市县领导"],
      ],
    ],
    ["2021-09-23-1", [["宋世文", "石嘴山市委副书记、平罗县委书记"]]],
    [
      "2021-09-30-1",
      [
        ["白春礼", "全国人大民族委员会主任委员、中国科学院院士、“一带一路”国际科学组织联盟主席"],
        ["彭友东", "自治区、市县领导"],
        ["刘虹", "自治区、市县领导"],
        ["张文阁", "自治区、市县领导"],
        ["郭耀峰", "自治区、市县领导"],
      ],
    ],
  ] as const)("people of %s", (id, people) => {
    const entry = entries.find((one) => one.id === `2021-03/chronicle/${id}`);
    expect(entry?.people.map(({ name, title }) => [name, title])).toEqual(people);
  });

  test("an entry over a page break is whole, its date in its text", () => {
    const entry = entries.find(({ id }) => id.endsWith("/2021-09-03-2"));
    expect(entry?.text).toMatch(
      /^9月3日,平罗县召开.*平罗县副县长寇学文、徐建军,副县长候选人杨瑞雍参加会议。$/,
    );
  });
});

describe("citations", () => {
  const cited = (slug: string, line: number) =>
    notice(slug)
      .citations.filter(({ position }) => position.start.line === line)
      .map(({ title, documentNumber }) => [
        title,
        documentNumber && [documentNumber.agency, documentNumber.year, documentNumber.serial],
      ]);

  test.each([
    [
      "pzf-2021-60",
      342,
      [
        ["国务院关于深入开展爱国卫生运动的意见", ["国发", 2020, 15]],
        ["自治区人民政府关于深入开展爱国卫生运动的实施意见", ["宁政发", 2021, 14]],
      ],
    ],
    [
      "pzbf-2021-40",
      796,
      [
        ["公司登记管理条例", [null, null, 666]],
        ["国家税务总局、国税总局关于做好“三证合一”有关工作衔接的通知", null],
      ],
    ],
    ["pzbf-2021-40", 811, [["宁夏回族自治区法律援助条例", [null, null, 33]]]],
    [
      "pzbf-2021-46",
      1107,
      [
        [
          "自治区人民政府办公厅关于印发全区深化“放管服”改革优化营商环境重点任务分工方案的通知",
          ["宁政办发", 2021, 13],
        ],
        [
          "石嘴山市人民政府办公室关于印发〈石嘴山市深化“放管服”改革优化营商环境重点任务分工方案〉的通知",
          ["石政办发", 2021, 17],
        ],
      ],
    ],
  ] as const)("%s, line %i", (slug, line, expected) => {
    expect(cited(slug, line)).toEqual(expected);
  });

  test("a citation of the text that the letter issues resolves to the letter's document", () => {
    expect(notice("pzf-2021-60").citations[0]).toMatchObject({
      text: "《深入开展爱国卫生运动实施方案》",
      document: "2021-03/pzf-2021-60",
    });
  });
});

describe("the report", () => {
  test("finds the group that was printed again under another number", () => {
    expect(issue.report.messages).toContainEqual(
      expect.objectContaining({
        severity: "warning",
        document: "2021-03/pzf-2021-56-table-1",
        place: expect.objectContaining({ start: { line: 324, column: 4, offset: 14572 } }),
      }),
    );
  });

  test("has no error, and messages in source order", () => {
    expect(issue.report.messages.filter(({ severity }) => severity === "error")).toEqual([]);
    const offsets = issue.report.messages.map(({ place }) => place.start.offset);
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  });
});
