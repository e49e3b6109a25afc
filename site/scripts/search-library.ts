/** Opens the written search in a browser: the engine and the files beside its index, once a page. */
import { FEW_DOCUMENTS } from "../../src/search/layout.ts";
import { type EngineResult, type Library, openLibrary } from "../../src/search/library.ts";

type Engine = {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: EngineResult[] }>;
};

/** Where a page says that the engine and the files stand. */
export type Places = { engine: string; files: string };

export type Opened = {
  library: Library;
  /** Loads the engine before the first question. */
  warmUp: () => Promise<void>;
};

let opened: Promise<Opened> | undefined;

export function openSearch(places: Places): Promise<Opened> {
  opened ??= open(places);
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

async function open({ engine, files }: Places): Promise<Opened> {
  // Whoever opens the search asks it: what comes first is fetched side by side.
  const module = import(/* @vite-ignore */ engine) as Promise<Engine>;
  module.catch(() => null);
  let version = "";
  const readFile = async (name: string): Promise<Uint8Array> => {
    const current = version === "";
    const response = await fetch(
      `${files}${name}${current ? "" : `?v=${version}`}`,
      current ? { cache: "no-cache" } : {},
    );
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  let started: Promise<Engine> | undefined;
  const start = () => {
    started ??= module.then(async (loaded) => {
      await loaded.options({ noWorker: few() });
      await loaded.init();
      return loaded;
    });
    return started;
  };
  const few = () => library.catalogue.columns.records.length < FEW_DOCUMENTS;
  // The engine tells its worker, a message each, of every result that is forgotten: that would stand in the way of keys.
  const kept: EngineResult[][] = [];
  const askEngine = async (word: string) => {
    const { results } = await (await start()).search(word);
    kept.push(results);
    return results;
  };
  const library = await openLibrary({ readFile, askEngine });
  version = library.catalogue.version;
  // Every query needs the one ledger of a small gazette.
  if (new Set(library.catalogue.columns.ledger).size === 1) library.accounts([0]).catch(() => null);
  return {
    library,
    warmUp: async () => {
      await start();
    },
  };
}
