/** What the pages of documents share: the issue they stand in, their facts, their trail. */
import { pagePath, wordPath } from "../src/corpus/addresses.ts";
import type { Leading } from "../src/corpus/gazette.ts";
import type { AppointmentDocument, IssueDocument, NoticeDocument } from "../src/document/schema.ts";
import { absolute, href } from "./address.ts";
import type { Asked } from "./asked.ts";
import type { Crumb } from "./components/Breadcrumbs.astro";
import type { Fact } from "./components/Facts.astro";
import { dataPath } from "./files.ts";
import { sayDate, sayIssue } from "./words.ts";

export function issueOf(library: Asked, id: string): IssueDocument {
  const issue = library.gazette.issueById.get(id);
  if (issue === undefined) throw new Error(`no issue.json for ${id}`);
  return issue;
}

export function trailTo(issue: IssueDocument): Crumb[] {
  return [{ text: sayIssue(issue), path: pagePath(issue.id) }];
}

export function printedPage(issue: IssueDocument, id: string): number | null {
  return issue.contents.find((entry) => entry.document === id)?.page ?? null;
}

/** What a reader may do with a document; 原文对照 only where the source is at hand. */
export function toolsOf(
  library: Asked,
  document: Leading,
): { source?: string; word: string; twin: string; data: string } {
  const known = library.hasSource(document.issue);
  return {
    ...(known ? { source: `${pagePath(document.id)}source/` } : {}),
    word: wordPath(document.id),
    twin: `/${document.id}.md`,
    data: dataPath(document),
  };
}

/** The elements of GB/T 9704 that notices and appointments share. */
export function documentFacts(
  library: Asked,
  issue: IssueDocument,
  document: NoticeDocument | AppointmentDocument,
): Fact[] {
  const facts: (Fact | null)[] = [
    document.issuer === null
      ? null
      : {
          name: "发文机关",
          links: document.issuer
            .split("、")
            .map((text) => ({ text, path: library.links.organization(text) })),
        },
    document.documentNumber === null
      ? null
      : {
          name: "发文字号",
          links: [
            {
              text: document.documentNumber.text,
              path: href(library.numberPath(document.id) ?? "/numbers/"),
            },
          ],
        },
    document.date === null ? null : { name: "成文日期", text: sayDate(document.date), date: document.date },
    document.type === "notice" && document.genre !== null ? { name: "文种", text: document.genre } : null,
    document.recipients.length === 0 ? null : { name: "主送", text: document.recipients.join("、") },
    document.disclosure === null ? null : { name: "附注", text: document.disclosure },
    ...(document.type === "notice" ? effectFacts(document) : []),
    {
      name: "刊载",
      links: [
        {
          text: `${sayIssue(issue)}${sayPage(printedPage(issue, document.id))}`,
          path: href(pagePath(issue.id)),
        },
      ],
    },
  ];
  return facts.filter((fact) => fact !== null);
}

function sayPage(page: number | null): string {
  return page === null ? "" : `第${page}页`;
}

function effectFacts({ effect }: NoticeDocument): (Fact | null)[] {
  const dated = (name: string, clause: NoticeDocument["effect"]["commencement"]): Fact | null => {
    if (clause === null || (clause.text === null && clause.date === null)) return null;
    const text = clause.text ?? sayDate(clause.date ?? "");
    return clause.date === null ? { name, text } : { name, text, date: clause.date };
  };
  return [
    dated("施行", effect.commencement),
    dated("有效期", effect.expiry),
    effect.repeals.length === 0
      ? null
      : {
          name: "废止",
          links: effect.repeals.map(({ text, document }) => ({
            text,
            path: document === null ? null : href(pagePath(document)),
          })),
        },
  ];
}

/** The trail as schema.org has it. */
export function breadcrumbFacts(trail: Crumb[], title: string): object {
  const steps = [{ text: "首页", path: "/" }, ...trail];
  return {
    "@type": "BreadcrumbList",
    itemListElement: [
      ...steps.map(({ text, path }, at) => ({
        "@type": "ListItem",
        position: at + 1,
        name: text,
        item: absolute(path) ?? href(path),
      })),
      { "@type": "ListItem", position: steps.length + 1, name: title },
    ],
  };
}
