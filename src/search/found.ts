/** What an answer to a query says. */
import type { Matches } from "./matches.ts";

/** How the hits were found where the query as typed is nowhere: other spellings, a name that the text prints in another form, pinyin, pieces of it. */
export type Way = "spelling" | "name" | "pinyin" | "pieces";

export type Found = {
  matches: Matches;
  /** What is marked in the hits. */
  terms: string[];
  /** Null where the hits hold exactly what was typed. */
  way: Way | null;
  /** 您是不是要找: names near a query that is nowhere. */
  suggestions: string[];
};
