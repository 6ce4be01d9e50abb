// What every page does by script: dialogs, the palette, times in the reader's own zone.

import { batches } from "./batches";
import { addresses } from "./library";
import { palette } from "./palette";
import { LATER, later, reacting } from "./reacting";
import { localTimes } from "./times";

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    open("palette");
  }
});

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  event.target.closest("[data-close]")?.closest("dialog")?.close();
  const opener = event.target.closest<HTMLElement>("[data-open]");
  if (opener) open(opener.dataset["open"] ?? "");
  const copied = event.target.closest<HTMLElement>("[data-copy]");
  if (copied) void copy(copied);
});

function open(id: string): void {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  dialog.showModal();
  const search = dialog.querySelector<HTMLInputElement>("input[type=search]");
  search?.select();
  if (document.querySelector(LATER)) void reacting().then(() => search?.dispatchEvent(new Event("focus")), () => undefined); // asks for what was typed meanwhile
}

/** Puts a text into the clipboard and says so on the button. */
async function copy(button: HTMLElement): Promise<void> {
  const text = document.getElementById(button.dataset["copy"] ?? "")?.textContent ?? "";
  await navigator.clipboard.writeText(text);
  button.setAttribute("data-copied", "");
}

/** What went wrong is told where somebody looks: in the dialog that they have open. */
function tell(): void {
  const told = document.getElementById("told");
  const dialog = document.querySelector("dialog[open] form");
  if (!told?.childElementCount || !dialog) return;
  dialog.querySelector(":scope > .told")?.remove();
  const here = document.createElement("div");
  here.className = "told";
  here.append(...told.childNodes);
  dialog.querySelector("footer")?.before(here);
}

/** A form whose answer is shown elsewhere leaves its dialog. */
function leave(): void {
  if (document.getElementById("made")?.childElementCount) document.querySelector<HTMLDialogElement>("dialog:has([data-closes])[open]")?.close();
}

addresses();
batches();
palette();
later();
if (document.querySelector("form[data-form]")) void import("./forms").then((it) => it.forms());
localTimes(document);
document.addEventListener("htmx:after:swap", () => {
  localTimes(document);
  tell();
  leave();
});
