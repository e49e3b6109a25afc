/** Titles as they are compared. */
import { squeeze } from "./blanks.ts";

/** A title as titles are compared: no blanks, brackets and dashes of one width. */
export function comparable(title: string): string {
  return squeeze(title)
    .replace(/（/g, "(")
    .replace(/）/g, ")")
    .replace(/[〈《]/g, "<")
    .replace(/[〉》]/g, ">")
    .replace(/[—–－]/g, "-");
}
