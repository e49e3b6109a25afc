/** The help of all commands, in Chinese and English. */
import type { Language } from "./words.ts";

/** What a command says of itself: a line for the list, and its own page. */
interface Help {
  use: string;
  line: string;
  text: string;
}

const CHINESE = {
  build: {
    use: "build [--seeds <夹>] [--content <夹>]",
    line: "把 seeds/ 里的每一期读成 content/（只写有变化的）",
    text: `读 seeds/ 下的每个 *.txt 和它的勘误（*.errata.yaml），写出 content/<期号>/。内容没有变化的
期不重写；有一个文件读不成，就什么也不写，退出码为 2。同时只能有一个构建。

期数多时用上全部处理器核。读过的各期记在 node_modules/.astro/gongbao/（或环境变量
GONGBAO_CACHE 所指的夹），下次只读有变化的，和引用了它们的；这个夹可以随时删去。
按 Ctrl-C 停下时，content/ 还是原来的样子，退出码为 130。`,
  },
  check: {
    use: "check [文件…] [--format text|json|sarif|github]",
    line: "列出解析器的疑点，带行号和列号；有错误时退出码为 1",
    text: `列出疑点（不写文件时查 seeds/ 下的全部）。只有提醒时退出码为 0，有错误时为 1，
文件读不成时为 2。

  --format text     逐条列出（默认）
  --format json     JSON 数组
  --format sarif    SARIF 2.1.0，供编辑器和代码平台读取
  --format github   GitHub 的注解

各条规则的轻重和例外写在 gongbao.config.yaml 里：

  rules:
    doubled-character:
      severity: info            # error、warning、info 或 off
      exceptions:
        - {issue: 2021-03, at: 120, reason: 原文如此}`,
  },
  parse: {
    use: "parse <文件> --out <夹> | parse --ndjson [--tables <表,…>]",
    line: "把一个文件读到 <夹>/<期号>/，不动别处；或作过滤器逐行读",
    text: `读一个文件，写出 <夹>/<期号>/ 下的 JSON。编码自动识别（UTF-8、GB18030、UTF-16）。
旁边有同名的 .errata.yaml 时一并读。

  --ndjson    从标准输入逐行读 {"name": …, "text": …} 或 {"name": …, "base64": …}，
              逐行写出各件文件（document）、报告（report）或错误（error）
  --tables    不写文件而写这些表的行（row）；最先写出各表的栏目（table）。表有
              issues documents tables cells task_tables tasks task_parties task_extras measures
              appointments chronicle chronicle_people citations，栏目同 /data/ 的表；另有
              records（检索记录）和 citables（引用所据的文号和标题，供跨期对引用）`,
  },
  unparse: {
    use: "unparse <文件>",
    line: "从语法树写回原文，逐字节相同",
    text: "把文件读成语法树，再从树写回原文到标准输出，编码与原文相同。",
  },
  new: {
    use: "new <文件> [--seeds <夹>]",
    line: "收进新的一期（文本或 .docx），存为 seeds/<期号>.txt",
    text: `把一个文本（编码不限）或 Word 文档（.docx）按期号存进 seeds/，转成 UTF-8，读一遍，说出
读到了什么、有哪些疑点、下一步做什么。已有的期不会被覆盖。`,
  },
  explain: {
    use: "explain [规则]",
    line: "说明一条规则查什么、为什么；不写规则时列出全部",
    text: "印出规则的说明：查什么、什么时候查、为什么，以及对的和错的例子。",
  },
  authority: {
    use: "authority suggest [--content <夹>]",
    line: "列出机构和人员名录里还没有的名称，以及最接近的已知名称",
    text: `把 content/ 里出现、而 content/authority/organizations.yaml 和 people.yaml 里没有的名称
列出来，多的在前，并给出最接近的已知名称。名录的写法：

  县审批服务管理局: [县审批局, 县行政审批局]`,
  },
  verify: {
    use: "verify <文件夹或网址> [--key <公钥>] [--seeds <夹>]",
    line: "核对已发布的网站：每个文件与校验清单，清单与签名",
    text: `按 data/manifest.json 逐个核对网站的文件，报告缺少、改动和多出的（网址列不出文件，多出的看不到）。
全部一致时退出码为 0，有不一致时为 1，没有清单或网站不回答时为 2。

  --key <公钥>      清单必须由这把 Ed25519 公钥（PEM）的主人签过；不写时用网站自带的公钥
  --seeds <夹>      连原文一起核对

构建时在环境变量 GONGBAO_KEY 或 gongbao.config.yaml 里写明私钥文件，清单就会签名：

  signature:
    key: ../keys/gongbao.pem    # openssl genpkey -algorithm ed25519 -out gongbao.pem`,
  },
  mcp: {
    use: "mcp [--content <夹>] [--site <网址>]",
    line: "供智能助手检索公报（MCP，标准输入输出）",
    text: `按 Model Context Protocol 在标准输入输出上应答，直到输入结束：search 全文检索、get_document 取全文、
list_documents、list_tasks、list_appointments。每条答复带现成引文、地址和原文行号。标准输出只有协议。

  --content <夹>    数据所在的文件夹（默认 content/）
  --site <网址>     网站的地址，例如 https://example.gov.cn/gongbao/；不给时地址是站内路径

在助手的设置里这样写：

  {"mcpServers": {"gongbao": {"command": "npm",
    "args": ["run", "--silent", "--prefix", "<本项目的文件夹>", "gongbao", "--", "mcp"]}}}`,
  },
} as const satisfies Record<string, Help>;

