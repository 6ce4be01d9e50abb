// The form of a block's settings, made of the same shapes that the server reads them by: a new block type gets its form
// by being there.  Texts are written on the sheet itself; the form has everything else.

import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";

import { conditionOf } from "./branches";
import { control, read } from "./controls";
import { blockWithId, ITSELF, type Place } from "./doc";
import { button, el } from "./draw";
import { same, type JSONValue } from "./json";
import { emptyEntry, emptyPart } from "./making";
import type { Sheet } from "./sheet";
import { inLanguage } from "./views";
import type { FieldShape } from "./wire";
import { _, said } from "./words";

type Settings = Record<string, JSONValue>;
/** What is chosen in a dialog of its own rather than written: a clause, a picture, and what a clause wants to know. */
export interface Choosers {
  clause: (block: string) => void;
  inputs: (block: string, closed: boolean) => HTMLElement;
  picture: (block: string, asset: string, done: (asset: string) => void) => void;
}
const OF_CLAUSE = ["version", "hash", "follow"];
/** From a block to something in it: the fields, and of which entry. */
type Path = (string | number)[];

export class SettingsForm {
  private id = "";
  private timer = 0;
  private closed = false;

  constructor(
    private readonly place: HTMLElement,
    private readonly sheet: Sheet,
    private readonly view: EditorView,
    private readonly choosers: Choosers,
    private readonly condition: (source: string, field: FieldShape, block: string, done: (source: string) => void) => void,
  ) {}

  /** The form of a block, if the form is open at all. */
  show(id: string): void {
    this.id = id;
    if (!this.place.hidden) this.draw();
  }

  /** The document has changed, perhaps by undoing: shown once nobody is in the form. */
  changed(): void {
    clearTimeout(this.timer);
    if (!this.place.hidden) this.timer = setTimeout(() => this.place.contains(document.activeElement) || this.draw(), 300);
  }

  open(id: string): void {
    this.id = id;
    this.place.hidden = false;
    this.draw();
    this.place.scrollIntoView({ block: "nearest" });
    this.place.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
  }

  close(): void {
    this.place.hidden = true;
    this.view.focus();
  }

  private draw(): void {
    const found = blockWithId(this.view.state.doc, this.id);
    const away = button(_("Close"), "cross", () => this.close(), { "aria-label": _("Close the settings"), class: "bare away" });
    if (!found) {
      this.place.replaceChildren(away, el("p", { class: "soft" }, _("Choose a block to see its settings.")));
      return;
    }
    const { node } = found;
    const mode = String(node.attrs["mode"]);
    this.closed = node.type.name === "fixed" || mode !== "open" || !this.sheet.opened.may_edit;
    const shape = this.sheet.opened.shapes[String(node.attrs["type"])];
    this.place.replaceChildren(
      away,
      el("h2", {}, this.sheet.kind(String(node.attrs["type"])), " ", this.id === ITSELF ? null : el("code", { class: "soft small" }, this.id)),
      ...(this.closed ? [el("p", { class: "note" }, this.sheet.why(mode) || _("Locked: only its owners change it."))] : []),
      ...(node.type.name === "fixed" ? [] : [this.fields(shape?.fields ?? [], node, [])]),
    );
  }

  private fields(fields: FieldShape[], node: Node, path: Path): HTMLElement {
    const settings = (node.attrs["settings"] ?? {}) as Settings;
    if (fields.some((it) => it.kind === "item")) fields = fields.filter((it) => !OF_CLAUSE.includes(it.name));
    return el("div", { class: "fields" }, ...fields.map((field) => this.field(field, node, settings, path)).filter((it) => it !== null));
  }

  private field(field: FieldShape, node: Node, settings: Settings, path: Path): HTMLElement | null {
    switch (field.kind) {
      case "text":
      case "blocks":
        return null;
      case "entries":
        return this.entries(field, childOf(node, field.name), [...path, field.name]);
      case "part":
        return this.part(field, childOf(node, field.name), [...path, field.name]);
      default:
        return this.setting(field, settings[field.name], path);
    }
  }

