/** 发文字号, the numbers of official documents: 平政发〔2021〕56号 in all the brackets that print uses. */
import { squeeze } from "./blanks.ts";
import { halfWidth, readNumeral } from "./numerals.ts";

const OPEN = "[〔\\[［【(（﹝〈]";
const CLOSE = "[〕\\]］】)）﹞〉]";
const B = "[\\s\\u200b-\\u200f\\u2060\\ufeff\\u3000]*";
const YEAR = "[0-9０-９]{4}";
const SERIAL = "[0-9０-９]{1,5}";

/** Code, year and serial; the code is the Han characters before the bracket (`平政办发`, `国办发明电`). */
const BODY = `(\\p{Script=Han}{1,14}?(?:[（(]\\p{Script=Han}{1,4}[）)])?)${B}${OPEN}${B}(${YEAR})${B}${CLOSE}${B}第?${B}(${SERIAL})${B}号`;

const LINE = new RegExp(
  `^${OPEN}?(?:发文字号|文号|字号)?[：:]?(\\p{Script=Han}{1,20}?)${OPEN}(${YEAR})${CLOSE}第?(${SERIAL})号${CLOSE}?$`,
  "u",
);
const ORDER_LINE = new RegExp(`^${OPEN}?第([0-9０-９]{1,5}|[〇零一二三四五六七八九十百千]{1,7})号${CLOSE}?$`);

/** A document number as the contract has it. */
export interface NumberReading {
  text: string;
  agency: string | null;
  year: number | null;
  serial: number | null;
}

const toNumber = (digits: string): number => Number(halfWidth(digits));

/** The number that a line is and nothing else, label and outer brackets aside; null where it is none. */
export function readNumberLine(line: string): NumberReading | null {
  const text = squeeze(line);
  if (text.length > 40 || !text.includes("号")) return null;
  const match = text.match(LINE);
  if (match) {
    const [, agency, year, serial] = match as unknown as [string, string, string, string];
    const start = text.indexOf(agency, text.search(/[：:]/) + 1);
    const bare = text.slice(start, text.lastIndexOf("号") + 1);
    return { text: bare, agency, year: toNumber(year), serial: toNumber(serial) };
  }
  const order = text.match(ORDER_LINE);
  if (!order?.[1]) return null;
  return { text: `第${order[1]}号`, agency: null, year: null, serial: readNumeral(order[1]) };
}

/** Numbers inside running text, with the serials that share a code and a year: `〔2021〕57、60号`. */
export const NUMBER_IN_TEXT = new RegExp(
  `(\\p{Script=Han}{1,14})?${B}[〔\\[［【﹝(（]${B}(${YEAR})${B}[〕\\]］】﹞)）]${B}第?${B}(${SERIAL}(?:${B}[、,，和]${B}${SERIAL})*)${B}号`,
  "gu",
);

export const NUMBER_BODY = BODY;
