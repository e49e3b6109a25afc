/** The search page: the query in the address, answered as it is typed, its hits under their documents. */
import { answer } from "../../src/search/answer.ts";
import { choose, type Order } from "../../src/search/choose.ts";
import { type Chosen, FILTERS } from "../../src/search/filters.ts";
import type { Found } from "../../src/search/found.ts";
import { FACETS_AT_ONCE } from "../../src/search/layout.ts";
import { startSlices } from "./pause.ts";
import { handOver } from "./search-handing.ts";
import { type Lister, startHits } from "./search-hits.ts";
import { openSearch } from "./search-library.ts";

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
 * Hits listed at first, and by each press of the button; and the documents in which they may stand: enough for every
 * hit of a word in one issue, and few enough for a common one in a hundred.
 */
const HITS_AT_ONCE = 1000;
const DOCUMENTS_AT_ONCE = 100;

/** Shown before anything else is done. */
const FIRST_HITS = 4;

/** Listed in one go after these. */
const NEXT_HITS = 40;

/** Less than a hit with its text is high, so that the screen is filled with hits that say theirs. */
const HIT_HEIGHT = 70;

type State = { text: string; chosen: Chosen; order: Order };

const listHits = startHits(list, base);

let turn = 0;
let listMore: (() => Promise<void>) | undefined;
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
  void run();
}

async function run(): Promise<void> {
  turn += 1;
  const mine = turn;
  const state = readAddress();
  setState("busy");
  // What is listed still is not gone on with.
  more.hidden = true;
  if (document.activeElement !== box || box.value.trim() === "") box.value = state.text;
  try {
    if (state.text.trim() === "") clear();
    else await search(state, () => mine === turn);
  } catch {
    if (mine !== turn) return;
    clear();
    saying.textContent = "检索暂时不能使用，请稍后再试，或从上方栏目查阅。";
  }
  if (mine === turn) setState("done");
}

function setState(state: "busy" | "done"): void {
  document.documentElement.dataset.search = state;
}

function clear(): void {
  for (const part of [list, suggested, filterBar, counter, saying]) part.replaceChildren();
  delete page.dataset.way;
}

async function search(state: State, current: () => boolean): Promise<void> {
  const pause = startSlices();
  const filters = import("./search-filters.ts");
  filters.catch(() => null);
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
  const { groups, count } = await choose(library, facets, { ...found, ...state });
  const said = await saysOf(state.text, found, count, groups.length);
  if (!current()) return;
  terms = found.terms;
  const lister = listHits({ library, groups, terms, wanted: current });
  await lister.list(FIRST_HITS, true);
  if (!current()) return;
  counter.textContent = String(count);
  saying.textContent = said.text;
  suggested.replaceChildren(...said.suggestions);
  if (found.way === null) delete page.dataset.way;
  else page.dataset.way = found.way;
  // What was chosen among before stands until it is replaced, so that nothing moves.
  if (filterBar.childElementCount > 0) await pause();
  if (!current()) return;
  const { filterElements } = await filters;
  const parts = await filterElements(library, facets, found.matches, state.chosen, state.order);
  if (!current()) return;
  showFilters(parts);
  await lister.list(Math.max(0, Math.ceil(innerHeight / HIT_HEIGHT) - FIRST_HITS), true);
  listMore = () => listOn(lister, pause, current);
  await listMore();
}

async function listOn(lister: Lister, pause: () => Promise<void>, current: () => boolean): Promise<void> {
  const hits = lister.hits + HITS_AT_ONCE;
  const documents = lister.documents + DOCUMENTS_AT_ONCE;
  while (lister.left && lister.hits < hits && lister.documents < documents) {
    await pause();
    if (!current()) return;
    await lister.list(NEXT_HITS, false);
  }
  if (current()) more.hidden = !lister.left;
}

/** What stands behind the number of hits. */
async function saysOf(text: string, { way, terms, suggestions }: Found, count: number, documents: number) {
  const plain =
    count === 0
      ? ` 处：没有含“${text}”的段落。可减少用字，或改用别的说法。`
      : ` 处，见于 ${documents} 份文件`;
  if (way === null && suggestions.length === 0) return { text: plain, suggestions: [] };
  const { nearText, suggestionElement } = await import("./search-near.ts");
  return {
    text: way === null ? plain : nearText(text, way, terms),
    suggestions: suggestionElement(suggestions),
  };
}

function showFilters(parts: Node[]): void {
  const focused = document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : null;
  filterBar.replaceChildren(...parts);
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
  const mine = turn;
  more.hidden = true;
  setState("busy");
  void listMore?.().finally(() => mine === turn && setState("done"));
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
