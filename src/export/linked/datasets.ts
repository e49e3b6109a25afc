/** What a data file is of: the whole gazette, an issue, or one document. */
import { pagePath, tablePath } from "../../corpus/addresses.ts";
import { sayIssue } from "../../corpus/cite.ts";
import type { IssueDocument } from "../../document/schema.ts";
import type { ExportContext } from "../format.ts";

export type DatasetKey = {
  /** The IRI of the data set. */
  id: string;
  title: string;
  issue: IssueDocument | null;
  document: string | null;
  /** The page that shows what the data set holds. */
  landing: string;
};

/** By the path of the file: the issue in it, and the slug that it is named after (`2021-03/notices/pzf-2021-56.json`). */
export function datasetOf(context: ExportContext, path: string): DatasetKey {
  const { gazette, publication, address } = context;
  const folders = path.split("/");
  const stem = (folders.at(-1) ?? "").replace(/\..*/su, "");
  const issue = [...folders, stem].flatMap((name) => gazette.issueById.get(name) ?? [])[0];
  if (issue === undefined)
    return {
      id: address("/data/#dataset"),
      title: `${publication.name}数据`,
      issue: null,
      document: null,
      landing: "/data/",
    };
  const document = `${issue.id}/${stem}`;
  const landing = landingPath(context, document);
  const name = `${issue.title}${sayIssue(issue)}`;
  if (landing === null)
    return {
      id: address(`/data/#${issue.id}`),
      title: name,
      issue,
      document: null,
      landing: pagePath(issue.id),
    };
  const title = `${name}：${titleOf(context, document)}`;
  return { id: address(`/data/#${document}`), title, issue, document, landing };
}

/** The page that shows a document; null where there is none of that id. */
export function landingPath({ gazette }: Pick<ExportContext, "gazette">, id: string): string | null {
  const table = gazette.tableById.get(id);
  if (table !== undefined) return tablePath(table);
  return gazette.leading.has(id) || gazette.taskTableById.has(id) ? pagePath(id) : null;
}

function titleOf({ gazette }: ExportContext, id: string): string {
  const known = gazette.leading.get(id) ?? gazette.tableById.get(id) ?? gazette.taskTableById.get(id);
  return known?.title ?? id;
}
