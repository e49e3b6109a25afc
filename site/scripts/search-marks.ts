/** Words of the query marked where a hit opens. */
import { mergeRanges } from "../../src/search/excerpt.ts";
import { findRanges } from "../../src/search/normalise.ts";
import { type Handed, KEPT } from "./search-handing.ts";

/** Milliseconds in which a hit must open. */
const SOON = 60_000;

function taken(): Handed | null {
  try {
    const fresh = localStorage.getItem(KEPT);
    const handed = JSON.parse(fresh ?? sessionStorage.getItem(KEPT) ?? "null") as Handed | null;
    if (handed === null || handed.path !== location.pathname) return null;
    if (fresh !== null) {
      localStorage.removeItem(KEPT);
      if (Date.now() - handed.time > SOON) return null;
      sessionStorage.setItem(KEPT, fresh);
    }
    return handed;
  } catch {
    return null;
  }
}

/** Marks the words at the place, or in the document's head where the hit is the document itself. */
export function markHanded(): void {
  const handed = taken();
  if (handed === null) return;
  const place =
    handed.hash === ""
      ? document.querySelector("main article, main")
      : document.getElementById(decodeURIComponent(handed.hash.slice(1)));
  // A heading with an anchor stands for what is under it.
  const whole = place !== null && /^H\d$/.test(place.tagName) ? place.parentElement : place;
  if (whole !== null) markIn(whole, handed.terms);
}

function markIn(place: Element, terms: string[]): void {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest("a.mark, script, style") === null
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_REJECT,
  );
  const nodes: Text[] = [];
  let text = "";
  const starts: number[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push(node as Text);
    starts.push(text.length);
    text += (node as Text).data;
  }
  const ranges = mergeRanges(terms.flatMap((term) => findRanges(text, term)));
  // From the end, so that splitting a node leaves the places before it as they are.
  for (const { start, end } of ranges.toReversed()) {
    for (let at = nodes.length - 1; at >= 0; at -= 1) {
      const node = nodes[at] as Text;
      const from = Math.max(start - (starts[at] as number), 0);
      const to = Math.min(end - (starts[at] as number), node.data.length);
      if (from >= to) continue;
      const found = node.splitText(from);
      found.splitText(to - from);
      const mark = document.createElement("mark");
      found.replaceWith(mark);
      mark.append(found);
    }
  }
}
