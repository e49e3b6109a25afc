/** A small made-up gazette of two issues in another county, with text that tries to be markup. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type {
  AnyDocument,
  AppointmentDocument,
  Block,
  ChronicleDocument,
  Citation,
  IssueDocument,
  NoticeDocument,
  Paragraph,
  Section,
  TableDocument,
  Task,
  TaskTableDocument,
} from "../../src/document/schema.ts";

export const HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">';

const at = (from: number, to = from) => ({
  start: { line: from, column: 1, offset: 0 },
  end: { line: to, column: 2, offset: 1 },
});

export function paragraph(anchor: string, text: string, more: Partial<Paragraph> = {}): Paragraph {
  return { type: "paragraph", anchor, position: at(10), text, mentions: [], ...more };
}

export function section(
  anchor: string,
  marker: string,
  children: Block[],
  more: Partial<Section> = {},
): Section {
  return {
    type: "section",
    anchor,
    position: at(11),
    depth: 1,
    marker,
    ordinal: 1,
    title: "总体要求",
    delimiter: null,
    runIn: false,
    children,
    ...more,
  };
}

export function citation(
  text: string,
  document: string | null = null,
  more: Partial<Citation> = {},
): Citation {
  return {
    text,
    title: text.replace(/[《》]/g, ""),
    documentNumber: null,
    document,
    position: at(12),
    ...more,
  };
}

export function issue(id = "2022-01", more: Partial<IssueDocument> = {}): IssueDocument {
  const [year, number] = id.split("-").map(Number) as [number, number];
  return {
    $schema: "/data/schema/v1/issue.json",
    schemaVersion: "1.0",
    type: "issue",
    id,
    title: "青禾县人民政府公报",
    year,
    number,
    serial: null,
    frequency: null,
    date: `${year}-03-31`,
    permit: null,
    front: [paragraph("front-1", "内部资料·免费交流")],
    about: [paragraph("about-1", "本公报由县政府办公室编印。")],
    board: [{ role: "主任", members: ["李静"] }],
    colophon: {
      chiefEditors: ["李静"],
      editors: [],
      supervisor: null,
      sponsor: null,
      publisher: "青禾县人民政府办公室",
      address: null,
      phone: null,
      fax: null,
      website: null,
    },
    contents: [
      {
        section: "县政府文件",
        title: "关于春耕工作的通知",
        documentNumber: "青政发〔2022〕3号",
        page: 1,
        document: `${id}/qzf-2022-3`,
      },
      {
        section: "县政府大事记",
        title: "县政府大事记",
        documentNumber: null,
        page: 9,
        document: `${id}/chronicle`,
      },
      { section: null, title: "未收之文", documentNumber: null, page: null, document: null },
    ],
    documents: [
      { type: "notice", id: `${id}/qzf-2022-3`, title: "关于春耕工作的通知" },
      { type: "notice", id: `${id}/qzf-2022-6`, title: "关于印发《水利规划》的通知" },
      { type: "appointment", id: `${id}/qzgf-2022-1`, title: "关于王芳同志任职的通知" },
      { type: "chronicle", id: `${id}/chronicle`, title: "县政府大事记" },
    ],
    source: {
      file: `made/${id}.txt`,
      encoding: "utf-8",
      sha256: "0".repeat(64),
      lines: 40,
      characters: 400,
    },
    ...more,
  };
}

export function notice(id = "2022-01/qzf-2022-3", more: Partial<NoticeDocument> = {}): NoticeDocument {
  return {
    $schema: "/data/schema/v1/notice.json",
    schemaVersion: "1.0",
    type: "notice",
    id,
    issue: id.slice(0, 7),
    section: "县政府文件",
    heading: "青禾县人民政府关于春耕工作的通知",
    title: "关于春耕工作的通知",
    genre: "通知",
    issuer: "青禾县人民政府",
    signatory: null,
    documentNumber: { text: "青政发〔2022〕3号", agency: "青政发", year: 2022, serial: 3 },
    recipients: ["各乡镇", "县直各部门"],
    date: "2022-02-18",
    disclosure: "此件公开发布",
    effect: { commencement: null, expiry: null, repeals: [] },
    children: [
      paragraph("p1", `请县农业农村局于2022年3月1日前办理，见《水利规划》。${HOSTILE}`, {
        position: at(5),
        mentions: [
          { kind: "organization", start: 1, end: 7, name: "县农业农村局" },
          { kind: "date", start: 8, end: 17, date: "2022-03-01" },
          { kind: "document", start: 22, end: 28, ref: "2022-01/qzf-2022-6" },
        ],
      }),
    ],
    enclosure: null,
    attachmentNotes: [],
    attachments: [],
    contacts: [],
    citations: [
      citation("《水利规划》", "2022-01/qzf-2022-6"),
      citation("《水利规划》", "2022-01/qzf-2022-6"),
    ],
    taskTables: [],
    tables: [],
    position: at(1, 8),
    ...more,
  };
}

/** With everything a notice can have. */
export function fullNotice(): NoticeDocument {
  const id = "2022-01/qzf-2022-6";
  return notice(id, {
    heading: "青禾县人民政府关于印发《水利规划》的通知",
    title: "关于印发《水利规划》的通知",
    issuer: "青禾县人民政府、青禾县水务局",
    signatory: { title: "县长", name: "李静" },
    documentNumber: { text: "青政发〔2022〕6号", agency: "青政发", year: 2022, serial: 6 },
    effect: {
      commencement: { text: "自2022年4月1日起施行", date: "2022-04-01" },
      expiry: { text: null, date: "2027-03-31" },
      repeals: [citation("《旧规划》")],
    },
    children: [paragraph("p1", "现将《水利规划》印发给你们。", { position: at(12) })],
    enclosure: {
      title: "水利规划",
      children: [
        section("s1", "一、", [
          section("s1-1", "（一）", [paragraph("s1-1-p1", "各单位要落实责任。", { position: at(15) })], {
            depth: 2,
            title: "加强领导",
            delimiter: "。",
            runIn: true,
            position: at(15),
          }),
          section("s1-2", "1.", [paragraph("s1-2-p1", "应当按期完成80%。", { position: at(16) })], {
            depth: 3,
            title: null,
            position: at(16),
          }),
        ]),
        {
          type: "list",
          anchor: "l1",
          position: at(17),
          items: [
            { marker: "-", text: "一项" },
            { marker: null, text: "又一项" },
          ],
        },
      ],
    },
    attachmentNotes: [
      { number: 1, title: "任务分配表" },
      { number: null, title: "名单" },
    ],
    attachments: [
      {
        anchor: "attachment-1",
        label: "附件1",
        number: 1,
        title: "任务分配表",
        children: [{ type: "table", anchor: "t1", position: at(20, 24), ref: `${id}-table-1` }],
      },
      {
        anchor: "attachment-2",
        label: "附件2",
        number: 2,
        title: null,
        children: [
          {
            type: "roster",
            anchor: "r1",
            position: at(26, 27),
            groups: [
              {
                role: "组长",
                members: [
                  { name: "李静", title: "县长" },
                  { name: null, title: "县财政局局长" },
                ],
              },
              { role: null, members: [{ name: "王芳", title: null }] },
            ],
          },
          { type: "form", anchor: "f1", position: at(28), fields: [{ label: "姓名：", value: "" }] },
        ],
      },
    ],
    contacts: [{ name: "张三", organization: "县水务局", phone: "0952-1234567", email: "a@b.cn" }],
    citations: [
      citation("青政发〔2022〕3号", "2022-01/qzf-2022-3", {
        title: null,
        documentNumber: { text: "青政发〔2022〕3号", agency: "青政发", year: 2022, serial: 3 },
      }),
      citation("《水法》"),
      citation("国发〔2020〕15号", null, {
        documentNumber: { text: "国发〔2020〕15号", agency: "国发", year: 2020, serial: 15 },
      }),
    ],
    taskTables: [`${id}-tasks-1`],
    tables: [`${id}-table-1`],
    position: at(9, 29),
  });
}

