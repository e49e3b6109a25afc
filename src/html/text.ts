/** The text of a paragraph with what it names: links to documents, bodies and people, dates as dates. */
import type { ElementContent } from "hast";
import type { Mention } from "../document/schema.ts";
import { h } from "./element.ts";
import type { Links } from "./links.ts";

/** Mentions that overlap an earlier one are left as text: an element cannot straddle another. */
export function textWithMentions(text: string, mentions: Mention[], links: Links): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (mention.start < at) continue;
    const element = mentionElement(mention, text.slice(mention.start, mention.end), links);
    if (element === null) continue;
    nodes.push(...plainText(text.slice(at, mention.start)), element);
    at = mention.end;
  }
  nodes.push(...plainText(text.slice(at)));
  return nodes;
}

const NUMBER = String.raw`\d[\d.,]{0,20}`;
const UNIT =
  "[年月日时分号期条款项个名人次家件户页岁]|[千万亿]{0,3}(?:元|吨|亩|米|公里|平方米|公斤|千克)|[%％‰℃]";
/** `2021—2023年`, `11.5万元`, `80%`: what a line must not break. */
const MEASURE = new RegExp(`${NUMBER}(?:[—－–~～-]${NUMBER})?\\s{0,4}(?:${UNIT})`, "gu");

/** Text with numbers and their units kept on one line. */
export function plainText(text: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const match of text.matchAll(MEASURE)) {
    if (match.index > at) nodes.push({ type: "text", value: text.slice(at, match.index) });
    nodes.push(h("span", { className: ["figure-unit"] }, match[0]));
    at = match.index + match[0].length;
  }
  if (at < text.length) nodes.push({ type: "text", value: text.slice(at) });
  return nodes;
}

function mentionElement(mention: Mention, text: string, links: Links): ElementContent | null {
  switch (mention.kind) {
    case "date":
      return h("time", { dateTime: mention.date }, text);
    case "document":
      return link(mention.ref === null ? null : links.document(mention.ref), "cites", text);
    case "organization":
      return link(links.organization(mention.name), "names", text);
    case "person":
      return link(links.person(mention.name), "names", text);
  }
}

function link(href: string | null, className: string, text: string): ElementContent | null {
  return href === null ? null : h("a", { href, className: [className] }, text);
}

/** Text with its line breaks kept. */
export function linesOf(text: string): ElementContent[] {
  return text
    .split("\n")
    .flatMap((line, at): ElementContent[] =>
      at === 0 ? [{ type: "text", value: line }] : [h("br"), { type: "text", value: line }],
    );
}