  private setting(field: FieldShape, value: JSONValue | undefined, path: Path): HTMLElement {
    if (field.kind === "inputs") return this.choosers.inputs(this.id, this.closed);
    const input = control(field, value);
    for (const inner of [input, ...input.querySelectorAll("input, select")]) if (this.closed) inner.toggleAttribute("disabled", true);
    input.addEventListener("change", () => this.change(path, field.name, read(field, input)));
    const help = inLanguage(field.help);
    const label = inLanguage(field.label) || field.name;
    const words = [el("span", {}, label), help ? el("span", { class: "soft" }, ` ${help}`) : null];
    if (field.kind === "choices") return el("fieldset", {}, el("legend", {}, ...words), input);
    if (field.kind === "flag") return el("label", { class: "flag" }, input, " ", ...words);
    const shown = el("label", {}, ...words, input);
    if (field.kind === "item" && !this.closed) {
      input.toggleAttribute("readonly", true);
      return el("div", { class: "wide" }, shown, button(_("Choose another clause…"), "block", () => this.choosers.clause(this.id), { class: "bare small" }));
    }
    if (field.kind === "asset" && !this.closed) return el("div", {}, shown, button(_("Choose a picture…"), "eye", () => this.choosers.picture(this.id, String(value ?? ""), (asset) => {
      (input as HTMLInputElement).value = asset;
      this.change(path, field.name, asset);
    }), { class: "bare small" }));
    if (!["condition", "expression"].includes(field.kind) || this.closed) return shown;
    const opener = button(_("Build by clicking…"), "branch", () => this.condition((input as HTMLInputElement).value, field, this.id, (source) => {
      (input as HTMLInputElement).value = source;
      this.change(path, field.name, source || undefined);
    }), { class: "bare small" });
    const block = path.length ? null : blockWithId(this.view.state.doc, this.id);
    const table = block && conditionOf(block.node, this.sheet.opened.shapes) === field && button(_("As a table…"), "grid", () => this.sheet.openDecisions(this.id), { class: "bare small" });
    return el("div", {}, shown, opener, table);
  }

  private entries(field: FieldShape, entries: Node | null, path: Path): HTMLElement {
    const rows = (entries?.children ?? []).map((entry, index) => this.entry(field, entry, [...path, index], index, entries?.childCount ?? 0));
    return el("fieldset", { class: "many" }, el("legend", {}, inLanguage(field.label) || field.name), ...rows, this.closed && !rows.length ? el("p", { class: "soft small" }, _("None")) : null, this.adder(field, entries, path));
  }

  private entry(field: FieldShape, entry: Node, path: Path, index: number, count: number): HTMLElement {
    const named = field.keys?.find((it) => it.value === entry.attrs["key"]);
    const title = named ? inLanguage(named.label) : String(entry.attrs["key"]) || excerpt(entry) || String(index + 1);
    const tools = this.closed
      ? null
      : el(
          "span",
          { class: "row-tools" },
          field.keyed || index === 0 ? null : button(_("Up"), "up", () => this.shift(path, -1), { "aria-label": said(_("Move {entry} up"), { entry: title }), class: "bare" }),
          field.keyed || index === count - 1 ? null : button(_("Down"), "down", () => this.shift(path, 1), { "aria-label": said(_("Move {entry} down"), { entry: title }), class: "bare" }),
          count <= (field.min ?? 0) ? null : button(_("Remove"), "trash", () => this.remove(path), { "aria-label": said(_("Remove {entry}"), { entry: title }), class: "bare" }),
        );
    return el("div", { class: "one" }, el("div", { class: "one-head" }, el("span", {}, title), tools), field.fields ? this.fields(field.fields, entry, path) : null);
  }

  private adder(field: FieldShape, entries: Node | null, path: Path): HTMLElement | null {
    if (this.closed || (entries?.childCount ?? 0) >= (field.max ?? Infinity)) return null;
    if (field.keyed && !field.keys?.length) return shapeless(this.sheet, this.view, this.id) ? null : this.namer(field, path);
    if (!field.keyed) return button(_("Add"), "plus", () => this.add(field, path, ""), { class: "bare small" });
    const taken = new Set((entries?.children ?? []).map((it) => it.attrs["key"]));
    const free = (field.keys ?? []).filter((it) => !taken.has(it.value));
    const choose = el("select", { "aria-label": inLanguage(field.label) }, el("option", { value: "" }, _("Add for…")), ...free.map((it) => el("option", { value: String(it.value) }, inLanguage(it.label))));
    choose.addEventListener("change", () => this.add(field, path, choose.value));
    return free.length ? choose : null;
  }

