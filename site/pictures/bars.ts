/** Bars side by side: who has how much, how many fall due when. */
import * as Plot from "@observablehq/plot";
import { type Drawing, draw, TYPE } from "./draw.ts";

/** `text` is the value as printed; `light` is a second part of the bar, drawn as an outline. */
export type Bar = { name: string; value: number; text: string; light?: number };

const WIDTH = 340;
const ROW = 26;

/** How wide a text is in characters: a Latin letter or a digit takes half of a Chinese one. */
function characters(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x100 ? 0.56 : 1), 0);
}

/** A name of the axis, cut where it would take the place of the bars. */
const LONGEST = 9;
function short(name: string): string {
  return [...name].length > LONGEST ? `${[...name].slice(0, LONGEST - 1).join("")}…` : name;
}

export function drawBars(bars: Bar[], alternative: string, caption: string | null = null): Drawing {
  const widest = Math.max(...bars.map(({ name }) => characters(short(name))));
  const textWidth = Math.max(...bars.map(({ text }) => characters(text))) * TYPE;
  const named = bars.map((bar) => ({ ...bar, name: short(bar.name), end: bar.value + (bar.light ?? 0) }));
  const options = {
    width: WIDTH,
    height: bars.length * ROW + 8,
    margin: 4,
    marginLeft: widest * TYPE + 8,
    marginRight: textWidth + 10,
    x: { axis: null, domain: [0, Math.max(...named.map(({ end }) => end))] },
    y: { axis: null, domain: named.map(({ name }) => name), padding: 0.25 },
    marks: [
      Plot.text(named, {
        y: "name",
        text: "name",
        frameAnchor: "left",
        dx: -6,
        textAnchor: "end",
        fontSize: TYPE,
      }),
      Plot.barX(named, { y: "name", x1: 0, x2: "value", fill: "var(--red)" }),
      Plot.barX(
        named.filter(({ light }) => light !== undefined && light > 0),
        { y: "name", x1: "value", x2: "end", fill: "var(--red-shade)", stroke: "var(--red)", insetLeft: 0.5 },
      ),
      Plot.ruleX([0], { stroke: "var(--control)" }),
      Plot.text(named, { y: "name", x: "end", text: "text", dx: 5, textAnchor: "start", fontSize: TYPE }),
    ],
  } satisfies Parameters<typeof draw>[0];
  return draw(options, alternative, caption);
}
