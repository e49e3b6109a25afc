/** Everything that is read of one official document before it is compiled. */

import { squeeze } from "../language/blanks.ts";
import { dateOfMatch, FULL_DATE, readDate } from "../language/dates.ts";
import { type NumberReading, readNumberLine } from "../language/documentNumbers.ts";
import { matchesOf } from "../language/matches.ts";
import { toNumber } from "../language/numerals.ts";
import { ISSUER_ENDING } from "../terms/organizations.ts";
import { SPACED_SIGNING_OFFICES } from "../terms/people.ts";
import type { Attachment, Leaf, OfficialDocument, Table } from "../tree/nodes.ts";
import { isBlockNode, leaves, parts, statements, tablesIn, texts, value } from "../tree/parts.ts";
import { type DecisionContext, type DecisionReading, readDecisions, titleNames } from "./decisions.ts";
import { readDecisionTable } from "./decisionTable.ts";
import { genreOf } from "./genre.ts";
import { type Grid, readGrid, tableLeaf } from "./grid.ts";
import { placesOf } from "./offices.ts";
import { leadFirst, maySayWhoLeads, saysFirstLeads } from "./parties.ts";
import { bodiesOverOrder, bodiesSideBySide, issuerPrefix, readSignature, type Signed } from "./signature.ts";
import { dutyBracket } from "./tasks/bearing.ts";
import { readInlineTasks } from "./tasks/inline.ts";
import { readTableTasks } from "./tasks/table.ts";
import type { TaskReading, TaskTableReading } from "./tasks/task.ts";

/** A document of the tree with what is read of it before the corpus is known. */
export interface DocumentReading {
  node: OfficialDocument;
  heading: string;
  title: string;
  genre: string | null;
  number: NumberReading | null;
  signed: Signed;
  date: string | null;
  year: number | null;
  inline: TaskReading[];
  tables: {
    table: Table;
    grid: Grid;
    attachment: Attachment | null;
    title: string | null;
    tasks: TaskTableReading | null;
  }[];
  decisions: { reading: DecisionReading; leaf: Leaf }[];
}

/** Whose order it is, before what he orders: 某县人民政府 of 某县人民政府嘉奖令, 某国主席 of 某国主席令. */
const ORDERS = new RegExp(
  `^[\\p{Script=Han}、\\s　]{1,60}${ISSUER_ENDING}|^[\\p{Script=Han}]{2,30}(?:${SPACED_SIGNING_OFFICES})$`,
  "u",
);

function numberOf(document: OfficialDocument, heading: string): NumberReading | null {
  const printed = value(document, "number");
  if (printed !== null) return readNumberLine(printed);
  const named = heading.endsWith("号令") ? heading.match(NUMBER_IN_NAME)?.[0] : undefined;
  if (named !== undefined) return readNumberLine(named);
  // A document may have no title but its number.
  const own = readNumberLine(heading);
  return own?.agency == null ? null : own;
}
/** 某县人民政府第18号令: the number stands in the name. */
const NUMBER_IN_NAME = /第[^第]{1,8}号(?=令$)/;

/** The bodies of a heading's opening as its lines and blanks part them; null where no blank stands in it. */
function printedBodies(node: OfficialDocument, source: string, opening: string): string[] | null {
  const raw = leaves(node, "title")
    .flatMap(({ spans }) => spans.map(({ start, end }) => source.slice(start, end)))
    .join("\n");
  const kind = raw.lastIndexOf(opening.at(-1) as string);
  const printed = raw.slice(0, kind + 1);
  return squeeze(printed) === squeeze(opening) ? bodiesOverOrder(printed) : null;
}

/** The body that announces, before the kind and nothing else: 某县人民政府公告. */
const ANNOUNCING_BODY = new RegExp(
  `^[\\p{Script=Han}、]{2,60}${ISSUER_ENDING}(?=(?:公告|通告|布告|公示)$)`,
  "u",
);

