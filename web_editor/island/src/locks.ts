// The lock rule as the browser keeps it: no transaction passes that a save would refuse.
//
// It is the same rule as `content_blocks.locks.lock_violations`, which stays the one that counts.  A block is bound by
// its mode, which the server has worked out; a slot is the exception that a locked template leaves on purpose.

import { Plugin, type EditorState, type Transaction } from "prosemirror-state";
import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";

import { frozen, same } from "./json";
import type { BlockShape } from "./wire";

export type Mode = "locked" | "text" | "blanks" | "open";

/** A block, where it stands, and what binds it there. */
interface Standing {
  id: string;
  node: Node;
  mode: Mode;
  place: string;
  around: Node[];
}

/** What the rule has to know beside the document: what block types hold, whether one owns the locks, and if not the
 * blocks of the approved version in their order, each with its place. */
export interface Rule {
  shapes: Record<string, BlockShape>;
  owns: boolean;
  order?: readonly (readonly [string, string])[];
}

const brought = new WeakSet<Transaction>();

/** A transaction that brings what the server has decided, such as a new version of a clause. */
export function decided(transaction: Transaction): Transaction {
  brought.add(transaction);
  return transaction;
}

/** Refuses what the rule forbids, and puts back what was brought in past it. */
export function lockGuard(rule: Rule, refused: (why: Violation[]) => void): Plugin {
  const lawful = new WeakSet<Node>();
  let kept: EditorState | null = null;
  let views: EditorView["props"]["nodeViews"];
  const accept = (doc: Node): void => {
    freeze(doc);
    lawful.add(doc);
  };
  const keep = (view: EditorView): void => {
    if (!kept) {
      accept(view.state.doc);
      views = view.props.nodeViews;
    }
    if (!kept || lawful.has(view.state.doc)) kept = view.state;
    else view.updateState(kept);
    if (views && view.props.nodeViews !== views) view.setProps({ nodeViews: views });
  };
  return new Plugin({
    filterTransaction(transaction, state) {
      const found = !transaction.docChanged || brought.has(transaction) ? [] : violations(state.doc, transaction.doc, rule);
      if (found.length) refused(found);
      else if (lawful.has(state.doc)) accept(transaction.doc);
      return found.length === 0;
    },
    view(view) {
      keep(view);
      return {
        update: keep,
        // Who takes the plugins out of the state takes out the guard: it comes back with the last state it has seen.
        destroy: () => queueMicrotask(() => (kept && !view.isDestroyed ? view.updateState(kept) : undefined)),
      };
    },
  });
}

/** A document that was let through is never changed in place: not by us, and not by anybody's script. */
function freeze(node: Node): void {
  if (Object.isFrozen(node)) return;
  Object.freeze(node);
  frozen(node.attrs);
  Object.freeze(Object.freeze(node.content).content);
  node.forEach(freeze);
}

export interface Violation {
  id: string;
  what: "removed" | "moved" | "changed" | "hidden" | "added" | "doubled" | "passed";
}

/** Everything in which the locks of `before` do not let it become `after`. */
export function violations(before: Node, after: Node, rule: Rule): Violation[] {
  const [old, now] = [standings(before), standings(after)];
  return [
    ...twice(after),
    ...frame(before, after),
    ...[...old.values()].flatMap((standing) => ofOne(standing, now.get(standing.id), rule)),
    ...swapped(old, now),
    ...passed(rule.order ?? [], old, now),
    ...added(before, old, now),
  ];
}

export function standings(doc: Node): Map<string, Standing> {
  const found = new Map<string, Standing>();
  const walk = (parent: Node, place: string, around: Node[]): void => {
    parent.forEach((child) => {
      if (child.type.name === "block" || child.type.name === "fixed") {
        const id = String(child.attrs["id"]);
        if (!found.has(id)) found.set(id, { id, node: child, mode: child.attrs["mode"] as Mode, place, around });
        child.forEach((inner) => {
          if (inner.type.name === "inside") walk(inner, `${place}/${id} ${String(inner.attrs["field"])}`, [...around, child]);
        });
      } else if (child.type.name === "region") walk(child, String(child.attrs["name"]), []);
    });
  };
  walk(doc, "", []);
  return found;
}

