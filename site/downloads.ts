/** What can be downloaded, a row a format; another format is another row, and the pages under `/data/` follow. */
import { lastPart, pagePath } from "../src/corpus/addresses.ts";
import type { Gazette, Leading } from "../src/corpus/gazette.ts";
import { markdownTwin } from "../src/html/twin.ts";
import { atomFeed } from "./feeds/atom.ts";
import { allFeeds } from "./feeds/feeds.ts";
import { jsonFeed } from "./feeds/json.ts";
import { dataPath, dataText, type Published } from "./files.ts";
import type { Library } from "./library.ts";
import { sayIssueId } from "./words.ts";

export type Download = {
  /** From the site's root. */
  path: string;
  /** What it is of: files of one thing stand in one row. */
  title: string;
  page: string;
  /** Null for what is of the whole gazette. */
  issue: string | null;
  /** Its content, as it is written. */
  text: () => string;
};

export type Format = {
  id: string;
  /** What is in it: 文件, 任务表. */
  name: string;
  /** JSON, Markdown. */
  format: string;
  media: string;
  says: string;
  /** Where its schema is published, from the site's root; null where none is. */
  schema: string | null;
  files: (library: Library) => Download[];
};

export const FORMATS: Format[] = [
  json("issues", "期刊", "刊名、期号、出版日期、目录、编辑委员会与版权页。", ({ issues }) => issues),
  json(
    "notices",
    "文件",
    "文号、日期、主送、正文各段、附件，所引文件与所提机构人物。",
    ({ notices }) => notices,
  ),
  json(
    "task-tables",
    "任务表",
    "每项任务的内容、责任与配合单位、时限和指标。",
    ({ taskTables }) => taskTables,
  ),
  json("tables", "表格", "各列名称与单位，各行所印文字。", ({ tables }) => tables),
  json(
    "appointments",
    "人事任免",
    "每项决定的姓名、单位、职务、任免与依据。",
    ({ appointments }) => appointments,
  ),
  json("chronicles", "大事记", "逐条日期、文字与所记人物。", ({ chronicles }) => chronicles),
  {
    id: "markdown",
    name: "文件全文",
    format: "Markdown",
    media: "text/markdown",
    says: "正文、附件和表格的文字，可直接阅读或交给其他程序。",
    schema: null,
    files: ({ gazette }) =>
      [...gazette.leading.values()].map((document) => ({
        ...thing(document, gazette),
        path: `/${document.id}.md`,
        text: () => markdownTwin(document, gazette.tableById),
      })),
  },
  feed("Atom", "xml", "application/atom+xml", atomFeed),
  feed("JSON Feed", "json", "application/feed+json", jsonFeed),
];

function json(id: string, name: string, says: string, list: (gazette: Gazette) => Published[]): Format {
  return {
    id,
    name,
    format: "JSON",
    media: "application/json",
    says,
    schema: null,
    files: ({ gazette }) =>
      list(gazette).map((document) => ({
        ...thing(document, gazette),
        path: dataPath(document),
        text: () => dataText(document),
      })),
  };
}

type Feed = Parameters<typeof atomFeed>[0];

function feed(format: string, ending: string, media: string, write: (feed: Feed) => string): Format {
  return {
    id: `feed-${ending}`,
    name: "订阅",
    format,
    media,
    says: "最近的文件、任免和大事记；各机构的订阅在其页面上。",
    schema: null,
    files: (library) =>
      allFeeds(library)
        .filter(({ path }) => path.startsWith("/feeds/"))
        .map((own) => ({
          path: `${own.path}.${ending}`,
          title: own.title,
          page: own.home,
          issue: null,
          text: () => write(own),
        })),
  };
}

function thing(document: Published, gazette: Gazette): Pick<Download, "title" | "page" | "issue"> {
  if (document.type === "issue")
    return { title: "期刊信息与目录", page: pagePath(document.id), issue: document.id };
  const { id, issue } = document;
  if (document.type === "table")
    return {
      title: document.title ?? `表格：${titleOf(gazette, document.notice)}`,
      page: `${pagePath(document.notice)}#${lastPart(id)}`,
      issue,
    };
  const title = document.type === "task-table" ? taskTitle(document, gazette) : document.title;
  return { title, page: pagePath(id), issue };
}

function taskTitle({ title, notice }: { title: string | null; notice: string }, gazette: Gazette): string {
  return `任务：${title ?? titleOf(gazette, notice)}`;
}

function titleOf({ leading }: { leading: Map<string, Leading> }, id: string): string {
  return leading.get(id)?.title ?? sayIssueId(id);
}

export function bytesOfFile({ text }: Download): number {
  return Buffer.byteLength(text());
}

/** `12.3 KB`. */
export function sayBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The first lines of a file, for a look at its form; long lines are cut. */
export function exampleOf({ text }: Download, lines = 14, length = 72): string {
  const all = text().trimEnd().split("\n");
  const shown = all
    .slice(0, lines)
    .map((line) => (line.length > length ? `${line.slice(0, length)}…` : line));
  return [...shown, ...(all.length > lines ? ["…"] : [])].join("\n");
}
