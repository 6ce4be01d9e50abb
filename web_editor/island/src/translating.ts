// Translating: the source language beside the other one, what is missing or out of date, and the way to the next one.

import type { Node } from "prosemirror-model";
import { TextSelection, type EditorState, type Transaction } from "prosemirror-state";
import { Decoration, type EditorView } from "prosemirror-view";

import { button, el } from "./draw";
import { frozen, type JSONValue } from "./json";
import { look } from "./looks";
import { languageName } from "./names";
import { schema } from "./schema";
import type { Sheet } from "./sheet";
import { sourceOf, type Change, type State } from "./source";
import type { Beside } from "./views";
import { ask, type Fixed } from "./wire";
import { _, said } from "./words";

interface Told {
  language: string;
  document: JSONValue;
  fixed: Record<string, Fixed>;
  changes: Record<string, Change>;
}

interface Source {
  words: Node;
  change: Change | undefined;
  drawn: Map<State, Beside>;
}

interface Open {
  pos: number;
  state: State;
}

const KEPT = "ccm-beside";

export class Translating {
  readonly dom: HTMLElement;
  private readonly counted = el("span", { class: "counted", role: "status" });
  private readonly heads = el("div", { class: "beside-heads", hidden: true });
  private readonly both: HTMLButtonElement;
  private sources = new Map<string, Source>();
  private on = false;
  /** How often entries came, went or changed places, and up to which of these times the source texts are known. */
  private moves = 0;
  private known = 0;

  constructor(
    private readonly view: EditorView,
    private readonly sheet: Sheet,
    private readonly address: string,
  ) {
    const { languages, language } = sheet.opened;
    this.both = button(_("Side by side"), "columns", () => void this.toggle(!this.on), { "aria-pressed": "false", class: "bare" });
    this.heads.append(el("span", {}, said(_("{language} (source)"), { language: languageName(languages[0] ?? "") })), el("span", {}, languageName(language)));
    const before = button(_("Before"), "up", () => this.next(-1), { "aria-label": _("The open translation before"), class: "bare" });
    const after = button(_("Next"), "down", () => this.next(1), { class: "bare" });
    this.dom = el("div", { class: "translating", role: "group", "aria-label": _("Translation") }, this.both, this.counted, before, after, this.heads);
    this.show(view.state);
    if (kept()) void this.toggle(true);
  }

  /** Says what is left to translate. */
  show(state: EditorState, transaction?: Transaction): void {
    if (transaction?.docChanged && rearranged(transaction)) {
      this.moves += 1;
      if (this.on) queueMicrotask(() => this.draw()); // no source text beside an entry that it may not be of
    }
    const open = this.open(state.doc);
    const [missing, stale] = (["missing", "stale"] as const).map((it) => open.filter((one) => one.state === it).length) as [number, number];
    const parts = [missing === 1 ? _("1 missing") : missing ? said(_("{count} missing"), { count: missing }) : "", stale === 1 ? _("1 out of date") : stale ? said(_("{count} out of date"), { count: stale }) : ""];
    const words = parts.filter(Boolean).join(", ") || _("Everything is translated");
    if (this.counted.textContent !== words) this.counted.textContent = words;
    this.dom.classList.toggle("is-done", open.length === 0);
  }

  /** What was saved may have other entries than before: their source texts are asked for anew. */
  saved(): void {
    if (this.on && this.moves > this.known) void this.fetch().then(() => this.draw());
  }

  /** To the next text that is missing or out of date, round and round. */
  next(step: -1 | 1): void {
    const { state } = this.view;
    const open = this.open(state.doc);
    const here = state.selection.$from.parent.type.name === "words" ? state.selection.$from.before() : state.selection.from;
    const found = step > 0 ? (open.find((it) => it.pos > here) ?? open[0]) : (open.findLast((it) => it.pos < here) ?? open.at(-1));
    if (found) this.go(found.pos);
  }

  /** The text that somebody is in is still right, though its source has changed. */
  stillRight(): void {
    const { $from } = this.view.state.selection;
    if ($from.parent.type.name === "words" && $from.parent.attrs["stale"]) this.confirm($from.before());
  }

  private confirm(at: number): void {
    const { tr } = this.view.state;
    this.view.dispatch(tr.setNodeAttribute(at, "stale", "").setSelection(TextSelection.create(tr.doc, at + 1)));
    this.view.focus();
  }

