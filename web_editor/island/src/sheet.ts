// What the views need to know of the template that is open: names, sentences, samples, and what can be done.

import type { Node } from "prosemirror-model";
import { NodeSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { conditionOf } from "./branches";
import { button, el } from "./draw";
import { segments } from "./segments";
import { inLanguage } from "./views";
import type { FieldShape, Fixed, Opened } from "./wire";
import { _, said } from "./words";

const TITLES: Record<string, string> = {
  messages: _("Message lines"),
  "region header_first": _("Header, first page"),
  "region header_next": _("Header, next pages"),
  "region address": _("Address window"),
  "region info": _("Information block"),
  "region body": _("Letter"),
  "region footer": _("Footer"),
};
const LINES: Record<string, string> = {
  title: _("Name of the template"),
  "messages.title": _("Title of the document"),
  "messages.subject": _("Email: subject"),
  "messages.preheader": _("Email: preview line"),
  "messages.sms": _("SMS"),
  "messages.push_title": _("Push: title"),
  "messages.push_body": _("Push: text"),
  "messages.deep_link": _("Push: opens"),
  "messages.unsubscribe": _("Email: unsubscribe address"),
};
const MODES: Record<string, string> = {
  locked: _("Locked: only its owners change it."),
  text: _("Its place is fixed; its words can be changed."),
  blanks: _("Only its blanks can be filled in."),
};

export class Sheet {
  /** Set by the editor when it stands. */
  openSettings: (id: string) => void = () => undefined;
  openDecisions: (id: string) => void = () => undefined;
  askCompliance: (id: string) => void = () => undefined;
  changeChip: () => void = () => undefined;
  /** The wording of clauses that were chosen since the template was opened, by the block that shows them. */
  readonly picked = new Map<string, Fixed>();
  /** What stands above a block instead of its usual heading. */
  about: (block: Node) => HTMLElement | null = () => null;
  /** Conditions in words, by how they are written; the server says them. */
  readonly sentences: Map<string, string>;

  /** Locked wording in the source language, once the server has told it. */
  sources: Readonly<Record<string, Fixed>> = {};

  constructor(readonly opened: Opened) {
    this.sentences = new Map(Object.entries(opened.sentences));
  }

  title(place: string): string {
    return this.opened.kind === "block" ? "" : (TITLES[place] ?? place);
  }

  /** What a list of a content block's own is called; other lists speak for themselves. */
  listTitle(field: string): string {
    return this.opened.kind === "block" && ["inputs", "blanks"].includes(field) ? inLanguage(this.opened.shapes["content_block"]?.fields.find((it) => it.name === field)?.label) : "";
  }

  kind(type: string): string {
    return inLanguage(this.opened.shapes[type]?.title) || type;
  }

  why(mode: string): string {
    return MODES[mode] ?? "";
  }

  sentence(block: Node): string {
    const settings = (block.attrs["settings"] ?? {}) as Record<string, unknown>;
    const shape = this.opened.shapes[String(block.attrs["type"])];
    const field = shape?.fields.find((it) => it.kind === "condition" && settings[it.name] !== undefined);
    const source = field ? String(settings[field.name]) : "";
    return source && (this.sentences.get(source) ?? source);
  }

  select(view: EditorView, at: number): void {
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
    view.focus();
  }

  handles(block: Node): HTMLElement {
    const id = String(block.attrs["id"]);
    const named = said(_("Decision table of {block}"), { block: this.kind(String(block.attrs["type"])) });
    const table = conditionOf(block, this.opened.shapes) ? button(_("Decision table"), "grid", () => this.openDecisions(id), { "aria-label": named, class: "bare" }) : null;
    return el("span", { class: "handles" }, button(_("Settings"), "gear", () => this.openSettings(id), { "aria-label": said(_("Settings of {block}"), { block: this.kind(String(block.attrs["type"])) }), class: "bare" }), table);
  }

  askAbout(id: string): HTMLElement {
    return button(_("Ask compliance to change this"), "comment", () => this.askCompliance(id), { class: "bare ask" });
  }

  chip(expression: string): { label: string; type: string; sample: string } {
    const known = this.opened.chips[expression];
    if (known) return known;
    const path = /^[\w.]+/.exec(expression.replace(/^(count|sum|min|max)\(/, ""))?.[0] ?? expression;
    const field = this.opened.fields.find((it) => it.path === path);
    return field ? { label: field.label, type: field.type, sample: field.sample } : { label: expression, type: "text", sample: "" };
  }

  /** What a text is called: nothing where there is only one in the block, which then speaks for itself. */
  fieldLabel(doc: Node, at: number): string {
    const place = doc.resolve(at);
    const words = place.nodeAfter;
    const field = String(words?.attrs["field"] ?? "");
    if (place.parent.type.name === "messages") return LINES[field] ?? field;
    const names: string[] = [field];
    for (let depth = place.depth; depth > 0; depth--) {
      const around = place.node(depth);
      if (around.type.name === "block") {
        const shape = this.opened.shapes[String(around.attrs["type"])];
        const found = find(shape?.fields ?? [], names.reverse());
        return this.speaksForItself(around, field) ? "" : inLanguage(found?.label) || field;
      }
      if (around.type.name === "entries" || around.type.name === "part") names.push(String(around.attrs["field"]));
    }
    return field;
  }

  private speaksForItself(block: Node, field: string): boolean {
    return ["text", "heading"].includes(String(block.attrs["type"])) && field === "text";
  }

  /** What a message line costs or measures, as far as its own words go. */
  meter(words: Node): string {
    const text = words.textBetween(0, words.content.size, undefined, (leaf) => (leaf.type.name === "placeholder" ? this.chip(String(leaf.attrs["expression"])).sample || "…" : "\n"));
    switch (String(words.attrs["field"])) {
      case "messages.subject":
      case "messages.preheader":
      case "messages.push_title":
        return text ? said(_("{count} characters"), { count: [...text].length }) : "";
      case "messages.sms": {
        const found = segments(text);
        const words = found.segments === 1 ? _("{count} characters, {encoding}, 1 segment") : _("{count} characters, {encoding}, {segments} segments");
        return text ? said(words, { count: found.units, encoding: found.encoding, segments: found.segments }) : "";
      }
      case "messages.push_body":
        return text ? said(_("{count} bytes"), { count: new TextEncoder().encode(text).length }) : "";
      default:
        return "";
    }
  }
}

function find(fields: FieldShape[], names: string[]): FieldShape | undefined {
  const [first, ...rest] = names.filter((name) => name !== "");
  const found = fields.find((it) => it.name === first);
  return rest.length && found ? find(found.fields ?? [], rest) : found;
}
