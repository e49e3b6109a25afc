/** A built site in a real browser: opened before the tests of a file, closed after them. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Server, serve } from "../../scripts/audit/serve.ts";
import { launchBrowser } from "../../scripts/browser.ts";
import { builtSite } from "../site/built.ts";

/** There once the tests of the file begin. */
export type OpenSite = { readonly browser: Browser; readonly folder: string; readonly origin: string };

/** `build` gives the folder of the site; without it that is the gazette of this repository. */
export function openSite(build: () => Promise<string> = builtSite): OpenSite {
  let browser: Browser | undefined;
  let server: Server | undefined;
  let folder: string | undefined;
  const there = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error("The site is opened before the tests, not before the file.");
    return part;
  };
  beforeAll(async () => {
    [browser, folder] = await Promise.all([launchBrowser(), build()]);
    server = await serve(folder);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get browser() {
      return there(browser);
    },
    get folder() {
      return there(folder);
    },
    get origin() {
      return there(server).origin;
    },
  };
}
