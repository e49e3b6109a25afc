/** What can be downloaded, a row a format: the documents by kind, every format of `src/export/`, the texts and feeds beside the pages. */
import { lastPart, pagePath } from "../src/corpus/addresses.ts";
import type { Gazette, Leading } from "../src/corpus/gazette.ts";
import type { AnyDocument } from "../src/document/schema.ts";
import { json as jsonFormat } from "../src/export/index.ts";
import { markdownTwin } from "../src/html/twin.ts";
import { type Exported, readExports, type SiteFile, startOf } from "./exports.ts";
import { atomFeed } from "./feeds/atom.ts";
import { allFeeds } from "./feeds/feeds.ts";
import { jsonFeed } from "./feeds/json.ts";
import { dataPath } from "./files.ts";
import { digestOf } from "./keeping/digest.ts";
import { answerLater, noteQuestion, untraced } from "./keeping/traces.ts";
import { type Library, readLibrary } from "./library.ts";
import { onceForABuild } from "./once.ts";
import { sayIssueId } from "./words.ts";

export type Download = {
  /** From the site's root. */
  path: string;
  /** What it is of: files of one thing stand in one row. */
  title: string;
  page: string;
  /** Null for what is of the whole gazette. */
  issue: string | null;
  bytes: () => number;
  /** Its content as it is written, or as far as an example needs it; null where that is no text. */
  beginning: () => string | null;
};

export type Format = {
  id: string;
  /** What is in it: 文件, 任务表; the format's own name where it holds everything. */
  name: string;
  /** JSON, Markdown: how one of its files is called beside the others of one thing. */
  format: string;
  media: string;
  says: string;
  /** Where its schema is published, from the site's root; null where none is. */
  schema: string | null;
  /** Where the format is defined. */
  specification: string | null;
  files: Download[];
};

/** All formats that have files. */
export const readDownloads = onceForABuild(listDownloads);

async function listDownloads(): Promise<Format[]> {
  const library = await readLibrary();
  const beside = besidePages(library);
  // Weighed before the others are waited for.
  for (const file of beside.flatMap(({ files }) => files)) file.bytes();
  const exported = await readExports();
  const isJson = ({ format }: Exported): boolean => format.id === jsonFormat.id;
  const documents = exported.filter(isJson).flatMap(({ files }) => files);
  return [
    ...jsonFormats(documents, library),
    ...exported.filter((one) => !isJson(one)).map((one) => exportedFormat(one, library)),
    ...beside,
  ].filter(({ files }) => files.length > 0);
}

/** A file of an issue as its page lists it, with what is said of its format. */
export type IssueFile = Pick<Download, "path" | "title" | "page"> & {
  size: number;
  format: Pick<Format, "name" | "format" | "media">;
};

const byIssue = onceForABuild(async (): Promise<Map<string | null, IssueFile[]>> => {
  const all = (await readDownloads()).flatMap(({ name, format, media, files }) =>
    files.map(({ path, title, page, issue, bytes }) => ({
      issue,
      file: { path, title, page, size: bytes(), format: { name, format, media } },
    })),
  );
  const groups = Map.groupBy(all, ({ issue }) => issue);
  return new Map(Array.from(groups, ([issue, list]) => [issue, list.map(({ file }) => file)]));
});

const FILES = "files";

/** The files of an issue: a question of the page that lists them, answered when all files are made. */
export async function filesOf(issue: string): Promise<IssueFile[]> {
  noteQuestion(`${FILES} ${issue}`);
  return (await untraced(byIssue)).get(issue) ?? [];
}

answerLater(FILES, async (issue) => digestOf(await untraced(() => filesOf(issue))));

/** A kind of document, with what its files hold. */
const KINDS: readonly { id: string; name: string; says: string; list: (gazette: Gazette) => Published[] }[] =
  [
    {
      id: "issues",
      name: "期刊",
      says: "刊名、期号、出版日期、目录、编辑委员会与版权页。",
      list: ({ issues }) => issues,
    },
    {
      id: "notices",
      name: "文件",
      says: "文号、日期、主送、正文各段、附件，所引文件与所提机构人物。",
      list: ({ notices }) => notices,
    },
    {
      id: "task-tables",
      name: "任务表",
      says: "每项任务的内容、责任与配合单位、时限和指标。",
      list: ({ taskTables }) => taskTables,
    },
    { id: "tables", name: "表格", says: "各列名称与单位，各行所印文字。", list: ({ tables }) => tables },
    {
      id: "appointments",
      name: "人事任免",
      says: "每项决定的姓名、单位、职务、任免与依据。",
      list: ({ appointments }) => appointments,
    },
    {
      id: "chronicles",
      name: "大事记",
      says: "逐条日期、文字与所记人物。",
      list: ({ chronicles }) => chronicles,
    },
  ];

