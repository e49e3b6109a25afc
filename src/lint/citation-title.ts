/**
 * Warns of a document that is called by another title than its own.
 *
 * Two cases. A text cites a document of the corpus under its number and gives another title: either is misprinted.
 * And a letter that issues a text (现将《…》印发) names it otherwise than the text's own head does, down to a 年 too many:
 * readers search for both. Blanks and the width of brackets and dashes make no difference.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于印发《行动计划（2021—2023年）》的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   现将《行动计划（2021—2023年）》印发给你们。
 *   某县人民政府
 *   2021年9月9日
 *   行动 计划(2021－2023年)
 *   一、总体要求
 *   各乡镇要落实《关于印发〈行动计划（2021—2023年）〉的通知》（某政发〔2021〕1号）。
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于印发《行动计划（2021—2023年）》的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   现将《行动计划（2021年—2023年）》印发给你们。
 *   某县人民政府
 *   2021年9月9日
 *   行动计划（2021—2023年）
 *   一、总体要求
 *   各乡镇要落实《关于印发五年行动计划的通知》（某政发〔2021〕1号）。
 *   ⇒ 6:3-6:22 正文称“行动计划（2021年—2023年）”，所印发的题目是“行动计划（2021—2023年）”｜所印发的题目在这里（第 9 行第 1 列）
 *   ⇒ 11:7-11:35 某政发〔2021〕1号题为“某县人民政府关于印发《行动计划（2021—2023年）》的通知”，这里引作“关于印发五年行动计划的通知”｜那份文件在这里（第 3 行第 1 列）
 */

import type { Citation, NoticeDocument } from "../document/schema.ts";
import { comparable } from "../language/titles.ts";
import type { Material } from "./material.ts";
import type { Passage } from "./passages.ts";
import { placer } from "./places.ts";
import type { Doubt, Rule } from "./rule.ts";
import { bare, titlesOf } from "./titles.ts";

/** True where one names the other with what stands before it: 自治区…办法 and …办法. */
const holds = (titles: ReadonlySet<string>, title: string): boolean =>
  [...titles].some((one) => one === title || one.endsWith(title) || title.endsWith(one));

/** Citations under a number that belongs to another title. */
function* wrongTitles(material: Material): Generator<Doubt> {
  const own = titlesOf(material.issue);
  for (const { citations } of citing(material))
    for (const { title, document, documentNumber, position } of citations) {
      if (title === null || document === null || !documentNumber) continue;
      const cited = own.get(document);
      const number = documentNumber.text;
      if (!cited) {
        const known = material.corpus?.byTitle.get(comparable(title));
        if (known !== undefined && known !== document)
          yield { reason: `${number}在库中是另一份文件，这里引作“${title}”`, place: position };
        continue;
      }
      if (holds(cited.titles, bare(title))) continue;
      const heading = material.titles.get(document) as Passage;
      yield {
        reason: `${number}题为“${cited.heading}”，这里引作“${title}”`,
        place: position,
        cause: { reason: "那份文件在这里", place: heading.place(0, heading.text.length) },
      };
    }
}

const citing = ({ issue }: Material): { citations: readonly Citation[] }[] => [
  ...issue.notices,
  ...issue.appointments.map(({ basis }) => ({ citations: basis?.citations ?? [] })),
];

/** 现将《…》印发, with the title between its marks; a second title beside it issues two texts and is left alone. */
const ISSUED =
  /(?:现将|现把|将)《([^《》]{2,100}(?:〈[^〉]{0,100}〉[^《》]{0,100})?)》(?:[（(][^）)]{0,40}[）)])?(?:予以|转发|印发|公布|发布|下发)/;

function* misnamed(notice: NoticeDocument, { source, titles }: Material): Generator<Doubt> {
  const own = notice.enclosure?.title;
  if (!own) return;
  for (const block of notice.children) {
    if (block.type !== "paragraph") continue;
    const match = block.text.match(ISSUED);
    const named = match?.[1];
    if (!match || named === undefined || bare(named) === bare(own)) continue;
    const start = (match.index as number) + match[0].indexOf("《");
    const place = placer(source, block.text, block.position.start.offset, block.position.end.offset);
    const head = titles.get(`${notice.id}#enclosure`);
    yield {
      reason: `正文称“${named}”，所印发的题目是“${own}”`,
      place: place(start, start + named.length + 2),
      ...(head ? { cause: { reason: "所印发的题目在这里", place: head.place(0, head.text.length) } } : {}),
    };
  }
}

export const citationTitle: Rule = {
  id: "citation-title",
  severity: "warning",
  summary: "引用或印发的文件题目与原题不符",
  check(material, doubt) {
    for (const found of wrongTitles(material)) doubt(found);
    for (const notice of material.issue.notices) for (const found of misnamed(notice, material)) doubt(found);
  },
};
