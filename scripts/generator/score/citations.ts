/** Documents cited in a text, found by reading brackets one by one; apart from the parser's own way. */

export interface Found {
  title: string | null;
  agency: string | null;
  year: number | null;
  serial: number | null;
}

const NUMBER = /([\u4e00-\u9fff]{2,12}?)[〔[［【(（](\d{4})[〕\]］】)）]\s*(\d+(?:、\d+)*)号/gu;

interface Titled {
  title: string;
  start: number;
  end: number;
}

/** Every outermost 《…》. */
function titles(text: string): Titled[] {
  const found: Titled[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "《" && depth++ === 0) start = at;
    if (text[at] === "》" && depth > 0 && --depth === 0)
      found.push({ title: text.slice(start + 1, at), start, end: at + 1 });
  }
  return found;
}

/** What a text cites, each time: 《…》 with its number, or a number alone. */
export function citationsIn(text: string): Found[] {
  const named = titles(text);
  const numbers = [...text.matchAll(NUMBER)].map((match) => ({
    start: match.index,
    agency: (match[1] ?? "").replace(/^(?:根据|按照)/u, ""),
    year: Number(match[2]),
    serials: (match[3] ?? "").split("、").map(Number),
  }));
  const used = new Set<number>();
  const found = named.flatMap(({ title, end }): (Found & { start: number })[] => {
    const number = numbers.find((each) => each.start === end + 1 && /[（(]/u.test(text.charAt(end)));
    if (number === undefined) return [{ title, agency: null, year: null, serial: null, start: end }];
    used.add(number.start);
    return number.serials.map((serial) => ({
      title,
      agency: number.agency,
      year: number.year,
      serial,
      start: end,
    }));
  });
  const alone = numbers
    .filter(({ start }) => !used.has(start) && !named.some((each) => each.start < start && start < each.end))
    .flatMap(({ start, agency, year, serials }) =>
      serials.map((serial) => ({ title: null, agency, year, serial, start })),
    );
  return [...found, ...alone]
    .sort((left, right) => left.start - right.start)
    .map(({ start: _, ...rest }) => rest);
}
