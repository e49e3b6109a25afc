/** Addresses of pages: every link of the site passes here, so that it works under any base path. */
import { site } from "./site.config.ts";

const base = site.base.replace(/\/+$/, "");

/** A path from the site's root (`/2021-03/`) → the path to link to (`/gongbao/2021-03/`). */
export function href(path: string): string {
  return `${base}${path}`;
}

/** The full address of a path, where the site's own is known. */
export function absolute(path: string): string | null {
  return site.address === null ? null : new URL(href(path), site.address).href;
}
