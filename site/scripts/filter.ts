/** Filters a list that is already on the page; the choices stand in the address, so that they can be sent and come back. */

/**
 * A select that narrows another says which of an item's lists the other's choice is looked for in: a body among
 * those who lead, or among those who support. On its own it asks that the list names anybody.
 */
type Wish = { list: string; value: string | null };

function wishes(selects: HTMLSelectElement[]): Wish[] {
  const lists = new Map<string, string>();
  for (const { dataset, value } of selects) {
    if (dataset.narrows !== undefined && value !== "") lists.set(dataset.narrows, value);
  }
  const wanted = selects
    .filter(({ value, dataset }) => value !== "" && dataset.narrows === undefined)
    .map(({ name, value }): Wish => ({ list: lists.get(name) ?? name, value }));
  const alone = [...lists].filter(([name]) =>
    selects.every((select) => select.name !== name || select.value === ""),
  );
  return [...wanted, ...alone.map(([, list]): Wish => ({ list, value: null }))];
}

function fits(item: HTMLElement, { list, value }: Wish): boolean {
  const own = item.dataset[list] ?? "";
  return value === null ? own !== "" : own.split("|").includes(value);
}

function startFilter(form: HTMLFormElement): void {
  const list = document.getElementById(form.dataset.filter ?? "");
  if (list === null) return;
  const count = form.querySelector("[data-filter-count]") as HTMLElement;
  const empty = form.querySelector("[data-filter-empty]") as HTMLElement;
  const selects = [...form.querySelectorAll("select")];
  const pages = [...document.querySelectorAll<HTMLAnchorElement>("a[data-list-page]")];
  const all = form.querySelector<HTMLInputElement>("[name=all]");
  let gathered = false;

  const apply = () => {
    const wanted = wishes(selects);
    let shown = 0;
    for (const item of list.querySelectorAll<HTMLElement>("[data-filter-item]")) {
      item.hidden = !wanted.every((wish) => fits(item, wish));
      if (!item.hidden) shown += 1;
    }
    for (const group of list.querySelectorAll<HTMLElement>("[data-filter-group]"))
      group.hidden = group.querySelector("[data-filter-item]:not([hidden])") === null;
    count.textContent = String(shown);
    empty.hidden = shown > 0;
    for (const page of pages) page.search = location.search;
  };

  /** Brings what stands on the other pages here, once. */
  const gather = async () => {
    if (all === null || !all.checked || gathered) return;
    all.disabled = true;
    form.ariaBusy = "true";
    const { gatherPages } = await import("./filter-pages.ts");
    gathered = await gatherPages(list, selects, pages);
    form.ariaBusy = null;
    all.disabled = gathered;
    if (!gathered) all.checked = false;
  };

  const read = async () => {
    const query = new URLSearchParams(location.search);
    if (all !== null) all.checked = gathered || query.has("all");
    await gather();
    for (const select of selects) {
      const value = query.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    apply();
  };

  const write = () => {
    const query = new URLSearchParams();
    for (const { name, value } of selects) if (value !== "") query.set(name, value);
    if (all?.checked) query.set("all", "1");
    const search = query.size > 0 ? `?${query}` : "";
    history.pushState(null, "", `${location.pathname}${search}`);
    return read();
  };

  form.addEventListener("change", write);
  form.addEventListener("reset", () => setTimeout(write));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  void read();
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-filter]")) startFilter(form);
