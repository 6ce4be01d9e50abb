// What the placeholder is that somebody has chosen, and the way to change it.

import { NodeSelection, type EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { blockAt } from "./doc";
import { button, el } from "./draw";
import type { Sheet } from "./sheet";
import { _ } from "./words";

export class ChipBar {
  readonly dom = el("div", { class: "tongue", role: "status", hidden: true });
  private said = "";

  constructor(
    private readonly view: () => EditorView,
    private readonly sheet: Sheet,
    private readonly place: string,
  ) {}

  show(state: EditorState): void {
    const { selection } = state;
    const expression = selection instanceof NodeSelection && selection.node.type.name === "placeholder" ? String(selection.node.attrs["expression"]) : "";
    if (expression === this.said) return;
    this.said = expression;
    this.dom.hidden = expression === "";
    if (!expression) return;
    const told = this.sheet.chip(expression);
    this.dom.replaceChildren(el("strong", {}, told.label), told.sample ? el("span", { class: "soft" }, told.sample) : "", el("code", { class: "soft" }, expression), button(_("Change…"), null, () => this.change(), { class: "bare small" }));
  }

  /** Opens the form of the chosen placeholder. */
  change(): void {
    const view = this.view();
    const { selection } = view.state;
    if (!(selection instanceof NodeSelection) || selection.node.type.name !== "placeholder") return;
    const at = selection.from;
    const block = String(blockAt(view.state)?.node.attrs["id"] ?? "");
    const field = String(selection.$from.parent.attrs["field"] ?? "");
    void import("./chips").then((it) =>
      it.changeChip(`${this.place}/placeholders`, String(selection.node.attrs["expression"]), { block, field }, this.sheet, (expression) => {
        const now = view.state.doc.nodeAt(at);
        if (now?.type.name !== "placeholder") return;
        view.dispatch(expression ? view.state.tr.setNodeMarkup(at, null, { expression }, now.marks) : view.state.tr.delete(at, at + 1));
        view.focus();
      }),
    );
  }
}
