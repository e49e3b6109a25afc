/** How the search page lets its hits be chosen. Loaded when there are hits. */
import type { Order } from "../../src/search/choose.ts";
import { type Counts, countValues } from "../../src/search/counts.ts";
import { type Chosen, FILTERS } from "../../src/search/filters.ts";
import type { Facets } from "../../src/search/layout.ts";
import type { Library } from "../../src/search/library.ts";
import type { Matches } from "../../src/search/matches.ts";
import { element } from "./element.ts";

/** One choice a filter with more than one value, the order, and a way back. */
export async function filterElements(
  library: Library,
  facets: Facets | null,
  matches: Matches,
  chosen: Chosen,
  order: Order,
): Promise<Node[]> {
  return elements(chosen, order, await countValues(library, facets, matches, chosen), facets === null);
}

function elements(chosen: Chosen, order: Order, counts: Counts, lacksFacets: boolean): Node[] {
  const selects = FILTERS.flatMap((name) => {
    const own = chosen[name];
    const values = [...counts[name]].toSorted((a, b) => b[1] - a[1]);
    if (own !== undefined && !counts[name].has(own)) values.push([own, 0]);
    if (values.length < 2 && own === undefined) return [];
    const options = values.map(([value, count]) => ({ value, text: `${value}（${count}）` }));
    return [selectElement(name, name, [{ value: "", text: "全部" }, ...options], own ?? "")];
  });
  if ([...counts.种类.values()].length === 0 && Object.keys(chosen).length === 0) return [];
  const orders = [
    { value: "relevance", text: "相关" },
    { value: "date", text: "日期" },
  ];
  const parts: Node[] = [...selects, selectElement("sort", "排序", orders, order)];
  if (lacksFacets) parts.push(buttonElement("按责任单位、人物筛选", "more"));
  if (Object.keys(chosen).length > 0) parts.push(buttonElement("清除筛选", "clear"));
  return parts;
}

function selectElement(
  name: string,
  text: string,
  options: { value: string; text: string }[],
  chosen: string,
): HTMLElement {
  const label = element("label", "", text);
  const select = document.createElement("select");
  select.name = name;
  for (const option of options)
    select.append(new Option(option.text, option.value, false, option.value === chosen));
  label.append(select);
  return label;
}

function buttonElement(text: string, does: "clear" | "more"): HTMLElement {
  const button = element("button", "", text);
  button.setAttribute("type", "button");
  button.dataset[does] = "";
  return button;
}
