/** The threads that write the files to download beside the pages, started once for a build. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { MadeFile } from "../../src/export/format.ts";
import type { Exported } from "../../src/export/index.ts";
import { leaveSums } from "../finishing/sums.ts";
import { distFolder } from "../folders.ts";

// The pages run from a bundle, what starts the threads from its source: each has a copy of this module.
const place = globalThis as { [key: symbol]: Promise<Exported<MadeFile>[]> | undefined };
const key = Symbol.for("gongbao.files");

/** What they write; they start when it is first asked for. */
export function writingFiles(): Promise<Exported<MadeFile>[]> {
  const writing = place[key] ?? start();
  // Who waits for it is told of a failure, and may come later.
  writing.catch(() => undefined);
  place[key] = writing;
  return writing;
}

function start(): Promise<Exported<MadeFile>[]> {
  return new Promise((resolve, reject) => {
    // The threads run from their source, as Node runs it.
    const workers: Worker[] = [];
    // One that waits for the other would keep a build that has failed from ending.
    const fail = (error: Error): void => {
      for (const worker of workers) void worker.terminate();
      reject(error);
    };
    const [issues, formats] = ["issues", "formats"].map((name) => {
      const worker = new Worker(path.resolve(`site/exporting/${name}.ts`));
      workers.push(worker);
      worker.on("error", fail).on("exit", (code) => {
        if (code !== 0) fail(new Error(`${name}: ended with ${code}`));
      });
      return worker;
    }) as [Worker, Worker];
    const files: MadeFile[] = [];
    issues.on("message", (made: MadeFile[] | null) => {
      if (made === null) formats.postMessage(files);
      else files.push(...made);
    });
    formats.on("message", (exported: Exported<MadeFile>[]) => {
      leaveSums(
        fileURLToPath(distFolder),
        "data",
        exported.flatMap((made) => made.files),
      );
      resolve(exported);
    });
  });
}
