/** The tables for analysts: every format holds the same, the data package keeps its own rules, nothing is made up. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterEach, describe, expect, it } from "vitest";
import { csv } from "../../src/export/csv.ts";
import { datapackage } from "../../src/export/datapackage.ts";
import type { ExportContext } from "../../src/export/format.ts";
import { gridOf } from "../../src/export/grid.ts";
import { ndjson } from "../../src/export/ndjson.ts";
import { parquet } from "../../src/export/parquet.ts";
import { sqlite } from "../../src/export/sqlite/index.ts";
import { fillTables, tableDefinitions } from "../../src/export/tables/index.ts";
import { appointment, citation, HOSTILE, issue, notice, sampleDocuments, table } from "../site/gazette.ts";
import { authority, contentOf, contextOf, filesOf, printed, publish, root } from "./analysts.ts";
import { openDuckdb } from "./duckdb.ts";
import { duckdbColumns, violations } from "./packageRules.ts";

const ALL = [csv, ndjson, parquet, datapackage, sqlite];
const folders: string[] = [];
const write = async (context: ExportContext): Promise<string> => {
  const folder = publish(await filesOf(context, ALL));
  folders.push(folder);
  return join(folder, "data");
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A later issue of another county that cites a document of issue 2021-03. */
const several = (): ExportContext => {
  const citing = notice("2022-02/qzf-2022-9", {
    citations: [citation("平政发〔2021〕56号", "2021-03/pzf-2021-56")],
    issuer: "青禾县人民政府、青禾县水务局",
  });
  const listed = issue("2022-02", { documents: [{ type: "notice", id: citing.id, title: citing.title }] });
  return contextOf([...contentOf("2021-03"), ...sampleDocuments(), listed, citing], authority());
};

/** The rows of a table by its columns' names. */
const rowsOf = (context: ExportContext, name: string) => {
  const found = fillTables(context).find(({ table }) => table.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  const { table, rows } = found;
  return rows.map((cells) => Object.fromEntries(table.columns.map((column, at) => [column.name, cells[at]])));
};

describe.each([
  ["issue 2021-03 with others", several],
  ["a gazette without issues", () => contextOf([])],
])("%s", (_, make) => {
  it("has the same values in CSV, NDJSON and Parquet", async () => {
    const folder = await write(make());
    const ask = await openDuckdb();
    for (const { name, columns } of tableDefinitions) {
      const types = duckdbColumns(columns);
      const file = (ending: string) => `'${join(folder, "tables", `${name}.${ending}`)}'`;
      await ask(`CREATE TABLE ${name}_csv AS FROM read_csv(${file("csv")}, header = true,
        allow_quoted_nulls = false, columns = ${types})`);
      await ask(`CREATE TABLE ${name}_ndjson AS FROM read_json(${file("ndjson")}, columns = ${types})`);
      await ask(`CREATE TABLE ${name}_parquet AS FROM read_parquet(${file("parquet")})`);
      const described = (kind: string) =>
        ask(`SELECT column_name, column_type FROM (DESCRIBE ${name}_${kind})`);
      expect(await described("parquet")).toEqual(await described("csv"));
      for (const other of ["ndjson", "parquet"]) {
        const apart = await ask(`(FROM ${name}_csv EXCEPT ALL FROM ${name}_${other})
          UNION ALL (FROM ${name}_${other} EXCEPT ALL FROM ${name}_csv)`);
        expect(apart, `${name} in ${other}`).toEqual([]);
      }
    }
  });

  it("has the same values in SQLite, whose references hold", async () => {
    const context = make();
    const folder = await write(context);
    const { DatabaseSync } = await import("node:sqlite");
    const database = new DatabaseSync(join(folder, "gongbao.sqlite"), { readOnly: true });
    expect(database.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
    expect(database.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    for (const { name } of tableDefinitions) {
      const asStored = rowsOf(context, name).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, cell]) => [key, typeof cell === "boolean" ? Number(cell) : cell]),
        ),
      );
      const stored = database.prepare(`SELECT * FROM ${name} ORDER BY rowid`).all();
      expect(
        stored.map((row) => ({ ...row })),
        name,
      ).toEqual(asStored);
    }
    database.close();
  });

  it("keeps the rules of its data package", async () => {
    expect(await violations(await write(make()), await openDuckdb())).toEqual([]);
  });

  it("has the same bytes each time", async () => {
    const [once, again] = [await filesOf(make(), ALL), await filesOf(make(), ALL)];
    expect(again.map(({ path }) => path)).toEqual(once.map(({ path }) => path));
    for (const [at, { path, body }] of once.entries())
      expect(Buffer.compare(Buffer.from(body), Buffer.from(again[at]?.body ?? "")), path).toBe(0);
  });
});

