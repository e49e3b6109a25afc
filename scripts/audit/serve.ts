/** A small static server for a built site, as a plain host would serve it: index files, 404 page, gzip. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

export type Server = { origin: string; close: () => Promise<void> };

/** Serves a folder under a base path on a free port of this machine. */
export async function serve(folder: string, base = "/"): Promise<Server> {
  const server = createServer(async (request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : "/404.html";
    const wanted = path.join(folder, path.normalize(inside));
    const file = inside.endsWith("/") ? path.join(wanted, "index.html") : wanted;
    const found = await readFile(file).catch(() => null);
    const body = found ?? (await readFile(path.join(folder, "404.html")).catch(() => Buffer.from("404")));
    const type = found === null ? ".html" : path.extname(file);
    response.writeHead(found === null ? 404 : 200, {
      "content-type": TYPES[type] ?? "application/octet-stream",
      "content-encoding": "gzip",
    });
    response.end(gzipSync(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
