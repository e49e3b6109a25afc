/**
 * Warns of HTML that stands in the text: `<script>`, `onerror=`.
 *
 * Tags of layout (`<p>`, `<br>`) are taken off as remnants; any other stays as printed and is shown as text, never run.
 * It was hardly in the print: look at where the file comes from.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   <p>污染物浓度<0.5，且A<B的，请认真执行。</p>
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   请认真<script>alert(1)</script>执行<x onerror=alert(1)>。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 6:4-6:11 正文里有 HTML 代码“<script”，按文字显示，不会执行
 *   ⇒ 6:20-6:28 正文里有 HTML 代码“</script”，按文字显示，不会执行
 *   ⇒ 6:34-6:42 正文里有 HTML 代码“onerror=”，按文字显示，不会执行
 */
import type { Rule } from "./rule.ts";

const ELEMENTS =
  "script|style|iframe|frame|object|embed|applet|svg|math|img|image|video|audio|source|link|meta|base|form|input|button|select|option|textarea|label|html|head|body|title|a|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|section|article|template|marquee|noscript|canvas|details|dialog|slot";
const CODE = new RegExp(
  `</?(?:${ELEMENTS})(?![a-z])|<!--|<!\\[CDATA|<!doctype|\\bon[a-z]{3,20}\\s{0,3}=|javascript:`,
  "gi",
);

export const htmlInText: Rule = {
  id: "html-in-text",
  severity: "warning",
  summary: "正文里有 HTML 代码",
  check({ passages }, doubt) {
    for (const { text, place } of passages.filter(({ text }) => /[a-z]|<!/i.test(text)))
      for (const { 0: code, index } of text.matchAll(CODE))
        doubt({
          reason: `正文里有 HTML 代码“${code}”，按文字显示，不会执行`,
          place: place(index, index + code.length),
        });
  },
};
