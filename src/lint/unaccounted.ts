/**
 * Warns of characters that belong to no document, or to two.
 *
 * Every printed character must be found in exactly one leaf of the tree or piece of furniture. Where that fails
 * the parser is wrong, whatever the print; it is the one doubt that no text should ever raise.
 */
import { rangeOf } from "../tree/build.ts";
import type { Rule } from "./rule.ts";

export const unaccounted: Rule = {
  id: "unaccounted",
  severity: "error",
  summary: "有字没有归入任何文件，或归入了两处",
  check({ issue, source }, doubt) {
    for (const { start, end } of issue.coverage.lost)
      doubt({ reason: "这些字没有归入任何文件", place: rangeOf(source, start, end) });
    for (const { start, end } of issue.coverage.doubled)
      doubt({ reason: "这些字被归入了两处", place: rangeOf(source, start, end) });
  },
};
