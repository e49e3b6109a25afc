/** A chronicle: what happened on which day, with whom; dates in every shape. */
import type { Chronicle, ChronicleEntry } from "../model.ts";
import { addDays, type Day, iso } from "../numerals.ts";
import { personName } from "../prose.ts";
import { MINORITY_NAMES, OFFICIALS, TOPICS, TOWNS } from "../words.ts";
import { type Author, departments } from "./author.ts";

type Person = ChronicleEntry["people"][number];

/** Officials of the place: who holds which title stays the same over the chronicle. */
interface Cast {
  party: Person;
  chief: Person;
  deputies: Person[];
  guests: Person[];
  /** Heads of the people's congress and of the consultative conference. */
  leaders: [Person, Person];
  /** Several under one general title: 县领导张三、李四. */
  group: Person[];
}

function drawCast(author: Author): Cast {
  const { random, place } = author;
  const { level } = place;
  const title = (pattern: string): string =>
    level === "自治区"
      ? pattern
          .replace("副%s长", "自治区副主席")
          .replace("%s长", "自治区主席")
          .replace("%s委", "自治区党委")
          .replaceAll("%s", "自治区")
      : pattern.replaceAll("%s", level);
  const prefix = level !== "自治区" && random.chance(0.3) ? place.name : "";
  const taken = new Set<string>();
  const holder = (held: string): Person => {
    let name = random.chance(0.04) ? random.pick(MINORITY_NAMES) : personName(random);
    while (taken.has(name)) name = personName(random);
    taken.add(name);
    return { name, title: held };
  };
  const fixed = (pattern: string): Person => holder(prefix + title(pattern));
  const above = place.above === "国家" ? "国家" : place.above;
  const departmentTitle =
    above === "国家"
      ? random.pick(["水利部副部长", "国家乡村振兴局副局长"])
      : above === "省"
        ? `省${random.pick(["农业农村厅", "财政厅", "水利厅"])}副厅长`
        : `${above}${random.pick(departments(place).filter((name) => name.endsWith("局")))}局长`;
  const deputyTitle = fixed("副%s长").title;
  return {
    party: fixed(OFFICIALS.party[0]),
    chief: fixed(random.pick(["%s委副书记、%s长", "%s长"])),
    deputies: Array.from({ length: 3 }, () => holder(deputyTitle ?? "")),
    leaders: [fixed("%s人大常委会主任"), fixed("%s政协主席")],
    group: Array.from({ length: 3 }, () => holder(`${level}领导`)),
    guests: [holder(departmentTitle), fixed(random.pick(OFFICIALS.government.slice(3)))],
  };
}

/** An event: its sentences and the people in them, in order. */
interface Event {
  text: string;
  people: Person[];
}

const named = ({ title, name }: Person): string => (title ?? "") + name;
/** 副县长张三、李四: one title for all. */
const together = (people: readonly Person[]): string =>
  (people[0]?.title ?? "") + people.map(({ name }) => name).join("、");

