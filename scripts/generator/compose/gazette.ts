/** A whole gazette from a seed: cover, documents by section, and the contents that list them. */
import type { Appointment, Chronicle, ContentsEntry, Gazette, GazetteDocument, Notice } from "../model.ts";
import { createRandom, type Random } from "../random.ts";
import type { Place } from "../words.ts";
import { drawDecisions } from "./appointments.ts";
import { type Author, drawHabits, drawPlace } from "./author.ts";
import { drawChronicle } from "./chronicle.ts";
import { drawIssuer, drawRecipients, letter } from "./letter.ts";
import { drawMasthead, type Numbering } from "./masthead.ts";
import { drawNotice } from "./notice.ts";

const day = (random: Random, year: number, firstMonth: number, lastMonth: number): Author["date"] => ({
  year,
  month: random.integer(firstMonth, lastMonth),
  day: random.integer(1, 25),
});

/** One issue of a place's gazette, and how many notices it prints. */
export interface Edition extends Numbering {
  place: Place;
  year: number;
  notices: number;
}

/** Of so many drafts a large issue prints the longest. */
const DRAFTS = 8;
/** Numbers of documents that an issue leaves to the next: more than it can use up. */
const NUMBERS = 250;

/** Everything of one gazette, of any place and size unless an edition is asked for; the same seed gives the same one. */
export function drawGazette(seed: number, edition?: Edition): Gazette {
  const random = createRandom(seed);
  const place = edition?.place ?? drawPlace(random);
  const year = edition?.year ?? random.integer(2008, 2025);
  const author: Author = {
    random,
    place,
    year,
    spacedFigures: random.chance(0.12),
    habits: drawHabits(random),
    date: { year, month: 1, day: 1 },
  };
  const { masthead, firstMonth, lastMonth } = drawMasthead(author, edition);
  const { level } = place;
  const office = level === "省" || level === "自治区" ? "办公厅" : "办公室";
  const plan = [
    {
      section: `${level}人民政府文件`,
      kind: "government",
      count: shareOf(edition, 0.4) ?? random.integer(1, 3),
    },
    {
      section: `${level}人民政府${office}文件`,
      kind: "office",
      count: shareOf(edition, 0.5) ?? random.integer(1, 3),
    },
    {
      section: `${level}级部门文件`,
      kind: "department",
      count: shareOf(edition, 0.1) ?? random.integer(0, 1),
    },
  ] as const;
  let serial = edition === undefined ? random.integer(1, 20) : (edition.number - 1) * NUMBERS;
  const dated = (): Author => ({ ...author, date: day(random, year, firstMonth, lastMonth) });
  const next = (): number => (serial += random.integer(1, 4));
  const taken = new Set<string>();
  const notices: GazetteDocument[] = plan.flatMap(({ section, kind, count }) =>
    Array.from(
      { length: count },
      (): Notice =>
        unlike(taken, () =>
          edition === undefined
            ? drawNotice(dated(), kind, next(), section)
            : longest(Array.from({ length: DRAFTS }, () => drawNotice(dated(), kind, next(), section))),
        ),
    ),
  );
  const last: GazetteDocument[][] = [
    edition !== undefined || random.chance(0.6)
      ? Array.from({ length: random.integer(1, 3) }, () => drawAppointment(dated(), next(), "人事任免"))
      : [],
    edition !== undefined || random.chance(0.5)
      ? [
          drawChronicle(
            author,
            firstMonth,
            random.pick(["政府大事记", "大事记", `${place.name}大事记`]),
            "政府大事记",
          ),
        ]
      : [],
  ];
  if (random.chance(0.5)) last.reverse();
  const documents = withTitles([...notices, ...last.flat()]);
  return {
    seed,
    masthead,
    contents: random.chance(0.75) ? drawContents(random, documents) : null,
    documents,
  };
}

const shareOf = (edition: Edition | undefined, share: number): number | undefined =>
  edition === undefined ? undefined : Math.round(edition.notices * share);

const longest = (drafts: readonly Notice[]): Notice =>
  drafts.reduce((best, draft) => (JSON.stringify(draft).length > JSON.stringify(best).length ? draft : best));

/** No two documents of an issue bear the same title; orders tell themselves apart by their numbers. */
function unlike(taken: Set<string>, draw: () => Notice): Notice {
  for (;;) {
    const drawn = draw();
    if (drawn.title !== null && taken.has(drawn.title)) continue;
    if (drawn.title !== null) taken.add(drawn.title);
    return drawn;
  }
}

/** A chronicle stands in the contents under its own heading. */
const withTitles = (documents: readonly GazetteDocument[]): GazetteDocument[] =>
  documents.map(
    (each): GazetteDocument =>
      each.type === "chronicle" ? ({ ...each, section: each.heading } satisfies Chronicle) : each,
  );

function drawAppointment(author: Author, serial: number, section: string): Appointment {
  const { random, place, date } = author;
  const issuer = drawIssuer(author, "government");
  const { lines, decisions } = drawDecisions(author);
  const kinds = new Set(decisions.map(({ action }) => action));
  const act =
    kinds.size > 1
      ? random.pick(["职务任免", "任免职务"])
      : kinds.has("appoint")
        ? random.pick(["任职", "职务任命"])
        : random.pick(["免职", "免去职务"]);
  const people = new Set(decisions.map(({ person }) => person));
  const title = `关于${decisions[0]?.person ?? ""}${people.size > 1 ? "等" : ""}同志${act}的通知`;
  const head = letter(
    author,
    { ...issuer, code: `${place.code}${random.pick(["政干", "政人", "政任"])}` },
    title,
    serial,
    section,
  );
  const basis = random.chance(0.4)
    ? `根据${place.level === "自治区" ? "自治区党委" : `${place.level}委`}${place.code}党干字〔${date.year}〕${random.integer(1, 60)}号文件精神，经${place.level}人民政府研究，决定：`
    : random.pick([
        `经${place.level}人民政府研究决定：`,
        `${place.level}人民政府决定：`,
        `经${place.level}政府第${random.integer(2, 99)}次常务会议研究决定：`,
      ]);
  return { type: "appointment", ...head, recipients: drawRecipients(author), basis, lines, decisions };
}

/** The contents, by section or without; titles as in the documents, or without the issuer. */
function drawContents(random: Random, documents: readonly GazetteDocument[]): ContentsEntry[] {
  const headed = random.chance(0.75);
  const whole = random.chance(0.4);
  const numbered = random.chance(0.7);
  let page = random.integer(1, 4);
  return documents.map((each, index): ContentsEntry => {
    page += random.integer(1, 12);
    if (each.type === "chronicle")
      return {
        section: headed ? each.heading : null,
        title: each.heading,
        documentNumber: null,
        page,
        document: index,
        heading: headed,
      };
    const title = whole || each.title === null ? each.heading : each.title;
    const documentNumber = numbered || each.title === null ? (each.documentNumber?.text ?? null) : null;
    return {
      section: headed ? each.section : null,
      title,
      documentNumber,
      page,
      document: index,
      heading: false,
    };
  });
}
