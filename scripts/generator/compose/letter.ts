/** What every letter has: who issues it, its number, whom it is for, its date. */
import type { Letter } from "../model.ts";
import { fullWidth, iso, printed, printedChinese } from "../numerals.ts";
import { type Author, departments } from "./author.ts";

/** A body that issues documents: its names and the code of its numbers. */
export interface Issuer {
  /** As signed: 临澧县人民政府. */
  name: string;
  /** As the title begins: the name, or shorter. */
  prefix: string;
  /** 临政发 */
  code: string;
}

export function drawIssuer(author: Author, kind: "government" | "office" | "department"): Issuer {
  const { random, place } = author;
  const brief = random.chance(0.4);
  const { name, level, code } = place;
  const shortName = `${level}人民政府`;
  const office = level === "省" || level === "自治区" ? "办公厅" : "办公室";
  switch (kind) {
    case "government":
      return {
        name: `${name}人民政府`,
        prefix: brief ? shortName : `${name}人民政府`,
        code: `${code}${random.pick(["政发", "政", "政规", "府发"])}`,
      };
    case "office":
      return {
        name: `${name}人民政府${office}`,
        prefix: brief ? `${shortName}${office}` : `${name}人民政府${office}`,
        code: `${code}${random.pick(["政办发", "政办", "政办规", "政办函", "府办发"])}`,
      };
    case "department": {
      const bureau = random.pick(departments(place));
      const full = `${name}${bureau}`;
      return { name: full, prefix: full, code: `${code}${bureau.charAt(0)}发` };
    }
  }
}

const NUMBER_BRACKETS = [
  [10, ["〔", "〕"]],
  [1, ["[", "]"]],
  [1, ["［", "］"]],
  [1, ["【", "】"]],
  [1, ["(", ")"]],
  [1, ["（", "）"]],
  [0.3, ["〔", "]"]],
  [0.3, ["[", "〕"]],
] as const;

function drawNumber(author: Author, code: string, serial: number): NonNullable<Letter["documentNumber"]> {
  const { random, date } = author;
  const [open, close] = random.weighted(NUMBER_BRACKETS.map(([weight, pair]) => [weight, pair] as const));
  const wide = random.chance(0.03);
  const digits = (value: number): string => (wide ? fullWidth(String(value)) : String(value));
  return {
    text: `${code}${open}${digits(date.year)}${close}${digits(serial)}号`,
    agency: code,
    year: date.year,
    serial,
  };
}

export function drawRecipients(author: Author): Letter["recipients"] {
  const { random, place } = author;
  const sets: Record<string, readonly (readonly [string[], string])[]> = {
    low: [
      [["各乡镇人民政府", `${place.level}直各部门`], "各乡镇人民政府，{}"],
      [["各乡镇", `${place.level}直有关部门`], "各乡镇、{}"],
      [
        ["各乡镇人民政府", "各街道办事处", `${place.level}政府各部门`, "各直属机构"],
        "各乡镇人民政府、各街道办事处，{}",
      ],
      [["各乡（镇）人民政府", `${place.level}人民政府各部门、各直属机构`], ""],
      [["各有关单位"], ""],
    ],
    city: [
      [["各县（市、区）人民政府", `${place.level}政府各部门`, "各直属机构"], ""],
      [["各县（市、区）人民政府", `${place.level}直各部门`, "各企事业单位"], ""],
    ],
    high: [
      [["各市（州）人民政府", "各县（市、区、特区）人民政府", "省政府各部门", "各直属机构"], ""],
      [["各市、县人民政府", "省直各有关部门"], ""],
    ],
  };
  const tier =
    place.level === "省" || place.level === "自治区"
      ? "high"
      : place.level === "市" || place.level === "州"
        ? "city"
        : "low";
  const [names] = random.pick(sets[tier] ?? []);
  const whole = names.flatMap((name) => (name.includes("各部门、") ? name.split("、") : [name]));
  const text = whole
    .map((name, index) => (index === 0 ? "" : random.chance(0.6) ? "，" : "、") + name)
    .join("");
  return { names: whole, text };
}

const printDate = (author: Author): Letter["date"] => {
  const { random, date } = author;
  const text = random.weighted<() => string>([
    [8, () => printed(date)],
    [2, () => printedChinese(date, random.pick(["〇", "〇", "○"]))],
    [0.5, () => printed(date).replace(/(?<=[年月])|(?=[年月日])/gu, " ")],
  ])();
  return { iso: iso(date), text };
};

const DISCLOSURES = ["此件公开发布", "此件主动公开", "此件依申请公开", "此件发至县级", "本文有删减"] as const;
const drawDisclosure = ({ random }: Author): string | null =>
  random.chance(0.6) ? random.pick(DISCLOSURES) : null;

/** What every letter of an issuer has. */
export function letter(
  author: Author,
  issuer: Issuer,
  title: string,
  serial: number,
  section: string | null,
): Letter {
  const { random } = author;
  const bare = random.chance(0.12);
  return {
    section,
    heading: bare ? title : issuer.prefix + title,
    title,
    headingIssuer: bare ? "" : issuer.prefix,
    documentNumber: drawNumber(author, issuer.code, serial),
    recipients: null,
    issuers: [issuer.name],
    signatory: null,
    date: printDate(author),
    disclosure: drawDisclosure(author),
  };
}