  private takeOver(at: number, words: Node): void {
    const here = this.view.state.doc.nodeAt(at);
    if (here?.type.name !== "words") return;
    const tr = this.view.state.tr.replaceWith(at + 1, at + 1 + here.content.size, words.content);
    this.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1, at + 1 + words.content.size)));
    this.view.focus();
  }

  private go(pos: number): void {
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, pos + 1)));
    this.view.focus();
    const dom = this.view.nodeDOM(pos);
    if (dom instanceof HTMLElement) dom.scrollIntoView({ block: "center" });
  }

  private async toggle(on: boolean): Promise<void> {
    if (on && !this.sources.size) await this.fetch();
    this.on = on;
    keep(on);
    this.both.setAttribute("aria-pressed", String(on));
    this.heads.hidden = !on;
    this.view.dom.parentElement?.toggleAttribute("data-beside", on);
    this.draw();
  }

  private async fetch(): Promise<void> {
    const { moves } = this;
    const told = await ask<Told>(this.address);
    this.known = moves;
    this.sheet.sources = frozen(told.fixed);
    this.sources = new Map();
    let number = 0;
    eachText(schema.nodeFromJSON(told.document), (words, place) => {
      this.sources.set(place, { words, change: told.changes[number++], drawn: new Map() });
    });
  }

  private draw(): void {
    look(this.view, "beside", this.on ? (state) => this.decorations(state.doc) : null);
  }

  private decorations(doc: Node): Decoration[] {
    const found: Decoration[] = [];
    doc.descendants((node, pos) => {
      const locked = node.type.name === "fixed" || node.attrs["type"] === "clause";
      if (locked) found.push(Decoration.node(pos, pos + node.nodeSize, {}, { beside: true }));
      return !node.isTextblock;
    });
    eachText(doc, (node, place, pos) => {
      const source = this.sourceAt(place);
      if (!source || (node.attrs["shared"] && node.content.size) || !source.words.content.size) return;
      const state = stateOf(node);
      const beside = source.drawn.get(state) ?? sourceOf(source.words, state, source.change, this.sheet.opened.languages[0] ?? "", this.sheet, { stillRight: (at) => this.confirm(at), takeOver: (at, words) => this.takeOver(at, words) });
      source.drawn.set(state, beside);
      found.push(Decoration.node(pos, pos + node.nodeSize, {}, { beside }));
    });
    return found;
  }

  /** Entries have no names: after some came, went or moved, nobody knows which is which until they are saved. */
  private sourceAt(place: string): Source | undefined {
    return this.moves > this.known && place.includes("/") ? undefined : this.sources.get(place);
  }

  private open(doc: Node): Open[] {
    const found: Open[] = [];
    eachText(doc, (node, place, pos, mode) => {
      const state = stateOf(node) || (this.cleared(node, place) ? "missing" : "");
      if (state && mode !== "locked" && mode !== "blanks") found.push({ pos, state });
    });
    return found;
  }

  /** Whether somebody took away what the source text still says. */
  private cleared(node: Node, place: string): boolean {
    return !node.content.size && !node.attrs["shared"] && (this.sourceAt(place)?.words.content.size ?? 0) > 0;
  }
}

function stateOf(words: Node): State {
  if (words.attrs["missing"] && !words.content.size) return "missing";
  return words.attrs["stale"] ? "stale" : "";
}

/** Every text with the names that lead to it, a stroke in them where it is in an entry, and the mode that binds it. */
function eachText(doc: Node, visit: (words: Node, place: string, pos: number, mode: string) => void): void {
  const walk = (parent: Node, start: number, around: string, mode: string): void => {
    parent.forEach((node, offset, index) => {
      const pos = start + offset;
      const { field } = node.attrs as { field?: string };
      switch (node.type.name) {
        case "words":
          return visit(node, `${around}.${field ?? ""}`, pos, mode);
        case "block":
          return walk(node, pos + 1, String(node.attrs["id"]), String(node.attrs["mode"]));
        case "entry":
          return walk(node, pos + 1, `${around}/${index}`, mode);
        case "fixed":
          return;
        default:
          walk(node, pos + 1, `${around}.${field ?? ""}`, mode);
      }
    });
  };
  walk(doc, 0, "", "open");
}

/** Whether more than the words within texts changed. */
function rearranged(transaction: Transaction): boolean {
  return transaction.steps.some((step, index) => {
    let found = false;
    step.getMap().forEach((from, to) => {
      const [$from, $to] = [from, to].map((it) => transaction.docs[index]!.resolve(it)) as [ReturnType<Node["resolve"]>, ReturnType<Node["resolve"]>];
      if (!$from.parent.isTextblock || $from.parent !== $to.parent) found = true;
    });
    return found;
  });
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEPT) === "on";
  } catch {
    return false; // a browser that keeps nothing
  }
}

function keep(on: boolean): void {
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // a browser that keeps nothing
  }
}
