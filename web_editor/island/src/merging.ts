// Somebody else has saved meanwhile: both changes are put together, and where both changed the same place one chooses.

import { dialog, toast } from "./dialogs";
import { el } from "./draw";
import type { JSONValue } from "./json";
import { ask } from "./wire";
import { _, said } from "./words";

interface Clash {
  block: string;
  field: string;
  mine: JSONValue;
  theirs: JSONValue;
}

interface Merged {
  document: JSONValue;
  hash: string;
  clashes: Clash[];
  by: string;
}

/** What both made of the document, or null while somebody still has to choose and does not. */
export async function merge(address: string, document: unknown, base: string, title: (block: string) => string): Promise<Merged | null> {
  const first = await ask<Merged>(address, "POST", { document, base });
  if (!first.clashes.length) {
    toast(said(_("{person} has saved meanwhile. Both changes are kept."), { person: first.by }));
    return first;
  }
  return choose(first, title, (chosen) => ask<Merged>(address, "POST", { document, base, chosen }));
}

function choose(first: Merged, title: (block: string) => string, again: (chosen: object[]) => Promise<Merged>): Promise<Merged | null> {
  return new Promise((resolve) => {
    let made: Merged | null = null;
    const picked = new Map<Clash, "mine" | "theirs">(first.clashes.map((it) => [it, "mine"]));
    const rows = first.clashes.map((clash, index) =>
      el("fieldset", { class: "clash" }, el("legend", {}, title(clash.block) || _("Template"), " ", el("span", { class: "soft small" }, clash.field)), side(clash, "mine", _("Yours"), index, picked), side(clash, "theirs", said(_("{person}’s"), { person: first.by }), index, picked)),
    );
    const told = el("p", { class: "soft" }, said(_("{person} has changed the same places and saved first. Nothing is lost: choose what stands, place by place. All else is kept from both."), { person: first.by }));
    const box = dialog(_("Two people at once"), [told, ...rows], _("Keep these"), async () => {
      const chosen = first.clashes.map((it) => ({ block: it.block, field: it.field, side: picked.get(it) ?? "mine" }));
      made = await again(chosen);
    });
    box.addEventListener("close", () => resolve(made));
  });
}

function side(clash: Clash, name: "mine" | "theirs", label: string, index: number, picked: Map<Clash, "mine" | "theirs">): HTMLElement {
  const input = el("input", { type: "radio", name: `clash-${index}`, value: name });
  input.checked = name === "mine";
  input.addEventListener("change", () => picked.set(clash, name));
  return el("label", { class: "flag" }, input, " ", el("strong", {}, label), el("span", { class: "said" }, spoken(clash[name])));
}

function spoken(value: JSONValue): string {
  if (value === null) return _("(taken away)");
  return typeof value === "string" ? value : JSON.stringify(value);
}
