/** The package of the book: who made it, what it holds, in which order it is read. */
import { createHash } from "node:crypto";
import { x } from "xastscript";
import { pagePath } from "../../corpus/addresses.ts";
import { sayIssue } from "../../corpus/cite.ts";
import type { IssueDocument } from "../../document/schema.ts";
import type { ExportContext } from "../format.ts";
import { holdable, xmlFile } from "../xml.ts";

const XHTML = "application/xhtml+xml";

/** `META-INF/container.xml`: where the package stands. */
export function containerFile(packagePath: string): string {
  const rootfile = x("rootfile", { "full-path": packagePath, "media-type": "application/oebps-package+xml" });
  const namespace = "urn:oasis:names:tc:opendocument:xmlns:container";
  return xmlFile(x("container", { version: "1.0", xmlns: namespace }, x("rootfiles", {}, rootfile)));
}

/** `files` are the pages in reading order. */
export function packageFile(
  issue: IssueDocument,
  files: readonly string[],
  context: Pick<ExportContext, "publication" | "address">,
): string {
  const item = (id: string, href: string, type: string, properties?: string) =>
    x("item", { id, href, "media-type": type, properties });
  const manifest = x(
    "manifest",
    {},
    item("nav", "nav.xhtml", XHTML, "nav"),
    item("style", "style.css", "text/css"),
    files.map((file, at) => item(`page-${at + 1}`, file, XHTML)),
  );
  const spine = x(
    "spine",
    {},
    files.map((_file, at) => x("itemref", { idref: `page-${at + 1}` })),
  );
  return xmlFile(
    x(
      "package",
      {
        xmlns: "http://www.idpf.org/2007/opf",
        version: "3.0",
        "unique-identifier": "id",
        "xml:lang": "zh-CN",
      },
      metadata(issue, context),
      manifest,
      spine,
    ),
  );
}

function metadata(
  issue: IssueDocument,
  { publication, address }: Pick<ExportContext, "publication" | "address">,
) {
  const { id, title, date, year, number } = issue;
  const meta = (property: string, value: string) => x("meta", { property }, holdable(value));
  const page = address(pagePath(id));
  return x(
    "metadata",
    { "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
    x("dc:identifier", { id: "id" }, identifier(issue)),
    x("dc:title", {}, holdable(`${title} ${sayIssue(issue)}`)),
    x("dc:language", {}, "zh-CN"),
    x("dc:creator", {}, holdable(issue.colophon.sponsor ?? publication.publisher)),
    x("dc:publisher", {}, holdable(publication.publisher)),
    date === null ? null : x("dc:date", {}, date),
    publication.licence.text === "" ? null : x("dc:rights", {}, holdable(publication.licence.text)),
    /^https?:/u.test(page) ? x("dc:source", {}, page) : null,
    // No clock: the book is as old as its issue.
    meta("dcterms:modified", `${date ?? `${String(year).padStart(4, "0")}-01-01`}T00:00:00Z`),
    x("meta", { property: "belongs-to-collection", id: "series" }, holdable(title)),
    x("meta", { refines: "#series", property: "collection-type" }, "series"),
    x("meta", { refines: "#series", property: "group-position" }, String(issue.serial ?? number)),
    meta("schema:accessMode", "textual"),
    meta("schema:accessModeSufficient", "textual"),
    meta("schema:accessibilityFeature", "structuralNavigation"),
    meta("schema:accessibilityFeature", "tableOfContents"),
    meta("schema:accessibilityHazard", "none"),
  );
}

/** The same for every making of the same issue, whatever is corrected in it: a UUID (RFC 9562, version 8) of its name. */
function identifier({ title, id }: IssueDocument): string {
  const digest = createHash("sha256").update(`${title} ${id}`).digest("hex");
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([from, to]) => digest.slice(from, to));
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
}
