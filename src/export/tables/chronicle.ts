/** The tables of the chronicle's entries and of whom they name. */
import { entryPath } from "../../corpus/addresses.ts";
import { type Gazette, oldestFirst } from "../../corpus/gazette.ts";
import type { ChronicleDocument } from "../../document/schema.ts";
import { columnsFor, defineTable, to } from "./column.ts";
import { issueColumn, type Placed, placeColumns } from "./place.ts";

type Entry = ChronicleDocument["entries"][number];

interface EntryRow extends Placed {
  entry: Entry;
  document: string;
}

const entriesOf = (gazette: Gazette): EntryRow[] =>
  oldestFirst(gazette.chronicles).flatMap(({ id, issue, entries }) =>
    entries.map((entry) => ({
      entry,
      document: id,
      issue,
      path: entryPath(entry.id),
      position: entry.position,
    })),
  );

const { always, maybe } = columnsFor<EntryRow>();

export const chronicle = defineTable<EntryRow>({
  name: "chronicle",
  title: "大事记",
  description: "政府大事记，一行一条。",
  primaryKey: ["id"],
  columns: [
    always.text(
      "id",
      "条目编号",
      "大事记编号加日期和当天第几条。",
      "chronicle.entries[].id",
      ({ entry }) => entry.id,
    ),
    issueColumn(),
    always.text(
      "document_id",
      "所在文件",
      "哪一篇大事记。",
      "chronicle.id",
      ({ document }) => document,
      to("documents"),
    ),
    maybe.date(
      "date",
      "日期",
      "所记的日子；没有写明的空。",
      "chronicle.entries[].date",
      ({ entry }) => entry.date,
    ),
    maybe.date(
      "end_date",
      "止日",
      "8月13日至14日 的止日；只一天的空。",
      "chronicle.entries[].endDate",
      ({ entry }) => entry.endDate,
    ),
    always.text("text", "内容", "整条照印，连日期。", "chronicle.entries[].text", ({ entry }) => entry.text),
    ...placeColumns<EntryRow>(),
  ],
  rows: ({ gazette }) => entriesOf(gazette),
});

interface PersonRow extends EntryRow {
  person: Entry["people"][number];
  sequence: number;
}

const named = columnsFor<PersonRow>();

export const chroniclePeople = defineTable<PersonRow>({
  name: "chronicle_people",
  title: "大事记人物",
  description: "每条大事记所记的人，一行一人。",
  primaryKey: ["entry_id", "sequence"],
  columns: [
    named.always.text(
      "entry_id",
      "条目编号",
      "哪条大事记。",
      "chronicle.entries[].id",
      ({ entry }) => entry.id,
      to("chronicle"),
    ),
    issueColumn(),
    named.maybe.date("date", "日期", "条目的日期。", "chronicle.entries[].date", ({ entry }) => entry.date),
    named.always.integer(
      "sequence",
      "次序",
      "条目中的次序，从 1 起。",
      "chronicle.entries[].people[]",
      ({ sequence }) => sequence,
    ),
    named.always.text(
      "name",
      "姓名",
      "照印。",
      "chronicle.entries[].people[].name",
      ({ person }) => person.name,
      to("people", "name"),
    ),
    named.maybe.text(
      "title",
      "职务",
      "照印；管几个姓名的职务每人都有。",
      "chronicle.entries[].people[].title",
      ({ person }) => person.title,
    ),
    ...placeColumns<PersonRow>("条目"),
  ],
  rows: ({ gazette }) =>
    entriesOf(gazette).flatMap((row) =>
      row.entry.people.map((person, at) => ({ ...row, person, sequence: at + 1 })),
    ),
});
