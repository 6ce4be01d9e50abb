// The decision table on the page: a row for each case, a column for each question, and what is shown then.

import type { EditorView } from "prosemirror-view";

import { ConditionDialog } from "./condition";
import { Decision, type Cell, type Row } from "./deciding";
import { faultsOf } from "./dialogs";
import { button, el, type Child } from "./draw";
import type { Sheet } from "./sheet";
import { _, said } from "./words";

const CELLS: Record<Cell, string> = { yes: _("yes"), no: _("no"), any: _("any") };
const MARKS: Record<Cell, string> = { yes: "✓", no: "✕", any: "–" };
const AFTER: Record<Cell, Cell> = { any: "yes", yes: "no", no: "any" };
const ARROWS: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

let conditions: ConditionDialog | null = null;

/** Opens the table of the branches that stand with a block. */
export async function openDecisions(view: EditorView, sheet: Sheet, place: string, block: string): Promise<void> {
  const decision = new Decision(view, sheet, `${place}/decisions`, block);
  conditions ??= new ConditionDialog(`${place}/conditions`);
  if (await decision.begin()) new DecisionDialog(decision, conditions).open();
}

class DecisionDialog {
  private readonly table = el("table", { class: "decisions" });
  private readonly wide = el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": _("Decision table") }, this.table);
  private readonly notes = el("ul", { class: "remarks", role: "status", "aria-live": "polite" });
  private readonly faults = el("div", { class: "told", role: "alert" });
  private readonly keep: HTMLButtonElement;
  private readonly dialog: HTMLDialogElement;
  private timer = 0;

  constructor(
    private readonly decision: Decision,
    private readonly conditions: ConditionDialog,
  ) {
    this.keep = button(_("Use this table"), "check", () => void this.use(), { class: "main" });
    const changes = decision.rows.some((row) => !row.fixed) || decision.open;
    const add = (otherwise: boolean) => (): void => this.added(otherwise);
    const tools = changes && el("div", { class: "group" }, button(_("Question"), "plus", () => this.question(), { class: "small" }), decision.open && button(_("Case"), "plus", add(false), { class: "small" }), decision.open && button(_("Otherwise"), "branch", add(true), { class: "small rest" }));
    const cancel = button(changes ? _("Cancel") : _("Close"), null, () => this.dialog.close());
    const hint = changes ? _("Each row is a case: what it asks, and what is shown then. Click a cell to change it, or press y, n or minus; arrow keys go from cell to cell.") : _("Each row is a case: what it asks, and what is shown then. What is locked here is changed by its owners.");
    this.dialog = el("dialog", { class: "deciding", "aria-labelledby": "deciding-title" }, el("h2", { id: "deciding-title" }, _("Decision table")), el("p", { class: "soft small" }, hint), this.wide, tools, this.notes, this.faults, el("footer", {}, cancel, changes && this.keep));
    this.dialog.addEventListener("close", () => this.dialog.remove());
    this.table.addEventListener("keydown", (event) => this.key(event));
  }

  open(): void {
    document.body.append(this.dialog);
    this.draw();
    this.dialog.showModal();
    this.table.querySelector<HTMLElement>("button.cell")?.focus();
  }

  private added(otherwise: boolean): void {
    const row = this.decision.add(otherwise);
    this.changed();
    this.table.querySelector<HTMLElement>(`[data-row="${row.id}"] button`)?.focus();
  }

  private question(): void {
    void this.conditions.open("", this.decision.block, "", (source) => {
      if (source) void this.try(() => this.decision.question(source)).then(() => this.changed());
    });
  }

  private rewrite(row: Row): void {
    void this.conditions.open(row.source, this.decision.block, "", (source) => void this.try(() => this.decision.write(row, source)).then(() => this.changed()));
  }

