// Find and replace, in every text of the document; what is locked is found by the browser's own search only.

import { Plugin, PluginKey, TextSelection, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { button, el } from "./draw";
import { folded } from "./menu";
import { _, said } from "./words";

interface Found {
  from: number;
  to: number;
}

interface Search {
  text: string;
  found: Found[];
}

const KEY = new PluginKey<Search>("finding");

export function finding(): Plugin {
  return new Plugin<Search>({
    key: KEY,
    state: {
      init: () => ({ text: "", found: [] }),
      apply(transaction, before, _old, now) {
        const text = (transaction.getMeta(KEY) as string | undefined) ?? before.text;
        return text === before.text && !transaction.docChanged ? before : { text, found: search(now, text) };
      },
    },
    props: {
      decorations(state) {
        const { found } = KEY.getState(state)!;
        return DecorationSet.create(state.doc, found.map((it) => Decoration.inline(it.from, it.to, { class: "found" })));
      },
    },
  });
}

function search(state: EditorState, text: string): Found[] {
  const wanted = folded(text);
  const found: Found[] = [];
  if (!wanted) return found;
  state.doc.descendants((node, pos) => {
    if (!node.isText) return true;
    const within = folded(node.text ?? "");
    if (within.length !== (node.text ?? "").length) return false; // letters that are folded into several
    for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + wanted.length)) found.push({ from: pos + at, to: pos + at + wanted.length });
    return false;
  });
  return found;
}

export class FindBar {
  private readonly text = el("input", { type: "search", "aria-label": _("Find"), placeholder: _("Find") });
  private readonly other = el("input", { "aria-label": _("Replace with"), placeholder: _("Replace with") });
  private readonly count = el("span", { class: "soft small number", role: "status" });
  readonly dom: HTMLElement;

  constructor(private readonly view: () => EditorView) {
    this.text.addEventListener("input", () => this.search());
    this.text.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.go(event.shiftKey ? -1 : 1);
    });
    this.dom = el(
      "div",
      { class: "find", role: "search", hidden: true },
      this.text,
      this.other,
      button(_("Before"), "up", () => this.go(-1), { "aria-label": _("The one before"), class: "bare" }),
      button(_("Next"), "down", () => this.go(1), { "aria-label": _("The next one"), class: "bare" }),
      button(_("Replace"), null, () => this.replace(false), { class: "small" }),
      button(_("Replace all"), null, () => this.replace(true), { class: "small" }),
      this.count,
      button(_("Close"), "cross", () => this.close(), { "aria-label": _("Close the search"), class: "bare" }),
    );
    this.dom.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  open(): void {
    this.dom.hidden = false;
    this.text.select();
    this.search();
  }

  private close(): void {
    this.dom.hidden = true;
    const view = this.view();
    view.dispatch(view.state.tr.setMeta(KEY, ""));
    view.focus();
  }

  private search(): void {
    const view = this.view();
    view.dispatch(view.state.tr.setMeta(KEY, this.text.value));
    const { found } = KEY.getState(view.state)!;
    this.count.textContent = this.text.value ? said(found.length === 1 ? _("1 place") : _("{count} places"), { count: found.length }) : "";
  }

  private go(step: -1 | 1): void {
    const view = this.view();
    const { found } = KEY.getState(view.state)!;
    const here = view.state.selection.from;
    const next = step > 0 ? (found.find((it) => it.from > here) ?? found[0]) : (found.findLast((it) => it.from < here) ?? found.at(-1));
    if (next) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, next.from, next.to)).scrollIntoView());
  }

  private replace(all: boolean): void {
    const view = this.view();
    const { found } = KEY.getState(view.state)!;
    const { from, to } = view.state.selection;
    const wanted = all ? found : found.filter((it) => it.from === from && it.to === to);
    if (!all && !wanted.length) return this.go(1);
    const tr = view.state.tr;
    for (const it of [...wanted].reverse()) tr.insertText(this.other.value, it.from, it.to);
    view.dispatch(tr);
    this.search();
    if (!all) this.go(1);
  }
}
