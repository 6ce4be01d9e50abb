// "Ask compliance to change this": a thread at the block, which its owners find at the template and in reviews.

import { dialog, toast } from "./dialogs";
import { el } from "./draw";
import { ask, type Fixed, type Opened } from "./wire";
import { _, said } from "./words";

export function askCompliance({ kind, name, language }: Opened, block: string, told: Pick<Fixed, "owner"> | undefined, said_ = ""): void {
  const words = el("textarea", { required: true, rows: "5", maxlength: "4000", "aria-label": _("What should change, and why?") });
  words.value = said_;
  const whose = !block && told ? said(_("This wording belongs to {owner}. They will find what you write at this content block."), { owner: told.owner }) : told?.owner ? said(_("This wording belongs to {owner}. They will find what you write at this place of the template."), { owner: told.owner }) : _("They will find what you write at this place of the template.");
  dialog(_("Ask compliance to change this"), [el("p", { class: "soft" }, whose), el("label", {}, _("What should change, and why?"), words)], _("Ask"), async () => {
    const about = block ? { kind, name, block, language } : null;
    await ask(`/api/v1/items/${kind}/${name}/comments`, "POST", { words: words.value, about });
    toast(kind === "block" ? _("Asked. You find the answer at the content block.") : _("Asked. You find the answer at the template."));
  });
  words.focus();
}
