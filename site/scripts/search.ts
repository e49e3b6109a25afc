/** The search page: the query in the address, run against the index, its hits under their documents. */
import { excerpt } from "../../src/search/excerpt.ts";
import { otherSpellings, phrase, readQuery } from "../../src/search/query.ts";

type Meta = {
  text: string;
  kind: string;
  title: string;
  place: string;
  date: string;
  issue: string;
  document: string;
};
type Loaded = { raw_url?: string; url: string; meta: Meta };
type Result = { id: string; score: number; words: number[]; data: () => Promise<Loaded> };
type Counts = Record<string, Record<string, number>>;
type Response = { results: Result[]; filters: Counts };
type Engine = {
  options(options: object): Promise<void>;
  search(term: string | null, options?: object): Promise<Response>;
};
type Chosen = Record<string, string>;

const page = document.querySelector("[data-search-page]") as HTMLElement;
const box = page.querySelector("[data-search-box]") as HTMLInputElement;
const counter = page.querySelector("[data-hit-count]") as HTMLElement;
const list = page.querySelector("[data-hits]") as HTMLElement;
const filterBar = page.querySelector("[data-search-filters]") as HTMLElement;

/** Hits shown at most: beyond them a reader adds a word. */
const MOST = 2000;
const FILTERS = ["种类", "年份", "期号", "发文机关", "责任单位", "人物"];

let engine: Promise<Engine> | undefined;
let turn = 0;

function load(): Promise<Engine> {
  engine ??= import(/* @vite-ignore */ page.dataset.index as string).then(async (module: Engine) => {
    await module.options({ baseUrl: `${page.dataset.base}/` });
    return module;
  });
  return engine;
}

box.addEventListener("focus", () => void load(), { once: true });
(box.form as HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  go({});
});
filterBar.addEventListener("change", () => {
  const chosen: Chosen = {};
  for (const select of filterBar.querySelectorAll("select"))
    if (select.value !== "") chosen[select.name] = select.value;
  go(chosen);
});
addEventListener("popstate", () => void run());
void run();

function go(chosen: Chosen): void {
  const query = new URLSearchParams();
  if (box.value.trim() !== "") query.set("q", box.value.trim());
  for (const [name, value] of Object.entries(chosen)) query.set(name, value);
  history.pushState(null, "", query.size > 0 ? `?${query}` : location.pathname);
  void run();
}

async function run(): Promise<void> {
  turn += 1;
  const mine = turn;
  const address = new URLSearchParams(location.search);
  const text = address.get("q") ?? "";
  const chosen: Chosen = {};
  for (const name of FILTERS) {
    const value = address.get(name);
    if (value !== null) chosen[name] = value;
  }
  document.documentElement.dataset.search = "busy";
  if (box.value !== text && document.activeElement !== box) box.value = text;
  const query = readQuery(text);
  if (query.all.length === 0) {
    list.replaceChildren();
    filterBar.replaceChildren();
    counter.textContent = "";
    document.documentElement.dataset.search = "done";
    return;
  }
  try {
    const index = await load();
    const found = await find(index, query, chosen);
    const hits = await Promise.all(found.results.slice(0, MOST).map((result) => result.data()));
    if (mine !== turn) return;
    show(hits, found, text);
    showFilters(found.filters, chosen);
  } catch {
    if (mine !== turn) return;
    counter.textContent = "";
    list.replaceChildren(element("p", "", "检索暂时不能使用，请稍后再试，或从上方栏目查阅。"));
  }
  document.documentElement.dataset.search = "done";
}

type Found = { results: Result[]; filters: Counts; terms: string[]; near: boolean };

