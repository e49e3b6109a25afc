/** Data files are made beside the pages and give way to them: these come from one thread, for which a build waits. */
import { constants, setPriority } from "node:os";
import process from "node:process";

/** Lowers the priority of the thread that calls; elsewhere than on Linux it would be that of the whole process. */
export function giveWay(): void {
  if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}
