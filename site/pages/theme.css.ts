/** The gazette's own red as style tokens, from the settings. */
import type { APIRoute } from "astro";
import { site } from "../site.config.ts";

export const GET: APIRoute = () =>
  new Response(`:root{--red-on-paper:${site.red.light};--red-in-dark:${site.red.dark}}\n`, {
    headers: { "content-type": "text/css" },
  });
