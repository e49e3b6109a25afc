/** The gazette as a whole: the periodical, its issues, the bodies and people it names, its data. */
import { organizationPath, personPath } from "../../corpus/addresses.ts";
import { documentsOf, type Leading, type Lookup } from "../../corpus/gazette.ts";
import type { Organization } from "../../corpus/organizations.ts";
import type { Person } from "../../corpus/people.ts";
import type { IssueDocument } from "../../document/schema.ts";
import type { ExportContext, MadeFile } from "../format.ts";
import {
  bodyStub,
  identifiers,
  issueStub,
  type LinkedContext,
  pageId,
  periodicalStub,
  personStub,
  type StubContext,
} from "./names.ts";
import { type Node, node, reference } from "./node.ts";

export function periodicalNode(context: LinkedContext): Node {
  const { address, publication } = context;
  return {
    ...periodicalStub(context),
    description: publication.description,
    publisher: bodyStub(context, publication.publisher),
    inLanguage: "zh-CN",
    url: address("/"),
  };
}

export function issueNode(
  context: StubContext & { gazette: { leading: Lookup<Leading> } },
  issue: IssueDocument,
): Node {
  const { publisher, sponsor } = issue.colophon;
  return node({
    ...issueStub(context, issue),
    identifier: identifiers(context, issue.id),
    datePublished: issue.date,
    isPartOf: periodicalStub(context),
    publisher: publisher === null ? null : bodyStub(context, publisher),
    sponsor: sponsor === null ? null : bodyStub(context, sponsor),
    hasPart: documentsOf(context.gazette, issue).map(({ id }) => reference(pageId(context, id))),
    inLanguage: "zh-CN",
    url: pageId(context, issue.id),
  });
}

export function bodyNode(context: StubContext, body: Organization): Node {
  return node({
    ...bodyStub(context, body.name),
    alternateName: body.otherNames,
    url: context.address(organizationPath(body.slug)),
  });
}

export function personNode(context: StubContext, person: Person): Node {
  return {
    ...personStub(context, person.name),
    disambiguatingDescription: "只列公报所印；同名者未作区分",
    url: context.address(personPath(person.slug)),
  };
}

/** The data that may be downloaded, for search engines of data sets; `files` are those that hold all of it. */
export function datasetNode(
  context: LinkedContext & Pick<ExportContext, "gazette">,
  files: readonly DataFile[] = [],
): Node {
  const { address, publication, gazette } = context;
  const { licence } = publication;
  const dates = gazette.issues.flatMap(({ date }) => date ?? []).sort();
  return node({
    "@id": address("/data/#dataset"),
    "@type": "Dataset",
    name: `${publication.name}数据`,
    description: publication.description,
    creator: bodyStub(context, publication.publisher),
    license: licence.url ?? { "@type": "CreativeWork", text: licence.text },
    temporalCoverage: dates.length === 0 ? null : `${dates.at(0)}/${dates.at(-1)}`,
    isAccessibleForFree: true,
    inLanguage: "zh-CN",
    url: address("/data/"),
    includedInDataCatalog: {
      "@id": address("/data/"),
      "@type": "DataCatalog",
      name: `${publication.name}数据目录`,
    },
    distribution: files.map(({ file, mediaType }) => ({
      "@type": "DataDownload",
      contentUrl: address(`/${file.path}`),
      encodingFormat: mediaType,
    })),
  });
}

/** A file with what it is on the web. */
export type DataFile = { file: MadeFile; mediaType: string };
