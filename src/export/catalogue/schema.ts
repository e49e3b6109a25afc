/** The catalogue of the corpus, `/data/index.json`: every issue and document with its addresses and hash. */
import { z } from "zod";
import { date, documentId, documentNumber, issueId } from "../../document/schema.ts";

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A JSON file: its address, its size in bytes and the SHA-256 of its bytes. */
const file = { data: z.string(), bytes: z.int().min(0), sha256 };

const entry = z.strictObject({
  type: z.enum(["notice", "appointment", "chronicle", "table", "task-table"]),
  id: documentId,
  title: z.string().nullable(),
  date: date.nullable(),
  documentNumber: documentNumber.nullable(),
  /** The notice that a table stands in. */
  notice: documentId.nullable(),
  page: z.string(),
  ...file,
});

export const catalogueSchema = z.strictObject({
  $schema: z.literal("/data/schema/v1/catalogue.json"),
  schemaVersion: z.literal("1.0"),
  type: z.literal("catalogue"),
  title: z.string(),
  publisher: z.string(),
  issues: z.array(
    z.strictObject({
      id: issueId,
      title: z.string(),
      year: z.int(),
      number: z.int(),
      serial: z.int().nullable(),
      date: date.nullable(),
      page: z.string(),
      ...file,
      report: z.strictObject(file).nullable(),
      documents: z.array(entry),
    }),
  ),
});

export type Catalogue = z.infer<typeof catalogueSchema>;
export type CatalogueEntry = z.infer<typeof entry>;
