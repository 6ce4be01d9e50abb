// What keys do while somebody writes.

import { chainCommands, deleteSelection, joinBackward, selectNodeBackward, selectNodeForward, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { NodeSelection, TextSelection, type Command, type Plugin } from "prosemirror-state";

import { blockAt, freshId, ids, isBlock } from "./doc";
import { fits, gaps, idle, mayGo, movedTo } from "./gaps";
import type { Rule } from "./locks";
import { emptyBlock } from "./making";
import { parted, takes } from "./moving";
import { schema } from "./schema";
import type { BlockShape } from "./wire";

/** Enter in a paragraph makes two of it; in a list or a table it makes one more entry; elsewhere a new paragraph follows. */
const enter = (text: BlockShape): Command => (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (state.selection instanceof NodeSelection) return paragraphAfter(text)(state, dispatch);
  if ($from.parent.type.name !== "words" || !empty) return false;
  const block = blockAt(state);
  if (!block) return true; // a message line has no second one
  if (block.node.attrs["type"] === "text" && $from.parent.attrs["field"] === "text") {
    return parted(text, block, $from.parentOffset)(state, dispatch);
  }
  for (let depth = $from.depth - 1; depth > 0; depth--) {
    if ($from.node(depth).type.name === "entry" && $from.node(depth - 1).type.name === "entries") {
      const entries = $from.node(depth - 1);
      if (entries.attrs["field"] === "items" || entries.attrs["field"] === "lines") {
        const at = $from.after(depth);
        const words = schema.nodes["words"]!.create({ ...$from.parent.attrs, stale: "", missing: false });
        const tr = state.tr.insert(at, schema.nodes["entry"]!.create({ key: "", settings: {} }, words));
        dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView());
        return true;
      }
    }
  }
  return paragraphAfter(text)(state, dispatch);
};

/** A new paragraph after the block one is in, where a block may be added. */
const paragraphAfter = (text: BlockShape): Command => (state, dispatch) => {
  const block = blockAt(state);
  if (!block) return false;
  if (!takes(state.doc, block.pos + block.node.nodeSize)) return true;
  if (dispatch) {
    const at = block.pos + block.node.nodeSize;
    const tr = state.tr.insert(at, emptyBlock(text, freshId(ids(state.doc), "text")));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView());
  }
  return true;
};

/** Backspace at the beginning of a paragraph joins it to the one before; an empty one just goes. */
const backspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== "words") return false;
  const block = blockAt(state);
  if (!block || block.node.attrs["type"] !== "text" || $from.parent.attrs["field"] !== "text") return true;
  const before = state.doc.resolve(block.pos).nodeBefore;
  if (!before || !isBlock(before)) return true;
  if (before.attrs["type"] !== "text" || before.type.name !== "block") {
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, block.pos - before.nodeSize)));
    return true;
  }
  const first = before.child(0);
  const end = block.pos - before.nodeSize + 1 + 1 + first.content.size;
  const tr = state.tr.delete(block.pos, block.pos + block.node.nodeSize).insert(end, $from.parent.content);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
  return true;
};

/** To the next place up or down where it may stand, into compartments and out of them as by the handle. */
const moved = (step: -1 | 1, rule: Rule): Command => (state, dispatch) => {
  const block = blockAt(state);
  if (!block) return false;
  const all = gaps(state.doc, block).filter((gap) => !idle(gap, block));
  const ahead = step < 0 ? all.filter((gap) => gap.pos < block.pos).reverse() : all.filter((gap) => gap.pos > block.pos);
  const gap = ahead.find((it) => mayGo(state, block, it, rule)) ?? ahead.find((it) => fits(state.doc, block.node, it, rule.shapes));
  if (gap) dispatch?.(movedTo(state, block, gap.pos)); // where no lock lets it go, the guard says which
  return true;
};

const lineBreak: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type.name !== "words") return false;
  dispatch?.(state.tr.replaceSelectionWith(schema.nodes["break"]!.create()).scrollIntoView());
  return true;
};

const next = (step: -1 | 1): Command => (state, dispatch) => {
  const starts: number[] = [];
  state.doc.descendants((node, pos) => {
    if (node.type.name === "words") starts.push(pos + 1);
    if (node.type.name === "fixed") starts.push(-pos);
    return !node.isTextblock;
  });
  const here = state.selection.from;
  const places = starts.map((it) => (it < 0 ? -it : it));
  const at = step > 0 ? places.findIndex((it) => it > here) : places.findLastIndex((it) => it < here - (state.selection.$from.parentOffset));
  if (at < 0) return false;
  const place = places[at]!;
  const selection = (starts[at] ?? 0) < 0 ? NodeSelection.create(state.doc, place) : TextSelection.create(state.doc, place);
  dispatch?.(state.tr.setSelection(selection).scrollIntoView());
  return true;
};

/** `text` is the shape of the block that a paragraph is. */
export function keys(text: BlockShape, rule: Rule): Plugin {
  return keymap({
    Enter: enter(text),
    "Shift-Enter": lineBreak,
    Backspace: chainCommands(deleteSelection, backspace, joinBackward, selectNodeBackward),
    Delete: chainCommands(deleteSelection, selectNodeForward),
    "Mod-b": toggleMark(schema.marks["strong"]!),
    "Mod-i": toggleMark(schema.marks["em"]!),
    "Mod-z": undo,
    "Mod-y": redo,
    "Shift-Mod-z": redo,
    "Alt-ArrowUp": moved(-1, rule),
    "Alt-ArrowDown": moved(1, rule),
    "Ctrl-Alt-ArrowDown": next(1),
    "Ctrl-Alt-ArrowUp": next(-1),
  });
}
