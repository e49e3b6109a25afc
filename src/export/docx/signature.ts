/** What closes a letter: 附件说明, 发文机关署名 or 签署人, 成文日期, 附注 (GB/T 9704-2012 §7.3.4 to §7.3.6). */
import { AlignmentType } from "docx";
import { sayDate } from "../../corpus/cite.ts";
import type { AppointmentDocument, NoticeDocument } from "../../document/schema.ts";
import type { Paragraph } from "./content.ts";
import { type Piece, paragraph } from "./flow.ts";
import { characters, LINE, widthOf } from "./measure.ts";
import { style } from "./styles.ts";
import { gapped, runs, tab } from "./text.ts";

type Note = NoticeDocument["attachmentNotes"][number];

const LABEL = "附件：";

/** `附件：1. …`: two characters in, the names below one another. */
export function notePieces(notes: readonly Note[]): Piece[] {
  return notes.map((note, at) => {
    const number = note.number === null ? "" : `${note.number}.`;
    const marker = number === "" ? 0 : widthOf(number) + 0.25;
    const first = at === 0;
    return paragraph({
      style: style.attachmentNote,
      keepNext: true,
      spacing: { before: first ? LINE : 0 },
      indent: {
        left: characters(2 + widthOf(LABEL) + marker),
        hanging: characters(marker + (first ? widthOf(LABEL) : 0)),
      },
      children: [
        ...runs(`${first ? LABEL : ""}${number}`),
        ...(number === "" ? [] : [tab()]),
        ...runs(note.title),
      ],
    });
  });
}

/** Who signs and when, at the right. */
export function signaturePieces(letter: NoticeDocument | AppointmentDocument): Piece[] {
  const { issuer, date } = letter;
  const signatory = letter.type === "notice" ? letter.signatory : null;
  const names = issuer === null ? [] : issuer.split("、");
  // Arabic figures, no zero before a single one (§7.3.5.4).
  const day = date === null ? null : sayDate(date);
  const place = signatory === null ? bodyPlace(names, day ?? "") : PERSON;
  const lines: Line[] = [
    ...names.map((name) => ({ children: runs(name), ...place.name })),
    ...(signatory === null ? [] : [{ children: personRuns(signatory), ...place.name }]),
    ...(day === null ? [] : [{ children: runs(day), ...place.date }]),
  ];
  return lines.map((line, at) =>
    paragraph({
      style: style.signature,
      spacing: { before: at === 0 ? LINE : 0 },
      // What closes the letter is not torn off it.
      keepNext: at < lines.length - 1 || letter.disclosure !== null,
      ...line,
    }),
  );
}

type Place = Pick<Paragraph, "alignment" | "indent">;
type Line = Place & Pick<Paragraph, "children">;

const fromRight = (count: number): Place => ({ indent: { right: characters(count) } });
/** A line from the left may reach over the right edge rather than break. */
const fromLeft = (count: number): Place => ({
  alignment: AlignmentType.LEFT,
  indent: { left: characters(count), right: -characters(2) },
});

/** A person and the day stand four characters from the right (§7.3.5.3). */
const PERSON = { name: fromRight(4), date: fromRight(4) };

/** A body stands two from the right, the day begins two right of it; a longer day moves the body in (§7.3.5.2). */
function bodyPlace(names: string[], day: string): { name: Place; date: Place } {
  const [name, date] = [widthOf(names.at(-1) ?? ""), widthOf(day) + GAP * gapsIn(day)];
  return date > name
    ? { name: fromRight(date + 4 - name), date: fromRight(2) }
    : { name: fromRight(2), date: fromLeft(28 - name) };
}

/** Word leaves a quarter of a character between a figure and a Chinese character. */
const GAP = 0.25;
const gapsIn = (day: string): number => day.match(/\d(?=\D)|\D(?=\d)/g)?.length ?? 0;

function personRuns({ title, name }: NonNullable<NoticeDocument["signatory"]>) {
  return [...(title === null ? [] : gapped(title, 2)), ...runs(name)];
}

/** （此件公开发布） */
export function disclosurePieces(disclosure: string | null): Piece[] {
  return disclosure === null ? [] : [paragraph({ style: style.body, children: runs(`（${disclosure}）`) })];
}
