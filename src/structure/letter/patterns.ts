/** What several parts of a letter are told by: labels of attachments, numbers of notes, brackets, sentences. */
import { characters } from "../../language/characters.ts";

/** The number of an attachment or a note, as a part of a pattern. */
export const NUMERAL = "[0-9０-９一二三四五六七八九十]{1,3}";
/** The number in a label; 2-1 counts within another attachment and is no number of its own. */
const LABEL_NUMBER = `(?:(${NUMERAL})(?![-—－–.．][0-9０-９])|${NUMERAL}[-—－–.．][0-9０-９]{1,2})`;
/** `附件`, `附件 1`, `附件2-1`, `附 件：`, `附表2`, `【附件1】`: the label of an attachment, alone on its line. */
export const LABEL_ALONE = new RegExp(
  `^[【（(]?附(?:[\\s　]*[件表录图])?(?:之)?[\\s　]*(?:${LABEL_NUMBER}[\\s　]*)?[：:]?[】）)]?$`,
);
/** What a line with such a label opens with. */
export const OPENS_LABEL = characters("附【（(");
/** `附件1：标题`: label and title on one line. */
export const LABEL_WITH_TITLE = new RegExp(
  `^附(?:[\\s　]*[件表录图](?:[\\s　]*${LABEL_NUMBER})?(?:[\\s　]*[：:][\\s　]*|[\\s　]+)|[\\s　]*[：:][\\s　]*)(?=\\S)`,
);
/** The number that opens a note of an attachment: 2., （2） */
export const NOTE_ITEM = new RegExp(
  `^(?:[（(](?=.{1,3}[）)]))?(${NUMERAL})[\\s　]*(?:[.．﹒、]|(?<=^[（(].{1,3})[）)])[\\s　]*`,
);
/** A line that is one bracket, as a 附注 is. */
export const DISCLOSURE = /^[（(].*[）)]$/;
/** A text with the end of a sentence in it. */
export const SPANS_SENTENCE = /[。；！？]/;
