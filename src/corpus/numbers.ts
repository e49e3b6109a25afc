/** 发文字号 by series and year: what is printed here, what is only cited, and which serials are missing between. */
import type { DocumentNumber } from "../document/schema.ts";
import { citationsOf } from "./citations.ts";
import { compareText, type Gazette, type Leading } from "./gazette.ts";

export type NumberUse = { serial: number; text: string; printed: Leading | null; citing: Leading[] };
export type NumberYear = { year: number; uses: NumberUse[]; gaps: number[] };
export type NumberSeries = { agency: string; printsHere: boolean; years: NumberYear[] };

/** Series that print here come first, each with its years newest first; gaps only in those. */
export function collectNumbers(gazette: Gazette): NumberSeries[] {
  const series = new Map<string, Map<number, Map<number, NumberUse>>>();
  for (const document of gazette.leading.values()) {
    if (document.type !== "chronicle")
      note(series, document.documentNumber, (use) => {
        use.printed = document;
      });
    for (const citation of citationsOf(document)) {
      note(series, citation.documentNumber, (use) => {
        if (!use.citing.includes(document)) use.citing.push(document);
      });
    }
  }
  return [...series].map(([agency, years]) => describe(agency, years)).sort(compareSeries);
}

export function compareSeries(a: NumberSeries, b: NumberSeries): number {
  return Number(b.printsHere) - Number(a.printsHere) || compareText(a.agency, b.agency);
}

function note(
  series: Map<string, Map<number, Map<number, NumberUse>>>,
  number: DocumentNumber | null,
  change: (use: NumberUse) => void,
): void {
  if (number === null || number.agency === null || number.year === null || number.serial === null) return;
  const years = entry(series, number.agency, () => new Map<number, Map<number, NumberUse>>());
  const uses = entry(years, number.year, () => new Map<number, NumberUse>());
  const { serial, text } = number;
  change(entry(uses, serial, () => ({ serial, text, printed: null, citing: [] })));
}

function describe(agency: string, years: Map<number, Map<number, NumberUse>>): NumberSeries {
  const described = [...years].map(([year, byserial]) => {
    const uses = [...byserial.values()].sort((a, b) => a.serial - b.serial);
    return { year, uses, gaps: gapsBetween(uses) };
  });
  return {
    agency,
    printsHere: described.some(({ uses }) => uses.some(({ printed }) => printed !== null)),
    years: described.sort((a, b) => b.year - a.year),
  };
}

/** Serials between the first and the last one printed here of which nothing is known. */
function gapsBetween(uses: NumberUse[]): number[] {
  const printed = uses.filter((use) => use.printed !== null).map((use) => use.serial);
  const known = new Set(uses.map((use) => use.serial));
  const gaps: number[] = [];
  for (let serial = Math.min(...printed) + 1; serial < Math.max(...printed); serial += 1) {
    if (!known.has(serial)) gaps.push(serial);
  }
  return gaps;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}
