/** Whom to call: 联系人, 电话, 邮箱 in paragraphs and notes. */
import { squeeze } from "../language/blanks.ts";
import { characters, closesWith } from "../language/characters.ts";
import { hasColon } from "../language/colons.ts";
import { matchesOf } from "../language/matches.ts";
import { CONTACT_LABELS, type ContactField } from "../terms/labels.ts";
import { BODY_ENDING } from "../terms/organizations.ts";
import { isName, isSurelyTransliterated } from "./names.ts";

export interface ContactReading {
  name: string | null;
  organization: string | null;
  phone: string | null;
  email: string | null;
}

const LABELS = Object.keys(CONTACT_LABELS)
  .sort((a, b) => b.length - a.length)
  .join("|");
/** 电话（传真）：, 电话/传真：: one number for both. */
const OR_FAX = "(?:[（(]兼?传真[）)]|[/／、及和]传真)?[\\s　]*";
/** What a contact is for, before its label: 技术支持联系人. */
const PURPOSE =
  "(?:办公室|食宿|住宿|财务|宣传|后勤|参会|投稿|征集|采购|业务|技术|技术支持|政策|工作|材料|报名|会务|项目|系统|数据|日常|具体|平台|咨询){1,2}";
/** What a number is given for, in labels that no table lists: 城乡医保咨询服务电话. */
const SERVICE =
  "(?:咨询|服务|监督|举报|投诉|受理|接待|报名|值班|办公|预约|报修|求助|救援|维权|政策|业务|技术|申报|查询|公开|便民|信访|反映|接收|报送|申请|招生|执法|应急|固定|移动)";
/** A label after no other word, or right after a body, a purpose or the names of another: 县财政局联系人：. */
const LABEL = new RegExp(
  `(?:(?<![\\p{Script=Han}])|(?<=${BODY_ENDING}|小时|[科股至到]|拨打|致电|(?<![\\p{Script=Han}])${PURPOSE}|联[系络][人员][：:]\\p{Script=Han}{2,8}))(${[...LABELS.split("|")].map((label) => [...label].join("[\\s　]*")).join("|")}|${SERVICE}{1,4}(?:联系)?(?:热线电话|电话|热线|邮箱)|${SERVICE}{1,3}(?=[：:][\\s　]*[（(]?[\\d０-９]{3,4}[-—－）)\\d０-９]))[\\s　]*(?:${OR_FAX}[：:]|(?<=电话[\\s　]{0,2})(?=[（(]?[\\d０-９]{3})|(?<=联[系络]人)(?=\\p{Script=Han}{2,3}[，,（(\\s　])|(?<=[邮信]箱)(?=[\\w.-]{1,30}@))`,
  "gu",
);
/** What a label says; one that no table has says it by its end: 城乡居民咨询服务电话. */
function meaningOf(label: string): ContactField {
  const words = squeeze(label);
  return CONTACT_LABELS[words] ?? (words.endsWith("邮箱") ? "email" : "phone");
}
const EMAIL = /(?<![A-Za-z0-9０-９._%+-])[A-Za-z0-9０-９._%+-]+@[A-Za-z0-9０-９.-]+/;
/** 0951-6012345转801、6012346: a number of a person or body, and those after it. */
const NUMBERS =
  "(?:[（(]?[0０][\\d０-９]{2,3}[）)]?[-—－\\s]?)?[\\d０-９]{7,11}(?:[-—转][\\d０-９]{1,6})?(?:[、,，/／]\\s?(?:[0０][\\d０-９]{2,3}[-—])?[\\d０-９]{7,11})*";
