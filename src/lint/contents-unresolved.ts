/**
 * Warns where the contents and the documents do not agree.
 *
 * Told are an entry that no document answers to, a document that the contents do not list, and a title that differs
 * from the one over the document. Blanks, quotation marks, the width of brackets and an issuer left out or told in fewer
 * words before a title (县政府, 某省财政厅等3部门) make no difference; an entry that names a whole section
 * (◆人事任免……75) lists all its documents. An issue without contents is left alone.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   目 录
 *   关于加强管理的通知（某政发〔2021〕1号）…… 1
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   目 录
 *   关于加强管理的通知（某政发〔2021〕1号）…… 1
 *   关于调整机构的通知（某政发〔2021〕3号）…… 3
 *   某县人民政府关于加强资金管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月9日
 *   某县人民政府关于做好防汛工作的通知
 *   某政发〔2021〕2号
 *   各乡镇：
 *   请认真执行。
 *   某县人民政府
 *   2021年9月10日
 *   ⇒ 4:1-4:10 目录作“关于加强管理的通知”，正文的题目是“某县人民政府关于加强资金管理的通知”｜正文在这里（第 6 行第 1 列）
 *   ⇒ 5:1-5:10 目录里的“关于调整机构的通知”在正文里没有找到
 *   ⇒ 12:1-12:18 目录里没有“某县人民政府关于做好防汛工作的通知”
 */
import { squeeze } from "../language/blanks.ts";
import { speechIn } from "../language/titles.ts";
import type { Material } from "./material.ts";
import type { Passage } from "./passages.ts";
import type { Doubt, Rule } from "./rule.ts";
import { bare, isTitledAs, type Titled, titlesOf } from "./titles.ts";

type Entry = Material["issue"]["issue"]["contents"][number];

/** True for an entry that is the heading of a section. */
const isHeading = ({ section, title }: Entry): boolean =>
  section !== null && squeeze(section) === squeeze(title);

/** True for an entry that names no title: the number by itself, or the section of the document. */
const isUntitled = ({ title, documentNumber }: Entry, { section }: Titled): boolean =>
  title === documentNumber || (section !== null && squeeze(section) === squeeze(title));

/** The contents may name who held a speech after its title. */
const SPEECH = /(?:讲话|致辞|致词|发言)$/;
/** 某县人民政府令第5号：某县供水办法: the number and what an order puts into force, after its title. */
const AFTER_ORDER = /^\(?第[^()]{1,8}号/;

/** True where an entry says more than the title of a document that it opens with. */
function goesOnAfter({ heading }: Titled, title: string): boolean {
  const own = bare(heading);
  const speech = speechIn(own);
  if (speech !== null && speechIn(title) === speech) return true;
  if (!title.startsWith(own)) return false;
  return SPEECH.test(heading) || (own.endsWith("令") && AFTER_ORDER.test(title.slice(own.length)));
}

const place = (passage: Passage) => passage.place(0, passage.text.length);

/** Entries that mean no document, or name it otherwise. */
function* checkEntries({ issue, contents, titles }: Material): Generator<Doubt> {
  const known = titlesOf(issue);
  for (const [index, entry] of issue.issue.contents.entries()) {
    const passage = contents[index] as Passage;
    if (entry.document === null)
      yield { reason: `目录里的“${entry.title}”在正文里没有找到`, place: place(passage) };
    const document = known.get(entry.document ?? "");
    if (!document || isHeading(entry) || isUntitled(entry, document)) continue;
    if (isTitledAs(document, entry.title) || goesOnAfter(document, bare(entry.title))) continue;
    const heading = titles.get(entry.document as string) as Passage;
    yield {
      reason: `目录作“${entry.title}”，正文的题目是“${document.heading}”`,
      place: place(passage),
      cause: { reason: "正文在这里", place: place(heading) },
    };
  }
}

/** Documents that no entry lists. */
function* checkDocuments({ issue, titles }: Material): Generator<Doubt> {
  const { contents } = issue.issue;
  const listed = new Set(contents.map(({ document }) => document));
  const sections = new Set(contents.filter(isHeading).map(({ title }) => squeeze(title)));
  for (const { id, heading, section } of [...issue.notices, ...issue.appointments]) {
    if (listed.has(id) || (section !== null && sections.has(squeeze(section)))) continue;
    yield { reason: `目录里没有“${heading}”`, place: place(titles.get(id) as Passage) };
  }
}

export const contentsUnresolved: Rule = {
  id: "contents-unresolved",
  severity: "warning",
  summary: "目录与正文不符",
  check(material, doubt) {
    if (material.issue.issue.contents.length === 0) return;
    for (const found of checkEntries(material)) doubt(found);
    for (const found of checkDocuments(material)) doubt(found);
  },
};
