/** Indicators by year, each in a small picture of its own, since each has its own measure. */
import * as Plot from "@observablehq/plot";
import { type Drawing, draw, TYPE } from "./draw.ts";

export type Reading = { year: number; value: number; text: string };

const WIDTH = 156;
const HEIGHT = 84;

/** `years` are all those of the table, so that every picture has the same axis, a value missing or not. */
export function drawTrend(
  readings: Reading[],
  years: number[],
  alternative: string,
  caption: string,
): Drawing {
  const values = readings.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const options = {
    width: WIDTH,
    height: HEIGHT,
    marginTop: 24,
    marginBottom: 22,
    marginLeft: 22,
    marginRight: 24,
    x: { type: "linear", domain: [Math.min(...years), Math.max(...years)], axis: null },
    // A line that does not move stands in the middle.
    y: { axis: null, domain: low === high ? [low - 1, high + 1] : [low, high] },
    marks: [
      Plot.axisX(years, {
        tickSize: 0,
        label: null,
        tickFormat: String,
        fontSize: TYPE - 2,
        tickPadding: 10,
      }),
      Plot.line(readings, { x: "year", y: "value", stroke: "var(--red)", strokeWidth: 2 }),
      Plot.dot(readings, { x: "year", y: "value", r: 3.5, fill: "var(--red)" }),
      Plot.text(readings, { x: "year", y: "value", text: "text", dy: -12, fontSize: TYPE - 1 }),
    ],
  } satisfies Parameters<typeof draw>[0];
  return draw(options, alternative, caption);
}
