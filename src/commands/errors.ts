/** Errors for whoever runs a command: file, place, what is wrong, what to do. */
import { SchemaError } from "../document/json.ts";
import { DecodeError } from "../source/decode.ts";
import { type Problem, YamlFileError } from "../source/yamlFile.ts";
import { MastheadError } from "../structure/mastheadError.ts";
import { type Language, type Phrase, say } from "./words.ts";

/** Bad input or bad use: told in one line for each place, exit 2. */
export class InputError extends Error {
  override name = "InputError";
  readonly place: string;
  readonly what: Phrase;
  readonly advice: Phrase;
  constructor(file: string, what: Phrase, advice: Phrase, line?: number, column?: number) {
    const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
    super(told(place, what, advice, "zh"));
    this.place = place;
    this.what = what;
    this.advice = advice;
  }

  /** The error as plain data. */
  told(): ToldError {
    const { place, what, advice } = this;
    return { place, what, advice };
  }

  /** The error in a language. */
  in(language: Language): string {
    return told(this.place, this.what, this.advice, language);
  }
}

/** An error of input as plain data, which can go from thread to thread. */
export interface ToldError {
  place: string;
  what: Phrase;
  advice: Phrase;
}

function told(place: string, what: Phrase, advice: Phrase, language: Language): string {
  const stop = language === "zh" ? "。" : ". ";
  return `${place}: ${say(what, language)}${stop}${say(advice, language)}`;
}

/** Problems of a YAML file as one error: the first in front, the others each on a line. */
function yamlError({ file, problems }: YamlFileError): InputError {
  const [first, ...rest] = problems as [Problem, ...Problem[]];
  const others = rest.map(({ line, column, reason }) => `\n${file}:${line}:${column}: ${reason}`).join("");
  const what = others === "" ? first.reason : `${first.reason}${others}\n`;
  return new InputError(file, what, "请改正这个文件", first.line, first.column);
}

/** What reading a file threw, as an error for its reader; other errors are given back as they are. */
export function inputErrorOf(error: unknown, file: string): unknown {
  if (error instanceof DecodeError)
    return new InputError(file, error.message, "请换成 UTF-8 或 GB18030 的文本文件", 1);
  if (error instanceof MastheadError)
    return new InputError(
      file,
      error.message,
      "请在文件开头补上刊名和期号，例如“某某县人民政府公报”“2021年第3期”",
      1,
    );
  if (error instanceof YamlFileError) return yamlError(error);
  if (error instanceof SchemaError)
    return new InputError(
      file,
      ["读出的内容不合数据格式（{0}）", error.message],
      "请先查刊头的年份和期号（期号最多两位）；都对的话，是程序的毛病，请报告",
    );
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return new InputError(file, "没有这个文件", "请检查路径");
  if (code === "EISDIR") return new InputError(file, "这是一个文件夹", "请给出文件夹里的文本文件");
  if (code === "EACCES") return new InputError(file, "没有读取权限", "请检查文件的权限");
  return error;
}
