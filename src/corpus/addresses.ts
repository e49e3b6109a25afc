/** Where each thing stands on the site: paths from the site's root, with a leading and a closing slash. */

/** The page of a document or an issue: `2021-03/pzf-2021-56` → `/2021-03/pzf-2021-56/`. */
export function pagePath(id: string): string {
  return `/${id}/`;
}

/** The part of an id after its last slash: a table's anchor in its notice, an entry's in its chronicle. */
export function lastPart(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** A table stands in its notice's page, under its own slug. */
export function tablePath(table: { id: string; notice: string }): string {
  return `${pagePath(table.notice)}#${lastPart(table.id)}`;
}

/** A row of a table, counted from 1. */
export function rowAnchor(tableId: string, row: number): string {
  return `${lastPart(tableId)}-r${row}`;
}

/** A decision of an appointment document, counted from 1. */
export function decisionAnchor(decision: number): string {
  return `decision-${decision}`;
}

/** An entry of an issue's contents, counted from 1. */
export function contentsAnchor(entry: number): string {
  return `contents-${entry}`;
}

/** `2021-03/chronicle/2021-07-05-1` stands in `/2021-03/chronicle/` at `#2021-07-05-1`. */
export function entryPath(entryId: string): string {
  return `${pagePath(entryId.slice(0, entryId.lastIndexOf("/")))}#${lastPart(entryId)}`;
}

/** The Word file of a document. */
export function wordPath(id: string): string {
  return `/data/${id.slice(0, id.indexOf("/"))}/docx/${lastPart(id)}.docx`;
}

/** The electronic book of an issue. */
export function epubPath(issue: string): string {
  return `/data/${issue}/${issue}.epub`;
}

export function organizationPath(slug: string): string {
  return `/organizations/${slug}/`;
}

export function personPath(slug: string): string {
  return `/people/${slug}/`;
}
