/** 文种: what kind of document a title names. */
import { BRACKETS_AFTER_GENRE, GENRES, ISSUED_TEXTS } from "../terms/genres.ts";

/** Kinds with their pinyin. */
export const GENRE_PINYIN: Readonly<Record<string, string>> = { ...ISSUED_TEXTS, ...GENRES };
const BY_LENGTH = Object.keys(GENRE_PINYIN).sort((a, b) => b.length - a.length);
const GENRE = new RegExp(`(${BY_LENGTH.join("|")})${BRACKETS_AFTER_GENRE}$`);

/** 《某区森林防火禁火令》: the whole title in its marks. */
const QUOTED = /^《([^《》]{4,80})》$/;

/** 文种: the last word of a title, a bracket such as （试行） aside; null where no known word ends it. */
export function genreOf(title: string): string | null {
  return (title.match(GENRE) ?? title.match(QUOTED)?.[1]?.match(GENRE))?.[1] ?? null;
}
