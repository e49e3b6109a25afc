import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { proof } from "../../site/proof/integration.ts";
import { ISSUE, put } from "./workplace.ts";

const project = join(import.meta.dirname, "../..");

/** A folder within the checkout: Astro then works in it, and not where the builds of other tests do. */
function workplace(): string {
  const root = mkdtempSync(join(project, "node_modules/.test-dev-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/** The environment of a script that works on the folders of a test. */
const environment = (root: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: undefined,
  VITEST: undefined,
  GONGBAO_SEEDS: join(root, "seeds"),
  GONGBAO_CONTENT: join(root, "content"),
  GONGBAO_PAGES: join(root, "content/pages"),
  GONGBAO_DIST: join(root, "dist"),
  GONGBAO_CACHE: join(root, "cache"),
});

function script(name: string, root: string, ...args: string[]): ChildProcess & { told: () => string } {
  const child = spawn(process.execPath, [join(project, "scripts", name), ...args], {
    cwd: project,
    env: environment(root),
  });
  let told = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      told += data.toString();
    });
  return Object.assign(child, { told: () => told });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on("close", (code) => resolve(code)));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

/** Asks until the answer is yes; gives the milliseconds it took. */
async function until(answer: () => boolean | Promise<boolean>): Promise<number> {
  const started = performance.now();
  while (!(await answer())) {
    if (performance.now() - started > 60_000) throw new Error(`waited in vain for ${answer}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - started;
}

test("npm run dev builds what is saved, shows its proof, and stops when told", async () => {
  const root = workplace();
  mkdirSync(join(root, "content/pages"), { recursive: true });
  put(root, "seeds/2021-03.txt", ISSUE);
  const port = await freePort();
  const dev = script("dev.ts", root, "--ignore-lock", "--port", String(port));
  onTestFinished(() => {
    dev.kill("SIGTERM");
  });
  const page = async (): Promise<string> => {
    const answer = await fetch(`http://localhost:${port}/proof/2021-03/`).catch(() => null);
    return answer?.ok ? await answer.text() : "";
  };
  await until(async () => (await page()) !== "");
  expect((await page()).replace(/\s+data-/g, " data-")).toContain("对应<mark data-doubt-mark");

  const line = ISSUE.slice(0, ISSUE.indexOf("对应的的")).split("\n").length;
  put(
    root,
    "seeds/2021-03.errata.yaml",
    `- {at: ${line}, find: 对应的的任务, replace: 对应的任务, reason: 重字}\n`,
  );
  const took = await until(async () => (await page()).includes("更正为“对应的任务”"));
  expect(took).toBeLessThan(5_000);

  put(root, "seeds/2021-03.errata.yaml", "- {at: 1, find: 没有, replace: 有, reason: 试}\n");
  await until(() => dev.told().includes("2021-03.errata.yaml:1:3: 第 1 行里找不到“没有”"));
  expect(await page()).toContain("更正为“对应的任务”");

  dev.kill("SIGINT");
  expect(await ended(dev)).toBe(0);
  expect(await page()).toBe("");
});

test("a build that is killed leaves the site that was there; the next one replaces it and clears up", async () => {
  const root = workplace();
  mkdirSync(join(root, "content/pages"), { recursive: true });
  put(root, "seeds/2021-03.txt", ISSUE);
  put(root, "dist/index.html", "previous");
  const killed = script("build.ts", root);
  await until(
    () => readdirSync(root).some((name) => name.startsWith(".gongbao-dist-new")) || killed.exitCode !== null,
  );
  const second = script("build.ts", root);
  expect(await ended(second)).toBe(2);
  expect(second.told()).toContain("另一个构建");
  killed.kill("SIGKILL");
  await ended(killed);
  expect(readFileSync(join(root, "dist/index.html"), "utf8")).toBe("previous");

  const build = script("build.ts", root);
  expect(await ended(build), build.told()).toBe(0);
  expect(readFileSync(join(root, "dist/index.html"), "utf8")).toContain("<!DOCTYPE html>");
  expect(existsSync(join(root, "dist/pagefind"))).toBe(true);
  expect(existsSync(join(root, "dist/proof"))).toBe(false);
  expect(readdirSync(root).sort()).toEqual(["cache", "content", "dist", "seeds"]);
});

test("proof pages are of development alone", () => {
  const routes: string[] = [];
  const setup = proof().hooks["astro:config:setup"] as unknown as (options: {
    command: string;
    injectRoute: (route: { pattern: string }) => void;
  }) => void;
  for (const command of ["build", "preview", "dev"])
    setup({ command, injectRoute: ({ pattern }) => routes.push(`${command} ${pattern}`) });
  expect(routes).toEqual(["dev /proof/[issue]"]);
});