function drawEvent(author: Author, cast: Cast): Event {
  const { random, place } = author;
  const topic = random.pick(TOPICS);
  const lead = random.pick([cast.party, cast.chief, cast.chief]);
  const helpers = random.sample(cast.deputies, random.integer(1, 3));
  const town = random.pick(TOWNS);
  return random.weighted<() => Event>([
    [
      4,
      () => ({
        text: `${named(lead)}主持召开${place.level}政府第${random.integer(1, 99)}次常务会议，研究${topic}等工作。${together(helpers)}参加会议。`,
        people: [lead, ...helpers],
      }),
    ],
    [
      3,
      () => ({
        text: `${named(lead)}调研${topic}工作，先后深入${town}、${random.pick(TOWNS)}等地，实地查看项目进展情况。${together(helpers)}陪同调研。`,
        people: [lead, ...helpers],
      }),
    ],
    [
      2,
      () => ({
        text: `${named(cast.guests[0] ?? lead)}一行到${place.name}督导${topic}工作，${named(lead)}陪同。`,
        people: [cast.guests[0] ?? lead, lead],
      }),
    ],
    [
      2,
      () => ({
        text: `${place.name}召开${topic}推进会，${named(lead)}出席会议并讲话，${together(helpers)}分别就分管领域作了安排部署。`,
        people: [lead, ...helpers],
      }),
    ],
    [
      1,
      () => ({
        text: `${named(lead)}带队赴外地考察“${topic}”先进经验，签订合作协议${random.integer(2, 9)}项，总金额${random.integer(1, 40)}.${random.integer(1, 9)}亿元。`,
        people: [lead],
      }),
    ],
    [1, () => meeting(author, lead)],
    [
      1,
      () => ({
        text: `${place.level}人大常委会举行第${random.integer(2, 40)}次会议，${cast.leaders.map(named).join("、")}出席。`,
        people: cast.leaders,
      }),
    ],
    [1, () => ({ text: `${together(cast.group)}参加义务植树活动。`, people: cast.group })],
    [1, () => ({ text: `全${place.level}${topic}现场会在${town}召开。`, people: [] })],
    [
      1,
      () => ({
        text: `${place.level}政府与${place.above === "国家" ? "国家电网" : place.above}有关单位签订《${topic}合作框架协议》，${named(lead)}出席。`,
        people: [lead],
      }),
    ],
  ])();
}

function meeting({ random, place }: Author, lead: Person): Event {
  const guest = { name: personName(random), title: `${place.short}实业集团董事长` };
  return { text: `${named(lead)}会见${named(guest)}。`, people: [lead, guest] };
}

/** How the dates of a chronicle are printed. */
type Manner = "comma" | "blank" | "colon" | "bullet" | "months" | "same-day";

export function drawChronicle(
  author: Author,
  firstMonth: number,
  heading: string,
  section: string | null,
): Chronicle {
  const { random, year } = author;
  const cast = drawCast(author);
  const manner = random.weighted<Manner>([
    [4, "comma"],
    [2, "blank"],
    [1, "colon"],
    [2, "bullet"],
    [2, "months"],
    [2, "same-day"],
  ]);
  const lines: Chronicle["lines"] = [];
  let day: Day = { year, month: firstMonth, day: random.integer(1, 5) };
  let month = 0;
  const count = random.integer(5, 18);
  for (let index = 0; index < count && day.year === year; index++) {
    if (manner === "months" && day.month !== month) lines.push({ text: `${day.month}月`, entry: null });
    month = day.month;
    const event = drawEvent(author, cast);
    const range = random.chance(0.12) ? addDays(day, random.integer(1, 3)) : null;
    const lastOf = range !== null && range.year === year ? range : null;
    const mark = dateMark(author, manner, day, lastOf);
    pushEntry(lines, mark + event.text, day, lastOf, peopleOf(event));
    if (manner === "same-day" && random.chance(0.4)) {
      const second = drawEvent(author, cast);
      pushEntry(lines, `${random.pick(["同日，", "△", "△"])}${second.text}`, day, null, peopleOf(second));
    }
    day = addDays(lastOf ?? day, random.integer(0, 7));
  }
  return { type: "chronicle", section, heading, lines };
}

function dateMark({ random }: Author, manner: Manner, start: Day, last: Day | null): string {
  const day = `${start.day}日`;
  const full = `${start.month}月${day}`;
  const joint = random.pick(["至", "—"]);
  const end =
    last === null
      ? ""
      : joint + (last.month === start.month ? `${last.day}日` : `${last.month}月${last.day}日`);
  switch (manner) {
    case "blank":
      return `${full}${end}　`;
    case "colon":
      return `${full}${end}：`;
    case "bullet":
      return `◇${full}${end}，`;
    case "months":
      return `${day}${end}，`;
    default:
      return `${full}${end}，`;
  }
}

function pushEntry(
  lines: Chronicle["lines"],
  text: string,
  day: Day,
  last: Day | null,
  people: Person[],
): void {
  lines.push({ text, entry: { date: iso(day), endDate: last === null ? null : iso(last), text, people } });
}

/** Everyone named, once, in order. */
const peopleOf = ({ people }: Event): Person[] =>
  people.filter((person, index) => people.findIndex(({ name }) => name === person.name) === index);
