/** Names of persons by their form: a surname and one or two more characters. */
import { characters, closesWith, holdsAny, isIn, opensWith } from "../language/characters.ts";
import { isHan } from "../language/han.ts";
import {
  COMPOUND_SURNAMES,
  GIVEN_PARTS,
  GIVEN_TAILS,
  HARDLY_HAN,
  SURNAMES,
  TRANSLITERATING,
} from "../terms/people.ts";

/** Characters that end words of office and place, and hardly ever names. */
const NOT_LAST = characters(
  "县市省区乡镇村局部委办厅处科室组员任总副长会议院所站队司党府政性的了是在及等与为将把被之其此和中上下内外第长",
);
const NOT_INSIDE = characters("县市省局委厅党副政府办");
const SURNAME = characters([...SURNAMES].join(""));
const OPENS_COMPOUND = characters([...COMPOUND_SURNAMES].map((name) => name.charAt(0)).join(""));

/** True where a text opens with a surname of two characters. */
const opensWithCompound = (text: string): boolean =>
  opensWith(text, OPENS_COMPOUND) && COMPOUND_SURNAMES.has(text.slice(0, 2));
const COMMON_WORDS = new Set([
  "关于",
  "任命",
  "任何",
  "任务",
  "任期",
  "任职",
  "任免",
  "干部",
  "于是",
  "和谐",
  "和平",
  "常务",
  "常委",
  "常规",
  "全县",
  "全市",
  "全区",
  "全国",
  "全体",
  "全面",
  "时任",
  "时间",
  "有关",
  "向全",
  "和其",
  "后任",
  "商务",
  "水务",
  "水利",
  "应急",
  "安全",
  "安排",
  "单位",
  "农业",
  "农村",
  "平安",
  "平台",
  "项目",
  "成员",
  "成立",
  "成果",
  "方案",
  "方面",
  "相关",
  "广大",
  "高度",
  "高质",
  "金融",
  "经济",
  "经费",
  "经营",
  "温暖",
  "华夏",
  "齐抓",
  "宣传",
  "查看",
  "查处",
  "那些",
  "何时",
  "计划",
  "计生",
  "文化",
  "文明",
  "文旅",
  "国家",
  "国土",
  "国有",
  "东部",
  "西部",
  "党组",
  "党委",
  "党员",
  "解决",
  "解读",
  "解除",
  "强调",
  "强化",
  "明确",
  "明年",
  "单独",
  "公安",
  "公司",
  "公开",
  "云计",
  "江苏",
  "江西",
  "白天",
  "武警",
  "景区",
  "空军",
  "海军",
  "包括",
  "包抓",
  "连续",
  "连队",
  "管理",
  "管委",
  "养老",
  "养护",
  "车辆",
  "沙湖",
  "印发",
  "段长",
  "池塘",
  "阳光",
  "牧区",
  "能力",
  "能源",
  "双方",
  "双拥",
  "代理",
  "代表",
  "韩方",
  "蒙方",
  "修改",
  "修订",
  "修建",
  "初步",
  "初级",
  "植树",
  "植物",
  "练兵",
  "腾退",
  "简称",
  "简要",
  "布置",
  "布局",
  "布点",
  "鲜明",
  "鲜活",
]);

/** Three characters that open a common word with two: 关于乡 is none, 文明哲 may be a name. */
const OPENS_WORD =
  /^(?:关于|任命|任何|任务|任期|任职|任免|任组|任副|任主|任总|干部|常务|常委|全县|全市|全区|全国|全体|时任|有关|农业|农村|成员|项目|方案|方面|相关|应急|水利|水务|宣传|国家|党组|党委|党员|公安|公司|管理|管委|单位|明确|强调)/;

/** True where `text` could be a whole name. */
export function isName(text: string): boolean {
  if (
    text.includes("·") &&
    /[县市省局委厅党副政府办会长]|主任|书记|主席|专员|委员|常委|政委|代表|领导|同志|院士|教授/.test(text)
  )
    return false;
  if (text.includes("·")) return /^[\p{Script=Han}]{1,8}(?:·[\p{Script=Han}]{1,10})+$/u.test(text);
  const { length } = text;
  if (length < 2 || length > 4) return false;
  const compound = opensWithCompound(text);
  if (compound ? length < 3 : length > 3 || !opensWith(text, SURNAME)) return false;
  return (
    !closesWith(text, NOT_LAST) &&
    !holdsAny(text, NOT_INSIDE, 1) &&
    isHan(text) &&
    !(text.length === 2 ? COMMON_WORDS.has(text) : OPENS_WORD.test(text))
  );
}

const TRANSLITERATES = characters(TRANSLITERATING);
const SHORTEST_TRANSLITERATED = 3;
const LONGEST_TRANSLITERATED = 9;

/** The length of the name at a place of a text that is written as names of other peoples are, 额尔敦巴特尔; 0 for none. */
export function transliteratedLength(text: string, at = 0): number {
  let length = 0;
  while (length <= LONGEST_TRANSLITERATED && isIn(TRANSLITERATES, text.charCodeAt(at + length))) length++;
  return length >= SHORTEST_TRANSLITERATED && length <= LONGEST_TRANSLITERATED ? length : 0;
}

const IS_HARDLY_HAN = characters(HARDLY_HAN);

/** True where a name is written with characters that hardly stand in other names: 苏和巴特尔, and no 马玉林西吉. */
export const isSurelyTransliterated = (name: string): boolean =>
  [...name].filter((char) => isIn(IS_HARDLY_HAN, char.charCodeAt(0))).length > 1;

/** True where a name is as long as most with its surname: two characters and a surname of one or two. */
export const isUsualLength = (name: string): boolean => name.length === (opensWithCompound(name) ? 4 : 3);

/** Lengths of names by which of 3, 2 and 4 are among them: 4, 2 and 1 added up. */
const LENGTHS: readonly (readonly number[])[] = [[], [4], [2], [2, 4], [3], [3, 4], [3, 2], [3, 2, 4]];

/** The lengths that a name at the start of `text` can have, the likelier first. */
export function nameLengths(text: string): readonly number[] {
  const dotted = text.includes("·") ? text.match(/^(?:\p{Script=Han}{1,8}·)+/u)?.[0].length : undefined;
  if (dotted !== undefined)
    return [2, 3, 4, 1, 5, 6, 7]
      .map((last) => dotted + last)
      .filter(
        (length) => text.length >= length && isName(text.slice(0, length)) && text[length - 1] !== "等",
      );
  const fits = (length: number): boolean => text.length >= length && isName(text.slice(0, length));
  return LENGTHS[(fits(3) ? 4 : 0) + (fits(2) ? 2 : 0) + (fits(4) ? 1 : 0)] as readonly number[];
}

/** False for a word that ends as those of office and place do. */
export const mayEndName = (word: string): boolean => !closesWith(word, NOT_LAST) && !COMMON_WORDS.has(word);

const OPENS_UNSURNAMED = characters(GIVEN_PARTS.map((part) => part.charAt(0)).join(""));
const UNSURNAMED = new RegExp(`^(?:${GIVEN_PARTS.join("|")}){1,3}[${GIVEN_TAILS}]?`);

/** The lengths that a name without a surname at a place of a text may have: by its parts, 尼玛扎西, or its characters. */
export function unsurnamedLengths(text: string, at = 0): number[] {
  const ofParts = isIn(OPENS_UNSURNAMED, text.charCodeAt(at))
    ? (text.slice(at, at + 12).match(UNSURNAMED)?.[0].length ?? 0)
    : 0;
  return [ofParts, transliteratedLength(text, at)].filter((length) => length > 0);
}
