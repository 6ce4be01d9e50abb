// The lock rule as the browser keeps it: no transaction passes that a save would refuse.
//
// It is the same rule as `content_blocks.locks.lock_violations`, which stays the one that counts.  A block is bound by
// its mode, which the server has worked out; a slot is the exception that a locked template leaves on purpose.

import { Plugin, type Transaction } from "prosemirror-state";
import type { Node } from "prosemirror-model";

import { same } from "./json";

export type Mode = "locked" | "text" | "blanks" | "open";

/** A block, where it stands, and what binds it there. */
interface Standing {
  id: string;
  node: Node;
  mode: Mode;
  place: string;
  around: Node[];
}

/** With this a transaction says that it brings what the server has decided, such as a new version of a clause. */
export const DECIDED = "decided by the server";

export function lockGuard(refused: (why: Violation[]) => void): Plugin {
  return new Plugin({
    filterTransaction(transaction: Transaction, state) {
      if (!transaction.docChanged || transaction.getMeta(DECIDED)) return true;
      const found = violations(state.doc, transaction.doc);
      if (found.length) refused(found);
      return found.length === 0;
    },
  });
}

export interface Violation {
  id: string;
  what: "removed" | "moved" | "changed" | "hidden" | "added" | "doubled";
}

/** Everything in which the locks of `before` do not let it become `after`. */
export function violations(before: Node, after: Node): Violation[] {
  const [old, now] = [standings(before), standings(after)];
  return [
    ...twice(after),
    ...frame(before, after),
    ...[...old.values()].flatMap((standing) => ofOne(standing, now.get(standing.id))),
    ...swapped(old, now),
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
  const settings = standing.node.attrs["settings"] as Record<string, unknown>;
  return (settings["lock"] as Mode | undefined) ?? "open";
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

/** The regions stay as they are, and message lines do where the template binds them. */
function frame(before: Node, after: Node): Violation[] {
  const regions = (doc: Node): unknown[] => doc.children.map((child) => child.attrs["name"] ?? null);
  if (!same(regions(before), regions(after)) || !same(before.attrs, after.attrs)) return [{ id: "template", what: "changed" }];
  const lock = before.attrs["lock"] as Mode;
  const lines = (doc: Node): Node => doc.child(0);
  const may = lock === "open" || lock === "text";
  return may || lines(before).eq(lines(after)) ? [] : [{ id: "messages", what: "changed" }];
}

function ofOne(old: Standing, now: Standing | undefined): Violation[] {
  const { id } = old;
  if (old.mode === "open") return now && old.node.type === now.node.type && old.node.attrs["type"] === now.node.attrs["type"] && now.mode !== "open" ? [{ id, what: "changed" }] : [];
  if (!now) return [{ id, what: "removed" }];
  if (old.node.type !== now.node.type || old.mode !== now.mode) return [{ id, what: "changed" }];
  if (old.place !== now.place) return [{ id, what: "moved" }];
  if (!keeps(old, now)) return [{ id, what: "changed" }];
  return old.around.some((block, depth) => hides(block, now.around[depth])) ? [{ id, what: "hidden" }] : [];
}

/** Whether a bound block still says what it may not change. */
function keeps(old: Standing, now: Standing): boolean {
  if (!same(old.node.attrs, now.node.attrs)) return false;
  switch (old.mode) {
    case "locked":
      return same(own(old.node, () => true), own(now.node, () => true));
    case "text":
      return same(own(old.node, nothing), own(now.node, nothing));
    case "blanks":
      return same(own(old.node, outsideBlanks), own(now.node, outsideBlanks));
    case "open":
      return true;
  }
}

const nothing = (): boolean => false;
const outsideBlanks = (path: string): boolean => !path.startsWith("blanks/");

/** What a block itself holds, the blocks inside it left out; of texts only those whose words are `kept`. */
function own(block: Node, kept: (path: string) => boolean): unknown[] {
  const found: unknown[] = [];
  const walk = (node: Node, path: string): void => {
    node.forEach((child) => {
      const name = child.type.name;
      if (name === "inside") found.push([name, child.attrs]);
      else if (name === "words") found.push([name, child.attrs["field"], kept(path) ? child.content.toJSON() : null]);
      else {
        found.push([name, child.attrs]);
        walk(child, `${path}${String(child.attrs["field"] ?? "")}/`);
      }
    });
  };
  walk(block, "");
  return found;
}

const HIDING = ["when", "each", "as", "where", "rows", "channels", "mandatory"];

/** Whether a block around a bound one changed in what can make it disappear. */
function hides(before: Node, after: Node | undefined): boolean {
  if (!after) return true;
  const [old, now] = [before, after].map((it) => it.attrs["settings"] as Record<string, unknown>);
  const forms = (block: Node): unknown[] => own(block, () => true).filter((it) => Array.isArray(it) && JSON.stringify(it).includes("channels"));
  return HIDING.some((field) => !same(old?.[field], now?.[field])) || !same(forms(before), forms(after));
}

/** Bound blocks keep their order among themselves. */
function swapped(old: Map<string, Standing>, now: Map<string, Standing>): Violation[] {
  const bound = [...old.values()].filter((it) => it.mode !== "open" && now.has(it.id)).map((it) => it.id);
  const known = new Set(bound);
  const order = [...now.keys()].filter((id) => known.has(id));
  return bound.filter((id, index) => order[index] !== id).map((id) => ({ id, what: "moved" }));
}

/** Nothing new, and nothing from elsewhere, where a bound place takes nothing. */
function added(before: Node, old: Map<string, Standing>, now: Map<string, Standing>): Violation[] {
  const found: Violation[] = [];
  for (const standing of now.values()) {
    const was = old.get(standing.id);
    if (was && was.place === standing.place) continue;
    const parents = standing.around.map((block) => old.get(String(block.attrs["id"])));
    if (!was && standing.around.length && !parents.at(-1)) continue; // it came with the new block around it
    const nearest = parents.reverse().find((parent) => parent !== undefined);
    const mode = nearest ? modeInside(nearest) : (before.attrs["lock"] as Mode);
    if (mode !== "open") found.push({ id: standing.id, what: was ? "moved" : "added" });
    if (!was && standing.node.type.name === "fixed") found.push({ id: standing.id, what: "added" });
  }
  return found;
}
