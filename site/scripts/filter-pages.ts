/** Brings the items of a list's other pages onto this one, and their choices into its filters. */

/** False where a page could not be had; the list is then as it was. */
export async function gatherPages(
  list: HTMLElement,
  selects: HTMLSelectElement[],
  links: HTMLAnchorElement[],
): Promise<boolean> {
  try {
    const pages = await Promise.all(links.map(({ href }) => readPage(href)));
    const parts = pages.flatMap((page) => page.getElementById(list.id) ?? []);
    holderOf(list).replaceChildren(...parts.flatMap((part) => [...holderOf(part).children]));
    for (const select of selects)
      joinChoices(
        select,
        pages.flatMap((page) => page.querySelector<HTMLSelectElement>(`#${select.id}`) ?? []),
      );
    return true;
  } catch {
    return false;
  }
}

async function readPage(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** What the items, or the groups of them, stand in. */
function holderOf(list: Element): Element {
  return list.querySelector("tbody, .timeline") ?? list;
}

const COUNTED = /^(.*)（(\d+)）$/su;

/** Each choice of the pages once, with how often it stands on all of them. */
function joinChoices(select: HTMLSelectElement, others: HTMLSelectElement[]): void {
  const counts = new Map<string, { text: string; count: number }>();
  for (const { value, text } of others.flatMap(({ options }) => [...options])) {
    if (value === "") continue;
    const [, name = text, count = "0"] = COUNTED.exec(text) ?? [];
    counts.set(value, { text: name, count: (counts.get(value)?.count ?? 0) + Number(count) });
  }
  const options = [...counts].map(
    ([value, { text, count }]) => new Option(count > 0 ? `${text}（${count}）` : text, value),
  );
  select.replaceChildren(...[...select.options].slice(0, 1), ...options);
  const line = select.closest("p");
  if (line !== null) line.hidden = options.length < 2;
}
