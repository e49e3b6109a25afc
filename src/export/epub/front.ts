/** The first page of the book: what the issue says of itself, as hast. */
import type { Element } from "hast";
import { sayDate, sayIssue } from "../../corpus/cite.ts";
import type { IssueDocument } from "../../document/schema.ts";
import { blockElements } from "../../html/blocks.ts";
import { h } from "../../html/element.ts";
import { noLinks } from "../../html/links.ts";

/** 版权页: the names of its lines. */
const IMPRINT: readonly [keyof IssueDocument["colophon"], string][] = [
  ["chiefEditors", "主编"],
  ["editors", "责任编辑"],
  ["supervisor", "主管"],
  ["sponsor", "主办"],
  ["publisher", "编辑出版"],
  ["address", "地址"],
  ["phone", "电话"],
  ["fax", "传真"],
  ["website", "网址"],
];

export function frontPage(issue: IssueDocument): Element[] {
  const { title, date, frequency, permit, front, about, board, colophon } = issue;
  const facts: [string, string | null][] = [
    ["刊期", frequency],
    ["出版日期", date === null ? null : sayDate(date)],
    ["准印证号", permit],
    ...IMPRINT.map(([field, name]): [string, string | null] => {
      const value = colophon[field];
      return [name, Array.isArray(value) ? value.join("、") : value];
    }),
  ];
  const given = facts.flatMap(([name, value]) => (value === null || value === "" ? [] : [fact(name, value)]));
  return [
    h("h1", {}, title),
    h("p", { className: ["issue"] }, sayIssue(issue)),
    ...textOf(front),
    ...(board.length === 0
      ? []
      : [
          h("h2", {}, "编辑委员会"),
          h("dl", {}, ...board.map(({ role, members }) => fact(role, members.join("　")))),
        ]),
    ...(about.length === 0 ? [] : [h("h2", {}, "简介"), ...textOf(about)]),
    ...(given.length === 0 ? [] : [h("h2", {}, "版权页"), h("dl", {}, ...given)]),
  ];
}

function fact(name: string, value: string): Element {
  return h("div", {}, h("dt", {}, name), h("dd", {}, value));
}

function textOf(children: IssueDocument["front"]): Element[] {
  const part = { kind: "letter", anchor: null, label: null, title: null, children } as const;
  return blockElements(children, { links: noLinks, part, tables: new Map(), rank: 2 });
}
