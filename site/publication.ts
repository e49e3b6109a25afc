/** What the files to download say of who publishes them, and how they name places of the site. */
import { readFileSync } from "node:fs";
import type { ContextOptions } from "../src/export/context.ts";
import { absolute, href } from "./address.ts";
import { site } from "./site.config.ts";

const { name, publisher, description, terms } = site;

export const publishing: Required<Pick<ContextOptions, "publication" | "address">> = {
  publication: { name, publisher, description, licence: { text: terms.text, url: terms.address } },
  address: (path) => absolute(path) ?? href(path),
};

/** All that they say of it, for the hash of what they are made from. */
const said = JSON.stringify([publishing.publication, publishing.address("/")]);

/** What files are made from beside documents, for the hash of it: what they say, and the modules that keep them. */
export const keptBy = (...modules: string[]): string[] => [
  said,
  ...modules.map((module) => readFileSync(module, "utf8")),
];
