/** Other ways to write what was typed: marks as they are printed elsewhere, and its words alone. */
import { normalise } from "./normalise.ts";

const BRACKETED_YEAR = /[〔([{【［（〈<](\d{4})[〕)\]}】］）〉>]/gu;
const DASHES = /[-‐‑‒–—―−－~～]+/gu;

/**
 * Other spellings of a term, tried in turn when the term itself occurs nowhere: a document number in other
 * brackets or none, a phone number without its dash, dashes of other lengths, without punctuation marks at its ends.
 */
export function otherSpellings(term: string): string[] {
  const plain = term.normalize("NFKC");
  const spellings = [
    plain.replace(BRACKETED_YEAR, "〔$1〕"),
    plain.replace(/(\p{Script=Han})(\d{4})(\d+号)/u, "$1〔$2〕$3"),
    plain.replace(/^(0\d{2,3})(\d{7,8})$/u, "$1-$2"),
    plain.replace(BRACKETED_YEAR, "($1)"),
    plain.replace(BRACKETED_YEAR, "[$1]"),
    plain.replace(DASHES, "—"),
    plain.replace(DASHES, "-"),
    plain.replace(DASHES, "——"),
    plain.replace(/["“”]([^"“”]*)["“”]/gu, "“$1”"),
    plain.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, ""),
  ];
  return [...new Set(spellings)].filter((spelling) => spelling !== plain && normalise(spelling) !== "");
}

/** The words of a term, by the browser's own dictionary; a character alone says too little. */
export function piecesOf(term: string): string[] {
  const segments = [...new Intl.Segmenter("zh", { granularity: "word" }).segment(term)];
  return segments.flatMap(({ segment, isWordLike }) =>
    isWordLike === true && [...segment].length > 1 ? [segment] : [],
  );
}
