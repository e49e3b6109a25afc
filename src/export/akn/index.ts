/** Akoma Ntoso 3.0 (LegalDocML): each document and each issue as an XML file for archives and legal software. */
import { lastPart } from "../../corpus/addresses.ts";
import { documentsOf } from "../../corpus/gazette.ts";
import { type ExportFile, type Format, fileOnRead } from "../format.ts";
import { type IssueContext, issueContexts } from "../issue.ts";
import { xmlFile } from "../xml.ts";
import { documentElement } from "./document.ts";
import { issueElement } from "./issue.ts";

export const akomaNtoso: Format = {
  id: "akoma-ntoso",
  name: "Akoma Ntoso",
  summary: "每件文件与每期公报各一个 XML 文件，层次、表格、附件、机构与引用俱全，供档案馆和法律软件使用。",
  mediaType: "application/akn+xml",
  specification: "https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html",
  schema: null,
  files: (context) => [...issueContexts(context).values()].flatMap(aknOfIssue),
};

/** The files of an issue and of its documents. */
export function aknOfIssue(context: IssueContext): ExportFile[] {
  return context.gazette.issues.flatMap((issue) => [
    fileOnRead({ path: `data/${issue.id}/akn/issue.xml` }, () => xmlFile(issueElement(issue, context))),
    ...documentsOf(context.gazette, issue).map((document) =>
      fileOnRead({ path: `data/${issue.id}/akn/${lastPart(document.id)}.xml`, title: document.title }, () =>
        xmlFile(documentElement(document, issue, context)),
      ),
    ),
  ]);
}
