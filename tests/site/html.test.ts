/** Documents as HTML: structure, links, tables on a phone, and text that never becomes markup. */
import { describe, expect, it } from "vitest";
import type { Part } from "../../src/corpus/walk.ts";
import type { Block } from "../../src/document/schema.ts";
import { blockElements } from "../../src/html/blocks.ts";
import { decisionTable } from "../../src/html/decisions.ts";
import { h } from "../../src/html/element.ts";
import { type Links, noLinks } from "../../src/html/links.ts";
import { placeMark } from "../../src/html/mark.ts";
import { renderMarkdown } from "../../src/html/markdown.ts";
import { outlineOf } from "../../src/html/outline.ts";
import { partyList } from "../../src/html/parties.ts";
import { alignLines } from "../../src/html/source.ts";
import { toHtml } from "../../src/html/stringify.ts";
import { tableElement, tableShape } from "../../src/html/table.ts";
import { linesOf, plainText, textWithMentions } from "../../src/html/text.ts";
import { appointment, chronicle, fullNotice, HOSTILE, notice, paragraph, section, table } from "./gazette.ts";

const links: Links = {
  document: (id) => `/${id}/`,
  organization: (name) => (name === "县水务局" ? "/organizations/shui/" : null),
  person: (name) => (name === "李静" ? "/people/li-jing/" : null),
  place: (path) => path,
};
const part: Part = { kind: "letter", anchor: null, label: null, title: null, children: [] };
const tables = new Map([[table().id, table()]]);
const render = (blocks: Block[], rank = 1, own: Links = links) =>
  toHtml(blockElements(blocks, { links: own, part, tables, rank }));

