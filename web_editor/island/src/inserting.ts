// Putting in: blocks from their specimens, placeholders from the data dictionary.

import { TextSelection } from "prosemirror-state";
import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";

import { blockAt, blockWithId, freshId, ids, isBlock, ITSELF } from "./doc";
import type { JSONValue } from "./json";
import type { Menu } from "./menu";
import { takes } from "./moving";
import { schema } from "./schema";
import type { Opened } from "./wire";
import { _ } from "./words";

/** A block type as it is offered: what it is called, and a block of it as the server has made it of its specimen. */
export interface Offer {
  type: string;
  title: string;
  node: JSONValue;
  /** What has to be chosen before it is put in; the editor says so where anything has. */
  ask?: (put: (node: JSONValue) => void) => void;
}

export function openBlocks(view: EditorView, menu: Menu, offers: Offer[], typed: boolean): void {
  const at = view.coordsAtPos(view.state.selection.from);
  const choices = offers.map((offer) => ({
    title: offer.title,
    detail: "",
    words: `${offer.title} ${offer.type}`,
    choose: () => (offer.ask ? offer.ask((node) => insertBlock(view, { ...offer, node })) : insertBlock(view, offer)),
  }));
  menu.open(_("Insert a block"), choices, at, () => view.focus());
  if (typed) view.dispatch(view.state.tr.delete(view.state.selection.from - 1, view.state.selection.from));
}

/** After the block one is in, or instead of it where that is an empty paragraph. */
export function insertBlock(view: EditorView, offer: Offer): void {
  const { state } = view;
  const block = blockAt(state);
  const at = block && block.node.attrs["id"] !== ITSELF ? block.pos + block.node.nodeSize : bodyEnd(state.doc);
  if (!takes(state.doc, at)) return;
  const made = renamed(schema.nodeFromJSON(offer.node), ids(state.doc));
  const empty = block && block.node.type.name === "block" && block.node.attrs["type"] === "text" && block.node.attrs["mode"] === "open" && block.node.textContent === "" && hasNothing(block.node);
  const from = empty ? block.pos : at;
  const tr = empty ? state.tr.replaceWith(block.pos, at, made) : state.tr.insert(at, made);
  tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1)));
  view.dispatch(tr.scrollIntoView());
  view.focus();
}

function hasNothing(block: Node): boolean {
  let nothing = true;
  block.descendants((node) => {
    if (node.isInline) nothing = false;
    return nothing;
  });
  return nothing;
}

function bodyEnd(doc: Node): number {
  let end = doc.content.size;
  doc.forEach((region, offset) => {
    if (region.attrs["name"] === "body") end = offset + region.nodeSize - 1;
  });
  const itself = blockWithId(doc, ITSELF);
  itself?.node.forEach((inner, offset) => {
    if (inner.type.name === "inside") end = itself.pos + 1 + offset + inner.nodeSize - 1;
  });
  return end;
}

/** The same block with ids that nobody has, for itself and all inside it. */
export function renamed(node: Node, taken: Set<string>): Node {
  const children = node.children.map((child) => (child.isInline ? child : renamed(child, taken)));
  const attrs = isBlock(node) ? { ...node.attrs, id: freshId(taken, String(node.attrs["id"])) } : node.attrs;
  return node.isText ? node : node.type.create(attrs, children, node.marks);
}

export function openFields(view: EditorView, menu: Menu, opened: Opened, typed: number): void {
  const at = view.coordsAtPos(view.state.selection.from);
  if (typed) view.dispatch(view.state.tr.delete(view.state.selection.from - typed, view.state.selection.from));
  const choices = opened.fields.map((field) => ({
    title: field.label,
    detail: [field.sample, field.path].filter(Boolean).join(" · "),
    words: `${field.label} ${field.path}`,
    choose: () => insertPlaceholder(view, usual(field.path, field.type)),
  }));
  menu.open(_("Insert a field"), choices, at, () => view.focus());
}

const FORMATS: Record<string, string> = { money: "money", date: "date", number: "number", percent: "percent", iban: "iban" };

/** How a field of a type is usually shown. */
function usual(path: string, type: string): string {
  const format = FORMATS[type];
  return format ? `${path} | ${format}` : path;
}

export function insertPlaceholder(view: EditorView, expression: string): void {
  const node = schema.nodes["placeholder"]!.create({ expression });
  view.dispatch(view.state.tr.replaceSelectionWith(node, true).scrollIntoView());
  view.focus();
}
