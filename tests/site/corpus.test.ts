/** The gazette as a whole: order, bodies, people, citations, numbers, addresses. */
import { describe, expect, it } from "vitest";
import {
  decisionAnchor,
  entryPath,
  organizationPath,
  pagePath,
  personPath,
  rowAnchor,
  tablePath,
} from "../../src/corpus/addresses.ts";
import { citationsOf, citedBy, distinctCitations } from "../../src/corpus/citations.ts";
import { collectGazette, compareText, documentsOf } from "../../src/corpus/gazette.ts";
import { collectNumbers } from "../../src/corpus/numbers.ts";
import { collectOrganizations, isCollective, rankedOrganizations } from "../../src/corpus/organizations.ts";
import { collectPeople, rankedPeople } from "../../src/corpus/people.ts";
import { assignSlugs, pinyinSlug } from "../../src/corpus/slugs.ts";
import { blockText, partsOf, placeName, walkDocument } from "../../src/corpus/walk.ts";
import {
  appointment,
  chronicle,
  citation,
  fullNotice,
  issue,
  notice,
  paragraph,
  sampleDocuments,
  section,
  table,
  task,
  taskTable,
} from "./gazette.ts";

const gazette = collectGazette(sampleDocuments());

describe("a gazette", () => {
  it("has its issues newest first and their documents as printed", () => {
    expect(gazette.issues.map(({ id }) => id)).toEqual(["2022-01", "2021-04"]);
    expect([...gazette.leading.keys()]).toEqual([
      "2022-01/qzf-2022-3",
      "2022-01/qzf-2022-6",
      "2022-01/qzgf-2022-1",
      "2022-01/chronicle",
    ]);
    expect(documentsOf(gazette, issue()).map(({ type }) => type)).toEqual([
      "notice",
      "notice",
      "appointment",
      "chronicle",
    ]);
    expect(documentsOf(gazette, issue("2021-04"))).toEqual([]);
  });

  it("keeps documents that no issue lists, last", () => {
    const stray = collectGazette([notice("2022-02/b"), notice("2022-02/a"), notice(), issue()]);
    expect(stray.notices.map(({ id }) => id)).toEqual(["2022-01/qzf-2022-3", "2022-02/a", "2022-02/b"]);
  });

  it("compares as code units", () => {
    expect([compareText("a", "b"), compareText("b", "a"), compareText("a", "a")]).toEqual([-1, 1, 0]);
  });
});

describe("addresses", () => {
  it("are made from ids", () => {
    expect(pagePath("2022-01/qzf-2022-3")).toBe("/2022-01/qzf-2022-3/");
    expect(tablePath(table())).toBe("/2022-01/qzf-2022-6/#qzf-2022-6-table-1");
    expect(rowAnchor("2022-01/qzf-2022-6-table-1", 3)).toBe("qzf-2022-6-table-1-r3");
    expect(decisionAnchor(1)).toBe("decision-1");
    expect(entryPath("2022-01/chronicle/2022-01-05-1")).toBe("/2022-01/chronicle/#2022-01-05-1");
    expect(organizationPath("x")).toBe("/organizations/x/");
    expect(personPath("x")).toBe("/people/x/");
  });

  it("spell names in pinyin and tell equals apart in their order", () => {
    expect(pinyinSlug("县财政局", "organization")).toBe("xian-cai-zheng-ju");
    expect(pinyinSlug("单雄信", "person")).toBe("shan-xiong-xin");
    expect(pinyinSlug("〔〕", "person")).toBe("x");
    expect([...assignSlugs(["李静", "李晶", "李静", "李菁"], "person")]).toEqual([
      ["李静", "li-jing"],
      ["李晶", "li-jing-2"],
      ["李菁", "li-jing-3"],
    ]);
  });
});

