/** Words told by the dictionary that the language's own segmenter carries. */

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The words of a text, as the segmenter parts them. */
export const segments = (text: string): string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment);

/** Answers given before: asking the segmenter takes a hundred times as long. */
const ANSWERS = new Map<string, boolean>();
const MANY = 10_000;

/** True where the text is one word. */
export function isWord(text: string): boolean {
  const known = ANSWERS.get(text);
  if (known !== undefined) return known;
  if (ANSWERS.size >= MANY) ANSWERS.clear();
  const answer = segments(text).length === 1;
  ANSWERS.set(text, answer);
  return answer;
}
