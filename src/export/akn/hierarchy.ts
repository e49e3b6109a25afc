/** Which element of the hierarchy a numbered part is: by its own word (编 章 节 条), else by its depth. */
import type { Section } from "../../document/schema.ts";

/** 第三章: what a part calls itself. */
const NAMED = /^第[\d〇零一二三四五六七八九十百千]+(编|章|节|条)/u;
const ELEMENTS: Readonly<Record<string, string>> = {
  编: "part",
  章: "chapter",
  节: "section",
  条: "article",
};

/** 一、 （一） 1. （1） ①, and what stands under that. */
const BY_DEPTH = ["section", "subsection", "paragraph", "subparagraph", "point", "indent"];
/** Under an article (条): 项 and 目. */
const UNDER_ARTICLE = ["point", "indent"];

/** The element of a section; `above` are the sections around it, the outermost first. */
export function hierarchyElement({ marker, depth }: Section, above: readonly Section[]): string {
  const own = nameIn(marker);
  if (own !== null) return own;
  const article = above.findLastIndex((section) => nameIn(section.marker) === "article");
  return article === -1 ? at(BY_DEPTH, depth - 1) : at(UNDER_ARTICLE, above.length - article - 1);
}

function nameIn(marker: string): string | null {
  return ELEMENTS[NAMED.exec(marker)?.[1] ?? ""] ?? null;
}

function at(elements: readonly string[], index: number): string {
  return elements[Math.min(index, elements.length - 1)] as string;
}
