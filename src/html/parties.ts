/** Bodies named in a task, each with its page. */
import type { Party } from "../document/schema.ts";
import { h } from "./element.ts";
import type { Links } from "./links.ts";
import { toHtml } from "./stringify.ts";

/** As HTML: the same bodies are named thousands of times, so that each is written once. */
export function partyList(parties: readonly Party[], { organization }: Pick<Links, "organization">): string {
  return `<ul class="parties">${parties.map((party) => itemOf(party, organization(party.name))).join("")}</ul>`;
}

const known = new Map<string, string>();

function itemOf({ text, name }: Party, href: string | null): string {
  // No address or name holds a line break.
  const key = href === null ? text : `${href}\n${text}\n${name}`;
  const present = known.get(key);
  if (present !== undefined) return present;
  const item = toHtml([h("li", {}, href === null ? text : linkOf(text, name, href))]);
  known.set(key, item);
  return item;
}

const linkOf = (text: string, name: string, href: string) =>
  h("a", { href, ...(text === name ? {} : { title: `原文：${text}` }) }, name);
