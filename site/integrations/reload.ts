/** While developing, a page that is open is loaded again when an issue was built; the proof does so by itself. */
import type { AstroIntegration } from "astro";
import { NEWS } from "../proof/news.ts";

const RELOAD = `import.meta.hot?.on("${NEWS}", () => {
  if (!location.pathname.includes("/proof/")) location.reload();
});`;

export function reload(): AstroIntegration {
  return {
    name: "reload",
    hooks: {
      "astro:config:setup": ({ command, injectScript }) => {
        if (command === "dev") injectScript("page", RELOAD);
      },
    },
  };
}
