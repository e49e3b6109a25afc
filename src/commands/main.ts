/** The command line, `gongbao <command>`. */
import { once } from "node:events";
import { existsSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { suggestCommand } from "./authority.ts";
import { buildCommand, seedsIn } from "./build.ts";
import { checkCommand } from "./check.ts";
import { readSettings, type Settings, unusedExceptions } from "./configuration.ts";
import { InputError, inputErrorOf } from "./errors.ts";
import { explainCommand, listRules } from "./explain.ts";
import { filterCommand, linesOf, tablesNamed } from "./filter.ts";
import { FORMATS, type Format } from "./format.ts";
import { type CommandName, helpOf, helpOfAll, isCommand } from "./help.ts";
import { interruptible } from "./interrupt.ts";
import { openContent, serveMcp, siteOf } from "./mcp.ts";
import { newCommand } from "./new.ts";
import { parseCommand } from "./parse.ts";
import { teller, toldSteps } from "./progress.ts";
import { unparseCommand } from "./unparse.ts";
import { verifyCommand } from "./verify.ts";
import { type Language, type Phrase, say } from "./words.ts";

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  out: { type: "string" },
  seeds: { type: "string" },
  content: { type: "string" },
  format: { type: "string" },
  key: { type: "string" },
  ndjson: { type: "boolean" },
  site: { type: "string" },
  tables: { type: "string" },
  lang: { type: "string" },
} as const;

/** Where a command writes. */
export interface Streams {
  out: (text: string | Buffer) => void;
  err: (text: string) => void;
  isTerminal: boolean;
  /** The lines of what is piped in. */
  lines?: () => AsyncIterable<string>;
  /** Kept when whoever reads the output has taken what was written. */
  drained?: () => Promise<void>;
}

/** What a command is given. */
interface Call {
  root: string;
  files: readonly string[];
  values: {
    out?: string;
    seeds?: string;
    content?: string;
    format?: string;
    key?: string;
    ndjson?: boolean;
    site?: string;
    tables?: string;
  };
  streams: Streams;
  language: Language;
}

function usage(what: Phrase, advice: Phrase = "用 gongbao --help 看用法"): InputError {
  return new InputError("gongbao", what, advice);
}

const seedsOf = ({ root, values }: Call): string => values.seeds ?? join(root, "seeds");
const contentOf = ({ root, values }: Call): string => values.content ?? join(root, "content");

function settingsAt(root: string): Settings {
  try {
    return readSettings(root);
  } catch (error) {
    throw inputErrorOf(error, root);
  }
}

/** Tells which exceptions excuse nothing any more. */
function tellUnused(settings: Settings, issues: readonly string[], { streams, language }: Call): void {
  for (const { rule, place, at, issue } of unusedExceptions(settings, issues))
    streams.err(
      `${say(["{0} 第 {1} 行的例外没有用上：{2}", basename(settings.file), place.line, `${rule} ${issue} ${at}`], language)}\n`,
    );
}

function onlyFile(command: CommandName, files: readonly string[]): string {
  const [file] = files;
  if (file === undefined || files.length > 1) throw usage(["{0} 要一个文件", command]);
  return file;
}

async function runBuild(call: Call, stop: AbortSignal): Promise<number> {
  const { streams, language, root } = call;
  const settings = settingsAt(root);
  const { step, end } = teller(streams, language);
  const folders = { seeds: seedsOf(call), content: contentOf(call) };
  const steps = await buildCommand(folders, { settings, onStep: step, stop }).finally(end);
  streams.out(toldSteps(steps, language));
  tellUnused(
    settings,
    steps.map(({ issue }) => issue),
    call,
  );
  return 0;
}

const isFormat = (name: string): name is Format => (FORMATS as readonly string[]).includes(name);

function runCheck(call: Call): number {
  const { files, values, streams } = call;
  const format = values.format ?? "text";
  if (!isFormat(format)) throw usage(["--format 只能是 {0}", FORMATS.join(" ")]);
  const settings = settingsAt(call.root);
  const targets = files.length > 0 ? files : seedsIn(seedsOf(call));
  const { text, failed, issues } = checkCommand(targets, {
    format,
    color: streams.isTerminal && format === "text",
    settings,
  });
  streams.out(`${text}\n`);
  tellUnused(settings, issues, call);
  return failed ? 1 : 0;
}