describe("places", () => {
  it("are named as a lawyer names them", () => {
    const names = [...walkDocument(fullNotice())].map(
      ({ part, sections, block }) =>
        `${placeName(part, block.type === "section" ? [...sections, block] : sections)}:${blockText(block)}`,
    );
    expect(names).toEqual([
      ":现将《水利规划》印发给你们。",
      "一:一、总体要求",
      "一（一）:（一）加强领导。",
      "一（一）:各单位要落实责任。",
      "一1:1.",
      "一1:应当按期完成80%。",
      ":-一项\n又一项",
      "附件1:",
      "附件2:组长\n李静 县长\n县财政局局长\n王芳",
      "附件2:姓名：",
    ]);
    expect(placeName({ kind: "attachment", anchor: "a", label: null, title: null, children: [] }, [])).toBe(
      "附件",
    );
  });

  it("come from parts in printed order", () => {
    expect(partsOf(chronicle())).toEqual([]);
    expect(partsOf(notice()).map(({ kind }) => kind)).toEqual(["letter"]);
    expect(partsOf(appointment()).map(({ kind }) => kind)).toEqual(["letter"]);
    expect(partsOf(fullNotice()).map(({ anchor }) => anchor)).toEqual([
      null,
      "enclosure",
      "attachment-1",
      "attachment-2",
    ]);
  });
});

describe("citations", () => {
  it("are seen from the cited document, not from itself", () => {
    const graph = citedBy(
      collectGazette([...sampleDocuments().filter(({ type }) => type !== "notice"), notice(), fullNotice()]),
    );
    expect(graph.get("2022-01/qzf-2022-6")?.map(({ from }) => from.id)).toEqual([
      "2022-01/qzf-2022-3",
      "2022-01/qzf-2022-3",
    ]);
    const own = notice("2022-01/qzf-2022-3", { citations: [citation("《此》", "2022-01/qzf-2022-3")] });
    expect(citedBy(collectGazette([own])).size).toBe(0);
  });

  it("stand in letters and in the basis of appointments", () => {
    expect(citationsOf(appointment())).toHaveLength(1);
    expect(citationsOf(appointment({ basis: null }))).toEqual([]);
    expect(citationsOf(chronicle())).toEqual([]);
  });

  it("are listed once each", () => {
    const number = { text: "国发〔2020〕1号", agency: "国发", year: 2020, serial: 1 };
    const list = [
      citation("《甲》"),
      citation("《甲》"),
      citation("一", null, { documentNumber: number }),
      citation("二", null, { documentNumber: number }),
      citation("乙", null, { title: null }),
    ];
    expect(distinctCitations(list).map(({ text }) => text)).toEqual(["《甲》", "一", "乙"]);
  });
});

describe("numbers", () => {
  it("stand by series and year with the gaps between those printed here", () => {
    const series = collectNumbers(gazette);
    expect(series.map(({ agency, printsHere }) => [agency, printsHere])).toEqual([
      ["青政发", true],
      ["青政干发", true],
      ["国发", false],
      ["青党干字", false],
    ]);
    const [first] = series;
    expect(first?.years[0]?.gaps).toEqual([4, 5]);
    expect(first?.years[0]?.uses.map(({ serial, citing }) => [serial, citing.length])).toEqual([
      [3, 1],
      [6, 0],
    ]);
  });

  it("leave out numbers without a series, and sort years newest first", () => {
    const number = (year: number | null, serial: number | null) => ({
      text: "号",
      agency: "青",
      year,
      serial,
    });
    const cite = (year: number | null, serial: number | null) =>
      citation("x", null, { documentNumber: number(year, serial) });
    const one = notice("2022-01/a", {
      documentNumber: { text: "第5号", agency: null, year: null, serial: 5 },
      citations: [cite(2020, 1), cite(2020, 1), cite(2022, 2), cite(null, 1), cite(2020, null)],
    });
    const [series] = collectNumbers(collectGazette([one]));
    expect(series?.years.map(({ year }) => year)).toEqual([2022, 2020]);
    expect(series?.years[1]?.uses[0]?.citing).toHaveLength(1);
  });
});

