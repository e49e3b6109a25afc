/** hast → HTML. Text reaches markup only here, and only escaped. */
import type { ElementContent, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

const processor = unified().use(rehypeStringify);

export function toHtml(children: ElementContent[]): string {
  const root: Root = { type: "root", children };
  return processor.stringify(root);
}
