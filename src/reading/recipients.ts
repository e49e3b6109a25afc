/** 主送机关: the addressees of a document, one by one. */
import { squeeze } from "../language/blanks.ts";
import { BARE_ORGAN } from "../terms/organizations.ts";

// 自治区 and 地区 are \p{Han}{1,4}区: named twice, a list of them would be read in two ways at every name.
const LEVEL =
  "(?!各)(?:直辖市|自治州|自治县|自治旗|县级市|(?:省)?直管[市县](?:[（(]市[）)])?|计划单列市|新疆生产建设兵团|市州|州市|地市|市地|地州市|[省市县区州盟旗师]|乡镇?|镇|街道|行署|地(?=、)|\\p{Script=Han}{1,4}区|\\p{Script=Han}{1,3}[（(][^）)]{0,60}[）)])";
const NOUN =
  "(?:(?:党委|[县市区旗州]委|委员会)(?:和|及|、)(?:人民)?政府|人民政府|政府|公署|行署|办事处|人民政府办公[厅室]|(?:人民)?武装部|党(?:工|[（(]工[）)])?委)";
/** Levels that stand side by side: none of them is under another. */
const PEER =
  "(?:直辖市|自治州|自治县|自治旗|自治区|县级市|设区市|计划单列市|新疆生产建设兵团|地区|[省市县区州盟旗地])";
const BRACKET = "[（(][^）)]{1,12}[）)]";
/** The first of them: after 县（市、区） a 市 stands above it. */
const FIRST_PEER = `(?:[市州盟地]${BRACKET}|[县区旗]${BRACKET}(?=、[县区旗自])|${PEER})`;
/** 各市、县、自治县财政局; 各市、县（市、区）财政局; 中国人民银行各省、自治区、直辖市分行; 各省、自治区、直辖市及计划单列市工业主管部门. */
const OF_PEERS = `(?:\\p{Script=Han}{2,8}?[局行部委院署会](?:\\p{Script=Han}{1,5}[省市区])?)?各${FIRST_PEER}(?:(?:、各?|及|和)${PEER}(?:${BRACKET})?)+(?![直级属各驻委政]|人民政府|有关|相关)(?:\\p{Script=Han}{2,16}?(?:[（(]\\p{Script=Han}{1,8}[）)])?(?:局|厅|委员会|委|部门|办公室)|(?:中心)?[分支]行|分公司|[计经建教科农商体民]委)(?:[（(]\\p{Script=Han}{1,6}[）)])?`;
const LEVEL_OF_STATIONED = "(?:中央|国家|自治区|自治州|兵团|部队|[中省市州盟区县旗师部])(?:级|属|直)?";
/** 中央、自治区、兵团驻哈各单位, 中直、区直驻平各单位: bodies of several levels in one place. */
const STATIONED = new RegExp(
  `^(?:${LEVEL_OF_STATIONED}[、和及]){1,4}${LEVEL_OF_STATIONED}驻\\p{Script=Han}{1,6}?(?:单位|部门|机构|企业)(?=、|$)`,
  "u",
);
/** 省政府各委、办、厅、局, 有关委、办、局: kinds of organs under one name, each a single character. */
const KINDS =
  "(?:[\\p{Script=Han}]{0,8}(?:各|有关)(?:部委|[部委办厅局行司院])(?:、(?:各)?(?:[委办厅局行司社院处](?:[委办厅局])?|直属机构|直属单位(?=$)))*、(?:各)?[委办厅局行司社院处])";
/** 各乡、镇、场: levels by themselves under one 各. */
const BARE_PLACES = "(?:乡|镇|街道|场|村|社区|苏木|园区|农场|林场)(?:[（(][^）)]{1,8}[）)])?";
const OF_PLACES = `各${BARE_PLACES}(?:、${BARE_PLACES})+`;
/** 中、省、市直有关单位: levels that share 直 and their noun. */
const OF_LEVELS =
  "各?(?:(?:中央|自治区|自治州|[中省市州区县旗盟])(?:直|属|级)?、){1,3}(?:[省市州区县旗盟])(?:直|属)(?!属机构|属单位)\\p{Script=Han}{0,8}(?:单位|部门|机构|企业|机关)";
/** 中央、省驻临各单位: levels that share what stands in one place. */
const SEAT = "(?:中央|国家|部|自治区|[省区市州县])";
/** 江苏、浙江省人民政府; 天津、河北省（直辖市）人民政府: proper names that share their level, none the short name of a body. */
const OF_NAMED =
  "(?:\\p{Script=Han}{1,3}[^、，部委局办厅院署行社会司处团兵]、){1,30}\\p{Script=Han}{2,6}(?:省|自治区|自治州|[市县区州盟])(?:[（(][^）)]{1,20}[）)])?(?:人民政府|政府)";
/** 各省、自治区、直辖市人民政府; 国务院各部委、各直属机构: levels or kinds that share one noun. */
const COORDINATED = new RegExp(
  `^(?:${KINDS}|(?:各?[\\p{Script=Han}]{1,12}[省市县区州旗盟]、)+各?[\\p{Script=Han}]{0,12}[省市县区州旗盟]${NOUN}|各(?:${PEER}(?:${BRACKET})?、)+[省市县区州盟旗](?:${BRACKET})?委(?:[（(][^（()）]{1,10}[）)])?(?:和(?:人民)?政府)?|(?!各)${OF_NAMED}|各${LEVEL}(?:、(?:各)?${LEVEL})+${NOUN}|${OF_PEERS}|国务院(?:各|有关)部委、(?:各|有关)?直属机构|${OF_LEVELS}|${OF_PLACES}|(?:${SEAT}、)+${SEAT}(?:级|直)?[驻属在]\\p{Script=Han}{1,12})(?=、|$)`,
  "u",
);

/** Splits the addressees at the marks between them; a name coordinated in itself stays one. */
export function splitRecipients(text: string): string[] {
  return squeeze(text)
    .replace(/[：:]$/, "")
    .split(/[，,；;](?![^（(]{0,12}[）)])/)
    .flatMap(splitGroup)
    .filter(Boolean);
}

/** True where a name is what the one before it says of another kind: 各乡镇党委、政府, 各部门、单位, 各盟行政公署、市人民政府. */
const sharesName = (last: string, name: string): boolean =>
  (last.startsWith("各") && BARE_ORGAN.test(name)) ||
  (/行政公署$/.test(last) && /^[市县区州盟旗]人民政府$/.test(name)) ||
  (/(?:各[^、]{0,6}(?:部门|企业)|(?:有关|相关)部门)$/.test(last) && /^(?:单位|(?:企)?事业单位)$/.test(name));

/** Splits addressees that 、 parts. */
function splitGroup(group: string): string[] {
  const names: string[] = [];
  let rest = group;
  while (rest !== "") {
    const name = (rest.match(COORDINATED) ?? rest.match(STATIONED))?.[0] ?? firstPlain(rest);
    const last = names.at(-1);
    if (last !== undefined && sharesName(last, name)) names[names.length - 1] = `${last}、${name}`;
    else names.push(name);
    rest = rest.slice(name.length + 1);
  }
  return names;
}

/** The addressees up to the first 、 outside brackets. */
function firstPlain(group: string): string {
  let depth = 0;
  for (let at = 0; at < group.length; at++) {
    const char = group.charAt(at);
    if ("（(〔[［".includes(char)) depth++;
    else if ("）)〕]］".includes(char)) depth--;
    else if (char === "、" && depth === 0) return group.slice(0, at);
  }
  return group;
}