describe("bodies", () => {
  const bodies = collectOrganizations(gazette);

  it("gather tasks by role, decisions, issues, contacts and namings", () => {
    const water = bodies.get("县水务局");
    expect(water).toMatchObject({ slug: "xian-shui-wu-ju", collective: false });
    expect(water?.tasks.map(({ role }) => role)).toEqual(["leads"]);
    expect(water?.decisions.map(({ number }) => number)).toEqual([1]);
    expect(water?.contacts).toHaveLength(1);
    expect(water?.entries.map(({ path }) => path)).toEqual(["/2022-01/chronicle/#2022-01-05-1"]);
    expect(bodies.get("县财政局")?.tasks.map(({ role }) => role)).toEqual(["supports", "leads"]);
    expect(bodies.get("青禾县水务局")?.issued).toHaveLength(1);
    expect(bodies.has("县农业农村局")).toBe(false);
  });

  it("join aliases under one name", () => {
    const joined = collectOrganizations(gazette, (name) => name.replace(/^青禾县/, "县"));
    expect(joined.get("县水务局")).toMatchObject({ issued: [{ id: "2022-01/qzf-2022-6" }] });
  });

  it("are named in paragraphs once they are known", () => {
    const known = notice("2022-01/qzf-2022-6", {
      issuer: null,
      contacts: [
        { name: null, organization: "县农业农村局", phone: null, email: null },
        { name: "某", organization: null, phone: null, email: null },
      ],
    });
    const found = collectOrganizations(collectGazette([notice(), known]));
    expect(found.get("县农业农村局")?.namings).toMatchObject([
      { path: "/2022-01/qzf-2022-3/#p1" },
      { path: "/2022-01/qzf-2022-6/#p1" },
    ]);
  });

  it("are told from collectives", () => {
    for (const name of ["各乡镇", "县直有关部门", "县爱卫会成员单位", "县直各部门"])
      expect(isCollective(name)).toBe(true);
    for (const name of ["县财政局", "城关镇"]) expect(isCollective(name)).toBe(false);
  });

  it("are ranked by what they do, collectives last", () => {
    const names = rankedOrganizations(bodies.values()).map(({ name }) => name);
    expect(names.at(0)).toBe("县财政局");
    expect(names.at(-1)).toBe("各乡镇");
    const equal = collectOrganizations(
      collectGazette([
        taskTable({
          tasks: [
            task({
              responsible: [
                { text: "乙局", name: "乙局" },
                { text: "甲局", name: "甲局" },
              ],
              supporting: [],
            }),
          ],
        }),
      ]),
    );
    expect(rankedOrganizations(equal.values()).map(({ name }) => name)).toEqual(["甲局", "乙局"]);
  });
});

describe("addresses of names that sound alike", () => {
  const older = [
    issue("2022-01", { board: [] }),
    appointment({
      id: "2022-01/qgf-2022-1",
      issue: "2022-01",
      decisions: appointment().decisions.map((one) => ({ ...one, person: "李晶", organization: "县水务局" })),
    }),
  ];
  const newer = [
    issue("2022-02", { board: [{ role: "主任", members: ["李静"] }] }),
    notice("2022-02/qzf-2022-9", { issue: "2022-02", issuer: "县税务局" }),
  ];

  it("do not change where a later issue prints another in a place that is read before", () => {
    for (const documents of [older, [...older, ...newer]]) {
      const both = collectGazette(documents);
      expect(collectOrganizations(both).get("县水务局")?.slug).toBe("xian-shui-wu-ju");
      expect(collectPeople(both).get("李晶")?.slug).toBe("li-jing");
    }
    const all = collectGazette([...older, ...newer]);
    expect(collectOrganizations(all).get("县税务局")?.slug).toBe("xian-shui-wu-ju-2");
    expect(collectPeople(all).get("李静")?.slug).toBe("li-jing-2");
  });
});

describe("people", () => {
  const people = collectPeople(gazette);

  it("have what the gazette prints of them", () => {
    expect(people.get("李静")).toMatchObject({
      slug: "li-jing",
      offices: [{ title: "县长" }],
      rosters: [{ role: "组长", place: "附件2" }],
      signed: [{ title: "县长" }],
      board: [{ role: "主任" }],
    });
    expect(people.get("李静")?.entries).toHaveLength(2);
    expect(people.get("李晶")).toMatchObject({ slug: "li-jing-2", offices: [] });
    expect(people.get("王芳")?.decisions.map(({ number }) => number)).toEqual([1]);
  });

  it("are ranked by how often they are printed", () => {
    expect(rankedPeople(people.values()).map(({ name }) => name)).toEqual(["李静", "王芳", "李晶"]);
    const pair = collectPeople(
      collectGazette([issue("2022-01", { board: [{ role: "委员", members: ["赵乙", "陈甲"] }] })]),
    );
    expect(rankedPeople(pair.values()).map(({ name }) => name)).toEqual(["陈甲", "赵乙"]);
  });
});

describe("the words of a block", () => {
  it("leave out the mark after a head that has no title", () => {
    expect(blockText(section("s", "1.", [], { title: null, delimiter: "。" }))).toBe("1.");
    expect(blockText(section("s", "一、", [paragraph("p", "x")], { delimiter: "。" }))).toBe(
      "一、总体要求。",
    );
  });
});
