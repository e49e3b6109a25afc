/** The server that assistants ask (Model Context Protocol): its tools, its resources, and how to use them. */
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { registerAppointments } from "./appointments.ts";
import type { Archive } from "./archive.ts";
import { registerDocument } from "./document.ts";
import { registerDocuments } from "./documents.ts";
import { registerResources } from "./resources.ts";
import { registerSearch } from "./search.ts";
import { registerTasks } from "./tasks.ts";

const INSTRUCTIONS = `政府公报的原文检索。文字都照印刷本，一字未改；没有印的字段是 null，不要推测。
每条答复带现成引文（citation）和地址（address）：引用时照抄引文，并附地址。
先用 search 或 list_documents 找到编号，再用 get_document 取全文；某单位的任务用 list_tasks，人事用 list_appointments。
列表分页：next 不是 null 就还有，把它作为 offset 再问。`;

export function createServer(archive: Archive, version: string): McpServer {
  const server = new McpServer(
    { name: "gongbao", title: "政府公报", version },
    { instructions: INSTRUCTIONS },
  );
  registerSearch(server, archive);
  registerDocument(server, archive);
  registerDocuments(server, archive);
  registerTasks(server, archive);
  registerAppointments(server, archive);
  registerResources(server, archive);
  return server;
}
