/** The titles that the documents of an issue go by. */
import type { CompiledIssue } from "../document/compile.ts";
import { comparable } from "../language/titles.ts";

/** A document's heading and number, and its titles as they are compared. */
export interface Titled {
  heading: string;
  titles: ReadonlySet<string>;
}

/** A title as titles are compared: no blanks, no quotation marks, brackets and dashes of one width. */
export const bare = (title: string): string => comparable(title).replace(/[<>“”]/g, "");

/** What a heading has between its outermost 《》: the text that it issues. */
const quoted = (heading: string): string => heading.match(/^[^《]*《(.+)》/)?.[1] ?? "";

/** The titles of notices and appointments, by id. */
export function titlesOf({ notices, appointments }: CompiledIssue): Map<string, Titled> {
  return new Map(
    [...notices, ...appointments].map((document) => {
      const { id, heading, title, issuer } = document;
      const enclosed = document.type === "notice" ? (document.enclosure?.title ?? "") : "";
      const all = [heading, title, `${issuer ?? ""}${title}`, enclosed, quoted(heading)].map(bare);
      return [id, { heading, titles: new Set(all.filter(Boolean)) }];
    }),
  );
}
