// How the document looks on the page: one view for each kind of node.

import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, NodeViewConstructor } from "prosemirror-view";

import { el, icon } from "./draw";
import type { Fixed, Run } from "./wire";
import type { Sheet } from "./sheet";
import { _, language, said } from "./words";

export function nodeViews(sheet: Sheet): Record<string, NodeViewConstructor> {
  return {
    messages: () => container("div", "messages", sheet.title("messages")),
    region: (node) => container("section", `region region-${String(node.attrs["name"])}`, sheet.title(`region ${String(node.attrs["name"])}`), String(node.attrs["name"])),
    block: (node, view, position) => new BlockView(sheet, node, view, position as () => number | undefined),
    fixed: (node) => new FixedView(sheet, node),
    words: (node, view, position) => new WordsView(sheet, node, view, position as () => number | undefined),
    entries: (node) => container("div", `entries entries-${String(node.attrs["field"])}`),
    entry: () => container("div", "entry"),
    part: (node) => container("div", `part part-${String(node.attrs["field"])}`),
    inside: (node) => container("div", "inside", undefined, String(node.attrs["field"])),
    placeholder: (node, view, position) => new ChipView(sheet, node, view, position as () => number | undefined),
  };
}

/** A place that holds others, perhaps with a title of its own that cannot be written in. */
function container(tag: "div" | "section", name: string, title?: string, field = ""): NodeView {
  const inner = el("div", { class: "within" });
  const dom = el(tag, { class: name, "data-field": field }, title ? el("p", { class: "place", contenteditable: "false" }, title) : null, inner);
  return { dom, contentDOM: inner, ignoreMutation: (mutation) => mutation.type !== "selection" && !inner.contains(mutation.target) };
}

class BlockView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly heading = el("div", { class: "block-head", contenteditable: "false" });

  constructor(
    private readonly sheet: Sheet,
    private node: Node,
    view: EditorView,
    position: () => number | undefined,
  ) {
    this.contentDOM = el("div", { class: "within" });
    const told = node.attrs["type"] === "clause" ? sheet.opened.fixed[String(node.attrs["id"])] : undefined;
    const words = told ? el("div", { class: "fixed", contenteditable: "false", translate: "no" }, ...fixedWords(sheet, told)) : null;
    this.dom = el("div", { class: "block" }, this.heading, words, this.contentDOM);
    this.heading.addEventListener("mousedown", (event) => {
      const at = position();
      if (at === undefined || (event.target instanceof Element && event.target.closest("button"))) return;
      event.preventDefault();
      this.sheet.select(view, at);
    });
    this.draw();
  }

  private draw(): void {
    const { type, id, mode, settings } = this.node.attrs as { type: string; id: string; mode: string; settings: Record<string, unknown> };
    this.dom.className = `block block-${type} mode-${mode}`;
    this.dom.dataset["id"] = id;
    this.dom.dataset["style"] = String(settings["tone"] ?? settings["level"] ?? settings["kind"] ?? "");
    const sentence = this.sheet.sentence(this.node);
    this.heading.replaceChildren(
      ...[
        mode === "open" ? el("span", { class: "grip", title: _("Drag, or Alt and arrow keys, to move") }, icon("grip")) : el("span", { class: "grip", title: this.sheet.why(mode) }, icon("lock")),
        el("span", { class: "kind" }, this.sheet.kind(type)),
        sentence ? el("span", { class: "sentence" }, icon("branch"), ` ${sentence}`) : null,
        this.sheet.handles(this.node),
      ].filter((it) => it !== null),
    );
    if (mode !== "open") this.heading.draggable = false;
    else this.heading.draggable = true;
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs["type"] !== this.node.attrs["type"] || node.attrs["id"] !== this.node.attrs["id"]) return false;
    const changed = node.attrs !== this.node.attrs;
    this.node = node;
    if (changed) this.draw();
    return true;
  }

  selectNode(): void {
    this.dom.classList.add("chosen");
  }

  deselectNode(): void {
    this.dom.classList.remove("chosen");
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest("button") !== null;
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }
}

/** Locked wording: drawn from what the server says it is, and drawn again when somebody tampers with the page. */
class FixedView implements NodeView {
  readonly dom: HTMLElement;
  private readonly guard: MutationObserver;

  constructor(
    private readonly sheet: Sheet,
    private readonly node: Node,
  ) {
    this.dom = el("div", { class: "fixed", translate: "no", contenteditable: "false", "data-id": String(node.attrs["id"]) });
    this.draw();
    this.guard = new MutationObserver(() => this.draw());
    this.watch();
  }

  private watch(): void {
    this.guard.observe(this.dom, { childList: true, characterData: true, subtree: true, attributes: true });
  }

