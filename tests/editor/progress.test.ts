import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Step, teller, toldSteps, watching } from "../../src/commands/progress.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const jobs = ["a", "b", "c"].map((name) => ({ path: `/seeds/${name}.txt`, bytes: 100 }));

test("what is left is told by the bytes that are done, once the first seed is", () => {
  const steps: Step[] = [];
  const phases = watching((step) => steps.push(step));
  for (const phase of ["survey", "read"] as const) {
    const watch = phases(phase, jobs, phase === "survey" ? jobs : []);
    for (const job of jobs) {
      watch.begun(job);
      vi.advanceTimersByTime(phase === "survey" ? 450 : 550);
      watch.done(job, null);
    }
  }
  expect(steps.map(({ phase, at, total, left }) => [phase, at, total, left && Math.round(left)])).toEqual([
    ["survey", 1, 3, null],
    ["survey", 2, 3, null],
    ["survey", 3, 3, 450 + 3 * 550],
    ["read", 1, 3, 3 * 550],
    ["read", 2, 3, 2 * 550],
    ["read", 3, 3, 550],
  ]);
});

function told(isTerminal: boolean, language: "zh" | "en"): string {
  let text = "";
  const { step, end } = teller(
    {
      err: (more) => {
        text += more;
      },
      isTerminal,
    },
    language,
  );
  step({ phase: "survey", path: "/seeds/a.txt", at: 1, total: 2, left: null });
  step({ phase: "read", path: "/seeds/a.txt", at: 2, total: 2, left: 1200 });
  end();
  return text;
}

test("a terminal is told in one line, which goes at the end; anything else of each seed once", () => {
  expect(told(true, "zh").split("\r\u001b[K")).toEqual([
    "",
    "初读 1/2 a.txt",
    "读取 2/2 a.txt，约剩 2 秒",
    "",
  ]);
  expect(told(true, "en")).toContain("reading 2/2 a.txt, some 2 s left");
  expect(told(false, "zh")).toBe("读取 a.txt\n");
});

test("issues that stayed as they were are counted where they are many", () => {
  const step = (number: number, changed = false) => ({
    issue: `2021-0${number}`,
    file: `${number}.txt`,
    changed,
    messages: number,
  });
  const same = Array.from({ length: 9 }, (_, at) => step(at + 1));
  expect(toldSteps([...same, step(0, true)], "zh")).toBe(
    "2021-00  0.txt  已更新  疑点 0 条\n其余 9 期无变化\n",
  );
  expect(toldSteps(same, "en")).toBe("all 9 issues unchanged\n");
  expect(toldSteps(same.slice(1), "zh").split("\n")).toHaveLength(9);
});
