/** Scores notices, appointments and the chronicle. */
import type { CompiledIssue } from "../../../src/document/compile.ts";
import type { AppointmentDocument, ChronicleDocument, NoticeDocument } from "../../../src/document/schema.ts";
import type { Appointment, Block, Chronicle, Letter, Notice, TableBlock } from "../model.ts";
import { scoreBlocks } from "./blocks.ts";
import { citationsIn, type Found } from "./citations.ts";
import { scoreTable, scoreTasks } from "./tables.ts";
import { note, same, squeeze, type Tally } from "./tally.ts";

/** Headings of joint issuers carry blanks that may be layout or not. */
const heading = (text: string): string => squeeze(text) ?? "";

function scoreLetter(
  tally: Tally,
  where: string,
  expected: Letter,
  got: NoticeDocument | AppointmentDocument,
  headed: boolean,
): void {
  const joint = expected.issuers.length > 1;
  same(
    tally,
    "heading",
    where,
    joint ? heading(expected.heading) : expected.heading,
    joint ? heading(got.heading) : got.heading,
  );
  if (expected.title !== null) same(tally, "title", where, expected.title, got.title);
  if (headed) same(tally, "document section", where, expected.section, got.section);
  same(tally, "issuer", where, expected.issuers.join("、"), got.issuer);
  const number =
    got.documentNumber === null ? null : { ...got.documentNumber, text: squeeze(got.documentNumber.text) };
  same(tally, "document number", where, expected.documentNumber, number);
  same(tally, "recipients", where, expected.recipients?.names ?? [], got.recipients);
  same(tally, "date", where, expected.date.iso, got.date);
  same(tally, "disclosure", where, expected.disclosure, got.disclosure);
}

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.type) {
      case "section":
        return [block.title ?? "", ...textsOf(block.children)];
      case "paragraph":
        return [block.text];
      case "list":
        return block.items.map(({ text }) => text);
      case "table":
        return block.table.rows.flatMap((row) => row.map(({ text }) => text));
      default:
        return [];
    }
  });

const key = ({ title, agency, year, serial }: Found): string =>
  `${title ?? ""}|${agency ?? ""}|${year ?? ""}|${serial ?? ""}`;

/** Each citation of the text must be found; what is found besides must stand in a title. */
function scoreCitations(tally: Tally, where: string, expected: Notice, got: NoticeDocument): void {
  const blocks = [
    ...expected.body,
    ...(expected.enclosure?.children ?? []),
    ...expected.attachments.flatMap(({ children }) => children),
  ];
  const wanted = textsOf(blocks).flatMap(citationsIn).map(key);
  const elsewhere = [
    expected.heading,
    expected.enclosure?.title ?? "",
    ...expected.attachments.map(({ title }) => title ?? ""),
    ...expected.attachmentNotes.map(({ title }) => title),
  ]
    .flatMap(citationsIn)
    .map(key);
  const rest = got.citations.map(({ title, documentNumber }) =>
    key({
      title: title?.replace(/^《(.*)》$/u, "$1") ?? null,
      agency: documentNumber?.agency ?? null,
      year: documentNumber?.year ?? null,
      serial: documentNumber?.serial ?? null,
    }),
  );
  for (const each of wanted) {
    const at = rest.indexOf(each);
    note(
      tally,
      "citation",
      at >= 0,
      where,
      each,
      rest.find((other) => other.startsWith(each.split("|")[0] ?? "")),
    );
    if (at >= 0) rest.splice(at, 1);
  }
  const extra = rest.filter((each) => !elsewhere.includes(each));
  note(tally, "citation none made up", extra.length === 0, where, [], extra);
}

const tablesIn = (blocks: readonly Block[]): TableBlock[] =>
  blocks.flatMap((block) =>
    block.type === "table" ? [block] : block.type === "section" ? tablesIn(block.children) : [],
  );

function scoreTables(
  tally: Tally,
  where: string,
  expected: Notice,
  got: NoticeDocument,
  issue: CompiledIssue,
): void {
  const blocks = [
    ...expected.body,
    ...(expected.enclosure?.children ?? []),
    ...expected.attachments.flatMap(({ children }) => children),
  ];
  const wanted = tablesIn(blocks).map(({ table }) => table);
  const tables = issue.tables.filter(({ notice }) => notice === got.id);
  note(tally, "table count", tables.length === wanted.length, where, wanted.length, tables.length);
  const work = issue.taskTables.filter(({ notice }) => notice === got.id);
  const inline = work.filter(({ origin }) => origin === "inline");
  note(
    tally,
    "inline task table none made up",
    inline.length === (expected.inlineTasks.length > 0 ? 1 : 0),
    where,
    expected.inlineTasks.length,
    inline[0]?.tasks.map(({ responsibility }) => responsibility),
  );
  if (expected.inlineTasks.length > 0)
    scoreTasks(tally, `${where} inline`, expected.inlineTasks, inline[0], true);
  if (tables.length !== wanted.length) return;
  for (const [index, table] of wanted.entries()) {
    const have = tables[index];
    if (have === undefined) continue;
    const place = `${where} table ${index + 1}`;
    scoreTable(tally, place, table, have);
    const tasks = work.find((each) => each.table === have.id);
    if (table.tasks === null)
      note(tally, "task table none made up", tasks === undefined, place, null, tasks?.id);
    else scoreTasks(tally, place, table.tasks, tasks, false);
    if (table.tasks !== null && tasks !== undefined)
      same(tally, "task totals", place, table.totals, tasks.totals);
  }
}

