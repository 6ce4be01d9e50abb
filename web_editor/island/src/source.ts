// The source text beside a translation: what it says, or what has changed in it since, and what can be done about it.

import type { Node } from "prosemirror-model";

import { button, el, icon, type Child } from "./draw";
import type { Sheet } from "./sheet";
import type { Run } from "./wire";
import type { Beside } from "./views";
import { _, language, said } from "./words";

/** A source text as it was when it was translated, run by run with what has become of it. */
export interface Change {
  version: string;
  at: string;
  runs: (Run & { kind: "same" | "removed" | "added" | "restyled" })[];
}

export type State = "" | "missing" | "stale";

export interface Deeds {
  stillRight: (at: number) => void;
  takeOver: (at: number, words: Node) => void;
}

/** What stands beside a text in one state; `words` is the source text. */
export function sourceOf(words: Node, state: State, change: Change | undefined, lang: string, sheet: Sheet, deeds: Deeds): Beside {
  return {
    draw(position) {
      const act = (deed: (at: number) => void) => (): void => {
        const at = position();
        if (at !== undefined) deed(at);
      };
      const shown = state === "stale" && change ? redline(change, sheet) : runs(words, sheet);
      const said = el("p", { class: "source-words", lang, dir: "auto" }, ...shown);
      const below: Child[] = [];
      if (state === "stale") below.push(el("p", { class: "source-note" }, icon("warning"), " ", told(change)), button(_("Still right"), "check", act(deeds.stillRight), { class: "small" }));
      if (state === "missing" && words.content.size) below.push(button(_("Take over to translate"), "copy", act((at) => deeds.takeOver(at, words)), { class: "bare small" }));
      return el("div", { class: `source source-${state || "same"}`, contenteditable: "false", role: "group", "aria-label": _("Source text") }, said, ...below);
    },
  };
}

function told(change: Change | undefined): string {
  if (!change) return _("Changed since it was translated. No saved version has the text that it was translated from.");
  const at = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", { dateStyle: "medium" }).format(new Date(change.at));
  return said(_("Changed since it was translated from version {version} of {date}."), { version: change.version, date: at });
}

function runs(words: Node, sheet: Sheet): Child[] {
  return words.children.map((node) => {
    if (node.type.name === "break") return el("br");
    const chip = node.type.name === "placeholder";
    const drawn: globalThis.Node = chip ? el("span", { class: "chip still" }, sheet.chip(String(node.attrs["expression"])).label) : document.createTextNode(node.text ?? "");
    return node.marks.reduce((inner, mark) => (mark.type.name === "link" ? el("span", { class: "linked" }, inner as HTMLElement) : el(mark.type.name === "strong" ? "strong" : "em", {}, inner as HTMLElement)), drawn) as HTMLElement;
  });
}

/** What was taken out and put in is said in words too, for those who only hear it. */
function redline(change: Change, sheet: Sheet): Child[] {
  return change.runs.map((run) => {
    const words = run.chip ? el("span", { class: "chip still" }, sheet.chip(run.text).label) : run.text === "\n" ? el("br") : run.text;
    const drawn = run.strong ? el("strong", {}, words) : run.emphasis ? el("em", {}, words) : words;
    if (run.kind === "removed") return el("del", {}, el("span", { class: "heard" }, _("removed:"), " "), drawn);
    if (run.kind === "added") return el("ins", {}, el("span", { class: "heard" }, _("added:"), " "), drawn);
    return run.kind === "restyled" ? el("mark", {}, drawn) : drawn;
  });
}
