// What a text is in other languages: the same in all, a translation of the source, or one that the source has left
// behind.  A bar at the text says so, and what can be done about it.

import type { Fragment, Node } from "prosemirror-model";
import { Plugin, TextSelection, type EditorState, type Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
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
    this.dom.className = `tongue tongue-${kind}`;
    if (kind === "stale") this.dom.replaceChildren(el("span", {}, _("The source text has changed since this was translated.")), button(_("The translation is still right"), "check", () => this.set("stale", ""), { class: "bare small" }));
    if (kind === "shared") this.dom.replaceChildren(el("span", {}, _("The same in all languages.")), button(_("A text of its own in this language"), null, () => this.set("shared", false), { class: "bare small" }));
  }

  private set(name: "stale" | "shared", value: string | boolean): void {
    const view = this.view();
    const found = wordsAt(view.state);
    if (found) view.dispatch(view.state.tr.setNodeAttribute(found.at, name, value));
    view.focus();
  }
}

function wordsAt(state: EditorState): { at: number; attrs: Record<string, unknown>; content: number } | null {
  const { $from } = state.selection;
  if (!(state.selection instanceof TextSelection) || $from.parent.type.name !== "words") return null;
  return { at: $from.before(), attrs: $from.parent.attrs, content: $from.parent.content.size };
}

/** A translation that is written anew is of the present source text; one that says again what it said is stale again. */
export function upToDate(): Plugin {
  const stale = new Map<string, { said: Fragment; of: string }>();
  return new Plugin({
    appendTransaction(transactions, before, now) {
      if (transactions.some((it) => it.getMeta("addToHistory") === false)) return null; // what the server has decided
      const tr = now.tr;
      for (const [old, node, pos] of rewritten(transactions, before.doc, now.doc)) {
        const place = `${placeOf(now.doc, pos)}`;
        if (old.attrs["stale"]) stale.set(place, { said: old.content, of: String(old.attrs["stale"]) });
        const known = stale.get(place);
        const of = known && node.content.eq(known.said) ? known.of : "";
        if (known && node.attrs["stale"] !== of) tr.setNodeAttribute(pos, "stale", of);
      }
      return tr.docChanged ? tr : null;
    },
  });
}

/** The texts in which words changed, before and after. */
function* rewritten(transactions: readonly Transaction[], before: Node, now: Node): Iterable<[Node, Node, number]> {
  const mapping = new Mapping(transactions.flatMap((it) => it.mapping.maps));
  const back = mapping.invert();
  const seen = new Set<number>();
  for (const [index, map] of mapping.maps.entries()) {
    const rest = mapping.slice(index + 1);
    const found: [Node, number][] = [];
    map.forEach((_from, _to, start, end) => {
      const [from, to] = [Math.max(0, rest.map(start, -1) - 1), Math.min(now.content.size, rest.map(end, 1) + 1)];
      if (from < to) now.nodesBetween(from, to, (node, pos) => void (node.type.name === "words" && found.push([node, pos])));
    });
    for (const [node, pos] of found) {
      const old = seen.has(pos) ? null : before.nodeAt(back.map(pos));
      seen.add(pos);
      if (old?.type.name === "words" && old.attrs["field"] === node.attrs["field"] && !old.content.eq(node.content)) yield [old, node, pos];
    }
  }
}

/** Where a text is, by names that last: its block, and the way to it from there. */
function placeOf(doc: Node, pos: number): string {
  const place = doc.resolve(pos);
  const names: unknown[] = [place.nodeAfter?.attrs["field"]];
  for (let depth = place.depth; depth > 0; depth--) {
    const node = place.node(depth);
    names.push(node.type.name === "entry" ? place.index(depth - 1) : (node.attrs["id"] ?? node.attrs["field"] ?? ""));
    if (node.type.name === "block") break;
  }
  return names.join(" ");
}
