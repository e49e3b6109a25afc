/** JSON-LD and DCAT: every name leads to a page, every decision and date is there, every file is described as it is. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { organizationPath, pagePath, personPath } from "../../src/corpus/addresses.ts";
import type { AnyDocument } from "../../src/document/schema.ts";
import type { ExportContext, Format, MadeFile } from "../../src/export/format.ts";
import { exportAll } from "../../src/export/index.ts";
import { catalogueFiles, wholeFiles } from "../../src/export/linked/catalogue.ts";
import { landingPath } from "../../src/export/linked/datasets.ts";
import { documentNode, legislation, namedBodies } from "../../src/export/linked/documents.ts";
import { datasetNode } from "../../src/export/linked/gazette.ts";
import { linked } from "../../src/export/linked/index.ts";
import { bodyStub, personStub } from "../../src/export/linked/names.ts";
import { flatten, type Node, type Value } from "../../src/export/linked/node.ts";
import { turtle } from "../../src/export/linked/turtle.ts";
import {
  appointment,
  citation,
  fullNotice,
  issue,
  notice,
  sampleDocuments,
  task,
  taskTable,
} from "../site/gazette.ts";
import { contentDocuments, contextOf } from "./context.ts";

const real = contextOf(contentDocuments());
const sample = contextOf(sampleDocuments());

/** With what each document names. */
const told = (context: ExportContext) => ({ ...context, named: namedBodies(context.organizations) });

async function filesOf(context: ExportContext): Promise<Map<string, Node[]>> {
  const files = await linked.files(context);
  return new Map(
    files.map(({ path, body }) => {
      const { "@context": terms, "@graph": graph } = JSON.parse(String(body)) as Record<string, Node[]>;
      // Nothing is fetched: the context is said, not named.
      expect(terms, path).toMatchObject({ "@vocab": "http://schema.org/" });
      return [path, graph as Node[]];
    }),
  );
}

/** Every object in a graph, nested ones too. */
function* objects(value: Value): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* objects(one);
  else if (typeof value === "object") {
    yield value;
    yield* objects(Object.values(value));
  }
}

function pagesOf({ gazette, organizations, people }: ExportContext): Set<string> {
  return new Set([
    "/",
    "/data/",
    ...gazette.issues.map(({ id }) => pagePath(id)),
    ...[...gazette.leading.keys()].map(pagePath),
    ...[...organizations.values()].map(({ slug }) => organizationPath(slug)),
    ...[...people.values()].map(({ slug }) => personPath(slug)),
  ]);
}

const byId = (graph: Node[] | undefined, id: string): Node => {
  const found = graph?.find((one) => one["@id"] === id);
  if (found === undefined) throw new Error(`nothing is called ${id}`);
  return found;
};

