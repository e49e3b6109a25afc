/** The titles that the documents of an issue go by. */
import type { CompiledIssue } from "../document/compile.ts";
import { comparable, partTitle, sameIssuer, withoutNote } from "../language/titles.ts";

/** A document's heading and section, and its titles as they are compared. */
export interface Titled {
  heading: string;
  section: string | null;
  titles: ReadonlySet<string>;
}

/** A title as titles are compared: no blanks, no quotation marks, brackets and dashes of one width. */
export const bare = (title: string): string => withoutNote(comparable(title)).replace(/[<>“”]/g, "");

/** True where a title is one of a document's, its issuer aside where that is told in fewer words. */
export function isTitledAs({ titles }: Titled, title: string): boolean {
  if (titles.has(bare(title))) return true;
  const parted = partTitle(title);
  if (parted === null) return false;
  const issuers = [...titles]
    .map(partTitle)
    .flatMap((own) => (own?.about === parted.about ? own.issuer : []));
  const named = issuers.filter(Boolean);
  return named.length > 0 ? named.some((issuer) => sameIssuer(issuer, parted.issuer)) : issuers.length > 0;
}

/** What a heading has between its outermost 《》: the text that it issues. */
const quoted = (heading: string): string => heading.match(/^[^《]*《(.+)》/)?.[1] ?? "";

/** The titles of notices and appointments, by id. */
export function titlesOf({ notices, appointments }: CompiledIssue): Map<string, Titled> {
  return new Map(
    [...notices, ...appointments].map((document) => {
      const { id, heading, title, issuer, section } = document;
      const enclosed = document.type === "notice" ? (document.enclosure?.title ?? "") : "";
      const all = [heading, title, `${issuer ?? ""}${title}`, enclosed, quoted(heading)].map(bare);
      return [id, { heading, section, titles: new Set(all.filter(Boolean)) }];
    }),
  );
}
