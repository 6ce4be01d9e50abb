// Which branch of the text somebody looks at: all of them, one, none of them, or those that a recipient gets.  What is
// not looked at is folded to a line that says so.  Nothing of the document changes, and locked wording always stays.

import type { Node } from "prosemirror-model";
import { TextSelection, type EditorState } from "prosemirror-state";
import { Decoration, type EditorView } from "prosemirror-view";

import { excerpt, locks, runs, type Branch, type Run } from "./branches";
import { el } from "./draw";
import { look } from "./looks";
import type { Sheet } from "./sheet";
import { ask } from "./wire";
import { _, said } from "./words";

/** For whom the preview is made. */
export interface Whose {
  persona: string;
  record: object | null;
  brand: string;
  day: string;
}

/** What is looked at: "" everything, "own" as the recipient gets it, "none" no branch, or the id of one. */
type Choice = string;

export class Branching {
  readonly dom: HTMLElement;
  private readonly all = el("select", { "aria-label": _("Branches in the text") });
  private whole: "" | "own" = "";
  private chosen = new Map<string, Choice>();
  private holds = new Map<string, boolean | null>();
  private asked = 0;

  constructor(
    private readonly view: EditorView,
    private readonly sheet: Sheet,
    private readonly whose: () => Whose,
  ) {
    this.all.addEventListener("change", () => this.choose(null, this.all.value));
    this.dom = el("label", { class: "branching" }, this.all);
    this.recipient();
  }

  /** Somebody else is looked at, or on another day: what they get is asked for anew. */
  recipient(): void {
    this.holds = new Map();
    this.options(this.all, [["", _("All branches")], ["own", this.own()]], this.whole);
    void this.judge();
  }

  private own(): string {
    const { persona, record } = this.whose();
    return said(_("As for {recipient}"), { recipient: record ? _("your own record") : persona });
  }

  private options(select: HTMLSelectElement, offered: [Choice, string][], chosen: Choice): void {
    select.replaceChildren(...offered.map(([value, words]) => el("option", { value }, words)));
    select.value = chosen;
  }

  private choose(run: string | null, choice: Choice): void {
    if (run) this.chosen.set(run, choice);
    else {
      this.whole = choice === "own" ? "own" : "";
      this.chosen.clear();
    }
    void this.judge();
  }

  /** Asks which conditions hold where anybody wants to see that; those that are known already are not asked again. */
  private async judge(): Promise<void> {
    const wanted = this.whole === "own" || [...this.chosen.values()].includes("own");
    const sources = [...new Set(this.runs(this.view.state.doc).flatMap((run) => run.branches.map((it) => it.source)))];
    const fresh = sources.filter((it) => it && !this.holds.has(it));
    const turn = ++this.asked;
    if (wanted && fresh.length) {
      for (const source of fresh) this.holds.set(source, null);
      const { persona, record, brand, day } = this.whose();
      const wish = { template: this.sheet.opened.name, conditions: fresh, brand: brand || null, day: day || null, ...(record ? { record } : { persona }) };
      const told = await ask<{ holds: (boolean | null)[] }>("/api/v1/conditions", "POST", wish).catch(() => ({ holds: [] })); // what is wrong with the record, the preview says
      if (turn !== this.asked) return this.forget(fresh);
      fresh.forEach((source, index) => this.holds.set(source, told.holds[index] ?? null));
    }
    look(this.view, "branches", (state) => this.decorations(state));
  }

  private forget(sources: string[]): void {
    for (const source of sources) if (this.holds.get(source) === null) this.holds.delete(source);
  }

  private runs(doc: Node): Run[] {
    return runs(doc, this.sheet.opened.shapes).filter((run) => run.branches.some((it) => it.source));
  }

  private decorations(state: EditorState): Decoration[] {
    const found: Decoration[] = [];
    for (const run of this.runs(state.doc)) {
      const choice = this.choiceOf(run);
      found.push(this.bar(run, choice));
      if ((choice === "own" || this.whole) && run.branches.some((it) => it.source && !this.holds.has(it.source))) queueMicrotask(() => void this.judge());
      for (const branch of run.branches) if (!this.shows(branch, choice)) found.push(...folds(branch.node, branch.pos, state, this.sheet, (at) => this.open(at)));
    }
    return found;
  }

  private choiceOf(run: Run): Choice {
    const choice = run.branches.map((it) => this.chosen.get(it.id)).find((it) => it !== undefined) ?? this.whole;
    return ["", "own", "none"].includes(choice) || run.branches.some((it) => it.id === choice) ? choice : "";
  }

  private shows(branch: Branch, choice: Choice): boolean {
    if (!choice || !branch.source) return true;
    if (choice === "own") return this.holds.get(branch.source) !== false;
    return choice === branch.id;
  }

  /** Above the branches what is looked at in them. */
  private bar(run: Run, choice: Choice): Decoration {
    const first = run.branches[0]!;
    const branches = run.branches.filter((it) => it.source);
    const when = branches.length === 1 ? _("If: {condition}") : _("Case {case}: {condition}");
    const offered: [Choice, string][] = [["", _("All branches")], ["own", this.own()], ...branches.map((it, index): [Choice, string] => [it.id, said(when, { case: index + 1, condition: this.sheet.sentences.get(it.source) ?? it.source })]), ["none", _("Otherwise: none of these")]];
    const draw = (): HTMLElement => {
      const select = el("select", { "aria-label": _("Branch that is looked at here") });
      this.options(select, offered, choice);
      select.addEventListener("change", () => this.choose(first.id, select.value));
      return el("div", { class: "branch-bar", contenteditable: "false" }, select);
    };
    return Decoration.widget(first.pos, draw, { side: -1, key: JSON.stringify([first.id, choice, offered]), stopEvent: () => true, ignoreSelection: true });
  }

  /** Who goes into what is folded sees it. */
  private open(at: number): void {
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(at + 1))));
    this.view.focus();
  }
}

/** A branch folded to a line; where something in it is locked, only what is beside that. */
function folds(node: Node, pos: number, state: EditorState, sheet: Sheet, open: (at: number) => void): Decoration[] {
  const { from, to } = state.selection;
  if (from > pos && from < pos + node.nodeSize && to > pos && to < pos + node.nodeSize) return [];
  if (!locks(node, sheet.opened.shapes)) return [Decoration.node(pos, pos + node.nodeSize, {}, { folded: { words: said(_("Not shown now: {words}"), { words: excerpt(node, sheet) }), open } })];
  const found: Decoration[] = node.type.name === "block" ? [Decoration.node(pos, pos + node.nodeSize, {}, { aside: _("Not for this choice; what is locked stays in view") })] : [];
  node.forEach((inside, offset) => {
    if (inside.type.name !== "inside") return;
    inside.forEach((child, within) => {
      if (child.type.name === "block" && !locks(child, sheet.opened.shapes)) found.push(...folds(child, pos + 1 + offset + 1 + within, state, sheet, open));
    });
  });
  return found;
}
