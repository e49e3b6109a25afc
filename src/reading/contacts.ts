/** Whom to call: 联系人, 电话, 邮箱 in paragraphs and notes. */
import { squeeze } from "../language/blanks.ts";
import { hasColon } from "../language/colons.ts";
import { matchesOf } from "../language/matches.ts";
import { CONTACT_LABELS } from "../terms/labels.ts";
import { BODY_ENDING } from "../terms/organizations.ts";

export interface ContactReading {
  name: string | null;
  organization: string | null;
  phone: string | null;
  email: string | null;
}

const LABELS = Object.keys(CONTACT_LABELS)
  .sort((a, b) => b.length - a.length)
  .join("|");
/** A label after no other word, or right after the name of a body: 县财政局联系人：. */
const LABEL = new RegExp(
  `(?:(?<![\\p{Script=Han}])|(?<=${BODY_ENDING}))(${[...LABELS.split("|")].map((label) => [...label].join("[\\s　]*")).join("|")})[\\s　]*[：:]`,
  "gu",
);
const EMAIL = /(?<![A-Za-z0-9０-９._%+-])[A-Za-z0-9０-９._%+-]+@[A-Za-z0-9０-９.-]+/;
const PHONE =
  /(?:[（(]?[0０][\d０-９]{2,3}[）)]?[-—－\s]?)?[\d０-９]{7,11}(?:[-—转][\d０-９]{1,6})?(?:[、,，/／]\s?(?:[0０][\d０-９]{2,3}[-—])?[\d０-９]{7,11})*/;
/** 县农业农村局　张亚军: the body stands before the name. */
const AFTER_BODY = new RegExp(
  `^(\\p{Script=Han}{2,20}${BODY_ENDING})[\\s　]+(\\p{Script=Han}[\\p{Script=Han}\\s　·]{1,12})$`,
  "u",
);
const WITH_BODY = /^(.{2,20}?)[（(](.{2,30})[）)]$/;

/** The body whose name runs into a label: 县财政局 before 联系人：. */
const BODY_BEFORE = new RegExp(`\\p{Script=Han}{2,20}${BODY_ENDING}$`, "u");
const LONGEST_BODY = 30;

/** Lines that stand among those of a contact. */
const BESIDE_CONTACT = /^(?:传[\s　]*真|地[\s　]*址|通讯地址|邮[\s　]*编|邮政编码|网[\s　]*址)[\s　]*[：:]/;

/** True where a text may hold a contact. */
const mayHold = (text: string): boolean =>
  hasColon(text) && /联系|联络|电[\s　]*话|邮箱|信箱|邮件|手机|mail/i.test(text);

/** The value of a label up to the next one, without the marks that close it. */
function valueAfter(text: string, from: number, to: number): string {
  const value = text.slice(from, to).replace(/(?<![，,。；;、\s　])[，,。；;、\s　]+$/, "");
  const isClosing = /[）)]$/.test(value) && !/[（(]/.test(value);
  return (isClosing ? value.slice(0, -1) : value).trim();
}

/** The persons of a 联系人 value; a ； parts those who have a phone each. */
const openContacts = (value: string): ContactReading[] => value.split(/[；;]/).flatMap(sharedContacts);

/** Persons who share what phone is printed beside them, each a contact: `马莉（县审批服务管理局）`, `张三、李四 6095358`. */
function sharedContacts(value: string): ContactReading[] {
  const phone = value.match(PHONE)?.[0] ?? null;
  const printed = value
    .replace(PHONE, "")
    .replace(/(?<![，,；;\s　])[，,；;\s　]+$/, "")
    .trim();
  if (printed === "") return phone === null ? [] : [{ name: null, organization: null, phone, email: null }];
  return printed.split(/[、，,]/).map((one) => {
    const before = one.trim().match(AFTER_BODY);
    if (before)
      return { name: squeeze(before[2] as string), organization: before[1] as string, phone, email: null };
    const body = one.match(WITH_BODY);
    return { name: squeeze(body?.[1] ?? one), organization: body?.[2] ?? null, phone, email: null };
  });
}

