/** The control beside an addressed place: a link to itself that carries how the place is cited. */
import type { Element } from "hast";
import { h } from "./element.ts";

/**
 * `quiet` marks stand at every paragraph and are left out of the reading order of screen readers until
 * somebody asks for them; the others are links like any other.
 */
export function placeMark(anchor: string, place: string, quiet: boolean): Element {
  const named = place === "" ? "引用此处" : `引用：${place}`;
  return h(
    "a",
    {
      className: quiet ? ["mark", "quiet"] : ["mark"],
      href: `#${anchor}`,
      dataPlace: place,
      ...(quiet ? { tabIndex: -1, ariaHidden: "true" } : { ariaLabel: named }),
    },
    "¶",
  );
}
