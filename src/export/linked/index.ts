/** JSON-LD: what each document, each issue and the whole gazette are, in the words of schema.org. */
import { documentsOf } from "../../corpus/gazette.ts";
import { type ExportContext, type ExportFile, type Format, fileOnRead } from "../format.ts";
import { type IssueContext, issueContexts } from "../issue.ts";
import { schemaOrgFile } from "./context.ts";
import { documentNode, namedBodies } from "./documents.ts";
import { bodyNode, datasetNode, issueNode, periodicalNode, personNode } from "./gazette.ts";
import { flatten, type Node } from "./node.ts";

export const linked: Format = {
  id: "jsonld",
  name: "JSON-LD",
  summary: "关联数据：文件、期、机构、人物、任免各有永久标识，用 schema.org 的词说明；不联网也能解析。",
  mediaType: "application/ld+json",
  specification: "https://www.w3.org/TR/json-ld11/",
  schema: null,
  files: (context) => [whole(context), ...[...issueContexts(context).values()].flatMap(linkedOfIssue)],
};

function graph(path: string, title: string, nodes: () => Node[]): ExportFile {
  return fileOnRead({ path, title }, () => schemaOrgFile(flatten(nodes())));
}

function whole(context: ExportContext): ExportFile {
  const { gazette, organizations, people } = context;
  const naming = { ...context, named: namedBodies(organizations) };
  return graph("data/gazette.jsonld", "全部期、文件、机构、人物", () => [
    periodicalNode(context),
    datasetNode(context),
    ...gazette.issues.flatMap((issue) => [
      issueNode(context, issue),
      ...documentsOf(gazette, issue).map((document) => documentNode(naming, issue, document)),
    ]),
    ...[...organizations.values()].map((body) => bodyNode(context, body)),
    ...[...people.values()].map((person) => personNode(context, person)),
  ]);
}

/** The files of an issue and of its documents. */
export function linkedOfIssue(context: IssueContext): ExportFile[] {
  return context.gazette.issues.flatMap((issue) => [
    graph(`data/${issue.id}/issue.jsonld`, "期刊信息", () => [
      issueNode(context, issue),
      periodicalNode(context),
    ]),
    ...documentsOf(context.gazette, issue).map((document) =>
      graph(`data/${document.id}.jsonld`, document.title, () => [documentNode(context, issue, document)]),
    ),
  ]);
}
