/**
 * Pictures as SVG at build time, by Observable Plot. Plot and not ECharts: it draws with plain attributes, which
 * take the page's own colours (`var(--red)`), so one picture serves paper, the dark scheme, high contrast and
 * print, and the pages' policy needs no exception for styles that stand inline.
 */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** A picture with the words that stand for it where it is not seen. */
export type Drawing = { svg: string; alternative: string; caption: string | null };

const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** Type in the units of a picture that is about as wide as a phone. */
export const TYPE = 13;

export type Options = Omit<Plot.PlotOptions, "document" | "style" | "className" | "title" | "caption">;

/** Draws, and strips what only a picture on its own needs: its style sheet, its typeface, its parts' names. */
export function draw(options: Options, alternative: string, caption: string | null = null): Drawing {
  const drawn = Plot.plot({ ...options, document: document as unknown as Document });
  drawn.querySelector("style")?.remove();
  for (const name of ["class", "font-family", "font-size"]) drawn.removeAttribute(name);
  for (const part of drawn.querySelectorAll("[aria-label], [aria-hidden]")) {
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-hidden");
  }
  // No attribute of SVG takes figures of one width; the page's own style gives them.
  for (const part of drawn.querySelectorAll("[font-variant]")) part.removeAttribute("font-variant");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", alternative);
  drawn.setAttribute("font-size", String(TYPE));
  return { svg: rounded(drawn.outerHTML), alternative, caption };
}

/** Hundredths of a unit are finer than any screen. */
function rounded(svg: string): string {
  return svg.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
}
