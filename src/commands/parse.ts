/** `gongbao parse <file> --out <dir>`: one file from anywhere to `<dir>/<issue id>/`, touching nothing else. */
import { join } from "node:path";
import { replaceFolder } from "./output.ts";
import { documentFiles, readIssue } from "./readFile.ts";

/** Parses a file into a folder of documents; gives the folder. */
export function parseCommand(file: string, out: string): string {
  const { compiled, report } = readIssue(file);
  const folder = join(out, compiled.id);
  replaceFolder(folder, documentFiles(file, compiled, report));
  return folder;
}
