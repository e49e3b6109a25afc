/** `gongbao explain <rule>`: what a rule warns of, when and why, as its own file says it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../lint/index.ts";
import type { Severity } from "../lint/rule.ts";
import { InputError } from "./errors.ts";
import { type Language, say } from "./words.ts";

const LINT = join(import.meta.dirname, "..", "lint");
const SEVERITIES: Record<Severity, string> = { error: "错误", warning: "警告", info: "提示" };

/** The text of the comment that opens a source file, without its stars. */
export function docstringOf(source: string): string {
  const comment = source.match(/^\/\*\*([\s\S]*?)\*\//)?.[1] ?? "";
  return comment.replace(/^[ \t]*\*? ?/gm, "").trim();
}

/** The explanation of a rule. @throws InputError where there is none of that name */
export function explainCommand(id: string, language: Language): string {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined)
    throw new InputError(
      "gongbao explain",
      ["没有规则 {0}", id],
      ["规则有：{0}", rules.map((one) => one.id).join(", ")],
    );
  const text = docstringOf(readFileSync(join(LINT, `${id}.ts`), "utf8"));
  const colon = language === "zh" ? "：" : ": ";
  const severity = `${say("严重程度", language)}${colon}${say(SEVERITIES[rule.severity], language)}`;
  return [`${id}  ${rule.summary}`, severity, text].join("\n\n");
}

/** All rules, one a line. */
export function listRules(language: Language): string {
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules
    .map(
      ({ id, severity, summary }) =>
        `${id.padEnd(width)}  ${say(SEVERITIES[severity], language)}  ${summary}`,
    )
    .join("\n");
}
