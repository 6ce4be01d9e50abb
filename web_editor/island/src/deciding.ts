// A decision table as somebody fills it in, and what comes of it in the document: conditions, order, new and gone branches.

import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

import { conditionOf, excerpt, runOf, settings, type Branch, type Run } from "./branches";
import { freshId, ids } from "./doc";
import { emptyBlock } from "./making";
import { takes } from "./moving";
import { schema } from "./schema";
import type { Sheet } from "./sheet";
import { ask } from "./wire";
import { _ } from "./words";

export type Cell = "yes" | "no" | "any";

export interface Column {
  source: string;
  text: string;
}

interface Remark {
  kind: "never" | "always" | "same";
  line: number;
  other: string;
}

interface ToldRow {
  id: string;
  source: string;
  text: string;
  lines: Cell[][];
  remarks: Remark[];
  otherwise: boolean;
}

export interface Told {
  columns: Column[];
  rows: ToldRow[];
  left_out: string[];
  gaps: string[];
  overlaps: { one: string; other: string; text: string }[];
}

export interface Row extends ToldRow {
  branch: Branch | null;
  title: string;
  fixed: boolean;
  gone: boolean;
}

export class Decision {
  columns: Column[] = [];
  rows: Row[] = [];
  told: Told = { columns: [], rows: [], left_out: [], gaps: [], overlaps: [] };
  private run: Run = { branches: [], around: [] };

  constructor(
    private readonly view: EditorView,
    private readonly sheet: Sheet,
    private readonly address: string,
    readonly block: string,
  ) {}

  /** Reads the branches around a block; false where it is none. */
  async begin(): Promise<boolean> {
    const run = runOf(this.view.state.doc, this.block, this.sheet.opened.shapes);
    if (!run) return false;
    this.run = run;
    this.told = await this.ask(run.branches, null);
    this.columns = this.told.columns;
    const { owns_locks, may_edit } = this.sheet.opened;
    this.rows = this.told.rows.map((row, index) => {
      const branch = run.branches[index]!;
      return { ...row, branch, title: excerpt(branch.node, this.sheet), fixed: !may_edit || (branch.bound && !owns_locks), gone: false };
    });
    return true;
  }

  /** Whether a branch may come to where these stand. */
  get open(): boolean {
    const first = this.run.branches[0];
    return this.sheet.opened.may_edit && first !== undefined && takes(this.view.state.doc, first.pos);
  }

  get staying(): Row[] {
    return this.rows.filter((row) => !row.gone);
  }

  /** What the table says as it is filled in; raises what the server refuses. */
  async settle(): Promise<void> {
    const rows = [...this.staying].sort((one, other) => Number(one.otherwise) - Number(other.otherwise));
    const filled = rows.filter((row) => !row.fixed && (row.otherwise || row.lines.length));
    this.told = await this.ask(rows, {
      columns: this.columns.map((it) => ({ source: it.source })),
      rows: filled.map(({ id, lines, otherwise }) => ({ id, lines: otherwise ? [] : lines, otherwise })),
    });
    for (const told of this.told.rows) {
      const row = this.rows.find((it) => it.id === told.id);
      if (row) Object.assign(row, { source: told.source, text: told.text, remarks: told.remarks }, row.otherwise ? { lines: this.cells(told) } : {});
    }
  }

  /** The questions of a condition as columns, as far as they are new. */
  async question(source: string): Promise<void> {
    const { columns } = await this.ask([{ id: this.block, source }], null);
    for (const column of columns) if (!this.columns.some((it) => it.source === column.source)) this.columns = [...this.columns, column];
    for (const row of this.rows) row.lines = row.lines.map((line) => [...line, ...Array<Cell>(this.columns.length - line.length).fill("any")]);
  }

  /** A row says its own condition again, which may be one that fits into no cells. */
  async write(row: Row, source: string): Promise<void> {
    await this.question(source);
    this.told = await this.ask([...this.staying.filter((it) => it !== row), { id: row.id, source }], null);
    const found = this.told.rows.find((it) => it.id === row.id)!;
    Object.assign(row, { source, text: found.text, lines: this.cells(found), otherwise: false });
  }

