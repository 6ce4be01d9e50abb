// Random sequences of transactions, filtered by the lock rule of the browser.
//
// One JSON object a line comes in: {document, lock, owns, shapes, seed, steps}; out goes what is left after them:
// {document, passed: {KIND: n}, refused: {KIND: n}}.
import { createInterface } from "node:readline";
import { Fragment, type Node } from "prosemirror-model";
import { EditorState, type Transaction } from "prosemirror-state";

import { lockGuard } from "../../../web_editor/island/src/locks";
import { schema } from "../../../web_editor/island/src/schema";

type Shapes = Record<string, { fields: { name: string; kind: string; choices?: { value: unknown }[]; fields?: unknown[] }[] }>;
interface Place { node: Node; pos: number; parent: Node }
interface World { state: EditorState; shapes: Shapes; fresh: number; random: () => number }

function randomness(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(world: World, of: readonly T[]): T => of[Math.floor(world.random() * of.length)]!;

function places(world: World, ...kinds: string[]): Place[] {
  const found: Place[] = [];
  world.state.doc.descendants((node, pos, parent) => {
    if (kinds.includes(node.type.name)) found.push({ node, pos, parent: parent! });
    return true;
  });
  return found;
}

const any = (world: World, ...kinds: string[]): Place => pick(world, places(world, ...kinds));
const attrs = (world: World, place: Place, more: object): Transaction => world.state.tr.setNodeMarkup(place.pos, null, { ...place.node.attrs, ...more });

function paragraph(world: World): Node {
  const words = (field: string, text: string): Node => schema.nodes["words"]!.create({ field, kind: "inline" }, text ? schema.text(text) : null);
  const rest = [words("short", ""), schema.nodes["entries"]!.create({ field: "channels" })];
  return schema.nodes["block"]!.create({ id: `new-${world.fresh++}`, type: "text", mode: "open", settings: {} }, [words("text", "New."), ...rest]);
}

function group(world: World, ...blocks: Node[]): Node {
  const rest = paragraph(world).children.slice(1);
  const settings = { when: pick(world, ["account.balance < 0", "account.balance > 5"]) };
  return schema.nodes["block"]!.create({ id: `new-${world.fresh++}`, type: "group", mode: "open", settings }, [...rest, schema.nodes["inside"]!.create({ field: "blocks" }, blocks)]);
}

function value(world: World, kind: string, choices?: { value: unknown }[]): unknown {
  if (choices) return pick(world, choices).value;
  if (kind === "flag") return true;
  if (kind === "number") return 1 + Math.floor(world.random() * 3);
  if (kind === "condition") return pick(world, ["account.balance < 0", "account.balance > 5"]);
  return pick(world, ["account.balance", "other", "x"]);
}

const OPERATIONS: Record<string, (world: World) => Transaction> = {
  type: (world) => {
    const { node, pos } = any(world, "words");
    return world.state.tr.insertText("x", pos + 1 + Math.floor(world.random() * (node.content.size + 1)));
  },
  clear: (world) => {
    const { node, pos } = any(world, "words");
    return world.state.tr.delete(pos + 1, pos + 1 + node.content.size);
  },
  remove: (world) => {
    const { node, pos } = any(world, "block", "fixed");
    return world.state.tr.delete(pos, pos + node.nodeSize);
  },
  move: (world) => {
    const { node, pos } = any(world, "block", "fixed");
    const into = any(world, "region", "inside");
    const tr = world.state.tr.delete(pos, pos + node.nodeSize);
    return tr.insert(tr.mapping.map(into.pos + 1 + (world.random() < 0.5 ? 0 : into.node.content.size)), node);
  },
  swap: (world) => {
    const { node, pos } = any(world, "block", "fixed");
    const next = world.state.doc.nodeAt(pos + node.nodeSize);
    if (!next) throw new RangeError("nothing behind it");
    return world.state.tr.replaceWith(pos, pos + node.nodeSize + next.nodeSize, Fragment.from([next, node]));
  },
  setting: (world) => {
    const place = any(world, "block");
    const field = pick(world, world.shapes[String(place.node.attrs["type"])]!.fields.filter((it) => !["text", "entries", "part", "blocks"].includes(it.kind)));
    const settings = { ...(place.node.attrs["settings"] as Record<string, unknown>) };
    if (field.name in settings && world.random() < 0.5) delete settings[field.name];
    else settings[field.name] = value(world, field.kind, field.choices);
    return attrs(world, place, { settings });
  },
  mode: (world) => attrs(world, any(world, "block", "fixed"), { mode: pick(world, ["open", "text", "blanks", "locked"]) }),
  kind: (world) => attrs(world, any(world, "block", "fixed"), { type: pick(world, Object.keys(world.shapes)) }),
  rename: (world) => attrs(world, any(world, "block", "fixed"), { id: `new-${world.fresh++}` }),
  borrow: (world) => attrs(world, any(world, "block", "fixed"), { id: any(world, "block", "fixed").node.attrs["id"] }),
  double: (world) => {
    const { node, pos } = any(world, "block", "fixed");
    const copy = world.random() < 0.5 ? node : node.type.create({ ...node.attrs, id: `new-${world.fresh++}` }, node.content);
    return world.state.tr.insert(pos, copy);
  },
  wrap: (world) => {
    const { node, pos } = any(world, "block", "fixed");
    return world.state.tr.replaceWith(pos, pos + node.nodeSize, group(world, node));
  },
  unwrap: (world) => {
    const { node, pos } = pick(world, places(world, "block").filter((it) => it.node.children.some((child) => child.type.name === "inside")));
    return world.state.tr.replaceWith(pos, pos + node.nodeSize, Fragment.from(node.children.filter((it) => it.type.name === "inside").flatMap((it) => it.children)));
  },
  add: (world) => {
    const { node, pos } = any(world, "region", "inside");
    return world.state.tr.insert(pos + 1 + (world.random() < 0.5 ? 0 : node.content.size), paragraph(world));
  },
  forge: (world) => world.state.tr.insert(any(world, "region", "inside").pos + 1, schema.nodes["fixed"]!.create({ id: `new-${world.fresh++}`, type: "clause" })),
  entry: (world) => {
    const { node, pos, parent } = any(world, "entry");
    const how = world.random();
    if (how < 0.34) return world.state.tr.delete(pos, pos + node.nodeSize);
    if (how < 0.67) return world.state.tr.insert(pos, node);
    const list = places(world, "entries").find((it) => it.node === parent)!;
    return world.state.tr.replaceWith(list.pos + 1, list.pos + 1 + parent.content.size, Fragment.from([...parent.children].reverse()));
  },
  words: (world) => {
    const place = any(world, "words");
    const name = pick(world, ["shared", "stale", "missing"]);
    return attrs(world, place, { [name]: name === "stale" ? (place.node.attrs[name] ? "" : "0".repeat(12)) : !place.node.attrs[name] });
  },
  cut: (world) => {
    const size = world.state.doc.content.size;
    const from = Math.floor(world.random() * size);
    return world.state.tr.deleteRange(from, Math.min(size, from + Math.floor(world.random() * 60)));
  },
  paste: (world) => {
    const size = world.state.doc.content.size;
    const from = Math.floor(world.random() * size);
    const slice = world.state.doc.slice(from, Math.min(size, from + Math.floor(world.random() * 60)));
    return world.state.tr.replaceRange(Math.floor(world.random() * size), Math.floor(world.random() * size), slice);
  },
};

interface Task { document: object; lock: string; owns: boolean; shapes: Shapes; seed: number; steps: number }

function tried({ document, lock, owns, shapes, seed, steps }: Task): object {
  const guard = lockGuard({ shapes: shapes as never, owns }, () => undefined);
  const doc = schema.nodeFromJSON({ ...document, attrs: { lock } });
  const world: World = { state: EditorState.create({ doc, plugins: [guard] }), shapes, fresh: 1, random: randomness(seed) };
  const counts: Record<"passed" | "refused", Record<string, number>> = { passed: {}, refused: {} };
  for (let step = 0; step < steps; step++) {
    const kind = pick(world, Object.keys(OPERATIONS));
    let next: EditorState;
    try {
      next = world.state.apply(OPERATIONS[kind]!(world));
      next.doc.check();
    } catch {
      continue; // it does not fit there at all
    }
    const how = next.doc === world.state.doc ? "refused" : "passed";
    counts[how][kind] = (counts[how][kind] ?? 0) + 1;
    world.state = next;
  }
  const { attrs: _, ...left } = world.state.doc.toJSON() as Record<string, unknown>;
  return { document: left, ...counts };
}

createInterface({ input: process.stdin }).on("line", (line) => process.stdout.write(`${JSON.stringify(tried(JSON.parse(line) as Task))}\n`));
