/** The body as lines: heads, paragraphs, lists, rosters, forms, tables. */
import type { Block, RosterBlock, SectionBlock } from "../model.ts";
import type { Random } from "../random.ts";
import { type Item, line, lines, prose } from "./item.ts";
import type { Style } from "./style.ts";
import { tableItems } from "./tables.ts";
import { spread } from "./titles.ts";

/** What is printed between a marker and its text: a wide blank after 第一条, one after 1.1, the style's after 1. */
function gapAfter(marker: string, { markerGap, gap }: Style): string {
  if (/^第.+[条章节编]$/u.test(marker)) return gap;
  if (/^\d+(?:\.\d+)*$/u.test(marker)) return gap;
  return /[\d.．]/u.test(marker) && !/[、）)]/u.test(marker) ? markerGap : "";
}

/**
 * A page ends at the end of a line, so at least one line of a paragraph stays before it; after fewer characters an
 * item cut off (第二条 申请老旧小区改造补助) could as well be a head that stands alone.
 */
const FIRST_LINE = 26;

function section(block: SectionBlock, style: Style, random: Random): Item[] {
  const { marker, title, delimiter, runIn, children } = block;
  const start = style.indent + marker + gapAfter(marker, style);
  const name = title !== null && /^第.+[章节]$/u.test(marker) ? spread(title, style) : title;
  const bold = (text: string): string => (style.markdown === "bold" ? `**${text}**` : text);
  const [first, ...rest] = children;
  if (title === null || runIn) {
    const text = first?.type === "paragraph" ? first.text : "";
    const head =
      title === null
        ? start
        : style.indent + bold(marker + gapAfter(marker, style) + name + (delimiter ?? ""));
    return [prose(head + text, Math.max(FIRST_LINE, head.length + 4)), ...blocks(rest, style, random)];
  }
  return [
    line(style.indent + bold(marker + gapAfter(marker, style) + name + (delimiter ?? ""))),
    ...blocks(children, style, random),
  ];
}

function roster({ groups }: RosterBlock, style: Style): Item[] {
  const texts = groups.flatMap(({ role, members }) =>
    members.map(({ name, title }, index) => {
      const held = spread(name, style) + (title === null ? "" : style.gap + title);
      return index === 0
        ? `${spread(role, style)}：${held}`
        : `${style.indent === "" ? "" : "　　　　"}${held}`;
    }),
  );
  return lines(texts.map((text) => style.indent + text));
}

export const blocks = (list: readonly Block[], style: Style, random: Random): Item[] =>
  list.flatMap((block) => blockItems(block, style, random));

function blockItems(block: Block, style: Style, random: Random): Item[] {
  switch (block.type) {
    case "section":
      return section(block, style, random);
    case "paragraph":
      if (block.kind === "verse") return [line(style.indent + block.text)];
      return [prose(style.indent + block.text, FIRST_LINE)];
    case "list":
      return lines(block.items.map(({ marker, text }) => `- ${marker ?? ""}${text}`));
    case "roster":
      return roster(block, style);
    case "form":
      return block.fields.map(({ label, value }) => line(`${style.indent}${label}：${value}`));
    case "table":
      return tableItems(block.table, style, random);
  }
}
