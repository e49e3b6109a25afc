/** What every page does once it is there: display switches, `/` for the search box, citations to copy. */
import { startCiting } from "./cite.ts";
import { startSwitches } from "./switches.ts";

startSwitches();
startCiting();

// What a search box needs is loaded when the box is first used.
for (const box of document.querySelectorAll<HTMLInputElement>("[data-search-box]")) {
  const start = async () => (await import("./search-box.ts")).startBox(box);
  box.addEventListener("focus", () => void start(), { once: true });
}

// A hit that was followed opens with its words marked.
if (handedHere()) void import("./search-marks.ts").then(({ markHanded }) => markHanded());

function handedHere(): boolean {
  try {
    return [localStorage, sessionStorage].some((storage) => storage.getItem("search-marks") !== null);
  } catch {
    return false;
  }
}

// Beside the text there is room for the outline.
const outline = document.querySelector<HTMLDetailsElement>(".outline details");
if (outline !== null && matchMedia("(min-width: 72rem)").matches) outline.open = true;

document.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  const typing = target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector<HTMLInputElement>("[data-search-box]");
  if (box === null) return;
  event.preventDefault();
  box.focus();
  box.select();
});

document.querySelector("[data-print]")?.addEventListener("click", () => print());
