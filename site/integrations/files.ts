/** A build's data files are begun while Astro still bundles the pages: as soon as the site's folder has been emptied. */
import type { AstroIntegration } from "astro";
import { writingFiles } from "../exporting/threads.ts";
import { ready } from "../ready.ts";
import { makesShared } from "../shard.ts";

export function files(): AstroIntegration {
  return {
    name: "files",
    hooks: {
      "astro:build:setup": () => {
        if (makesShared) void ready().then(writingFiles);
      },
    },
  };
}
