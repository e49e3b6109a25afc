/** `gongbao mcp`: answers assistants over standard input and output (Model Context Protocol). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { canonicalName, openAuthority } from "../authority/authority.ts";
import { type Archive, openArchive } from "../mcp/archive.ts";
import { createServer } from "../mcp/server.ts";
import { readContent } from "./content.ts";
import { InputError, inputErrorOf } from "./errors.ts";

const PACKAGE = join(import.meta.dirname, "../../package.json");

/**
 * The gazette of a content folder; `site` is the address of its pages, where it is known.
 * @throws InputError where the folder has no documents, or a file of it cannot be read
 */
export function openContent(content: string, site: string | null): Archive {
  const documents = readContent(content);
  if (documents.length === 0)
    throw new InputError(content, "这里没有公报的数据（<期号>/*.json）", "请先用 gongbao build 生成");
  const folder = join(content, "authority");
  try {
    const authority = openAuthority(folder, "organizations");
    return openArchive(documents, (name) => canonicalName(authority, name), site);
  } catch (error) {
    throw inputErrorOf(error, folder);
  }
}

/** The whole address of a site. @throws InputError where it is none */
export function siteOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (!/^https?:$/u.test(URL.parse(given)?.protocol ?? ""))
    throw new InputError("gongbao mcp", "--site 要一个网址", "例如 https://example.gov.cn/gongbao/");
  return given;
}

/** Serves until the caller ends its input; nothing but the protocol is written. */
export async function serveMcp(archive: Archive, input: Readable, output: Writable): Promise<void> {
  const { version } = JSON.parse(readFileSync(PACKAGE, "utf8")) as { version: string };
  await serve(createServer(archive, version), input, output);
}

async function serve(server: McpServer, input: Readable, output: Writable): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
  });
  const close = () => void server.close();
  // What was asked before the end is still answered.
  input.once("end", () => setImmediate(close));
  output.once("error", close);
  await server.connect(new StdioServerTransport(input, output));
  await closed;
}
