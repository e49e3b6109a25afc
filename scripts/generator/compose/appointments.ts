/** Appointments and removals, in the phrasings that gazettes print. */
import type { Decision } from "../model.ts";
import { personName } from "../prose.ts";
import { MINORITY_NAMES, POSTS } from "../words.ts";
import { type Author, departments } from "./author.ts";

interface Office {
  office: string;
  organization: string;
  post: string;
}

/** A body and a post in it: 县财政局 + 副局长. */
function drawOffice(author: Author): Office {
  const { random, place } = author;
  const { level } = place;
  const make = (organization: string, posts: readonly string[]): Office => {
    const post = random.pick(posts);
    return { office: organization + post, organization, post };
  };
  const bureau = random.pick(departments(place));
  const provincial = level === "省" || level === "自治区";
  const bureauPosts = bureau.endsWith("厅")
    ? ["厅长", "副厅长", "二级巡视员"]
    : bureau.endsWith("委")
      ? ["主任", "副主任"]
      : bureau.endsWith("社")
        ? ["主任"]
        : POSTS.局;
  return random.weighted<() => Office>([
    [6, () => make(level + bureau, bureauPosts)],
    [1, () => make(`${level}人民政府办公${provincial ? "厅" : "室"}`, POSTS.办公室)],
    [1, () => make(`${level}政府办公${provincial ? "厅" : "室"}`, POSTS.办公室)],
    [
      1,
      () =>
        make(
          `${level}${random.pick(["政务服务中心", "疾病预防控制中心", "融媒体中心", "机关事务服务中心"])}`,
          POSTS.中心,
        ),
    ],
    [1, () => make(`${place.short}${random.pick(["第一中学", "实验小学", "职业技术学院"])}`, POSTS.学校)],
    [1, () => make(`${place.short}经济技术开发区管理委员会`, POSTS.委员会)],
    [1, () => make(`${level}人民医院`, POSTS.医院)],
  ])();
}

/** A name, different from those before: 2–4 characters, or with ·. */
function drawName(author: Author, taken: Set<string>): string {
  const { random } = author;
  for (;;) {
    const name = random.chance(0.03) ? random.pick(MINORITY_NAMES) : personName(random);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** A sentence of the decision, without its final mark, and the decisions in it. */
interface Clause {
  text: string;
  decisions: Decision[];
}

const decided = (
  action: Decision["action"],
  person: string,
  { office, organization, post }: Office,
  more: Partial<Decision> = {},
): Decision => ({
  action,
  concurrent: false,
  probation: null,
  person,
  office,
  organization,
  post,
  ...more,
});

const drawProbation = ({ random }: Author): string | null =>
  random.chance(0.25) ? random.pick(["试用期一年", "试用期1年"]) : null;

function appointment(author: Author, taken: Set<string>): Clause {
  const { random } = author;
  const person = drawName(author, taken);
  const office = drawOffice(author);
  const probation = drawProbation(author);
  const tail = probation === null ? "" : `（${probation}）`;
  const one = (text: string, more: Partial<Decision> = {}): Clause => ({
    text: text + tail,
    decisions: [decided("appoint", person, office, { probation, ...more })],
  });
  return random.weighted<() => Clause>([
    [4, () => one(`${person}任${office.office}`)],
    [2, () => one(`任命${person}为${office.office}`)],
    [1, () => one(`${person}同志任${office.office}`)],
    [1, () => one(`聘任${person}为${office.office}`)],
    [1, () => one(`${person}兼任${office.office}`, { concurrent: true })],
    [1, () => one(`提名${person}为${office.office}`)],
    [1, () => severalOffices(author, person, tail, probation)],
    [1, () => severalPeople(author, taken)],
  ])();
}

function severalOffices(author: Author, person: string, tail: string, probation: string | null): Clause {
  const first = drawOffice(author);
  const second = drawOffice(author);
  const office = `${first.office}、${second.office}`;
  return {
    text: `${person}任${office}${tail}`,
    decisions: [
      {
        action: "appoint",
        concurrent: false,
        probation,
        person,
        office,
        organization: undefined,
        post: undefined,
      },
    ],
  };
}

function severalPeople(author: Author, taken: Set<string>): Clause {
  const { random } = author;
  const people = Array.from({ length: random.integer(2, 3) }, () => drawName(author, taken));
  const office = drawOffice(author);
  const joint = random.pick(["、", "　", " "]);
  const text = random.chance(0.5)
    ? `任命${people.join(joint)}为${office.office}`
    : `任${joint === "、" ? "" : joint}${people.join(joint)}为${office.office}`;
  return { text, decisions: people.map((person) => decided("appoint", person, office)) };
}

function removal(author: Author, taken: Set<string>): Clause {
  const { random } = author;
  const person = drawName(author, taken);
  const office = drawOffice(author);
  const one = (text: string): Clause => ({ text, decisions: [decided("remove", person, office)] });
  return random.weighted<() => Clause>([
    [4, () => one(`免去${person}的${office.office}职务`)],
    [3, () => one(`免去${person}${office.office}职务`)],
    [1, () => one(`免去${person}同志${office.office}职务`)],
    [2, () => one(`${person}不再担任${office.office}职务`)],
    [1, () => one(`解聘${person}的${office.office}职务`)],
  ])();
}

/** Appointed to one office and removed from another, in one sentence. */
function exchange(author: Author, taken: Set<string>): Clause {
  const person = drawName(author, taken);
  const to = drawOffice(author);
  const from = drawOffice(author);
  return {
    text: `${person}任${to.office}，免去其${from.office}职务`,
    decisions: [decided("appoint", person, to), decided("remove", person, from)],
  };
}

/** The lines of a decision on posts, and what they decide; the first person is the one of the title. */
export function drawDecisions(author: Author): { lines: string[]; decisions: Decision[] } {
  const { random } = author;
  const taken = new Set<string>();
  const ways = random.weighted([
    [2, [appointment]],
    [1, [removal]],
    [3, [appointment, removal]],
    [1, [appointment, removal, exchange]],
  ] as const);
  const clauses = ways.flatMap((way) =>
    Array.from({ length: random.integer(1, 3) }, () => way(author, taken)),
  );
  const oneLine = random.chance(0.15);
  const ended = clauses.map(({ text }, index) => text + (index === clauses.length - 1 ? "。" : "；"));
  return {
    lines: oneLine ? [ended.join("")] : ended,
    decisions: clauses.flatMap(({ decisions }) => decisions),
  };
}