/** 12345, 12315、6012345, 110: the short number of a hotline. */
const SHORT = "(?<![\\d０-９-])[1１](?:[2２][\\d０-９]{3}|[12１２][0０]|[1１][9９]|[2２]{2})(?![\\d０-９-])";
const PHONE = new RegExp(
  `[48４８][0０]{2}[-—－][\\d０-９]{3,4}[-—－][\\d０-９]{3,4}|${SHORT}(?:[、,，/／]\\s?${NUMBERS})?|${NUMBERS}(?:[、,，/／]\\s?${SHORT})?`,
);
/** Any other short number, right after its label. */
const HOTLINE = /^[1１][\d０-９]{4}(?![\d０-９])/;
const ONE_PHONE = /(?:[（(]?[0０][\d０-９]{2,3}[）)]?[-—－]?)?(?<![\d０-９])[\d０-９]{7,11}(?![\d０-９])/g;
/** 张三（0952-6095358）: no bracket around an area code. */
const PHONE_IN_BRACKET = new RegExp(`[（(]((?![（(])(?:${PHONE.source}))[）)]`);
/** 县农业农村局　张亚军: the body stands before the name. */
const AFTER_BODY = new RegExp(
  `^(\\p{Script=Han}{2,20}(?:${BODY_ENDING}|[科股]))[\\s　]+(\\p{Script=Han}[\\p{Script=Han}\\s　·]{1,12})$`,
  "u",
);
/** 市政府督查室张强: nothing parts the name from the body. */
const BEHIND_BODY = new RegExp(
  `^(\\p{Script=Han}{1,20}(?:${BODY_ENDING}|[科股]))(\\p{Script=Han}{2,3})$`,
  "u",
);
/** （县委党校）何秀兰: the body in brackets before the name. */
const BODY_FIRST = /^[（(]([^（()）]{2,30})[）)][\s　]*(\p{Script=Han}[\p{Script=Han}\s　·]{1,12})$/u;
const WITH_BODY = /^(.{2,20}?)[（(](.{2,30})[）)]$/;

/** The body whose name runs into a label: 县财政局 before 联系人：. */
const BODY_BEFORE = new RegExp(`\\p{Script=Han}{2,20}(?:${BODY_ENDING}|[科股])$`, "u");
const IS_BODY = new RegExp(`^${BODY_BEFORE.source}`, "u");
const LONGEST_BODY = 30;

/** Lines that stand among those of a contact. */
const BESIDE_CONTACT = /^(?:传[\s　]*真|地[\s　]*址|通讯地址|邮[\s　]*编|邮政编码|网[\s　]*址)[\s　]*[：:]/;

/** True where a text may hold a contact. */
const mayHold = (text: string): boolean =>
  (hasColon(text) || text.includes("电话")) &&
  /联系|联络|电[\s　]*话|热线|邮箱|信箱|邮件|手机|mail|咨询|举报|投诉/i.test(text);

const ENDS_IN_PURPOSE = new RegExp(`(?<![\\p{Script=Han}])${PURPOSE}$`, "u");

/** The value of a label up to the next one, without the marks that close it. */
function valueAfter(text: string, from: number, to: number): string {
  const value = text
    .slice(from, to)
    .replace(ENDS_IN_PURPOSE, "")
    .replace(/(?<![，,。；;、\s　])[，,。；;、\s　]+$/, "");
  const isClosing = /[）)]$/.test(value) && !/[（(]/.test(value);
  return (isClosing ? value.slice(0, -1) : value).trim();
}

/** The persons of a 联系人 value; a ； parts those who have a phone each. */
const openContacts = (value: string): ContactReading[] =>
  value
    .split(/[；;]|(?<=[\d０-９][）)])[、，,](?=\p{Script=Han})/u)
    .filter((piece, index) => index === 0 || PHONE.test(piece) || isName(squeeze(piece)))
    .flatMap(sharedContacts);

