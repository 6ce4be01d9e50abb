// New pieces of a block, empty, as its shape wants them.

import type { Fragment, Node } from "prosemirror-model";

import { freshId } from "./doc";
import type { JSONValue } from "./json";
import { schema } from "./schema";
import type { BlockShape, FieldShape } from "./wire";

type Settings = Record<string, JSONValue>;

const make = (type: string, attrs: Record<string, unknown>, content: Node[] = []): Node => schema.nodes[type]!.create(attrs, content);

/** A block of a type that says nothing yet. */
export function emptyBlock(shape: BlockShape, id: string, settings: Settings = needed(shape.fields, new Set())): Node {
  const compartments = shape.fields.filter((field) => field.kind === "blocks").map((field) => make("inside", { field: field.name }));
  return make("block", { id, type: shape.type, mode: "open", settings }, [...inner(shape.fields), ...compartments]);
}

/** The same block with other words in its first text. */
export function saying(block: Node, words: Fragment): Node {
  return block.copy(block.content.replaceChild(0, block.child(0).copy(words)));
}

/** An entry of a list or map, with a name of its own where entries have one. */
export function emptyEntry(field: FieldShape, key: string, among: Node | null): Node {
  if (!field.fields?.length) return make("entry", { key, settings: {} }, [emptyWords("", field.text ?? "inline")]);
  const taken = new Set((among?.children ?? []).map((it) => String((it.attrs["settings"] as Settings)["id"] ?? "")));
  return make("entry", { key, settings: needed(field.fields, taken) }, inner(field.fields));
}

export function emptyPart(field: FieldShape): Node {
  return make("part", { field: field.name, settings: needed(field.fields ?? [], new Set()) }, inner(field.fields ?? []));
}

function inner(fields: FieldShape[]): Node[] {
  return fields.flatMap((field) => {
    if (field.kind === "text") return [emptyWords(field.name, field.text ?? "inline")];
    return field.kind === "entries" ? [make("entries", { field: field.name })] : [];
  });
}

function emptyWords(field: string, kind: string): Node {
  return make("words", { field, kind });
}

/** What has to be set: the first of what may be chosen, a name that is free; the rest is for whoever fills the form. */
function needed(fields: FieldShape[], taken: Set<string>): Settings {
  const settings: Settings = {};
  for (const field of fields) {
    if (!field.required || ["text", "entries", "part", "blocks"].includes(field.kind)) continue;
    if (field.kind === "identifier") settings[field.name] = freshId(taken, field.name === "id" ? "entry" : field.name);
    else if (field.choices?.[0]) settings[field.name] = field.choices[0].value;
    else settings[field.name] = field.kind === "number" ? (field.min ?? 0) : field.kind === "flag" ? false : "";
  }
  return settings;
}
