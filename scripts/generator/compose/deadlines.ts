/** Deadlines of all shapes, with the days they mean; a year left out is the document's. */
import type { Deadline } from "../model.ts";
import { iso, lastDay } from "../numerals.ts";
import { figures } from "../prose.ts";
import type { Author } from "./author.ts";

const span = (text: string, start: string | null | undefined, end: string | null | undefined): Deadline => ({
  text,
  start,
  end,
  ongoing: false,
});
const endOfMonth = (year: number, month: number): string => iso({ year, month, day: lastDay(year, month) });

export function drawDeadline(author: Author): Deadline {
  const drawn = shape(author);
  return {
    ...drawn,
    text: figures(drawn.text, author).replace(
      /^(\d+)(?=\p{Script=Han})/u,
      author.spacedFigures ? "$1 " : "$1",
    ),
  };
}

function shape({ random, date }: Author): Deadline {
  const { year } = date;
  const later = random.integer(date.month, 12);
  const day = random.integer(1, 28);
  const next = year + random.integer(0, 2);
  const done = random.chance(0.3) ? "完成" : "";
  return random.weighted<() => Deadline>([
    [3, () => span(`${next}年`, `${next}-01-01`, `${next}-12-31`)],
    [3, () => span(`${next}年底前${done}`, null, `${next}-12-31`)],
    [3, () => span(`${year + 1}年${later}月底前${done}`, null, endOfMonth(year + 1, later))],
    [2, () => span(`${later}月底前${done}`, null, endOfMonth(year, later))],
    [1, () => span(`${later}月底`, undefined, endOfMonth(year, later))],
    [
      2,
      () =>
        span(`${year + 1}年${later}月${day}日前${done}`, null, iso({ year: year + 1, month: later, day })),
    ],
    [1, () => span(`12月${day}日前${done}`, null, iso({ year, month: 12, day }))],
    [1, () => span(`${next}年上半年`, `${next}-01-01`, `${next}-06-30`)],
    [1, () => span(`${next}年第三季度`, `${next}-07-01`, `${next}-09-30`)],
    [1, () => span(`${next}年第一季度`, `${next}-01-01`, `${next}-03-31`)],
    [1, () => span("第四季度", `${year}-10-01`, `${year}-12-31`)],
    [1, () => span(`${year}—${year + 2}年`, `${year}-01-01`, `${year + 2}-12-31`)],
    [
      1,
      () =>
        span(
          `${year + 1}年${later}月`,
          iso({ year: year + 1, month: later, day: 1 }),
          endOfMonth(year + 1, later),
        ),
    ],
    [1, () => ({ text: `每年${later}月`, start: undefined, end: undefined, ongoing: undefined })],
    [
      2,
      () => ({
        text: random.pick(["长期", "长期坚持", "长期执行", "持续推进", "持续开展"]),
        start: null,
        end: null,
        ongoing: true,
      }),
    ],
  ])();
}
