/** Ctrl-C and its like: work is told to stop, and the process ends as one that a signal ended. */
import { constants } from "node:os";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Why work ends that a signal stops. */
class Interrupted extends Error {
  override name = "Interrupted";
  readonly code: number;
  constructor(signal: (typeof SIGNALS)[number]) {
    super(signal);
    this.code = 128 + constants.signals[signal];
  }
}

/** Runs work that ends with the reason of `stop` when it is told to; gives its exit code, or that of the signal. */
export async function interruptible(work: (stop: AbortSignal) => Promise<number>): Promise<number> {
  const controller = new AbortController();
  const { signal: stop } = controller;
  const onSignal = (signal: (typeof SIGNALS)[number]): void => controller.abort(new Interrupted(signal));
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await work(stop);
  } catch (error) {
    if (error instanceof Interrupted) return error.code;
    throw error;
  } finally {
    // A signal may come twice, from the terminal and from npm: the second must not cut short what the first one ends.
    if (!stop.aborted) for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}