  /** The cells of a row as the server has told it, under the columns that are there now. */
  private cells(row: ToldRow): Cell[][] {
    const places = this.columns.map((column) => this.told.columns.findIndex((it) => it.source === column.source));
    return row.lines.map((line) => places.map((place): Cell => line[place] ?? "any"));
  }

  drop(column: number): void {
    this.columns = this.columns.filter((_it, index) => index !== column);
    for (const row of this.rows) row.lines = row.lines.map((line) => line.filter((_cell, index) => index !== column));
  }

  asked(column: number): boolean {
    return this.rows.some((row) => row.fixed && row.lines.some((line) => line[column] !== "any"));
  }

  add(otherwise: boolean): Row {
    const taken = ids(this.view.state.doc);
    for (const row of this.rows) taken.add(row.id);
    const row: Row = { id: freshId(taken, "case"), source: "", text: "", lines: [this.columns.map((): Cell => "any")], remarks: [], otherwise, branch: null, title: _("A new group, to be written"), fixed: false, gone: false };
    const rest = this.rows.findIndex((it) => it.otherwise);
    this.rows.splice(rest < 0 || otherwise ? this.rows.length : rest, 0, row);
    return row;
  }

  move(row: Row, step: -1 | 1): void {
    const at = this.rows.indexOf(row);
    const to = at + step;
    if (to < 0 || to >= this.rows.length) return;
    this.rows.splice(to, 0, ...this.rows.splice(at, 1));
  }

  /** One change of the document, so that one undo takes it back. */
  apply(): void {
    const now = runOf(this.view.state.doc, this.block, this.sheet.opened.shapes) ?? this.run;
    for (const row of this.staying) if (row.source) this.sheet.sentences.set(row.source, row.text);
    const order = this.staying.map((row) => row.id).join(" ");
    const tr = order === now.branches.map((it) => it.id).join(" ") ? this.conditions(this.view.state.tr, now) : this.anew(this.view.state.tr, now);
    if (tr.docChanged) this.view.dispatch(tr.scrollIntoView());
    this.view.focus();
  }

  private conditions(tr: Transaction, now: Run): Transaction {
    for (const branch of now.branches) {
      const node = this.saying(branch.node, this.rows.find((it) => it.id === branch.id));
      if (node !== branch.node) tr.setNodeAttribute(branch.pos, "settings", node.attrs["settings"]);
    }
    return tr;
  }

  private anew(tr: Transaction, now: Run): Transaction {
    const [first, last] = [now.branches[0]!, now.branches.at(-1)!];
    const nodes = this.staying.map((row) => this.saying(now.branches.find((it) => it.id === row.id)?.node ?? this.fresh(row), row));
    return tr.replaceWith(first.pos, last.pos + last.node.nodeSize, nodes);
  }

  private saying(node: Node, row: Row | undefined): Node {
    const field = conditionOf(node, this.sheet.opened.shapes)!;
    const before = settings(node);
    if (!row || row.fixed || String(before[field.name] ?? "") === row.source) return node;
    const { [field.name]: _gone, ...rest } = before;
    return node.type.create({ ...node.attrs, settings: row.source ? { ...rest, [field.name]: row.source } : rest }, node.content);
  }

  /** A branch that has just come: a group like the others, with an empty paragraph in it. */
  private fresh(row: Row): Node {
    const { shapes } = this.sheet.opened;
    const like = this.run.branches[0]!.node;
    const paragraph = emptyBlock(shapes["text"]!, freshId(ids(this.view.state.doc), `${row.id}-text`));
    const group = emptyBlock(shapes[String(like.attrs["type"])]!, row.id, {});
    return group.copy(group.content.replaceChild(group.childCount - 1, schema.nodes["inside"]!.create(group.lastChild!.attrs, paragraph)));
  }

  private ask(branches: { id: string; source: string }[], table: object | null): Promise<Told> {
    return ask<Told>(this.address, "POST", { block: this.block, around: this.run.around, branches: branches.map(({ id, source }) => ({ id, source })), table });
  }
}
