/** Who reads the seeds of a build: this thread where they are few, else as many as there are cores. */
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Tinypool } from "tinypool";
import { InputError } from "./errors.ts";
import { type Answer, openSeedReader, type Reading, type Survey, type Task } from "./seed.ts";

/** Text in bytes for which a thread of its own is worth the time that it takes to start. */
const WORTH_A_THREAD = 1_000_000;

/** Memory for what lives shortly, in megabytes: thrice the half space of 32 that `npm run gongbao` asks for. */
const YOUNG = 96;

/**
 * Text in bytes that a thread keeps as it was surveyed, in some six times as much memory. What is beyond it is read
 * twice, so that an archive of any size can be built.
 */
const KEPT = 32_000_000;

/** One seed of several to be read, with its bytes. */
export interface Job {
  path: string;
  bytes: number;
}

/** Told when a seed is begun and when it is done. */
export interface Watch<Value = unknown> {
  begun: (job: Job) => void;
  done: (job: Job, value: Value) => void;
}

/** What is the same for all seeds that are read. */
export type Order = Omit<Extract<Task, { kind: "read" }>, "kind" | "path">;

export interface Hands {
  survey: (jobs: readonly Job[], watch: Watch<Survey>) => Promise<Survey[]>;
  read: (jobs: readonly Job[], order: Order, watch: Watch<Reading>) => Promise<Reading[]>;
  /** Ends the threads, whatever they do. */
  close: () => Promise<void>;
}

/** How many threads a number of bytes is worth; 0 where it is not worth two. */
function threadsFor(jobs: readonly Job[]): number {
  const bytes = jobs.reduce((sum, job) => sum + job.bytes, 0);
  const threads = Math.min(availableParallelism(), jobs.length, Math.floor(bytes / WORTH_A_THREAD));
  return threads > 1 ? threads : 0;
}

/** A thread by itself: what it keeps of a seed, no other has. */
const startThread = (): Tinypool =>
  new Tinypool({
    filename: new URL("./seedThread.ts", import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    // What this process was started with is not for its threads.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });

/** One of those who read, with what it keeps in bytes. */
interface Hand {
  perform: (task: Task) => Promise<Answer<Survey | Reading>>;
  kept: number;
}

/**
 * Opens what seeds are read with. `given` is how many threads, instead of what they are worth; when `stop` says so, all ends
 * with its reason.
 */
export function openHands(given: number | undefined, stop: AbortSignal | undefined): Hands {
  const threads: Tinypool[] = [];
  let hands: Hand[] = [];
  /** Who keeps a seed. */
  const keepers = new Map<string, Hand>();
  let closing: Promise<unknown> | undefined;
  const close = async (): Promise<void> => {
    closing ??= Promise.all(threads.map((thread) => thread.destroy()));
    await closing;
  };
  const onStop = (): void => void close();
  stop?.addEventListener("abort", onStop, { once: true });

  const handHere = (): Hand => {
    const reader = openSeedReader();
    const perform = async (task: Task): Promise<Answer<Survey | Reading>> => {
      // Between two seeds this thread hears whether it is to stop.
      await setImmediate();
      stop?.throwIfAborted();
      return reader(task);
    };
    return { perform, kept: 0 };
  };
  const handThere = (): Hand => {
    const thread = startThread();
    threads.push(thread);
    const perform = async (task: Task): Promise<Answer<Survey | Reading>> => {
      try {
        return (await thread.run(task)) as Answer<Survey | Reading>;
      } catch (error) {
        stop?.throwIfAborted();
        throw error;
      }
    };
    return { perform, kept: 0 };
  };

  async function each<Value extends Survey | Reading>(
    jobs: readonly Job[],
    taskOf: (job: Job, hand: Hand) => Task,
    watch: Watch<Value>,
  ): Promise<Value[]> {
    stop?.throwIfAborted();
    const count = given ?? threadsFor(jobs);
    // Threads that are started once stay; where the few new seeds were not worth them, what was kept here is given up.
    if (hands.length === 0 || (threads.length === 0 && count > 0)) {
      keepers.clear();
      hands = count === 0 ? [handHere()] : Array.from({ length: count }, handThere);
    }
    return inOrder(jobs, hands, keepers, async (job, hand) => {
      watch.begun(job);
      const answer = (await hand.perform(taskOf(job, hand))) as Answer<Value>;
      if ("value" in answer) watch.done(job, answer.value);
      return answer;
    });
  }
  const surveyTask = ({ path, bytes }: Job, hand: Hand): Task => {
    const keep = hand.kept + bytes <= KEPT;
    if (keep) {
      hand.kept += bytes;
      keepers.set(path, hand);
    }
    return { kind: "survey", path, keep };
  };
  return {
    survey: (jobs, watch) => each(jobs, surveyTask, watch),
    read: (jobs, order, watch) => each(jobs, ({ path }) => ({ kind: "read", path, ...order }), watch),
    close: () => {
      stop?.removeEventListener("abort", onStop);
      return close();
    },
  };
}

/**
 * Does something for each job, each hand one at a time: the next in order that no other hand keeps. Gives the values in
 * order.
 * @throws InputError for the first in order that is wrong, once those before it are done; none after it are begun
 */
async function inOrder<Value>(
  jobs: readonly Job[],
  hands: readonly Hand[],
  keepers: ReadonlyMap<string, Hand>,
  perform: (job: Job, hand: Hand) => Promise<Answer<Value>>,
): Promise<Value[]> {
  const answers: Answer<Value>[] = [];
  const waiting = [...jobs.entries()];
  let end = jobs.length;
  const work = async (hand: Hand): Promise<void> => {
    for (;;) {
      const next = waiting.findIndex(([, { path }]) => (keepers.get(path) ?? hand) === hand);
      if (next === -1) return;
      const [[at, job]] = waiting.splice(next, 1) as [[number, Job]];
      if (at >= end) return;
      const answer = await perform(job, hand);
      answers[at] = answer;
      if ("wrong" in answer) end = Math.min(end, at);
    }
  };
  await Promise.all(hands.map(work));
  return answers.map((answer) => {
    if ("value" in answer) return answer.value;
    const { place, what, advice } = answer.wrong;
    throw new InputError(place, what, advice);
  });
}
