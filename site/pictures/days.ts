/** The days of some months on which something is recorded: one row a month, one dot a day, its number where it is more. */
import * as Plot from "@observablehq/plot";
import { type Drawing, draw, TYPE } from "./draw.ts";

const WIDTH = 340;
const ROW = 36;

/** `dates` are ISO dates, one for each entry. */
export function drawDays(dates: string[], alternative: string): Drawing {
  const counts = [...Map.groupBy(dates, (date) => date)].map(([date, same]) => ({
    month: `${Number(date.slice(5, 7))}月`,
    key: date.slice(0, 7),
    day: Number(date.slice(8)),
    count: same.length,
  }));
  const months = [...new Set(counts.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ month }) => month))];
  const options = {
    width: WIDTH,
    height: months.length * ROW + 30,
    margin: 6,
    marginLeft: 44,
    marginRight: 18,
    marginBottom: 24,
    x: { domain: [0.5, 31.5], axis: null },
    y: { domain: months, axis: null },
    r: { type: "identity" },
    marks: [
      Plot.axisY({ tickSize: 0, label: null, fontSize: TYPE, tickPadding: 10 }),
      Plot.axisX([1, 10, 20, 31], {
        tickSize: 0,
        label: null,
        fontSize: TYPE - 1,
        tickPadding: 4,
        tickFormat: (day: number) => `${day}日`,
      }),
      Plot.ruleY(months, { x1: 1, x2: 31, stroke: "var(--rule)" }),
      Plot.dot(counts, {
        x: "day",
        y: "month",
        r: ({ count }: { count: number }) => (count === 1 ? 4 : 8),
        fill: "var(--red)",
      }),
      Plot.text(
        counts.filter(({ count }) => count > 1),
        {
          x: "day",
          y: "month",
          text: ({ count }: { count: number }) => String(count),
          fill: "var(--paper)",
          fontSize: TYPE - 1,
        },
      ),
    ],
  } satisfies Parameters<typeof draw>[0];
  return draw(options, alternative);
}
