/** Words told by the dictionary that the language's own segmenter carries. */

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The words of a text, as the segmenter parts them. */
export const segments = (text: string): string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment);

/** True where the text is one word. */
export const isWord = (text: string): boolean => segments(text).length === 1;
