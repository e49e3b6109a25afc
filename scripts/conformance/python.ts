/** Pythons with what lists of requirements name, each made once and kept in the user's cache. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The readers of the formats. */
export const READERS = [join(import.meta.dirname, "requirements.txt")];
const OLDEST = "3.11";
const PROBE = `import sys, venv, ensurepip; print(sys.version); sys.exit(sys.version_info < (${OLDEST.replace(".", ", ")}))`;

/** The interpreter, or why there is none. */
export type Python = { interpreter: string } | { reason: string };

/** Finds or makes the environment that has what these files name. */
export function preparePython(requirements: readonly string[]): Python {
  const probe = spawnSync("python3", ["-c", PROBE], { encoding: "utf8" });
  if (probe.status !== 0)
    return { reason: `no Python ${OLDEST} or later with venv (Debian: python3, python3-venv)` };
  const lists = requirements.map((file) => readFileSync(file));
  const key = createHash("sha256").update(Buffer.concat(lists)).update(probe.stdout).digest("hex");
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(cache, "gongbao", `conformance-${key.slice(0, 16)}`);
  const interpreter = join(folder, "bin", "python");
  // What a killed run left is no environment: only a whole one has the mark.
  const mark = join(folder, "ready");
  if (existsSync(mark)) return { interpreter };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  console.log("Python packages are being installed …");
  for (const [program, args] of [
    ["python3", ["-m", "venv", folder]],
    [
      interpreter,
      ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"].concat(
        requirements.flatMap((file) => ["-r", file]),
      ),
    ],
  ] as const) {
    const { status } = spawnSync(program, args, { stdio: "inherit" });
    if (status !== 0) return { reason: `${[program, ...args].join(" ")} failed` };
  }
  writeFileSync(mark, "");
  return { interpreter };
}
