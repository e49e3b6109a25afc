/** Errors for whoever runs a command: file, place, what is wrong, what to do. */
import { DecodeError } from "../source/decode.ts";
import { MastheadError } from "../structure/index.ts";

/** Bad input or bad use: told in one line, exit 2. */
export class InputError extends Error {
  override name = "InputError";
  constructor(file: string, what: string, advice: string, line?: number, column?: number) {
    const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
    super(`${place}: ${what}。${advice}`);
  }
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
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return new InputError(file, "没有这个文件", "请检查路径");
  if (code === "EISDIR") return new InputError(file, "这是一个文件夹", "请给出文件夹里的文本文件");
  if (code === "EACCES") return new InputError(file, "没有读取权限", "请检查文件的权限");
  return error;
}
