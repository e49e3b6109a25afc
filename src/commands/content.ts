/** Reads the documents of a content folder, each held against its schema. */
import { readFileSync } from "node:fs";
import glob from "fast-glob";
import { type AnyDocument, schemas } from "../document/schema.ts";
import { InputError } from "./errors.ts";

/** The documents of all issues. @throws InputError where a file is none */
export function readContent(content: string): AnyDocument[] {
  const files = glob.sync("[0-9]*/**/*.json", { cwd: content, absolute: true }).sort();
  return files.map(readDocument);
}

function readDocument(file: string): AnyDocument {
  try {
    const data = JSON.parse(readFileSync(file, "utf8")) as { type: keyof typeof schemas };
    return schemas[data.type].parse(data);
  } catch (error) {
    const [reason = ""] = (error as Error).message.split("\n");
    throw new InputError(file, ["不合数据格式（{0}）", reason], "请用 gongbao build 重新生成");
  }
}