/** The commands by name. */
export type CommandName = keyof typeof CHINESE;

const ENGLISH: Record<CommandName, Help> = {
  build: {
    use: "build [--seeds <dir>] [--content <dir>]",
    line: "read every issue in seeds/ into content/ (only what changed)",
    text: `Reads every *.txt in seeds/ with its errata (*.errata.yaml) and writes content/<issue id>/. An issue
that has not changed is not written; if one file cannot be read, nothing is written and the exit code
is 2. Only one build can run at a time.

Many issues are read on all cores. What was read is noted in node_modules/.astro/gongbao/ (or in the folder
that the variable GONGBAO_CACHE names), so that the next build reads only what changed, and what cites it;
that folder may be deleted. Stopped by Ctrl-C, content/ stays as it was and the exit code is 130.`,
  },
  check: {
    use: "check [file…] [--format text|json|sarif|github]",
    line: "list the parser's doubts with line and column; exit code 1 on errors",
    text: `Lists the doubts (of all files in seeds/ where none is named). The exit code is 0 with warnings only,
1 with errors, 2 where a file cannot be read.

  --format text     one by one (the default)
  --format json     a JSON array
  --format sarif    SARIF 2.1.0, for editors and code platforms
  --format github   annotations of GitHub

How severe each rule is, and its exceptions, stand in gongbao.config.yaml:

  rules:
    doubled-character:
      severity: info            # error, warning, info or off
      exceptions:
        - {issue: 2021-03, at: 120, reason: printed so}`,
  },
  parse: {
    use: "parse <file> --out <dir> | parse --ndjson [--tables <table,…>]",
    line: "read one file into <dir>/<issue id>/, touching nothing else; or filter line by line",
    text: `Reads one file and writes JSON to <dir>/<issue id>/. The encoding is told by content (UTF-8, GB18030,
UTF-16). An .errata.yaml of the same name beside it is read too.

  --ndjson    reads lines {"name": …, "text": …} or {"name": …, "base64": …} from standard input and
              writes each document, report or error as a line
  --tables    writes the rows of these tables (row) in place of documents, and first of all what their
              columns are (table). They are issues documents tables cells task_tables tasks
              task_parties task_extras measures appointments chronicle chronicle_people citations,
              with the columns that /data/ has; records (what search finds) and citables (the numbers
              and titles by which citations are resolved across issues)`,
  },
  unparse: {
    use: "unparse <file>",
    line: "write the source back from the syntax tree, byte for byte",
    text: "Reads the file into a syntax tree and writes the source back from it, in its own encoding.",
  },
  new: {
    use: "new <file> [--seeds <dir>]",
    line: "take in a new issue (text or .docx) as seeds/<issue id>.txt",
    text: `Puts a text (in any encoding) or a Word document (.docx) into seeds/ under its issue id, in UTF-8, reads
it, and tells what was found, what is doubted and what to do next. An issue that is there is never
overwritten.`,
  },
  explain: {
    use: "explain [rule]",
    line: "tell what a rule warns of and why; without one, list all",
    text: "Prints what a rule warns of, when and why, with examples that are right and wrong.",
  },
  authority: {
    use: "authority suggest [--content <dir>]",
    line: "list bodies and people that the authority files do not have, with the nearest known",
    text: `Lists the names in content/ that are not in content/authority/organizations.yaml and people.yaml, the
most frequent first, with the nearest known name. An authority file reads:

  县审批服务管理局: [县审批局, 县行政审批局]`,
  },
  verify: {
    use: "verify <dir or url> [--key <public key>] [--seeds <dir>]",
    line: "check a published site: every file against the manifest, the manifest against its signature",
    text: `Checks the site's files against data/manifest.json and tells which are missing, changed or extra (at a
url the extra ones cannot be seen). The exit code is 0 where all agree, 1 where not, 2 where there is no
manifest or the site does not answer.

  --key <public key>   the owner of this Ed25519 key (PEM) must have signed; else the site's own key is used
  --seeds <dir>        compare the source texts too

The manifest is signed where the build is told of a private key, by the variable GONGBAO_KEY or in
gongbao.config.yaml:

  signature:
    key: ../keys/gongbao.pem    # openssl genpkey -algorithm ed25519 -out gongbao.pem`,
  },
  mcp: {
    use: "mcp [--content <dir>] [--site <address>]",
    line: "let assistants ask the gazette (MCP over standard input and output)",
    text: `Answers by the Model Context Protocol on standard input and output until the input ends: search,
get_document, list_documents, list_tasks, list_appointments. Every answer has a citation to copy, an
address and the lines of the source. Standard output carries nothing but the protocol.

  --content <dir>     where the documents are (content/ by default)
  --site <address>    the address of the site, such as https://example.gov.cn/gongbao/; without it,
                      addresses are paths from the site's root

In the settings of an assistant:

  {"mcpServers": {"gongbao": {"command": "npm",
    "args": ["run", "--silent", "--prefix", "<folder of this project>", "gongbao", "--", "mcp"]}}}`,
  },
};

const HELPS: Record<Language, Record<CommandName, Help>> = { zh: CHINESE, en: ENGLISH };

const COMMON = {
  zh: "  --lang zh|en    工具自己的话用中文或英文",
  en: "  --lang zh|en    the language of the tool's own words",
} as const;

/** True for the name of a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(CHINESE, name);
}

/** The page of one command. */
export function helpOf(command: CommandName, language: Language): string {
  const { use, text } = HELPS[language][command];
  const head = language === "zh" ? "用法：" : "Usage: ";
  return `${head}gongbao ${use}\n\n${text}\n\n${COMMON[language]}\n`;
}

/** The list of all commands. */
export function helpOfAll(language: Language): string {
  const helps = Object.values(HELPS[language]);
  const rows = helps.map(({ use, line }) => `  ${use}\n      ${line}`).join("\n");
  return language === "zh"
    ? `用法：gongbao <命令> [参数]\n\n${rows}\n\n${COMMON.zh}\n\n  gongbao <命令> --help    看某个命令的说明\n`
    : `Usage: gongbao <command> [arguments]\n\n${rows}\n\n${COMMON.en}\n\n  gongbao <command> --help    more on a command\n`;
}
