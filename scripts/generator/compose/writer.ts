/** What writes a document of a kind, and what the kinds share. */
import type { Letter, Notice } from "../model.ts";
import type { Author } from "./author.ts";
import { settle } from "./body.ts";
import { NO_EFFECT } from "./effect.ts";
import type { Issuer } from "./letter.ts";

/** Writes one kind of document. */
export type Writer = (author: Author, serial: number, section: string | null, issuer: Issuer) => Notice;

/** A notice with nothing in it but what is given. */
export const notice = (
  head: Letter,
  genre: string,
  { body = [], enclosure = null, attachments = [], ...more }: Partial<Notice>,
): Notice => ({
  type: "notice",
  ...head,
  genre,
  body: settle(body),
  effect: NO_EFFECT,
  enclosure: enclosure === null ? null : { ...enclosure, children: settle(enclosure.children) },
  attachmentNotes: [],
  attachments: attachments.map((each) => ({ ...each, children: settle(each.children) })),
  contacts: [],
  inlineTasks: [],
  ...more,
});