describe("text", () => {
  it("never becomes markup", () => {
    const html =
      render([
        paragraph("p1", HOSTILE),
        {
          type: "list",
          anchor: "l",
          position: paragraph("", "").position,
          items: [{ marker: HOSTILE, text: HOSTILE }],
        },
        {
          type: "form",
          anchor: "f",
          position: paragraph("", "").position,
          fields: [{ label: HOSTILE, value: HOSTILE }],
        },
        section("s", "一、", [], { title: HOSTILE }),
      ]) + toHtml([tableElement(table({ title: HOSTILE }), noLinks)]);
    expect(html.replace(/="[^"]*"/g, "")).not.toMatch(/<(?:script|img)/);
    expect(html).toContain("&#x3C;script>alert(1)");
  });

  it("links what it names and leaves overlapping names as text", () => {
    const text = "李静到县水务局。";
    const html = toHtml(
      textWithMentions(
        text,
        [
          { kind: "organization", start: 3, end: 7, name: "县水务局" },
          { kind: "organization", start: 4, end: 7, name: "县水务局" },
          { kind: "person", start: 0, end: 2, name: "李静" },
          { kind: "person", start: 7, end: 8, name: "无人" },
        ],
        links,
      ),
    );
    expect(html).toBe(
      '<a href="/people/li-jing/" class="names">李静</a>到<a href="/organizations/shui/" class="names">县水务局</a>。',
    );
  });

  it("takes the longer of two names that start together", () => {
    const mentions = [
      { kind: "document" as const, start: 0, end: 2, ref: "a/b" },
      { kind: "document" as const, start: 0, end: 4, ref: "c/d" },
    ];
    expect(toHtml(textWithMentions("《甲》文", mentions, links))).toBe(
      '<a href="/c/d/" class="cites">《甲》文</a>',
    );
  });

  it("dates dates, and links no document that is not here", () => {
    const mentions = [
      { kind: "date" as const, start: 0, end: 9, date: "2022-03-01" },
      { kind: "document" as const, start: 9, end: 12, ref: null },
    ];
    expect(toHtml(textWithMentions("2022年3月1日《甲》", mentions, links))).toBe(
      '<time datetime="2022-03-01">2022年3月1日</time>《甲》',
    );
    expect(
      toHtml(textWithMentions("《甲》", [{ kind: "document", start: 0, end: 3, ref: "a/b" }], noLinks)),
    ).toBe("《甲》");
  });

  it("keeps numbers with their units", () => {
    expect(toHtml(plainText("共65万元"))).toBe('共<span class="figure-unit">65万元</span>');
    expect(toHtml(plainText("无数"))).toBe("无数");
    expect(toHtml(linesOf("甲\n乙"))).toBe("甲<br>乙");
  });
});

describe("sections", () => {
  it("are headings at their rank, run-in heads stand in their paragraph", () => {
    const html = render(fullNotice().enclosure?.children ?? [], 2);
    expect(html).toContain(
      '<section id="s1" class="section depth-1"><h3><span class="marker">一、</span>总体要求',
    );
    expect(html).toContain(
      '<div class="run-in"><h4><span class="marker">（一）</span>加强领导。</h4><p id="s1-1-p1">',
    );
    expect(html).toContain(
      '<p id="s1-2-p1"><span class="marker latin">1.</span>应当按期完成<span class="figure-unit">80%</span>。',
    );
    expect(html).not.toContain("<h7");
  });

  it("deeper than HTML's headings say their level", () => {
    expect(render([section("s", "①", [], { depth: 6 })], 6)).toContain('<p role="heading" aria-level="7">');
  });

  it("without title or text stand as their number, with more blocks after them", () => {
    expect(render([section("s", "1.", [], { title: null })])).toContain(
      '<p><span class="marker latin">1.</span>',
    );
    expect(
      render([section("s", "一、", [paragraph("a", "甲"), paragraph("b", "乙")], { runIn: true })]),
    ).toMatch(/run-in.*<p id="b">/s);
  });
});

describe("rosters, forms, tables", () => {
  it("link the people that have pages", () => {
    const html = render(fullNotice().attachments.flatMap(({ children }) => children));
    expect(html).toContain(
      '<dt>组长</dt><dd><span class="name"><a href="/people/li-jing/" class="names">李静</a></span><span class="office">县长</span></dd>',
    );
    expect(html).toContain('<dd><span class="office">县财政局局长</span></dd>');
    expect(html).toContain('<dt></dt><dd><span class="name">王芳</span></dd>');
    expect(html).toContain("<li><span>姓名：</span><span></span></li>");
    expect(html).toContain('<div id="qzf-2022-6-table-1"');
  });

  it("leave out a table that is not there", () => {
    expect(
      render([{ type: "table", anchor: "t", position: paragraph("", "").position, ref: "2022-01/none" }]),
    ).toBe("");
  });

  it.each(["合 计", "总计（2项）", "共计"])("mark a row that adds up the others: %s", (word) => {
    const printed = table();
    const rows = [
      { cells: [{ text: word, rowSpan: 1, colSpan: 1 }] },
      { cells: [{ text: "合计划", rowSpan: 1, colSpan: 1 }] },
    ];
    const html = toHtml([tableElement({ ...printed, rows, records: [null, null] }, links)]);
    expect(html.match(/<tr[^>]*class="total"/g)).toHaveLength(1);
  });

  it("repeat a spanning cell for the cards of its rows", () => {
    const html = toHtml([tableElement(table(), links)]);
    expect(html).toContain('<td data-label="类别" rowspan="2"');
    expect(html).toContain('<tr id="qzf-2022-6-table-1-r2" data-again="类别　水利">');
    expect(html).toContain('<tr id="qzf-2022-6-table-1-r3" class="total">');
    expect(html).toContain('<a href="/organizations/shui/" class="names">县水务局</a>');
    expect(html).toContain('class="table grid"');
  });

  it("take a span at a row's end, over columns too, and long cells below their names", () => {
    const cell = (text: string, rowSpan = 1, colSpan = 1) => ({ text, rowSpan, colSpan });
    const odd = table({
      title: null,
      unitNote: null,
      columns: ["一", "二", "三", "四", "五", "六"].map((name) => ({ name, unit: null, text: name })),
      rows: [
        { cells: [cell("甲".repeat(30)), cell("乙", 2, 2)] },
        { cells: [cell("丙")] },
        { cells: [cell("1"), cell("2"), cell("3"), cell("4"), cell("5"), cell("6"), cell("7")] },
        { cells: [] },
      ],
      records: [null],
    });
    const html = toHtml([tableElement(odd, noLinks)]);
    expect(html).toContain('colspan="2"');
    expect(html).toContain('class="table cards wide"');
    expect(html).toContain("long");
    expect(html).toContain('<td data-label="" class="figure">7');
    expect(tableShape(odd)).toBe("cards");
  });
});

describe("decisions", () => {
  const rows = appointment().decisions.map((decision, at) => ({
    decision,
    number: at + 1,
    document: appointment(),
  }));
  const found: Links = { ...links, person: (name) => `/people/${name}/`, organization: () => null };

  it("have their anchors in their own document", () => {
    const html = toHtml([decisionTable(rows, { caption: "任免一览", links: found, own: true })]);
    expect(html).toContain(
      '<tr id="decision-1" data-filter-item="" data-year="2022" data-organization="县水务局" data-action="appoint">',
    );
    expect(html).toContain('<td data-label="姓名"><a href="/people/王芳/">王芳</a></td>');
    expect(html).toContain('data-label="职务">局长（试用期一年）<a class="mark quiet"');
    expect(html).toContain('<span class="action remove">免</span>');
  });

  it("name their document elsewhere", () => {
    const bare = { ...appointment({ documentNumber: null, date: null }) };
    const office = {
      ...rows[1]?.decision,
      concurrent: true,
      action: "appoint",
      office: null,
    } as (typeof rows)[number]["decision"];
    const html = toHtml([
      decisionTable([{ decision: office, number: 2, document: bare }], {
        caption: "任免",
        links: noLinks,
        own: false,
      }),
    ]);
    expect(html).toContain('<a href="/2022-01/qzgf-2022-1/#decision-2">关于王芳同志任职的通知</a>');
    expect(html).toContain(">兼任</span>");
    expect(html).toContain('<td data-label="日期" class="blank"></td>');
    expect(html).not.toContain('id="decision-2"');
    const dated = [{ decision: office, number: 2, document: { ...bare, date: "2022-03-01" } }];
    expect(toHtml([decisionTable(dated, { caption: "任免", links: noLinks, own: false })])).toContain(
      '<td data-label="日期" class="date"><time datetime="2022-03-01">2022年3月1日</time></td>',
    );
  });
});

describe("the head of a table", () => {
  it("is left out where none is printed, and has no empty head cell", () => {
    const column = (text: string, name: string) => ({ name, unit: null, text });
    const headless = table({ columns: [column("", "列1"), column("", "列2")], rows: [], records: [] });
    expect(toHtml([tableElement(headless, noLinks)])).not.toContain("<thead");
    const partly = table({ columns: [column("姓名", "姓名"), column("", "列2")], rows: [], records: [] });
    expect(toHtml([tableElement(partly, noLinks)])).toContain('<th scope="col">姓名</th><td></td>');
  });
});

describe("marks", () => {
  it("say what they cite, quiet ones only when asked", () => {
    expect(toHtml([placeMark("s1", "一", false)])).toBe(
      '<a class="mark" href="#s1" data-place="一" aria-label="引用：一">¶</a>',
    );
    expect(toHtml([placeMark("s1", "", false)])).toContain('aria-label="引用此处"');
    expect(toHtml([placeMark("p1", "第1段", true)])).toContain('tabindex="-1" aria-hidden="true"');
  });

  it("are built of elements and text", () => {
    expect(toHtml([h("p", {}, "", ["甲", [h("br")]], "<")])).toBe("<p>甲<br>&#x3C;</p>");
  });
});

describe("the outline", () => {
  it("has parts and two depths of titled sections", () => {
    expect(outlineOf(fullNotice())).toEqual([
      {
        anchor: "enclosure",
        text: "水利规划",
        children: [
          {
            anchor: "s1",
            text: "一、总体要求",
            children: [{ anchor: "s1-1", text: "（一）加强领导", children: [] }],
          },
        ],
      },
      { anchor: "attachment-1", text: "附件1 任务分配表", children: [] },
      { anchor: "attachment-2", text: "附件2", children: [] },
    ]);
    expect(
      outlineOf(notice("2022-01/a", { children: [section("s", "一、", [section("t", "（一）", [])])] })),
    ).toEqual([
      {
        anchor: "s",
        text: "一、总体要求",
        children: [{ anchor: "t", text: "（一）总体要求", children: [] }],
      },
    ]);
    expect(outlineOf(notice("2022-01/a", { enclosure: { title: null, children: [] } }))).toEqual([
      { anchor: "enclosure", text: "正文", children: [] },
    ]);
  });
});

describe("editors' pages", () => {
  it("lose what could run and gain a table of contents", () => {
    const { html, headings } = renderMarkdown(
      "## 一\n\n### 二 `三`\n\n# 四\n\n<script>x</script> [a](javascript:b)\n\n## 一",
    );
    expect(html).not.toMatch(/script/);
    expect(headings).toEqual([
      { anchor: "一", text: "一", rank: 2 },
      { anchor: "二-三", text: "二 三", rank: 3 },
      { anchor: "一-1", text: "一", rank: 2 },
    ]);
  });
});

describe("source lines", () => {
  const source = Array.from({ length: 40 }, (_, at) => (at === 12 ? "" : `第${at + 1}行`));

  it("stand once, blocks of one line together", () => {
    const stretches = alignLines(fullNotice(), tables, source);
    const numbers = stretches.flatMap(({ lines }) => lines.map(({ number }) => number));
    expect(numbers).toEqual([9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29]);
    const line15 = stretches.find(({ lines }) => lines[0]?.number === 15);
    expect(line15?.readings.map(({ kind }) => kind)).toEqual(["标题", "段落"]);
    expect(stretches.flatMap(({ readings }) => readings).find(({ kind }) => kind === "表格")?.text).toBe(
      "任务分配表",
    );
  });

  it("come from entries in a chronicle, from blocks elsewhere", () => {
    expect(alignLines(chronicle(), tables, source).map(({ lines }) => lines[0]?.number)).toEqual([36, 37]);
    expect(alignLines(chronicle({ entries: [] }), tables, source)).toEqual([]);
    expect(alignLines(appointment(), tables, source).map(({ readings }) => readings.length)).toEqual([
      0, 1, 0,
    ]);
    const early = appointment({
      position: { start: { line: 33, column: 1, offset: 0 }, end: { line: 33, column: 2, offset: 1 } },
    });
    expect(alignLines(early, tables, [])).toEqual([]);
  });

  it("end a head before its first block, and name a table without title", () => {
    const head = section("s", "一、", [
      paragraph("p", "文", {
        position: { start: { line: 13, column: 1, offset: 0 }, end: { line: 13, column: 2, offset: 1 } },
      }),
    ]);
    const one = notice("2022-01/a", {
      children: [
        head,
        section("t", "二、", [], {
          position: { start: { line: 14, column: 1, offset: 0 }, end: { line: 14, column: 1, offset: 1 } },
        }),
      ],
      position: { start: { line: 11, column: 1, offset: 0 }, end: { line: 14, column: 1, offset: 1 } },
    });
    expect(
      alignLines(
        one,
        tables,
        source.map((text) => text || "x"),
      ).map(({ lines }) => lines.length),
    ).toEqual([2, 1, 1]);
    const untitled = new Map([[table().id, table({ title: null })]]);
    expect(
      alignLines(fullNotice(), untitled, source)
        .flatMap(({ readings }) => readings)
        .find(({ kind }) => kind === "表格")?.text,
    ).toBe("");
  });
});

describe("lists of bodies", () => {
  it("lead to each body's page under its name, and say the print where it is another", () => {
    const parties = [
      { text: "水务局", name: "县水务局" },
      { text: "县水务局", name: "县水务局" },
      { text: HOSTILE, name: HOSTILE },
    ];
    const html = partyList(parties, links);
    expect(html).toContain(
      '<li><a href="/organizations/shui/" title="原文：水务局">县水务局</a></li><li><a href="/organizations/shui/">县水务局</a></li>',
    );
    expect(html).not.toMatch(/<(?:script|img)/);
    // Where the body has no page it is printed as it is, though it was linked before.
    expect(partyList(parties.slice(0, 1), noLinks)).toBe('<ul class="parties"><li>水务局</li></ul>');
  });
});
