/** The table of issues. */
import { pagePath } from "../../corpus/addresses.ts";
import { compareText } from "../../corpus/gazette.ts";
import type { IssueDocument } from "../../document/schema.ts";
import { columnsFor, defineTable } from "./column.ts";

const issue = columnsFor<IssueDocument>();

export const issues = defineTable<IssueDocument>({
  name: "issues",
  title: "期刊",
  description: "公报各期，一行一期。",
  primaryKey: ["id"],
  columns: [
    issue.always.text("id", "期号", "年份和当年第几期。", "issue.id", ({ id }) => id),
    issue.always.text("title", "刊名", "照印。", "issue.title", ({ title }) => title),
    issue.always.integer("year", "年份", "刊期的年份。", "issue.year", ({ year }) => year),
    issue.always.integer("number", "期次", "当年第几期。", "issue.number", ({ number }) => number),
    issue.maybe.integer("serial", "总期次", "总第几期。", "issue.serial", ({ serial }) => serial),
    issue.maybe.text("frequency", "刊期", "照印，如季刊。", "issue.frequency", ({ frequency }) => frequency),
    issue.maybe.date("date", "出版日期", "刊头所印日期。", "issue.date", ({ date }) => date),
    issue.maybe.text("permit", "准印证号", "照印。", "issue.permit", ({ permit }) => permit),
    issue.always.text("path", "网页地址", "从网站根起的路径。", "见地址规则", ({ id }) => pagePath(id)),
    issue.always.text(
      "source_file",
      "原文文件",
      "原文文本。",
      "issue.source.file",
      ({ source }) => source.file,
    ),
    issue.always.text(
      "source_sha256",
      "原文校验值",
      "原文文件的 SHA-256。",
      "issue.source.sha256",
      ({ source }) => source.sha256,
    ),
    issue.always.integer(
      "source_lines",
      "原文行数",
      "原文文件的行数。",
      "issue.source.lines",
      ({ source }) => source.lines,
    ),
  ],
  rows: ({ gazette }) => gazette.issues.toSorted((a, b) => compareText(a.id, b.id)),
});
