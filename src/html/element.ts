/** Builds hast elements: `h("p", { id: "p1" }, "text", h("br"))`; strings become text, never markup. */
import type { Element, ElementContent, Properties } from "hast";

export type Child = ElementContent | string | Child[];

export function h(tagName: string, properties: Properties = {}, ...children: Child[]): Element {
  return { type: "element", tagName, properties, children: children.flatMap(contentOf) };
}

function contentOf(child: Child): ElementContent[] {
  if (Array.isArray(child)) return child.flatMap(contentOf);
  if (typeof child !== "string") return [child];
  return child === "" ? [] : [{ type: "text", value: child }];
}
