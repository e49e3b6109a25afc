/** Whom to call: 联系人, 电话, 邮箱 in paragraphs and notes. */
import { squeeze } from "../language/blanks.ts";
import { CONTACT_LABELS } from "../terms/labels.ts";

export interface ContactReading {
  name: string | null;
  organization: string | null;
  phone: string | null;
  email: string | null;
}

const LABELS = Object.keys(CONTACT_LABELS).sort((a, b) => b.length - a.length).join("|");
const LABEL = new RegExp(`(?<![\\p{Script=Han}])(${[...LABELS.split("|")].map((label) => [...label].join("[\\s　]*")).join("|")})[\\s　]*[：:]`, "gu");
const EMAIL = /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+/;
const PHONE = /(?:[（(]?0\d{2,3}[）)]?[-—－\s]?)?\d{7,11}(?:[-—转]\d{1,6})?(?:[、,，/／]\s?(?:0\d{2,3}[-—])?\d{7,11})*/;
const WITH_BODY = /^(.{2,20}?)[（(](.{2,30})[）)]$/;

/** True where a text may hold a contact. */
const mayHold = (text: string): boolean => /联系|联络|电话|邮箱|邮件|手机/.test(text) && /[：:]/.test(text);

/** Reads contacts from texts in order; a name opens a new one, a phone or address alone joins the last. */
export function readContacts(texts: readonly string[]): ContactReading[] {
  const contacts: ContactReading[] = [];
  let open: ContactReading | null = null;
  for (const text of texts) {
    if (!mayHold(text)) {
      open = null;
      continue;
    }
    const marks = [...text.matchAll(LABEL)];
    marks.forEach((match, index) => {
      const meaning = CONTACT_LABELS[squeeze(match[1] as string)];
      const value = text
        .slice(match.index + match[0].length, marks[index + 1]?.index ?? text.length)
        .replace(/[，,。；;、\s　）)]+$/, (tail) => (tail.includes("）") || tail.includes(")") ? tail.match(/^[）)](?=[，,。；;\s　]*$)/)?.[0] ?? "" : ""))
        .trim();
      if (meaning === "name") {
        const phone = value.match(PHONE)?.[0] ?? null;
        const printed = value.replace(PHONE, "").replace(/[，,；;\s　]+$/, "").trim();
        if (printed === "" && phone === null) return;
        for (const one of printed.split(/[、，,]/)) {
          const body = one.match(WITH_BODY);
          open = { name: squeeze(body?.[1] ?? one) || null, organization: body?.[2] ?? null, phone, email: null };
          contacts.push(open);
        }
      } else if (meaning === "phone") {
        const phone = value.match(PHONE)?.[0].trim();
        if (phone === undefined) return;
        if (open === null || open.phone !== null) contacts.push((open = { name: null, organization: null, phone, email: null }));
        else for (const contact of contacts.filter((one) => one === open || sharesLine(one, open))) contact.phone ??= phone;
      } else {
        const email = value.match(EMAIL)?.[0];
        if (email === undefined) return;
        if (open === null || open.email !== null) contacts.push((open = { name: null, organization: null, phone: null, email }));
        else open.email = email;
      }
    });
  }
  return contacts;
}

const sharesLine = (one: ContactReading, open: ContactReading | null): boolean => one === open;