/** Persons who share what phone is printed beside them, each a contact: `马莉（县审批服务管理局）`, `张三、李四 6095358`. */
function sharedContacts(value: string): ContactReading[] {
  const inBracket = value.match(PHONE_IN_BRACKET);
  const phone = inBracket?.[1] ?? value.match(PHONE)?.[0] ?? null;
  const printed = value
    .replace(inBracket ? inBracket[0] : PHONE, "")
    .replace(/(?<![，,；;\s　])[，,；;\s　]+$/, "")
    .trim();
  if (printed === "") return phone === null ? [] : [{ name: null, organization: null, phone, email: null }];
  return printed
    .split(/[、，,]/)
    .flatMap(spacedNames)
    .map((one) => {
      const before = one.trim().match(AFTER_BODY);
      if (before)
        return { name: squeeze(before[2] as string), organization: before[1] as string, phone, email: null };
      const joined = one.length > 4 ? one.trim().match(BEHIND_BODY) : null;
      if (joined && isName(joined[2] as string))
        return { name: joined[2] as string, organization: joined[1] as string, phone, email: null };
      const first = one.trim().match(BODY_FIRST);
      if (first)
        return { name: squeeze(first[2] as string), organization: first[1] as string, phone, email: null };
      const body = one.match(WITH_BODY);
      return { name: squeeze(body?.[1] ?? one), organization: body?.[2] ?? null, phone, email: null };
    });
}

/** 丁芳　罗志: blanks part whole names, 张 敏 is one; 陈静赵阳 lost the blanks between two. */
function spacedNames(printed: string): string[] {
  const parts = printed.trim().split(/[\s　]+/);
  if (parts.length > 1 && parts.every(isName)) return parts;
  const joined = parts.join("");
  if (joined.length < 4 || joined.length > 6 || isName(joined) || isSurelyTransliterated(joined))
    return [printed];
  // 王磊李秀英: where only one place parts two names.
  const pairs = [2, 3]
    .map((at) => [joined.slice(0, at), joined.slice(at)])
    .filter((pair) => pair.every(isName));
  return pairs.length === 1 ? (pairs[0] as string[]) : [printed];
}

/** What stands before a phone and is no value of a label: 县财政局　陈露 in a line below that of another person. */
const BEFORE_PHONE = /[^。；;，,（()）：:\n]{2,30}$/;
const MARKS_AT_END = /(?<![，,；;\s　])[，,；;\s　]+$/;

/** The person that a stretch before 电话： names without a label; null where it names none. */
function unlabelled(stretch: string, isBelowAnother: boolean): ContactReading | null {
  const printed = stretch.replace(MARKS_AT_END, "").match(BEFORE_PHONE)?.[0].trim() ?? "";
  const body = printed.match(AFTER_BODY);
  const name = squeeze(body?.[2] ?? printed);
  if (!isName(name) || (body === null && !isBelowAnother)) return null;
  return { name, organization: body?.[1] ?? null, phone: null, email: null };
}

/** The phones of a value, each by itself: 8012233　8012244; a longer number in brackets or after － stays whole. */
const phonesOf = (value: string): string[] => matchesOf(value, ONE_PHONE).map(([phone]) => phone);

/** A body, with the phone that may stand beside it: `县水务局，0952-7212345`. */
function bodyContact(value: string): ContactReading {
  const phone = value.match(PHONE)?.[0].trim() ?? null;
  const printed = value.replace(PHONE, "").replace(/(?<![，,；;\s　])[，,；;\s　]+$/, "");
  return { name: null, organization: squeeze(printed) || null, phone, email: null };
}

