/**
 * Warns of attachments that are not what the letter lists.
 *
 * The letter names its attachments (附件说明, GB/T 9704-2012 §7.3.4) and each carries the same title (§7.3.7). Told are a
 * printed title that differs, an attachment that is listed and not printed, and one that is printed and not listed.
 * Where a gazette prints none of them it left them out on purpose: then one word is said, as worth a look.
 * Blanks, the width of brackets, a final 。 and the number of what a list holds, （8件）, make no difference.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   附件：1. 任务清单（第一批）。
 *   2. 联络员信息表
 *   某县人民政府
 *   2021年9月9日
 *   附件 1
 *   任务 清单(第一批)（8项）
 *   各乡镇要落实任务。
 *   附件 2
 *   联络员信息表
 *   各乡镇要报送信息。
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   附件：1. 任务清单
 *   2. 联络员信息表
 *   某县人民政府
 *   2021年9月9日
 *   附件 1
 *   重点任务清单
 *   各乡镇要落实任务。
 *   附件 3
 *   工作流程图
 *   各乡镇要按流程办理。
 *   ⇒ 7:7-7:11 附件说明作“任务清单”，所附的题目是“重点任务清单”｜所附的题目在这里（第 12 行第 1 列）
 *   ⇒ 8:4-8:10 附件说明列有“联络员信息表”，没有印出这个附件
 *   ⇒ 15:1-15:6 附件3“工作流程图”没有列在附件说明里
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真执行。
 *   附件：任务清单
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 7:4-7:8 附件说明列有“任务清单”，没有印出附件
 */

import type { NoticeDocument } from "../document/schema.ts";
import { comparable } from "../language/titles.ts";
import type { Material } from "./material.ts";
import type { Passage } from "./passages.ts";
import type { Doubt, Rule } from "./rule.ts";

type Attachment = NoticeDocument["attachments"][number];

const same = (a: string, b: string): boolean => key(a) === key(b);
const key = (title: string): string =>
  comparable(title)
    .replace(/(?<![。．.；;])[。．.；;]+$/, "")
    .replace(COUNT, "");
/** How many the list has, which only the print above it says: 目录（8件）. */
const COUNT = /\(共?计?\d{1,4}[项个家名人件所条处户部种]\)$/;

/** The attachment that a line of the list means: by number, else by its place in the list. */
function meant(
  attachments: readonly Attachment[],
  number: number | null,
  index: number,
): Attachment | undefined {
  return (
    attachments.find((one) => one.number === number) ?? (number === null ? attachments[index] : undefined)
  );
}

/** Compares what is listed with what is printed. */
function* compare(notice: NoticeDocument, { notes, titles }: Material): Generator<Doubt> {
  const { id, attachmentNotes, attachments } = notice;
  const listed = notes.get(id) as readonly Passage[];
  const found = new Set<Attachment>();
  for (const [index, { number, title }] of attachmentNotes.entries()) {
    const attachment = meant(attachments, number ?? (attachmentNotes.length === 1 ? null : index + 1), index);
    const line = listed[index];
    if (attachment) found.add(attachment);
    if (!line) continue;
    const place = line.place(0, title.length);
    if (attachments.length === 0) {
      yield { reason: `附件说明列有“${title}”，没有印出附件`, place, severity: "info" };
      return;
    }
    if (!attachment) yield { reason: `附件说明列有“${title}”，没有印出这个附件`, place };
    else if (attachment.title !== null && !same(title, attachment.title)) {
      const printed = titles.get(`${id}#${attachment.anchor}`);
      yield {
        reason: `附件说明作“${title}”，所附的题目是“${attachment.title}”`,
        place,
        ...(printed
          ? { cause: { reason: "所附的题目在这里", place: printed.place(0, printed.text.length) } }
          : {}),
      };
    }
  }
  for (const attachment of attachments) {
    const printed = titles.get(`${id}#${attachment.anchor}`);
    if (found.has(attachment) || !printed) continue;
    yield {
      reason: `${attachment.label}“${printed.text}”没有列在附件说明里`,
      place: printed.place(0, printed.text.length),
      ...(attachmentNotes.length === 0 ? { severity: "info" as const } : {}),
    };
  }
}

export const attachmentTitle: Rule = {
  id: "attachment-title",
  severity: "warning",
  summary: "附件与附件说明不符",
  check(material, doubt) {
    for (const notice of material.issue.notices) for (const found of compare(notice, material)) doubt(found);
  },
};
