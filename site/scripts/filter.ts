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
  const items = [...list.querySelectorAll<HTMLElement>("[data-filter-item]")];
  const groups = [...list.querySelectorAll<HTMLElement>("[data-filter-group]")];
  const count = form.querySelector("[data-filter-count]") as HTMLElement;
  const empty = form.querySelector("[data-filter-empty]") as HTMLElement;
  const selects = [...form.querySelectorAll("select")];
  const others = [...document.querySelectorAll<HTMLAnchorElement>("a[data-keeps-filter]")];

  const apply = () => {
    const wanted = wishes(selects);
    let shown = 0;
    for (const item of items) {
      item.hidden = !wanted.every((wish) => fits(item, wish));
      if (!item.hidden) shown += 1;
    }
    for (const group of groups)
      group.hidden = group.querySelector("[data-filter-item]:not([hidden])") === null;
    count.textContent = String(shown);
    empty.hidden = shown > 0;
    for (const other of others) other.search = location.search;
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = query.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    apply();
  };

  const write = () => {
    const query = new URLSearchParams();
    for (const { name, value } of selects) if (value !== "") query.set(name, value);
    const search = query.size > 0 ? `?${query}` : "";
    history.pushState(null, "", `${location.pathname}${search}`);
    apply();
  };

  form.addEventListener("change", write);
  form.addEventListener("reset", () => setTimeout(write));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  read();
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-filter]")) startFilter(form);
