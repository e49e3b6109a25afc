/** `gongbao.config.yaml`: how severe each rule's doubts are, which of them editors let stand, and the key that signs. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { VFile } from "vfile";
import { z } from "zod";
import { placeOfAnchor } from "../document/anchors.ts";
import type { CompiledIssue } from "../document/compile.ts";
import type { Position } from "../document/schema.ts";
import { rules } from "../lint/index.ts";
import type { Severity } from "../lint/rule.ts";
import { readYaml, YamlFileError, type YamlPlace } from "../source/yamlFile.ts";

/** The name of the file, at the root of a gazette. */
export const CONFIGURATION = "gongbao.config.yaml";

/** A doubt that editors let stand, with the reason; `used` once it has excused something. */
export interface Exception {
  rule: string;
  issue: string;
  at: number | string;
  reason: string;
  place: YamlPlace;
  used: boolean;
}

/** What editors have set. */
export interface Settings {
  file: string;
  severities: ReadonlyMap<string, Severity | "off">;
  exceptions: readonly Exception[];
  /** The file of the private key that signs the manifest of the site. */
  key: string | null;
}

const schema = z.strictObject({
  rules: z
    .record(
      z.string(),
      z.strictObject({
        severity: z.enum(["error", "warning", "info", "off"]).optional(),
        exceptions: z
          .array(
            z.strictObject({
              issue: z.string().regex(/^\d{4}-\d{2}$/),
              at: z.int().min(1).or(z.string().min(1)),
              reason: z.string().min(1),
            }),
          )
          .optional(),
      }),
    )
    .default({}),
  signature: z.strictObject({ key: z.string().min(1) }).optional(),
});

/** A rule that no setting can soften: text that is lost. */
const FIXED = "unaccounted";

/** Reads settings from their text. @throws YamlFileError */
function settingsOf(text: string, file: string): Settings {
  const { value, placeOf } = readYaml(text, file, schema);
  const known = new Set(rules.map(({ id }) => id));
  const problems = Object.keys(value.rules)
    .filter((rule) => rule === FIXED || !known.has(rule))
    .map((rule) => ({
      ...placeOf(["rules", rule]),
      reason:
        rule === FIXED ? `${rule} 不能改：漏掉的字总是错误` : `没有规则 ${rule}；用 gongbao explain 看有哪些`,
    }));
  if (problems.length > 0) throw new YamlFileError(file, problems);
  const entries = Object.entries(value.rules);
  return {
    file,
    severities: new Map(entries.flatMap(([rule, { severity }]) => (severity ? [[rule, severity]] : []))),
    exceptions: entries.flatMap(([rule, { exceptions = [] }]) =>
      exceptions.map((exception, index) => ({
        ...exception,
        rule,
        place: placeOf(["rules", rule, "exceptions", index]),
        used: false,
      })),
    ),
    key: value.signature === undefined ? null : resolve(dirname(file), value.signature.key),
  };
}

/** Everything as the rules have it. */
export const NO_SETTINGS: Settings = { file: "", severities: new Map(), exceptions: [], key: null };

/** The settings at a root; without a file everything is as the rules have it. @throws YamlFileError */
export function readSettings(root: string): Settings {
  const file = join(root, CONFIGURATION);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "{}";
  return settingsOf(text.trim() === "" ? "{}" : text, file);
}

/** True where an exception speaks of a place: its line, or what its anchor names. */
function excuses({ at }: Exception, place: Position, compiled: CompiledIssue): boolean {
  if (typeof at === "number") return place.start.line === at;
  const stretch = placeOfAnchor(compiled, at);
  return (
    stretch !== null && stretch.start.offset <= place.start.offset && place.start.offset < stretch.end.offset
  );
}

/** vfile's mark of a severity. */
const FATAL: Record<Severity, boolean | undefined> = { error: true, warning: false, info: undefined };

/** Sets the severities of a file's doubts and takes away those that are excused. */
export function applySettings(file: VFile, compiled: CompiledIssue, settings: Settings): void {
  const exceptions = exceptionsOf(settings, compiled.id);
  file.messages = file.messages.filter((message) => {
    const rule = message.ruleId ?? "";
    const severity = settings.severities.get(rule);
    if (severity === "off") return false;
    if (severity !== undefined) message.fatal = FATAL[severity];
    const place = message.place as Position;
    const found = exceptions.find((one) => one.rule === rule && excuses(one, place, compiled));
    if (found) found.used = true;
    return found === undefined;
  });
}

/** The exceptions that are made for an issue. */
export const exceptionsOf = ({ exceptions }: Pick<Settings, "exceptions">, issue: string): Exception[] =>
  exceptions.filter((one) => one.issue === issue);

/** All that settings have to say of an issue, in one text. */
export function settingsFor(settings: Settings, issue: string): string {
  const exceptions = exceptionsOf(settings, issue).map(({ rule, at }) => [rule, at]);
  return JSON.stringify([[...settings.severities].sort(), exceptions]);
}

/** Exceptions of these issues that excused nothing: what they speak of is gone, or was never there. */
export function unusedExceptions({ exceptions }: Settings, issues: readonly string[]): Exception[] {
  return exceptions.filter(({ used, issue }) => !used && issues.includes(issue));
}
