// What every page does by script: dialogs, the palette, times in the reader's own zone.

import { localTimes } from "./times";

for (const opener of document.querySelectorAll<HTMLElement>("[data-open]")) {
  opener.addEventListener("click", () => open(opener.dataset["open"] ?? ""));
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    open("palette");
  }
});

document.addEventListener("click", (event) => {
  const closer = event.target instanceof Element ? event.target.closest("[data-close]") : null;
  closer?.closest("dialog")?.close();
});

function open(id: string): void {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  dialog.showModal();
  dialog.querySelector<HTMLInputElement>("input[type=search]")?.select();
}

// What went wrong is told on the page, which an open dialog would cover; what was typed in it stays.
const told = document.getElementById("told");
if (told) {
  new MutationObserver(() => {
    if (!told.childElementCount) return;
    for (const dialog of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) dialog.close();
    told.scrollIntoView({ block: "nearest" });
  }).observe(told, { childList: true });
}

localTimes(document);
document.addEventListener("htmx:after:swap", () => localTimes(document));
