/** A document as read, with the name that its issue gives it. */
import type { DocumentReading } from "../reading/document.ts";

/** A document with its name in the issue. */
export interface NamedReading extends DocumentReading {
  slug: string;
  id: string;
}
