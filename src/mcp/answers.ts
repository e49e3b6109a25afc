/** What all answers share: how a place is cited and where it is, pages of long lists, errors that say what to do. */
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { citePlace } from "../corpus/cite.ts";
import type { Place } from "../corpus/places.ts";
import type { Archive } from "./archive.ts";

/** Where an answer was printed, so that whoever reads it can look. */
export const cited = {
  anchor: z.string().describe("页内锚点；整件为空"),
  citation: z.string().describe("现成引文，照抄即可"),
  address: z.string().describe("网页地址；网站地址未知时为站内路径"),
  source: z
    .strictObject({ file: z.string(), startLine: z.int(), endLine: z.int() })
    .nullable()
    .describe("原文文本的文件和行号"),
};

/** `inside` is said after the citation where the path itself has no place of its own. */
export function citePath(archive: Archive, path: string, inside = ""): z.infer<z.ZodObject<typeof cited>> {
  const own = archive.places.get(path);
  const [page = path, anchor = ""] = path.split("#");
  const { citation, lines, issue } = own ?? pagePlace(archive, page);
  return {
    anchor,
    citation: own === undefined ? citePlace(citation, inside) : citation,
    address: archive.address(path),
    source: lines === null ? null : { file: issue.source.file, startLine: lines.start, endLine: lines.end },
  };
}

function pagePlace({ places }: Archive, page: string): Place {
  const place = places.get(page);
  if (place === undefined) throw new Error(`${page} 不在任何一期的目录里：请重新生成 content/`);
  return place;
}

/** The parameters of a list that comes in pages. */
export const paging = (most: number, usual: number) => ({
  limit: z.int().min(1).max(most).default(usual).describe(`至多几项（1–${most}）`),
  offset: z.int().min(0).default(0).describe("从第几项起（0 为开头）；用上一次答复里的 next"),
});

/** What a page of a list says of the whole. */
export const paged = {
  total: z.int().describe("符合条件的总数"),
  offset: z.int(),
  next: z.int().nullable().describe("下一页的 offset；没有更多时为 null"),
};

export type Paged<T> = { total: number; offset: number; next: number | null; page: T[] };

export function pageOf<T>(list: T[], { limit, offset }: { limit: number; offset: number }): Paged<T> {
  const end = offset + limit;
  return {
    total: list.length,
    offset,
    next: end < list.length ? end : null,
    page: list.slice(offset, end),
  };
}

/** How much of a list an answer holds, and how to go on. */
export function sayPage({ total, offset, next, page }: Paged<unknown>): string {
  if (total === 0) return "没有符合条件的。";
  if (page.length === 0) return `共 ${total} 项，offset=${offset} 已超出末尾。`;
  const more = next === null ? "" : `；下一页用 offset=${next}`;
  return `共 ${total} 项，这里是第 ${offset + 1}–${offset + page.length} 项${more}。`;
}

/** The lines that close every item: citation, address, place in the source. */
export function sayCited({ citation, address, source }: z.infer<z.ZodObject<typeof cited>>): string {
  const printed = source === null ? "" : `\n   原文：${source.file} ${sayLines(source)}`;
  return `   引文：${citation}\n   地址：${address}${printed}`;
}

function sayLines({ startLine, endLine }: { startLine: number; endLine: number }): string {
  return startLine === endLine ? `第 ${startLine} 行` : `第 ${startLine}–${endLine} 行`;
}

/** An answer as data, and as text for those that read only that. */
export function answered(structuredContent: Record<string, unknown>, text: string): CallToolResult {
  return { content: [{ type: "text", text }], structuredContent };
}

/** What could not be answered, and what to do. */
export function refused(text: string): CallToolResult {
  return { content: [{ type: "text", text }], isError: true };
}

/** Nothing a tool does changes anything, or reaches beyond the gazette. */
export const READING = { readOnlyHint: true, idempotentHint: true, openWorldHint: false } as const;

export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "日期写作 2021-12-31")
  .describe("日期，如 2021-12-31");

export const issueId = z
  .string()
  .regex(/^\d{4}-\d{2}$/, "期号写作 2021-03")
  .describe("期号，如 2021-03（2021年第3期）");

/** True for a date within both ends, which count; without a date only where no end is asked for. */
export function within(date: string | null | undefined, from?: string, to?: string): boolean {
  if (from === undefined && to === undefined) return true;
  return date != null && (from === undefined || date >= from) && (to === undefined || date <= to);
}