export function table(more: Partial<TableDocument> = {}): TableDocument {
  const cell = (text: string, rowSpan = 1) => ({ text, rowSpan, colSpan: 1 });
  return {
    $schema: "/data/schema/v1/table.json",
    schemaVersion: "1.0",
    type: "table",
    id: "2022-01/qzf-2022-6-table-1",
    issue: "2022-01",
    notice: "2022-01/qzf-2022-6",
    attachment: "attachment-1",
    title: "任务分配表",
    unitNote: "单位：万元",
    columns: [
      { name: "类别", unit: null, text: "类别" },
      { name: "部门", unit: null, text: "部门" },
      { name: "资金", unit: "万元", text: "资金（万元）" },
      { name: "亩数", unit: "亩", text: "亩数（亩）" },
    ],
    rows: [
      { cells: [cell("水利", 2), cell("县水务局"), cell("2.50"), cell("1,200")] },
      { cells: [cell(HOSTILE), cell("3"), cell("")] },
      { cells: [cell("合计"), cell(""), cell("5.50"), cell("1,200")] },
    ],
    records: [
      { 类别: "水利", 部门: "县水务局", 资金: "2.50", 亩数: "1,200" },
      { 类别: "水利", 部门: HOSTILE, 资金: "3", 亩数: "" },
      { 类别: "合计", 部门: "", 资金: "5.50", 亩数: "1,200" },
    ],
    position: at(20, 24),
    ...more,
  };
}