  /** A new entry under a name of its own. */
  private namer(field: FieldShape, path: Path): HTMLElement {
    const name = el("input", { "aria-label": said(_("Name of a new entry under {field}"), { field: inLanguage(field.label) }), placeholder: _("name"), pattern: "[a-z][a-z0-9_]*", maxlength: "60", spellcheck: "false", autocapitalize: "off" });
    const add = (): void => {
      const key = name.value.trim().toLowerCase().replace(/[^a-z0-9_]+/g, "_");
      const taken = this.at(path)?.node.children.some((it) => it.attrs["key"] === key);
      if (/^[a-z]/.test(key) && !taken) this.add(field, path, key);
      else name.focus();
    };
    name.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      add();
    });
    return el("span", { class: "namer" }, name, button(_("Add"), "plus", add, { class: "bare small" }));
  }

  private part(field: FieldShape, part: Node | null, path: Path): HTMLElement {
    const legend = el("legend", {}, inLanguage(field.label) || field.name);
    if (!part) return el("fieldset", { class: "many" }, legend, this.closed ? el("p", { class: "soft small" }, _("None")) : button(_("Add"), "plus", () => this.begin(field, path), { class: "bare small" }));
    const away = this.closed || field.required ? null : button(_("Remove"), "trash", () => this.remove(path), { class: "bare small" });
    return el("fieldset", { class: "many" }, legend, this.fields(field.fields ?? [], part, path), away);
  }

  private change(path: Path, name: string, value: JSONValue | undefined): void {
    const found = this.at(path);
    if (!found) return;
    const settings = { ...(found.node.attrs["settings"] as Settings) };
    if (value === undefined) delete settings[name];
    else settings[name] = value;
    if (same(settings, found.node.attrs["settings"])) return;
    this.view.dispatch(this.view.state.tr.setNodeAttribute(found.pos, "settings", settings)); // the form stands: who tabs on would lose their place
  }

  private add(field: FieldShape, path: Path, key: string): void {
    const found = this.at(path);
    if (!found || (field.keyed && !key)) return;
    this.view.dispatch(this.view.state.tr.insert(found.pos + found.node.nodeSize - 1, emptyEntry(field, key, found.node)));
    this.draw();
  }

  private begin(field: FieldShape, path: Path): void {
    const around = this.at(path.slice(0, -1));
    if (!around) return;
    const before = around.node.children.findIndex((child) => child.type.name === "inside");
    const at = before < 0 ? around.pos + around.node.nodeSize - 1 : around.pos + 1 + around.node.children.slice(0, before).reduce((sum, it) => sum + it.nodeSize, 0);
    this.view.dispatch(this.view.state.tr.insert(at, emptyPart(field)));
    this.draw();
  }

  private remove(path: Path): void {
    const found = this.at(path);
    if (!found) return;
    this.view.dispatch(this.view.state.tr.delete(found.pos, found.pos + found.node.nodeSize));
    this.draw();
  }

  private shift(path: Path, step: -1 | 1): void {
    const found = this.at(path);
    const beside = this.at([...path.slice(0, -1), Number(path.at(-1)) + step]);
    if (!found || !beside) return;
    const to = step < 0 ? beside.pos : found.pos + beside.node.nodeSize;
    this.view.dispatch(this.view.state.tr.delete(found.pos, found.pos + found.node.nodeSize).insert(to, found.node));
    this.draw();
  }

  /** Where something in the block is now. */
  private at(path: Path): Place | null {
    let found: Place | null = blockWithId(this.view.state.doc, this.id);
    for (const step of path) {
      if (!found) return null;
      let [pos, inner]: [number, Node | null] = [found.pos + 1, null];
      for (const [index, child] of found.node.children.entries()) {
        if (typeof step === "number" ? index === step : child.attrs["field"] === step && child.type.name !== "inside") {
          inner = child;
          break;
        }
        pos += child.nodeSize;
      }
      found = inner && { node: inner, pos };
    }
    return found;
  }
}

function childOf(node: Node, field: string): Node | null {
  return node.children.find((child) => child.attrs["field"] === field && ["entries", "part"].includes(child.type.name)) ?? null;
}

/** What gaps a clause has is its content block's to say. */
function shapeless(sheet: Sheet, view: EditorView, id: string): boolean {
  const type = String(blockWithId(view.state.doc, id)?.node.attrs["type"]);
  return sheet.opened.shapes[type]?.fields.some((it) => it.kind === "item") === true;
}

function excerpt(entry: Node): string {
  const text = entry.textContent.trim();
  return text.length > 32 ? `${text.slice(0, 32)}…` : text;
}
