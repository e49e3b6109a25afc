/** The parts of a document and the sections under them. */
import type { AppointmentDocument, Block, NoticeDocument, Section } from "../document/schema.ts";

/** A letter, an enclosure or an attachment, each with a numbering of its own. */
export interface Part {
  id: string;
  blocks: readonly Block[];
}

/** The parts of a document, in order. */
export function partsOf(document: NoticeDocument | AppointmentDocument): Part[] {
  const { id, children } = document;
  if (document.type === "appointment") return [{ id, blocks: children }];
  const { enclosure, attachments } = document;
  return [
    { id, blocks: children },
    ...(enclosure ? [{ id: `${id}#enclosure`, blocks: enclosure.children }] : []),
    ...attachments.map(({ anchor, children: blocks }) => ({ id: `${id}#${anchor}`, blocks })),
  ];
}

/** Every section under blocks, in order. */
export function* sectionsOf(blocks: readonly Block[]): Generator<Section> {
  for (const block of blocks)
    if (block.type === "section") {
      yield block;
      yield* sectionsOf(block.children);
    }
}
