/** Titles and names as they are set: over lines, with blanks. */
import { fullWidth } from "../numerals.ts";
import type { Random } from "../random.ts";
import { titleLines } from "./breaks.ts";
import { type Item, line, lines } from "./item.ts";
import type { Style } from "./style.ts";

export const centre = (text: string, { centred }: Style, width = 12): string =>
  centred ? " ".repeat(width) + text : text;

/** Digits as the style sets them, where only their value counts. */
export const digits = (text: string, { wideDigits }: Style): string => (wideDigits ? fullWidth(text) : text);

/** 主编 → 主　编, 张三 → 张　三; longer ones stay. */
export const spread = (text: string, { spaced, gap }: Style): string =>
  spaced && [...text].length === 2 ? [...text].join(gap) : text;

/** 应急预案的函 → 应 急 预 案 的 函; figures and Latin stay together. */
export const letterSpaced = (text: string): string =>
  [...text.matchAll(/[0-9A-Za-z.+]+|[（《〈“]?.[）》〉”，、]*/gu)].map(([each]) => each).join(" ");

/** A title, whole or broken; `issuer` is how much of it names who issues. */
export function title(text: string, issuer: string, style: Style, random: Random): Item[] {
  const hash = style.markdown === "hash" ? "# " : "";
  if (style.titles === "blank") {
    if (issuer !== "" && text.length > issuer.length)
      return [line(`${hash}${centre(`${issuer} ${text.slice(issuer.length)}`, style)}`)];
    const [first, ...rest] = titleLines(text, 20);
    return [line(hash + centre([first ?? "", ...rest].join(" "), style))];
  }
  if (style.titles === "lines") {
    const own = issuer !== "" && text.length > issuer.length && random.chance(0.4);
    const cut = own
      ? [issuer, ...titleLines(text.slice(issuer.length), random.integer(14, 24))]
      : titleLines(text, random.integer(14, 24));
    return lines(cut.map((each, index) => (index === 0 ? hash : "") + centre(each, style)));
  }
  return [line(hash + centre(text, style))];
}
