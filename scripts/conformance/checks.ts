/** The checks of `npm run conformance`: each format read by the readers that its own users have. */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MANIFEST } from "../../src/export/manifest.ts";
import { publicKeyOf, signatureOf } from "../../src/export/signature.ts";
import { type Python, preparePython } from "./python.ts";
import { differingFiles } from "./reproducible.ts";
import { JOB, SPARK_REQUIREMENTS, writeSparkCase } from "./spark.ts";
import { missing, missingSchema, schemaFile } from "./tools.ts";

/** What a check found; `skipped` tells what was not looked at, and why. */
export interface Outcome {
  passed: boolean;
  skipped: string[];
}

/** A check by name, with who reads what. */
export interface Check {
  name: string;
  readers: string;
  run: () => Outcome | Promise<Outcome>;
}

/** The built site, and what it is checked with. */
export interface Surroundings {
  site: string;
  seeds: string;
  python: Python;
  /** Nothing may be skipped. */
  strict: boolean;
  /** How many made-up gazettes the Spark job reads. */
  gazettes: number;
}

const passed = (holds: boolean): Outcome => ({ passed: holds, skipped: [] });
const skipped = (reason: string): Outcome => ({ passed: true, skipped: [reason] });

/** Runs a program and shows what it prints. */
function shown(program: string, args: readonly string[], environment = {}): SpawnSyncReturns<string> {
  const env = { ...process.env, ...environment };
  const run = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.stdout.write(run.stdout);
  return run;
}

/** A Python script of this folder: it fails by its exit code, and a line `skip …` says what it did not look at. */
function runScript(name: string, args: readonly string[], { site, python, strict }: Surroundings): Outcome {
  const script = join(import.meta.dirname, `${name}.py`);
  if (!existsSync(script)) return skipped(`no ${script}`);
  if ("reason" in python) return skipped(python.reason);
  // -P keeps this folder out of the path of modules.
  const { status, stdout } = shown(
    python.interpreter,
    ["-P", script, site, ...args],
    strict ? { CI: "true" } : {},
  );
  return { passed: status === 0, skipped: stdout.split("\n").filter((line) => /^skip/i.test(line)) };
}

function checkXml(surroundings: Surroundings): Outcome {
  const lacking = missingSchema();
  const outcome = runScript("akn", lacking === null ? [schemaFile] : [], surroundings);
  return lacking === null ? outcome : { ...outcome, skipped: [...outcome.skipped, lacking] };
}

function checkWord(surroundings: Surroundings): Outcome {
  const lacking = missing("soffice", "libreoffice-writer-nogui");
  return lacking === null ? runScript("word", [], surroundings) : skipped(lacking);
}

/** openssl finds the manifest signed by a key that is made for this. */
function checkSignature({ site }: Surroundings): Outcome {
  const lacking = missing("openssl", "openssl");
  if (lacking !== null) return skipped(lacking);
  const folder = mkdtempSync(join(tmpdir(), "gongbao-signature-"));
  try {
    const { privateKey } = generateKeyPairSync("ed25519");
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const [manifest, key, signature] = [join(site, MANIFEST), join(folder, "key"), join(folder, "signature")];
    writeFileSync(key, publicKeyOf(pem));
    writeFileSync(signature, signatureOf(readFileSync(manifest), pem));
    const files = ["-inkey", key, "-in", manifest, "-sigfile", signature];
    return passed(shown("openssl", ["pkeyutl", "-verify", "-pubin", "-rawin", ...files]).status === 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function checkManifest({ site, seeds }: Surroundings): Outcome {
  const main = join(import.meta.dirname, "../../src/commands/main.ts");
  return passed(shown(process.execPath, [main, "verify", site, "--seeds", seeds]).status === 0);
}

async function checkReproducible({ site }: Surroundings): Promise<Outcome> {
  const differing = await differingFiles(site);
  console.log(`${differing.length} files differ${differing.map((path) => `\n  ${path}`).join("")}`);
  return passed(differing.length === 0);
}

/** The Spark job's parts, then the job on a cluster that loses a worker, beside a build on this machine. */
function checkSpark({ gazettes }: Surroundings): Outcome {
  const lacking = missing("java", "default-jre-headless");
  if (lacking !== null) return skipped(lacking);
  const python = preparePython(SPARK_REQUIREMENTS);
  if ("reason" in python) return skipped(python.reason);
  const folder = mkdtempSync(join(tmpdir(), "gongbao-spark-"));
  try {
    const run = (...args: string[]): boolean =>
      shown(python.interpreter, args, { PYTHONPATH: JOB, SPARK_LOCAL_IP: "127.0.0.1" }).status === 0;
    if (!run("-m", "unittest", "discover", "-s", join(JOB, "tests"), "-t", JOB)) return passed(false);
    writeSparkCase(folder, gazettes);
    return passed(run(join(JOB, "check.py"), folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All checks of a built site. */
export function checksOf(all: Surroundings): Check[] {
  return [
    {
      name: "tables",
      readers: "frictionless, pandas, pyarrow, Datasette",
      run: () => runScript("tables", [], all),
    },
    { name: "akn", readers: "xmllint, cobalt, epubcheck", run: () => checkXml(all) },
    { name: "linked", readers: "rdflib", run: () => runScript("linked", [], all) },
    { name: "word", readers: "LibreOffice", run: () => checkWord(all) },
    { name: "manifest", readers: "gongbao verify", run: () => checkManifest(all) },
    { name: "signature", readers: "openssl", run: () => checkSignature(all) },
    { name: "reproducible", readers: "a second build", run: () => checkReproducible(all) },
    { name: "spark", readers: "Spark, a cluster that loses a worker", run: () => checkSpark(all) },
  ];
}
