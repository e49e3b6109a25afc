/** Who issues and who signs: the signature of a document and the issuer in its heading. */
import { squeeze } from "../language/blanks.ts";
import { AND_OTHERS } from "../language/titles.ts";
import { TITLE_VERBS } from "../terms/genres.ts";
import { BODY_ENDING, ISSUER_ENDING } from "../terms/organizations.ts";
import { SPACED_SIGNING_OFFICES, SURNAMES } from "../terms/people.ts";
import type { OfficialDocument } from "../tree/nodes.ts";
import { leaves } from "../tree/parts.ts";

/** What a body does in a title without 关于: 某县人民政府表彰…的决定. */
const DEEDS = "表彰|表扬|授予|命名|调整|废止|修改|征收土地";
const ISSUER_PREFIX = new RegExp(
  `^([\\p{Script=Han}、，\\s　（）()]{1,80}?${ISSUER_ENDING}(?:${AND_OTHERS})?)(?=${TITLE_VERBS.join("|")}|${DEEDS})`,
  "u",
);

/** 转发县审计局关于…: the body after the verb is not who issues. */
const OPENS_WITH_VERB = /^(?:转发|批转|印发|关于|对|发布|公布)/;

/** All who sign, as they open a heading: with 、 or blanks between them, or nothing. */
function jointPrefix(heading: string, issuers: readonly string[]): string {
  let at = 0;
  for (const issuer of issuers) {
    while (at > 0 && BETWEEN_ISSUERS.includes(heading.charAt(at))) at++;
    if (!heading.startsWith(issuer, at)) return "";
    at += issuer.length;
  }
  return heading.slice(0, at);
}
const BETWEEN_ISSUERS = "、，和 　";

/** The issuer that opens a heading, the signature telling where it ends: 国务院办公厅转发… → 国务院办公厅. */
export function issuerPrefix(heading: string, issuers: readonly string[]): string {
  const joint = issuers.length > 1 ? jointPrefix(heading, issuers) : "";
  if (joint !== "") return joint;
  const printed = heading.match(ISSUER_PREFIX)?.[1];
  if (printed !== undefined && !OPENS_WITH_VERB.test(printed)) return printed;
  for (const issuer of issuers)
    for (let cut = 0; cut <= issuer.length - 3; cut++)
      if (heading.startsWith(issuer.slice(cut))) return issuer.slice(cut);
  return "";
}

/** The signature as bodies and the person who signs. */
export interface Signed {
  issuers: string[];
  signatory: { title: string | null; name: string } | null;
}

const SPACED_NAME = /^\p{Script=Han}[\s　]+\p{Script=Han}$/u;
const PLAIN_NAME = /^\p{Script=Han}{2,4}$/u;
const SIGNING_BODY = new RegExp(`${ISSUER_ENDING}$`);
const SIGNING_PERSON = new RegExp(
  `^(.{0,30}?(?:${SPACED_SIGNING_OFFICES}))(?:(?:[\\s　]*[：:])?[\\s　]*((?:\\p{Script=Han}[\\s　]*){2,4})|[\\s　：:]+(\\p{Script=Han}[\\p{Script=Han}·]{4,11}))$`,
  "u",
);

/** What stands for the seals behind names side by side: 某县财政局（盖章）　某县水务局（盖章）. */
const SEALS = /[（(](?:盖?章|印章?|公章)[）)]/g;

/** The bodies that blanks part, 中共某省委　某省人民政府; one body where blanks only space its name. */
export function bodiesSideBySide(raw: string): string[] {
  const parts = raw
    .trim()
    .replace(SEALS, " ")
    .trim()
    .split(/[\s　]+/);
  const isSeveral = parts.length > 1 && parts.every((part) => part.length >= 2 && SIGNING_BODY.test(part));
  return isSeveral ? parts : [squeeze(raw)];
}

/** The bodies over an order or an announcement, which blanks or lines part; `raw` is the printed heading, its kind left off. */
export function bodiesOverOrder(raw: string): string[] {
  const areBodies = (parts: readonly string[]): boolean =>
    parts.every((part) => part.length > 2 && SIGNING_BODY.test(part) && !OFFICE_ALONE.test(part));
  // A line may be spaced to the width of the others: 财　政　部.
  const inLine = (line: string): string[] => {
    const parts = line.split(/[\s　]+/);
    return areBodies(parts) ? parts : [squeeze(line)];
  };
  const parts = raw
    .trim()
    .split(/\s*\n\s*/)
    .flatMap(inLine);
  return areBodies(parts) ? parts : inLine(raw.trim());
}
/** 办公厅 in a line of its own is the rest of the name above. */
const OFFICE_ALONE = /^办公[厅室]/;

export function readSignature(document: OfficialDocument, text: string): Signed {
  const issuers: string[] = [];
  let signatory: Signed["signatory"] = null;
  for (const leaf of leaves(document, "issuer")) {
    const raw = leaf.spans.map(({ start, end }) => text.slice(start, end)).join("");
    const person = raw.trim().match(SIGNING_PERSON);
    if (person && !new RegExp(`${BODY_ENDING}$`).test(squeeze(raw))) {
      signatory ??= {
        title: squeeze(person[1] as string) || null,
        name: squeeze(person[2] ?? (person[3] as string)),
      };
      continue;
    }
    // 张　健 or 张国健 below the title of a speech: a name without an office.
    const isName =
      SPACED_NAME.test(raw.trim()) || (PLAIN_NAME.test(raw.trim()) && !SIGNING_BODY.test(raw.trim()));
    if (isName && SURNAMES.has(raw.trim()[0] as string)) {
      signatory ??= { title: null, name: squeeze(raw) };
      continue;
    }
    issuers.push(...bodiesSideBySide(raw));
  }
  return { issuers, signatory };
}
