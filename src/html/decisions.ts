/** Decisions as a table: who, appointed or removed, where and as what; one card a decision on a phone. */
import type { Element } from "hast";
import { decisionAnchor, pagePath } from "../corpus/addresses.ts";
import { decisionPlace, sayDate } from "../corpus/cite.ts";
import type { DecisionIn } from "../corpus/organizations.ts";
import { h } from "./element.ts";
import type { Links } from "./links.ts";
import { placeMark } from "./mark.ts";
import { tableFrame } from "./table.ts";

export type DecisionTableOptions = {
  caption: string;
  links: Links;
  /** In its own document a decision has its anchor; elsewhere its row names the document. */
  own: boolean;
};

export function decisionTable(rows: DecisionIn[], { caption, links, own }: DecisionTableOptions): Element {
  const heads = ["姓名", "任免", "单位", "职务", ...(own ? [] : ["文件", "日期"])];
  return tableFrame({
    id: "decisions",
    shape: ["cards"],
    caption: [h("span", { className: ["title"] }, caption)],
    head: heads.map((name) => h("th", { scope: "col" }, name)),
    rows: rows.map((row) => decisionRow(row, links, own)),
  });
}

function decisionRow({ decision, number, document }: DecisionIn, links: Links, own: boolean): Element {
  const { action, concurrent, person, organization, post, office, probation } = decision;
  const anchor = decisionAnchor(number);
  const source = document.documentNumber?.text ?? document.title;
  const held = `${post ?? office ?? ""}${probation === null ? "" : `（${probation}）`}`;
  const cell = (label: string, ...children: (Element | string)[]) => h("td", { dataLabel: label }, children);
  return h(
    "tr",
    {
      ...(own ? { id: anchor } : {}),
      dataFilterItem: "",
      dataYear: document.date?.slice(0, 4) ?? "",
      dataOrganization: organization ?? "",
      dataAction: action,
    },
    cell("姓名", named(person, links.person)),
    cell(
      "任免",
      h("span", { className: ["action", action] }, action === "remove" ? "免" : concurrent ? "兼任" : "任"),
    ),
    cell("单位", named(organization, links.organization)),
    cell("职务", held, ...(own ? [placeMark(anchor, decisionPlace(number), true)] : [])),
    ...(own
      ? []
      : [cell("文件", place(`${pagePath(document.id)}#${anchor}`, source, links)), dated(document.date)]),
  );
}

function dated(date: string | null): Element {
  return h(
    "td",
    { dataLabel: "日期", className: date === null ? ["blank"] : ["date"] },
    date === null ? [] : [h("time", { dateTime: date }, sayDate(date))],
  );
}

function named(name: string | null, find: (name: string) => string | null): Element | string {
  const href = name === null ? null : find(name);
  return href === null ? (name ?? "") : h("a", { href }, name ?? "");
}

function place(path: string, text: string, links: Links): Element {
  return h("a", { href: links.place(path) }, text);
}
