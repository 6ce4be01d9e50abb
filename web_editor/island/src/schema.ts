// The editor's document: a template in one language, with everything in it that can be changed.
//
// There is no rule for reading any of this from HTML: what is pasted comes in as plain words (paste.ts), so no forged
// HTML can ever make a locked block.

import { Schema } from "prosemirror-model";

const settings = { settings: { default: {} } };

export const schema = new Schema({
  topNode: "doc",
  nodes: {
    doc: { content: "messages region{6}", attrs: { lock: { default: "open" } } },
    messages: { content: "words*", isolating: true, toDOM: () => ["div", 0] },
    region: { content: "(block|fixed)*", attrs: { name: { default: "body" } }, isolating: true, toDOM: () => ["section", 0] },
    block: {
      content: "(words|entries|part|inside)*",
      attrs: { id: {}, type: {}, mode: { default: "open" }, ...settings },
      isolating: true,
      defining: true,
      toDOM: () => ["div", 0],
    },
    fixed: {
      atom: true,
      selectable: true,
      draggable: false,
      attrs: { id: {}, type: {}, mode: { default: "locked" } },
      toDOM: () => ["div"],
    },
    words: {
      content: "inline*",
      attrs: { field: {}, kind: { default: "inline" }, shared: { default: false }, stale: { default: false }, missing: { default: false } },
      isolating: true,
      defining: true,
      toDOM: () => ["p", 0],
    },
    entries: { content: "entry*", attrs: { field: {} }, isolating: true, toDOM: () => ["div", 0] },
    entry: { content: "(words|entries|part)*", attrs: { key: { default: "" }, ...settings }, isolating: true, toDOM: () => ["div", 0] },
    part: { content: "(words|entries|part)*", attrs: { field: {}, ...settings }, isolating: true, toDOM: () => ["div", 0] },
    inside: { content: "(block|fixed)*", attrs: { field: {} }, isolating: true, toDOM: () => ["div", 0] },
    text: { group: "inline" },
    placeholder: {
      group: "inline",
      inline: true,
      atom: true,
      selectable: true,
      attrs: { expression: {} },
      toDOM: (node) => ["span", { class: "chip" }, String(node.attrs["expression"])],
      leafText: (node) => `{{ ${String(node.attrs["expression"])} }}`,
    },
    break: { group: "inline", inline: true, selectable: false, toDOM: () => ["br"], leafText: () => "\n" },
  },
  marks: {
    strong: { toDOM: () => ["strong", 0] },
    em: { toDOM: () => ["em", 0] },
    link: { attrs: { address: {} }, inclusive: false, toDOM: () => ["span", { class: "linked" }, 0] },
  },
});
