/** The written search as its reader opens it: files read once and only when needed, the engine asked for places. */
import type { LookUp, Places } from "./find.ts";
import {
  type Catalogue,
  type Facets,
  ledgerFile,
  type NameRow,
  type PlaceList,
  placesFile,
  TEXTS_IN_FILE,
  type Texts,
  textsFile,
} from "./layout.ts";
import { type Account, decodeLedger } from "./ledger.ts";

/** What the engine says of one of its pages: its name, and the places of the words found. */
export type EngineResult = { id: string; words: number[] };

export type Source = {
  /** A file beside the index, by its name. */
  readFile: (name: string) => Promise<Uint8Array>;
  /** Asks the engine for a single word. */
  askEngine: (word: string) => Promise<EngineResult[]>;
};

export type Library = {
  catalogue: Catalogue;
  lookUp: LookUp;
  /** The accounts of these documents. */
  accounts: (documents: Iterable<number>) => Promise<Map<number, Account>>;
  /** Where the records of a document stand. */
  places: (document: number) => Promise<PlaceList>;
  text: (document: number, record: number) => Promise<string>;
  facets: () => Promise<Facets>;
  names: () => Promise<NameRow[]>;
  traditional: () => Promise<Record<string, string>>;
  /** The number of a document's first record in the whole gazette. */
  firstRecord: number[];
};

export async function openLibrary({ readFile, askEngine }: Source): Promise<Library> {
  const json = async <T>(name: string): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await readFile(name))) as T;
  const catalogue = await json<Catalogue>("catalogue.json");
  const { records, ledger } = catalogue.columns;
  const volumes = volumesOf(catalogue);

  const lookUp = once(async (word: string): Promise<Places> => {
    const places: Places = new Map();
    for (const { id, words } of await askEngine(word)) {
      const volume = volumes.get(id);
      if (volume !== undefined) share(words, volume, places);
    }
    return places;
  });

  const shelf = once(async (number: number): Promise<Map<number, Account>> => {
    const documents = [...ledger.keys()].filter((document) => ledger[document] === number);
    const bytes = await readFile(ledgerFile(number));
    const read = decodeLedger(
      bytes,
      documents.map((document) => records[document] as number),
    );
    return new Map(documents.map((document, at) => [document, read[at] as Account]));
  });

  const places = once((document: number) => json<PlaceList>(placesFile(document)));
  const texts = once((name: string) => json<Texts>(name));
  const file = once((name: string) => json<unknown>(name));

  return {
    catalogue,
    lookUp,
    accounts: async (documents) => {
      const wanted = [...documents];
      const numbers = [...new Set(wanted.map((document) => ledger[document] as number))];
      const read = new Map(
        await Promise.all(numbers.map(async (number) => [number, await shelf(number)] as const)),
      );
      const accountOf = (document: number) => read.get(ledger[document] as number)?.get(document) as Account;
      return new Map(wanted.map((document) => [document, accountOf(document)]));
    },
    places,
    text: async (document, record) => {
      const read = await texts(textsFile(document, record));
      return read[record % TEXTS_IN_FILE] as string;
    },
    facets: () => file("facets.json") as Promise<Facets>,
    names: () => file("names.json") as Promise<NameRow[]>,
    traditional: () => file("traditional.json") as Promise<Record<string, string>>,
    firstRecord: runningSum(records),
  };
}

/** The documents of a page, and where the words of each begin in it; one more beginning for the end. */
type Volume = { documents: number[]; starts: number[] };

/** The documents of each page, by the engine's name of it. */
function volumesOf({ issues, columns }: Catalogue): Map<string, Volume> {
  const volumes = issues.map((): Volume => ({ documents: [], starts: [0] }));
  for (const [document, issue] of columns.issue.entries()) {
    const { documents, starts } = volumes[issue] as Volume;
    documents.push(document);
    starts.push((starts.at(-1) as number) + (columns.words[document] as number));
  }
  return new Map(
    issues.flatMap(({ pages }, issue) => pages.map((name) => [name, volumes[issue] as Volume] as const)),
  );
}

/** Shares places in a page out among its documents, each counted from its own first word; places ascend. */
function share(words: number[], { documents, starts }: Volume, places: Places): void {
  let at = 0;
  let own: number[] | undefined;
  for (const word of words) {
    while (word >= (starts[at + 1] as number)) {
      at += 1;
      own = undefined;
    }
    if (own === undefined) {
      own = [];
      places.set(documents[at] as number, own);
    }
    own.push(word - (starts[at] as number));
  }
}

/** Each question is asked once; one that failed may be asked again. */
function once<K, V>(ask: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const answers = new Map<K, Promise<V>>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

function runningSum(counts: number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    const first = sum;
    sum += count;
    return first;
  });
}
