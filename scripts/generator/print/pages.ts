/** Lines set on pages: blank lines, page numbers, running heads, and the breaks they make in paragraphs and tables. */
import type { Masthead } from "../model.ts";
import type { Random } from "../random.ts";
import { breakPlaces } from "./breaks.ts";
import type { Item } from "./item.ts";
import type { Style } from "./style.ts";

/** What stands round a page break. */
function furniture({ page }: Style, masthead: Masthead, sheet: number, section: string | null): string[] {
  const issue = `${masthead.year}年第${masthead.number}期`;
  const heads = {
    none: [],
    "title-issue": [`${masthead.title}　${issue}`],
    "issue-title": [`${issue}　${masthead.title}`],
    section: section === null ? [] : [section],
  } as const;
  const numbers = {
    none: [],
    plain: [String(sheet)],
    dashes: [`— ${sheet} —`],
    hyphens: [`- ${sheet} -`],
    dots: [`·${sheet}·`],
  } as const;
  return [
    ...numbers[page.number],
    ...(page.image ? [`![](images/page-${sheet}.jpg)`] : []),
    ...heads[page.head],
  ];
}

/** A run of lines with the section they stand under. */
export interface Run {
  items: Item[];
  section: string | null;
  /** Pages are numbered, and may break, from here on. */
  paged: boolean;
}

export function setPages(runs: readonly Run[], masthead: Masthead, style: Style, random: Random): string {
  const out: string[] = [];
  const between = style.spacing === "blank" ? "\n\n" : "\n";
  let filled = 0;
  let sheet = 1;
  const breakLines = (section: string | null, within = false): string => {
    const set = furniture(style, masthead, sheet++, section);
    filled = 0;
    if (set.length === 0 && within && style.spacing === "tight" && style.page.silent === "line") return "\n";
    // Without anything printed, a page that ends leaves a blank line.
    return set.length === 0 ? "\n\n" : `${between}${set.join(random.chance(0.5) ? between : "\n")}${between}`;
  };
  for (const { items, section, paged } of runs) {
    items.forEach((item, index) => {
      const first = out.length === 0;
      const full = paged && filled >= style.page.size;
      const separator = first ? "" : item.opens ? "\n\n" : item.joined ? "\n" : between;
      if (full && !first && index > 0 && item.kind === "row" && item.onNewPage !== null) {
        // What stands before a form feed still belongs to the old page.
        const at = item.onNewPage.indexOf("\f");
        out.push(
          ...item.onNewPage.slice(0, Math.max(0, at)).map((text) => `\n${text}`),
          breakLines(section),
          item.onNewPage.slice(at + 1).join("\n"),
        );
      } else if (
        full &&
        !first &&
        item.kind !== "row" &&
        !item.joined &&
        !item.kept &&
        (item.opens || index > 0)
      ) {
        out.push(breakLines(section), item.text);
      } else {
        out.push(separator);
        const place = paged ? breakPlace(item, style.page.size - filled, random) : -1;
        if (place < 0) out.push(item.text);
        else out.push(item.text.slice(0, place), breakLines(section, true), item.text.slice(place));
      }
      filled += item.text.length + 10;
    });
  }
  return `${out.join("")}\n`;
}

/** Where the page ends within a line, if it does. */
function breakPlace({ kind, text, breakFrom }: Item, left: number, random: Random): number {
  if (breakFrom < 0 || text.length < left) return -1;
  if (kind === "row") return breakFrom;
  const places = kind === "prose" ? breakPlaces(text, breakFrom) : [];
  return places.length === 0 ? -1 : random.pick(places);
}
