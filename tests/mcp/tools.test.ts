/** The tools answer what is printed, with a citation, an address and the lines of the source; and say what to do. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { beforeAll, describe, expect, it } from "vitest";
import { schemas, type TaskTableDocument } from "../../src/document/schema.ts";
import { contentDocuments } from "../export/context.ts";
import {
  appointment,
  chronicle,
  issue,
  notice,
  paragraph,
  sampleDocuments,
  task,
  taskTable,
} from "../site/gazette.ts";
import { type Answer, call, connected } from "./ask.ts";

const documents = contentDocuments();
const source = readFileSync(join(import.meta.dirname, "../../seeds/2021-03.txt"), "utf8").split("\n");

let real: Client;
let sample: Client;
beforeAll(async () => {
  [real, sample] = await Promise.all([
    connected(documents),
    connected(sampleDocuments(), "https://gazette.example/g/"),
  ]);
});

const ask = (name: string, asked: Record<string, unknown> = {}): Promise<Answer> => call(real, name, asked);

type Cited = {
  citation: string;
  address: string;
  anchor: string;
  source: { file: string; startLine: number; endLine: number } | null;
};
type Hit = Cited & { id: string; kind: string; excerpt: string };
type Task = Cited & {
  id: string;
  role: string | null;
  title: string | null;
  deadline: { end: string | null } | null;
};
type Decision = Cited & { person: string | null; action: string; date: string | null; post: string | null };
type Listed = Cited & { id: string; type: string; documentNumber: string | null; tables: string[] };

/** Every page of a list, by the `next` of the one before. */
async function all<T>(name: string, key: string, asked: Record<string, unknown>): Promise<T[]> {
  const found: T[] = [];
  for (let offset: unknown = 0; offset !== null; ) {
    const { data } = await ask(name, { ...asked, offset, limit: 7 });
    found.push(...(data[key] as T[]));
    offset = data["next"];
  }
  return found;
}

/** The printed lines of an answer, blanks aside. */
function printed({ source: place }: Cited): string {
  expect(place?.file).toBe("2021-03.txt");
  return source
    .slice((place?.startLine ?? 1) - 1, place?.endLine)
    .join("")
    .replace(/\s/gu, "");
}

