/** 大字, 高对比, 夜间: switches whose state is kept in this browser. */

type Choices = Record<string, boolean>;

function read(): Choices {
  try {
    return JSON.parse(localStorage.getItem("display") ?? "{}") as Choices;
  } catch {
    return {};
  }
}

function keep(choices: Choices): void {
  try {
    localStorage.setItem("display", JSON.stringify(choices));
  } catch {
    // Storage may be closed; the choice then lasts for this page.
  }
}

/** What holds now; without a choice, dark and contrast follow the system. */
function holds(name: string): boolean {
  const chosen = document.documentElement.dataset[name];
  if (chosen !== undefined) return chosen === "true";
  if (name === "dark") return matchMedia("(prefers-color-scheme: dark)").matches;
  if (name === "contrast") return matchMedia("(prefers-contrast: more)").matches;
  return false;
}

export function startSwitches(): void {
  const group = document.querySelector<HTMLElement>("[data-switches]");
  if (group === null) return;
  for (const button of group.querySelectorAll<HTMLButtonElement>("[data-switch]")) {
    const name = button.dataset.switch as string;
    button.setAttribute("aria-pressed", String(holds(name)));
    button.addEventListener("click", () => {
      const next = !holds(name);
      document.documentElement.dataset[name] = String(next);
      button.setAttribute("aria-pressed", String(next));
      keep({ ...read(), [name]: next });
    });
  }
}
