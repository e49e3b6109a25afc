/**
 * Warns of marks of Markdown, LaTeX or HTML that are left in the text: `$\leq$`, `&nbsp;`, `## `.
 *
 * What is surely layout is taken off; what may be print stays, so these are the marks that the parser did not dare to
 * take. In the print stood a sign (≤), a blank or nothing: put it right in the errata.
 *
 * @example right
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   近视率 ≤ 51.9，收费$5，**请认真执行**，R&D投入增长。
 *   某县人民政府
 *   2021年9月9日
 * @example wrong
 *   某县人民政府公报　2021年第3期（总第15期）
 *
 *   某县人民政府关于加强管理的通知
 *   某政发〔2021〕1号
 *   各乡镇：
 *   近视率 $\leq$ 51.9，面积&nbsp;3亩，`代码`。
 *   某县人民政府
 *   2021年9月9日
 *   ⇒ 6:5-6:11 正文里留有排版标记“$\leq$”，请对照印本改正
 *   ⇒ 6:19-6:25 正文里留有排版标记“&nbsp;”，请对照印本改正
 *   ⇒ 6:28-6:32 正文里留有排版标记“`代码`”，请对照印本改正
 */
import type { Rule } from "./rule.ts";

const LATEX =
  "\\$[^$\\n]{0,60}\\\\[a-zA-Z][^$\\n]{0,60}\\$|\\\\(?:leq|geq|le|ge|times|cdot|frac|text|mathrm|circ|pm|sim|approx|neq|quad)\\b|\\\\[()[\\]]";
const ENTITY = "&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|middot|#\\d{1,6}|#x[0-9a-f]{1,5});";
const MARKDOWN = "\\*\\*|`[^`\\n]{1,60}`|~~|!\\[|\\]\\((?=https?:|[./])|^#{1,6}(?=\\s)|\\|\\s*:?-{3,}";
/** Without one of these a text holds no mark. */
const TRACE = /[$\\&*`~![#|]/;
const MARK = new RegExp([LATEX, ENTITY, MARKDOWN].join("|"), "gi");

export const markupRemnant: Rule = {
  id: "markup-remnant",
  severity: "warning",
  summary: "正文里留有排版标记",
  check({ passages }, doubt) {
    for (const { text, place } of passages.filter(({ text }) => TRACE.test(text)))
      for (const { 0: mark, index } of text.matchAll(MARK))
        doubt({
          reason: `正文里留有排版标记“${mark}”，请对照印本改正`,
          place: place(index, index + mark.length),
        });
  },
};
