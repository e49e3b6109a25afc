/** Ways into the tree: the leaves and parts of a node by their type. */
import type { Leaf, Block as Node, OfficialDocument, Section, Table } from "./nodes.ts";

type Child = OfficialDocument["children"][number];
/** The leaves of a type among the children of a node. */
export const leaves = (node: { children: readonly { type: string }[] }, type: Leaf["type"]): Leaf[] =>
  node.children.filter((child): child is Leaf => child.type === type);
/** The text of the first leaf of a type, or null. */
export const value = (node: { children: readonly { type: string }[] }, type: Leaf["type"]): string | null =>
  node.children.find((child): child is Leaf => child.type === type)?.value ?? null;
/** True for a node that is a block of text. */
const BLOCKS: ReadonlySet<string> = new Set(["section", "paragraph", "list", "table", "roster", "form"]);
export const isBlockNode = (child: { type: string }): child is Node => BLOCKS.has(child.type);

/** All leaves of running text under a node, in order; with the heads of sections where `heads` is true. */
function addTexts(nodes: readonly { type: string }[], heads: boolean, found: Leaf[]): void {
  for (const node of nodes) {
    const { type } = node;
    if (type === "text") found.push(node as Leaf);
    else if (type !== "table") {
      const { children } = node as { children?: { type: string }[] };
      if (children === undefined) continue;
      if (heads && type === "section") found.push(...leaves({ children }, "title"));
      addTexts(children, heads, found);
    }
  }
}

/** All leaves of running text under a node, in order. */
export function texts(nodes: readonly { type: string }[]): Leaf[] {
  const found: Leaf[] = [];
  addTexts(nodes, false, found);
  return found;
}

/** The same with the heads of sections: 一、任命 / 张三任…, or 一、任命张三为…局局长. */
export function statements(nodes: readonly { type: string }[]): Leaf[] {
  const found: Leaf[] = [];
  addTexts(nodes, true, found);
  return found;
}

/** The running texts under nodes, a head that ends in a colon before its own: 联系人：张三. */
export function labelledTexts(nodes: readonly { type: string }[], found: string[] = []): string[] {
  for (const node of nodes) {
    const { type } = node;
    if (type === "text") found.push((node as Leaf).value);
    else if (type !== "table") {
      const { children } = node as { children?: Leaf[] };
      if (children === undefined) continue;
      const from = found.length;
      labelledTexts(children, found);
      const mark = type === "section" ? (value({ children }, "delimiter") ?? "") : "";
      if (found.length > from && (mark === "：" || mark === ":"))
        found[from] = `${value({ children }, "title") ?? ""}${mark}${found[from]}`;
    }
  }
  return found;
}

/** The children of a document of one type. */
export const parts = <T extends Child["type"]>(
  document: OfficialDocument,
  type: T,
): Extract<Child, { type: T }>[] =>
  document.children.filter((child): child is Extract<Child, { type: T }> => child.type === type);

/** Tables under nodes, in order. */
export function tablesIn(nodes: readonly { type: string }[], found: Table[] = []): Table[] {
  for (const node of nodes)
    if (node.type === "table") found.push(node as Table);
    else if (node.type === "section") tablesIn((node as Section).children, found);
  return found;
}
