/** The indexes of bodies and people: the weightiest on the index's own page; where that has no room for all, all of them by initial. */
import { bytesOf, cutList, type ListPage, runsThatFit } from "./listPages.ts";
import type { Shown } from "./lists.ts";

/** What an index shows of a body or a person beside its link. */
export type Named<T> = { name: string; slug: string; note: string; of: T };

/** Pages below this folder of the index: no slug is followed by it. */
const FOLDER = "initials/";

/** The index as a list, its pages empty where its own page holds all. */
export function initialPages<T>(named: Named<T>[], folder: string): Shown<Named<T>>[] {
  const [first = []] = runsThatFit(named, weigh);
  const pages = first.length === named.length ? [] : byInitial(named, `${folder}${FOLDER}`);
  const list = { folder, items: named, pages, newest: [] };
  return [
    { list, part: null, pages: [], items: first },
    ...pages.map((page) => ({ list, part: page, pages: [page], items: page.items })),
  ];
}

const weigh = <T>({ name, slug, note }: Named<T>): number => bytesOf(name, slug, note);

function byInitial<T>(named: Named<T>[], folder: string): ListPage<Named<T>>[] {
  const sorted = named.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return cutList(sorted, {
    folder,
    weigh,
    key: ({ slug }) => slug.slice(0, 1),
    say: (initial) => ({ text: initial.toUpperCase(), heading: "拼音首字母" }),
  });
}

/** The pages below an index, for Astro's `getStaticPaths`. */
export function initialPaths<T>(named: Named<T>[], folder: string) {
  return initialPages(named, folder).flatMap((shown) =>
    shown.part === null
      ? []
      : [{ params: { part: shown.part.path.slice(`${folder}${FOLDER}`.length, -1) }, props: { shown } }],
  );
}
