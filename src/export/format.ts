/** What an export format is: a name that readers see, and the files that it makes of the gazette. */
import type { Canonical } from "../corpus/authority.ts";
import type { Citing } from "../corpus/citations.ts";
import type { Gazette } from "../corpus/gazette.ts";
import type { Organization } from "../corpus/organizations.ts";
import type { Person } from "../corpus/people.ts";
import type { AnyDocument } from "../document/schema.ts";

/** Who publishes the gazette, as files say it. */
export interface Publication {
  /** The gazette's printed name. */
  name: string;
  publisher: string;
  description: string;
  /** What may be done with the text, as readers are told; `url` where it is a known licence. */
  licence: { text: string; url: string | null };
}

/** Everything that a format may draw on. */
export interface ExportContext {
  gazette: Gazette;
  /** Bodies and people by name, and the name under which a printed body stands among them. */
  organizations: ReadonlyMap<string, Organization>;
  canonical: Canonical;
  people: ReadonlyMap<string, Person>;
  /** By document id: who cites it. */
  citing: ReadonlyMap<string, readonly Citing[]>;
  publication: Publication;
  /** The address of a path of the site (`/2021-03/`): whole where the site's own is known, else from the root of its host. */
  address: (path: string) => string;
  /** What is known of a file by its path, where it is made already: it is not made again to be told of. */
  made?: (path: string) => MadeFile | undefined;
  /** A document's file, where it is at hand as it stands in `content/`. */
  written?: (document: AnyDocument) => string | undefined;
}

/** A file of a format; `path` is from the site's root, without a leading slash: `data/2021-03/issue.json`. */
export interface ExportFile {
  path: string;
  body: string | Uint8Array;
  /** What the file holds, where its name does not say it. */
  title?: string;
}

/** A file whose body is made each time it is read, so that the bodies of an archive never stand in memory together. */
export function fileOnRead<Body extends string | Uint8Array>(
  { path, title }: Omit<ExportFile, "body">,
  make: () => Body,
): ExportFile & { body: Body } {
  return {
    path,
    ...(title === undefined ? {} : { title }),
    get body() {
      return make();
    },
  };
}

/** A file that has been made: what others tell of it, and are told of it once its body is no longer at hand. */
export interface MadeFile extends Pick<ExportFile, "path" | "title"> {
  bytes: number;
  /** In hexadecimal digits. */
  sha256: string;
}

/** A format, one module each. The same gazette gives the same bytes: no clock, no chance. */
export interface Format {
  /** A short name for anchors: `json`, `csv`. */
  id: string;
  /** What readers call it, and one sentence on what it is good for. */
  name: string;
  summary: string;
  mediaType: string;
  /** Where the format is defined, and the path of its schema on this site, where there are such. */
  specification: string | null;
  schema: string | null;
  files: (context: ExportContext) => ExportFile[] | Promise<ExportFile[]>;
}
