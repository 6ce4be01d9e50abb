// The form of a block's settings, made of the same shapes that the server reads them by: a new block type gets its form
// by being there.

import type { EditorView } from "prosemirror-view";

import { blockWithId } from "./doc";
import { el } from "./draw";
import { same, type JSONValue } from "./json";
import type { Sheet } from "./sheet";
import { inLanguage } from "./views";
import type { FieldShape } from "./wire";
import { _ } from "./words";

type Settings = Record<string, JSONValue>;

export class SettingsForm {
  private id = "";

  constructor(
    private readonly place: HTMLElement,
    private readonly sheet: Sheet,
    private readonly view: EditorView,
  ) {}

  /** The form of a block, if the form is open at all. */
  show(id: string): void {
    this.id = id;
    if (!this.place.hidden) this.draw();
  }

  open(id: string): void {
    this.id = id;
    this.place.hidden = false;
    this.draw();
    this.place.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
  }

  private draw(): void {
    const found = blockWithId(this.view.state.doc, this.id);
    if (!found) {
      this.place.replaceChildren(el("p", { class: "soft" }, _("Choose a block to see its settings.")));
      return;
    }
    const { node } = found;
    const shape = this.sheet.opened.shapes[String(node.attrs["type"])];
    const closed = node.type.name === "fixed" || node.attrs["mode"] !== "open" || !this.sheet.opened.may_edit;
    const settings = (node.attrs["settings"] ?? {}) as Settings;
    const fields = (shape?.fields ?? []).filter((field) => KINDS.has(field.kind));
    this.place.replaceChildren(
      el("h2", {}, this.sheet.kind(String(node.attrs["type"])), " ", el("code", { class: "soft" }, this.id)),
      closed ? el("p", { class: "note" }, this.sheet.why(String(node.attrs["mode"])) || _("Locked: only its owners change it.")) : null as unknown as globalThis.Node,
      el("div", { class: "fields" }, ...fields.map((field) => this.field(field, settings, closed))),
    );
  }

  private field(field: FieldShape, settings: Settings, closed: boolean): HTMLElement {
    const input = control(field, settings[field.name]);
    if (closed) input.toggleAttribute("disabled", true);
    input.addEventListener("change", () => this.change(field, read(field, input)));
    const help = inLanguage(field.help);
    return el("label", {}, inLanguage(field.label) || field.name, help ? el("span", { class: "soft" }, ` ${help}`) : null, input);
  }

  private change(field: FieldShape, value: JSONValue | undefined): void {
    const found = blockWithId(this.view.state.doc, this.id);
    if (!found) return;
    const settings = { ...(found.node.attrs["settings"] as Settings) };
    if (value === undefined) delete settings[field.name];
    else settings[field.name] = value;
    if (same(settings, found.node.attrs["settings"])) return;
    this.view.dispatch(this.view.state.tr.setNodeAttribute(found.pos, "settings", settings));
    this.draw();
  }
}

const KINDS = new Set(["choice", "flag", "number", "expression", "condition", "list_path", "name", "identifier", "asset", "item", "plain", "note", "version"]);

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function control(field: FieldShape, value: JSONValue | undefined): Control {
  switch (field.kind) {
    case "flag": {
      const input = el("input", { type: "checkbox" });
      input.checked = value === true;
      return input;
    }
    case "choice": {
      const options = (field.choices ?? []).map((it) => el("option", { value: String(it.value) }, inLanguage(it.label) || String(it.value)));
      const input = el("select", {}, ...(field.required ? [] : [el("option", { value: "" }, "–")]), ...options);
      input.value = value === undefined || value === null ? "" : String(value);
      return input;
    }
    case "number":
      return el("input", { type: "number", value: value === undefined || value === null ? "" : String(value), min: field.min?.toString(), max: field.max?.toString() });
    case "note":
      return Object.assign(el("textarea", {}), { value: value === undefined ? "" : String(value) });
    default:
      return el("input", { value: value === undefined || value === null ? "" : String(value), spellcheck: "false" });
  }
}

function read(field: FieldShape, input: Control): JSONValue | undefined {
  if (field.kind === "flag") return (input as HTMLInputElement).checked || undefined;
  if (input.value === "") return undefined;
  const chosen = field.choices?.find((it) => String(it.value) === input.value);
  if (chosen) return chosen.value;
  return field.kind === "number" ? Number(input.value) : input.value;
}

