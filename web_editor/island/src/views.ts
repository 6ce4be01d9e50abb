// How the document looks on the page: one view for each kind of node.

import type { Node } from "prosemirror-model";
import type { Decoration, EditorView, NodeView, NodeViewConstructor } from "prosemirror-view";

import { locks } from "./branches";
import { button, el, icon } from "./draw";
import { FixedWords } from "./fixed";
import { frozen } from "./json";
import { lookOf } from "./looks";
import { languageName } from "./names";
import type { Fixed } from "./wire";
import type { Sheet } from "./sheet";
import { _, language, said } from "./words";

export function nodeViews(sheet: Sheet): Record<string, NodeViewConstructor> {
  // What the server said of locked wording: nobody says anything else of it afterwards.
  const told = frozen(structuredClone(sheet.opened.fixed));
  return {
    messages: () => container("div", "messages", sheet.title("messages")),
    region: (node) => container("section", `region region-${String(node.attrs["name"])}`, sheet.title(`region ${String(node.attrs["name"])}`), String(node.attrs["name"])),
    block: (node, view, position, decorations) => new BlockView(sheet, node, view, position as () => number | undefined, sheet.picked.get(String(node.attrs["id"])) ?? told[String(node.attrs["id"])], decorations),
    fixed: (node, _view, _position, decorations) => new FixedView(sheet, node, told[String(node.attrs["id"])], decorations),
    words: (node, view, position, decorations) => new WordsView(sheet, node, view, position as () => number | undefined, decorations),
    entries: (node) => container("div", `entries entries-${String(node.attrs["field"])}`, sheet.listTitle(String(node.attrs["field"]))),
    entry: (node) => container("div", "entry", undefined, String(node.attrs["key"])),
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

/** What stands in place of a block that somebody has folded up. */
export interface Folded {
  words: string;
  open: (at: number) => void;
}

class BlockView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #words: FixedWords | null;
  private readonly heading = el("div", { class: "block-head", contenteditable: "false" });
  private folded: Folded | null = null;
  private aside = "";

  constructor(
    private readonly sheet: Sheet,
    private node: Node,
    view: EditorView,
    private readonly position: () => number | undefined,
    told: Fixed | undefined,
    decorations: readonly Decoration[],
  ) {
    this.contentDOM = el("div", { class: "within" });
    this.#words = told && node.attrs["type"] === "clause" ? new FixedWords(sheet, String(node.attrs["id"]), told, "", false) : null;
    this.dom = el("div", { class: "block" }, this.heading, this.#words?.dom, this.contentDOM);
    this.heading.addEventListener("mousedown", (event) => {
      const at = position();
      if (at === undefined || (event.target instanceof Element && event.target.closest("button"))) return;
      event.preventDefault();
      if (event.target instanceof Element && event.target.closest(".movable > .grip")) return; // it may be dragged
      this.sheet.select(view, at);
    });
    this.draw();
    this.look(decorations);
  }

  private look(decorations: readonly Decoration[]): void {
    this.#words?.look(decorations);
    const [wanted, aside] = [lookOf<Folded>(decorations, "folded"), lookOf<string>(decorations, "aside") ?? ""];
    const folded = wanted && !locks(this.node, this.sheet.opened.shapes) ? wanted : null; // nothing hides what is locked
    if (folded?.words === this.folded?.words && aside === this.aside) return;
    [this.folded, this.aside] = [folded, aside];
    this.draw();
  }

  /** A line in place of what is folded up, and the way to it. */
  private placeholder(folded: Folded): HTMLElement {
    const open = (): void => {
      const at = this.position();
      if (at !== undefined) folded.open(at);
    };
    return el("span", { class: "folded-words" }, folded.words, " ", button(_("Show"), "eye", open, { class: "bare small" }));
  }

  private draw(): void {
    const { type, id, mode, settings } = this.node.attrs as { type: string; id: string; mode: string; settings: Record<string, unknown> };
    this.dom.className = `block block-${type} mode-${mode}${this.folded ? " folded" : ""}`;
    this.dom.dataset["id"] = id;
    this.dom.dataset["style"] = String(settings["tone"] ?? settings["level"] ?? settings["kind"] ?? "");
    const about = this.sheet.about(this.node);
    if (about) {
      this.heading.replaceChildren(about);
      return;
    }
    const sentence = this.sheet.sentence(this.node);
    this.heading.replaceChildren(
      ...[
        mode === "open" ? el("span", { class: "grip", title: _("Drag, or Alt and arrow keys, to move") }, icon("grip")) : el("span", { class: "grip", title: this.sheet.why(mode) }, icon("lock")),
        el("span", { class: "kind" }, this.sheet.kind(type)),
        sentence ? el("span", { class: "sentence" }, icon("branch"), ` ${sentence}`) : null,
        this.folded ? this.placeholder(this.folded) : null,
        this.aside ? el("span", { class: "aside" }, this.aside) : null,
        this.sheet.handles(this.node),
      ].filter((it) => it !== null),
    );
    this.heading.classList.toggle("movable", mode === "open");
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.node.type || node.attrs["type"] !== this.node.attrs["type"] || node.attrs["id"] !== this.node.attrs["id"]) return false;
    if (node.attrs["type"] === "clause" && clauseOf(node) !== clauseOf(this.node)) return false;
    const changed = node.attrs !== this.node.attrs;
    this.node = node;
    this.look(decorations);
    if (changed) this.draw();
    return true;
  }

  destroy(): void {
    this.#words?.drop();
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

const clauseOf = (node: Node): unknown => (node.attrs["settings"] as Record<string, unknown>)["block"];

/** Locked wording, to which the document only refers. */
class FixedView implements NodeView {
  readonly dom: HTMLElement;
  readonly #node: Node;
  readonly #words: FixedWords;

  constructor(sheet: Sheet, node: Node, told: Fixed | undefined, decorations: readonly Decoration[]) {
    this.#node = node;
    this.#words = new FixedWords(sheet, String(node.attrs["id"]), told, sheet.kind(String(node.attrs["type"])), true);
    this.dom = this.#words.dom;
    this.#words.look(decorations);
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    this.#words.look(decorations);
    return node.eq(this.#node);
  }

  selectNode(): void {
    this.#words.choose(true);
  }

  deselectNode(): void {
    this.#words.choose(false);
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof Element && event.target.closest("button") !== null;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#words.drop();
  }
}

/** The source text that stands beside a translation. */
export interface Beside {
  draw: (at: () => number | undefined) => HTMLElement;
}

class WordsView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly label = el("span", { class: "label", contenteditable: "false" });
  private readonly meter = el("span", { class: "meter", contenteditable: "false" });
  private beside: Beside | null = null;
  private source: HTMLElement | null = null;

  constructor(
    private readonly sheet: Sheet,
    private node: Node,
    private readonly view: EditorView,
    private readonly position: () => number | undefined,
    decorations: readonly Decoration[],
  ) {
    this.contentDOM = el("span", { class: "line" });
    this.dom = el("div", {}, this.label, this.contentDOM, this.meter);
    this.look(decorations);
    this.draw();
  }

  private look(decorations: readonly Decoration[]): void {
    const beside = lookOf<Beside>(decorations, "beside");
    if (beside === this.beside) return;
    this.beside = beside;
    this.source?.remove();
    this.source = beside?.draw(this.position) ?? null;
    if (this.source) this.label.after(this.source);
  }

  private draw(): void {
    const { field, stale, missing, shared, kind } = this.node.attrs as { field: string; stale: boolean; missing: boolean; shared: boolean; kind: string };
    const at = this.position();
    const named = at === undefined ? "" : this.sheet.fieldLabel(this.view.state.doc, at);
    this.dom.className = ["words", `words-${field.replace(/\W/g, "-")}`, `is-${kind}`, this.node.childCount ? "" : "is-empty", stale ? "is-stale" : "", missing ? "is-missing" : "", shared ? "is-shared" : "", this.source ? "has-source" : ""].join(" ");
    this.label.textContent = named;
    this.contentDOM.dataset["empty"] = missing ? said(_("Not yet in {language}"), { language: languageName(this.sheet.opened.language) }) : named;
    this.meter.textContent = stale ? _("The source has changed since") : this.sheet.meter(this.node);
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.node.type || node.attrs["field"] !== this.node.attrs["field"]) return false;
    this.node = node;
    this.look(decorations);
    this.draw();
    return true;
  }

  /** The source text is there to be read and copied, not to be written in. */
  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.source?.contains(event.target) === true;
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    if (this.source?.contains(mutation.target)) return true;
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
