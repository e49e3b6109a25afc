/** What the search page says where a query as typed is nowhere: how its hits were found, and names near it. Loaded then. */
import type { Found } from "../../src/search/found.ts";
import { element } from "./element.ts";

const WAYS: Record<NonNullable<Found["way"]>, (terms: string) => string> = {
  spelling: (terms) => `按相近写法“${terms}”检索`,
  name: () => "所列之处以别称印出该名称",
  pinyin: (terms) => `按拼音首字母检索：${terms}`,
  pieces: (terms) => `按其中的词检索：${terms}`,
};

/** What stands behind the number of hits that were found by another way, or that are none. */
export function nearText(text: string, way: Found["way"], terms: string[]): string {
  if (way === null) return ` 处：没有含“${text}”的段落。可减少用字，或改用别的说法。`;
  return ` 处近似结果：没有逐字含“${text}”的段落，${WAYS[way](terms.join("、"))}`;
}

/** 您是不是要找, where there is something to say. */
export function suggestionElement(suggestions: string[]): Node[] {
  if (suggestions.length === 0) return [];
  const line = element("p", "suggested", "您是不是要找：");
  for (const [at, name] of suggestions.entries()) {
    if (at > 0) line.append("、");
    const link = element("a", "", name);
    link.setAttribute("href", `?${new URLSearchParams({ q: name })}`);
    line.append(link);
  }
  return [line];
}
