/** Pages that editors write: Markdown → hast, with nothing let through that could run, and a table of contents. */
import type { Element, Root } from "hast";
import rehypeSanitize from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

export type EditorsPage = { html: string; headings: { anchor: string; text: string; rank: number }[] };

const processor = unified()
  .use(remarkParse)
  .use(remarkRehype)
  .use(rehypeSanitize)
  .use(rehypeSlug)
  .use(rehypeStringify)
  .freeze();

export function renderMarkdown(markdown: string): EditorsPage {
  const tree = processor.runSync(processor.parse(markdown)) as Root;
  const headings = tree.children.filter(
    (node): node is Element => node.type === "element" && /^h[23]$/.test(node.tagName),
  );
  return {
    html: processor.stringify(tree),
    headings: headings.map((heading) => ({
      anchor: String(heading.properties.id),
      text: textOf(heading),
      rank: Number(heading.tagName.slice(1)),
    })),
  };
}

function textOf(element: Element): string {
  let words = "";
  visit(element, "text", ({ value }) => {
    words += value;
  });
  return words;
}
