/** What stands below one another on the pages, and how it is parted into upright and landscape ones. */
import type { Child, Paragraph } from "./content.ts";
import type { Sheet } from "./page.ts";

/** A paragraph or table, built for its page; `landscape` is null for a heading, which goes with what follows it. */
export interface Piece {
  build: (landscape: boolean) => Child;
  landscape: boolean | null;
}

/** A paragraph of text on an upright page. */
export function paragraph(text: Paragraph): Piece {
  return { build: () => text, landscape: false };
}

/** A heading, title or label. */
export function headline(text: Paragraph): Piece {
  return { build: () => text, landscape: null };
}

/** A part of a document as sheets: a new one wherever the orientation changes. */
export function sheetsOf(pieces: readonly Piece[]): Sheet[] {
  const sheets: Sheet[] = [];
  for (const { build, landscape } of turned(pieces)) {
    const last = sheets.at(-1);
    if (last?.landscape === landscape) last.children.push(build(landscape));
    else sheets.push({ landscape, children: [build(landscape)] });
  }
  return sheets;
}

/** Headings turned as what they head. */
function turned(pieces: readonly Piece[]): { build: Piece["build"]; landscape: boolean }[] {
  let below = false;
  return pieces
    .toReversed()
    .map(({ build, landscape }) => {
      below = landscape ?? below;
      return { build, landscape: below };
    })
    .toReversed();
}
