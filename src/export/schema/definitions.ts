/** The parts that documents share: each becomes a definition of its own (`$defs`) in their JSON Schemas. */
import { z } from "zod";
import * as parts from "../../document/schema.ts";

/** What a definition is called, in JSON and by readers. */
interface Definition {
  id: string;
  title: string;
  description?: string;
  format?: string;
}

/** The shared parts with their names, for zod's `toJSONSchema`. */
export const definitions = z.registry<Definition>();

const named: readonly [z.ZodType, Definition][] = [
  [parts.issueId, { id: "issueId", title: "期号", description: "年份和该年的两位期号，如 2021-03。" }],
  [
    parts.documentId,
    { id: "documentId", title: "文件标识", description: "期号/短名，如 2021-03/pzf-2021-56；永不改变。" },
  ],
  [parts.date, { id: "date", title: "日期", description: "ISO 8601 的年月日。", format: "date" }],
  [parts.point, { id: "point", title: "原文中的一点" }],
  [
    parts.position,
    {
      id: "position",
      title: "原文位置",
      description: "在该期原文（issue.source）里的起止，end 是末字之后。",
    },
  ],
  [parts.documentNumber, { id: "documentNumber", title: "发文字号" }],
  [
    parts.citation,
    { id: "citation", title: "引用", description: "文中引用的文件：《…》、〔…〕号，或两者。" },
  ],
  [
    parts.correction,
    { id: "correction", title: "更正", description: "编辑部对印刷错误的更正；原印文字保留在 printed。" },
  ],
  [
    parts.mention,
    { id: "mention", title: "提及", description: "段落里提到的机构、人、文件、日期，以偏移标出。" },
  ],
  [parts.block, { id: "block", title: "正文块", description: "按 type 区分。" }],
  [parts.section, { id: "section", title: "带编号的部分", description: "一、（一）1.（1）① 或章、节、条。" }],
  [parts.paragraph, { id: "paragraph", title: "段落" }],
  [parts.list, { id: "list", title: "列表" }],
  [parts.tableRef, { id: "tableRef", title: "表格所在处" }],
  [parts.roster, { id: "roster", title: "名单", description: "组长、副组长、成员等。" }],
  [parts.form, { id: "form", title: "空白表单" }],
  [parts.party, { id: "party", title: "责任方" }],
  [parts.deadline, { id: "deadline", title: "时限" }],
  [parts.measure, { id: "measure", title: "数量" }],
  [parts.task, { id: "task", title: "任务" }],
  [parts.decision, { id: "decision", title: "任免决定" }],
];

for (const [part, definition] of named) definitions.add(part, definition);
