/** The search page: the query in the address, answered as it is typed, its hits under their documents. */
import { answer, type Found } from "../../src/search/answer.ts";
import { type Choice, type Chosen, choose, FILTERS, type Order } from "../../src/search/choose.ts";
import { TEXTS_IN_FILE } from "../../src/search/layout.ts";
import type { Library } from "../../src/search/library.ts";
import { openSearch } from "./search-library.ts";
import { handOver } from "./search-marks.ts";
import {
  filterElements,
  groupElement,
  type LoadedGroup,
  stateText,
  suggestionElement,
} from "./search-view.ts";

const page = document.querySelector("[data-search-page]") as HTMLElement;
const box = page.querySelector("[data-search-box]") as HTMLInputElement;
const counter = page.querySelector("[data-hit-count]") as HTMLElement;
const saying = page.querySelector("[data-hit-says]") as HTMLElement;
const list = page.querySelector("[data-hits]") as HTMLElement;
const suggested = page.querySelector("[data-suggested]") as HTMLElement;
const filterBar = page.querySelector("[data-search-filters]") as HTMLElement;
const more = page.querySelector("[data-more]") as HTMLButtonElement;

const places = { engine: box.dataset.engine as string, files: box.dataset.files as string };
const base = box.dataset.base as string;

/**
 * Hits shown at first, and by each press of the button; and the files of texts that may be loaded for them:
 * enough for every hit of a word in one issue, and few enough for a common one in a hundred.
 */
const HITS_AT_ONCE = 1000;
const FILES_AT_ONCE = 100;

/** Enough to fill the screen: shown before the rest is loaded. */
const FIRST_HITS = 6;

/** Names of bodies and people for the filters are read at once below this, else when they are asked for. */
const FACETS_AT_ONCE = 150_000;

type State = { text: string; chosen: Chosen; order: Order };

let turn = 0;
let limit = 1;
let wantFacets = false;
let terms: string[] = [];

function readAddress(): State {
  const address = new URLSearchParams(location.search);
  const chosen: Chosen = {};
  for (const name of FILTERS) {
    const value = address.get(name);
    if (value !== null) chosen[name] = value;
  }
  const order = address.get("sort") === "date" ? "date" : "relevance";
  return { text: address.get("q") ?? "", chosen, order };
}

function writeAddress({ text, chosen, order }: State, how: "push" | "replace"): void {
  const query = new URLSearchParams();
  if (text.trim() !== "") query.set("q", text.trim());
  for (const name of FILTERS) if (chosen[name] !== undefined) query.set(name, chosen[name]);
  if (order === "date") query.set("sort", "date");
  const address = query.size > 0 ? `?${query}` : location.pathname;
  if (how === "replace" || address === location.search) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  limit = 1;
  void run();
}

async function run(): Promise<void> {
  turn += 1;
  const mine = turn;
  const state = readAddress();
  document.documentElement.dataset.search = "busy";
  if (document.activeElement !== box || box.value.trim() === "") box.value = state.text;
  try {
    if (state.text.trim() === "") clear();
    else await search(state, () => mine === turn);
  } catch {
    if (mine !== turn) return;
    clear();
    saying.textContent = "检索暂时不能使用，请稍后再试，或从上方栏目查阅。";
  }
  if (mine === turn) document.documentElement.dataset.search = "done";
}

function clear(): void {
  for (const part of [list, suggested, filterBar, counter, saying]) part.replaceChildren();
  more.hidden = true;
  delete page.dataset.way;
}

async function search(state: State, current: () => boolean): Promise<void> {
  const { library } = await openSearch(places);
  const needsFacets =
    wantFacets ||
    library.catalogue.facetBytes < FACETS_AT_ONCE ||
    state.chosen.责任单位 !== undefined ||
    state.chosen.人物 !== undefined;
  const [found, facets] = await Promise.all([
    answer(library, state.text),
    needsFacets ? library.facets() : null,
  ]);
  const choice = await choose(library, facets, { ...found, chosen: state.chosen, order: state.order });
  if (!current()) return;
  terms = found.terms;
  const shown = cut(choice);
  const first = await load(library, shown, FIRST_HITS);
  if (!current()) return;
  list.replaceChildren(...first.map((group) => groupElement(group, found.terms, base)));
  showState(state, found, choice);
  showFilters(state, choice, facets === null);
  const all = await load(library, shown);
  if (!current()) return;
  list.replaceChildren(...all.map((group) => groupElement(group, found.terms, base)));
  more.hidden =
    shown.every(({ records, total }) => records.length === total) && shown.length === choice.groups.length;
}

