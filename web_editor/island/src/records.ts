// A record that somebody pastes, to see what that recipient would get; it is sent for the preview alone and never kept.

import { dialog } from "./dialogs";
import { el } from "./draw";
import { _ } from "./words";

export function pasteRecord(before: unknown, done: (record: Record<string, unknown>) => void): void {
  const text = el("textarea", { rows: "14", spellcheck: "false", required: true, class: "code" });
  text.value = before ? JSON.stringify(before, null, 2) : "";
  const fault = el("p", { class: "fault", role: "alert", hidden: true }, _("This is no record: it has to be JSON that begins with {."));
  dialog(_("A record of your own"), [el("p", { class: "soft" }, _("Paste a recipient's record as JSON. It is used for this preview only, and neither kept nor logged.")), el("label", {}, _("Record"), text), fault], _("Use it"), () => {
    const record = parsed(text.value);
    fault.hidden = record !== null;
    if (record) done(record);
    else throw new Error("no record");
  });
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
