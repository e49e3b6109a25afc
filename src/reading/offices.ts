/** Offices: the body and the post, and how surely one begins somewhere. */
import { LEVEL, PLACE_ENDING, PROVINCE } from "../terms/organizations.ts";
import { POST } from "../terms/people.ts";

/** Organs inside a court or a procuratorate: who sits in them has a post of that body. */
const INNER_ORGAN = /(?:审判|检察)委员会$/;

/** 、 between offices, and 兼 right after a post: 县政府办公室主任兼县信访局局长. */
const BETWEEN_OFFICES =
  /、|(?<=[长任记席员师理])[，,](?=[省市县区州旗]\p{Script=Han}{3})|(?<=[长任记席员师理])[，,]?兼(?=\p{Script=Han}{3})/u;

/** The organization and the post of an office: 县公安局督察长 → 县公安局, 督察长. */
export function splitOffice(office: string): { organization: string | null; post: string | null } {
  const parts = office.split(BETWEEN_OFFICES).map((part) => {
    const bare = part.replace(/[（(][^（）()]*[）)]$/, "");
    const last = bare.match(POST)?.[0] ?? null;
    const organ =
      last === null ? "" : (bare.slice(0, bare.length - last.length).match(INNER_ORGAN)?.[0] ?? "");
    const post = last === null ? null : organ + last;
    const organization = post === null ? null : bare.slice(0, bare.length - post.length);
    return {
      organization: organization === "" ? null : organization,
      post: post === null ? null : post + part.slice(bare.length),
    };
  });
  const organizations = parts.flatMap(({ organization }) => (organization === null ? [] : [organization]));
  const posts = parts.flatMap(({ post }) => (post === null ? [] : [post]));
  return {
    organization: organizations.length > 0 ? organizations.join("、") : null,
    post: posts.length === parts.length ? posts.join("、") : null,
  };
}

/** A place that opens an office; no town has a name of one character: 关镇 of 城关镇. */
export const PLACE =
  /^(?!\p{Script=Han}[镇乡])\p{Script=Han}{2,7}(?:省|市|县|区|州|旗|镇|(?<!城)乡|街道|自治)/u;

/** How surely an office begins here: a place that the gazette is of, a level of government, another place. */
export function officeScore(office: string, places: readonly string[]): number {
  if (places.some((place) => office.startsWith(place))) return 5;
  if (LEVEL.test(office) || PROVINCE.test(office) || /^(?:国家|中共|第[一二三四五六七八九十])/.test(office))
    return 3;
  return PLACE.test(office) ? 2 : 0;
}

/** The names under which a place stands in offices: 恩施土家族苗族自治州 → itself and 恩施. */
export function placesOf(gazetteTitle: string): string[] {
  const place = gazetteTitle.replace(/(?:人民政府|行政公署)?(?:办公[厅室])?(?:公报|政报)$/, "");
  const stem = place.replace(PLACE_ENDING, "");
  return [place, stem].filter((name) => name.length >= 2);
}

/** True where a text ends as an office does. */
export const looksLikeOffice = (office: string): boolean =>
  office
    .split("、")
    .some((part) => POST.test(part.replace(/[（(][^（()）]*[）)]$/, "").replace(/(?:提名)?人选$/, "")));