/** （2016年5月6日某市人民代表大会常务委员会第三十八次会议通过）, right under the title, with who approved or amended it after. */
const PASSED = new RegExp(
  `^[（(](${FULL_DATE.source})[^（()）日]{2,60}(?:会议(?:修订)?通过|发布|公布|颁布)(?:[\\s　，,；;][^（()）]{4,200})?[）)]$`,
);

/** ——2020年1月8日在某县第十八届人民代表大会第五次会议上: when a report was given. */
const HELD = new RegExp(`^[—-]{1,4}(${FULL_DATE.source})在[^。；]{4,50}上$`);

/** The day on which a congress passed the document, where its first paragraph is the bracket that says so. */
function dateOfPassing(document: OfficialDocument): string | null {
  const [first] = document.children.filter(isBlockNode);
  const text = first?.type === "paragraph" ? (first.children[0] as Leaf).value : "";
  const day = text.match(PASSED)?.[1]?.match(FULL_DATE) ?? text.match(HELD)?.[1]?.match(FULL_DATE);
  return day ? dateOfMatch(day) : null;
}

const YEARS_IN_TITLE = /(?<![-—–~～至\d０-９])([\d０-９]{4})年?(?![-—–~～至\d０-９])/g;

/** The year that 6月底 stands for: that of the document, or the next where a plan made at its end names that alone. */
function yearOfPlan(title: string, year: number | null): number | null {
  const named = new Set(matchesOf(title, YEARS_IN_TITLE).map((match) => toNumber(match[1] as string)));
  return year !== null && named.size === 1 && named.has(year + 1) ? year + 1 : year;
}

function readTables(document: OfficialDocument, year: number | null): DocumentReading["tables"] {
  const groups: {
    nodes: readonly { type: string }[];
    attachment: Attachment | null;
    title: string | null;
    /** The title of what the tables stand in, which tells what they are of. */
    about: string | null;
  }[] = [
    { nodes: document.children, attachment: null, title: null, about: null },
    ...parts(document, "enclosure").map((enclosure) => ({
      nodes: enclosure.children,
      attachment: null,
      title: null,
      about: value(enclosure, "title"),
    })),
    ...parts(document, "attachment").map((attachment) => ({
      nodes: attachment.children,
      attachment,
      title: value(attachment, "title"),
      about: value(attachment, "title"),
    })),
  ];
  return groups.flatMap(({ nodes, attachment, title, about }) =>
    tablesIn(nodes).map((table, index) => {
      const own = tableLeaf(table, "caption") ?? (index === 0 ? title : null);
      const grid = readGrid(table);
      const name = own ?? about ?? "";
      const tasks = readTableTasks(grid, name, yearOfPlan(about ?? name, year));
      return { table, grid, attachment, title: own, tasks };
    }),
  );
}

function readAllDecisions(
  document: OfficialDocument,
  title: string,
  places: readonly string[],
): DocumentReading["decisions"] {
  const context: DecisionContext = {
    mode: null,
    lastPersons: [],
    known: new Set(titleNames(title)),
    places,
    openings: new Set(),
  };
  const found: DocumentReading["decisions"] = [];
  for (const leaf of statements(document.children))
    for (const reading of readDecisions(leaf.value, context)) found.push({ reading, leaf });
  return [...found, ...tablesIn(document.children).flatMap((table) => readDecisionTable(readGrid(table)))];
}

/** True where a paragraph among blocks says that the first of several bodies leads, and is no task by itself. */
const saysWhoLeads = (nodes: readonly { type: string }[]): boolean =>
  texts(nodes).some(({ value: text }) => saysFirstLeads(text) && (dutyBracket(text)?.rest ?? "") === "");