it("has the same bytes in another process", async () => {
  const hash = createHash("sha256");
  for (const { body } of await filesOf(printed(), ALL)) hash.update(body);
  const script = `
    import { createHash } from "node:crypto";
    import { filesOf, printed } from "./tests/export/analysts.ts";
    const formats = await Promise.all(["csv", "ndjson", "parquet", "datapackage", "sqlite/index"].map(async (name) =>
      Object.values(await import("./src/export/" + name + ".ts")).find((one) => typeof one?.files === "function")));
    const hash = createHash("sha256");
    for (const { body } of await filesOf(printed(), formats)) hash.update(body);
    console.log(hash.digest("hex"));`;
  const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    encoding: "utf8",
  });
  expect(out.trim()).toBe(hash.digest("hex"));
});

describe("the checks of the data package", () => {
  it("see a reference to nothing", async () => {
    const lost = contextOf([
      issue(),
      notice("2022-01/qzf-2022-3", { citations: [citation("《甲》", "2020-01/a")] }),
    ]);
    expect(await violations(await write(lost), await openDuckdb())).toEqual([
      "citations.cited_document_id names no row of documents: 1",
    ]);
  });

  it("see a file that is not there", async () => {
    const folder = await write(contextOf([]));
    unlinkSync(join(folder, "tables/passages.csv"));
    expect(await violations(folder, await openDuckdb())).toEqual(["passages: no file tables/passages.csv"]);
  });
});

describe("the data package", () => {
  const read = async (context: ExportContext) => {
    const [file] = await datapackage.files(context);
    return JSON.parse(String(file?.body));
  };

  it("lists every CSV file that is made", async () => {
    const context = several();
    const { resources } = await read(context);
    const paths = resources.map(({ path }: { path: string }) => `data/${path}`);
    expect(paths).toEqual((await csv.files(context)).map(({ path }) => path));
  });

  it("points to a licence of its own where the gazette has none by name", async () => {
    const files = await datapackage.files(contextOf([]));
    expect(files.map(({ path }) => path)).toEqual(["data/datapackage.json", "data/licence.txt"]);
    expect(await read(contextOf([]))).toMatchObject({ licenses: [{ path: "licence.txt" }] });
    expect(await read(contextOf([]))).not.toHaveProperty("homepage");
  });

  it("names a known licence and the site where they are known", async () => {
    const context = contextOf([], "", "https://example.gov.cn/");
    context.publication.licence = { text: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };
    expect((await datapackage.files(context)).map(({ path }) => path)).toEqual(["data/datapackage.json"]);
    expect(await read(context)).toMatchObject({
      homepage: "https://example.gov.cn/",
      licenses: [{ path: "https://creativecommons.org/licenses/by/4.0/", title: "CC BY 4.0" }],
    });
    const described = (await sqlite.files(context))[1];
    expect(JSON.parse(String(described?.body))).toMatchObject({
      license_url: context.publication.licence.url,
    });
  });
});

