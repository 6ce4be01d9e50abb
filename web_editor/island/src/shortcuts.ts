// The sheet of shortcuts.

import { el } from "./draw";
import { _ } from "./words";

const KEYS: [string, string][] = [
  ["Ctrl+B, Ctrl+I", _("Bold, italic")],
  ["Ctrl+Z, Ctrl+Y", _("Undo, redo")],
  ["Enter", _("A new paragraph, or one more entry")],
  ["Shift+Enter", _("A line break")],
  ["/", _("Insert a block, in an empty paragraph")],
  ["{{", _("Insert a field")],
  ["Alt+↑, Alt+↓", _("Move the block up or down")],
  ["Ctrl+Alt+↑, Ctrl+Alt+↓", _("To the text before, to the next one")],
  ["Ctrl+F", _("Find and replace")],
  ["Ctrl+.", _("Settings of the block")],
  ["Ctrl+K", _("Go to another page")],
  ["F8, Shift+F8", _("In the text: to the next translation that is missing or out of date, to the one before")],
  ["F8, Shift+F8", _("While comparing, beside the text: to the next difference, to the one before")],
  ["Ctrl+Enter", _("The translation is still right")],
  ["F6", _("To the preview, and back")],
  ["Ctrl+/", _("This sheet")],
];

export function showShortcuts(): void {
  const rows = KEYS.map(([keys, what]) => el("tr", {}, el("th", { scope: "row" }, ...keys.split(", ").flatMap((it, index) => [index ? ", " : "", el("kbd", {}, it)])), el("td", {}, what)));
  const box = el("dialog", { "aria-labelledby": "shortcuts-title" }, el("h2", { id: "shortcuts-title" }, _("Keys")), el("table", {}, el("tbody", {}, ...rows)), el("form", { method: "dialog" }, el("footer", {}, el("button", { class: "main" }, _("Close")))));
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  box.scrollTop = 0; // the button that has the focus is the last thing on it
}
