/** Labels of the masthead and the colophon, with a colon or a blank between them and their values. */
import { hasBlank, isBlankCode, squeeze } from "../language/blanks.ts";
import { characters, opensWith } from "../language/characters.ts";
import { colonWithin, hasColon } from "../language/colons.ts";
import { FULL_DATE } from "../language/dates.ts";
import { matchesOf } from "../language/matches.ts";
import { BOARD_ROLES, COLOPHON_LABELS, type ColophonField } from "../terms/labels.ts";
import { ISSUER_ENDING } from "../terms/organizations.ts";

/** Names in a line of names: blanks part them, and a name of single characters apart is one name (`高 波 高梦丹`). */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  let half = "";
  for (const part of text.split(/[\s　、，,；;]+/).filter(Boolean)) {
    if (half !== "") {
      names.push(half + part);
      half = "";
    } else if (part.length === 1) half = part;
    else names.push(part);
  }
  return half === "" ? names : [...names, half];
}

/** True for names side by side and nothing else. */
export const isNameLine = (text: string): boolean =>
  /^[\p{Script=Han}·]{1,5}(?:[\s　、]+[\p{Script=Han}·]{1,5})*$/u.test(text) &&
  text.length <= 60 &&
  !/编辑|编委|编审|办公室/.test(text);

/** A label and what stands after its colon, as offsets into a line's text. */
export interface Labelled {
  label: string;
  from: number;
  valueFrom: number;
  to: number;
}

const LABEL =
  /([\p{Script=Han}](?:[\s　]*[\p{Script=Han}]){1,11}(?:[(（][\p{Script=Han}]{1,12}[)）]|[/、]传真)?)[\s　]*[：:]/gu;
/** （按姓氏笔画为序）: how the names of a board stand. */
export const ORDER_OF_NAMES = /[（(][\s　]*[按以依][^（()）]{2,14}(?:序|排列|排名)[\s　]*[）)]/;

/** The known labels of a line with their values: `电话：0952-1 传真：0952-2` has two. */
export function readLabels(text: string, known: (label: string) => boolean): Labelled[] {
  const found: Labelled[] = [];
  if (!hasColon(text)) return found;
  for (const match of matchesOf(text, LABEL)) {
    const words = (match[1] as string).replace(ORDER_OF_NAMES, "");
    // The label may follow a value without a mark: take the longest known ending.
    for (let cut = 0; cut < words.length; cut++) {
      const label = squeeze(words.slice(cut));
      if (isBlankCode(words.charCodeAt(cut)) || !known(label)) continue;
      // 《某县人民政府公报》编辑部　地址：…: what goes on a name is no label.
      if (cut === 0 && text[match.index - 1] === "》") continue;
      const last = found.at(-1);
      const from = match.index + cut;
      if (last) last.to = from;
      found.push({ label, from, valueFrom: match.index + match[0].length, to: text.length });
      break;
    }
  }
  return found;
}

const COLOPHON: ReadonlySet<string> = new Set(Object.keys(COLOPHON_LABELS));
const COLOPHON_OPENERS = characters([...COLOPHON].map((label) => label.charAt(0)).join(""));
export const isColophonLabel = (label: string): boolean => COLOPHON.has(label);
export const isMastheadLabel = (label: string): boolean => isColophonLabel(label) || BOARD_ROLES.has(label);

const BODY = new RegExp(
  `^[\\p{Script=Han}《》、\\s　]{2,60}(?:${ISSUER_ENDING}|编辑部|出版社|报社|[厂院])$`,
  "u",
);
const NUMBER = /^[\d０-９\s　()（）、,，/—–－-]{5,40}$/;
const ADDRESS = /^\p{Script=Han}.{0,40}(?:[号楼院室层路街道巷区村镇]|[\d０-９])$/u;
const WEBSITE = /^(?:https?:|www\.)|\.(?:cn|com|net|org)(?:\/|$)/i;
const isNames = (value: string): boolean =>
  isNameLine(value) && splitNames(value).every(({ length }) => length >= 2 && length <= 4);

