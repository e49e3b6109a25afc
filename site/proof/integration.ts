/** The proof pages, in development only: the published site has none. */
import { mkdirSync, watch } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { contentFolder } from "../folders.ts";
import { NEWS } from "./news.ts";

/** An issue's folder is put in place by one rename, of which several events may come. */
const QUIET = 20;

export function proof(): AstroIntegration {
  return {
    name: "proof",
    hooks: {
      "astro:config:setup": ({ command, injectRoute }) => {
        if (command === "dev")
          injectRoute({ pattern: "/proof/[issue]", entrypoint: new URL("./page.astro", import.meta.url) });
      },
      "astro:server:setup": ({ server }) => {
        const folder = fileURLToPath(contentFolder);
        mkdirSync(folder, { recursive: true });
        let waiting: NodeJS.Timeout | undefined;
        const watcher = watch(folder, (_, name) => {
          if (!/^\d{4}-\d{2}$/.test(name ?? "")) return;
          clearTimeout(waiting);
          waiting = setTimeout(() => server.ws.send({ type: "custom", event: NEWS, data: {} }), QUIET);
        });
        server.httpServer?.on("close", () => watcher.close());
      },
    },
  };
}
