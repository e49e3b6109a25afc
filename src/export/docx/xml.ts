/** The XML of what the library has prepared of its components, as it writes it itself. */
import type { BaseXmlComponent } from "docx";

/** `{ "w:t": [{ _attr: { "xml:space": "preserve" } }, "text"] }`: an element by its name, attributes among its children. */
type Prepared = NonNullable<ReturnType<BaseXmlComponent["prepForXml"]>>;

/** What a component is prepared for: the document that it belongs to. */
export type Preparing = Parameters<BaseXmlComponent["prepForXml"]>[0];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "'": "&apos;",
  "<": "&lt;",
  ">": "&gt;",
};

/** A text as it stands in an element or an attribute; what XML cannot hold is not in it (`visible`). */
export const escaped = (text: string): string => text.replace(/[&"'<>]/g, (mark) => ESCAPES[mark] ?? mark);

/** The XML of a component and all that is in it. */
export function xmlOf(component: BaseXmlComponent, preparing: Preparing): string {
  const prepared = component.prepForXml(preparing);
  return prepared === undefined ? "" : written(prepared);
}

function written(element: Prepared): string {
  const [name = ""] = Object.keys(element);
  const inside: unknown = element[name];
  let [attributes, content, empty] = ["", "", true];
  for (const child of Array.isArray(inside) ? inside : [inside]) {
    if (typeof child !== "object") content += escaped(String(child));
    else if ("_attr" in child) {
      for (const [key, value] of Object.entries(child._attr))
        attributes += ` ${key}="${escaped(String(value))}"`;
      continue;
    } else if (Object.keys(child).length === 0) continue;
    else content += written(child);
    empty = false;
  }
  return empty ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}
