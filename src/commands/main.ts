/** The command line, `gongbao <command>`. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import glob from "fast-glob";
import { buildCommand } from "./build.ts";
import { checkCommand } from "./check.ts";
import { InputError } from "./errors.ts";
import { parseCommand } from "./parse.ts";
import { unparseCommand } from "./unparse.ts";

const HELP = `用法：gongbao <命令> [参数]

  build                    把 seeds/ 里的每一期读成 content/（只写有变化的）
  check [文件…]            列出解析器的疑点，带行号和列号；有错误时退出码为 1
  parse <文件> --out <夹>  把一个文件读到 <夹>/<期号>/，不动别处
  unparse <文件>           从语法树写回原文，逐字节相同

  gongbao <命令> --help    看某个命令的说明
`;

const HELPS: Record<string, string> = {
  build: `用法：gongbao build [--seeds <夹>] [--content <夹>]

读 seeds/ 下的每个 *.txt，写出 content/<期号>/。内容没有变化的期不重写；
有一个文件读不成，就什么也不写，退出码为 2。
`,
  check: `用法：gongbao check [文件…]

列出疑点（不写文件时查 seeds/ 下的全部）。只有提醒时退出码为 0，有错误时为 1，
文件读不成时为 2。
`,
  parse: `用法：gongbao parse <文件> --out <夹>

读一个文件，写出 <夹>/<期号>/ 下的 JSON。编码自动识别（UTF-8、GB18030、UTF-16）。
`,
  unparse: `用法：gongbao unparse <文件>

把文件读成语法树，再从树写回原文到标准输出，编码与原文相同。
`,
};

const OPTIONS = {
  help: { type: "boolean", short: "h" },
  out: { type: "string" },
  seeds: { type: "string" },
  content: { type: "string" },
} as const;

/** Where a command writes. */
export interface Streams {
  out: (text: string | Buffer) => void;
  err: (text: string) => void;
  isTerminal: boolean;
}

function usage(message: string): InputError {
  return new InputError("gongbao", message, "用 gongbao --help 看用法");
}

function progress({ err, isTerminal }: Streams): (path: string, done: number, total: number) => void {
  return (path, done, total) =>
    err(isTerminal ? `\r\u001b[K[${done + 1}/${total}] ${basename(path)}` : `读取 ${basename(path)}\n`);
}

function runBuild(root: string, values: { seeds?: string; content?: string }, streams: Streams): number {
  const steps = buildCommand(
    { seeds: values.seeds ?? join(root, "seeds"), content: values.content ?? join(root, "content") },
    progress(streams),
  );
  if (streams.isTerminal) streams.err("\r\u001b[K");
  for (const { issue, file, changed, messages } of steps)
    streams.out(`${issue}  ${file}  ${changed ? "已更新" : "无变化"}  疑点 ${messages} 条\n`);
  return 0;
}

/** Runs a command; gives its exit code. Errors of input are told in one line. */
export function run(argv: readonly string[], root: string, streams: Streams): number {
  try {
    return dispatch(argv, root, streams);
  } catch (error) {
    if (error instanceof InputError) {
      streams.err(`${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

function dispatch(argv: readonly string[], root: string, streams: Streams): number {
  let parsed: ReturnType<
    typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true; args: string[] }>
  >;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw usage((error as Error).message);
  }
  const { values, positionals } = parsed;
  const [command, ...files] = positionals;
  if (command === undefined || (values.help && !(command in HELPS))) {
    streams.out(HELP);
    return values.help ? 0 : 2;
  }
  if (!(command in HELPS)) throw usage(`没有命令 ${command}`);
  if (values.help) {
    streams.out(HELPS[command] as string);
    return 0;
  }
  const [file] = files;
  switch (command) {
    case "build":
      return runBuild(root, values, streams);
    case "check": {
      const targets =
        files.length > 0 ? files : glob.sync("*.txt", { cwd: join(root, "seeds"), absolute: true }).sort();
      const { text, failed } = checkCommand(targets, streams.isTerminal);
      streams.out(`${text}\n`);
      return failed ? 1 : 0;
    }
    case "parse":
      if (file === undefined || files.length > 1) throw usage("parse 要一个文件");
      if (values.out === undefined) throw usage("parse 要用 --out 给出写到哪个文件夹");
      streams.out(`${parseCommand(file, values.out)}\n`);
      return 0;
    default:
      if (file === undefined || files.length > 1) throw usage("unparse 要一个文件");
      streams.out(unparseCommand(file));
      return 0;
  }
}

/* The process itself: only when run as a program. */
if (process.argv[1] !== undefined && existsSync(process.argv[1]) && import.meta.filename === process.argv[1])
  process.exitCode = run(process.argv.slice(2), process.cwd(), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
  });
