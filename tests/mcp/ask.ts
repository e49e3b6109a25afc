/** Asks the server as an assistant does, within this process. */
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { CallToolResultSchema } from "@modelcontextprotocol/sdk/types.js";
import type { AnyDocument } from "../../src/document/schema.ts";
import { openArchive } from "../../src/mcp/archive.ts";
import { createServer } from "../../src/mcp/server.ts";
import { contextOf } from "../export/context.ts";

export type Answer = { failed: boolean; text: string; data: Record<string, unknown> };

export async function call(client: Client, name: string, asked: Record<string, unknown>): Promise<Answer> {
  const result = CallToolResultSchema.parse(await client.callTool({ name, arguments: asked }));
  const text = result.content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
  return { failed: result.isError === true, text, data: result.structuredContent ?? {} };
}

/** A client connected to a server of these documents. */
export async function connected(documents: AnyDocument[], site: string | null = null): Promise<Client> {
  const { canonical } = contextOf([]);
  const server = createServer(openArchive(documents, canonical, site), "1.0.0");
  const client = new Client({ name: "test", version: "1.0.0" });
  const [here, there] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(there), client.connect(here)]);
  return client;
}
