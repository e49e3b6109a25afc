/**
 * Where a line may end within a paragraph. Left out, as no reader could tell: an end right after a mark that ends
 * a sentence or a clause list (。；：), which looks like the end of a paragraph, and a rest that opens like an item,
 * a label, a date or a bracket, which looks like a new one.
 */

const NEVER_BEFORE = /^[，。、；：！？）》〉”’】〕…—·%％\s　)\]]/u;
const NEVER_AFTER = /[（《〈“‘【〔。；：！？”’…—·\s　([]$/u;
const LIKE_AN_OPENING =
  /^(?:[一二三四五六七八九十百]+[、是]|[（(《“【\d０-９第附]|责任|配合|牵头|主责|承办|参与|协办|完成|时间|时限|进度|联系|电话|邮箱|电子|同日|一九|二[〇○]|[①-⑳])/u;
const WITHIN_A_WORD = /[0-9A-Za-z.+]$/u;

/** Whether a line may end at a place of a text. */
export function mayBreak(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at);
  if (before === "" || after === "") return false;
  if (NEVER_BEFORE.test(after) || NEVER_AFTER.test(before) || LIKE_AN_OPENING.test(after)) return false;
  return !(WITHIN_A_WORD.test(before) && /^[0-9A-Za-z.%+]/u.test(after));
}

/** The places of a text, from one on, where a page may end; at least some characters stay on each side. */
export const breakPlaces = (text: string, from: number, rest = 3): number[] =>
  Array.from({ length: Math.max(0, text.length - rest - from + 1) }, (_, index) => from + index).filter(
    (at) => mayBreak(text, at),
  );

/** A title cut into lines of some width, never where a mark would be torn off. */
export function titleLines(title: string, width: number): string[] {
  const cut: string[] = [];
  let rest = title;
  while (rest.length > width + 4) {
    let at = width;
    while (
      at > 4 &&
      (NEVER_BEFORE.test(rest.slice(at)) ||
        /[（《〈“【〔—]$/u.test(rest.slice(0, at)) ||
        (/[0-9A-Za-z]$/u.test(rest.slice(0, at)) && /^[0-9A-Za-z年]/u.test(rest.slice(at))))
    )
      at--;
    cut.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...cut, rest];
}
