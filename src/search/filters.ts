/** The filters, and what a record has under each of them. */
import { type Facets, KINDS } from "./layout.ts";
import type { Account } from "./ledger.ts";
import type { Library } from "./library.ts";

export const FILTERS = ["种类", "年份", "期号", "发文机关", "责任单位", "人物"] as const;
export type FilterName = (typeof FILTERS)[number];

/** What a reader has chosen: at most one value of each filter. */
export type Chosen = Partial<Record<FilterName, string>>;

/** Gives what a record has under a filter. */
type RecordValues = (record: number, name: FilterName) => string[];

/** Gives that for the records of a document; bodies and people only where their names are read. */
export type ReadValues = (document: number) => RecordValues;

export async function valuesOf(
  library: Library,
  facets: Facets | null,
  documents: Iterable<number>,
): Promise<ReadValues> {
  const accounts = await library.accounts(documents);
  const responsible = namesByRecord(facets?.responsible ?? {});
  const people = namesByRecord(facets?.people ?? {});
  return (document) => {
    const first = library.firstRecord[document] as number;
    const { kinds } = accounts.get(document) as Account;
    const own = documentValues(library, document);
    return (record, name) => {
      if (name === "种类") return KIND_VALUES[kinds[record] as number] as string[];
      if (name === "责任单位") return responsible.get(first + record) ?? NONE;
      if (name === "人物") return people.get(first + record) ?? NONE;
      return own[name];
    };
  };
}

const KIND_VALUES = KINDS.map((kind) => [kind]);
const NONE: string[] = [];

/** The filters whose chosen value a record lacks. */
export function missesOf(valuesIn: RecordValues, record: number, chosen: Chosen): FilterName[] {
  return FILTERS.filter((name) => {
    const value = chosen[name];
    return value !== undefined && !valuesIn(record, name).includes(value);
  });
}

function documentValues(
  { catalogue }: Library,
  document: number,
): Record<"年份" | "期号" | "发文机关", string[]> {
  const { issues, issuers, columns } = catalogue;
  const { id, name } = issues[columns.issue[document] as number] as { id: string; name: string };
  const issuer = issuers[columns.issuer[document] as number];
  return { 年份: [id.slice(0, 4)], 期号: [name], 发文机关: issuer === undefined ? NONE : [issuer] };
}

/** Names of each record, by the record's number in the whole gazette. */
type NamesOf = Map<number, string[]>;

const read = new WeakMap<Record<string, number[]>, NamesOf>();

function namesByRecord(facet: Record<string, number[]>): NamesOf {
  const known = read.get(facet);
  if (known !== undefined) return known;
  const names: NamesOf = new Map();
  for (const [name, differences] of Object.entries(facet)) {
    let number = 0;
    for (const difference of differences) {
      number += difference;
      const own = names.get(number);
      if (own === undefined) names.set(number, [name]);
      else own.push(name);
    }
  }
  read.set(facet, names);
  return names;
}
