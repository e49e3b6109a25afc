/** Data files as DCAT's distributions: address, media type, size, hash, rights. */
import type { ExportContext, Format, MadeFile } from "../format.ts";
import { type Node, node, reference } from "./node.ts";

/** What a format is called, without how it is made. */
export type Description = Omit<Format, "files">;
/** A format with its files. */
export type Made = { format: Description; files: readonly MadeFile[] };

/** A text in Chinese. */
export const zh = (text: string): Node => ({ "@value": text, "@language": "zh" });

/** The IRI of a file as one form of its data set. */
export const distributionId = ({ address }: ExportContext, { path }: MadeFile): string =>
  address(`/data/#${path}`);

export function distributionNode(context: ExportContext, format: Description, file: MadeFile): Node {
  const { address, publication } = context;
  const { licence } = publication;
  return node({
    "@id": distributionId(context, file),
    "@type": "dcat:Distribution",
    "dcterms:title": { "@value": file.title ?? format.name, "@language": "zh" },
    "dcat:accessURL": reference(address("/data/")),
    "dcat:downloadURL": reference(address(`/${file.path}`)),
    "dcat:mediaType": reference(`https://www.iana.org/assignments/media-types/${mediaTypeOf(format, file)}`),
    "dcat:byteSize": { "@value": String(file.bytes), "@type": "xsd:nonNegativeInteger" },
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": reference("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
      "spdx:checksumValue": {
        "@value": file.sha256,
        "@type": "xsd:hexBinary",
      },
    },
    "dcterms:conformsTo": format.specification === null ? null : reference(format.specification),
    "dcterms:license": licence.url === null ? null : reference(licence.url),
    "dcterms:rights": reference(address("/data/#terms")),
  });
}

/** Kinds of file that a format of another kind brings along. */
const MEDIA_TYPES: Record<string, string> = {
  csv: "text/csv",
  json: "application/json",
  md: "text/markdown",
  txt: "text/plain",
};

export function mediaTypeOf({ mediaType }: Description, { path }: MadeFile): string {
  const own = MEDIA_TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? mediaType;
  // A media type is named without its parameters: `text/csv; charset=utf-8`.
  return own.replace(/;.*/su, "").trim();
}
