/** How a script ends: with the exit code of its work or of the signal that stopped it, or with 2 and a clear word for bad input. */
import { InputError, inputErrorOf } from "../src/commands/errors.ts";
import { interruptible } from "../src/commands/interrupt.ts";
import { folders } from "./children.ts";

/** Does the work of a script. */
export async function runScript(work: (stop: AbortSignal) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await interruptible(work);
  } catch (error) {
    const told = inputErrorOf(error, folders.root);
    if (!(told instanceof InputError)) throw error;
    process.stderr.write(`${told.message}\n`);
    process.exitCode = 2;
  }
}
