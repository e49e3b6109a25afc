/** Every type of JSON file that is published, with its zod schema and what readers call it. */
import type { z } from "zod";
import { schemas } from "../../document/schema.ts";
import { catalogueSchema } from "../catalogue/schema.ts";
import { manifestSchema } from "../manifest.ts";
import { type JsonSchema, jsonSchemaOf, schemaPath } from "./generate.ts";

/** A type of published file. */
interface PublishedType {
  /** The name that its files carry in `type`. */
  type: string;
  schema: z.ZodType;
  title: string;
  description: string;
}

/** The types, in the order in which readers see them. */
export const publishedTypes: readonly PublishedType[] = [
  { type: "issue", schema: schemas.issue, title: "公报一期", description: "刊头、版权页、目录和所载文件。" },
  {
    type: "notice",
    schema: schemas.notice,
    title: "公文",
    description: "一件公文；要素名称依 GB/T 9704-2012。",
  },
  {
    type: "task-table",
    schema: schemas["task-table"],
    title: "任务表",
    description: "一张任务清单，或一件公文里的各项分工。",
  },
  { type: "table", schema: schemas.table, title: "表格", description: "印出的一张表格，跨页的也是一张。" },
  {
    type: "appointment",
    schema: schemas.appointment,
    title: "人事任免",
    description: "一件任免文件和其中的各项决定。",
  },
  { type: "chronicle", schema: schemas.chronicle, title: "大事记", description: "一期的大事记，逐条。" },
  { type: "report", schema: schemas.report, title: "解析报告", description: "一期的字符去处、件数和疑点。" },
  {
    type: "catalogue",
    schema: catalogueSchema,
    title: "总目",
    description: "各期和各件，连同地址、大小和散列值。",
  },
  {
    type: "manifest",
    schema: manifestSchema,
    title: "校验清单",
    description: "本站每个文件的大小和 SHA-256，以及各期原文的。",
  },
];

/** The JSON Schema of a type; `address` gives the whole address of a path. */
export const publishedSchema = (
  { type, schema, title, description }: PublishedType,
  address: (path: string) => string,
): JsonSchema => jsonSchemaOf(schema, { type, title, description, address: address(schemaPath(type)) });