describe("search", () => {
  it("finds a phrase where it is printed, and says where that is", async () => {
    const hits = await all<Hit>("search", "hits", { query: "农药包装废弃物" });
    expect(hits.length).toBe((await ask("search", { query: "农药包装废弃物" })).data["total"]);
    expect(new Set(hits.map(({ address }) => address)).size).toBe(hits.length);
    for (const hit of hits) {
      expect(hit.excerpt.replace(/\s/gu, "")).toContain("农药包装废弃物");
      expect(hit.citation).toMatch(/^《平罗县人民政府公报》2021年第3期，/);
      expect(hit.address).toMatch(/^\/2021-03\//);
    }
    const texts = hits.filter(({ kind }) => kind === "正文" || kind === "任务");
    expect(texts.length).toBeGreaterThan(0);
    for (const hit of texts) expect(printed(hit)).toContain("农药包装废弃物");
  });

  it("cites the place as a lawyer does", async () => {
    const { data, text } = await ask("search", { query: "学校布局调整规划工作领导小组", kind: "正文" });
    const [hit] = data["hits"] as Hit[];
    expect(hit).toMatchObject({
      id: "2021-03/pzbf-2021-50",
      anchor: "e-4-1",
      citation: "《平罗县人民政府公报》2021年第3期，平政办发〔2021〕50号，四（一）",
      address: "/2021-03/pzbf-2021-50/#e-4-1",
      source: { file: "2021-03.txt", startLine: 1649, endLine: 1651 },
    });
    expect(source[1648]).toContain("（一）加强领导、分工合作。");
    expect(text).toContain("引文：《平罗县人民政府公报》2021年第3期，平政办发〔2021〕50号，四（一）");
    expect(text).toContain("原文：2021-03.txt 第 1649–1651 行");
  });

  it("names the way where nothing is the same letter for letter", async () => {
    const { data, text } = await ask("search", { query: "平政發〔2021〕56號", limit: 1 });
    expect(data).toMatchObject({ way: "spelling", hits: [{ documentNumber: "平政发〔2021〕56号" }] });
    expect(text).toContain("没有逐字相同的");
    expect((await ask("search", { query: "农药 -农药" })).data).toMatchObject({ total: 0, hits: [] });
    expect((await ask("search", { query: "县财攻局" })).text).toContain("是不是要找：县财政局");
  });

  it("keeps to an issue and an order, and says which issues there are", async () => {
    const within = await ask("search", { query: "农药", issue: "2021-03", order: "date" });
    expect(within.data["total"]).toBe((await ask("search", { query: "农药" })).data["total"]);
    const none = await ask("search", { query: "农药", issue: "2020-01" });
    expect(none).toMatchObject({ failed: true, text: "没有 2020-01 这一期。现有：2021-03。" });
  });

  it("cites what an issue says of itself", async () => {
    const { data } = await ask("search", { query: "宁平新出管字" });
    expect((data["hits"] as Hit[])[0]).toMatchObject({
      id: "2021-03",
      citation: "《平罗县人民政府公报》2021年第3期，版权页",
      address: "/2021-03/#imprint-title",
    });
  });
});

describe("get_document", () => {
  it("gives the whole in parts that join, no line cut", async () => {
    const parts: string[] = [];
    let total: unknown;
    for (let offset: unknown = 0; offset !== null; ) {
      const { data } = await ask("get_document", { id: "平政办发 〔2021〕52号", offset, limit: 500 });
      expect(data["id"]).toBe("2021-03/pzbf-2021-52");
      parts.push(String(data["markdown"]));
      ({ next: offset, total } = data);
    }
    expect(parts.length).toBeGreaterThan(4);
    const whole = await ask("get_document", { id: "gongbao://2021-03/pzbf-2021-52" });
    expect(parts.join("")).toBe(whole.data["markdown"]);
    expect(parts.join("")).toHaveLength(Number(total));
    for (const part of parts.slice(0, -1)) if (/\n.*\n/su.test(part)) expect(part.at(-1)).toBe("\n");
    expect(whole.text).toContain("引文：《平罗县人民政府公报》2021年第3期，平政办发〔2021〕52号");
    expect(whole.text).toContain("| 1 | 陶乐镇 | 3.20 | 8.81 | 0.88 | 2.11 |");
  });

  it("gives the published JSON of every kind", async () => {
    for (const document of documents) {
      if (document.type === "report") continue;
      const { data } = await ask("get_document", { id: document.id, format: "json" });
      expect(data["document"]).toEqual(document);
      expect(schemas[document.type].safeParse(data["document"]).success).toBe(true);
      expect(data["citation"]).toMatch(/^《平罗县人民政府公报》2021年第3期/);
    }
  });

  it("gives a table and the contents of an issue", async () => {
    const table = await ask("get_document", { id: "2021-03/pzbf-2021-52-table-1" });
    expect(table.data).toMatchObject({
      type: "table",
      address: "/2021-03/pzbf-2021-52/#pzbf-2021-52-table-1",
      citation:
        "《平罗县人民政府公报》2021年第3期，平政办发〔2021〕52号，2021年平罗县农药包装废弃物回收与处置任务分配表",
    });
    expect(table.data["markdown"]).toContain("陶乐镇");
    const contents = await ask("get_document", { id: "2021-03" });
    expect(contents.data["markdown"]).toContain("- 政府大事记，第71页，2021-03/chronicle\n");
    const made = await call(sample, "get_document", { id: "2022-01" });
    expect(made.data["markdown"]).toContain("- 未收之文\n");
  });

  it("says what to do where there is none, where there are two, where it has no Markdown", async () => {
    expect(await ask("get_document", { id: "2021-03/pzf-2021-99" })).toMatchObject({
      failed: true,
      text: expect.stringContaining("list_documents"),
    });
    const twins = await connected([
      issue(undefined, {
        documents: ["a", "b"].map((slug) => ({
          type: "notice" as const,
          id: `2022-01/${slug}`,
          title: slug,
        })),
      }),
      notice("2022-01/a"),
      notice("2022-01/b"),
      appointment({ documentNumber: null }),
    ]);
    expect(await call(twins, "get_document", { id: "青政发[2022]3号" })).toMatchObject({ failed: true });
    expect((await call(twins, "get_document", { id: "青政发〔2022〕3号" })).text).toBe(
      "青政发〔2022〕3号 不止一件：2022-01/a、2022-01/b。请用其中一个编号。",
    );
    expect(await ask("get_document", { id: "2021-03/pzf-2021-56-tasks-1" })).toMatchObject({
      failed: true,
      text: expect.stringContaining("list_tasks"),
    });
  });

  it("cuts a line that is longer than the limit", async () => {
    const long = "甲".repeat(1200);
    const client = await connected([
      issue(undefined, { documents: [{ type: "notice", id: "2022-01/a", title: "长" }] }),
      notice("2022-01/a", {
        children: [
          { type: "paragraph", anchor: "p1", position: notice().position, text: long, mentions: [] },
        ],
      }),
    ]);
    const whole = String((await call(client, "get_document", { id: "2022-01/a" })).data["markdown"]);
    const offset = whole.indexOf("甲");
    const { data } = await call(client, "get_document", { id: "2022-01/a", offset, limit: 500 });
    expect(data).toMatchObject({ markdown: "甲".repeat(500), next: offset + 500 });
  });
});

describe("list_tasks", () => {
  const tables = documents.filter((one): one is TaskTableDocument => one.type === "task-table");
  /** By the authority file, 财政局 is 县财政局. */
  const leads = (...names: string[]) =>
    tables.flatMap(({ tasks }) =>
      tasks.filter(({ responsible, groupLead }) =>
        [...responsible, ...groupLead].some(({ name }) => names.includes(name)),
      ),
    );

  it("lists what a body leads, as the tables have it", async () => {
    const tasks = await all<Task>("list_tasks", "tasks", { body: "财政局", role: "leads" });
    expect(tasks.map(({ id }) => id).sort()).toEqual(
      leads("县财政局", "财政局")
        .map(({ id }) => id)
        .sort(),
    );
    for (const one of tasks) {
      expect(one.role).toBe("leads");
      expect(printed(one)).toContain((one.title ?? "").replace(/\s/gu, ""));
    }
    // 政府采购, printed at line 1411 with 责任单位：县财政局 two lines on.
    expect(tasks.find(({ title }) => title === "加大政府采购支持力度")).toMatchObject({
      responsible: ["县财政局"],
      source: { startLine: 1411 },
      citation: expect.stringMatching(/^《平罗县人民政府公报》2021年第3期，平政办发〔2021〕46号，/),
    });
  });

  it("lists by deadline, and says how many have none", async () => {
    const { data, text } = await ask("list_tasks", {
      body: "县财政局",
      from: "2023-01-01",
      to: "2023-12-31",
    });
    expect(data).toMatchObject({ total: 1, undated: 21 });
    expect((data["tasks"] as Task[])[0]).toMatchObject({
      title: "深化统一公共支付系统应用",
      citation: "《平罗县人民政府公报》2021年第3期，平政发〔2021〕56号，重点任务清单第7行",
      address: "/2021-03/pzf-2021-56/#pzf-2021-56-table-1-r7",
      source: { startLine: 279 },
    });
    expect(text).toContain("另有 21 项没有截止日期，未列入。");
    expect(text).toContain("时限：2023 年");
    const until = await ask("list_tasks", { to: "2021-07-31" });
    for (const one of until.data["tasks"] as Task[])
      expect((one.deadline?.end ?? "9") <= "2021-07-31").toBe(true);
    expect(until.data["total"]).toBe(
      tables.flatMap(({ tasks }) => tasks).filter(({ deadline }) => (deadline?.end ?? "9") <= "2021-07-31")
        .length,
    );
  });

  it("lists what a body supports, and all tasks of a document or an issue", async () => {
    const supports = await all<Task>("list_tasks", "tasks", { body: "县财政局", role: "supports" });
    expect(supports.map(({ title }) => title).sort()).toEqual(["实行“定制审批”", "简化退税手续"].sort());
    const document = await ask("list_tasks", { document: "2021-03/pzbf-2021-52" });
    expect(document.data["total"]).toBe(14);
    expect((document.data["tasks"] as Task[])[0]).toMatchObject({ role: null });
    expect(document.text).toContain("补助资金 2.11万元");
    const whole = await ask("list_tasks", { issue: "2021-03" });
    expect(whole.data["total"]).toBe(tables.reduce((sum, { tasks }) => sum + tasks.length, 0));
    expect((await ask("list_tasks", { document: "2021-03/pzf-2021-60" })).text).toContain("2025年");
  });

  it("says what to do with names, issues, documents and roles that it cannot use", async () => {
    const texts = await Promise.all(
      [
        { body: "县财攻局" },
        { body: "某某公司" },
        { issue: "2020-01" },
        { document: "2021-03/pzf-2021-99" },
        { role: "leads" },
      ].map((asked) => ask("list_tasks", asked)),
    );
    expect(texts.every(({ failed }) => failed)).toBe(true);
    expect(texts.map(({ text }) => text)).toEqual([
      expect.stringContaining("县财政局"),
      expect.stringContaining("search"),
      expect.stringContaining("现有：2021-03"),
      expect.stringContaining("list_documents"),
      expect.stringContaining("body"),
    ]);
    expect((await ask("list_tasks", { offset: 9999 })).text).toContain("已超出末尾");
    for (const wrong of [{ from: "2021" }, { limit: 0 }, { nonsense: 1 }])
      expect(await ask("list_tasks", wrong)).toMatchObject({ failed: true });
  });

  it("cites the page of the task table where the task's own place is not printed", async () => {
    const { data, text } = await call(sample, "list_tasks", { body: "县水务局" });
    expect((data["tasks"] as Task[])[0]).toMatchObject({
      citation: "《青禾县人民政府公报》2022年第1期，青政发〔2022〕6号，第1项",
      address: "https://gazette.example/g/2022-01/qzf-2022-6-tasks-1/#task-1",
    });
    expect(text).toContain("地址：https://gazette.example/g/2022-01/");
    const bare = await connected([
      issue(),
      notice("2022-01/qzf-2022-6", { taskTables: ["2022-01/qzf-2022-6-tasks-1"] }),
      taskTable({
        title: null,
        tasks: [{ ...task(), number: null, title: null, text: null, responsibility: null, measures: [] }],
      }),
    ]);
    expect(((await call(bare, "list_tasks", {})).data["tasks"] as Task[])[0]?.citation).toMatch(/，任务$/);
  });

  it("refuses to cite what no issue lists", async () => {
    const stray = await connected([issue(undefined, { documents: [] }), notice(), taskTable()]);
    expect(await call(stray, "list_tasks", {})).toMatchObject({
      failed: true,
      text: expect.stringContaining("重新生成"),
    });
  });
});

describe("list_appointments", () => {
  it("lists who came and who went, as printed", async () => {
    const { data, text } = await ask("list_appointments", { body: "县公安局" });
    expect(data["decisions"]).toMatchObject([
      { person: "杨瑞雍", action: "appoint", concurrent: true, post: "督察长", date: "2021-08-29" },
      { person: "陈东升", action: "remove", post: "督察长", source: { startLine: 1873, endLine: 1873 } },
    ]);
    expect(text).toContain("引文：《平罗县人民政府公报》2021年第3期，平政干发〔2021〕13号，决定第2项");
    expect(text).toContain("第 1873 行");
    for (const one of data["decisions"] as Decision[]) expect(printed(one)).toContain(one.person);
  });

  it("lists by person, action, date and issue", async () => {
    const persons = async (asked: Record<string, unknown>) =>
      ((await ask("list_appointments", asked)).data["decisions"] as Decision[]).map(({ person }) => person);
    expect(await persons({})).toEqual(["田婷婷", "李建江", "陆波", "杨瑞雍", "陈东升"]);
    expect(await persons({ person: "田婷婷" })).toEqual(["田婷婷"]);
    expect(await persons({ action: "appoint" })).toEqual(["李建江", "杨瑞雍"]);
    expect(await persons({ from: "2021-08-08", issue: "2021-03" })).toEqual(["杨瑞雍", "陈东升"]);
    expect(await persons({ to: "2021-08-07", action: "remove" })).toEqual(["田婷婷", "陆波"]);
    expect(await persons({ person: "寇学文" })).toEqual([]);
  });

  it("keeps decisions whose person or body is not certain, and says what to do", async () => {
    const { data } = await call(sample, "list_appointments", {});
    expect(data["decisions"]).toMatchObject([{ person: "王芳" }, { person: null, organization: null }]);
    expect((await call(sample, "list_appointments", { body: "县水务局" })).data["total"]).toBe(1);
    const undated = await connected([
      issue(undefined, { documents: [{ type: "appointment", id: "2022-01/qzgf-2022-1", title: "任职" }] }),
      appointment({ date: null, documentNumber: null }),
    ]);
    expect((await call(undated, "list_appointments", {})).data["decisions"]).toMatchObject([
      { date: null, documentNumber: null },
      {},
    ]);
    expect((await call(undated, "list_appointments", { from: "2022-01-01" })).data["total"]).toBe(0);
    for (const wrong of [{ person: "田亭亭" }, { body: "某局" }, { issue: "1999-01" }])
      expect(await ask("list_appointments", wrong)).toMatchObject({ failed: true });
    expect((await ask("list_appointments", { person: "田婷" })).text).toContain("田婷婷");
  });
});

describe("list_documents", () => {
  it("lists all in printed order, and by type, title, number, date and issue", async () => {
    const ids = async (asked: Record<string, unknown>) =>
      ((await ask("list_documents", asked)).data["documents"] as Listed[]).map(({ id }) => id);
    const issueDocument = documents.find((one) => one.type === "issue");
    expect(await ids({})).toEqual(
      issueDocument?.type === "issue" ? issueDocument.documents.map(({ id }) => id) : [],
    );
    expect(await ids({ type: "chronicle", issue: "2021-03" })).toEqual(["2021-03/chronicle"]);
    expect(await ids({ title: "（2021—2023年）" })).toEqual(["2021-03/pzf-2021-56"]);
    expect(await ids({ title: "平政干发〔2021〕12号" })).toEqual(["2021-03/pzgf-2021-12"]);
    expect(await ids({ from: "2021-09-17", to: "2021-09-17" })).toEqual([
      "2021-03/pzf-2021-60",
      "2021-03/pzbf-2021-50",
    ]);
    expect((await ask("list_documents", { title: "农药" })).data["documents"]).toMatchObject([
      { tables: ["2021-03/pzbf-2021-52-table-1"], taskTables: ["2021-03/pzbf-2021-52-tasks-1"] },
    ]);
    expect(await ask("list_documents", { issue: "1999-01" })).toMatchObject({ failed: true });
  });
});

describe("resources", () => {
  it("are all documents, as Markdown", async () => {
    const { resources } = await real.listResources();
    const listed = await all<Listed>("list_documents", "documents", {});
    expect(resources.map(({ uri }) => uri)).toEqual(listed.map(({ id }) => `gongbao://${id}`));
    expect(resources.map(({ description }) => description)).toEqual(listed.map(({ citation }) => citation));
    const { contents } = await real.readResource({ uri: "gongbao://2021-03/pzbf-2021-52" });
    const { data } = await ask("get_document", { id: "2021-03/pzbf-2021-52" });
    expect(contents).toEqual([
      { uri: "gongbao://2021-03/pzbf-2021-52", mimeType: "text/markdown", text: data["markdown"] },
    ]);
    await expect(real.readResource({ uri: "gongbao://2021-03/none" })).rejects.toThrow("list_documents");
    const ref = { type: "ref/resource" as const, uri: "gongbao://{issue}/{slug}" };
    const { completion } = await sample.complete({ ref, argument: { name: "slug", value: "qzf" } });
    expect(completion.values).toEqual(["qzf-2022-3", "qzf-2022-6"]);
  });
});

describe("what is not printed", () => {
  it("has no lines and no name", async () => {
    const client = await connected([
      issue(undefined, {
        documents: [
          { type: "notice", id: "2022-01/a", title: "无题" },
          { type: "chronicle", id: "2022-01/chronicle", title: "大事记" },
        ],
      }),
      notice("2022-01/a", { enclosure: { title: null, children: [paragraph("e-p1", "各单位抓好落实。")] } }),
      chronicle({ entries: [] }),
    ]);
    const { data, text } = await call(client, "list_documents", { type: "chronicle" });
    expect(data["documents"]).toMatchObject([{ source: null }]);
    expect(text).not.toContain("原文：");
    const found = await call(client, "search", { query: "抓好落实" });
    expect(found.data["hits"]).toMatchObject([
      { anchor: "e-p1", citation: expect.stringMatching(/，第1段$/) },
    ]);
  });
});
