/** Tables that give no work: projects, people, certificates, figures under a head of two rows. */
import type { Cell, Column, Table } from "../model.ts";
import { chinese } from "../numerals.ts";
import { citation, personName } from "../prose.ts";
import { TOPICS, TOWNS } from "../words.ts";
import type { Author } from "./author.ts";
import { amount, cell, column } from "./cells.ts";
import { enumerate } from "./parties.ts";

/** A list that gives no work. */
export function plainTable(author: Author): Table {
  const { random } = author;
  return random.weighted<() => Table>([
    [3, () => projects(author)],
    [2, () => people(author)],
    [2, () => certificates(author)],
    [2, () => doubleHead(author)],
  ])();
}

const table = (columns: Column[], rows: Cell[][], unitNote: string | null = null): Table => ({
  title: null,
  unitNote,
  columns,
  rows,
  tasks: null,
  totals: null,
});

function projects(author: Author): Table {
  const { random } = author;
  const noted = random.chance(0.4);
  const unitNote = noted ? `单位：${random.pick(["万元", "亿元"])}` : null;
  const money = noted ? column("总投资") : column("总投资", "万元");
  const columns = [column("序号"), column("项目名称"), column("建设地点"), column("建设内容及规模"), money];
  const towns = random.sample(TOWNS, random.integer(3, 10));
  return table(
    columns,
    towns.map((town, index) =>
      index > 0 && index < towns.length - 1 && random.chance(0.03)
        ? columns.map(() => cell("……"))
        : [
            String(index + 1),
            `${town}${random.pick(TOPICS)}项目`,
            town,
            `新建管网${random.integer(2, 40)}公里，配套建设泵站${random.integer(1, 6)}座`,
            amount(author, random.chance(0.5)),
          ].map((text) => cell(text)),
    ),
    unitNote,
  );
}

function people(author: Author): Table {
  const { random } = author;
  const columns = ["序号", "姓名", "工作单位", "荣誉称号"].map((name) => column(name));
  return table(
    columns,
    Array.from({ length: random.integer(3, 12) }, (_, index) =>
      [
        String(index + 1),
        personName(random),
        enumerate(author, 1, 1).text,
        random.pick(["先进工作者", "劳动模范", "优秀教师"]),
        // A row misread, with more cells than the head: kept, and without a record.
        ...(random.chance(0.01) ? ["追授"] : []),
      ].map((text) => cell(text)),
    ),
  );
}

/** Groups of certificates, with the office that issues them: no work. */
function certificates(author: Author): Table {
  const { random } = author;
  const columns = ["类别", "事项名称", "设定依据", "办理机构"].map((name) => column(name));
  const rows: Cell[][] = [];
  // Neighbours of one name under two numbers would be one group, misprinted (contract, Task `group`).
  const kinds = random.sample(["行政许可", "行政确认", "行政给付", "公共服务"], random.integer(2, 3));
  for (const [place, kind] of kinds.entries()) {
    const size = random.integer(2, 4);
    for (let index = 0; index < size; index++)
      rows.push([
        ...(index === 0 ? [cell(`${chinese(place + 1)}、${kind}类`, size)] : []),
        cell(`${random.pick(TOPICS)}${random.pick(["审批", "备案", "核准"])}`),
        cell(citation(author)),
        cell(random.pick(["县级", "乡级", "市级"])),
      ]);
  }
  return table(columns, rows);
}

/** A head of two rows: 耕地面积 over 水田 and 旱地. */
function doubleHead(author: Author): Table {
  const { random } = author;
  const columns = [
    column("序号"),
    column("乡镇"),
    column("水田", null, "耕地面积"),
    column("旱地", null, "耕地面积"),
    column("户数"),
    ...(random.chance(0.5) ? [column("备注")] : []),
  ];
  return table(
    columns,
    random
      .sample(TOWNS, random.integer(3, 8))
      .map((town, index) =>
        [
          String(index + 1),
          town,
          amount(author, true),
          amount(author, true),
          amount(author, true),
          ...(columns.length > 5 ? [random.pick(["", "山区"])] : []),
        ].map((text) => cell(text)),
      ),
    random.chance(0.5) ? "单位：亩、户" : null,
  );
}