export function task(more: Partial<Task> = {}): Task {
  const number = more.number ?? 1;
  return {
    id: `2022-01/qzf-2022-6-tasks-1#${number}`,
    anchor: `task-${number}`,
    number,
    group: "一、水利",
    groupLead: [],
    title: "修渠",
    text: "修缮干渠",
    responsibility: "县水务局牵头，县财政局、各乡镇配合",
    responsible: [{ text: "县水务局", name: "县水务局" }],
    supporting: [
      { text: "财政局", name: "县财政局" },
      { text: "各乡镇", name: "各乡镇" },
    ],
    deadline: { text: "2022年底", start: null, end: "2022-12-31", ongoing: false },
    measures: [{ name: "资金", text: "2.50", value: 2.5, unit: "万元", year: null }],
    extra: { 备注: "按期" },
    position: at(21),
    ...more,
  };
}

export function taskTable(more: Partial<TaskTableDocument> = {}): TaskTableDocument {
  return {
    $schema: "/data/schema/v1/task-table.json",
    schemaVersion: "1.0",
    type: "task-table",
    id: "2022-01/qzf-2022-6-tasks-1",
    issue: "2022-01",
    notice: "2022-01/qzf-2022-6",
    title: "任务分配表",
    origin: "table",
    table: "2022-01/qzf-2022-6-table-1",
    tasks: [
      task(),
      task({
        number: 2,
        title: null,
        group: null,
        groupLead: [{ text: "县财政局", name: "县财政局" }],
        responsible: [],
        responsibility: null,
        supporting: [{ text: "县财政局", name: "县财政局" }],
        deadline: { text: "长期执行", start: null, end: null, ongoing: true },
        measures: [],
        extra: {},
      }),
    ],
    totals: [{ name: "资金", text: "5.50", value: 5.5, unit: "万元", year: null }],
    position: at(20, 24),
    ...more,
  };
}

export function appointment(more: Partial<AppointmentDocument> = {}): AppointmentDocument {
  const decision = {
    action: "appoint" as const,
    concurrent: false,
    probation: "试用期一年",
    person: "王芳",
    office: "县水务局局长",
    organization: "县水务局",
    post: "局长",
    text: "王芳任县水务局局长（试用期一年）",
    position: at(33),
  };
  return {
    $schema: "/data/schema/v1/appointment.json",
    schemaVersion: "1.0",
    type: "appointment",
    id: "2022-01/qzgf-2022-1",
    issue: "2022-01",
    section: "人事任免",
    heading: "青禾县人民政府关于王芳同志任职的通知",
    title: "关于王芳同志任职的通知",
    issuer: "青禾县人民政府",
    documentNumber: { text: "青政干发〔2022〕1号", agency: "青政干发", year: 2022, serial: 1 },
    recipients: [],
    date: "2022-02-20",
    disclosure: null,
    basis: {
      text: "根据县委青党干字〔2022〕5号文件精神",
      citations: [
        citation("青党干字〔2022〕5号", null, {
          title: null,
          documentNumber: { text: "青党干字〔2022〕5号", agency: "青党干字", year: 2022, serial: 5 },
        }),
      ],
    },
    decisions: [
      decision,
      {
        ...decision,
        action: "remove",
        probation: null,
        person: null,
        organization: null,
        post: null,
        text: "免去县水务局副局长职务",
        position: at(34),
      },
    ],
    children: [paragraph("p1", "王芳任县水务局局长（试用期一年）。", { position: at(33) })],
    position: at(30, 34),
    ...more,
  };
}

export function chronicle(more: Partial<ChronicleDocument> = {}): ChronicleDocument {
  return {
    $schema: "/data/schema/v1/chronicle.json",
    schemaVersion: "1.0",
    type: "chronicle",
    id: "2022-01/chronicle",
    issue: "2022-01",
    title: "县政府大事记",
    entries: [
      {
        id: "2022-01/chronicle/2022-01-05-1",
        date: "2022-01-05",
        endDate: "2022-01-06",
        text: "1月5日至6日，县长李静到县水务局调研。",
        people: [{ name: "李静", title: "县长" }],
        mentions: [
          { kind: "person", start: 10, end: 12, name: "李静" },
          { kind: "organization", start: 13, end: 17, name: "县水务局" },
        ],
        position: at(36),
      },
      {
        id: "2022-01/chronicle/undated-1",
        date: null,
        endDate: null,
        text: "是月，李静调研。",
        people: [
          { name: "李静", title: "县长" },
          { name: "李晶", title: null },
        ],
        mentions: [],
        position: at(37),
      },
    ],
    ...more,
  };
}

