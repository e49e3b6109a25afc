/** Blocks of a document → hast: headings at their depth, run-in heads, lists, rosters, forms, tables in place. */
import type { Element, ElementContent } from "hast";

import { paragraphPlace } from "../corpus/cite.ts";
import type { Lookup } from "../corpus/gazette.ts";
import { type Part, placeName } from "../corpus/walk.ts";
import type { Block, Section, TableDocument } from "../document/schema.ts";
import { h } from "./element.ts";
import type { Links } from "./links.ts";
import { placeMark } from "./mark.ts";
import { tableElement } from "./table.ts";
import { linesOf, textWithMentions } from "./text.ts";

export type BlockContext = {
  links: Links;
  part: Part;
  tables: Lookup<TableDocument>;
  /** Rank of the heading above: a section of depth 1 is one rank below it. */
  rank: number;
};

/** The blocks of a part, or of a section; `sections` are those around. */
export function blockElements(blocks: Block[], context: BlockContext, sections: Section[] = []): Element[] {
  let paragraphs = 0;
  return blocks.flatMap((block) => {
    if (block.type === "section") return [sectionElement(block, context, [...sections, block])];
    paragraphs += 1;
    return leafElement(block, context, paragraphPlace(context.part, sections, paragraphs));
  });
}

type Leaf = Exclude<Block, Section>;

function leafElement(block: Leaf, context: BlockContext, place: string): Element[] {
  const mark = placeMark(block.anchor, place, true);
  switch (block.type) {
    case "paragraph":
      return [
        h("p", { id: block.anchor }, ...textWithMentions(block.text, block.mentions, context.links), mark),
      ];
    case "list":
      return [
        h(
          "ul",
          { id: block.anchor, className: ["items"] },
          block.items.map(({ marker, text }) => h("li", {}, marker ?? "", ...linesOf(text))),
        ),
      ];
    case "roster":
      return [rosterElement(block, context.links)];
    case "form":
      return [
        // No list of terms: a form asks for a name or a date more than once.
        h(
          "ul",
          { id: block.anchor, className: ["form"] },
          block.fields.map(({ label, value }) => h("li", {}, h("span", {}, label), h("span", {}, value))),
        ),
      ];
    case "table": {
      const table = context.tables.get(block.ref);
      return table === undefined ? [] : [h("div", { id: block.anchor }, tableElement(table, context.links))];
    }
  }
}

function rosterElement(roster: Extract<Block, { type: "roster" }>, links: Links): Element {
  const groups = roster.groups.map(({ role, members }) =>
    h(
      "div",
      {},
      h("dt", {}, role ?? ""),
      ...members.map(({ name, title }) =>
        h(
          "dd",
          {},
          nameElement(name, links),
          title === null ? [] : h("span", { className: ["office"] }, title),
        ),
      ),
    ),
  );
  return h("dl", { id: roster.anchor, className: ["roster"] }, ...groups);
}

function nameElement(name: string | null, links: Links): ElementContent[] {
  if (name === null) return [];
  const href = links.person(name);
  return [
    h("span", { className: ["name"] }, href === null ? name : h("a", { href, className: ["names"] }, name)),
  ];
}

function sectionElement(section: Section, context: BlockContext, sections: Section[]): Element {
  const { anchor, depth, title, runIn, children } = section;
  const properties = { id: anchor, className: ["section", `depth-${Math.min(depth, 5)}`] };
  const mark = placeMark(anchor, placeName(context.part, sections), title === null);
  const first = children[0];
  if (first?.type !== "paragraph" || !(runIn || title === null)) {
    const head = headElement(section, context.rank + sections.length, [mark]);
    return h(
      title === null ? "div" : "section",
      properties,
      head,
      ...blockElements(children, context, sections),
    );
  }
  const words = textWithMentions(first.text, first.mentions, context.links);
  const line =
    title === null
      ? h("p", { id: first.anchor }, markerElement(section), ...words, mark)
      : h(
          "div",
          { className: ["run-in"] },
          headElement(section, context.rank + sections.length, []),
          h("p", { id: first.anchor }, ...words, mark),
        );
  return h(
    title === null ? "div" : "section",
    properties,
    line,
    ...blockElements(children.slice(1), context, sections),
  );
}

function markerElement(section: Section): Element {
  const latin = /[\w)]$|\.$/u.test(section.marker);
  return h("span", { className: latin ? ["marker", "latin"] : ["marker"] }, section.marker);
}

/** A numbered sentence without a head is a paragraph; what has a title is a heading at its rank, and makes a section. */
function headElement(section: Section, rank: number, marks: Element[]): Element {
  const words = [markerElement(section), section.title ?? "", section.delimiter ?? "", ...marks];
  if (section.title === null) return h("p", {}, ...words);
  // HTML has six ranks of headings; deeper ones say their level in ARIA.
  return rank <= 6 ? h(`h${rank}`, {}, ...words) : h("p", { role: "heading", ariaLevel: rank }, ...words);
}
