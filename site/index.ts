/**
 * What makes the search index of a site, beside it. A process of its own, whose memory is given back before the pages take
 * most of theirs.
 */
import { fileURLToPath } from "node:url";
import { indexAside } from "./finishing/search.ts";
import { distFolder } from "./folders.ts";

await indexAside(fileURLToPath(distFolder));
