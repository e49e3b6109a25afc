/** Word: each document as a `.docx` in the layout of GB/T 9704-2012 (党政机关公文格式). */
import { wordPath } from "../../corpus/addresses.ts";
import type { Leading } from "../../corpus/gazette.ts";
import type { IssueDocument } from "../../document/schema.ts";
import type { ExportContext, ExportFile, Format } from "../format.ts";
import { wordFile } from "./file.ts";
import type { Said } from "./frame.ts";
import { documentSheets } from "./parts.ts";

const path = (document: Leading): string => wordPath(document.id).slice(1);

export const word: Format & { paths: (context: ExportContext) => string[] } = {
  id: "docx",
  name: "Word",
  summary: "每件公文、任免、大事记各一个文档，按 GB/T 9704-2012 的版式排好，可直接打印、改写。",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  specification: "https://ecma-international.org/publications-and-standards/standards/ecma-376/",
  schema: null,
  paths: ({ gazette }) => [...gazette.leading.values()].map(path),
  files: (context) =>
    Promise.all([...context.gazette.leading.values()].map((document) => fileOf(document, context))),
};

async function fileOf(document: Leading, context: ExportContext): Promise<ExportFile> {
  const { gazette } = context;
  const issue = gazette.issueById.get(document.issue);
  return {
    path: path(document),
    body: await wordFile(documentSheets(document, gazette.tableById), saidOf(document, issue, context)),
    title: document.title,
  };
}

function saidOf(
  document: Leading,
  issue: IssueDocument | undefined,
  { publication, address }: ExportContext,
): Said {
  const letter = document.type === "chronicle" ? null : document;
  const number = letter?.documentNumber?.text ?? "";
  const gazetteName = issue?.title ?? publication.name;
  const [year, place] = document.issue.split("-").map(Number);
  return {
    core: {
      title: letter?.heading ?? document.title,
      subject: number,
      creator: letter?.issuer ?? publication.publisher,
      keywords: [number, document.type === "notice" ? document.genre : null].filter(Boolean).join("、"),
      description: `《${gazetteName}》${year}年第${place}期`,
    },
    date: letter?.date ?? issue?.date ?? null,
    custom: {
      id: document.id,
      address: address(`/${document.id}/`),
      ...("position" in document
        ? { lines: `${document.position.start.line}-${document.position.end.line}` }
        : {}),
      ...(issue === undefined ? {} : { source: issue.source.file, sha256: issue.source.sha256 }),
    },
  };
}
