/** A thread that reads seeds for a build. */
import { openSeedReader } from "./seed.ts";

export default openSeedReader();
