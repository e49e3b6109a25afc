/** YAML that editors write: read against a schema, with line and column for whatever is wrong. */
import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { zhCN } from "zod/locales";

/** A place in a YAML file, from 1. */
export interface YamlPlace {
  line: number;
  column: number;
}

/** Something wrong at a place. */
export interface Problem extends YamlPlace {
  reason: string;
}

/** A YAML file that cannot be used, with all that is wrong in it. */
export class YamlFileError extends Error {
  override name = "YamlFileError";
  readonly file: string;
  readonly problems: readonly Problem[];
  constructor(file: string, problems: readonly Problem[]) {
    super(problems.map(({ line, column, reason }) => `${file}:${line}:${column}: ${reason}`).join("\n"));
    this.file = file;
    this.problems = problems;
  }
}

type Path = readonly PropertyKey[];

/** What a file says, and where in it each part stands. */
export interface YamlFile<T> {
  value: T;
  /** The place of what a path leads to, or of the nearest part around it. */
  placeOf: (path: Path) => YamlPlace;
}

const chinese = zhCN().localeError;

/**
 * Reads a YAML text. With `words` every scalar is text as written (`2021`, `no`), whatever it looks like.
 * @throws YamlFileError
 */
export function readYaml<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
  { words = false }: { words?: boolean } = {},
): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    ...(words ? { schema: "failsafe" } : {}),
  });
  const placeAt = (offset: number): YamlPlace => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const placeOf = (path: Path): YamlPlace => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return placeAt(node.range[0]);
    }
    return placeAt(document.contents?.range?.[0] ?? 0);
  };
  if (document.errors.length > 0)
    throw new YamlFileError(
      file,
      document.errors.map(({ pos, message }) => ({
        ...placeAt(pos[0]),
        reason: `不是合规的 YAML：${message}`,
      })),
    );
  const parsed = schema.safeParse(plainValue(document, file), { error: chinese });
  if (!parsed.success)
    throw new YamlFileError(
      file,
      parsed.error.issues.map(innermost).map(({ path, message }) => ({
        ...placeOf(path),
        reason: path.length > 0 ? `${path.join(".")}：${message}` : message,
      })),
    );
  return { value: parsed.data, placeOf };
}

type Issue = z.core.$ZodIssue;

/** What is wrong with a value of several forms: the complaint of the form that it came nearest to. */
function innermost(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const [nearest] = issue.errors
    .flatMap(([first]) => (first === undefined ? [] : [innermost(first)]))
    .sort((a, b) => b.path.length - a.path.length);
  if (!nearest?.path.length) return issue;
  return { ...nearest, path: [...issue.path, ...nearest.path] };
}

/** The plain value; a file whose aliases grow without bound is refused. */
function plainValue(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new YamlFileError(file, [
      { line: 1, column: 1, reason: `读不出内容：${(error as Error).message}` },
    ]);
  }
}
