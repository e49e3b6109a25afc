/** Documents that give and take offices: what they attach or issue is their own text, for its decisions are theirs. */
import type { Block, Leaf, OfficialDocument, Paragraph } from "../tree/nodes.ts";
import { type Context, leafOf } from "./context.ts";

/** A paragraph of what stood as labels, numbers and titles. */
function paragraphOf(context: Context, leaves: readonly Leaf[]): Paragraph {
  const text = leafOf(
    context,
    "text",
    leaves.flatMap(({ spans }) => spans),
  );
  return { type: "paragraph", children: [text], position: text.position };
}

const isLeaf = (node: Leaf | Block): node is Leaf => "spans" in node;

/** Makes a document one of offices: lists that it attaches, and texts below its signature, are its own blocks. */
export function toAppointment(context: Context, document: OfficialDocument): void {
  document.kind = "appointment";
  document.children = document.children.flatMap((child): OfficialDocument["children"] => {
    if (child.type === "attachmentNote") return [paragraphOf(context, child.children as Leaf[])];
    if (child.type !== "enclosure" && child.type !== "attachment") return [child];
    return (child.children as (Leaf | Block)[]).map((part) =>
      isLeaf(part) ? paragraphOf(context, [part]) : part,
    );
  });
}
