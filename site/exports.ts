/** The gazette in every format of `src/export/`, made once for the pages that list and serve the files. */
import type { ExportContext } from "../src/export/format.ts";
import { type Exported, exportAll } from "../src/export/index.ts";
import { absolute, href } from "./address.ts";
import { readLibrary } from "./library.ts";
import { onceForABuild } from "./once.ts";
import { site } from "./site.config.ts";

export const readExports = onceForABuild(async (): Promise<Exported[]> => exportAll(await exportContext()));

/** What the formats draw on. */
export async function exportContext(): Promise<ExportContext> {
  const { gazette, organizations, canonical, people, citing } = await readLibrary();
  const { name, publisher, description, terms } = site;
  return {
    gazette,
    organizations,
    canonical,
    people,
    citing,
    publication: { name, publisher, description, licence: { text: terms.text, url: terms.address } },
    address: (path) => absolute(path) ?? href(path),
  };
}
