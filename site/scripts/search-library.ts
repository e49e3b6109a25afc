/** Opens the written search in a browser: the engine and the files beside its index, once a page. */
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

/** So few documents are searched faster than a worker starts. */
const FEW = 300;

let opened: Promise<Opened> | undefined;

export function openSearch(places: Places): Promise<Opened> {
  opened ??= open(places);
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

async function open({ engine, files }: Places): Promise<Opened> {
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
    started ??= import(/* @vite-ignore */ engine).then(async (module: Engine) => {
      await module.options({ noWorker: library.catalogue.columns.records.length < FEW });
      await module.init();
      return module;
    });
    return started;
  };
  const askEngine = async (word: string) => (await (await start()).search(word)).results;
  const library = await openLibrary({ readFile, askEngine });
  version = library.catalogue.version;
  return {
    library,
    warmUp: async () => {
      await start();
    },
  };
}