/** What tells that a value belongs to a label, where no colon says so. */
const FITS: Readonly<Record<ColophonField, (value: string) => boolean>> = {
  chiefEditors: isNames,
  editors: (value) => isNames(value) || BODY.test(value),
  supervisor: (value) => BODY.test(value),
  sponsor: (value) => BODY.test(value),
  supervisorAndSponsor: (value) => BODY.test(value),
  publisher: (value) => BODY.test(value),
  address: (value) => ADDRESS.test(value),
  phone: (value) => NUMBER.test(value),
  fax: (value) => NUMBER.test(value),
  website: (value) => WEBSITE.test(value),
  permit: (value) => value.length <= 40 && /[\d０-９]/.test(value),
  date: (value) => FULL_DATE.test(value),
  frequency: (value) => /^\p{Script=Han}{1,3}刊$/u.test(value),
  other: (value) => isNames(value) || BODY.test(value) || NUMBER.test(value),
};

/** Words apart and the place of each. */
const WORD = /[^\s　]+/g;
/** No line of labels is longer. */
const LONGEST_LINE = 120;
const LONGEST_BARE_LABEL = 8;

/** The longest label that opens with the word at `index`, letter-spacing counted, as the index of the word after it. */
function labelAt(
  words: readonly RegExpExecArray[],
  index: number,
  known: (label: string) => boolean,
): { label: string; next: number } | null {
  let found: { label: string; next: number } | null = null;
  let label = "";
  for (let next = index; next < words.length && label.length < LONGEST_BARE_LABEL; next++) {
    label += (words[next] as RegExpExecArray)[0];
    if (known(label)) found = { label, next: next + 1 };
  }
  return found;
}

/** The known labels of a line that has no colon, each with a value that fits it: 主办　某县人民政府; none where one does not. */
export function readBareLabels(text: string, known: (label: string) => boolean): Labelled[] {
  if (text.length > LONGEST_LINE || !hasBlank(text) || hasColon(text)) return [];
  const words = matchesOf(text, WORD);
  const found: Labelled[] = [];
  for (let index = 0; index < words.length; index++) {
    const label = labelAt(words, index, known);
    const value = label === null ? undefined : words[label.next];
    if (label === null || value === undefined) {
      if (index === 0) return [];
      continue;
    }
    const from = (words[index] as RegExpExecArray).index;
    const last = found.at(-1);
    if (last) last.to = from;
    found.push({ label: label.label, from, valueFrom: value.index, to: text.length });
    index = label.next - 1;
  }
  const fits = ({ label, valueFrom, to }: Labelled): boolean => {
    const field = COLOPHON_LABELS[label];
    return (field === undefined ? isNames : FITS[field])(text.slice(valueFrom, to).trim());
  };
  return found.every(fits) ? found : [];
}

/** Where the colon of a label stands at the latest, letter-spacing counted. */
const LONGEST_LABEL = 60;

/** What stands before the first label of a line and names who edits the gazette: 《某县人民政府公报》编辑部　地址：…. */
export const EDITORS = /^[\p{Script=Han}《》\s　]{0,40}(?:编辑部|编辑室|编委会|编辑委员会)[\s　]*$/u;
/** True where a line opens with a label of the colophon, or with who edits the gazette and a label after that. */
export function isColophonLine(value: string): boolean {
  if (value.startsWith("《") && value.includes("》编")) {
    const to = value.length <= LONGEST_LINE ? readLabels(value, isColophonLabel)[0]?.from : undefined;
    return to !== undefined && EDITORS.test(value.slice(0, to));
  }
  if (!opensWith(value, COLOPHON_OPENERS)) return false;
  const colon = colonWithin(value, LONGEST_LABEL);
  if (colon < 0) return readBareLabels(value, isColophonLabel).length > 0;
  return colon > 0 && readLabels(value.slice(0, colon + 1), isColophonLabel)[0]?.from === 0;
}
