/** The search box as a combobox: names, titles and first hits for what is typed; loaded when the box is first used. */
import { answer } from "../../src/search/answer.ts";
import { choose } from "../../src/search/choose.ts";
import { excerpt } from "../../src/search/excerpt.ts";
import { ENGINE_PROGRAM, FEW_DOCUMENTS, type PlaceRow } from "../../src/search/layout.ts";
import { readQuery } from "../../src/search/query.ts";
import { completions } from "../../src/search/suggest.ts";
import { handOver } from "./search-handing.ts";
import { openSearch } from "./search-library.ts";

/** Names and hits listed at most. */
const MOST_NAMES = 5;
const MOST_HITS = 4;

type Option = { text: string; note: string; href: string | null; terms: string[] };

export function startBox(box: HTMLInputElement): void {
  const list = document.getElementById(box.getAttribute("aria-controls") ?? "");
  const said = box.form?.querySelector<HTMLElement>("[data-box-said]");
  const { engine = "", files = "", base = "" } = box.dataset;
  // On the search page the hits stand below: the list gives names only.
  const namesOnly = box.hasAttribute("data-names-only");
  if (list === null || said === null || said === undefined) return;
  let options: Option[] = [];
  let active = -1;
  let turn = 0;

  const close = () => {
    turn += 1;
    list.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const point = (to: number) => {
    active = to;
    for (const [at, item] of [...list.children].entries())
      item.setAttribute("aria-selected", String(at === active));
    const item = list.children[active];
    if (item === undefined) box.removeAttribute("aria-activedescendant");
    else {
      box.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }
  };

  const follow = ({ text, href, terms }: Option) => {
    close();
    if (href !== null) {
      handOver(href, terms);
      location.assign(href);
      return;
    }
    box.value = text;
    box.form?.requestSubmit();
  };

  const show = (found: Option[]) => {
    options = found;
    if (found.length === 0) {
      list.replaceChildren();
      list.hidden = true;
      box.setAttribute("aria-expanded", "false");
      said.textContent = "";
      return;
    }
    list.replaceChildren(...found.map((option, at) => optionElement(option, `${list.id}-${at}`)));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    box.removeAttribute("aria-activedescendant");
    active = -1;
    said.textContent = `${found.length} 条建议，用上下键选择`;
  };

  const update = async () => {
    turn += 1;
    const mine = turn;
    const typed = box.value.trim();
    if (typed === "") return close();
    try {
      const { library } = await openSearch({ engine, files });
      const named: Option[] = completions(await library.names(), typed, MOST_NAMES).map(([text, , note]) => ({
        text,
        note,
        href: null,
        terms: [],
      }));
      if (mine !== turn) return;
      show(named);
      if (namesOnly || readQuery(typed).all.join("").length < 2) return;
      const { matches, terms, way } = await answer(library, typed);
      const { groups } = await choose(library, null, { matches, chosen: {}, order: "relevance", terms });
      const hits = groups
        .flatMap(({ document, records }) => records.map((record) => ({ document, record })))
        .slice(0, MOST_HITS);
      const listed = await Promise.all(
        hits.map(async ({ document, record }): Promise<Option> => {
          const [text, places] = await Promise.all([
            library.text(document, record),
            library.places(document),
          ]);
          const [address] = places.records[record] as PlaceRow;
          const words = excerpt(text.replaceAll("\n", "　"), terms, 36).map((piece) => piece.text);
          const href = `${base}${address.startsWith("/") ? address : places.path + address}`;
          return {
            text: words.join(""),
            note: way === null ? places.title : `近似结果　${places.title}`,
            href,
            terms,
          };
        }),
      );
      if (mine === turn && active === -1) show([...named, ...listed]);
    } catch {
      // Without its files the box is still a plain form.
    }
  };

  box.addEventListener("input", (event) => {
    if (!(event as InputEvent).isComposing) void update();
  });
  box.addEventListener("compositionend", () => void update());
  box.addEventListener("blur", () => setTimeout(close, 150));
  box.form?.addEventListener("submit", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length > 0) {
      event.preventDefault();
      if (list.hidden) show(options);
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place more than options: back in the box.
      const places = options.length + 1;
      point(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && !list.hidden) {
      const chosen = options[active];
      if (chosen === undefined) return;
      event.preventDefault();
      follow(chosen);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = (event.target as Element).closest("[role=option]");
    const chosen = options[[...list.children].indexOf(item as Element)];
    if (chosen !== undefined) follow(chosen);
  });

  void openSearch({ engine, files })
    .then(({ library, warmUp }) => {
      // A worker fetches for itself.
      if (library.catalogue.columns.records.length < FEW_DOCUMENTS)
        fetchAhead(engine.replace(/[^/]*$/, ENGINE_PROGRAM));
      return Promise.all([library.names(), namesOnly ? null : warmUp()]);
    })
    .catch(() => null);
  if (box.value !== "" && !namesOnly) void update();
}

/** Has a file on its way before the engine asks for it, if it is not yet: see `search-ahead.js`. */
function fetchAhead(address: string): void {
  if (document.querySelector(`link[href="${address}"]`) !== null) return;
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.crossOrigin = "anonymous";
  link.href = address;
  document.head.append(link);
}

function optionElement({ text, note }: Option, id: string): HTMLElement {
  const item = document.createElement("div");
  item.id = id;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  const words = document.createElement("span");
  words.textContent = text;
  const beside = document.createElement("span");
  beside.className = "note";
  beside.textContent = note;
  item.append(words, beside);
  return item;
}