  private changed(): void {
    this.draw();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.settle(), 200);
  }

  private async settle(): Promise<void> {
    clearTimeout(this.timer);
    if (await this.try(() => this.decision.settle())) this.draw();
  }

  private async try(deed: () => Promise<void>): Promise<boolean> {
    try {
      await deed();
      this.faults.replaceChildren();
      this.keep.disabled = false;
      return true;
    } catch (error) {
      this.faults.replaceChildren(...faultsOf(error));
      this.keep.disabled = true;
      return false;
    }
  }

  private async use(): Promise<void> {
    await this.settle();
    if (this.keep.disabled) return;
    this.dialog.close();
    this.decision.apply();
  }

  /** Draws it anew; who was in a cell stays in it. */
  private draw(): void {
    const here = this.table.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["at"] : undefined;
    const head = el("tr", {}, el("th", { scope: "col" }, _("Case")), ...this.decision.columns.map((_it, index) => this.column(index)), el("th", { scope: "col" }, _("Shown then")));
    this.table.replaceChildren(el("thead", {}, head), ...this.decision.rows.map((row, index) => this.row(row, index)));
    if (here) this.table.querySelector<HTMLElement>(`[data-at="${CSS.escape(here)}"]`)?.focus();
    this.dialog.querySelector(".rest")?.toggleAttribute("disabled", this.decision.staying.some((row) => row.otherwise));
    this.notes.replaceChildren(...this.noted().map((it) => el("li", {}, it)));
  }

  private column(index: number): HTMLElement {
    const { text } = this.decision.columns[index]!;
    const away = this.decision.asked(index) || this.decision.rows.every((row) => row.fixed) ? null : button(_("Remove"), "cross", () => this.drop(index), { "aria-label": said(_("Remove the question: {question}"), { question: text }), class: "bare", "data-at": `column ${index}` });
    return el("th", { scope: "col" }, el("span", {}, text), away);
  }

  private drop(index: number): void {
    this.decision.drop(index);
    this.changed();
  }

  /** One case is a body of the table, since it may have several lines. */
  private row(row: Row, index: number): HTMLElement {
    const lines = row.otherwise || !row.lines.length || row.gone ? [null] : row.lines;
    const number = el("th", { scope: "rowgroup", rowspan: String(lines.length) }, el("span", { class: "number" }, String(index + 1)), this.tools(row, index));
    const shown = el("td", { rowspan: String(lines.length), class: "then" }, el("strong", {}, row.title), ...this.said(row, index));
    const drawn = lines.map((line, at) => el("tr", {}, at === 0 && number, ...(line ? this.cells(row, line, index, at) : [this.whole(row, index)]), at === 0 && shown));
    return el("tbody", { "data-row": row.id, class: [row.gone ? "gone" : "", row.fixed ? "fast" : ""].join(" ").trim() || undefined }, ...drawn);
  }

  private tools(row: Row, index: number): HTMLElement {
    const called = { case: index + 1 };
    const tool = (label: string, named: string, picture: string, deed: () => void): HTMLElement => button(label, picture, () => (deed(), this.changed()), { "aria-label": said(named, called), class: "bare", "data-at": `${row.id} ${picture}` });
    if (row.fixed) return el("span", { class: "row-tools" });
    if (row.gone) return el("span", { class: "row-tools" }, tool(_("Keep"), _("Keep case {case}"), "undo", () => (row.gone = false)));
    return el(
      "span",
      { class: "row-tools" },
      this.decision.open && index > 0 && tool(_("Up"), _("Move case {case} up"), "up", () => this.decision.move(row, -1)),
      this.decision.open && index < this.decision.rows.length - 1 && tool(_("Down"), _("Move case {case} down"), "down", () => this.decision.move(row, 1)),
      this.decision.open && tool(_("Remove"), _("Remove case {case}"), "trash", () => this.remove(row)),
    );
  }

  /** A case that has just come goes at once; one with a text in it stays in sight until the table is used. */
  private remove(row: Row): void {
    if (row.branch) row.gone = true;
    else this.decision.rows.splice(this.decision.rows.indexOf(row), 1);
  }

  private cells(row: Row, line: Cell[], index: number, at: number): HTMLElement[] {
    return line.map((cell, column) => {
      const label = `${this.decision.columns[column]?.text ?? ""}: ${CELLS[cell]}`;
      if (row.fixed) return el("td", { class: `cell-${cell}` }, el("span", { class: "cell" }, el("span", { "aria-hidden": "true" }, MARKS[cell]), " ", CELLS[cell]));
      const pressed = button(`${MARKS[cell]} ${CELLS[cell]}`, null, () => this.set(line, column, AFTER[cell]), { class: "cell", "data-at": `${row.id} ${at} ${column}` });
      pressed.setAttribute("aria-label", said(_("Case {case}, {question}"), { case: index + 1, question: label }));
      return el("td", { class: `cell-${cell}` }, pressed);
    });
  }

  private set(line: Cell[], column: number, cell: Cell): void {
    line[column] = cell;
    this.changed();
  }

  /** What takes the place of the cells: of a row for all that is left, of one that is gone, and of one that fits in none. */
  private whole(row: Row, index: number): HTMLElement {
    const inside: Child[] = row.gone ? [_("Is taken away, with the text in it.")] : row.otherwise ? [el("strong", {}, _("Otherwise")), " ", el("span", { class: "soft" }, _("if none of the others is shown"))] : [row.text];
    if (row.otherwise && !row.fixed && !row.gone && row.lines.length) inside.push(button(_("Say in cells"), null, () => ((row.otherwise = false), this.changed()), { class: "bare small", "aria-label": said(_("Say in cells what case {case} asks"), { case: index + 1 }) }));
    if (!row.otherwise && !row.fixed && !row.gone) inside.push(button(_("Build by clicking…"), "branch", () => this.rewrite(row), { class: "bare small" }));
    return el("td", { colspan: String(Math.max(1, this.decision.columns.length)), class: "whole" }, ...inside);
  }

  private said(row: Row, index: number): Child[] {
    if (row.gone) return [];
    const found: Child[] = row.remarks.map((it) => el("span", { class: "remark" }, remark(it, this.decision.rows)));
    if (row.lines.length && !row.otherwise && !row.fixed) {
      const more = button(_("Or"), "plus", () => (row.lines.push(this.decision.columns.map((): Cell => "any")), this.changed()), { class: "bare small" });
      more.setAttribute("aria-label", said(_("One more line for case {case}"), { case: index + 1 }));
      found.push(more);
      if (row.lines.length > 1) found.push(button(_("Remove the last line"), null, () => (row.lines.pop(), this.changed()), { class: "bare small" }));
    }
    return found;
  }

  private noted(): string[] {
    const { gaps, overlaps, left_out } = this.decision.told;
    const number = (id: string): number => this.decision.rows.findIndex((it) => it.id === id) + 1;
    const notes = gaps.map((text) => said(_("Nothing of this is shown if {text}."), { text }));
    if (!gaps.length && left_out.length) notes.push(said(_("There is no case for {values}."), { values: left_out.join(", ") }));
    return [...notes, ...overlaps.map((it) => said(_("Cases {one} and {other} are both shown if {text}."), { one: number(it.one), other: number(it.other), text: it.text }))];
  }

  private key(event: KeyboardEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("button.cell") : null;
    const step = ARROWS[event.key];
    if (!cell) return;
    if (step) {
      const rows = [...this.table.querySelectorAll("tr")].map((row) => [...row.querySelectorAll<HTMLElement>("button.cell")]).filter((row) => row.length);
      const at = rows.findIndex((row) => row.includes(cell));
      rows[at + step[0]]?.[rows[at]!.indexOf(cell) + step[1]]?.focus();
    } else {
      const wanted = { y: "yes", j: "yes", n: "no", "-": "any", Delete: "any", Backspace: "any" }[event.key] as Cell | undefined;
      const [id, line, column] = (cell.dataset["at"] ?? "").split(" ");
      const row = this.decision.rows.find((it) => it.id === id);
      if (!wanted || !row) return;
      this.set(row.lines[Number(line)]!, Number(column), wanted);
    }
    event.preventDefault();
  }
}

function remark(found: { kind: string; line: number; other: string }, rows: Row[]): string {
  if (found.kind === "same") return said(_("Asks the same as case {case}."), { case: rows.findIndex((it) => it.id === found.other) + 1 });
  if (found.kind === "always") return _("Always shown.");
  return found.line ? said(_("Line {line} never holds."), { line: found.line }) : _("Never shown.");
}