/** The JSON files by kind of document; then those that are of no document, the catalogue first. */
function jsonFormats(files: readonly SiteFile[], library: Library): Format[] {
  const { gazette } = library;
  const left = new Map(files.map((file) => [`/${file.path}`, file]));
  const kinds = KINDS.map(({ id, name, says, list }): Format => {
    const documents = list(gazette);
    return {
      ...JSON_ROW,
      id,
      name,
      says,
      schema: schemaOf(documents),
      files: documents.flatMap((document) => {
        const path = dataPath(document);
        const file = left.get(path);
        left.delete(path);
        return file === undefined ? [] : [{ ...thing(document, gazette), path, ...contentOf(file) }];
      }),
    };
  });
  const rest = exportedFormat({ format: jsonFormat, files: [...left.values()] }, library);
  return [...kinds, { ...rest, ...JSON_ROW, name: "总目与读取报告", format: "JSON 报告", says: REST }];
}

const REST = "总目列出各期各件的地址、字节数和校验和；读取报告列出每期的疑点和字数核对。";
const JSON_ROW = {
  format: "JSON",
  media: jsonFormat.mediaType,
  specification: jsonFormat.specification,
};

/** The schema that documents of one kind say they satisfy. */
const schemaOf = ([first]: Published[]): string | null => first?.$schema ?? null;

/** A format of `src/export/`; a file of one document stands with the other files of that document. */
function exportedFormat({ format, files }: Exported, { gazette }: Library): Format {
  const { id, name, mediaType, summary, schema, specification } = format;
  return {
    id,
    name,
    format: name,
    media: mediaType,
    says: summary,
    schema,
    specification,
    files: files.map((file) => ({
      ...subjectOf(file, gazette),
      path: `/${file.path}`,
      ...contentOf(file),
    })),
  };
}

/** `data/2021-03/akn/pzf-2021-56.xml`: its issue, and the name of what it holds. */
const OF_ISSUE = /^data\/(\d{4}-\d{2})\/(?:.*\/)?([^/.]+)\.[^/]+$/;

function subjectOf(file: SiteFile, gazette: Gazette): Pick<Download, "title" | "page" | "issue"> {
  const [, issue = null, slug = ""] = file.path.match(OF_ISSUE) ?? [];
  const id = `${issue}/${slug}`;
  const document =
    gazette.leading.get(id) ??
    gazette.tableById.get(id) ??
    gazette.taskTableById.get(id) ??
    (issue === null ? undefined : gazette.issueById.get(issue));
  if (document === undefined) return { title: file.title ?? lastPart(file.path), page: "/data/", issue };
  return thing(document, gazette);
}

/** The Markdown twins and the feeds. */
function besidePages(library: Library): Format[] {
  const { gazette } = library;
  return [
    {
      id: "markdown",
      name: "文件全文",
      format: "Markdown",
      media: "text/markdown",
      says: "正文、附件和表格的文字，可直接阅读或交给其他程序。",
      schema: null,
      specification: "https://spec.commonmark.org/0.31.2/",
      files: [...gazette.leading.values()].map((document) => ({
        ...thing(document, gazette),
        path: `/${document.id}.md`,
        ...made(() => markdownTwin(document, gazette.tableById)),
      })),
    },
    feed(library, "Atom", "xml", "application/atom+xml", "https://www.rfc-editor.org/rfc/rfc4287", atomFeed),
    feed(
      library,
      "JSON Feed",
      "json",
      "application/feed+json",
      "https://www.jsonfeed.org/version/1.1/",
      jsonFeed,
    ),
  ];
}

type Feed = Parameters<typeof atomFeed>[0];

function feed(
  library: Library,
  format: string,
  ending: string,
  media: string,
  specification: string,
  write: (feed: Feed) => string,
): Format {
  return {
    id: `feed-${ending}`,
    name: "订阅",
    format,
    media,
    says: "最近的文件、任免和大事记；各机构的订阅在其页面上。",
    schema: null,
    specification,
    files: allFeeds(library)
      .filter(({ path }) => path.startsWith("/feeds/"))
      .map((own) => ({
        path: `${own.path}.${ending}`,
        title: own.title,
        page: own.home,
        issue: null,
        ...made(() => write(own)),
      })),
  };
}

type Published = Exclude<AnyDocument, { type: "report" }>;

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

type Content = Pick<Download, "bytes" | "beginning">;

/** More than the lines of any example have. */
const EXAMPLE_BYTES = 1_000_000;

/** Formats whose files are no text. */
const BINARY = /\.(?:docx|epub|parquet|sqlite)$/;

function contentOf(file: SiteFile): Content {
  return {
    bytes: () => file.bytes,
    beginning: () => (BINARY.test(file.path) ? null : startOf(file, EXAMPLE_BYTES).toString()),
  };
}

/** A text that a page of its own writes; its size is asked for more than once. */
function made(text: () => string): Content {
  let bytes: number | undefined;
  return {
    bytes: () => {
      bytes ??= Buffer.byteLength(text());
      return bytes;
    },
    beginning: text,
  };
}

/** The first lines of a file, for a look at its form, long lines cut; null where it is no text. */
export function exampleOf(download: Download, lines = 14, length = 72): string | null {
  const text = download.beginning();
  if (text === null) return null;
  const all = text.trimEnd().split("\n");
  const shown = all
    .slice(0, lines)
    .map((line) => (line.length > length ? `${line.slice(0, length)}…` : line));
  return [...shown, ...(all.length > lines ? ["…"] : [])].join("\n");
}
