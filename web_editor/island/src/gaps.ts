// Where a block can be put: every gap between blocks, in reading order, and whether it may stand there.

import type { Node } from "prosemirror-model";
import { NodeSelection, TextSelection, type EditorState, type Transaction } from "prosemirror-state";

import { isBlock, type Place } from "./doc";
import { violations, type Rule } from "./locks";
import type { BlockShape } from "./wire";

/** A place for a block: its position, the region or compartment it is in, and the number of the block after it. */
export interface Gap {
  pos: number;
  holder: number;
  index: number;
}

/** All gaps but those in a block itself; the two beside it, where nothing would move, are told by `idle`. */
export function gaps(doc: Node, block: Place): Gap[] {
  const found: Gap[] = [];
  const walk = (holder: Node, at: number): void => {
    let pos = at + 1;
    holder.forEach((child, _offset, index) => {
      found.push({ pos, holder: at, index });
      if (pos !== block.pos) {
        child.forEach((inner, offset) => {
          if (inner.type.name === "inside") walk(inner, pos + 1 + offset);
        });
      }
      pos += child.nodeSize;
    });
    found.push({ pos, holder: at, index: holder.childCount });
  };
  doc.forEach((region, offset) => {
    if (region.type.name === "region") walk(region, offset);
  });
  return found;
}

export const idle = (gap: Gap, block: Place): boolean => gap.pos === block.pos || gap.pos === block.pos + block.node.nodeSize;

/** The block moved to a gap, as one step of what can be undone. */
export function movedTo(state: EditorState, block: Place, pos: number): Transaction {
  const inside = state.selection.from - block.pos;
  const chosen = state.selection instanceof NodeSelection || inside < 0 || inside > block.node.nodeSize;
  const tr = state.tr.delete(block.pos, block.pos + block.node.nodeSize);
  const to = tr.mapping.map(pos);
  tr.insert(to, block.node);
  return tr.setSelection(chosen ? NodeSelection.create(tr.doc, to) : TextSelection.near(tr.doc.resolve(to + inside))).scrollIntoView();
}

/** Whether the kind of block may stand there, and the locks let it go there. */
export function mayGo(state: EditorState, block: Place, gap: Gap, rule: Rule): boolean {
  if (!fits(state.doc, block.node, gap, rule.shapes)) return false;
  return violations(state.doc, movedTo(state, block, gap.pos).doc, rule).length === 0;
}

/** Whether blocks of a kind stand in compartments of such a kind at all: a table holds no group. */
export function fits(doc: Node, block: Node, gap: Gap, shapes: Record<string, BlockShape>): boolean {
  const place = doc.resolve(gap.pos);
  const around: string[] = [];
  for (let depth = 1; depth <= place.depth; depth++) if (isBlock(place.node(depth))) around.push(String(place.node(depth).attrs["type"]));
  return stands(block, around, shapes);
}

function stands(block: Node, around: string[], shapes: Record<string, BlockShape>): boolean {
  const shape = shapes[String(block.attrs["type"])];
  if (!shape) return false;
  if (!around.every((it) => shapes[it]?.holds.includes(shape.place))) return false;
  if (around.filter((it) => it === shape.type).length >= Math.max(shape.deepest, 1)) return false;
  const within = [...around, shape.type];
  return block.children.every((child) => child.type.name !== "inside" || child.children.every((inner) => stands(inner, within, shapes)));
}
