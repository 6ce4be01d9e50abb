// The editor's document: a template in one language, with everything in it that can be changed.
//
// What nodes there are, with which attributes and inside of what, is said once, in document/schema.json, which the
// server reads as well.  There is no rule for reading any of it from HTML: what is pasted comes in as plain words
// (paste.ts), so no forged HTML can ever make a locked block.

import { Schema, type AttributeSpec, type DOMOutputSpec, type MarkSpec, type Node, type NodeSpec } from "prosemirror-model";

import told from "../../document/schema.json";

interface Attribute {
  type: string;
  values?: unknown[];
  default?: unknown;
}

interface Told {
  content?: string;
  inline?: boolean;
  attrs: Record<string, Attribute>;
}

const INLINE = new Set(["text", "placeholder", "break"]);

/** What only ProseMirror wants to know of a node; none of it is a rule about what may be written. */
const MANNERS: Record<string, Partial<NodeSpec>> = {
  doc: {},
  messages: { isolating: true },
  region: { isolating: true },
  block: { isolating: true, defining: true, draggable: true },
  fixed: { atom: true, draggable: false },
  words: { isolating: true, defining: true },
  entries: { isolating: true },
  entry: { isolating: true },
  part: { isolating: true },
  inside: { isolating: true },
  placeholder: { atom: true, leafText: (node) => `{{ ${String(node.attrs["expression"])} }}`, toDOM: (node) => ["span", { class: "chip" }, String(node.attrs["expression"])] },
  break: { selectable: false, leafText: () => "\n", toDOM: () => ["br"] },
  text: {},
};
const MARKS: Record<string, MarkSpec> = {
  strong: { toDOM: () => ["strong", 0] },
  em: { toDOM: () => ["em", 0] },
  link: { inclusive: false, toDOM: () => ["span", { class: "linked" }, 0] },
};

/** ProseMirror makes nodes that have to be there by itself, so it wants a value for everything; none of them is kept. */
function attributes(attrs: Record<string, Attribute>): Record<string, AttributeSpec> {
  return Object.fromEntries(Object.entries(attrs).map(([name, it]) => [name, { default: it.default ?? it.values?.[0] ?? "" }]));
}

function spec(name: string, it: Told): NodeSpec {
  const content = it.content && (it.content.includes("text") ? "inline*" : it.content);
  const shown: Partial<NodeSpec> = INLINE.has(name) ? { inline: true, group: "inline" } : { toDOM: (node: Node): DOMOutputSpec => (node.isLeaf ? ["div"] : ["div", 0]) };
  return { ...(content ? { content } : {}), attrs: attributes(it.attrs), ...(name === "text" ? { group: "inline" } : shown), ...MANNERS[name] };
}

const nodes = Object.entries(told.nodes as Record<string, Told>).map(([name, it]) => [name, spec(name, it)] as const);
const marks = Object.entries(told.marks as Record<string, Told>).map(([name, it]) => [name, { attrs: attributes(it.attrs), ...MARKS[name] }] as const);

const spoken = Object.fromEntries(nodes);
spoken["doc"] = { ...spoken["doc"]!, attrs: { lock: { default: "open" } } }; // what binds the template as a whole; never sent

export const schema = new Schema({ topNode: "doc", nodes: spoken, marks: Object.fromEntries(marks) });
