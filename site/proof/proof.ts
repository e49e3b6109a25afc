/** The proof page at work: steps from doubt to doubt, filters, and the page laid anew when content changes. */
import { NEWS } from "./news.ts";

const root = document.documentElement;
let current: number | null = null;

const all = <T extends Element>(selector: string): T[] => [...document.querySelectorAll<T>(selector)];
const doubts = (): HTMLElement[] => all<HTMLElement>("[data-doubt]");
const shown = (): HTMLElement[] => doubts().filter((doubt) => !doubt.hidden);
const numberOf = (doubt: HTMLElement): number => Number(doubt.dataset.doubt);

/** Goes to a doubt: its mark in the source and its entry in the list. */
function goTo(doubt: HTMLElement): void {
  current = numberOf(doubt);
  for (const marked of all(".current")) marked.classList.remove("current");
  const mark = document.querySelector<HTMLElement>(`[data-doubt-mark="${current}"]`);
  doubt.classList.add("current");
  mark?.classList.add("current");
  mark?.closest(".proof-row")?.classList.add("current");
  mark?.scrollIntoView({ block: "center" });
  doubt.scrollIntoView({ block: "nearest" });
}

/** The shown doubt after or before the current one, round and round. */
function step(by: 1 | -1): void {
  const list = shown();
  const [first] = list;
  if (first === undefined) return;
  const at = list.findIndex((doubt) => numberOf(doubt) === current);
  const next = at < 0 ? (by === 1 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
  goTo(list[next] ?? first);
}

/** What the filters are set to. */
type Filters = { severities: string[]; rule: string };
/** All that a reload would lose, and the page that it is of. */
type Settings = Filters & { current: number | null; path: string };

function filters(): Filters {
  const form = document.querySelector<HTMLFormElement>("[data-filters]");
  const data = form === null ? new FormData() : new FormData(form);
  return { severities: data.getAll("severity").map(String), rule: String(data.get("rule") ?? "") };
}

function setFilters({ severities, rule }: Filters): void {
  for (const box of all<HTMLInputElement>('[name="severity"]')) box.checked = severities.includes(box.value);
  const choice = document.querySelector<HTMLSelectElement>('[name="rule"]');
  if (choice !== null && [...choice.options].some(({ value }) => value === rule)) choice.value = rule;
  applyFilters();
}

function applyFilters(): void {
  const { severities, rule } = filters();
  for (const doubt of doubts()) {
    const { severity = "", rule: own = "" } = doubt.dataset;
    doubt.hidden = !severities.includes(severity) || (rule !== "" && rule !== own);
  }
  const count = document.querySelector("[data-shown]");
  if (count !== null) count.textContent = String(shown().length);
}

/** Fetches the page anew and puts it in place: where the reader stands, the filters and the doubt stay. */
async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { cache: "no-store" });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [from, to] = [fresh.querySelector("[data-proof]"), document.querySelector("[data-proof]")];
  if (from === null || to === null) {
    location.reload();
    return;
  }
  const kept = filters();
  const list = document.querySelector(".proof-doubts")?.scrollTop ?? 0;
  to.replaceWith(from);
  setFilters(kept);
  document.querySelector(".proof-doubts")?.scrollTo({ top: list });
  const state = document.querySelector("[data-proof-state]");
  if (state !== null) state.textContent = `已更新 ${new Date().toLocaleTimeString("zh-CN")}`;
  root.dataset.proofTurn = String(Number(root.dataset.proofTurn ?? 0) + 1);
}

document.addEventListener("keydown", (event) => {
  const typing = (event.target as Element).closest("select, textarea, input:not([type=checkbox])") !== null;
  if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
  if (event.key === "n") step(1);
  if (event.key === "p") step(-1);
});
document.addEventListener("click", (event) => {
  const doubt = (event.target as Element).closest<HTMLElement>("[data-doubt]");
  const mark = (event.target as Element).closest<HTMLElement>("[data-doubt-mark]");
  const meant = doubt ?? doubts().find((one) => one.dataset.doubt === mark?.dataset.doubtMark);
  if (meant) goTo(meant);
});
document.addEventListener("change", (event) => {
  if ((event.target as Element).closest("[data-filters]")) applyFilters();
});

/** Where this tab keeps what a reload would lose. */
const KEPT = "gongbao-proof";

/** Takes up what the page was set to before it was loaded again. */
function resume(): void {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null") as Settings | null;
  if (kept === null || kept.path !== location.pathname) return;
  setFilters(kept);
  ({ current } = kept);
  for (const doubt of doubts()) doubt.classList.toggle("current", numberOf(doubt) === current);
  const mark = document.querySelector(`[data-doubt-mark="${current}"]`);
  for (const marked of [mark, mark?.closest(".proof-row")]) marked?.classList.add("current");
}

addEventListener("pagehide", () => {
  const settings: Settings = { ...filters(), current, path: location.pathname };
  sessionStorage.setItem(KEPT, JSON.stringify(settings));
});
resume();
root.dataset.proofTurn = "0";
import.meta.hot?.on(NEWS, () => void refresh());
