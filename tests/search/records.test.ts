/** The records the search index is made of. */
import { describe, expect, it } from "vitest";
import { collectGazette } from "../../src/corpus/gazette.ts";
import { collectRecords } from "../../src/search/records.ts";
import {
  fullNotice,
  issue,
  notice,
  paragraph,
  sampleDocuments,
  section,
  taskTable,
} from "../site/gazette.ts";

describe("records", () => {
  const records = collectRecords(collectGazette(sampleDocuments()));
  const at = (url: string) => records.filter((record) => record.url === url);

  it("are what a reader wants to land on", () => {
    expect(at("/2022-01/qzf-2022-3/")).toMatchObject([
      {
        kind: "标题",
        text: "青禾县人民政府关于春耕工作的通知\n青政发〔2022〕3号\n各乡镇\n县直各部门\n青禾县人民政府\n2022年2月18日\n此件公开发布",
        year: "2022",
        issuer: "青禾县人民政府",
      },
    ]);
    expect(at("/2022-01/qzf-2022-6/#enclosure")).toMatchObject([{ kind: "标题", text: "水利规划" }]);
    expect(at("/2022-01/qzf-2022-6/#s1-1")).toMatchObject([
      { kind: "正文", text: "（一）加强领导。各单位要落实责任。", place: "一（一）" },
    ]);
    expect(at("/2022-01/qzf-2022-6/#s1-1-p1")).toEqual([]);
    expect(at("/2022-01/qzf-2022-6/#s1")).toMatchObject([{ kind: "标题", text: "一、总体要求" }]);
    expect(at("/2022-01/qzf-2022-6/#qzf-2022-6-table-1-r1")).toMatchObject([
      { kind: "表格", text: "水利\n县水务局\n2.50\n1,200" },
    ]);
    expect(at("/2022-01/qzf-2022-6-tasks-1/#task-1")).toMatchObject([
      { kind: "任务", responsible: ["县水务局"], documentId: "2022-01/qzf-2022-6" },
    ]);
    expect(at("/2022-01/qzf-2022-6-tasks-1/#task-2")).toMatchObject([
      { responsible: ["县财政局"], text: "修缮干渠\n长期执行" },
    ]);
    expect(at("/2022-01/qzgf-2022-1/#decision-1")).toMatchObject([{ kind: "任免", people: ["王芳"] }]);
    expect(at("/2022-01/qzgf-2022-1/#decision-2")).toMatchObject([{ people: [] }]);
    expect(at("/2022-01/chronicle/#2022-01-05-1")).toMatchObject([
      { kind: "大事记", people: ["李静"], date: "2022-01-05" },
    ]);
    expect(at("/2022-01/qzf-2022-6/#r1")).toMatchObject([{ people: ["李静", "王芳"] }]);
    expect(at("/2022-01/#about-1")).toHaveLength(1);
  });

  it("show a task where it is printed, once", () => {
    const own = notice("2022-01/qzf-2022-3", {
      children: [paragraph("p1", "县水务局、县财政局修缮干渠。")],
      taskTables: ["2022-01/qzf-2022-3-tasks-1", "2022-01/missing"],
    });
    const lead = (name: string) => ({ text: name, name });
    const tasks = taskTable({ id: "2022-01/qzf-2022-3-tasks-1", notice: own.id });
    const [first] = tasks.tasks as [(typeof tasks.tasks)[number]];
    const at = { ...first, anchor: "p1", groupLead: [] };
    tasks.tasks = [
      { ...at, responsible: [lead("县水务局")] },
      { ...at, responsible: [lead("县水务局"), lead("县财政局")] },
    ];
    const found = collectRecords(collectGazette([issue(), own, tasks])).filter(({ kind }) => kind === "任务");
    expect(found).toMatchObject([
      {
        url: "/2022-01/qzf-2022-3/#p1",
        text: "县水务局、县财政局修缮干渠。",
        responsible: ["县水务局", "县财政局"],
      },
    ]);
  });

  it("hold what an issue says of itself, and the foot of a document", () => {
    const texts = (more: Parameters<typeof issue>[1], own = notice("2022-01/qzf-2022-3")) =>
      new Map(
        collectRecords(collectGazette([issue("2022-01", more), own])).map(({ url, text }) => [url, text]),
      );
    const found = texts(
      { serial: 15 },
      notice("2022-01/qzf-2022-3", {
        signatory: { title: "县长", name: "李静" },
        attachmentNotes: [{ number: 1, title: "水利任务表" }],
      }),
    );
    expect(found.get("/2022-01/")).toBe("青禾县人民政府公报\n2022年第1期（总第15期）\n2022年3月31日");
    expect(found.get("/2022-01/#board-title")).toBe("主任\n李静");
    expect(found.get("/2022-01/#imprint-title")).toBe("李静\n青禾县人民政府办公室");
    expect(found.get("/2022-01/#contents-title")).toBe("县政府文件\n县政府大事记");
    expect(found.get("/2022-01/qzf-2022-3/")).toContain(
      "水利任务表\n青禾县人民政府\n县长李静\n2022年2月18日",
    );
    // An entry in the words of its document or of its section is no place of its own; one in other words is.
    expect([...found.keys()].filter((url) => /#contents-\d/.test(url))).toEqual(["/2022-01/#contents-3"]);
    expect(found.get("/2022-01/#contents-3")).toBe("未收之文");
    const entry = { section: "县政府文件", page: 1, document: "2022-01/qzf-2022-3" };
    const shortened = texts({
      contents: [
        { ...entry, title: "关于春耕 工作的通知", documentNumber: "青政发(2022)3号" },
        { ...entry, title: "春耕通知", documentNumber: "青政发〔2022〕3号" },
      ],
    });
    expect(shortened.get("/2022-01/#contents-1")).toBe("青政发(2022)3号");
    expect(shortened.get("/2022-01/#contents-2")).toBe("春耕通知");
    const untitled = { signatory: { title: null, name: "李静" }, date: null, disclosure: null };
    const bare = texts({ board: [], date: null }, notice("2022-01/qzf-2022-3", untitled));
    expect(bare.has("/2022-01/#board-title")).toBe(false);
    expect(bare.get("/2022-01/qzf-2022-3/")?.endsWith("\n李静")).toBe(true);
  });

  it("have each address once", () => {
    expect(new Set(records.map(({ url }) => url)).size).toBe(records.length);
  });

  it("do without titles and without tables that are not there", () => {
    const bare = fullNotice();
    bare.documentNumber = null;
    const own = issue("2022-01", {
      documents: [{ type: "notice", id: bare.id, title: bare.title }],
      front: [],
      about: [],
    });
    const untitled = {
      ...bare,
      enclosure: {
        title: null,
        children: [
          paragraph("e1", "李静来", {
            mentions: [
              { kind: "person", start: 0, end: 2, name: "李静" },
              { kind: "date", start: 2, end: 3, date: "2022-01-01" },
            ],
          }),
        ],
      },
    };
    const found = collectRecords(collectGazette([own, untitled]));
    expect(found.some(({ url }) => url.endsWith("#enclosure"))).toBe(false);
    expect(found.find(({ url }) => url.endsWith("#e1"))?.people).toEqual(["李静"]);
    expect(found.some(({ kind }) => kind === "表格" || kind === "任务")).toBe(false);
  });

  it("join a numbered sentence with its number", () => {
    const one = notice("2022-01/qzf-2022-3", {
      children: [
        section("s", "1.", [paragraph("p", "应当。")], { title: null }),
        section("t", "2.", [], { title: null }),
      ],
    });
    const found = collectRecords(collectGazette([issue(), one])).map(({ url, text }) => [url, text]);
    expect(found).toContainEqual(["/2022-01/qzf-2022-3/#s", "1.应当。"]);
    expect(found).toContainEqual(["/2022-01/qzf-2022-3/#t", "2."]);
  });
});