/** A body, with the phone that may stand beside it: `县水务局，0952-7212345`. */
function bodyContact(value: string): ContactReading {
  const phone = value.match(PHONE)?.[0].trim() ?? null;
  const printed = value.replace(PHONE, "").replace(/(?<![，,；;\s　])[，,；;\s　]+$/, "");
  return { name: null, organization: squeeze(printed) || null, phone, email: null };
}

/** 电话：县教育局6012345、县民政局6012346: bodies, each with its phone. */
const BODY_WITH_PHONE = new RegExp(
  `(\\p{Script=Han}{2,20}(?:${BODY_ENDING}|[科股]))[\\s　]*(${PHONE.source})`,
  "gu",
);
/** 电话：6012345（县教育局基教科）: the body after its phone. */
const PHONE_OF_BODY = new RegExp(
  `(${PHONE.source})[\\s　]*[（(](\\p{Script=Han}{2,20}(?:${BODY_ENDING}|[科股]))[）)]`,
  "gu",
);

/** The contacts that a value of phones gives with the body of each; none where it names no body. */
function phonesOfBodies(value: string): ContactReading[] {
  if (!/\p{Script=Han}{2}/u.test(value)) return [];
  const before = matchesOf(value, BODY_WITH_PHONE).map(([, body, phone]) => [body, phone]);
  const named =
    before.length > 0 ? before : matchesOf(value, PHONE_OF_BODY).map(([, phone, body]) => [body, phone]);
  return named.map(([body, phone]) => ({
    name: null,
    organization: body as string,
    phone: (phone as string).trim(),
    email: null,
  }));
}

/** Reads contacts from texts in order; a name opens a new one, a phone or address alone joins the last. */
export function readContacts(texts: readonly string[]): ContactReading[] {
  const contacts: ContactReading[] = [];
  let open: ContactReading[] = [];
  /** Gives the open contacts a fact, or opens one where none is open or all have it. */
  const give = (key: "phone" | "email", fact: string | undefined): void => {
    if (fact === undefined) return;
    if (open.length === 0 || open.every((contact) => contact[key] !== null)) {
      open = [{ name: null, organization: null, phone: null, email: null }];
      contacts.push(...open);
    }
    for (const contact of open) contact[key] ??= fact;
  };
  const openBody = (contact: ContactReading): void => {
    open = [contact];
    contacts.push(contact);
  };
  /** The body that a 联系单位 named for those who follow, which is no contact by itself then. */
  const takeBody = (): string | null => {
    const only = open.length === 1 ? (open[0] as ContactReading) : null;
    if (only === null || only.name !== null || only.organization === null) return null;
    if (only.phone === null && only.email === null) contacts.pop();
    return only.organization;
  };
  for (const text of texts) {
    if (!mayHold(text)) {
      if (open.length > 0 && !BESIDE_CONTACT.test(text)) open = [];
      continue;
    }
    const marks = matchesOf(text, LABEL);
    marks.forEach((match, index) => {
      const meaning = CONTACT_LABELS[squeeze(match[1] as string)];
      const value = valueAfter(text, match.index + match[0].length, marks[index + 1]?.index ?? text.length);
      const body = text.slice(Math.max(0, match.index - LONGEST_BODY), match.index).match(BODY_BEFORE)?.[0];
      if (meaning === "organization" || (body !== undefined && meaning !== "name"))
        openBody(bodyContact(body ?? value));
      if (meaning === "name") {
        const named = openContacts(value);
        const organization = body ?? takeBody();
        for (const contact of named) contact.organization ??= organization;
        open = named;
        contacts.push(...open);
      } else if (meaning === "phone") {
        const bodies = open.every(({ phone }) => phone !== null) ? phonesOfBodies(value) : [];
        if (bodies.length > 0) {
          open = bodies;
          contacts.push(...bodies);
        } else give("phone", value.match(PHONE)?.[0].trim());
      } else if (meaning === "email") give("email", value.match(EMAIL)?.[0]);
    });
  }
  return contacts.filter(({ name, phone, email }) => name !== null || phone !== null || email !== null);
}
