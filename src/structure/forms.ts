/** Blank forms: labels with blanks to be filled in. */
import { squeeze } from "../language/blanks.ts";
import { colonWithin, nextColon } from "../language/colons.ts";
import { hull, rawOf } from "../tree/build.ts";
import type { Form, FormField, Leaf, Line, Span } from "../tree/nodes.ts";
import { type Context, leafOf, sliceSpans } from "./context.ts";

const LONGEST_FORM_LABEL = 26;
const FORM_LINE = new RegExp(
  `^([^。；！？：:]{2,${LONGEST_FORM_LABEL}})[：:](?:[\\s　_＿年月日时分]|[\\d０-９]{4})*$`,
);
const SIGN_LINE =
  /^[\p{Script=Han}、（）()]{2,20}(?:签字|签名|签章|盖章|公章)[）)]?(?:[（(][\p{Script=Han}]{1,6}[）)])?$/u;
const INTRODUCES =
  /如下|下列|以下|包括|是$|为$|规定|处理|承诺$|要求$|核查$|之一|决定$|同意$|通过$|^(?:任命|聘任|免去|免职|任职|解聘|提名)$/;

/** A label of a form with its colon, and the blank after it, as offsets into a line. */
interface BlankField {
  from: number;
  labelEnd: number;
  to: number;
}

const SENTENCE_OR_COMMA = /[。；！？，]/;
/** What may be printed in a blank between two labels: 年 月 日, underscores. */
const BLANK_TO_FILL = /^[\s　_＿]+(?:[\d０-９]{0,4}年[\s　_＿]*月[\s　_＿]*日[\s　_＿]*)?/;
const MOST_LABELS = 8;

/** The fields of a line that is labels and blanks, 姓名：　　性别：; null where it is none. */
function blankFields(value: string): BlankField[] | null {
  if (colonWithin(value, LONGEST_FORM_LABEL + 1) < 0) return null;
  const match = value.match(FORM_LINE);
  if (match)
    return INTRODUCES.test((match[1] as string).trim())
      ? null
      : [{ from: 0, labelEnd: value.search(/[：:]/) + 1, to: value.length }];
  if (value.length > 120 || SENTENCE_OR_COMMA.test(value)) return null;
  const colons: number[] = [];
  for (let at = nextColon(value, 0); at >= 0; at = nextColon(value, at + 1)) colons.push(at);
  if (colons.length < 2 || colons.length > MOST_LABELS) return null;
  const fields: BlankField[] = [];
  let from = 0;
  for (const [index, colon] of colons.entries()) {
    const label = squeeze(value.slice(from, colon));
    const isLast = index === colons.length - 1;
    const rest = value.slice(colon + 1, colons[index + 1] ?? value.length);
    const blank = rest.match(BLANK_TO_FILL)?.[0].length ?? 0;
    if (label.length < 2 || label.length > 14 || INTRODUCES.test(label)) return null;
    if (isLast ? !/^[\s　_＿年月日]*$/.test(rest) : blank === 0) return null;
    const to = isLast ? value.length : colon + 1 + blank;
    fields.push({ from, labelEnd: colon + 1, to });
    from = to;
  }
  return fields;
}

/** True where a line is labels with blanks to fill in, `填表日期： 年 月 日`, `姓名：　　性别：`. */
export const isFormLine = (value: string): boolean => blankFields(value) !== null;

/** How many labels with blanks to fill in a line has; above two it is a form by itself. */
export const countFields = (value: string): number => blankFields(value)?.length ?? 0;

/** True where a line can stand in a form between label lines, `申请人签字（公章）`. */
export const isSignLine = (value: string): boolean => SIGN_LINE.test(squeeze(value));

/** What is printed beside a label, `年 月 日`: its blanks are there to be written on. */
function blankToFill(context: Context, spans: Span[]): Leaf {
  const value = leafOf(context, "value", spans);
  value.value = rawOf(context.source.text, value.spans)
    .trim()
    .replace(/[\s　]+/g, " ");
  return value;
}

/** Reads the lines of a blank form. */
export function readForm(context: Context, lines: readonly Line[]): Form {
  const fields = lines.flatMap(({ value, spans }) =>
    (blankFields(value) ?? [{ from: 0, labelEnd: value.length, to: value.length }]).map(
      ({ from, labelEnd, to }): FormField => {
        const label = leafOf(context, "label", sliceSpans(spans, from, labelEnd));
        const children =
          value.slice(labelEnd, to).trim() === ""
            ? [label]
            : [label, blankToFill(context, sliceSpans(spans, labelEnd, to))];
        return { type: "formField", children, position: hull(children) };
      },
    ),
  );
  return { type: "form", children: fields, position: hull(fields) };
}
