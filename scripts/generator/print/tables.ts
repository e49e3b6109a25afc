/** Tables as lines: tabs, pipes or HTML, with what is printed again on a new page. */
import type { Cell, Column, Table } from "../model.ts";
import type { Random } from "../random.ts";
import { mayBreak } from "./breaks.ts";
import { type Item, line, lines, row } from "./item.ts";
import type { Style } from "./style.ts";
import { letterSpaced } from "./titles.ts";

/** A row on the whole grid: a text for every column; null where a cell above spans. */
type GridRow = { texts: (string | null)[]; group: { at: number; text: string }[]; wide: boolean };

/** The grid of the rows; `group` says which spanning cells hold in the row, to print them again. */
function gridOf({ columns, rows }: Table): GridRow[] {
  const open = columns.map((): { left: number; text: string } => ({ left: 0, text: "" }));
  return rows.map((cells) => {
    const queue = [...cells];
    const texts: (string | null)[] = [];
    const group: GridRow["group"] = [];
    let wide = false;
    for (let at = 0; at < columns.length; at++) {
      const above = open[at];
      if (above !== undefined && above.left > 0) {
        above.left--;
        texts.push(null);
        group.push({ at, text: above.text });
        continue;
      }
      const cell = queue.shift();
      texts.push(cell?.text ?? "");
      if (cell !== undefined && cell.rowSpan > 1 && above !== undefined)
        Object.assign(above, { left: cell.rowSpan - 1, text: cell.text });
      if (cell !== undefined && cell.colSpan > 1) {
        wide = true;
        for (let more = 1; more < cell.colSpan; more++) texts.push("");
        at += cell.colSpan - 1;
      }
    }
    // Cells beyond the head are printed as they are.
    return { texts: [...texts, ...queue.map(({ text }) => text)], group, wide };
  });
}

const HEADS_OVER = (columns: readonly Column[]): boolean => columns.some(({ above }) => above !== null);

/** The head as one row or two of plain texts. */
function headRows(columns: readonly Column[]): string[][] {
  if (!HEADS_OVER(columns)) return [columns.map(({ text }) => text)];
  const upper = columns.map(({ above, text }, index) =>
    above === null ? text : above === columns[index - 1]?.above ? "" : above,
  );
  return [upper, columns.map(({ above, text }) => (above === null ? "" : text))];
}

const escaped = (text: string): string => text.replaceAll("|", "\\|");

export function tableItems(table: Table, style: Style, random: Random): Item[] {
  const note = table.unitNote === null ? [] : [line(table.unitNote)];
  const form = style.table === "pipes" && HEADS_OVER(table.columns) ? "tabs" : style.table;
  return [...note, ...(form === "html" ? html(table, style, random) : plain(table, form, style, random))];
}

function plain(table: Table, form: "tabs" | "pipes", style: Style, random: Random): Item[] {
  const write = (texts: readonly string[], ragged = style.ragged): string => {
    if (form === "pipes") return `| ${texts.map(escaped).join(" | ")} |`;
    return ragged ? texts.join("\t").replace(/\t+$/u, "") : texts.join("\t");
  };
  const rule = `|${table.columns.map(() => " --- ").join("|")}|`;
  const set = (text: string): string =>
    style.letterSpaced && /^\p{Script=Han}{2,4}$/u.test(text) ? letterSpaced(text) : text;
  const heads = headRows(table.columns).map((texts) => write(texts.map(set), false));
  const head = form === "pipes" ? [...heads, rule] : heads;
  const tagged = form === "tabs" && random.chance(0.05);
  const rows = gridOf(table).map(({ texts, group, wide }): Item => {
    const whole = texts.map((text) =>
      tagged && text !== null && text !== "" ? `<p>${text}</p>` : (text ?? ""),
    );
    // A merged row without its tabs would be a line like any other.
    const text = write(whole, style.ragged && !wide);
    const again = texts.map((each, at) =>
      each === null && style.page.repeatGroup
        ? (group.find((held) => held.at === at)?.text ?? "")
        : (each ?? ""),
    );
    const onNewPage = [...(style.page.repeatHead ? head : []), write(again, style.ragged && !wide)];
    const cut =
      form === "tabs" && style.page.cutRows && !tagged && !texts.includes("") && !texts.includes(null)
        ? cutPlace(texts, random)
        : -1;
    return row(text, true, onNewPage, cut);
  });
  return [...head.map((text, index) => line(text, index > 0)), ...rows];
}

/** A place within the longest cell of a row where a page may end. */
function cutPlace(texts: readonly (string | null)[], random: Random): number {
  const whole = texts.map((text) => text ?? "");
  const longest = whole.reduce(
    (best, text, index) => (text.length > (whole[best]?.length ?? 0) ? index : best),
    0,
  );
  const cell = whole[longest] ?? "";
  if (cell.length < 14 || longest === whole.length - 1) return -1;
  const places = Array.from({ length: cell.length - 8 }, (_, index) => index + 5).filter((at) =>
    mayBreak(cell, at),
  );
  if (places.length === 0) return -1;
  return whole.slice(0, longest).reduce((sum, text) => sum + text.length + 1, 0) + random.pick(places);
}

const attributes = ({ rowSpan, colSpan }: Cell): string =>
  (rowSpan > 1 ? ` rowspan="${rowSpan}"` : "") + (colSpan > 1 ? ` colspan="${colSpan}"` : "");

/** A cell of HTML; a long one sometimes with a break left in it. */
function htmlCell(cell: Cell, random: Random): string {
  const { text } = cell;
  const at = text.length > 12 && random.chance(0.04) ? Math.floor(text.length / 2) : -1;
  return `<td${attributes(cell)}>${at > 0 && mayBreak(text, at) ? `${text.slice(0, at)}<br>${text.slice(at)}` : text}</td>`;
}

function html({ columns, rows }: Table, style: Style, random: Random): Item[] {
  const over = HEADS_OVER(columns);
  const upper = columns
    .map(({ text, above }, index) => {
      if (!over || above === null) return `<td${over ? ' rowspan="2"' : ""}>${text}</td>`;
      if (columns[index - 1]?.above === above) return "";
      return `<td colspan="${columns.filter((each) => each.above === above).length}">${above}</td>`;
    })
    .join("");
  const lower = columns.map(({ text, above }) => (above === null ? "" : `<td>${text}</td>`)).join("");
  const head = [`<tr>${upper}</tr>`, ...(over ? [`<tr>${lower}</tr>`] : [])];
  const open = columns.map(() => 0);
  const body = rows.map((cells): Item => {
    const text = `<tr>${cells.map((cell) => htmlCell(cell, random)).join("")}</tr>`;
    // A table of HTML goes on in a second one, and only where no cell spans the break.
    const within = open.some((left) => left > 0);
    spend(open, cells);
    return row(
      text,
      true,
      within ? null : ["</table>", ...HTML_BREAK, "<table>", ...(style.page.repeatHead ? head : []), text],
    );
  });
  return [...lines(["<table>", ...head]), ...body, line("</table>", true)];
}

/** Where the page ends between two tables of HTML. */
const HTML_BREAK = ["\f"] as const;

/** Counts down the cells that span, and takes in those of a row. */
function spend(open: number[], cells: readonly Cell[]): void {
  const queue = [...cells];
  open.forEach((left, at) => {
    open[at] = left > 0 ? left - 1 : (queue.shift()?.rowSpan ?? 1) - 1;
  });
}
