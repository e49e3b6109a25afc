/** Astro: pages from `site/`, documents from `content/`; `site/index.ts` and `site/finish.ts` do the rest. */
import { defineConfig } from "astro/config";
import { files } from "./site/integrations/files.ts";
import { kept } from "./site/integrations/kept.ts";
import { reload } from "./site/integrations/reload.ts";
import { styleguide } from "./site/integrations/styleguide.ts";
import { proof } from "./site/proof/integration.ts";
import { site } from "./site/site.config.ts";

export default defineConfig({
  srcDir: "./site",
  publicDir: "./site/public",
  outDir: process.env.GONGBAO_DIST ?? "./dist",
  cacheDir: process.env.GONGBAO_CACHE ?? "./node_modules/.astro",
  base: site.base,
  trailingSlash: "always",
  ...(site.address === null ? {} : { site: site.address }),
  // Nothing stands inline, so that the pages' Content-Security-Policy needs neither hashes nor exceptions.
  build: { inlineStylesheets: "never", concurrency: 8 },
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  logger: { entrypoint: "./site/progress.ts" },
  integrations: [proof(), reload(), styleguide(), files(), kept()],
});