describe("the tables", () => {
  it("have as many rows as the report of the issue counts", () => {
    const context = printed();
    const counts = context.gazette.reports[0]?.counts;
    expect({
      notices: rowsOf(context, "documents").filter(({ type }) => type === "notice").length,
      taskTables: rowsOf(context, "task_tables").length,
      tasks: rowsOf(context, "tasks").length,
      tables: rowsOf(context, "tables").length,
      appointments: rowsOf(context, "documents").filter(({ type }) => type === "appointment").length,
      decisions: rowsOf(context, "appointments").length,
      chronicleEntries: rowsOf(context, "chronicle").length,
    }).toEqual(counts);
  });

  it("begin with the oldest issue, so that a later one only adds rows", () => {
    const [before, after] = [printed(), several()];
    // Bodies and people are counted over all issues and stand by their names.
    for (const { name } of tableDefinitions.filter(
      (one) => one.name !== "organizations" && one.name !== "people",
    )) {
      const earlier = rowsOf(before, name);
      expect(rowsOf(after, name).slice(0, earlier.length), name).toEqual(earlier);
    }
  });

  it("say in which lines of the source each row stands", () => {
    const context = printed();
    const lines = readFileSync(join(root, "seeds/2021-03.txt"), "utf8").split(/\r?\n/);
    for (const { text, line_start, line_end } of rowsOf(context, "citations")) {
      const source = lines
        .slice(Number(line_start) - 1, Number(line_end))
        .join("")
        .replace(/\s/g, "");
      expect(source).toContain(String(text).replace(/\s/g, ""));
    }
    const unplaced = rowsOf(context, "passages").filter(({ line_start }) => line_start === null);
    // Masthead, contents, board and imprint are fields of the issue, which have no place of their own.
    expect(unplaced.map(({ path }) => path)).toEqual([
      "/2021-03/",
      "/2021-03/#contents-title",
      "/2021-03/#board-title",
      "/2021-03/#imprint-title",
    ]);
  });

  it("give a figure's body only where there is just one", () => {
    const rows = rowsOf(several(), "measures").filter(({ issue }) => issue === "2022-01");
    expect(rows.map(({ id, organization, is_total }) => [id, organization, is_total])).toEqual([
      ["2022-01/qzf-2022-6-tasks-1#1/1", "县水务局", false],
      ["2022-01/qzf-2022-6-tasks-1#total/1", null, true],
    ]);
    const context = printed();
    const leads = Map.groupBy(
      rowsOf(context, "task_parties").filter(({ leads }) => leads),
      ({ task_id }) => task_id,
    );
    for (const { task_id, organization, is_total } of rowsOf(context, "measures")) {
      if (is_total) continue;
      const bodies = new Set(leads.get(task_id)?.map((row) => row["organization"]));
      expect(organization).toBe(bodies.size === 1 ? [...bodies][0] : null);
    }
  });

  it("put bodies under the names that editors have settled", () => {
    const row = rowsOf(printed(), "appointments").find(({ person }) => person === "李建江");
    expect([row?.["organization_text"], row?.["organization"]]).toEqual(["县商务和投资促进局", "县商务局"]);
  });

  it("mark what a document repeals", () => {
    const place = { start: { line: 30, column: 1, offset: 99 }, end: { line: 30, column: 5, offset: 103 } };
    const repealed = citation("《旧办法》", null, { position: place });
    const cited = [citation("《水法》"), repealed];
    const effect = {
      commencement: { text: "自印发之日起施行", date: "2022-02-18" },
      expiry: { text: "有效期5年", date: null },
      repeals: [repealed],
    };
    const context = contextOf([issue(), notice("2022-01/qzf-2022-3", { citations: cited, effect })]);
    expect(rowsOf(context, "citations").map(({ text, repeals, path }) => [text, repeals, path])).toEqual([
      // The first paragraph is where the made-up citation says that it stands.
      ["《水法》", false, "/2022-01/qzf-2022-3/#p1"],
      ["《旧办法》", true, "/2022-01/qzf-2022-3/"],
    ]);
    expect(rowsOf(context, "documents")[0]).toMatchObject({
      commencement_text: "自印发之日起施行",
      commencement_date: "2022-02-18",
      expiry_text: "有效期5年",
      expiry_date: null,
    });
  });

  it("leave empty what a decision does not print", () => {
    const context = contextOf([
      issue(),
      appointment({ basis: null, documentNumber: null, issuer: null, section: null, date: null }),
    ]);
    expect(rowsOf(context, "appointments")[1]).toMatchObject({
      person: null,
      organization: null,
      basis: null,
      date: null,
    });
    expect(rowsOf(context, "documents")[0]).toMatchObject({
      number_text: null,
      issuer: null,
      section: null,
      recipients: null,
    });
  });
});

describe("a printed table as CSV", () => {
  const body = async (more: Parameters<typeof table>[0]) => {
    const files = await csv.files(contextOf([table(more)]));
    return String(files.find(({ path }) => path === "data/2022-01/tables/qzf-2022-6-table-1.csv")?.body);
  };
  const cells = (...texts: string[]) => ({ cells: texts.map((text) => ({ text, rowSpan: 1, colSpan: 1 })) });

  it("is RFC 4180 with a byte order mark, every character as printed, units in the head", async () => {
    expect(await body({})).toBe(
      [
        "\uFEFF类别,部门,资金（万元）,亩数（亩）",
        '水利,县水务局,2.50,"1,200"',
        `水利,"${HOSTILE.replaceAll('"', '""')}",3,""`,
        '合计,"",5.50,"1,200"',
        "",
      ].join("\r\n"),
    );
  });

  it("goes by its title, or by its file's name where it has none", async () => {
    const titles = async (title: string | null) => {
      const files = await csv.files(contextOf([table({ title })]));
      return files.at(-1)?.title;
    };
    expect([await titles("任务分配表"), await titles(null)]).toEqual(["任务分配表", "qzf-2022-6-table-1"]);
  });

  it("neutralises nothing and keeps breaks in cells", async () => {
    const name = { name: "类别", unit: null, text: "类别" };
    expect(
      await body({
        columns: [name],
        rows: [cells("=1+1"), cells("甲\n乙")],
        records: [{ 类别: "=1+1" }, { 类别: "甲\n乙" }],
      }),
    ).toBe('\uFEFF类别\r\n=1+1\r\n"甲\n乙"\r\n');
  });

  it("keeps a row that does not fit as it was read, under a head that goes on", async () => {
    const columns = ["甲", "乙"].map((name) => ({ name, unit: null, text: name }));
    const made = {
      columns,
      rows: [cells("1", "2", "3"), cells("4", "5")],
      records: [null, { 甲: "4", 乙: "5" }],
    };
    expect(await body(made)).toBe('\uFEFF甲,乙,列3\r\n1,2,3\r\n4,5,""\r\n');
    expect(gridOf(table(made)).rows.map(({ fits }) => fits)).toEqual([false, true]);
  });

  it("has one head a column: a head printed twice or not at all takes the name that records have", () => {
    const columns = [
      { name: "数量", unit: "亩", text: "数量（亩）" },
      { name: "数量#2", unit: "亩", text: "数量（亩）" },
      { name: "列3", unit: null, text: "" },
    ];
    expect(gridOf(table({ columns, rows: [], records: [] })).head).toEqual(["数量（亩）", "数量#2", "列3"]);
    expect(gridOf(table({ columns, rows: [cells()], records: [{}] })).rows[0]?.texts).toEqual(["", "", ""]);
  });
});