/** 电话：县教育局6012345、县民政局6012346: bodies, each with its phone. */
const BODY_WITH_PHONE = new RegExp(
  `(\\p{Script=Han}{2,20}(?:${BODY_ENDING}|[科股]))[\\s　，,：:]*(${PHONE.source})`,
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

const isPhoneLabel = (match: RegExpMatchArray): boolean =>
  ["phone", "email", "other"].includes(meaningOf(match[1] as string));
/** Another number of the person before: 手机：…，办公电话：…; 监督电话 is that of somebody else. */
const OF_SAME_PERSON = /^(?:联系|办公|固定|移动)?(?:电话|手机)$/;
/** 张三（手机：13912345678）: the label goes, the bracket says enough. */
const LABEL_IN_BRACKET = /(?<=[（(])(?:联系电话|电话|手机)[：:](?=[\d０-９（(—-]{7,20}[）)])/g;

/** 8299110（白天）、8299111: when a number is answered, between two of them. */
const NOTE_ON_PHONE =
  /(?<=[\d０-９])[（(](?:白天|夜间|晚间|工作日|节假日|工作时间|非工作时间|上班时间|下班时间|传真|兼传真|带传真)[）)](?=[、,，/／])/g;

/** 电话：6604345，联系人：张三: the phone without a name right before the name that ends the clause. */
function phoneBefore(
  text: string,
  open: readonly ContactReading[],
  previous: RegExpExecArray | undefined,
  name: RegExpExecArray,
): ContactReading | null {
  const only = open.length === 1 ? (open[0] as ContactReading) : null;
  if (only === null || only.name !== null || previous === undefined || !isPhoneLabel(previous)) return null;
  return /[。；;]/.test(text.slice(previous.index, name.index)) ? null : only;
}

/** 曾女士, 李老师: who answers a phone, by form of address. */
const ADDRESSED = /^\p{Script=Han}{1,3}(?:先生|女士|老师|同志|科长|主任)$/u;
/** A short word that opens as a surname does, 周一, is no name beside a phone. */
const SHORTEST_NAME = 3;

/** 联系方式：李明轩，县统计局，0797-8370701: the person that a value of phones names, or null. */
function personBeside(value: string): string | null {
  if (!/\p{Script=Han}{2}/u.test(value)) return null;
  const words = value.replace(PHONE, "，").split(/[，,；;、（()）\s　]+/);
  return (
    words.find(
      (word) =>
        ADDRESSED.test(word) ||
        (word.length >= SHORTEST_NAME && isName(word) && !/^周[一二三四五六日末]/.test(word)),
    ) ?? null
  );
}

const LONGEST_LABEL_LINE = 40;
const COLON = characters("：:");
const LONGEST_LINE_BELOW = 60;

/** 县信访局：0930-3222566: a body and its phone on a line of their own. */
const BODY_LINE = new RegExp(
  `^(\\p{Script=Han}{2,20}(?:${BODY_ENDING}|[科股]))[\\s　]*[：:][\\s　]*((?:${PHONE.source}))[；;。]?$`,
  "u",
);
const LEADS_TO_PHONES = /(?:电话|热线)\p{Script=Han}{0,8}[：:]$/u;

/** 咨询电话： / 6012345（县财政局）: lines below a label that ends its line are its value. */
function withLinesBelow(texts: readonly string[]): string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const text of texts) {
    const above = joined.at(-1);
    const line = isOpen && text.length <= LONGEST_LINE_BELOW && PHONE.test(text) ? text : null;
    if (above !== undefined && line !== null && !hasColon(line) && !/电话|。$/.test(line)) {
      joined[joined.length - 1] = above + (/[：:]$/.test(above) ? "" : "；") + line.replace(/[；;。]$/, "");
      continue;
    }
    // 监督电话公布如下： / 县信访局：0930-3222566
    const [, body, phone] = line?.match(BODY_LINE) ?? [];
    if (above !== undefined && body !== undefined) {
      if (LEADS_TO_PHONES.test(above)) joined.push(`电话：${body} ${phone}`);
      else joined[joined.length - 1] = `${above}；${body} ${phone}`;
      continue;
    }
    joined.push(text);
    isOpen = text.length <= LONGEST_LABEL_LINE && closesWith(text, COLON) && mayHold(text);
  }
  return joined;
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
  for (const printed of withLinesBelow(texts)) {
    if (!mayHold(printed)) {
      if (open.length > 0 && !BESIDE_CONTACT.test(printed)) open = [];
      continue;
    }
    const text = printed.replace(LABEL_IN_BRACKET, "").replace(NOTE_ON_PHONE, "");
    const before = contacts.length;
    // 联系人王雪，: nothing parts the label from what is a name.
    const marks = matchesOf(text, LABEL).filter(
      ({ 0: whole, 1: label, index }) =>
        whole !== label ||
        meaningOf(label) !== "name" ||
        isName(text.slice(index + whole.length).match(/^\p{Script=Han}+/u)?.[0] ?? ""),
    );
    marks.forEach((match, index) => {
      const meaning = meaningOf(match[1] as string);
      const value = valueAfter(text, match.index + match[0].length, marks[index + 1]?.index ?? text.length);
      const previous = marks[index - 1];
      const isAfterPhone = previous === undefined || isPhoneLabel(previous);
      if (meaning === "phone" && isAfterPhone) {
        const from = previous === undefined ? 0 : previous.index + previous[0].length;
        const person = unlabelled(text.slice(from, match.index), open.length > 0);
        if (person !== null) openBody(person);
      }
      const body = text.slice(Math.max(0, match.index - LONGEST_BODY), match.index).match(BODY_BEFORE)?.[0];
      // 联系人马国强，办公室电话：: no body, but where he is reached.
      if (meaning === "organization" || (body !== undefined && body !== "办公室" && meaning !== "name"))
        openBody(bodyContact(body ?? value));
      if (meaning === "name") {
        const named = openContacts(value.replace(/(?:职务|职称)[：:].*$/s, ""));
        // 邮箱：…，联系人：张三: an address right before the person is his.
        const last = contacts.length > before ? contacts.at(-1) : undefined;
        const isAddress =
          last !== undefined && last.name === null && last.organization === null && last.phone === null;
        if (isAddress) contacts.pop();
        const organization = body ?? takeBody();
        for (const contact of named) {
          contact.organization ??= organization;
          if (isAddress) contact.email ??= last.email;
        }
        const phoned =
          marks[index + 1] === undefined && !isAddress ? phoneBefore(text, open, previous, match) : null;
        if (phoned !== null) {
          for (const contact of named) {
            contact.organization ??= phoned.organization;
            contact.phone ??= phoned.phone;
            contact.email ??= phoned.email;
          }
          contacts.splice(contacts.indexOf(phoned), 1);
        }
        open = named;
        contacts.push(...open);
      } else if (meaning === "phone") {
        const bodies = open.every(({ phone }) => phone !== null) ? phonesOfBodies(value) : [];
        const phones = open.length > 1 ? phonesOf(value) : [];
        if (bodies.length > 0) {
          // 举报电话：12345；县农业农村局：0573-88123456.
          give("phone", value.match(HOTLINE)?.[0]);
          // 联系方式：李明轩，县统计局，0797-8370701.
          const only = bodies.length === 1 ? (bodies[0] as ContactReading) : null;
          if (only !== null) only.name = personBeside(value.replace(only.organization as string, ""));
          open = bodies;
          contacts.push(...bodies);
        } else if (
          phones.length > 1 &&
          phones.length === open.length &&
          open.every(({ phone }) => phone === null)
        )
          // 联系人：张三、李四，电话：6012345、6012346: to each his own.
          for (const [at, contact] of open.entries()) contact.phone = phones[at] as string;
        else {
          const phone = (value.match(PHONE) ?? value.match(HOTLINE))?.[0].trim();
          const only = open.length === 1 ? (open[0] as ContactReading) : null;
          // 联系方式：县人社局就业科，电话…: the label is that of the body.
          if (phone === undefined && IS_BODY.test(value)) openBody(bodyContact(value));
          else if (
            phone !== undefined &&
            only?.name != null &&
            only.phone !== null &&
            OF_SAME_PERSON.test(squeeze(match[1] as string))
          )
            only.phone = `${only.phone}、${phone}`;
          else if (phone !== undefined) {
            const isNamed = open.some(({ name, phone }) => name !== null && phone === null);
            const person = isNamed ? null : personBeside(value);
            give("phone", phone);
            const opened = open.length === 1 ? (open[0] as ContactReading) : null;
            if (opened !== null && person !== null) opened.name ??= person;
            give("email", value.includes("@") ? value.match(EMAIL)?.[0] : undefined);
          }
        }
      } else if (meaning === "email") give("email", value.match(EMAIL)?.[0]);
    });
  }
  return contacts.filter(({ name, phone, email }) => name !== null || phone !== null || email !== null);
}
