/** Elements of Akoma Ntoso: strings become text with their line breaks, and characters that XML forbids are shown as such. */
import { x } from "xastscript";
import { holdable, pieces, REPLACEMENT, type XmlElement } from "../xml.ts";

/** `null` is nothing. */
export type Child = XmlElement | string | null | readonly Child[];

export type Attributes = Readonly<Record<string, string | number | null>>;

/** `a("p", { eId: "p1" }, "…")`; an attribute that is null is left out. */
export function a(name: string, attributes: Attributes = {}, ...children: readonly Child[]): XmlElement {
  const held = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [[key, holdable(String(value))]],
  );
  return x(name, Object.fromEntries(held), children.flatMap(contentOf));
}

type Content = XmlElement["children"][number];

function contentOf(child: Child): Content[] {
  if (child === null) return [];
  if (typeof child === "string") return textOf(child);
  return "type" in child ? [child] : child.flatMap(contentOf);
}

/** The line break itself stays in the text, so that the text without its tags is the printed one. */
function textOf(text: string): Content[] {
  return pieces(text).flatMap((piece): Content[] =>
    typeof piece === "string"
      ? piece
          .split("\n")
          .flatMap((line, at): Content[] =>
            at === 0 ? written(line) : [x("eol"), { type: "text", value: "\n" }, ...written(line)],
          )
      : [x("inline", { name: "character", title: piece.replaced }, REPLACEMENT)],
  );
}

function written(line: string): Content[] {
  return line === "" ? [] : [{ type: "text", value: line }];
}

/** The children, or one that is blank where there are none and the schema wants one. */
export function orBlank(children: readonly XmlElement[], blank: XmlElement = a("p")): readonly XmlElement[] {
  return children.length === 0 ? [blank] : children;
}
