/** `gongbao mcp` as a process that an assistant starts: the protocol on standard output, and nothing else. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../src/commands/main.ts";
import { openContent, serveMcp } from "../../src/commands/mcp.ts";
import { CONTENT } from "../export/context.ts";
import { call } from "./ask.ts";

const MAIN = join(import.meta.dirname, "../../src/commands/main.ts");
const scratch = mkdtempSync(join(tmpdir(), "gongbao-mcp-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const hello = (id: number) =>
  `${JSON.stringify({
    jsonrpc: "2.0",
    id,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
  })}\n`;

/** Runs a command within this process. */
async function here(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, scratch, {
    out: (text) => void out.push(String(text)),
    err: (text) => void err.push(text),
    isTerminal: false,
  });
  return { code, out: out.join(""), err: err.join("") };
}

describe("gongbao mcp", () => {
  it("answers an assistant over standard input and output", async () => {
    const client = new Client({ name: "test", version: "1.0.0" });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [MAIN, "mcp", "--content", CONTENT, "--site", "https://gazette.example/"],
      cwd: scratch,
    });
    const wrong: unknown[] = [];
    client.onerror = (error) => void wrong.push(error);
    await client.connect(transport);
    expect(client.getServerVersion()?.name).toBe("gongbao");
    expect(client.getInstructions()).toContain("引文");
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "search",
      "get_document",
      "list_documents",
      "list_tasks",
      "list_appointments",
    ]);
    for (const { inputSchema, outputSchema, annotations } of tools) {
      expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: "object" });
      expect(annotations).toMatchObject({ readOnlyHint: true });
    }
    const found = await call(client, "search", { query: "平政发〔2021〕56号", limit: 1 });
    expect(found.data["hits"]).toMatchObject([
      {
        citation: "《平罗县人民政府公报》2021年第3期，平政发〔2021〕56号",
        address: "https://gazette.example/2021-03/pzf-2021-56/",
      },
    ]);
    const tasks = await call(client, "list_tasks", { body: "县财政局", role: "leads", limit: 1 });
    expect(tasks.data["total"]).toBe(20);

    const { resources } = await client.listResources();
    expect(resources).toHaveLength(11);
    expect(resources[0]).toMatchObject({
      uri: "gongbao://2021-03/pzf-2021-56",
      description: "《平罗县人民政府公报》2021年第3期，平政发〔2021〕56号",
      mimeType: "text/markdown",
    });
    const { contents } = await client.readResource({ uri: "gongbao://2021-03/pzgf-2021-11" });
    expect(contents).toMatchObject([{ text: expect.stringContaining("免去田婷婷") }]);
    await expect(client.readResource({ uri: "gongbao://2021-03/none" })).rejects.toThrow("list_documents");
    const ref = { type: "ref/resource" as const, uri: "gongbao://{issue}/{slug}" };
    const complete = async (name: string, value: string) =>
      (await client.complete({ ref, argument: { name, value } })).completion.values;
    expect(await complete("slug", "pzgf")).toEqual(["pzgf-2021-11", "pzgf-2021-12", "pzgf-2021-13"]);
    expect(await complete("issue", "2021")).toEqual(["2021-03"]);
    expect(wrong).toEqual([]);
    await client.close();
  });

  it("ends when its input ends, having answered what was asked", async () => {
    const child = spawn(process.execPath, [MAIN, "mcp", "--content", CONTENT], { cwd: scratch });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (data: Buffer) => void out.push(data));
    child.stderr.on("data", (data: Buffer) => void err.push(data));
    child.stdin.end(hello(1));
    const [code] = (await once(child, "close")) as [number];
    expect({ code, err: Buffer.concat(err).toString() }).toEqual({ code: 0, err: "" });
    const lines = Buffer.concat(out).toString().trimEnd().split("\n");
    expect(lines.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([1]);
  });

  it("serves any two streams, and ends when its output breaks", async () => {
    const archive = openContent(CONTENT, null);
    const input = new PassThrough();
    const output = new PassThrough();
    const served = serveMcp(archive, input, output);
    input.end(hello(7));
    await served;
    expect(JSON.parse(String(output.read()))).toMatchObject({
      id: 7,
      result: { serverInfo: { name: "gongbao" } },
    });

    const broken = new Writable({ write: (_chunk, _encoding, done) => done(new Error("EPIPE")) });
    const asking = new PassThrough();
    const ended = serveMcp(archive, asking, broken);
    asking.write(hello(8));
    await ended;
  });

  it("says in one line what is missing, on standard error alone", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "mcp"], { cwd: scratch });
    expect({ status, out: stdout.toString() }).toEqual({ status: 2, out: "" });
    expect(stderr.toString()).toContain("gongbao build");
    expect(stderr.toString().trim().split("\n")).toHaveLength(1);
  });

  it("refuses files, addresses that are none, content that does not fit, authorities that contradict", async () => {
    const english = await here("mcp", "--lang", "en");
    expect(english).toMatchObject({ code: 2, out: "", err: expect.stringContaining("gongbao build first") });
    expect(await here("mcp", "a.txt")).toMatchObject({
      code: 2,
      err: expect.stringContaining("mcp 不要文件"),
    });
    for (const site of ["gazette.example", "file:///gazette"])
      expect((await here("mcp", "--site", site, "--content", CONTENT)).err).toContain("--site 要一个网址");

    const content = join(scratch, "content");
    cpSync(join(CONTENT, "2021-03"), join(content, "2021-03"), { recursive: true });
    mkdirSync(join(content, "authority"));
    writeFileSync(join(content, "authority/organizations.yaml"), "县甲局: [甲局]\n县乙局: [甲局]\n");
    expect((await here("mcp", "--content", content)).err).toMatch(/organizations\.yaml:\d+:\d+: .*甲局/);
    for (const text of ["{", '{"type": "notice"}', '{"type": "nothing"}']) {
      writeFileSync(join(content, "2021-03/issue.json"), text);
      const { code, err } = await here("mcp", "--content", content);
      expect(code).toBe(2);
      expect(err).toMatch(/issue\.json: 不合数据格式（.+）。请用 gongbao build 重新生成/);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  });

  it("tells how it is used, in both languages", async () => {
    expect((await here("mcp", "--help")).out).toContain("mcpServers");
    expect((await here("mcp", "--help", "--lang", "en")).out).toContain("Standard output carries nothing");
  });
});