/** All documents, in no order. */
export function sampleDocuments(): AnyDocument[] {
  return [
    chronicle(),
    table(),
    taskTable(),
    fullNotice(),
    appointment(),
    notice(),
    issue("2021-04", { contents: [], documents: [], board: [] }),
    issue(),
    {
      $schema: "/data/schema/v1/report.json",
      schemaVersion: "1.0",
      type: "report",
      issue: "2022-01",
      coverage: { characters: 1, inDocuments: 1, inFurniture: 0, unaccounted: 0 },
      counts: {
        notices: 2,
        taskTables: 1,
        tasks: 2,
        tables: 1,
        appointments: 1,
        decisions: 2,
        chronicleEntries: 2,
      },
      messages: [],
    },
  ];
}

const FOLDERS = {
  notice: "notices",
  appointment: "appointments",
  table: "tables",
  "task-table": "task-tables",
} as const;

/** Writes documents as the compiler lays them out. */
export async function writeContent(folder: string, documents: AnyDocument[]): Promise<void> {
  for (const document of documents) {
    const file = path.join(folder, fileOf(document));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
  }
}

function fileOf(document: AnyDocument): string {
  if (document.type === "issue") return `${document.id}/issue.json`;
  if (document.type === "report" || document.type === "chronicle")
    return `${document.issue}/${document.type}.json`;
  return `${document.issue}/${FOLDERS[document.type]}/${document.id.slice(document.issue.length + 1)}.json`;
}

/** A number of issues, four a year from 2020 on, each with lists long enough that a page cannot hold those of a few. */
export function manyIssues(count: number): AnyDocument[] {
  return Array.from({ length: count }, (_, at) => {
    const id = `${2020 + Math.floor(at / 4)}-0${(at % 4) + 1}`;
    return sampleDocuments()
      .filter((document) => !("id" in document) || document.id !== "2021-04")
      .map((document) => longer(under(document, id)));
  }).flat();
}

/** The same document in another issue. */
function under(document: AnyDocument, issueId: string): AnyDocument {
  const [year = "", number = ""] = issueId.split("-");
  const moved = JSON.parse(JSON.stringify(document).replaceAll("2022-01", issueId)) as AnyDocument;
  return moved.type === "issue" ? { ...moved, year: Number(year), number: Number(number) } : moved;
}

/** Characters that say nothing, another row for each number, so that they weigh what printed text weighs. */
function filler(seed: number, length: number): string {
  let state = seed + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCodePoint(0x4e00 + ((state >>> 16) % 300));
  }).join("");
}

/** Names of many initials, so that their indexes are cut by them. */
const SURNAMES = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何"];

function longer(document: AnyDocument): AnyDocument {
  const seed = "issue" in document ? Number(document.issue.replace("-", "")) * 1001 : 0;
  if (document.type === "chronicle") {
    const day = (at: number) => `${document.issue}-${String((at % 28) + 1).padStart(2, "0")}`;
    const entries = Array.from({ length: 80 }, (_, at) => {
      const [sample] = chronicle().entries;
      if (sample === undefined) throw new Error("the sample has entries");
      const text = `${at + 1}日，李静${filler(at + seed, 70)}${document.issue}第${at + 1}件。`;
      const id = `${document.id}/${day(at)}-${Math.floor(at / 28) + 1}`;
      return { ...sample, id, date: day(at), endDate: null, text, mentions: [] };
    });
    return { ...document, entries };
  }
  if (document.type === "appointment") {
    const [sample] = document.decisions;
    if (sample === undefined) return document;
    const decisions = Array.from({ length: 120 }, (_, at) => {
      const person = `${SURNAMES[at % SURNAMES.length]}芳${(seed % 5) * 120 + at + 1}`;
      return { ...sample, person, text: `${person}任县水务局局长` };
    });
    const year = Number(document.issue.slice(0, 4));
    const cited = Array.from({ length: 120 }, (_, at) => {
      const serial = 1000 + 120 * Number(document.issue.slice(5)) + at;
      const text = `青党干字〔${year}〕${serial}号`;
      return citation(text, null, {
        title: null,
        documentNumber: { text, agency: "青党干字", year, serial },
      });
    });
    return { ...document, decisions, basis: { text: filler(seed, 40), citations: cited } };
  }
  if (document.type !== "task-table") return document;
  const tasks = Array.from({ length: 130 }, (_, at) => {
    const village = `${SURNAMES[at % SURNAMES.length]}家湾${(seed % 2) * 130 + at + 1}村农田水利设施管护专业合作社`;
    return task({
      supporting: [{ text: village, name: village }],
      id: `${document.id}#${at + 1}`,
      number: at + 1,
      anchor: `task-${at + 1}`,
      title: `${document.issue}第${at + 1}项`,
      text: filler(at + seed, 90),
      deadline: {
        text: "年底",
        start: null,
        end: `${2020 + (at % 6)}-12-31`,
        ongoing: false,
      },
    });
  });
  return { ...document, tasks };
}
