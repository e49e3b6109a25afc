/** Offices: the body and the post, and how surely one begins somewhere. */
import { BODY_ENDING, LEVEL, PLACE_ENDING, PROVINCE } from "../terms/organizations.ts";
import { POST } from "../terms/people.ts";

/** Organs inside a court or a procuratorate: who sits in them has a post of that body. */
const INNER_ORGAN = /(?:审判|检察)委员会$/;

/** 、 between offices, and 兼 right after a post: 县政府办公室主任兼县信访局局长. */
const BETWEEN_OFFICES =
  /、|(?<=[长任记席员师理])[，,](?=[省市县区州旗]\p{Script=Han}{3})|(?<=[长任记席员师理])[，,]?兼(?=\p{Script=Han}{3})/u;

/** The organization and the post of an office: 县公安局督察长 → 县公安局, 督察长. */
export function splitOffice(office: string): { organization: string | null; post: string | null } {
  const parts = office.split(BETWEEN_OFFICES).map((part, index, all) => {
    const bare = part.replace(/[（(][^（）()]*[）)]$/, "");
    const last = bare.match(POST)?.[0] ?? null;
    const organ =
      last === null ? "" : (bare.slice(0, bare.length - last.length).match(INNER_ORGAN)?.[0] ?? "");
    const post = last === null ? null : organ + last;
    // 甲局、乙局副局长: the post is that of both.
    if (post === null && index < all.length - 1 && IS_BODY.test(bare))
      return { organization: bare, post: undefined };
    const organization = post === null ? null : bare.slice(0, bare.length - post.length);
    return {
      organization: organization === "" ? null : organization,
      post: post === null ? null : post + part.slice(bare.length),
    };
  });
  const organizations = parts.flatMap(({ organization }) => (organization === null ? [] : [organization]));
  const posts = parts.flatMap(({ post }) => (post == null ? [] : [post]));
  const isWhole = posts.length > 0 && parts.every(({ post }) => post !== null) && parts.at(-1)?.post != null;
  return {
    organization: organizations.length > 0 ? organizations.join("、") : null,
    post: isWhole ? posts.join("、") : null,
  };
}

const IS_BODY = new RegExp(`(?:${BODY_ENDING}|[中小大]学|幼儿园)$`);

/**
 * The office of each of several persons, where as many are listed: 甲局、乙局副局长 of two persons, or 某学院院长、副院长
 * that 分别 gives them; null where all have all of them.
 */
export function ownOffices(office: string, count: number, isRespective: boolean): string[] | null {
  const pieces = office.split("、");
  if (pieces.length !== count) return null;
  const last = splitOffice(pieces.at(-1) as string);
  if (last.post === null) return null;
  if (pieces.slice(0, -1).every((piece) => IS_BODY.test(piece) && !POST.test(piece)))
    return pieces.map((piece, index) => (index < count - 1 ? piece + last.post : piece));
  if (!isRespective) return null;
  const { organization } = splitOffice(pieces[0] as string);
  return pieces.map((piece) =>
    splitOffice(piece).organization === null && organization !== null ? organization + piece : piece,
  );
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

const INNER_PLACE = /(?<=^\p{Script=Han}{2,6}(?:[省市盟]|州))\p{Script=Han}{2,6}[县区市旗]$/u;

/** The names under which a place stands in offices: 恩施土家族苗族自治州 → itself and 恩施. */
export function placesOf(gazetteTitle: string): string[] {
  const place = gazetteTitle.replace(/(?:人民政府|行政公署)?(?:办公[厅室])?(?:公报|政报)$/, "");
  const stem = place.replace(PLACE_ENDING, "");
  // 广州市天河区: the district by itself.
  const inner = place.match(INNER_PLACE)?.[0] ?? "";
  return [place, stem, inner].filter((name) => name.length >= 2);
}

/** True where a text ends as an office does. */
export const looksLikeOffice = (office: string): boolean =>
  office
    .split("、")
    .some((part) => POST.test(part.replace(/[（(][^（()）]*[）)]$/, "").replace(/(?:提名)?人选$/, "")));
