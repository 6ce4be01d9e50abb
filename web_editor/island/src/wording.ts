// What is different when a content block is written rather than a template: one wording and nothing beside it, whose it
// is and until when it holds, and the template in which it is looked at.

import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";

import { ITSELF } from "./doc";
import { button, el } from "./draw";
import type { JSONValue } from "./json";
import type { Preview } from "./preview";
import type { Sheet } from "./sheet";
import { inLanguage } from "./views";
import { day } from "./times";
import { ask, type Opened } from "./wire";
import { _, said } from "./words";

/** Nothing comes beside the wording, and it never goes. */
export function oneWording(): Plugin {
  return new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged || alone(transaction.doc),
  });
}

function alone(doc: Node): boolean {
  const found = doc.children.flatMap((region) => (region.type.name === "region" ? region.children : []));
  return found.length === 1 && found[0]?.attrs["id"] === ITSELF;
}

/** Whose it is, what it fulfils and when it holds, above the wording; all of it is changed in its form. */
export function about(block: Node, sheet: Sheet, opened: Opened): HTMLElement | null {
  if (block.attrs["id"] !== ITSELF) return null;
  const settings = block.attrs["settings"] as Record<string, JSONValue>;
  const fields = opened.shapes["content_block"]?.fields ?? [];
  const shown = ["owner", "citation", "jurisdiction", "lock", "review_by"].map((name) => {
    const field = fields.find((it) => it.name === name);
    return fact(inLanguage(field?.label), spoken(settings[name] ?? field?.default, inLanguage(field?.choices?.find((it) => it.value === settings[name])?.label)));
  });
  const valid = block.children.find((it) => it.attrs["field"] === "effective")?.attrs["settings"] as Record<string, JSONValue> | undefined;
  shown.splice(2, 0, fact(_("Valid"), span(valid?.["from"], valid?.["until"])));
  const open = button(opened.may_edit ? _("Change details…") : _("All details…"), "gear", () => sheet.openSettings(ITSELF), { class: "small" });
  return el("div", { class: "about" }, el("dl", {}, ...shown), open);
}

function fact(label: string, value: string): HTMLElement {
  return el("div", {}, el("dt", {}, label), el("dd", {}, value || "–"));
}

function spoken(value: JSONValue | undefined, label: string): string {
  if (label) return label;
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : String(value ?? "");
}

function span(from: JSONValue | undefined, until: JSONValue | undefined): string {
  if (from && until) return said(_("{from} to {until}"), { from: day(String(from)), until: day(String(until)) });
  if (from) return said(_("from {day}"), { day: day(String(from)) });
  return until ? said(_("until {day}"), { day: day(String(until)) }) : _("always");
}

interface Named {
  name: string;
  title: string;
}

interface Choices {
  personas: Named[];
  brands: Named[];
  languages: string[];
}

/** Chooses where the wording is looked at: by itself, or in a template that shows it, for one of its recipients. */
export function begin(root: HTMLElement, place: string, opened: Opened, preview: Preview): void {
  preview.template = "";
  const where = root.querySelector<HTMLSelectElement>("[name=shown-in]");
  const [persona, brand] = ["persona", "brand"].map((name) => root.querySelector<HTMLSelectElement>(`[name=${name}]`));
  if (!where || !persona || !brand) return;
  const own = [...persona.options];
  const brands = [...brand.options].map((it) => ({ name: it.value, title: it.text }));
  const options = (those: Named[]): HTMLElement[] => those.map((it) => el("option", { value: it.name }, it.title));
  const told = el("p", { class: "note small", role: "status", hidden: true });
  where.closest(".wishes")?.after(told);
  const choose = async (): Promise<void> => {
    const template = where.value;
    const chosen: Choices = template ? await ask(`${place}/shown-in/${template}`) : { personas: [], brands, languages: [opened.language] };
    if (template !== where.value) return; // somebody has chosen another one meanwhile
    preview.second?.end(); // there are other people to choose from now
    persona.closest("label")?.toggleAttribute("hidden", !template);
    persona.replaceChildren(...options(chosen.personas), ...own);
    persona.selectedIndex = 0;
    brand.replaceChildren(...options(chosen.brands));
    const spoken = chosen.languages.includes(opened.language);
    told.hidden = spoken;
    told.textContent = spoken ? "" : said(_("This template is not written in {language}. Choose another one, or another language."), { language: opened.language });
    Object.assign(preview, { template, persona: chosen.personas[0]?.name ?? "", brand: chosen.brands[0]?.name ?? "", record: null });
    preview.changed(0);
  };
  where.addEventListener("change", () => void choose());
  void choose();
  root.querySelector(".ask-owner")?.addEventListener("click", (event) => {
    const owner = (event.currentTarget as HTMLElement).dataset["owner"] ?? "";
    void import("./asking").then((it) => it.askCompliance(opened, "", { owner }));
  });
}
