/**
 * Properties that hold for every text and every byte: nothing lost, places that are right, time that is linear.
 * The texts are the same in every run, so that a failure is a change; `FUZZ_SEED=1` (or another number) draws others.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DecodeError, decode, encode } from "../src/source/decode.ts";
import { MastheadError } from "../src/structure/mastheadError.ts";
import { MASTHEAD, NOTICE_HEAD, readDecoded } from "./support/read.ts";

const { FUZZ_SEED = "2021" } = process.env;
fc.configureGlobal({ seed: Number(FUZZ_SEED) });

/** What gazettes are made of, and what does not belong in one. */
const WORDS = [
  ..."县市省乡镇局委办各和的了为任年月日号期第一二三十百，。；：！？、（）()《》〈〉“”〔〕[]【】—-…·.|#*_<>&/1290２",
  "张三",
  "王小明",
  "欧阳明",
  "买买提·艾力",
  "某县人民政府",
  "县财政局、交通局",
  "各乡镇",
  "关于",
  "印发",
  "通知",
  "公告",
  "意见",
  "令",
  "办法（试行）",
  "关于做好节水工作的通知",
  "《节水条例》",
  "某政发〔2021〕5号",
  "〔2021〕57、60号",
  "第5号",
  "目 录",
  "……1",
  "◆县政府文件",
  "政府大事记",
  "人事任免",
  "7月5日，",
  "13日—14日，",
  "同日，",
  "7月",
  "2021年9月9日",
  "二〇二一年九月九日",
  "（此件公开发布）",
  "一、",
  "（一）",
  "1. ",
  "1.1　",
  "（1）",
  "①",
  "第一章　",
  "第一条　",
  "一是",
  "附件：",
  "附件1",
  "附件：1. ",
  "附 件",
  "责任单位：",
  "配合单位：",
  "完成时限：2021年底前",
  "（县水务局牵头，县财政局配合）",
  "（县水务局负责）",
  "组 长：",
  "成员：",
  "联系人：",
  "电话：0952-6095149",
  "序号\t任务内容\t责任单位\n",
  "合计",
  "任命张三为县财政局局长",
  "免去其",
  "自2022年1月1日起施行",
  "有效期5年",
  "同时废止",
  "主 编：",
  "总第15期",
  "某县人民政府公报",
  "— 12 —",
  "- ",
  "# ",
  "**",
  "<p>",
  "</p>",
  "<br>",
  "<table>",
  "<tr>",
  '<td rowspan="2">',
  "</td>",
  "</table>",
  "| a |",
  "| --- |",
  "![](a.png)",
  "<http://a.cn>",
  "$\\leq$",
  "<script>",
  "……",
  "......",
];
const LAYOUT = ["\n", "\n", "\n\n", "\n\n", "\t", " ", "\u3000", "\r\n", "\r", "\u200b", "\u00a0", "\ufeff"];
const HOSTILE = ["\u0000", "\u0007", "\u001b", "\ud800", "\udc00", "😀", "𠀀", "\u202e", "\u0301", "\ufffd"];

const words = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 6, arbitrary: fc.constantFrom(...LAYOUT) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  ),
  { maxLength: 90 },
);
const gazettes = fc
  .tuple(fc.constantFrom("", NOTICE_HEAD), words)
  .map(([head, parts]) => MASTHEAD + head + parts.join(""));

/** Every position in a document, found by its keys. */
function* positions(value: unknown): Generator<{ start: Point; end: Point }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "position" || key === "place") yield inner as { start: Point; end: Point };
    else yield* positions(inner);
  }
}
interface Point {
  line: number;
  column: number;
  offset: number;
}

