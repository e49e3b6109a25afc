/** Cover, board, contents and colophon as lines. */
import type { Colophon, ContentsEntry, Masthead } from "../model.ts";
import type { Random } from "../random.ts";
import { titleLines } from "./breaks.ts";
import { type Item, line, lines } from "./item.ts";
import type { Style } from "./style.ts";
import { centre, digits, spread } from "./titles.ts";

export function mastheadItems(masthead: Masthead, style: Style, random: Random): Item[] {
  const { title, year, number, serial, frequency, date, permit, front, about, board } = masthead;
  const set = (text: string): string => centre(text, style);
  const issueWord = random.chance(0.12) ? "号" : "期";
  const bracketed = (text: string): string => (random.chance(0.3) ? `(${text})` : `（${text}）`);
  const total = serial === null ? null : `总第${serial}${random.chance(0.9) ? "期" : "号"}`;
  const named = random.chance(0.15) ? title.replace(/(?=人民政府)/u, " ") : title;
  const issue = random.weighted<() => string[]>([
    [5, () => [`${year}年第${number}${issueWord}${total === null ? "" : bracketed(total)}`]],
    [2, () => [`${year}年第${number}${issueWord}`, ...(total === null ? [] : [bracketed(total)])]],
    [1, () => [`${year}年　第${number}${issueWord}`, ...(total === null ? [] : [total])]],
    [1, () => [`${year}年第${number}${issueWord}${total === null ? "" : `　${total}`}`]],
    [1, () => [String(year), `第${number}${issueWord}${total === null ? "" : bracketed(total)}`]],
  ])();
  const published = date === null ? [] : [digits(`${date.text}${random.chance(0.8) ? "出版" : ""}`, style)];
  const often = frequency === null ? [] : [random.chance(0.5) ? bracketed(frequency) : frequency];
  const permitLine = permit === null ? [] : [random.chance(0.5) ? permit : `准印证号：${permit}`];
  return [
    ...[
      ...permitLine,
      named,
      ...front,
      ...often,
      ...issue.map((text) => digits(text, style)),
      ...published,
    ].map((text, index) => line(set(text), style.spacing === "tight" && index > 0)),
    ...(about === null
      ? []
      : [line(about.heading), ...about.paragraphs.map((text) => line(style.indent + text))]),
    ...(board.length === 0
      ? []
      : [
          line(set(random.chance(0.5) ? "编辑委员会" : `${title}编辑委员会`)),
          ...board.map(({ role, members }) => line(`${spread(role, style)}：${nameList(members, style)}`)),
        ]),
  ];
}

/** Names with blanks between; where names of two characters are spread, the blank between is wider or the same. */
const nameList = (names: readonly string[], style: Style): string =>
  names.map((name) => spread(name, style)).join(style.gap === "　" ? "　" : " ");

const COLOPHON_LABELS: readonly (readonly [keyof Colophon, readonly string[]])[] = [
  ["chiefEditors", ["主编"]],
  ["editors", ["责任编辑", "编辑"]],
  ["supervisor", ["主管", "主管单位"]],
  ["sponsor", ["主办", "主办单位"]],
  ["publisher", ["编辑出版"]],
  ["address", ["地址"]],
  ["phone", ["电话"]],
  ["fax", ["传真"]],
  ["website", ["网址"]],
];

export function colophonItems(colophon: Colophon, style: Style, random: Random): Item[] {
  return COLOPHON_LABELS.flatMap(([key, labels]): Item[] => {
    const value = colophon[key];
    if (value === null || value.length === 0) return [];
    const text =
      typeof value === "string"
        ? key === "website" && random.chance(0.3)
          ? `<http://${value}>`
          : value
        : nameList(value, style);
    return [line(`${spread(random.pick(labels), style)}：${text}`, style.spacing === "tight")];
  });
}

/** 目录 and its entries. */
export function contentsItems(entries: readonly ContentsEntry[], style: Style, random: Random): Item[] {
  const { contents, gap } = style;
  const word = line(centre(contents.width > 0 || style.spaced ? `目${gap}录` : "目录", style));
  const columns = contents.columns && entries.every(({ section }) => section === null);
  if (columns) return [word, ...twoColumns(entries, style)];
  const items: Item[] = [word];
  let section: string | null = null;
  entries.forEach((entry, index) => {
    if (contents.twice && index === Math.ceil(entries.length / 2)) items.push(word);
    if (entry.section !== null && entry.section !== section && !entry.heading)
      items.push(line(marked(entry.section, style)));
    section = entry.section;
    items.push(...entryItems(entry, style, random));
  });
  return items;
}

function marked(text: string, { contents: { mark } }: Style): string {
  if (mark === "【】") return `【${text}】`;
  return mark === "" ? text : `${mark}${text}`;
}

function pageText(page: number | null, style: Style): string {
  if (page === null) return "";
  const { leader, brackets } = style.contents;
  const number = digits(String(page), style);
  const shown = brackets ? `（${number}）` : number;
  switch (leader) {
    case "……":
      return `……${shown}`;
    case "dots":
      return `.................... ${shown}`;
    case "ellipses":
      return `………………… ${shown}`;
    case "points":
      return `··················${shown}`;
    case "blanks":
      return `　　　　${shown}`;
    case "tab":
      return `\t${shown}`;
  }
}

function entryItems(
  { title, documentNumber, page, heading }: ContentsEntry,
  style: Style,
  random: Random,
): Item[] {
  const name = heading ? marked(title, style) : title;
  const { number, width } = style.contents;
  const numberText = documentNumber === null ? "" : `（${documentNumber}）`;
  const cut = width > 0 && !heading ? titleLines(name, width) : [name];
  const tail = pageText(page, style);
  if (numberText !== "" && (number === "own-line" || (width > 0 && random.chance(0.7))))
    return lines([...cut, numberText + tail]);
  const [last = "", ...rest] = [...cut].reverse();
  return lines([...rest.reverse(), last + numberText + tail]);
}

/** Two entries to a line, the second after a tab; short titles only look like this, so the order is by rows. */
function twoColumns(entries: readonly ContentsEntry[], style: Style): Item[] {
  const texts = entries.map(
    ({ title, documentNumber, page }) =>
      `${title}${documentNumber === null ? "" : `（${documentNumber}）`}……${digits(String(page ?? ""), style)}`,
  );
  return texts.flatMap((text, index) =>
    index % 2 === 0 ? [line([text, texts[index + 1]].filter((each) => each !== undefined).join("　　"))] : [],
  );
}
