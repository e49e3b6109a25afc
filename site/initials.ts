/** The indexes of bodies and people: the weightiest on the index's own page; where that has no room for all, all of them by initial. */
import { bytesOf, cutList, type ListPage, runsThatFit } from "./listPages.ts";
import { type Shown, shownOf, shownPart } from "./lists.ts";

/** What an index shows of a body or a person beside its link. */
export type Named = { name: string; slug: string; note: string };

/** Pages below this folder of the index: no slug is followed by it. */
const FOLDER = "initials/";

/** The index as a list, its pages empty where its own page holds all. */
export function initialPages<Name extends Named>(named: Name[], folder: string): Shown<Name>[] {
  const [first = []] = runsThatFit(named, weigh);
  const pages = first.length === named.length ? [] : byInitial(named, `${folder}${FOLDER}`);
  const list = { folder, items: named, pages, newest: [] };
  return [{ ...shownOf(list, []), part: null, items: first }, ...pages.map((page) => shownPart(list, page))];
}

const weigh = ({ name, slug, note }: Named): number => bytesOf(name, slug, note);

function byInitial<Name extends Named>(named: Name[], folder: string): ListPage<Name>[] {
  const sorted = named.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return cutList(sorted, {
    folder,
    weigh,
    key: ({ slug }) => slug.slice(0, 1),
    say: (initial) => ({ text: initial.toUpperCase(), heading: "拼音首字母" }),
  });
}

/** The pages below an index, for Astro's `getStaticPaths`. */
export function initialPaths<Name extends Named>(named: Name[], folder: string) {
  return initialPages(named, folder).flatMap((shown) =>
    shown.part === null
      ? []
      : [{ params: { part: shown.part.path.slice(`${folder}${FOLDER}`.length, -1) }, props: { shown } }],
  );
}
