/** The catalogue of all data files (DCAT 3): what each is of, its address, size and hash, as JSON-LD and as Turtle. */
import type { ExportContext, ExportFile, MadeFile } from "../format.ts";
import { file as jsonLdFile } from "./context.ts";
import { type DatasetKey, datasetOf } from "./datasets.ts";
import {
  type Description,
  distributionId,
  distributionNode,
  type Made,
  mediaTypeOf,
  zh,
} from "./distributions.ts";
import type { DataFile } from "./gazette.ts";
import { type Node, node, reference } from "./node.ts";
import { turtle } from "./turtle.ts";

export const catalogue: Description = {
  id: "dcat",
  name: "DCAT 目录",
  summary: "全部数据文件的目录（DCAT 3）：各属哪一件、地址、大小、SHA-256，供数据门户收割。",
  mediaType: "application/ld+json",
  specification: "https://www.w3.org/TR/vocab-dcat-3/",
  schema: null,
};

const PREFIXES = {
  dcat: "http://www.w3.org/ns/dcat#",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** The files that hold all of the gazette, not one issue or document. */
export function wholeFiles(context: ExportContext, made: readonly Made[]): DataFile[] {
  return made.flatMap(({ format, files }) =>
    files
      .filter(({ path }) => datasetOf(context, path).issue === null)
      .map((file) => ({ file, mediaType: mediaTypeOf(format, file) })),
  );
}

/** Describes what all other formats have made. */
export function catalogueFiles(context: ExportContext, made: readonly Made[]): ExportFile[] {
  const graph = catalogueGraph(context, made);
  return [
    { path: "data/catalog.jsonld", body: jsonLdFile(PREFIXES, graph) },
    { path: "data/catalog.ttl", body: turtle(PREFIXES, graph), title: "Turtle" },
  ];
}

/** The catalogue, the series of issues, and a data set for the whole, each issue and each document that has files. */
function catalogueGraph(context: ExportContext, made: readonly Made[]): Node[] {
  const files = made.flatMap(({ format, files: own }) => own.map((file) => ({ format, file })));
  const sets = Map.groupBy(files, ({ file }) => datasetOf(context, file.path).id);
  const { address, publication } = context;
  const described = [...sets].map(([id, own]) => {
    const [{ file }] = own as [(typeof own)[number]];
    return datasetNode(context, id, datasetOf(context, file.path), own);
  });
  return [
    node({
      "@id": address("/data/"),
      "@type": "dcat:Catalog",
      ...titled(`${publication.name}数据目录`, publication.description),
      ...published(context),
      "foaf:homepage": reference(address("/")),
      "dcat:dataset": [address("/data/#issues"), ...sets.keys()].map(reference),
    }),
    node({
      "@id": address("/data/#issues"),
      "@type": "dcat:DatasetSeries",
      ...titled(`${publication.name}各期`, publication.description),
      ...published(context),
      "dcterms:accrualPeriodicity": frequency(context),
    }),
    {
      "@id": address("/data/#publisher"),
      "@type": "foaf:Agent",
      "foaf:name": zh(publication.publisher),
    },
    {
      "@id": address("/data/#terms"),
      "@type": "dcterms:RightsStatement",
      "dcterms:description": zh(publication.licence.text),
    },
    ...described,
    ...files.map(({ format, file }) => distributionNode(context, format, file)),
  ];
}

function datasetNode(
  context: ExportContext,
  id: string,
  { issue, title, landing, document }: DatasetKey,
  own: readonly { file: MadeFile }[],
): Node {
  const { address, publication } = context;
  const inIssue = issue === null ? null : address(`/data/#${issue.id}`);
  return node({
    "@id": id,
    "@type": "dcat:Dataset",
    ...titled(title, issue === null ? publication.description : title),
    ...published(context),
    "dcterms:identifier": document ?? issue?.id,
    "dcterms:issued": issue?.date ? { "@value": issue.date, "@type": "xsd:date" } : null,
    "dcat:landingPage": reference(address(landing)),
    "dcat:inSeries": issue !== null && document === null ? reference(address("/data/#issues")) : null,
    "dcterms:isPartOf": document !== null && inIssue !== null ? reference(inIssue) : null,
    "dcat:distribution": own.map(({ file }) => reference(distributionId(context, file))),
  });
}

function titled(title: string, description: string): Record<string, Node> {
  return { "dcterms:title": zh(title), "dcterms:description": zh(description) };
}

function published({ address }: ExportContext): Record<string, Node> {
  return {
    "dcterms:publisher": reference(address("/data/#publisher")),
    "dcterms:language": reference("http://publications.europa.eu/resource/authority/language/ZHO"),
  };
}

/** Dublin Core's terms of frequency, by the printed ones. */
const FREQUENCIES: Record<string, string> = {
  周刊: "weekly",
  半月刊: "semimonthly",
  月刊: "monthly",
  双月刊: "bimonthly",
  季刊: "quarterly",
  半年刊: "semiannual",
  年刊: "annual",
};

/** As the newest issue says it. */
function frequency({ gazette }: ExportContext): Node | null {
  const term = FREQUENCIES[gazette.issues[0]?.frequency ?? ""];
  return term === undefined ? null : reference(`http://purl.org/cld/freq/${term}`);
}