describe.each([
  ["the printed gazette", real],
  ["a made-up gazette of two issues", sample],
])("JSON-LD of %s", (_, context) => {
  it("names each thing once, by a page that is there", async () => {
    const pages = pagesOf(context);
    for (const [path, graph] of await filesOf(context)) {
      const named = graph.map((one) => one["@id"]);
      expect(new Set(named).size, path).toBe(named.length);
      for (const one of objects(graph)) {
        const id = one["@id"];
        if (id === undefined) continue;
        expect(pages, `${path}: ${id}`).toContain(String(id).replace(/#.*$/u, ""));
        expect(named.includes(id) || Object.keys(one).length === 1).toBe(true);
      }
    }
  });

  it("has a file for each issue and document, and says all of them in one", async () => {
    const { gazette } = context;
    const files = await filesOf(context);
    const listed = gazette.issues.flatMap(({ documents }) => documents.map(({ id }) => id));
    expect([...files.keys()].sort()).toEqual(
      [
        "data/gazette.jsonld",
        ...gazette.issues.map(({ id }) => `data/${id}/issue.jsonld`),
        ...listed.map((id) => `data/${id}.jsonld`),
      ].sort(),
    );
    const whole = files.get("data/gazette.jsonld");
    for (const graph of files.values())
      for (const one of graph) expect(byId(whole, String(one["@id"]))).toMatchObject({ "@id": one["@id"] });
    // What is named in the whole is described there.
    const named = new Set(whole?.map((one) => one["@id"]));
    for (const one of objects(whole ?? [])) if (one["@id"] !== undefined) expect(named).toContain(one["@id"]);
  });

  it("holds every decision as a role, on its day", async () => {
    const whole = (await filesOf(context)).get("data/gazette.jsonld") ?? [];
    const roles = whole.filter((one) => one["@type"] === "OrganizationRole");
    const decisions = context.gazette.appointments.flatMap((document) =>
      document.decisions.map((decision, at) => ({ document, decision, at })),
    );
    expect(decisions.length).toBeGreaterThan(0);
    expect(roles.map((one) => one["@id"])).toEqual(
      decisions.map(({ document, at }) => `/${document.id}/#decision-${at + 1}`),
    );
    for (const [at, { document, decision }] of decisions.entries()) {
      const day = decision.action === "appoint" ? "startDate" : "endDate";
      expect(roles[at]).toMatchObject({ description: decision.text, [day]: document.date });
    }
  });

  it("says on the page nothing else than in the file", () => {
    const { gazette } = context;
    for (const document of [...gazette.notices, ...gazette.appointments]) {
      const own = gazette.issues.find(({ id }) => id === document.issue);
      if (own === undefined) continue;
      const file = flatten([documentNode(told(context), own, document)]);
      for (const one of flatten([legislation(context, own, document)]))
        expect(byId(file, String(one["@id"]))).toMatchObject(one);
    }
  });
});

describe("JSON-LD", () => {
  it("tells who left which office when, as printed", async () => {
    const graph = (await filesOf(real)).get("data/2021-03/pzgf-2021-11.jsonld");
    expect(byId(graph, "/people/tian-ting-ting/")).toEqual({
      "@id": "/people/tian-ting-ting/",
      "@type": "Person",
      name: "田婷婷",
      memberOf: { "@id": "/2021-03/pzgf-2021-11/#decision-1" },
    });
    const role = byId(graph, "/2021-03/pzgf-2021-11/#decision-1");
    expect(role).toMatchObject({ roleName: "副局长", endDate: "2021-08-07" });
    expect(role).not.toHaveProperty("startDate");
    const body = byId(graph, String((role["memberOf"] as Node)["@id"]));
    expect(body).toMatchObject({
      "@type": "GovernmentOrganization",
      name: "宁夏平罗工业园区管委会审批服务管理局",
    });
  });

  it("gives two documents cited in one breath a number each", async () => {
    const document = byId(
      (await filesOf(real)).get("data/2021-03/pzgf-2021-12.jsonld"),
      "/2021-03/pzgf-2021-12/",
    );
    expect((document["citation"] as Node[]).map((one) => one["legislationIdentifier"])).toEqual([
      "平党干字〔2021〕57号",
      "平党干字〔2021〕60号",
    ]);
  });

  it("says when a document takes effect, ends, and what it repeals and cites", async () => {
    const graph = (await filesOf(sample)).get("data/2022-01/qzf-2022-6.jsonld");
    expect(byId(graph, "/2022-01/qzf-2022-6/")).toMatchObject({
      legislationDateOfApplicability: "2022-04-01",
      expires: "2027-03-31",
      legislationRepeals: [{ "@type": "CreativeWork", name: "旧规划" }],
      citation: [
        { "@id": "/2022-01/qzf-2022-3/" },
        { "@type": "CreativeWork", name: "水法" },
        { "@type": "Legislation", legislationIdentifier: "国发〔2020〕15号" },
      ],
      legislationPassedBy: [{}, {}],
    });
  });

  it("keeps a number that is not whole as printed, and a citation that has neither title nor number", () => {
    const document = notice(undefined, {
      citations: [
        citation("第5号", null, {
          title: null,
          documentNumber: { text: "第5号", agency: null, year: null, serial: 5 },
        }),
        citation("前述文件", null, { title: null }),
      ],
      documentNumber: null,
      issuer: null,
      date: null,
    });
    const said = documentNode(told(sample), issue(), document);
    expect(said["citation"]).toEqual([
      { "@type": "Legislation", name: "第5号", legislationIdentifier: "第5号" },
      { "@type": "CreativeWork", name: "前述文件" },
    ]);
    for (const unknown of ["legislationIdentifier", "legislationDate", "legislationPassedBy"])
      expect(said).not.toHaveProperty(unknown);
  });

  it("keeps a decision whose person, body or post is not certain", async () => {
    const graph = (await filesOf(sample)).get("data/2022-01/qzgf-2022-1.jsonld");
    expect(byId(graph, "/2022-01/qzgf-2022-1/")["about"]).toEqual([
      { "@id": "/people/wang-fang/" },
      { "@id": "/2022-01/qzgf-2022-1/#decision-2" },
    ]);
    const role = byId(graph, "/2022-01/qzgf-2022-1/#decision-2");
    expect(role).toMatchObject({ roleName: "县水务局局长", description: "免去县水务局副局长职务" });
    expect(role).not.toHaveProperty("memberOf");
  });

  it("joins what several documents say of a person", () => {
    const twice = contextOf([
      issue(undefined, {
        documents: [
          { type: "appointment", id: "2022-01/qzgf-2022-1", title: "任职" },
          { type: "appointment", id: "2022-01/qzgf-2022-2", title: "又任职" },
        ],
      }),
      appointment(),
      appointment({ id: "2022-01/qzgf-2022-2" }),
    ]);
    const [whole] = linked.files(twice) as { body: string | Uint8Array }[];
    const { "@graph": graph } = JSON.parse(String(whole?.body)) as { "@graph": Node[] };
    expect(byId(graph, "/people/wang-fang/")["memberOf"]).toEqual([
      { "@id": "/2022-01/qzgf-2022-1/#decision-1" },
      { "@id": "/2022-01/qzgf-2022-2/#decision-1" },
    ]);
  });

  it("calls government only what governs, and names nothing that has no page", () => {
    const parties = ["县电信公司", "各乡镇", "县水务局"].map((name) => ({ text: name, name }));
    const context = contextOf([
      issue(),
      fullNotice(),
      taskTable({ tasks: [task({ responsible: parties, supporting: [] })] }),
    ]);
    const types = parties.map(({ name }) => bodyStub(context, name)["@type"]);
    expect(types).toEqual(["Organization", "Organization", "GovernmentOrganization"]);
    expect(bodyStub(context, "某局")).toEqual({ "@type": "GovernmentOrganization", name: "某局" });
    expect(personStub(context, "某人")).toEqual({ "@type": "Person", name: "某人" });
  });

  it("dates the chronicle's entries, over several days too, and leaves the undated undated", async () => {
    const graph = (await filesOf(sample)).get("data/2022-01/chronicle.jsonld");
    expect(byId(graph, "/2022-01/chronicle/#2022-01-05-1")).toMatchObject({
      temporalCoverage: "2022-01-05/2022-01-06",
      mentions: [{ "@id": "/people/li-jing/" }],
    });
    expect(byId(graph, "/2022-01/chronicle/#undated-1")).not.toHaveProperty("temporalCoverage");
  });

  it("has whole identifiers where the site has an address, and one that no move changes", () => {
    const there = { ...real, address: (path: string) => `https://gazette.example/g${path}` };
    const [document] = real.gazette.notices;
    const [own] = real.gazette.issues;
    if (document === undefined || own === undefined) throw new Error("no notice");
    const said = legislation(there, own, document);
    expect(said["@id"]).toBe("https://gazette.example/g/2021-03/pzf-2021-56/");
    expect(said["identifier"]).toEqual(["2021-03/pzf-2021-56", expect.stringMatching(/^urn:uuid:/)]);
    expect(said["identifier"]).toEqual(legislation(real, own, document)["identifier"]);
  });

  it("describes the data, with a licence by its address where it has one", () => {
    expect(datasetNode(real)).toMatchObject({
      license: { text: "引用时请注明出处。" },
      temporalCoverage: "2021-11-25/2021-11-25",
    });
    const licence = { text: "CC0", url: "https://creativecommons.org/publicdomain/zero/1.0/" };
    const free = contextOf([issue(undefined, { date: null })], {
      publication: { ...real.publication, licence },
    });
    const said = datasetNode(free, [
      { file: { path: "data/a.csv", bytes: 0, sha256: "" }, mediaType: "text/csv" },
    ]);
    expect(said).toMatchObject({
      license: licence.url,
      distribution: [{ contentUrl: "/data/a.csv", encodingFormat: "text/csv" }],
    });
    expect(said).not.toHaveProperty("temporalCoverage");
  });

  it("gives the same bytes for the same gazette", async () => {
    const again = contextOf(contentDocuments().toReversed());
    expect(await linked.files(again)).toEqual(await linked.files(real));
  });
});

/** A format of made-up files. */
function madeUp(paths: string[], more: Partial<Format> = {}): { format: Format; files: MadeFile[] } {
  const files = paths.map((path) => ({ path, bytes: 1, sha256: "00" }));
  const format: Format = { ...linked, mediaType: "text/csv; charset=utf-8", specification: null, ...more };
  return { format, files };
}

function catalogueOf(context: ExportContext, made: Parameters<typeof catalogueFiles>[1]): Node[] {
  const [file] = catalogueFiles(context, made);
  return (JSON.parse(String(file?.body)) as { "@graph": Node[] })["@graph"];
}

describe("DCAT", () => {
  it("describes every file of every other format: address, size, hash", async () => {
    const made = await exportAll(real);
    const graph = (JSON.parse(String(made.at(-1)?.files[0]?.body)) as { "@graph": Node[] })["@graph"];
    const files = made.slice(0, -1).flatMap(({ files: own }) => own);
    const described = graph.filter((one) => one["@type"] === "dcat:Distribution");
    expect(described).toHaveLength(files.length);
    for (const { path, body } of files) {
      const sha256 = createHash("sha256").update(body).digest("hex");
      expect(byId(described, `/data/#${path}`)).toMatchObject({
        "dcat:downloadURL": { "@id": `/${path}` },
        "dcat:byteSize": { "@value": String(Buffer.byteLength(body)) },
        "spdx:checksum": { "spdx:checksumValue": { "@value": sha256 } },
      });
    }
    // Every file belongs to one data set, and every data set to the catalogue.
    const sets = graph.filter((one) => one["@type"] === "dcat:Dataset");
    const belonging = sets.flatMap((one) => one["dcat:distribution"] as Node[]);
    expect(belonging.map((one) => one["@id"]).sort()).toEqual(described.map((one) => one["@id"]).sort());
    expect(byId(graph, "/data/")["dcat:dataset"]).toEqual(
      ["/data/#issues", ...sets.map((one) => one["@id"])].map((id) => ({ "@id": id })),
    );
  });

  it("tells what a file is of by its path: a document, a table, an issue, the whole", () => {
    const graph = catalogueOf(sample, [
      madeUp(
        [
          "data/2022-01/notices/qzf-2022-3.json",
          "2022-01/qzf-2022-3.md",
          "data/2022-01/tables/qzf-2022-6-table-1.csv",
          "data/2022-01/task-tables/qzf-2022-6-tasks-1.json",
          "data/2022-01.epub",
          "data/2022-01/report.json",
          "data/tasks.csv",
        ],
        { specification: "https://www.rfc-editor.org/rfc/rfc4180" },
      ),
    ]);
    const files = (id: string) =>
      (byId(graph, id)["dcat:distribution"] as Node[]).map((one) =>
        String(one["@id"]).slice("/data/#".length),
      );
    expect(files("/data/#2022-01/qzf-2022-3")).toEqual([
      "data/2022-01/notices/qzf-2022-3.json",
      "2022-01/qzf-2022-3.md",
    ]);
    expect(byId(graph, "/data/#2022-01/qzf-2022-6-table-1")).toMatchObject({
      "dcat:landingPage": { "@id": "/2022-01/qzf-2022-6/#qzf-2022-6-table-1" },
      "dcterms:isPartOf": { "@id": "/data/#2022-01" },
    });
    expect(byId(graph, "/data/#2022-01/qzf-2022-6-tasks-1")["dcat:landingPage"]).toEqual({
      "@id": "/2022-01/qzf-2022-6-tasks-1/",
    });
    expect(files("/data/#2022-01")).toEqual(["data/2022-01.epub", "data/2022-01/report.json"]);
    expect(byId(graph, "/data/#2022-01")).toMatchObject({
      "dcterms:issued": { "@value": "2022-03-31", "@type": "xsd:date" },
      "dcat:inSeries": { "@id": "/data/#issues" },
    });
    expect(files("/data/#dataset")).toEqual(["data/tasks.csv"]);
    const media = graph.flatMap((one) => (one["dcat:mediaType"] as Node | undefined)?.["@id"] ?? []);
    expect(
      media.map((id) => String(id).replace("https://www.iana.org/assignments/media-types/", "")),
    ).toEqual([
      "application/json",
      "text/markdown",
      "text/csv",
      "application/json",
      "text/csv",
      "application/json",
      "text/csv",
    ]);
    expect(landingPath(sample, "2022-01/nothing")).toBeNull();
  });

  it("says how often the gazette appears where it is printed, an issue's date where it is known, the licence", () => {
    const of = (documents: AnyDocument[], more: Partial<ExportContext> = {}) =>
      catalogueOf(contextOf(documents, more), [madeUp(["data/2022-01/issue.json"])]);
    const quarterly = of([issue(undefined, { frequency: "季刊", date: null })]);
    expect(byId(quarterly, "/data/#issues")["dcterms:accrualPeriodicity"]).toEqual({
      "@id": "http://purl.org/cld/freq/quarterly",
    });
    expect(byId(quarterly, "/data/#2022-01")).not.toHaveProperty("dcterms:issued");
    expect(byId(of([issue()]), "/data/#issues")).not.toHaveProperty("dcterms:accrualPeriodicity");
    const licence = { text: "CC0", url: "https://creativecommons.org/publicdomain/zero/1.0/" };
    const free = of([issue()], { publication: { ...real.publication, licence } });
    expect(byId(free, "/data/#data/2022-01/issue.json")["dcterms:license"]).toEqual({ "@id": licence.url });
    expect(catalogueOf(contextOf([]), [])).toHaveLength(4);
  });

  it("knows which files hold all", () => {
    expect(wholeFiles(sample, [madeUp(["data/tasks.csv", "data/2022-01/issue.json"])])).toEqual([
      { file: madeUp(["data/tasks.csv"]).files[0], mediaType: "text/csv" },
    ]);
  });

  it("is written as Turtle with every character safe", () => {
    const text = turtle({ dcterms: "http://purl.org/dc/terms/" }, [
      {
        "@id": "/a b<c>",
        "@type": ["dcterms:Location", "dcterms:Agent"],
        "dcterms:title": ['说“"\\\n', { "@value": "题", "@language": "zh" }],
        "dcterms:extent": 3,
        "dcterms:subject": { "@type": "dcterms:Thing", "dcterms:relation": { "@id": "/x" } },
      },
    ]);
    expect(text).toBe(
      [
        "@prefix dcterms: <http://purl.org/dc/terms/> .",
        "",
        "</a%20b%3Cc%3E> a dcterms:Location, dcterms:Agent ;",
        '    dcterms:title "说“\\"\\\\\\n", "题"@zh ;',
        "    dcterms:extent 3 ;",
        "    dcterms:subject [ a dcterms:Thing ;",
        "        dcterms:relation </x> ] .",
        "",
      ].join("\n"),
    );
  });
});
