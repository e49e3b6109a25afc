/** A letter as lines: head, number, recipients, body, signature, date, enclosure, attachments. */
import type { Appointment, Attachment, Letter, Notice } from "../model.ts";
import type { Random } from "../random.ts";
import { blocks } from "./blocks.ts";
import { type Item, kept, line, lines, opening, prose } from "./item.ts";
import type { Style } from "./style.ts";
import { centre, digits, spread, title } from "./titles.ts";

/** A document number with the noise that layout leaves in it. */
function numberLine(text: string, style: Style, random: Random): string {
  const noisy = random.weighted<() => string>([
    [14, () => text],
    [1, () => text.replace(/(?=[〔[［【(（])/u, " ")],
    [1, () => text.replace(/(?<=[〕\]］】)）])/u, " ")],
    [1, () => text.replace(/(?<=[〕\]］】)）])/u, "​")],
    [text.startsWith("第") ? 0 : 1, () => `发文字号：${text}`],
  ])();
  return centre(noisy, style);
}

const head = (letter: Letter, style: Style, random: Random): Item[] => [
  ...opening(title(letter.heading, letter.headingIssuer, style, random)),
  ...(letter.documentNumber === null
    ? []
    : kept([line(numberLine(letter.documentNumber.text, style, random))])),
  ...(letter.recipients === null ? [] : kept([line(letter.recipients.text + style.colon)])),
];

/** Who signs and when, and the note below. */
function closing(letter: Letter, style: Style, random: Random): Item[] {
  const set = (text: string): string => centre(text, style, 20);
  const date = digits(letter.date.text, style);
  const { signatory, issuers, disclosure } = letter;
  const note =
    disclosure === null
      ? []
      : [line(style.indent + (random.chance(0.1) ? `(${disclosure})` : `（${disclosure}）`))];
  if (signatory !== null)
    return [
      ...lines([
        set(`${signatory.title}${random.pick(["　", " ", "　　"])}${spread(signatory.name, style)}`),
        set(date),
      ]),
      ...note,
    ];
  const joint = issuers.length > 1 && random.chance(0.5);
  const signers = joint ? [issuers.join(style.gap)] : [...issuers];
  if (style.signature === "line" && issuers.length === 1)
    return [line(set(`${issuers[0] ?? ""}${style.gap}${date}`)), ...note];
  return [...lines([...signers.map(set), set(date)]), ...note];
}

/** 附件：1. …, a line each. */
function attachmentNotes(
  { attachmentNotes: notes, attachments }: Notice,
  style: Style,
  random: Random,
): Item[] {
  const [first] = notes;
  if (first === undefined) return [];
  const word = attachments[0]?.label.replace(/\d+$/u, "") ?? "附件";
  const stop = random.chance(0.2) ? "。" : "";
  if (first.number === null) return [line(`${style.indent}${word}：${first.title}${stop}`)];
  const numbered = notes.map(({ number, title: text }) => `${number ?? ""}.${style.markerGap}${text}${stop}`);
  const [top, ...rest] = numbered;
  if (random.chance(0.1))
    return lines([`${style.indent}${word}：`, ...numbered.map((text) => style.indent + text)]);
  const inset = style.indent === "" ? "" : `${style.indent}　　　`;
  const texts = [`${style.indent}${word}：${top ?? ""}`, ...rest.map((text) => inset + text)];
  return style.spacing === "blank" && random.chance(0.5) ? texts.map((text) => line(text)) : lines(texts);
}

function attachment(
  { label, title: name, labelBelow, children, number }: Attachment,
  style: Style,
  random: Random,
): Item[] {
  const labelText = random.weighted<() => string>([
    [5, () => label],
    [2, () => (number === null ? label : label.replace(/(?=\d)/u, " "))],
    [1, () => (number === null && label.length === 2 ? [...label].join(style.gap) : label)],
    [number === null ? 0 : 1, () => `${label}：`],
  ])();
  const heading = name === null ? [] : title(name, "", style, random);
  const [first, ...rest] = blocks(children, style, random);
  const content = [...kept(first === undefined ? [] : [first]), ...rest];
  if (labelBelow) return [...heading, ...kept([line(labelText)]), ...content];
  if (number !== null && name !== null && random.chance(0.12)) return [line(`${label}：${name}`), ...content];
  return [line(labelText), ...kept(heading), ...content];
}

export function noticeItems(notice: Notice, style: Style, random: Random): Item[] {
  const { enclosure } = notice;
  const notes = attachmentNotes(notice, style, random);
  const beforeSignature = enclosure === null || random.chance(0.3);
  return [
    ...head(notice, style, random),
    ...blocks(notice.body, style, random),
    ...(beforeSignature ? notes : []),
    ...closing(notice, style, random),
    ...(enclosure === null
      ? []
      : [...title(enclosure.title, "", style, random), ...blocks(enclosure.children, style, random)]),
    ...(beforeSignature ? [] : notes),
    ...notice.attachments.flatMap((each) => attachment(each, style, random)),
  ];
}

export function appointmentItems(appointment: Appointment, style: Style, random: Random): Item[] {
  const { basis, lines: decided } = appointment;
  return [
    ...head(appointment, style, random),
    line(style.indent + basis),
    ...decided.map((text) =>
      text.length > 60 ? prose(style.indent + text, text.length) : line(style.indent + text),
    ),
    ...closing(appointment, style, random),
  ];
}
