/** What the printer sets on pages: lines of text, each with where a page may end in it. */

/** One line before pages are made. */
export interface Item {
  text: string;
  /** Prose may be broken by a page; a row may be cut at one place; other lines stay whole. */
  kind: "prose" | "line" | "row";
  /** For prose: a page may end from this place on. For a row: at this place, or -1. */
  breakFrom: number;
  /** Stands right under the line before, without a blank line, and no page ends between. */
  joined: boolean;
  /** No page ends before it: what belongs to a head stays with it. */
  kept: boolean;
  /** Opens a document: blank lines stand before it. */
  opens: boolean;
  /** Printed instead when the row is the first of a page: the head again, the group cell again. */
  onNewPage: string[] | null;
}

const item = (text: string, kind: Item["kind"], more: Partial<Item> = {}): Item => ({
  text,
  kind,
  breakFrom: -1,
  joined: false,
  kept: false,
  opens: false,
  onNewPage: null,
  ...more,
});

export const line = (text: string, joined = false): Item => item(text, "line", { joined });
export const lines = (texts: readonly string[]): Item[] => texts.map((text, index) => line(text, index > 0));
/** Items that stay with what is before them. */
export const kept = (items: readonly Item[]): Item[] => items.map((each) => ({ ...each, kept: true }));
export const prose = (text: string, breakFrom: number): Item => item(text, "prose", { breakFrom });
export const row = (text: string, joined: boolean, onNewPage: string[] | null, cut = -1): Item =>
  item(text, "row", { joined, onNewPage, breakFrom: cut });
export const opening = (items: readonly Item[]): Item[] =>
  items.map((each, index) => (index === 0 ? { ...each, opens: true } : each));
