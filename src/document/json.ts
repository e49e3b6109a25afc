/** Documents as the bytes of their files: keys in schema order, two-space indent, final newline. */
import type { z } from "zod";
import type { CompiledIssue } from "./compile.ts";
import { type AnyDocument, type ReportDocument, schemas } from "./schema.ts";

/** A document that does not satisfy its own schema: a fault of the program, never of the source. */
export class SchemaError extends Error {
  override name = "SchemaError";
}

/** Validates a document and writes it; zod gives the keys back in schema order. */
export function toJson(document: AnyDocument): string {
  const schema: z.ZodType = schemas[document.type];
  const parsed = schema.safeParse(document);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new SchemaError(
      `${"id" in document ? document.id : document.type}: ${first?.path.join(".")}: ${first?.message}`,
    );
  }
  return `${JSON.stringify(parsed.data, null, 2)}\n`;
}

/** The file of each document under `content/<issue id>/`, as path and text. */
export function filesOf(compiled: CompiledIssue, report: ReportDocument): Map<string, string> {
  const files = new Map<string, string>();
  const slug = (id: string): string => id.slice(id.indexOf("/") + 1);
  const add = (folder: string, documents: readonly (AnyDocument & { id: string })[]): void => {
    for (const document of documents) files.set(`${folder}/${slug(document.id)}.json`, toJson(document));
  };
  files.set("issue.json", toJson(compiled.issue));
  add("notices", compiled.notices);
  add("task-tables", compiled.taskTables);
  add("tables", compiled.tables);
  add("appointments", compiled.appointments);
  if (compiled.chronicle) files.set("chronicle.json", toJson(compiled.chronicle));
  files.set("report.json", toJson(report));
  return files;
}
