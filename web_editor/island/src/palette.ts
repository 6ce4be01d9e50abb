// The palette by keys: Enter opens what stands first, arrows walk through what was found.

const input = (): HTMLInputElement | null => document.querySelector("#palette input[name=search]");
const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>("#palette-found a")];

/** Whether what is shown was found for the letters that stand there now: answers come later than keys. */
const current = (): boolean => document.querySelector<HTMLElement>("#palette-found [data-search]")?.dataset["search"] === input()?.value.trim();

let asked = false;

function go(): void {
  asked = !current();
  if (!asked) links()[0]?.click();
}

function walk(step: -1 | 1): void {
  const stops = [input(), ...links()];
  const here = stops.findIndex((it) => it === document.activeElement);
  stops[Math.min(Math.max(here + step, 0), stops.length - 1)]?.focus();
}

export function palette(): void {
  const dialog = document.getElementById("palette");
  dialog?.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  dialog?.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    if (!step) return;
    event.preventDefault();
    walk(step);
  });
  document.addEventListener("htmx:after:swap", () => {
    if (asked && current()) go();
  });
}
