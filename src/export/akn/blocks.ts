/** Blocks of a document in Akoma Ntoso: numbered parts as its hierarchy, everything else as blocks in place. */
import type { Block, Section, TableDocument } from "../../document/schema.ts";
import type { XmlElement } from "../xml.ts";
import { a, orBlank } from "./element.ts";
import { hierarchyElement } from "./hierarchy.ts";
import { person, role, textWith } from "./inline.ts";
import { type TableContext, tableBlock } from "./table.ts";

export interface BlockContext extends TableContext {
  tables: ReadonlyMap<string, TableDocument>;
}

/** What stands in a body: blocks and numbered parts as they come. */
export function bodyElements(blocks: readonly Block[], context: BlockContext): XmlElement[] {
  return blocks.flatMap((block) =>
    block.type === "section" ? [sectionElement(block, [], context)] : leafElements(block, context),
  );
}

function sectionElement(section: Section, above: readonly Section[], context: BlockContext): XmlElement {
  const { anchor, marker, title, delimiter } = section;
  const head = `${title ?? ""}${delimiter ?? ""}`;
  return a(
    hierarchyElement(section, above),
    { eId: anchor },
    a("num", {}, marker),
    head === "" ? null : a("heading", {}, head),
    insideElements(section, [...above, section], context),
  );
}

/** Blocks alone are `content`; before, between and after numbered parts they are what introduces, parts and closes them. */
function insideElements(
  { children }: Section,
  above: readonly Section[],
  context: BlockContext,
): XmlElement[] {
  const runs = runsOf(children);
  if (runs.length === 0) return [];
  return runs.flatMap((run, at): XmlElement[] => {
    if (Array.isArray(run)) {
      const blocks = run.flatMap((block) => leafElements(block, context));
      if (runs.length === 1) return [a("content", {}, blocks)];
      if (at === 0) return [a("intro", {}, blocks)];
      if (at === runs.length - 1) return [a("wrapUp", {}, blocks)];
      return [a("hcontainer", { name: "text" }, a("content", {}, blocks))];
    }
    return [sectionElement(run, above, context)];
  });
}

type Leaf = Exclude<Block, Section>;

/** Sections one by one, with the blocks between them together. */
function runsOf(blocks: readonly Block[]): (Section | Leaf[])[] {
  const runs: (Section | Leaf[])[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.type === "section") runs.push(block);
    else if (Array.isArray(last)) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

function leafElements(block: Leaf, context: BlockContext): XmlElement[] {
  const eId = block.anchor;
  switch (block.type) {
    case "paragraph":
      return [a("p", { eId }, textWith(block.text, block.mentions, context))];
    case "list":
      return [
        a(
          "blockList",
          { eId },
          orBlank(block.items.map(itemElement), itemElement({ marker: null, text: "" })),
        ),
      ];
    case "form":
      return [
        a(
          "blockContainer",
          { eId, class: "form" },
          orBlank(block.fields.map(({ label, value }) => a("p", {}, label, a("fillIn", {}, value)))),
        ),
      ];
    case "roster":
      return [
        a(
          "blockContainer",
          { eId, class: "roster" },
          orBlank(block.groups.map((group) => groupElement(group, context))),
        ),
      ];
    case "table": {
      const table = context.tables.get(block.ref);
      return table === undefined ? [] : [tableBlock(eId, table, context)];
    }
  }
}

function itemElement({ marker, text }: { marker: string | null; text: string }): XmlElement {
  return a("item", {}, marker === null ? null : a("num", {}, marker), a("p", {}, text));
}

type Group = Extract<Block, { type: "roster" }>["groups"][number];

function groupElement(group: Group, context: BlockContext): XmlElement {
  const members = group.members.map(({ name, title }) =>
    a("item", {}, a("p", {}, person(name, context), role(title, context))),
  );
  return a(
    "blockList",
    {},
    group.role === null ? null : a("listIntroduction", {}, group.role),
    orBlank(members, itemElement({ marker: null, text: "" })),
  );
}
