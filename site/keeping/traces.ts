/**
 * What a page was told while it was rendered. It is noted by whoever answers, so that no page can forget to say; what
 * nobody can answer for makes a page one that is rendered each time.
 */
import { AsyncLocalStorage } from "node:async_hooks";

/** `unanswered`: the page drew on something that is not noted question by question. */
export type Trace = { asked: Set<string>; unanswered: boolean };

/** Those who answer: the digest of what a question is answered with now, and of what a page is handed (null: it has none). */
export type Answering = {
  digestOf: (question: string) => string;
  digestOfProps: (props: unknown) => string | null;
};

/** Gives the digest of what a question of a kind, `kind key`, is answered with, when that is known. */
type Later = (key: string) => Promise<string>;

type Shared = {
  traces: AsyncLocalStorage<Trace | undefined>;
  answering: (() => Promise<Answering>) | null;
  later: Map<string, Later>;
};

// The pages run from a bundle, what starts them from its source: each has a copy of this module.
const place = globalThis as { [key: symbol]: Shared | undefined };
const key = Symbol.for("gongbao.traces");
const shared: Shared = place[key] ?? {
  traces: new AsyncLocalStorage<Trace | undefined>(),
  answering: null,
  later: new Map(),
};
place[key] = shared;

/** Runs what makes a page; gives what came of it and what it asked. */
export async function traced<T>(work: () => Promise<T>): Promise<{ value: T; trace: Trace }> {
  const trace: Trace = { asked: new Set(), unanswered: false };
  return { value: await shared.traces.run(trace, work), trace };
}

/** Runs what answers a question: what it draws on is not the page's own. */
export function untraced<T>(work: () => T): T {
  return shared.traces.run(undefined, work);
}

/** Notes a question of the page that is being rendered. */
export function noteQuestion(question: string): void {
  shared.traces.getStore()?.asked.add(question);
}

/** Notes that the page that is being rendered draws on what no question stands for. */
export function noteUnanswered(): void {
  const trace = shared.traces.getStore();
  if (trace !== undefined) trace.unanswered = true;
}

export function answerWith(answering: () => Promise<Answering>): void {
  shared.answering = answering;
}

/** Null where no page asks anything. */
export const answering = async (): Promise<Answering | null> => (await shared.answering?.()) ?? null;

/** Has questions of a kind answered by one who has to wait for what is made beside the pages. */
export function answerLater(kind: string, later: Later): void {
  shared.later.set(kind, later);
}

/** The digest of such a question's answer; null where it is answered at once. */
export function laterDigest(question: string): (() => Promise<string>) | null {
  const at = question.indexOf(" ");
  const later = shared.later.get(question.slice(0, at));
  return later === undefined ? null : () => later(question.slice(at + 1));
}
