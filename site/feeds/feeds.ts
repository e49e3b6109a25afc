/** The feeds of the site: everything, each kind, each body. */
import { entryPath, organizationPath, pagePath } from "../../src/corpus/addresses.ts";
import type { Gazette } from "../../src/corpus/gazette.ts";
import type { Organization } from "../../src/corpus/organizations.ts";
import type { AppointmentDocument, ChronicleDocument, NoticeDocument } from "../../src/document/schema.ts";
import type { Library } from "../library.ts";
import { site } from "../site.config.ts";
import { beginning } from "../words.ts";
import { type Feed, type FeedEntry, feedOf } from "./feed.ts";

const feedsOf = new WeakMap<Gazette, Feed[]>();

export function allFeeds(library: Pick<Library, "gazette" | "organizations">): Feed[] {
  const feeds = feedsOf.get(library.gazette) ?? makeFeeds(library);
  feedsOf.set(library.gazette, feeds);
  return feeds;
}

function makeFeeds({ gazette, organizations }: Pick<Library, "gazette" | "organizations">): Feed[] {
  const dateOf = issueDates(gazette);
  const asOf = newestDate(gazette);
  const documents = gazette.notices.map((notice) => noticeEntry(notice, dateOf));
  const appointments = gazette.appointments.map((document) => appointmentEntry(document, dateOf));
  const chronicle = gazette.chronicles.flatMap((document) => chronicleEntries(document, dateOf));
  const byPath = new Map(chronicle.map((entry) => [entry.path, entry]));
  const kind = (name: string, title: string, entries: FeedEntry[]): Feed =>
    feedOf({ path: `/feeds/${name}`, title: `${site.name}：${title}`, home: `/${name}/` }, entries, asOf);
  return [
    feedOf(
      { path: "/feeds/all", title: site.name, home: "/" },
      [...documents, ...appointments, ...chronicle],
      asOf,
    ),
    kind("documents", "文件", documents),
    kind("appointments", "人事任免", appointments),
    kind("chronicle", "大事记", chronicle),
    ...[...organizations.values()].map((body) => bodyFeed(body, gazette, dateOf, byPath)),
  ];
}

type DateOf = (document: { issue: string; date?: string | null }) => string;

/** A document without a date is as old as its issue; an issue without one as its year. */
function issueDates({ issues }: Gazette): DateOf {
  const dates = new Map(issues.map(({ id, date, year }) => [id, date ?? `${year}-12-31`]));
  return ({ issue, date }) => date ?? dates.get(issue) ?? `${issue.slice(0, 4)}-12-31`;
}

/** The date of the newest issue. */
function newestDate({ issues: [newest] }: Gazette): string {
  return newest?.date ?? `${newest?.year ?? 1970}-12-31`;
}

function noticeEntry(notice: NoticeDocument, dateOf: DateOf): FeedEntry {
  const { id, heading, title, documentNumber } = notice;
  return {
    path: pagePath(id),
    title,
    date: dateOf(notice),
    summary: [documentNumber?.text, heading].filter(Boolean).join(" "),
  };
}

function appointmentEntry(document: AppointmentDocument, dateOf: DateOf): FeedEntry {
  const { id, title, documentNumber, decisions } = document;
  const summary = [documentNumber?.text, decisions.map(({ text }) => text).join("；")]
    .filter(Boolean)
    .join(" ");
  return { path: pagePath(id), title, date: dateOf(document), summary };
}

function chronicleEntries({ issue, entries }: ChronicleDocument, dateOf: DateOf): FeedEntry[] {
  return entries.map(({ id, date, text }) => ({
    path: entryPath(id),
    title: beginning(text, 40),
    date: date ?? dateOf({ issue }),
    summary: text,
  }));
}

/** What a body was given to do, who came and went there, where the chronicle tells of it. */
function bodyFeed(
  body: Organization,
  gazette: Gazette,
  dateOf: DateOf,
  chronicle: ReadonlyMap<string, FeedEntry>,
): Feed {
  const tables = [...Map.groupBy(body.tasks, ({ table }) => table)];
  const tasks = tables.map(([table, parts]): FeedEntry => {
    const document = gazette.leading.get(table.notice);
    const leads = parts.filter(({ role }) => role === "leads").length;
    return {
      path: pagePath(table.id),
      title: `任务：${table.title ?? document?.title ?? table.id}`,
      date: dateOf(document !== undefined && "date" in document ? document : table),
      summary: `${body.name}${sayRoles(leads, parts.length - leads)}。`,
      reader: body.name,
    };
  });
  const appointments = [...new Set(body.decisions.map(({ document }) => document))].map((document) =>
    appointmentEntry(document, dateOf),
  );
  const namings = body.entries.flatMap(({ path }) => chronicle.get(path) ?? []);
  const issued = body.issued.map((notice) => noticeEntry(notice, dateOf));
  const home = organizationPath(body.slug);
  return feedOf(
    { path: `${home}feed`, title: `${site.name}：${body.name}`, home },
    [...issued, ...tasks, ...appointments, ...namings],
    newestDate(gazette),
  );
}

function sayRoles(leads: number, supports: number): string {
  return [leads > 0 ? `负责${leads}项` : "", supports > 0 ? `配合${supports}项` : ""]
    .filter(Boolean)
    .join("，");
}