/** 列第一位的为牵头单位 in the letter or its plan holds for all tasks, in an attachment for those of it. */
function noteFirstLeads(
  document: OfficialDocument,
  source: string,
  inline: readonly { part: { type: string }; tasks: TaskReading[] }[],
  tables: DocumentReading["tables"],
): void {
  if (inline.every((one) => one.tasks.length === 0) && tables.every((one) => one.tasks === null)) return;
  const { start, end } = document.position;
  if (!maySayWhoLeads(source.slice(start.offset, end.offset))) return;
  const isNoted = saysWhoLeads(document.children.filter(({ type }) => type !== "attachment"));
  const noted = new Set<unknown>(
    parts(document, "attachment").filter(({ children }) => isNoted || saysWhoLeads(children)),
  );
  const holdsIn = (part: { type: string } | null): boolean =>
    noted.has(part) || (isNoted && part?.type !== "attachment");
  const tasks = [
    ...inline.filter(({ part }) => holdsIn(part)).flatMap((one) => one.tasks),
    ...tables.filter(({ attachment }) => holdsIn(attachment)).flatMap((one) => one.tasks?.tasks ?? []),
  ];
  for (const task of tasks)
    if (task.duty.responsible.length > 1 && !/牵头|主办|主责/.test(task.responsibility ?? ""))
      task.duty = leadFirst(task.duty);
}

/** Reads a document of the tree; `source` is the text that its spans point into, the gazette's title tells its place. */
export function readOfficialDocument(
  node: OfficialDocument,
  source: string,
  gazetteTitle: string,
): DocumentReading {
  const heading = value(node, "title") ?? "";
  const signed = readSignature(node, source);
  const number = numberOf(node, heading);
  const genre = genreOf(heading);
  const prefix =
    genre === "令"
      ? ""
      : issuerPrefix(heading, signed.issuers) ||
        ((signed.issuers.length === 0 ? heading.match(ANNOUNCING_BODY)?.[0] : undefined) ?? "");
  const title = heading.slice(prefix.length).trimStart();
  if (signed.issuers.length === 0) {
    const printed =
      genre === "令" || (genre === "命令" && !heading.includes("关于"))
        ? (heading.slice(0, heading.length - genre.length).match(ORDERS)?.[0] ?? "")
        : prefix;
    if (printed !== "")
      signed.issuers.push(...(printedBodies(node, source, printed) ?? bodiesSideBySide(printed)));
  }
  const printedDate = value(node, "date");
  const date = printedDate === null ? dateOfPassing(node) : readDate(printedDate);
  const year = date === null ? (number?.year ?? null) : Number(date.slice(0, 4));
  const isNotice = node.kind === "notice";
  const blocks = [node, ...parts(node, "enclosure"), ...parts(node, "attachment")];
  const inline = isNotice
    ? blocks.map((part) => ({
        part,
        tasks: readInlineTasks(
          (part.children as { type: string }[]).filter(isBlockNode),
          yearOfPlan(value(part, "title") ?? "", year),
        ),
      }))
    : [];
  const tables = isNotice ? readTables(node, year) : [];
  noteFirstLeads(node, source, inline, tables);
  return {
    node,
    heading,
    title,
    genre,
    number,
    signed,
    date,
    year,
    inline: inline.flatMap(({ tasks }) => tasks),
    tables,
    decisions: isNotice ? [] : readAllDecisions(node, heading, placesOf(gazetteTitle)),
  };
}

/** Titles under which a document may be cited. */
export function citableTitles({ heading, title, node, signed }: DocumentReading): string[] {
  const enclosed = parts(node, "enclosure").map((enclosure) => value(enclosure, "title") ?? "");
  // 《某办法》解读 is another text than the one it explains.
  const quoted = /解读$/.test(title) ? undefined : title.match(/^[^《]*《(.+)》/)?.[1];
  return [
    heading,
    title,
    ...signed.issuers.map((issuer) => issuer + title),
    ...enclosed,
    ...(quoted === undefined ? [] : [quoted]),
  ].filter(Boolean);
}
