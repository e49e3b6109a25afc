/** What checks need on the machine besides Python; one that lacks something is told what it skips. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Why a program cannot be used; null where it can. */
export function missing(program: string, debian: string): string | null {
  const { error } = spawnSync(program, ["--version"], { stdio: "ignore" });
  return error === undefined ? null : `no ${program} (Debian: ${debian})`;
}

/** Akoma Ntoso's XML Schema, which this repository does not hold: beside the checkout, or where the environment says. */
export const schemaFile =
  process.env.GONGBAO_AKN_XSD ?? join(import.meta.dirname, "../../../shared/standards/akomantoso30.xsd");

/** Why that schema cannot be used; null where it can. */
export const missingSchema = (): string | null =>
  existsSync(schemaFile) ? null : `no ${schemaFile} (GONGBAO_AKN_XSD names another)`;
