/** A published site, read file by file: a folder, or an address on the web. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "./errors.ts";
import { filesUnder } from "./output.ts";

/** A published site. */
export interface Site {
  /** The bytes of a file; null where it is not there. @throws InputError where the site does not answer */
  read: (path: string) => Promise<Uint8Array | null>;
  /** All files that are there; null where they cannot be listed. */
  paths: readonly string[] | null;
  /** How many files may be read at a time. */
  atOnce: number;
}

/** A server may take so long for a file, in milliseconds. */
const PATIENCE = 30_000;

function folderSite(folder: string): Site {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new InputError(folder, "没有这个文件夹", "请检查路径");
  return {
    read: async (path) => {
      const file = join(folder, path);
      return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null;
    },
    paths: filesUnder(folder),
    atOnce: 1,
  };
}

async function fetched(url: URL): Promise<{ status: number; bytes: Uint8Array }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    const { cause, message } = error as Error;
    const reason = cause instanceof Error ? cause.message : message;
    throw new InputError(url.href, ["网站没有回答（{0}）", reason], "请检查地址和网络，再试一次");
  }
}

/** What servers say of a file that is not there. */
const ABSENT = [404, 410];

function webSite(address: string): Site {
  const base = address.endsWith("/") ? address : `${address}/`;
  return {
    read: async (path) => {
      const url = new URL(path.split("/").map(encodeURIComponent).join("/"), base);
      const { status, bytes } = await fetched(url);
      if (ABSENT.includes(status)) return null;
      if (status !== 200)
        throw new InputError(url.href, ["网站回答 {0}", status], "请检查地址和网络，再试一次");
      return bytes;
    },
    paths: null,
    atOnce: 8,
  };
}

/** The site at a place; one that starts with http is on the web. @throws InputError where there is no such folder */
export function openSite(place: string): Site {
  return /^https?:\/\//i.test(place) ? webSite(place) : folderSite(place);
}
