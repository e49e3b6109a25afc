/** How far a build is: what is being read, how many there are, and what time is left by the time so far. */
import { basename } from "node:path";
import type { Job, Watch } from "./hands.ts";
import { type Language, type Phrase, say } from "./words.ts";

/** Seeds are first surveyed for what others may cite, then read. */
type Phase = "survey" | "read";

/** A seed that is begun. */
export interface Step {
  phase: Phase;
  path: string;
  /** Its number among those of the phase, from 1. */
  at: number;
  total: number;
  /** Milliseconds to go; null while nothing is done yet. */
  left: number | null;
}

export type OnStep = (step: Step) => void;

/** What a phase costs for a byte, beside the other, as measured of seeds that are kept from one to the other. */
const COST: Record<Phase, number> = { survey: 0.45, read: 0.55 };

const bytesOf = (jobs: readonly Job[]): number => jobs.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Tells of the phases of a build, one after the other; `later` are those whose reading is known to follow a survey. Time
 * is taken from the first seed that is done: what it takes to start says nothing of the others.
 */
export function watching(
  onStep: OnStep,
): (phase: Phase, jobs: readonly Job[], later: readonly Job[]) => Watch {
  let start: number | null = null;
  let done = 0;
  return (phase, jobs, later) => {
    let begun = 0;
    let rest = bytesOf(jobs) * COST[phase] + bytesOf(later) * COST.read;
    const left = (): number | null =>
      start === null || done === 0 ? null : ((performance.now() - start) / done) * rest;
    return {
      begun: ({ path }) => {
        begun += 1;
        onStep({ phase, path, at: begun, total: jobs.length, left: left() });
      },
      done: ({ bytes }) => {
        rest -= bytes * COST[phase];
        if (start === null) start = performance.now();
        else done += bytes * COST[phase];
      },
    };
  };
}

/** Where progress is told. */
export interface Screen {
  err: (text: string) => void;
  isTerminal: boolean;
}

const CLEAR = "\r\u001b[K";

/** Tells steps: on a terminal in one line that stays, else a line for each seed; `end` takes that line away. */
export function teller({ err, isTerminal }: Screen, language: Language): { step: OnStep; end: () => void } {
  const tell = (phrase: Phrase): string => say(phrase, language);
  const told = new Set<string>();
  const step: OnStep = ({ phase, path, at, total, left }) => {
    const name = basename(path);
    if (isTerminal) {
      const count = tell([phase === "survey" ? "初读 {0}/{1}" : "读取 {0}/{1}", at, total]);
      const rest = left === null ? "" : tell(["，约剩 {0} 秒", Math.ceil(left / 1000)]);
      err(`${CLEAR}${count} ${name}${rest}`);
    } else if (!told.has(path)) err(`${tell(["读取 {0}", name])}\n`);
    told.add(path);
  };
  return { step, end: () => (isTerminal ? err(CLEAR) : undefined) };
}

/** What a build did with an issue. */
export interface BuildStep {
  issue: string;
  file: string;
  changed: boolean;
  messages: number;
}

/** Issues that stayed as they were are counted where there are more: an editor looks for the others. */
const FEW = 8;

/** What a build did, a line for each issue. */
export function toldSteps(steps: readonly BuildStep[], language: Language): string {
  const tell = (phrase: Phrase): string => say(phrase, language);
  const same = steps.filter(({ changed }) => !changed).length;
  const lines = steps
    .filter(({ changed }) => changed || same <= FEW)
    .map(
      ({ issue, file, changed, messages }) =>
        `${issue}  ${file}  ${tell(changed ? "已更新" : "无变化")}  ${tell(["疑点 {0} 条", messages])}`,
    );
  if (same > FEW) lines.push(tell([lines.length > 0 ? "其余 {0} 期无变化" : "{0} 期都无变化", same]));
  return lines.map((line) => `${line}\n`).join("");
}
