/** How document HTML finds its links: the site says where a document, a body or a person has a page. */

export type Links = {
  /** Address of a document's page or of a place in it; null where the gazette has none. */
  document(id: string): string | null;
  organization(name: string): string | null;
  person(name: string): string | null;
  /** Address of a path from the site's root. */
  place(path: string): string;
};

/** No links at all: for feeds, twins and tests. */
export const noLinks: Links = {
  document: () => null,
  organization: () => null,
  person: () => null,
  place: (path) => path,
};
