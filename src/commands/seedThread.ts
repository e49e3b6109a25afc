/** A thread that reads seeds for a build. */
export { seedTask as default } from "./seed.ts";
