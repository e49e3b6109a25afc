/** Who reads the seeds of a build: this thread where they are few, else as many as there are cores. */
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Tinypool } from "tinypool";
import { InputError } from "./errors.ts";
import { type Answer, type Reading, type Survey, seedTask, type Task } from "./seed.ts";

/** Text in bytes for which a thread of its own is worth the time that it takes to start. */
const WORTH_A_THREAD = 1_000_000;

/** Memory for what lives shortly, in megabytes: thrice the half space of 32 that `npm run gongbao` asks for. */
const YOUNG = 96;

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

const startThreads = (count: number): Tinypool =>
  new Tinypool({
    filename: new URL("./seedThread.ts", import.meta.url).href,
    minThreads: count,
    maxThreads: count,
    // What this process was started with is not for its threads.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });

/**
 * Opens what seeds are read with. `threads` is how many, instead of what they are worth; when `stop` says so, all ends
 * with its reason.
 */
export function openHands(threads: number | undefined, stop: AbortSignal | undefined): Hands {
  let pool: Tinypool | undefined;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= pool?.destroy() ?? Promise.resolve();
    return closing;
  };
  const onStop = (): void => void close();
  stop?.addEventListener("abort", onStop, { once: true });

  const doHere = async (task: Task): Promise<Answer<Survey | Reading>> => {
    // Between two seeds this thread hears whether it is to stop.
    await setImmediate();
    stop?.throwIfAborted();
    return seedTask(task);
  };
  const doThere =
    (there: Tinypool) =>
    async (task: Task): Promise<Answer<Survey | Reading>> => {
      try {
        return (await there.run(task)) as Answer<Survey | Reading>;
      } catch (error) {
        stop?.throwIfAborted();
        throw error;
      }
    };

  async function each<Value extends Survey | Reading>(
    jobs: readonly Job[],
    taskOf: (path: string) => Task,
    watch: Watch<Value>,
  ): Promise<Value[]> {
    const count = threads ?? threadsFor(jobs);
    stop?.throwIfAborted();
    if (count > 0) pool ??= startThreads(count);
    const perform = pool === undefined ? doHere : doThere(pool);
    return inOrder(jobs, pool?.options.maxThreads ?? 1, async (job) => {
      watch.begun(job);
      const answer = (await perform(taskOf(job.path))) as Answer<Value>;
      if ("value" in answer) watch.done(job, answer.value);
      return answer;
    });
  }
  return {
    survey: (jobs, watch) => each(jobs, (path) => ({ kind: "survey", path }), watch),
    read: (jobs, order, watch) => each(jobs, (path) => ({ kind: "read", path, ...order }), watch),
    close: () => {
      stop?.removeEventListener("abort", onStop);
      return close();
    },
  };
}

/**
 * Does something for each job, so many at a time, begun in order; gives the values in order.
 * @throws InputError for the first in order that is wrong, once those before it are done; none after it are begun
 */
async function inOrder<Value>(
  jobs: readonly Job[],
  width: number,
  perform: (job: Job) => Promise<Answer<Value>>,
): Promise<Value[]> {
  const answers: Answer<Value>[] = [];
  const queue = jobs.entries();
  let ended = false;
  const work = async (): Promise<void> => {
    while (!ended) {
      const next = queue.next();
      if (next.done) return;
      const [at, job] = next.value;
      const answer = await perform(job);
      answers[at] = answer;
      if ("wrong" in answer) ended = true;
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, jobs.length) }, work));
  return answers.map((answer) => {
    if ("value" in answer) return answer.value;
    const { place, what, advice } = answer.wrong;
    throw new InputError(place, what, advice);
  });
}
