// What a text is in other languages: the same in all, a translation of the source, or one that the source has left
// behind.  A bar at the text says so, and what can be done about it.

import { TextSelection, type EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { button, el } from "./draw";
import type { Opened } from "./wire";
import { _ } from "./words";

export class TongueBar {
  readonly dom = el("div", { class: "tongue", role: "status", hidden: true });
  private said = "";

  constructor(
    private readonly view: () => EditorView,
    private readonly opened: Opened,
  ) {}

  /** Says what the text is that somebody is in. */
  show(state: EditorState): void {
    const found = this.opened.languages.length > 1 ? wordsAt(state) : null;
    const kind = found === null ? "" : found.attrs["stale"] ? "stale" : found.attrs["shared"] && found.content > 0 ? "shared" : "";
    const said = found ? `${found.at} ${kind}` : "";
    if (said === this.said) return;
    this.said = said;
    this.dom.hidden = kind === "";
    if (kind === "stale") this.dom.replaceChildren(el("span", {}, _("The source text has changed since this was translated.")), button(_("The translation is still right"), "check", () => this.set("stale"), { class: "bare small" }));
    if (kind === "shared") this.dom.replaceChildren(el("span", {}, _("The same in all languages.")), button(_("A text of its own in this language"), null, () => this.set("shared"), { class: "bare small" }));
  }

  private set(name: "stale" | "shared"): void {
    const view = this.view();
    const found = wordsAt(view.state);
    if (found) view.dispatch(view.state.tr.setNodeAttribute(found.at, name, false));
    view.focus();
  }
}

function wordsAt(state: EditorState): { at: number; attrs: Record<string, unknown>; content: number } | null {
  const { $from } = state.selection;
  if (!(state.selection instanceof TextSelection) || $from.parent.type.name !== "words") return null;
  return { at: $from.before(), attrs: $from.parent.attrs, content: $from.parent.content.size };
}