/** What binds the blocks inside one: of a slot its own lock, of all others what binds them. */
function modeInside(standing: Standing): Mode {
  if (standing.node.attrs["type"] !== "slot") return standing.mode;
  return (setting(standing.node, "lock") as Mode | undefined) ?? "open";
}

function setting(block: Node, name: string): unknown {
  return ((block.attrs["settings"] ?? {}) as Record<string, unknown>)[name];
}

function twice(doc: Node): Violation[] {
  const seen = new Set<string>();
  const found: Violation[] = [];
  doc.descendants((node) => {
    if (node.type.name === "block" || node.type.name === "fixed") {
      const id = String(node.attrs["id"]);
      if (seen.has(id)) found.push({ id, what: "doubled" });
      seen.add(id);
    }
    return !node.isTextblock;
  });
  return found;
}

/** The regions and the message lines stay those that there are; what the lines say, where the template binds it. */
function frame(before: Node, after: Node): Violation[] {
  const regions = (doc: Node): unknown[] => doc.children.map((child) => child.attrs["name"] ?? null);
  if (!same(regions(before), regions(after)) || !same(before.attrs, after.attrs)) return [{ id: "template", what: "changed" }];
  const lock = before.attrs["lock"] as Mode;
  const free = lock === "open" || lock === "text";
  const lines = (doc: Node): unknown[] => doc.child(0).children.map((line) => held(line, free));
  return same(lines(before), lines(after)) ? [] : [{ id: "messages", what: "changed" }];
}

function ofOne(old: Standing, now: Standing | undefined, rule: Rule): Violation[] {
  const { id } = old;
  if (old.mode === "open") return now && !(staysOpen(old, now) && (rule.owns || lockOf(old, rule) === lockOf(now, rule))) ? [{ id, what: "changed" }] : [];
  if (!now) return [{ id, what: "removed" }];
  if (old.node.type !== now.node.type || old.mode !== now.mode) return [{ id, what: "changed" }];
  if (old.place !== now.place) return [{ id, what: "moved" }];
  if (!keeps(old, now, rule)) return [{ id, what: "changed" }];
  return old.around.some((block, depth) => hides(block, now.around[depth], rule)) ? [{ id, what: "hidden" }] : [];
}

/** Who owns no locks may make an open block another one, but not bind it, and not call it something locked. */
function staysOpen(old: Standing, now: Standing): boolean {
  return now.node.type === old.node.type && now.mode === "open";
}

const lockOf = ({ node }: Standing, rule: Rule): unknown => setting(node, "lock") ?? rule.shapes[String(node.attrs["type"])]?.lock;

/** Whether a bound block still says what it may not change. */
function keeps(old: Standing, now: Standing, rule: Rule): boolean {
  if (!same(old.node.attrs, now.node.attrs)) return false;
  const shape = rule.shapes[String(old.node.attrs["type"])];
  const [one, other] = [old.node, now.node].map((block) => own(block, old.mode, shape));
  return same(one, other) && (old.mode !== "text" || inOrder(old.node, now.node));
}

/** What a block itself holds, the blocks inside it left out; without what its mode leaves to those who write. */
function own(block: Node, mode: Mode, shape: BlockShape | undefined): unknown[] {
  return block.children.map((child) => {
    if (child.type.name === "inside") return [child.type.name, child.attrs];
    const operation = operationOf(shape, String(child.attrs["field"]));
    if (mode === "blanks" && operation === "blank") return [child.type.name, child.attrs["field"]];
    return held(child, mode === "text" && operation === "word");
  });
}

/** A text, a list or a part as it is; where its words are free, only which there are. */
function held(node: Node, free: boolean): unknown {
  const { field, kind } = node.attrs;
  if (node.type.name === "words") return free ? ["words", field, kind] : ["words", node.attrs, node.content.toJSON()];
  return [node.type.name, node.attrs, node.children.map((child) => held(child, free))];
}