describe("Parquet", () => {
  it("is read by a second library, dates as dates and nothing as nothing", async () => {
    const context = printed();
    const files = await parquet.files(context);
    for (const { name, columns } of tableDefinitions) {
      const body = files.find(({ path }) => path === `data/tables/${name}.parquet`)?.body;
      const file = Uint8Array.from(Buffer.from(body ?? "")).buffer;
      const expected = rowsOf(context, name).map((row) =>
        Object.fromEntries(
          columns.map((column) => {
            const cell = row[column.name];
            return [column.name, column.type === "date" && typeof cell === "string" ? new Date(cell) : cell];
          }),
        ),
      );
      expect(await parquetReadObjects({ file }), name).toEqual(expected);
    }
  });

  it("has the rows of each year in a group of their own, which says so", async () => {
    const context = several();
    for (const { path, body } of await parquet.files(context)) {
      const { row_groups: groups } = parquetMetadata(Uint8Array.from(Buffer.from(body)).buffer);
      const name = path.replace(/^.*\/|\.parquet$/g, "");
      const column = name === "issues" ? "id" : "issue";
      const rows = rowsOf(context, name);
      const years = [...new Set(rows.map((row) => String(row[column] ?? "").slice(0, 4)))];
      const told = groups.map(({ columns }) => {
        const { statistics } =
          columns.find(({ meta_data: data }) => data?.path_in_schema[0] === column)?.meta_data ?? {};
        return [statistics?.min_value, statistics?.max_value].map((value) => String(value ?? "").slice(0, 4));
      });
      expect(told, name).toEqual(years.map((year) => [year, year]));
    }
  });
});

describe("the database", () => {
  const open = async () => {
    const { DatabaseSync } = await import("node:sqlite");
    return new DatabaseSync(join(await write(printed()), "gongbao.sqlite"), { readOnly: true });
  };

  it("finds words in the full text and says where they stand", async () => {
    const database = await open();
    const find = database.prepare(
      "SELECT p.line_start AS line, p.path FROM passages_fts f JOIN passages p ON p.id = f.rowid WHERE passages_fts MATCH ? ORDER BY p.id",
    );
    // 279 is the only line that speaks of 统一公共支付系统.
    expect(find.all('"统一公共支付系统"').map((row) => ({ ...row }))).toEqual([
      { line: 279, path: "/2021-03/pzf-2021-56/#pzf-2021-56-table-1-r7" },
    ]);
    const passages = database
      .prepare("SELECT count(*) AS n FROM passages WHERE instr(text, '农药包装')")
      .get();
    expect(find.all('"农药包装"')).toHaveLength(Number(passages?.["n"]));
    database.close();
  });

  it("has views for what is asked most", async () => {
    const database = await open();
    const one = (sql: string) => ({ ...database.prepare(sql).get() });
    expect(
      one(
        "SELECT number_text, deadline_end FROM duties WHERE organization = '县财政局' AND leads AND deadline_end IS NOT NULL",
      ),
    ).toEqual({
      number_text: "平政发〔2021〕56号",
      deadline_end: "2023-12-31",
    });
    // 1725 to 1737
    expect(one("SELECT count(*) AS n, round(sum(value), 2) AS money FROM money WHERE township")).toEqual({
      n: 13,
      money: 60.78,
    });
    const times =
      readFileSync(join(root, "seeds/2021-03.txt"), "utf8").split("国办发〔2019〕45号").length - 1;
    expect(one("SELECT times, documents FROM cited_documents WHERE cited = '国办发〔2019〕45号'")).toEqual({
      times,
      documents: 1,
    });
    database.close();
  });
});
