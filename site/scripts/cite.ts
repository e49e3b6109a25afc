/** A mark beside a place opens its citation, ready to copy; without scripts the mark is a link to the place. */
import { citePlace } from "../../src/corpus/cite.ts";

export function startCiting(): void {
  const panel = document.querySelector<HTMLElement>("[data-cite]");
  const article = document.querySelector<HTMLElement>("[data-citation]");
  if (panel === null || article === null || !("popover" in panel)) return;
  const citation = panel.querySelector("[data-cite-text]") as HTMLElement;
  const said = panel.querySelector("[data-cite-said]") as HTMLElement;
  let address = "";

  article.addEventListener("click", (event) => {
    const mark = (event.target as Element).closest<HTMLAnchorElement>("a.mark");
    if (mark === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(null, "", mark.hash);
    address = mark.href;
    const place = mark.dataset.place ?? "";
    citation.textContent = citePlace(article.dataset.citation ?? "", place);
    said.textContent = "";
    panel.showPopover();
    panel.querySelector<HTMLButtonElement>("button")?.focus();
  });

  for (const button of panel.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    button.addEventListener("click", async () => {
      const text = button.dataset.copy === "link" ? address : `${citation.textContent}。${address}`;
      said.textContent = (await copy(text)) ? "已复制" : `请手动复制：${text}`;
    });
  }

  const toggle = document.querySelector<HTMLButtonElement>("[data-marks]");
  if (toggle === null) return;
  toggle.addEventListener("click", () => {
    const shown = toggle.getAttribute("aria-pressed") !== "true";
    toggle.setAttribute("aria-pressed", String(shown));
    article.classList.toggle("marks-shown", shown);
    for (const mark of article.querySelectorAll<HTMLAnchorElement>("a.mark.quiet")) {
      mark.tabIndex = shown ? 0 : -1;
      if (shown) {
        mark.removeAttribute("aria-hidden");
        mark.setAttribute("aria-label", `引用：${mark.dataset.place ?? ""}`);
      } else mark.setAttribute("aria-hidden", "true");
    }
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