type Shown = { document: number; records: number[]; total: number };

/** The hits shown now: in order, until there are many or too many files would be loaded. */
function cut({ groups }: Choice): Shown[] {
  const shown: Shown[] = [];
  let hits = HITS_AT_ONCE * limit;
  let files = FILES_AT_ONCE * limit;
  for (const { document, records } of groups) {
    const own: number[] = [];
    const read = new Set<number>();
    for (const record of records) {
      const file = Math.floor(record / TEXTS_IN_FILE);
      if (hits === 0 || (!read.has(file) && files === 0)) break;
      if (!read.has(file)) files -= 1;
      read.add(file);
      hits -= 1;
      own.push(record);
    }
    if (own.length === 0) break;
    shown.push({ document, records: own, total: records.length });
  }
  return shown;
}

async function load(
  library: Library,
  shown: Shown[],
  most = Number.POSITIVE_INFINITY,
): Promise<LoadedGroup[]> {
  let left = most;
  const parts = shown.flatMap(({ document, records, total }) => {
    const own = records.slice(0, left);
    left -= own.length;
    return own.length > 0 ? [{ document, own, total }] : [];
  });
  return Promise.all(
    parts.map(async ({ document, own, total }) => {
      const read = await Promise.all(own.map((record) => library.text(document, record)));
      const accounts = (await library.accounts([document])).get(document);
      const hits = read.map(({ row }, at) => ({ row, kind: accounts?.kinds[own[at] as number] ?? 0 }));
      const { title, path } = (read[0] as { texts: { title: string; path: string } }).texts;
      const date = library.catalogue.columns.date[document] as number;
      return { title, path, date, total, hits };
    }),
  );
}

function showState(state: State, found: Found, { count, groups }: Choice): void {
  counter.textContent = String(count);
  saying.textContent = stateText(state.text, found, groups.length, count);
  if (found.way === null) delete page.dataset.way;
  else page.dataset.way = found.way;
  suggested.replaceChildren(...suggestionElement(found.suggestions));
}

function showFilters(state: State, choice: Choice, lacksFacets: boolean): void {
  const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : null;
  filterBar.replaceChildren(...filterElements(state.chosen, state.order, choice.counts, lacksFacets));
  if (focused !== null) filterBar.querySelector<HTMLSelectElement>(`[name="${focused}"]`)?.focus();
}

(box.form as HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  writeAddress({ ...readAddress(), text: box.value }, "push");
});

let typing = false;
const typed = () => {
  // What is typed in one go is one step back.
  writeAddress({ ...readAddress(), text: box.value }, typing ? "replace" : "push");
  typing = true;
};
box.addEventListener("input", (event) => {
  if (!(event as InputEvent).isComposing) typed();
});
box.addEventListener("compositionend", typed);
box.addEventListener("blur", () => {
  typing = false;
});

filterBar.addEventListener("change", () => {
  const state = readAddress();
  for (const select of filterBar.querySelectorAll("select")) {
    if (select.name === "sort") state.order = select.value === "date" ? "date" : "relevance";
    const name = FILTERS.find((filter) => filter === select.name);
    if (name === undefined) continue;
    if (select.value === "") delete state.chosen[name];
    else state.chosen[name] = select.value;
  }
  writeAddress(state, "push");
});
filterBar.addEventListener("click", (event) => {
  const button = (event.target as Element).closest("button");
  if (button === null) return;
  if (button.dataset.clear !== undefined) writeAddress({ ...readAddress(), chosen: {} }, "push");
  else {
    wantFacets = true;
    void run();
  }
});

suggested.addEventListener("click", (event) => {
  const link = (event.target as Element).closest("a");
  if (link === null) return;
  event.preventDefault();
  box.value = link.textContent;
  writeAddress({ text: box.value, chosen: {}, order: readAddress().order }, "push");
});
more.addEventListener("click", () => {
  limit += 1;
  void run();
});
// Who scrolls to the end need not press it.
new IntersectionObserver((entries) => {
  if (entries.some(({ isIntersecting }) => isIntersecting) && scrollY > 0) more.click();
}).observe(more);
for (const kind of ["click", "auxclick"] as const)
  list.addEventListener(kind, (event) => {
    const hit = (event.target as Element).closest<HTMLAnchorElement>("a[data-hit]");
    if (hit !== null) handOver(hit.href, terms);
  });
addEventListener("popstate", () => {
  typing = false;
  box.value = readAddress().text;
  void run();
});
void run();