/** The text of a clause, and its date where it names one. */
function scoreEffect(tally: Tally, where: string, expected: Notice, got: NoticeDocument): void {
  for (const part of ["commencement", "expiry"] as const) {
    const want = expected.effect[part];
    const have = got.effect[part];
    const right =
      want === null
        ? have === null
        : have !== null &&
          (have.text ?? "").includes(want.text) &&
          (want.date === null || have.date === want.date);
    note(tally, `effect ${part}`, right, where, want, have);
  }
  same(
    tally,
    "effect repeals",
    where,
    expected.effect.repeals.map(({ title, number }) => ({ title, number })),
    got.effect.repeals.map(({ title, documentNumber }) => ({
      title: title?.replace(/^《(.*)》$/u, "$1") ?? null,
      number: documentNumber?.text ?? null,
    })),
  );
}

const bare = (label: string): string => (squeeze(label) ?? "").replace(/[：:]$/u, "");

export function scoreNotice(
  tally: Tally,
  where: string,
  expected: Notice,
  got: NoticeDocument,
  issue: CompiledIssue,
  headed: boolean,
): void {
  scoreLetter(tally, where, expected, got, headed);
  same(tally, "genre", where, expected.genre, got.genre);
  same(tally, "signatory", where, expected.signatory, got.signatory);
  scoreEffect(tally, where, expected, got);
  same(tally, "enclosure title", where, expected.enclosure?.title ?? null, got.enclosure?.title ?? null);
  const merged = (expected.enclosure === null) !== (got.enclosure === null);
  if (merged)
    scoreBlocks(
      tally,
      where,
      [...expected.body, ...(expected.enclosure?.children ?? [])],
      [...got.children, ...(got.enclosure?.children ?? [])],
    );
  else {
    scoreBlocks(tally, where, expected.body, got.children);
    if (expected.enclosure !== null)
      scoreBlocks(tally, `${where} enclosure`, expected.enclosure.children, got.enclosure?.children ?? []);
  }
  same(tally, "attachment notes", where, expected.attachmentNotes, got.attachmentNotes);
  note(
    tally,
    "attachment count",
    expected.attachments.length === got.attachments.length,
    where,
    expected.attachments.length,
    got.attachments.map(({ label, title }) => `${label} ${title ?? ""}`),
  );
  if (expected.attachments.length === got.attachments.length)
    expected.attachments.forEach(({ label, number, title, children }, index) => {
      const have = got.attachments[index];
      const place = `${where} ${label}`;
      same(tally, "attachment label", place, bare(label), bare(have?.label ?? ""));
      same(tally, "attachment number", place, number, have?.number);
      same(tally, "attachment title", place, title, have?.title);
      scoreBlocks(tally, place, children, have?.children ?? []);
    });
  same(tally, "contacts", where, expected.contacts, got.contacts);
  scoreCitations(tally, where, expected, got);
  scoreTables(tally, where, expected, got, issue);
}

export function scoreAppointment(
  tally: Tally,
  where: string,
  expected: Appointment,
  got: AppointmentDocument,
  headed: boolean,
): void {
  scoreLetter(tally, where, expected, got, headed);
  note(
    tally,
    "basis",
    squeeze(got.basis?.text) === squeeze(expected.basis),
    where,
    expected.basis,
    got.basis?.text,
  );
  note(
    tally,
    "decision count",
    expected.decisions.length === got.decisions.length,
    where,
    expected.lines,
    got.decisions.map(({ action, person, office }) => `${action} ${person} ${office}`),
  );
  for (const want of expected.decisions) {
    const have = got.decisions.find(({ person, action }) => person === want.person && action === want.action);
    note(
      tally,
      "decision",
      have !== undefined,
      where,
      `${want.action} ${want.person} ${want.office}`,
      got.decisions.map(({ action, person }) => `${action} ${person}`),
    );
    if (have === undefined) continue;
    const place = `${where} ${want.person}`;
    same(tally, "decision office", place, want.office, have.office);
    if (want.organization !== undefined)
      same(
        tally,
        "decision organization and post",
        place,
        [want.organization, want.post],
        [have.organization, have.post],
      );
    same(tally, "decision concurrent", place, want.concurrent, have.concurrent);
    same(tally, "decision probation", place, want.probation, have.probation);
  }
}

const withoutMark = (text: string): string => (squeeze(text) ?? "").replace(/^[◇△]/u, "");

export function scoreChronicle(
  tally: Tally,
  where: string,
  expected: Chronicle,
  got: ChronicleDocument,
): void {
  same(tally, "chronicle title", where, expected.heading, got.title);
  const wanted = expected.lines.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  note(
    tally,
    "chronicle entry count",
    wanted.length === got.entries.length,
    where,
    wanted.length,
    got.entries.length,
  );
  const rest = [...got.entries];
  for (const want of wanted) {
    const place = `${where} ${want.text.slice(0, 12)}`;
    const at = rest.findIndex((each) => withoutMark(each.text) === withoutMark(want.text));
    const [have] = at < 0 ? [] : rest.splice(at, 1);
    note(
      tally,
      "chronicle entry",
      have !== undefined,
      place,
      want.text,
      rest.find((each) => each.date === want.date)?.text,
    );
    if (have === undefined) continue;
    same(tally, "chronicle date", place, [want.date, want.endDate], [have.date, have.endDate]);
    same(tally, "chronicle people", place, want.people, have.people);
  }
}
