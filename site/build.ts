/** Builds the site in a process of its own: the one way for `npm run build`, the tests and other gazettes. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export type BuildOptions = {
  content?: string;
  seeds?: string;
  pages?: string;
  out?: string;
  base?: string;
  address?: string;
  cache?: string;
};

const root = fileURLToPath(new URL("..", import.meta.url));
const astro = fileURLToPath(new URL("../node_modules/astro/bin/astro.mjs", import.meta.url));

/** Resolves with what Astro printed; throws with it when the build fails. */
export async function buildSite(options: BuildOptions = {}): Promise<string> {
  const settings = {
    GONGBAO_CONTENT: options.content,
    GONGBAO_SEEDS: options.seeds,
    GONGBAO_PAGES: options.pages,
    GONGBAO_DIST: options.out,
    GONGBAO_BASE: options.base,
    GONGBAO_ADDRESS: options.address,
    GONGBAO_CACHE: options.cache,
  };
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production", ...given };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [astro, "build", "--root", root], { cwd: root, env });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(output) : reject(new Error(output))));
  });
}
