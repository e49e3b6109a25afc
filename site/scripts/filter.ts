/** Filters a list that is already on the page; the choices stand in the address, so that they can be sent and come back. */

function startFilter(form: HTMLFormElement): void {
  const list = document.getElementById(form.dataset.filter ?? "");
  if (list === null) return;
  const items = [...list.querySelectorAll<HTMLElement>("[data-filter-item], li.task, tbody tr")];
  const groups = [...list.querySelectorAll<HTMLElement>("[data-filter-group]")];
  const count = form.querySelector("[data-filter-count]") as HTMLElement;
  const empty = form.querySelector("[data-filter-empty]") as HTMLElement;
  const selects = [...form.querySelectorAll("select")];

  const apply = () => {
    const wanted = selects.filter((select) => select.value !== "");
    let shown = 0;
    for (const item of items) {
      const fits = wanted.every(({ name, value }) => (item.dataset[name] ?? "").split("|").includes(value));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of groups) group.hidden = items.every((item) => item.hidden || !group.contains(item));
    count.textContent = String(shown);
    empty.hidden = shown > 0;
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
  form.hidden = false;
  read();
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-filter]")) startFilter(form);
