// Where blocks may be put, and taking one apart.

import type { Node } from "prosemirror-model";
import { TextSelection, type Command } from "prosemirror-state";

import { freshId, ids, type Place } from "./doc";
import type { Mode } from "./locks";
import { emptyBlock, saying } from "./making";
import type { BlockShape } from "./wire";

/** Whether the place takes a new block: what is around it, or the template itself, binds it. */
export function takes(doc: Node, at: number): boolean {
  const place = doc.resolve(at);
  for (let depth = place.depth; depth > 0; depth--) {
    const around = place.node(depth);
    if (around.type.name === "block") return inside(around) === "open";
  }
  return (doc.attrs["lock"] as Mode) === "open";
}

function inside(block: Node): Mode {
  if (block.attrs["type"] !== "slot") return block.attrs["mode"] as Mode;
  return ((block.attrs["settings"] as Record<string, unknown>)["lock"] as Mode | undefined) ?? "open";
}

/** A paragraph divided where the cursor stands; what it says elsewhere (its short form) stays with the first. */
export const parted = (text: BlockShape, block: Place, offset: number): Command => (state, dispatch) => {
  if (!takes(state.doc, block.pos)) return true;
  const words = block.node.child(0);
  const empty = emptyBlock(text, freshId(ids(state.doc), String(block.node.attrs["id"])), block.node.attrs["settings"] as Record<string, never>);
  const second = saying(empty, words.content.cut(offset));
  if (dispatch) {
    const from = block.pos + 2 + offset;
    const tr = state.tr.delete(from, block.pos + 2 + words.content.size);
    const at = tr.mapping.map(block.pos + block.node.nodeSize);
    tr.insert(at, second);
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView());
  }
  return true;
};