/** Words may be written in the entries of a list, but an entry stays where it was. */
function inOrder(old: Node, now: Node): boolean {
  if (old.isTextblock || old.type.name === "inside") return true;
  if (old.type.name === "entries" && !old.eq(now)) {
    const [one, other] = [old, now].map((list) => list.children.map((entry) => JSON.stringify(entry.toJSON())).sort());
    if (same(one, other)) return false;
  }
  return old.children.every((child, index) => inOrder(child, now.child(index)));
}

const HIDING = ["condition", "channel_form"];

function operationOf(shape: BlockShape | undefined, field: string): string {
  return shape?.fields.find((it) => it.name === field)?.operation ?? "style";
}

/** Whether a block around a bound one changed in what can make it disappear. */
function hides(before: Node, after: Node | undefined, rule: Rule): boolean {
  if (!after || before.attrs["type"] !== after.attrs["type"]) return true;
  const shape = rule.shapes[String(before.attrs["type"])];
  if (!shape) return !same(before.attrs, after.attrs);
  const inside = (block: Node, field: string): unknown => block.children.filter((child) => child.attrs["field"] === field).map((child) => child.toJSON() as unknown);
  const fields = shape.fields.filter((it) => HIDING.includes(it.operation ?? "style")).map((it) => it.name);
  return fields.some((field) => !same(setting(before, field), setting(after, field)) || !same(inside(before, field), inside(after, field)));
}

/** Bound blocks keep their order among themselves. */
function swapped(old: Map<string, Standing>, now: Map<string, Standing>): Violation[] {
  const bound = [...old.values()].filter((it) => it.mode !== "open" && now.has(it.id)).map((it) => it.id);
  const known = new Set(bound);
  const order = [...now.keys()].filter((id) => known.has(id));
  return bound.filter((id, index) => order[index] !== id).map((id) => ({ id, what: "moved" }));
}

/** Locked wording that something has passed since it was approved: a change of what is regulated, as the server sees it. */
function passed(order: readonly (readonly [string, string])[], old: Map<string, Standing>, now: Map<string, Standing>): Violation[] {
  const before = wrongSide(order, old);
  return [...wrongSide(order, now)].filter((id) => !before.has(id)).map((id) => ({ id, what: "passed" }));
}

/** Locked blocks that do not stand as they were approved among those that are where they were. */
function wrongSide(order: readonly (readonly [string, string])[], standings: Map<string, Standing>): Set<string> {
  const found = new Set<string>();
  const places = byPlace(order.filter(([id, place]) => standings.get(id)?.place === place));
  for (const ids of places.values()) {
    const number = new Map(ids.map((id, at) => [id, at]));
    const now = [...standings.keys()].filter((id) => number.has(id));
    now.forEach((id, at) => {
      if (!["locked", "blanks"].includes(standings.get(id)!.mode)) return;
      if (now.some((other, where) => where < at !== number.get(other)! < number.get(id)!)) found.add(id);
    });
  }
  return found;
}

function byPlace(order: (readonly [string, string])[]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const [id, place] of order) places.set(place, [...(places.get(place) ?? []), id]);
  return places;
}

/** Nothing new, and nothing from elsewhere, where a bound place takes nothing. */
function added(before: Node, old: Map<string, Standing>, now: Map<string, Standing>): Violation[] {
  const found: Violation[] = [];
  for (const standing of now.values()) {
    const was = old.get(standing.id);
    if (was && was.place === standing.place) continue;
    if (!was && standing.node.type.name === "fixed") found.push({ id: standing.id, what: "added" });
    const parents = standing.around.map((block) => old.get(String(block.attrs["id"])));
    if (!was && standing.around.length && !parents.at(-1)) continue; // it came with the new block around it
    const nearest = parents.reverse().find((parent) => parent !== undefined);
    const mode = nearest ? modeInside(nearest) : (before.attrs["lock"] as Mode);
    if (mode !== "open") found.push({ id: standing.id, what: was ? "moved" : "added" });
  }
  return found;
}
