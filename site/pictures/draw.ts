/**
 * Pictures as SVG at build time, by Observable Plot. Plot and not ECharts: it draws with plain attributes, which
 * take the page's own colours (`var(--red)`), so one picture serves paper, the dark scheme, high contrast and
 * print, and the pages' policy needs no exception for styles that stand inline.
 */
import * as Plot from "@observablehq/plot";
import { markupOf, SvgDocument, type SvgElement } from "./svg.ts";

/** A picture with the words that stand for it where it is not seen. */
export type Drawing = { svg: string; alternative: string; caption: string | null };

const document = new SvgDocument() as unknown as Document;

/** Type in the units of a picture that is about as wide as a phone. */
export const TYPE = 13;

export type Options = Omit<Plot.PlotOptions, "document" | "style" | "className" | "title" | "caption">;

/** What only a picture on its own needs: a typeface, names of its parts, figures of one width. The page gives these. */
const NOT_KEPT = new Set(["class", "font-family", "font-variant", "aria-label", "aria-hidden"]);

/** Draws, and leaves out what only a picture on its own needs. */
export function draw(options: Options, alternative: string, caption: string | null = null): Drawing {
  const drawn = Plot.plot({ ...options, document }) as unknown as SvgElement;
  drawn.setAttribute("font-size", TYPE);
  const svg = markupOf(drawn, NOT_KEPT, { role: "img", "aria-label": alternative });
  return { svg: rounded(svg), alternative, caption };
}

/** Hundredths of a unit are finer than any screen. */
function rounded(svg: string): string {
  return svg.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
}
