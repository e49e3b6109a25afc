/**
 * What a researcher asks of the tables, in SQL, with the answers known from print: the numbers in the comments are
 * lines of seeds/2021-03.txt, looked up by hand.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csv } from "../../src/export/csv.ts";
import { ndjson } from "../../src/export/ndjson.ts";
import { parquet } from "../../src/export/parquet.ts";
import { tableDefinitions } from "../../src/export/tables/index.ts";
import { filesOf, printed, publish } from "./analysts.ts";
import { type Ask, openDuckdb } from "./duckdb.ts";

let folder = "";
beforeAll(async () => {
  folder = publish(await filesOf(printed(), [csv, ndjson, parquet]));
});
afterAll(() => rmSync(folder, { recursive: true }));

// Not a word is said of types or encodings: DuckDB finds them out.
const READERS = { csv: "read_csv", ndjson: "read_json", parquet: "read_parquet" };

describe.each(Object.entries(READERS))("DuckDB over %s", (ending, reader) => {
  let ask: Ask;
  beforeAll(async () => {
    ask = await openDuckdb();
    for (const { name } of tableDefinitions) {
      const file = join(folder, `data/tables/${name}.${ending}`);
      await ask(`CREATE VIEW ${name} AS FROM ${reader}('${file}')`);
    }
  });

  it("tasks that 县财政局 leads with a deadline in 2021: none; its only dated one is due in 2023", async () => {
    const led = `SELECT t.number, t.title, t.deadline_start, t.deadline_end, t.line_start
      FROM tasks t JOIN task_parties p ON p.task_id = t.id
      WHERE p.organization = '县财政局' AND p.leads AND`;
    expect(await ask(`${led} year(t.deadline_end) = 2021`)).toEqual([]);
    // 279: 7. 深化统一公共支付系统应用。… 县财政局、税务局负责，各相关部门参与； 2023 年
    expect(await ask(`${led} t.deadline_end IS NOT NULL`)).toEqual([
      [7, "深化统一公共支付系统应用", "2023-01-01", "2023-12-31", 279],
    ]);
  });

  it("money by township", async () => {
    const rows = await ask(`SELECT m.organization, sum(m.value) AS money, min(m.line_start)
      FROM measures m JOIN organizations o ON o.name = m.organization
      WHERE m.unit = '万元' AND o.township GROUP BY 1 ORDER BY 3`);
    // 1725 to 1737, last column
    expect(rows).toEqual([
      ["陶乐镇", 2.11, 1725],
      ["崇岗镇", 4.62, 1726],
      ["姚伏镇", 6.98, 1727],
      ["头闸镇", 5.73, 1728],
      ["高仁乡", 3.16, 1729],
      ["黄渠桥镇", 5.92, 1730],
      ["灵沙乡", 4.76, 1731],
      ["红崖子乡", 3.75, 1732],
      ["高庄乡", 4.89, 1733],
      ["渠口乡", 7.18, 1734],
      ["通伏乡", 7.25, 1735],
      ["城关镇", 2.39, 1736],
      ["宝丰镇", 2.04, 1737],
    ]);
  });

  it("whether the money adds up to the printed sum", async () => {
    const rows = await ask(`SELECT is_total, round(sum(value), 2) FROM measures
      WHERE name = '补助资金' GROUP BY 1 ORDER BY 1`);
    // 1724: 合计 65.00; 1725 to 1738 with 农业农村局 4.20 come to 64.98: the print is off by 0.02
    expect(rows).toEqual([
      [false, 64.98],
      [true, 65],
    ]);
  });

  it("how many tasks of 平政发〔2021〕56号 are due in each year", async () => {
    const rows = await ask(`SELECT year(t.deadline_end), count(*) FROM tasks t
      JOIN documents d ON d.id = t.document_id
      WHERE d.number_text = '平政发〔2021〕56号' AND t.deadline_end IS NOT NULL GROUP BY 1 ORDER BY 1`);
    // 2021: 273 274 290 292 293 297 305 306 319 324; 2022: 284 285 289 291 298 303 310 320; the other 21 of 39: 2023
    expect(rows).toEqual([
      [2021, 10],
      [2022, 8],
      [2023, 21],
    ]);
  });

  it("what 县委网信办 must have done by the end of 2021", async () => {
    const rows = await ask(`SELECT t.line_start FROM tasks t JOIN task_parties p ON p.task_id = t.id
      WHERE p.organization = '县委网信办' AND p.leads AND t.deadline_end <= '2021-12-31' ORDER BY 1`);
    expect(rows.flat()).toEqual([273, 274, 305, 319]);
  });

  it("what goes on without an end", async () => {
    const rows = await ask("SELECT document_id, line_end FROM tasks WHERE ongoing ORDER BY 2");
    // 进度安排：长期执行
    expect(rows).toEqual([688, 718, 724, 734, 740, 748, 754].map((line) => ["2021-03/pzbf-2021-40", line]));
  });

  it("where 县财政局 leads because the head above says so", async () => {
    const rows = await ask(`SELECT t.number, t.line_start FROM task_parties p JOIN tasks t ON t.id = p.task_id
      WHERE p.organization = '县财政局' AND p.role = 'group_lead' ORDER BY 1`);
    // 1319: (六) …(县财政局牵头); 1403: （十）…（县发改局、财政局分别牵头）
    expect(rows).toEqual([
      [37, 1321],
      [38, 1327],
      [39, 1333],
      [53, 1405],
      [54, 1411],
      [55, 1415],
    ]);
  });

  it("who came to and left 县公安局, and on what grounds", async () => {
    const rows = await ask(`SELECT action, concurrent, person, post, date, line_start FROM appointments
      WHERE organization = '县公安局' ORDER BY line_start`);
    expect(rows).toEqual([
      ["appoint", true, "杨瑞雍", "督察长", "2021-08-29", 1872],
      ["remove", false, "陈东升", "督察长", "2021-08-29", 1873],
    ]);
    // 1842, 1856 (〔2021〕57、60号), 1871
    const grounds = await ask(`SELECT number_serial, line_start FROM citations
      WHERE number_agency = '平党干字' AND number_year = 2021 ORDER BY 1`);
    expect(grounds).toEqual([
      [52, 1842],
      [57, 1856],
      [60, 1856],
      [63, 1871],
    ]);
  });

  it("how full the months of the chronicle are, and what went on for days", async () => {
    // 7月: 1742 to 1762; 8月: 1766 to 1790; 9月: 1792 to 1834, an entry every other line but 1752, 1764, 1800, 1814
    expect(await ask("SELECT month(date), count(*) FROM chronicle GROUP BY 1 ORDER BY 1")).toEqual([
      [7, 10],
      [8, 13],
      [9, 20],
    ]);
    expect(
      await ask("SELECT date, end_date, line_start FROM chronicle WHERE end_date IS NOT NULL ORDER BY 1"),
    ).toEqual([
      ["2021-08-13", "2021-08-14", 1778],
      ["2021-09-26", "2021-09-27", 1824],
    ]);
  });

  it("what the office issued, and when", async () => {
    const rows = await ask(`SELECT number_serial, date FROM documents
      WHERE number_agency = '平政办发' ORDER BY number_serial`);
    // numbers at 465, 644, 1093, 1541, 1661; dates at 472, 652, 1101, 1549, 1669
    expect(rows).toEqual([
      [36, "2021-07-08"],
      [40, "2021-07-22"],
      [46, "2021-09-09"],
      [50, "2021-09-17"],
      [52, "2021-09-23"],
    ]);
  });

  it("how an indicator is to grow, and which figures are no plain numbers", async () => {
    const rows = await ask(`SELECT year, value, organization FROM measures
      WHERE name = '农村生活污水治理率' ORDER BY year`);
    // 446
    expect(rows).toEqual([
      [2020, 26, "市生态环境局平罗分局"],
      [2022, 30, "市生态环境局平罗分局"],
      [2025, 40, "市生态环境局平罗分局"],
    ]);
    const worded = await ask("SELECT DISTINCT line_start FROM measures WHERE value IS NULL ORDER BY 1");
    // 454: 90 以上; 456: 近视率 ≤ 51.9 肥胖率 = 10.5 …; 460: 2025年申报提名 创建健康城镇
    expect(worded.flat()).toEqual([454, 456, 460]);
  });

  it("a row that does not fit its head, found by its cells", async () => {
    const rows = await ask(`SELECT text, column_name FROM cells
      WHERE table_id = '2021-03/pzf-2021-60-table-1' AND row_number = 7 ORDER BY column_number`);
    // 449
    const texts = ["7", "农村卫生厕所普及率 (%)", "二类县", "89", "90", "91 以上", "农业农村局"];
    expect(rows.map(([text]) => String(text))).toEqual(texts);
    expect(rows.every(([, name]) => name === null)).toBe(true);
  });
});
