/** Every block of a document with the place it stands in: its part and the sections around it. */
import type { Block, NoticeDocument, Section } from "../document/schema.ts";
import type { Leading } from "./gazette.ts";

/** A part of a document: the letter, the plan it issues, or one attachment. */
export type Part = {
  kind: "letter" | "enclosure" | "attachment";
  /** The part's own anchor; the letter has none, it starts the page. */
  anchor: string | null;
  label: string | null;
  title: string | null;
  children: Block[];
};

export type Placed = { block: Block; part: Part; sections: Section[]; index: number };

/** The parts of a document in printed order. */
export function partsOf(document: Leading): Part[] {
  if (document.type === "chronicle") return [];
  const letter: Part = {
    kind: "letter",
    anchor: null,
    label: null,
    title: null,
    children: document.children,
  };
  return document.type === "notice" ? [letter, ...enclosed(document)] : [letter];
}

function enclosed(notice: NoticeDocument): Part[] {
  const { enclosure } = notice;
  const attachments = notice.attachments.map(
    ({ anchor, label, title, children }): Part => ({ kind: "attachment", anchor, label, title, children }),
  );
  if (enclosure === null) return attachments;
  const { title, children } = enclosure;
  return [{ kind: "enclosure", anchor: "enclosure", label: null, title, children }, ...attachments];
}

/** Depth first, in printed order; `index` counts the blocks of one parent from 1. */
export function* walkDocument(document: Leading): Generator<Placed> {
  for (const part of partsOf(document)) yield* walkBlocks(part.children, part, []);
}

function* walkBlocks(blocks: Block[], part: Part, sections: Section[]): Generator<Placed> {
  for (const [at, block] of blocks.entries()) {
    yield { block, part, sections, index: at + 1 };
    if (block.type === "section") yield* walkBlocks(block.children, part, [...sections, block]);
  }
}

/** How a lawyer names the place: `附件2，二（一）1`; empty in a letter without sections. */
export function placeName(part: Part, sections: Section[]): string {
  const markers = sections
    .map(({ marker }) => marker.replace(/(?<![、.．,，:：\s])[、.．,，:：\s]+$/u, ""))
    .join("");
  const label =
    part.kind === "attachment" ? (part.label ?? "附件").replace(/(?<![:：\s])[:：\s]+$/u, "") : "";
  return [label, markers].filter((name) => name !== "").join("，");
}

/** The paragraph that a section's head runs into, on the same printed line; undefined where it stands by itself. */
export function runInParagraph(section: Section | undefined): Block | undefined {
  const first = section?.children[0];
  return first?.type === "paragraph" && (section?.runIn || section?.title === null) ? first : undefined;
}

/** The words of a block as printed, without its children. */
export function blockText(block: Block): string {
  switch (block.type) {
    case "section":
      return `${block.marker}${block.title ?? ""}${block.title === null ? "" : (block.delimiter ?? "")}`;
    case "paragraph":
      return block.text;
    case "list":
      return block.items.map(({ marker, text }) => `${marker ?? ""}${text}`).join("\n");
    case "roster":
      return block.groups
        .map(({ role, members }) =>
          [role, ...members.map(({ name, title }) => [name, title].filter((word) => word !== null).join(" "))]
            .filter((word) => word !== null)
            .join("\n"),
        )
        .join("\n");
    case "form":
      return block.fields.map(({ label, value }) => `${label}${value}`).join("\n");
    case "table":
      return "";
  }
}
