/** EPUB 3: an issue as a book, a page each document, to be read without a network. */
import { strToU8, type Zippable, zipSync } from "fflate";
import { epubPath } from "../../corpus/addresses.ts";
import { documentsOf } from "../../corpus/gazette.ts";
import type { IssueDocument } from "../../document/schema.ts";
import { type ExportFile, type Format, fileOnRead } from "../format.ts";
import { type IssueContext, issueContexts } from "../issue.ts";
import { contentsPage, FRONT_FILE } from "./contents.ts";
import { frontPage } from "./front.ts";
import { containerFile, packageFile } from "./package.ts";
import { documentPage, pageFile } from "./pages.ts";
import { STYLE } from "./style.ts";
import { xhtmlPage } from "./xhtml.ts";

/** The oldest that a zip can say, read as the clock on the wall: the same bytes in every time zone. */
const NO_TIME = new Date(1980, 0, 1);

const FOLDER = "EPUB";

export const epub: Format = {
  id: "epub",
  name: "EPUB",
  summary: "每期一本电子书，目录、表格、文内链接俱全，供手机、平板和电子书阅读器离线阅读。",
  mediaType: "application/epub+zip",
  specification: "https://www.w3.org/TR/epub-33/",
  schema: null,
  files: (context) => [...issueContexts(context).values()].flatMap(epubOfIssue),
};

/** The book of an issue. */
export function epubOfIssue(context: IssueContext): ExportFile[] {
  return context.gazette.issues.map((issue) =>
    fileOnRead({ path: epubPath(issue.id).slice(1), title: `${issue.title} ${issue.id}` }, () =>
      book(issue, context),
    ),
  );
}

/** What kind of file this is stands first in it, and is not compressed. */
function book(issue: IssueDocument, context: IssueContext): Uint8Array {
  const documents = documentsOf(context.gazette, issue);
  const pages = [
    [FRONT_FILE, xhtmlPage(issue.title, frontPage(issue))],
    ...documents.map((document) => [
      pageFile(document),
      xhtmlPage(document.title, documentPage(document, context)),
    ]),
  ] as const;
  const files: Zippable = {
    mimetype: [strToU8("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": strToU8(containerFile(`${FOLDER}/package.opf`)),
    [`${FOLDER}/package.opf`]: strToU8(
      packageFile(
        issue,
        pages.map(([file]) => String(file)),
        context,
      ),
    ),
    [`${FOLDER}/nav.xhtml`]: strToU8(xhtmlPage("目录", contentsPage(documents))),
    [`${FOLDER}/style.css`]: strToU8(STYLE),
  };
  for (const [file, xhtml] of pages) files[`${FOLDER}/${file}`] = strToU8(String(xhtml));
  return zipSync(files, { mtime: NO_TIME, level: 6 });
}