async function runFilter({ files, streams, values }: Call): Promise<number> {
  if (files.length > 0) throw usage("parse --ndjson 从标准输入读，不写文件名");
  const tables = values.tables === undefined ? null : tablesNamed(values.tables);
  for await (const text of filterCommand(streams.lines?.() ?? Readable.from([]), tables)) {
    streams.out(text);
    await streams.drained?.();
  }
  return 0;
}

async function runVerify({ files, values: { key, seeds }, streams, language }: Call): Promise<number> {
  const [place, ...more] = files;
  if (place === undefined || more.length > 0) throw usage("verify 要一个文件夹或网址");
  const { faults, facts } = await verifyCommand({ place, key, seeds });
  const result: Phrase = faults.length === 0 ? "与清单一致" : ["与清单不一致：{0} 处", faults.length];
  for (const phrase of [...faults, ...facts, result]) streams.out(`${say(phrase, language)}\n`);
  return faults.length === 0 ? 0 : 1;
}

/** Each command: what it does with a call, and its exit code. */
const COMMANDS: Record<CommandName, (call: Call) => number | Promise<number>> = {
  build: (call) => interruptible((stop) => runBuild(call, stop)),
  check: runCheck,
  parse: (call) => {
    const { files, values, streams } = call;
    if (values.ndjson) return runFilter(call);
    const file = onlyFile("parse", files);
    if (values.out === undefined) throw usage("parse 要用 --out 给出写到哪个文件夹");
    streams.out(`${parseCommand(file, values.out)}\n`);
    return 0;
  },
  unparse: ({ files, streams }) => {
    streams.out(unparseCommand(onlyFile("unparse", files)));
    return 0;
  },
  new: async (call) => {
    call.streams.out(await newCommand(onlyFile("new", call.files), seedsOf(call), call.language));
    return 0;
  },
  explain: ({ files, streams, language }) => {
    const [rule, ...more] = files;
    if (more.length > 0) throw usage("explain 要一条规则");
    streams.out(`${rule === undefined ? listRules(language) : explainCommand(rule, language)}\n`);
    return 0;
  },
  authority: (call) => {
    if (call.files[0] !== "suggest" || call.files.length > 1) throw usage("authority 后面要写 suggest");
    call.streams.out(suggestCommand(contentOf(call), call.language));
    return 0;
  },
  verify: runVerify,
  mcp: async (call) => {
    if (call.files.length > 0) throw usage("mcp 不要文件");
    const archive = openContent(contentOf(call), siteOf(call.values.site));
    await serveMcp(archive, process.stdin, process.stdout);
    return 0;
  },
};

/** The language that is asked for, Chinese where it is none. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf("--lang");
  return argv.includes("--lang=en") || (at >= 0 && argv[at + 1] === "en") ? "en" : "zh";
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw usage((error as Error).message);
  }
}

function dispatch(argv: readonly string[], root: string, streams: Streams): number | Promise<number> {
  const { values, positionals } = parsed(argv);
  const language = languageOf(argv);
  if (values.lang !== undefined && values.lang !== language) throw usage("--lang 只能是 zh 或 en");
  const [command, ...files] = positionals;
  if (command === undefined) {
    streams.out(helpOfAll(language));
    return values.help ? 0 : 2;
  }
  if (!isCommand(command)) throw usage(["没有命令 {0}", command]);
  if (values.help) {
    streams.out(helpOf(command, language));
    return 0;
  }
  return COMMANDS[command]({ root, files, values, streams, language });
}

/** Tells an error of input in one line and gives its exit code; any other error goes on. */
function failed(error: unknown, argv: readonly string[], { err }: Streams): number {
  if (!(error instanceof InputError)) throw error;
  err(`${error.in(languageOf(argv))}\n`);
  return 2;
}

/** Runs a command; gives its exit code, as a promise where it must wait. Errors of input are told in one line. */
export function run(argv: readonly string[], root: string, streams: Streams): number | Promise<number> {
  try {
    const code = dispatch(argv, root, streams);
    return typeof code === "number" ? code : code.catch((error: unknown) => failed(error, argv, streams));
  } catch (error) {
    return failed(error, argv, streams);
  }
}

/* The process itself: only when run as a program. */
const program = process.argv[1];
if (program !== undefined && existsSync(program) && import.meta.filename === realpathSync(program))
  process.exitCode = await run(process.argv.slice(2), process.cwd(), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    lines: () => linesOf(process.stdin),
    drained: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, "drain");
    },
  });