/** All terms together; where they give nothing, each term that occurs nowhere is tried in its other spellings. */
async function find(index: Engine, query: { all: string[]; none: string[] }, chosen: Chosen): Promise<Found> {
  const options = { filters: chosen };
  // A hit without a place in the text was found in what is kept beside it: no hit for a reader.
  const search = async (term: string): Promise<Response> => {
    const { results, filters } = await index.search(phrase(term), options);
    return { results: results.filter(({ words }) => words.length > 0), filters };
  };
  const spelt: string[] = [];
  const answers: Response[] = [];
  for (const term of query.all) {
    let answer = await search(term);
    let used = term;
    if (answer.results.length === 0) {
      for (const other of otherSpellings(term)) {
        answer = await search(other);
        used = other;
        if (answer.results.length > 0) break;
      }
    }
    spelt.push(answer.results.length > 0 ? used : term);
    answers.push(answer);
  }
  const [first, ...others] = answers as [Response, ...Response[]];
  let results = first.results;
  for (const other of others) {
    const scores = new Map(other.results.map(({ id, score }) => [id, score]));
    results = results.filter(({ id }) => scores.has(id));
  }
  for (const term of query.none) {
    const without = new Set((await search(term)).results.map(({ id }) => id));
    results = results.filter(({ id }) => !without.has(id));
  }
  const near = spelt.some((term, at) => term !== query.all[at]);
  return { results, filters: first.filters, terms: spelt, near };
}

const RANK: Record<string, number> = { 标题: 0 };

function show(hits: Loaded[], found: Found, text: string): void {
  counter.textContent = String(found.results.length);
  counter.after(clearAfter(counter), found.near ? ` 处，按相近写法“${found.terms.join(" ")}”检索` : " 处");
  if (hits.length === 0) {
    list.replaceChildren(element("p", "", `没有含“${text}”的段落。可减少用字，或改用别的说法。`));
    return;
  }
  const groups = [...Map.groupBy(hits, ({ meta }) => meta.document).values()];
  const rank = (group: Loaded[]) => Math.min(...group.map(({ meta }) => RANK[meta.kind] ?? 1));
  groups.sort((a, b) => rank(a) - rank(b) || compare(b[0]?.meta.issue, a[0]?.meta.issue));
  list.replaceChildren(...groups.map((group) => groupElement(group, found.terms)));
}

function clearAfter(node: Node): string {
  while (node.nextSibling !== null) node.nextSibling.remove();
  return "";
}

function compare(a = "", b = ""): number {
  return Number(a > b) - Number(a < b);
}

function groupElement(group: Loaded[], terms: string[]): HTMLElement {
  const section = element("section", "hit-group");
  const title = group[0]?.meta.title ?? "";
  const heading = element("h2", "", title);
  heading.append(element("span", "note", `${group.length} 处`));
  section.append(heading, ...group.map((hit) => hitElement(hit, terms)));
  return section;
}

function hitElement({ url, meta }: Loaded, terms: string[]): HTMLElement {
  const link = element("a", "");
  link.setAttribute("href", url);
  link.dataset.hit = "";
  const where = element("span", "where");
  where.append(
    element("span", "kind", meta.kind),
    element("span", "", meta.place),
    element("span", "", meta.date),
  );
  const words = element("span", "");
  for (const { text, marked } of excerpt(meta.text.replaceAll("\n", "　"), terms)) {
    words.append(marked ? element("mark", "", text) : text);
  }
  link.append(where, words);
  return link;
}

function showFilters(counts: Counts, chosen: Chosen): void {
  const bars = FILTERS.flatMap((name) => {
    const values = Object.entries(counts[name] ?? {}).filter(
      ([value, count]) => count > 0 || chosen[name] === value,
    );
    if (values.length < 2 && chosen[name] === undefined) return [];
    const label = element("label", "", name);
    const select = document.createElement("select");
    select.name = name;
    select.append(new Option("全部", ""));
    for (const [value, count] of values.sort((a, b) => b[1] - a[1])) {
      select.append(new Option(`${value}（${count}）`, value, false, chosen[name] === value));
    }
    label.append(select);
    return [label];
  });
  filterBar.replaceChildren(...bars);
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
