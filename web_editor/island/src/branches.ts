// Branches: groups that are shown under a condition, those that stand next to each other being the cases of one decision.

import type { Node } from "prosemirror-model";

import type { Place } from "./doc";
import type { Sheet } from "./sheet";
import type { BlockShape, FieldShape } from "./wire";

export type Shapes = Record<string, BlockShape>;

export interface Branch extends Place {
  id: string;
  source: string;
  /** Whether something in it is bound, so that nothing may make it disappear. */
  bound: boolean;
}

/** Branches that stand next to each other, with the conditions of what is around them. */
export interface Run {
  branches: Branch[];
  around: string[];
}

/** The field in which a block that holds others says when it is shown; none for one that is repeated. */
export function conditionOf(block: Node, shapes: Shapes): FieldShape | undefined {
  const shape = block.type.name === "block" ? shapes[String(block.attrs["type"])] : undefined;
  if (!shape?.fields.some((it) => it.kind === "blocks") || settings(block)["each"] !== undefined) return undefined;
  return shape.fields.find((it) => it.kind === "condition");
}

export function settings(block: Node): Record<string, unknown> {
  return (block.attrs["settings"] ?? {}) as Record<string, unknown>;
}

/** Every run of a document, from the outside in. */
export function runs(doc: Node, shapes: Shapes): Run[] {
  const found: Run[] = [];
  const walk = (parent: Node, start: number, around: string[]): void => {
    let run: Branch[] = [];
    parent.forEach((node, offset) => {
      const pos = start + offset;
      const field = conditionOf(node, shapes);
      const source = field ? String(settings(node)[field.name] ?? "") : "";
      if (!field) run = [];
      else if (run.push({ node, pos, id: String(node.attrs["id"]), source, bound: isBound(node) }) === 1) found.push({ branches: run, around });
      node.forEach((inner, within) => {
        if (inner.type.name === "inside") walk(inner, pos + 1 + within + 1, source ? [...around, source] : around);
      });
    });
  };
  doc.forEach((region, offset) => {
    if (region.type.name === "region") walk(region, offset + 1, []);
  });
  return found;
}

export const runOf = (doc: Node, id: string, shapes: Shapes): Run | undefined => runs(doc, shapes).find((run) => run.branches.some((it) => it.id === id));

/** Whether a block, or one inside it, is bound. */
export function isBound(node: Node): boolean {
  let found = node.attrs["mode"] !== "open";
  node.descendants((inner) => {
    if (inner.type.name === "fixed" || (inner.type.name === "block" && inner.attrs["mode"] !== "open")) found = true;
    return !found && !inner.isTextblock;
  });
  return found;
}

/** What a branch says, in a few words. */
export function excerpt(branch: Node, sheet: Sheet): string {
  let words = "";
  branch.descendants((node) => {
    if (words) return false;
    if (node.type.name === "fixed") words = sheet.opened.fixed[String(node.attrs["id"])]?.title ?? "";
    else if (node.type.name === "words") words = node.textBetween(0, node.content.size, " ", (leaf) => (leaf.type.name === "placeholder" ? sheet.chip(String(leaf.attrs["expression"])).label : " ")).trim();
    return !node.isTextblock;
  });
  return words.length > 48 ? `${words.slice(0, 48).replace(/\s+\S*$/, "")} …` : words || sheet.kind(String(branch.attrs["type"]));
}

const FREE = new Set<unknown>([undefined, "open", "text"]);

/** Whether a block or anything in it is locked, for whomever: that is always seen. */
export function locks(node: Node, shapes: Shapes): boolean {
  const own = (it: Node): boolean => {
    if (it.type.name === "fixed" || it.attrs["type"] === "clause") return true;
    const set = ((it.attrs["settings"] ?? {}) as Record<string, unknown>)["lock"] ?? shapes[String(it.attrs["type"])]?.lock;
    return it.type.name === "block" && !(FREE.has(it.attrs["mode"]) && FREE.has(set));
  };
  let found = own(node);
  node.descendants((inner) => {
    found ||= own(inner);
    return !found && !inner.isTextblock;
  });
  return found;
}
