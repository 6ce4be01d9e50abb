// "Ask compliance to change this": a thread at the block, which its owners find at the template and in reviews.

import { dialog, toast } from "./dialogs";
import { el } from "./draw";
import { ask, type Fixed } from "./wire";
import { _, said } from "./words";

export function askCompliance(template: string, block: string, told: Fixed | undefined, language: string): void {
  const words = el("textarea", { required: true, rows: "5", maxlength: "4000", "aria-label": _("What should change, and why?") });
  const whose = told?.owner ? said(_("This wording belongs to {owner}. They will find what you write at this place of the template."), { owner: told.owner }) : _("They will find what you write at this place of the template.");
  dialog(_("Ask compliance to change this"), [el("p", { class: "soft" }, whose), el("label", {}, _("What should change, and why?"), words)], _("Ask"), async () => {
    const about = { kind: "template", name: template, block, language };
    await ask(`/api/v1/items/template/${template}/comments`, "POST", { words: words.value, about });
    toast(_("Asked. You find the answer at the template."));
  });
  words.focus();
}
