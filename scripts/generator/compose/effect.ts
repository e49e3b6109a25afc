/** When a document begins to hold, how long, and what it ends; and whom to ask. */
import type { Block, Contact, Effect } from "../model.ts";
import { addDays, chinese, type Day, iso, printed } from "../numerals.ts";
import { personName } from "../prose.ts";
import { DOCUMENT_KINDS, TOPICS } from "../words.ts";
import { type Author, departments } from "./author.ts";
import { paragraph } from "./body.ts";

export const NO_EFFECT: Effect = { commencement: null, expiry: null, repeals: [] };

/** When a document begins to hold, how long, and what it ends; and the clause that says it. */
export function drawEffect(author: Author): { text: string; effect: Effect } {
  const { random, date, place } = author;
  const begin = addDays(date, random.integer(5, 60));
  const own = random.pick(["本办法", "本方案", "本通知", "本规定"]);
  const begins = random.weighted<() => { text: string; date: string | null }>([
    [3, () => ({ text: `自${printed(begin)}起施行`, date: iso(begin) })],
    [
      2,
      () => ({ text: random.pick(["自印发之日起施行", "自发布之日起施行", "自公布之日起施行"]), date: null }),
    ],
    [1, () => ({ text: `自${printed(begin)}起执行`, date: iso(begin) })],
  ])();
  const years = random.integer(2, 5);
  const until: Day = { year: date.year + years, month: 12, day: 31 };
  const expiry = random.chance(0.5)
    ? random.weighted<() => { text: string; date: string | null }>([
        [2, () => ({ text: `有效期${years}年`, date: null })],
        [1, () => ({ text: `有效期${random.pick(["", "为"])}${chinese(years)}年`, date: null })],
        [2, () => ({ text: `有效期至${printed(until)}`, date: iso(until) })],
      ])()
    : null;
  const title = `${place.name}${random.pick(TOPICS)}${random.pick(DOCUMENT_KINDS)}`;
  const number = `${place.code}政发〔${date.year - random.integer(2, 8)}〕${random.integer(1, 80)}号`;
  const repealed = random.chance(0.5);
  const numbered = random.chance(0.6);
  const ending = repealed
    ? `${numbered ? `《${title}》（${number}）` : `《${title}》`}${random.pick(["同时废止", "停止执行"])}。`
    : "";
  return {
    text: `${own}${[begins.text, expiry?.text].filter((part) => part !== undefined).join("，")}。${ending}`,
    effect: {
      commencement: begins,
      expiry,
      repeals: repealed ? [{ title, number: numbered ? number : null }] : [],
    },
  };
}

/** A closing section or paragraph on effect, where one is drawn. */
export function withEffect(author: Author, share: number): { blocks: Block[]; effect: Effect } {
  if (!author.random.chance(share)) return { blocks: [], effect: NO_EFFECT };
  const { text, effect } = drawEffect(author);
  return { blocks: [paragraph(text)], effect };
}

export function drawContacts(author: Author): { blocks: Block[]; contacts: Contact[] } {
  const { random, place } = author;
  if (!random.chance(0.2)) return { blocks: [], contacts: [] };
  const name = personName(random);
  const phone = random.pick([
    `0${random.integer(310, 999)}-${random.integer(2000000, 8999999)}`,
    String(random.integer(2000000, 8999999)),
  ]);
  const email = random.chance(0.5)
    ? `${place.code.length}${random.pick(["lxbgs", "zfbxxk", "fgjzhk"])}@163.com`
    : null;
  const organization = random.chance(0.4) ? place.level + random.pick(departments(place)) : null;
  const held = organization === null ? name : `${name}（${organization}）`;
  const contact: Contact = { name, organization, phone, email };
  if (random.chance(0.5)) {
    const line = `联系人：${held}，${random.pick(["电话", "联系电话"])}：${phone}${email === null ? "" : `，邮箱：${email}`}。`;
    return { blocks: [paragraph(line, "duty")], contacts: [contact] };
  }
  const lines = [`联系人：${held}`, `联系电话：${phone}`, ...(email === null ? [] : [`电子邮箱：${email}`])];
  return { blocks: lines.map((line) => paragraph(line, "duty")), contacts: [contact] };
}
