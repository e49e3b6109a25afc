/** Bodies that bear a duty, as an enumeration prints them and by the name each has. */
import type { Party } from "../model.ts";
import { COLLECTIVES, COMPANIES, MINISTRIES, PARTY_ORGANS } from "../words.ts";
import { type Author, departments } from "./author.ts";

/** An enumeration: its text and who it names. */
export interface Enumeration {
  text: string;
  parties: Party[];
}

const plain = (name: string): Party => ({ text: name, name });

const joined = (groups: readonly Party[][], separators: readonly string[]): Enumeration => ({
  text: groups
    .map(
      (group, index) =>
        (index > 0 ? (separators[index - 1] ?? "，") : "") + group.map(({ text }) => text).join("、"),
    )
    .join(""),
  parties: groups.flat(),
});

/** 县财政局、教育局: the first carries the level and the rest share it. */
function levelled(author: Author, count: number): Party[] {
  const { random, place } = author;
  const repeat = random.chance(0.3);
  return random.sample(departments(place), count).map((name, index) => {
    const full = place.level + name;
    return index === 0 || repeat ? plain(full) : { text: name, name: full };
  });
}

/** 县委宣传部、政法委 */
function organs(author: Author): Party[] {
  const { random, place } = author;
  const party = place.level === "自治区" ? "自治区党委" : `${place.level}委`;
  return random
    .sample(PARTY_ORGANS, random.integer(1, 2))
    .map((name, index) => (index === 0 ? plain(party + name) : { text: name, name: party + name }));
}

const company = ({ random, place }: Author): Party =>
  plain(random.pick(COMPANIES).replace("%s", place.short));

const collective = ({ random, place }: Author): Party => plain(random.pick(COLLECTIVES[place.level]));

/** Some bodies, in one of the ways they are enumerated. */
export function enumerate(author: Author, low = 1, high = 5): Enumeration {
  const { random } = author;
  const count = random.integer(low, high);
  return random.weighted<() => Enumeration>([
    [8, () => joined([levelled(author, count)], [])],
    [2, () => joined([organs(author), levelled(author, count)], [random.pick(["，", "、"])])],
    [1, () => joined([levelled(author, count), [company(author)]], ["、"])],
    [1, () => joined([random.sample(departments(author.place), count).map(plain)], [])],
    [1, () => joined([random.sample(MINISTRIES, count).map(plain)], [])],
    [2, () => joined([levelled(author, count), [collective(author)]], [random.pick(["，", "、"])])],
    [
      1,
      () => ({
        text: `${author.place.level}人民法院、检察院`,
        parties: [
          plain(`${author.place.level}人民法院`),
          { text: "检察院", name: `${author.place.level}检察院` },
        ],
      }),
    ],
  ])();
}

/** Those who only support: bodies, or a class of bodies. */
export const supporters = (author: Author): Enumeration => {
  if (author.random.chance(0.4)) {
    const party = collective(author);
    return { text: party.text, parties: [party] };
  }
  return enumerate(author, 1, 3);
};
