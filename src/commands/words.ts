/** The tool's own words in Chinese and English; what it quotes from gazettes stays as it is. */
import { english } from "./english.ts";

export type Language = "zh" | "en";

/** A sentence, or one with places `{0}`, `{1}` … and what stands in them. */
export type Phrase = string | readonly [template: string, ...values: (string | number)[]];

/** A phrase in a language; one that has no translation stays Chinese. */
export function say(phrase: Phrase, language: Language): string {
  const [template, ...values] = typeof phrase === "string" ? [phrase] : phrase;
  const words = language === "en" ? (english[template] ?? template) : template;
  return words.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ""));
}