  private draw(): void {
    this.guard?.disconnect();
    const id = String(this.node.attrs["id"]);
    const told = this.sheet.opened.fixed[id];
    for (const attribute of [...this.dom.attributes]) if (!["class", "translate", "contenteditable", "data-id", "draggable"].includes(attribute.name)) this.dom.removeAttribute(attribute.name);
    this.dom.contentEditable = "false";
    this.dom.classList.add("fixed");
    this.dom.classList.remove("hidden");
    const named = { ...NOTHING, ...told, title: told?.title || this.sheet.kind(String(this.node.attrs["type"])) };
    this.dom.replaceChildren(...fixedWords(this.sheet, named), this.sheet.askAbout(id));
    if (this.guard) this.watch();
  }

  update(node: Node): boolean {
    return node.eq(this.node);
  }

  selectNode(): void {
    this.guard.disconnect();
    this.dom.classList.add("chosen");
    this.watch();
  }

  deselectNode(): void {
    this.guard.disconnect();
    this.dom.classList.remove("chosen");
    this.watch();
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest("button") !== null;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.guard.disconnect();
  }
}

const NOTHING: Fixed = { title: "", owner: "", citation: "", version: "", lines: [] };

/** What a clause is, whose, by which rule, and what it says. */
function fixedWords(sheet: Sheet, told: Fixed): HTMLElement[] {
  const head = el("div", { class: "fixed-head" }, icon("lock"), el("strong", {}, told.title), told.version ? el("span", { class: "tag locked" }, told.version) : null, el("span", { class: "owner" }, told.owner));
  const words = el("div", { class: "fixed-words", lang: sheet.opened.language }, ...told.lines.map((line) => el("p", { class: `line-${line.kind}` }, ...line.runs.map(drawRun))));
  return told.citation ? [head, words, el("p", { class: "fixed-why" }, told.citation)] : [head, words];
}

function drawRun(run: Run): HTMLElement | Text {
  if (run.chip) return el("span", { class: "chip still" }, run.text);
  const words = document.createTextNode(run.text);
  if (run.strong) return el("strong", {}, words);
  return run.emphasis ? el("em", {}, words) : words;
}

class WordsView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly label = el("span", { class: "label", contenteditable: "false" });
  private readonly meter = el("span", { class: "meter", contenteditable: "false" });

  constructor(
    private readonly sheet: Sheet,
    private node: Node,
    private readonly view: EditorView,
    private readonly position: () => number | undefined,
  ) {
    this.contentDOM = el("span", { class: "line" });
    this.dom = el("div", {}, this.label, this.contentDOM, this.meter);
    this.draw();
  }

  private draw(): void {
    const { field, stale, missing, shared, kind } = this.node.attrs as { field: string; stale: boolean; missing: boolean; shared: boolean; kind: string };
    const at = this.position();
    const named = at === undefined ? "" : this.sheet.fieldLabel(this.view.state.doc, at);
    this.dom.className = ["words", `words-${field.replace(/\W/g, "-")}`, `is-${kind}`, this.node.childCount ? "" : "is-empty", stale ? "is-stale" : "", missing ? "is-missing" : "", shared ? "is-shared" : ""].join(" ");
    this.label.textContent = named;
    this.contentDOM.dataset["empty"] = missing ? said(_("Not yet in {language}"), { language: this.sheet.opened.language }) : named;
    this.meter.textContent = stale ? _("The source has changed since") : this.sheet.meter(this.node);
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs["field"] !== this.node.attrs["field"]) return false;
    this.node = node;
    this.draw();
    return true;
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target) && mutation.target !== this.contentDOM;
  }
}

/** A placeholder: what people call the field, and below it what stands there for the persona on the right. */
class ChipView implements NodeView {
  readonly dom: HTMLElement;

  constructor(sheet: Sheet, node: Node, view: EditorView, position: () => number | undefined) {
    const told = sheet.chip(String(node.attrs["expression"]));
    this.dom = el("span", { class: `chip chip-${told.type}`, contenteditable: "false", title: `${told.sample ? `${told.sample} · ` : ""}${String(node.attrs["expression"])}` }, told.label);
    this.dom.addEventListener("mousedown", (event) => {
      const at = position();
      if (at === undefined || event.button !== 0) return;
      event.preventDefault();
      sheet.select(view, at);
    });
    this.dom.addEventListener("dblclick", () => sheet.changeChip());
  }

  /** A click chooses the chip as a whole, wherever on it somebody clicks. */
  stopEvent(event: Event): boolean {
    return event.type === "mousedown" || event.type === "dblclick";
  }

  selectNode(): void {
    this.dom.classList.add("chosen");
  }

  deselectNode(): void {
    this.dom.classList.remove("chosen");
  }

  ignoreMutation(): boolean {
    return true;
  }
}

export const inLanguage = (label: { en: string; de: string } | undefined): string => label?.[language] ?? label?.en ?? "";