describe("any text under a masthead", () => {
  test("is written back from its tree, with every character in one place", () => {
    fc.assert(
      fc.property(gazettes, (text) => {
        const { unparsed, coverage } = readDecoded(text);
        expect(unparsed).toBe(text);
        expect(coverage).toMatchObject({ unaccounted: 0, lost: [], doubled: [] });
        expect(coverage.inDocuments + coverage.inFurniture).toBe(coverage.characters);
      }),
      { numRuns: 400 },
    );
  });

  test("becomes documents that satisfy their schemas, the same each time", () => {
    fc.assert(
      fc.property(gazettes, (text) => {
        // The files are validated as they are made.
        const { files } = readDecoded(text);
        expect([...readDecoded(text).files]).toEqual([...files]);
      }),
      { numRuns: 200 },
    );
  });

  test("has places inside the file, in order, with line and column that fit the offset", () => {
    fc.assert(
      fc.property(gazettes, (text) => {
        const { source, issue, notices, tables, taskTables, appointments, chronicle, report } =
          readDecoded(text);
        for (const { start, end } of positions([
          issue,
          notices,
          tables,
          taskTables,
          appointments,
          chronicle,
          report,
        ])) {
          expect(start.offset).toBeGreaterThanOrEqual(0);
          expect(end.offset).toBeGreaterThanOrEqual(start.offset);
          expect(end.offset).toBeLessThanOrEqual(text.length);
          for (const { line, column, offset } of [start, end])
            expect((source.lineStarts[line - 1] ?? Number.NaN) + column - 1).toBe(offset);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("has ids and anchors that are unique, and references that hold", () => {
    fc.assert(
      fc.property(gazettes, (text) => {
        const { notices, tables, taskTables, appointments } = readDecoded(text);
        const ids = [...notices, ...tables, ...taskTables, ...appointments].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const notice of notices) {
          expect(tables.filter((table) => table.notice === notice.id).map(({ id }) => id)).toEqual(
            notice.tables,
          );
          expect(taskTables.filter((one) => one.notice === notice.id).map(({ id }) => id)).toEqual(
            notice.taskTables,
          );
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("gazettes cut and mixed", () => {
  const folder = join(import.meta.dirname, "fixtures");
  const fixtures = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const lines = fixtures.flatMap((text) => text.split("\n"));
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...fixtures), fc.nat(25), fc.nat(25)).map(([text, from, count]) =>
        text
          .split("\n")
          .slice(from, from + count)
          .join("\n"),
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom(...lines) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...lines), fc.nat(20))
        .map(([line, length]) => line.slice(0, length)),
    },
  );
  const mixed = fc
    .tuple(
      fc.array(fc.tuple(piece, fc.constantFrom("\n", "\n\n", "")), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
    )
    .map(([pieces, isWhole]) => (isWhole ? MASTHEAD : `${MASTHEAD}目录\n\n`) + pieces.flat().join(""));

  test("are written back, with every character in one place", () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const { unparsed, coverage } = readDecoded(text);
        expect(unparsed).toBe(text);
        expect(coverage).toMatchObject({ unaccounted: 0, lost: [], doubled: [] });
      }),
      { numRuns: 600 },
    );
  });

  test("the issue, cut off anywhere, gives what is whole", () => {
    const seed = readFileSync(join(import.meta.dirname, "../seeds/2021-03.txt"), "utf8");
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: seed.length }), (length) => {
        const text = seed.slice(0, length);
        const { unparsed, coverage } = readDecoded(text);
        expect(unparsed).toBe(text);
        expect(coverage.unaccounted).toBe(0);
      }),
      { numRuns: 12 },
    );
  });
});

describe("any text at all", () => {
  const mastheads = fc
    .array(
      fc.constantFrom(
        "某县人民政府公报",
        "2021年第",
        "第3期",
        "总第156期",
        "（总第15期）",
        "99",
        "0",
        "2021年",
        "\n",
        "号",
        "12月5日出版",
        "目录",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(""));

  test("is an issue, or is refused in words", () => {
    fc.assert(
      fc.property(mastheads, words, (masthead, parts) => {
        const text = `${masthead}\n${parts.join("")}`;
        try {
          expect(readDecoded(text).unparsed).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(MastheadError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("any bytes", () => {
  const holds = (bytes: Uint8Array): void => {
    let decoded: ReturnType<typeof decode>;
    try {
      decoded = decode(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(DecodeError);
      return;
    }
    expect(encode(decoded).equals(Buffer.from(bytes))).toBe(true);
  };

  test("are refused in words or round-trip", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), holds), { numRuns: 2000 });
  });

  test("also where they are a text with some bytes changed or cut off", () => {
    const text = "某县人民政府公报\n2021年第3期（总第15期）\n各乡镇、县直各部门：\n";
    const sources = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text, "utf16le"),
      Buffer.from(`\ufeff${text}`, "utf16le"),
      Buffer.from(text, "utf16le").swap16(),
      encode({ text, encoding: "gb18030", bom: false }),
    ];
    const changed = fc
      .tuple(
        fc.constantFrom(...sources),
        fc.array(fc.tuple(fc.nat(130), fc.nat(255)), { maxLength: 4 }),
        fc.nat(130),
      )
      .map(([source, changes, length]) => {
        const bytes = Uint8Array.from(source);
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        return bytes.subarray(0, length);
      });
    fc.assert(fc.property(changed, holds), { numRuns: 2000 });
  });
});

/** Texts that a unit is repeated in. */
const PLACES = {
  letter: (text) => `${MASTHEAD}${NOTICE_HEAD}${text}\n\n某县人民政府\n2021年9月9日\n`,
  "after the letter": (text) =>
    `${MASTHEAD}${NOTICE_HEAD}请抓好节水工作。\n\n某县人民政府\n2021年9月9日\n\n${text}\n`,
  cell: (text) => `${MASTHEAD}${NOTICE_HEAD}序号\t任务内容\t责任单位\n1\t${text}\t县水务局\n`,
  duty: (text) => `${MASTHEAD}${NOTICE_HEAD}1. 改造。改造渠道。（${text}负责）\n`,
  chronicle: (text) => `${MASTHEAD}政府大事记\n\n7月5日，${text}\n`,
  contents: (text) => `${MASTHEAD}目录\n\n${text}……1\n\n${NOTICE_HEAD}请抓好节水工作。\n`,
  masthead: (text) => `${MASTHEAD}${text}\n\n${NOTICE_HEAD}请抓好节水工作。\n`,
  appointment: (text) =>
    `${MASTHEAD}某县人民政府关于张三同志任职的通知\n\n某政发〔2021〕5号\n\n各乡镇：\n\n经研究，决定：${text}\n\n某县人民政府\n2021年9月9日\n`,
} satisfies Record<string, (repeated: string) => string>;
type PlaceName = keyof typeof PLACES;

/** Milliseconds of processor time that reading a text takes, the better of two. */
function cost(text: string): number {
  const once = (): number => {
    const before = process.cpuUsage();
    readDecoded(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return Math.min(once(), once());
}

/** What is small enough not to be judged, in milliseconds: noise weighs more than growth there. */
const SMALL = 100;

/** Four times the text may take four times as long, with slack; squares would take sixteen. */
function growsLinearly(place: (repeated: string) => string, unit: string, characters: number): void {
  const count = Math.ceil(characters / unit.length);
  const text = place(unit.repeat(4 * count));
  let worst = 0;
  for (let attempt = 0; attempt < 3; attempt++) {
    const long = cost(text);
    if (long < SMALL) return;
    worst = long / cost(place(unit.repeat(count)));
    if (worst < 8) return;
  }
  expect.fail(`${JSON.stringify(unit)}: four times the text takes ${worst.toFixed(1)} times as long`);
}

const ANYWHERE = [
  "（",
  "）",
  "《",
  "《〈",
  "》",
  " ",
  "\u3000",
  "\u200b",
  "9",
  "、",
  "张三、",
  "县",
  "号",
  "__",
  "**",
  "<p>",
];
const HARD: Record<PlaceName, readonly string[]> = {
  letter: [
    ...ANYWHERE,
    "〔2021〕",
    "〔2021〕5号",
    "一、",
    "1.1.",
    "附件：",
    "责任单位：",
    "<td>",
    "<table>",
    "</table>",
    "|",
    "\t",
    "\n",
    "\r",
    "……1",
    "......",
    "*",
    "`",
    "[",
    "![](",
    "](",
    "<http://",
    "&amp;",
    "-",
    "甲\n",
    "甲\n\n",
    "甲\t乙\n",
    "\t\n",
    "| a |\n",
    "<tr><td>",
    "附件\n",
    "目录\n",
    "2021年9月9日\n",
    "某县人民政府\n",
    "某政发〔2021〕5号\n\n",
    "组 长：",
    "联系人：",
    "电话：123",
    "a.",
    "a@",
    "自2021年1月1日起",
    "废止",
    "第一条",
    "\ud800",
    "\u0000",
  ],
  "after the letter": ["（", "《", "县", "甲\n", "| a |", "附件：1. ", "组长：张三\n", "姓名：\n"],
  cell: ["（", "任", "的", "<p>", "__", "县财政局、", "2021年"],
  duty: ["责任单位：", "县财政局、", "县财政局牵头，", "等部门", "（", "会同", "\t"],
  chronicle: ["张 ", "县长张三、", "县长", "局长", "同志", "和", "张三·", "《"],
  contents: ["……1", "…", ".", " ", "县", "甲\n\n", "（", "◆"],
  masthead: ["县", "号", "第", "主 编：", "2021年", "张 ", "期"],
  appointment: ["任", "为", "任命张三为", "免去", "张三、", "张 ", "的", "，"],
};

describe.each(Object.entries(HARD) as [PlaceName, readonly string[]][])("time in the %s", (place, units) => {
  test.each(units)("%j", (unit) => {
    growsLinearly(PLACES[place], unit, 2500);
  });
});

describe("time of many equal parts", () => {
  test.each(["一、甲\n\n", "（一）甲\n", "附件1\n\n甲\n\n", "1\t甲\t乙\n", "某县人民政府公告\n\n"])(
    "%j",
    (unit) => {
      growsLinearly(PLACES.letter, unit, 8000);
    },
  );
});
