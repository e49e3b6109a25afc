/** A thread that lists the files of a site, since to read them takes as long as the index beside them. */
import { parentPort, workerData } from "node:worker_threads";
import { listFiles } from "./manifest.ts";

parentPort?.postMessage(listFiles(workerData as string));
