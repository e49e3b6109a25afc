/** Texts that a letter issues: plans, rules, emergency plans. */
import type { Block, Effect, Task } from "../model.ts";
import { paragraphText, preamble } from "../prose.ts";
import { DOCUMENT_KINDS } from "../words.ts";
import { type Author, marker } from "./author.ts";
import { outline, paragraph, runIn, titled } from "./body.ts";
import { drawEffect, NO_EFFECT, withEffect } from "./effect.ts";
import { articles, decimal } from "./rules.ts";
import { unnumberedWork, workUnder } from "./tasks.ts";

/** The contents of an emergency plan itself; the contract does not say what becomes of its lines, but they are no sections. */
const ownContents = (sections: readonly Block[]): Block[] => {
  const names = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) =>
      block.type === "section" && block.depth < 3
        ? [`${block.marker}　${block.title ?? ""}`, ...names(block.children)]
        : [],
    );
  return ["目　录", ...names(sections)].map((text) => paragraph(text, "verse", false));
};

/** A text issued by a letter: plan, rules, emergency plan; with the tasks that stand in it. */
export function drawEnclosure(
  author: Author,
  title: string,
): { children: Block[]; tasks: Task[]; effect: Effect } {
  const { random } = author;
  const kind = DOCUMENT_KINDS.find((each) => title.includes(each)) ?? "实施方案";
  if (kind === "应急预案") {
    const sections = decimal(author);
    return {
      children: [...(random.chance(0.3) ? ownContents(sections) : []), ...sections],
      tasks: [],
      effect: NO_EFFECT,
    };
  }
  if (/办法|细则|规定/u.test(kind)) {
    const { text, effect } = drawEffect(author);
    const chapters = random.chance(0.6);
    const blocks = articles(author, chapters);
    return { children: closeArticles(blocks, text), tasks: [], effect };
  }
  const closing = withEffect(author, 0.15);
  const own = /方案|计划|要点|措施|规划/u.exec(kind)?.[0] ?? "方案";
  const opening: Block[] = [paragraph(preamble(author, own))];
  if (random.chance(0.5)) {
    const first = titled({ depth: 1, marker: marker(author.habits, 1, 1) }, "总体要求", [
      paragraph(paragraphText(author, 2, 4)),
    ]);
    const work = random.chance(0.3) ? unnumberedWork(author, 2) : workUnder(author, 2);
    const last = titled(
      { depth: 1, marker: marker(author.habits, 1, 3) },
      random.pick(["保障措施", "组织保障", "工作要求"]),
      [1, 2, 3].map((place) =>
        runIn(
          { depth: 2, marker: marker(author.habits, 2, place) },
          ["加强组织领导", "强化督促检查", "做好宣传引导"][place - 1] ?? "",
          paragraphText(author),
        ),
      ),
    );
    return {
      children: [...opening, first, ...work.blocks, last, ...closing.blocks],
      tasks: work.tasks,
      effect: closing.effect,
    };
  }
  return { children: [...opening, ...outline(author), ...closing.blocks], tasks: [], effect: closing.effect };
}

/** The last article says when the rules begin to hold. */
export function closeArticles(blocks: Block[], text: string): Block[] {
  const last = blocks.at(-1);
  if (last?.type !== "section") return blocks;
  if (last.title !== null)
    return [...blocks.slice(0, -1), { ...last, children: closeArticles(last.children, text) }];
  return [...blocks.slice(0, -1), { ...last, children: [paragraph(text)] }];
}
