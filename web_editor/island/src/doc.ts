// Small questions about the document that many ask.

import type { Node } from "prosemirror-model";
import { NodeSelection, type EditorState } from "prosemirror-state";

/** The block of a content block's document that stands for the content block itself. */
export const ITSELF = "*";

export interface Place {
  node: Node;
  pos: number;
}

export const isBlock = (node: Node): boolean => node.type.name === "block" || node.type.name === "fixed";

/** The innermost block around the selection, or the selected one. */
export function blockAt(state: EditorState): Place | null {
  const { $from } = state.selection;
  if (state.selection instanceof NodeSelection && isBlock(state.selection.node)) return { node: state.selection.node, pos: $from.pos };
  for (let depth = $from.depth; depth > 0; depth--) if (isBlock($from.node(depth))) return { node: $from.node(depth), pos: $from.before(depth) };
  return null;
}

export function blockWithId(doc: Node, id: string): Place | null {
  let found: Place | null = null;
  doc.descendants((node, pos) => {
    if (!found && isBlock(node) && node.attrs["id"] === id) found = { node, pos };
    return !found && !node.isTextblock;
  });
  return found;
}

/** The document as the server wants it: what binds the template as a whole is the server's to say. */
export function sent(doc: Node): unknown {
  const { attrs: _bound, ...document } = doc.toJSON() as Record<string, unknown>;
  return document;
}

/** Every id that is taken. */
export function ids(doc: Node): Set<string> {
  const found = new Set<string>();
  doc.descendants((node) => {
    if (isBlock(node)) found.add(String(node.attrs["id"]));
    return !node.isTextblock;
  });
  return found;
}

/** An id that nobody has: `text`, `text-2`, … */
export function freshId(taken: Set<string>, like: string): string {
  const stem = like.replace(/[^a-z0-9_-]/g, "-").replace(/-\d+$/, "") || "block";
  let id = stem;
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
  taken.add(id);
  return id;
}
