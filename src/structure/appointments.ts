/** Documents that give and take offices: what they attach or issue is their own text, for its decisions are theirs. */
import type { Block, Leaf, OfficialDocument } from "../tree/nodes.ts";
import { paragraphOf } from "./blocks.ts";
import type { Context } from "./context.ts";

const isLeaf = (node: Leaf | Block): node is Leaf => "spans" in node;

/** Makes a document one of offices: lists that it attaches, and texts below its signature, are its own blocks. */
export function toAppointment(context: Context, document: OfficialDocument): void {
  document.kind = "appointment";
  document.children = document.children.flatMap((child): OfficialDocument["children"] => {
    // What stood as labels, numbers and titles is text.
    if (child.type === "attachmentNote")
      return [
        paragraphOf(
          context,
          (child.children as Leaf[]).flatMap(({ spans }) => spans),
        ),
      ];
    if (child.type !== "enclosure" && child.type !== "attachment") return [child];
    return (child.children as (Leaf | Block)[]).map((part) =>
      isLeaf(part) ? paragraphOf(context, part.spans) : part,
    );
  });
}
