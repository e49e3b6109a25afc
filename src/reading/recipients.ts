/** 主送机关: the addressees of a document, one by one. */
import { squeeze } from "../language/blanks.ts";

/** Splits the addressees at the marks between them; a name coordinated in itself stays one. */
export function splitRecipients(text: string): string[] {
  const bare = squeeze(text).replace(/[：:]$/, "");
  if (/[，,；;]/.test(bare)) {
    const groups = bare.split(/[，,；;]/).filter(Boolean);
    return groups.flatMap((group) => (isCoordinated(group) ? [group] : splitPlain(group)));
  }
  return isCoordinated(bare) ? [bare] : splitPlain(bare);
}

/** 各省、自治区、直辖市人民政府; 国务院各部委、各直属机构: levels or kinds that share one noun. */
const isCoordinated = (group: string): boolean =>
  /^各(?:[省市县区州盟旗]|自治区|直辖市|自治州|地区|乡镇?|街道|[\p{Script=Han}]{1,3}（[^）]*）)(?:、(?:各)?(?:自治区|直辖市|自治州|计划单列市|新疆生产建设兵团|[省市县区州盟旗乡镇]|街道|地区|行署|[\p{Script=Han}]{1,4}区))+(?:人民)?(?:政府|公署|行署|办事处)?(?:办公[厅室])?$/u.test(
    group,
  ) || /^国务院各部委、各直属机构$/.test(group);

const splitPlain = (group: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const char of group) {
    if ("（(".includes(char)) depth++;
    if ("）)".includes(char)) depth--;
    if (char === "、" && depth === 0) {
      parts.push(part);
      part = "";
    } else part += char;
  }
  return [...parts, part].filter(Boolean);
};
