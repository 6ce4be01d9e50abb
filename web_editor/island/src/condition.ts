// A condition built by clicking: rows of "field – compared – value" in groups of all or any.  Whatever the language of
// expressions allows opens here; the server says what a form means, in source and as a sentence, at every change.

import { button, el } from "./draw";
import { operand, type Choosing } from "./operand";
import { ask, Refused, type Field } from "./wire";
import { _ } from "./words";

export type Form = { kind: string; [key: string]: unknown };

interface Said {
  source: string;
  form: Form | null;
  sentence: { text: string };
  fields: Field[];
}

const NOTHING: Form = { kind: "all", parts: [] };
export const COMPARED: Record<string, string> = {
  "==": _("is"),
  "!=": _("is not"),
  "<": _("is below"),
  "<=": _("is at most"),
  ">": _("is above"),
  ">=": _("is at least"),
  in: _("is one of"),
  "not in": _("is none of"),
  so: _("is so"),
  "not so": _("is not so"),
};

export class ConditionDialog {
  private form: Form = NOTHING;
  private source = "";
  private fields: Field[] = [];
  private timer = 0;
  private block = "";
  private field = "";
  private done: (source: string, sentence: string) => void = () => undefined;
  private readonly sentence = el("p", { class: "note said", role: "status", "aria-live": "polite" });
  private readonly faults = el("div", { class: "told", role: "alert" });
  private readonly rows = el("div", { class: "rows-of" });
  private readonly written = el("code", { class: "soft small" });
  private readonly keep: HTMLButtonElement;
  private readonly dialog: HTMLDialogElement;

  constructor(private readonly address: string) {
    this.keep = button(_("Use this condition"), "check", () => this.close(), { class: "main" });
    const always = button(_("Without condition"), null, () => {
      this.form = grouped(null);
      this.close();
    });
    const cancel = button(_("Cancel"), null, () => this.dialog.close());
    const title = `condition-${document.querySelectorAll("dialog.condition").length}`;
    this.dialog = el("dialog", { class: "condition", "aria-labelledby": title }, el("h2", { id: title }, _("Only if")), this.sentence, this.rows, this.faults, this.written, el("footer", {}, always, cancel, this.keep));
    document.body.append(this.dialog);
  }

  async open(source: string, block: string, field: string, done: (source: string, sentence: string) => void): Promise<void> {
    Object.assign(this, { source, block, field, done });
    const said = await this.say({ source });
    if (said) this.take(said);
    this.dialog.showModal();
  }

  private take(said: Said): void {
    this.fields = said.fields;
    this.form = grouped(said.form);
    this.draw();
    this.told(said);
  }

  private async say(what: { source: string } | { form: Form; source: string }): Promise<Said | null> {
    try {
      const said = await ask<Said>(this.address, "POST", { ...what, block: this.block, field: this.field });
      this.faults.replaceChildren();
      this.keep.disabled = false;
      return said;
    } catch (error) {
      const problems = error instanceof Refused ? error.problems : [];
      this.faults.replaceChildren(...problems.slice(0, 3).map((it) => el("div", { class: "fault" }, el("p", {}, el("strong", {}, it.message)), it.hint ? el("p", {}, it.hint) : null)));
      this.keep.disabled = true;
      return null;
    }
  }

  private told(said: Said): void {
    this.source = said.source;
    this.sentence.textContent = said.sentence.text || _("Always");
    this.written.textContent = said.source;
  }

  private changed(redraw: boolean): void {
    if (redraw) this.draw();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), 150);
  }

  private async ask(): Promise<void> {
    const form = shortened(this.form);
    const said = await this.say(form ? { form, source: this.source } : { source: "" });
    if (said) this.told(said);
  }

  private close(): void {
    clearTimeout(this.timer);
    void this.settle();
  }

  private async settle(): Promise<void> {
    await this.ask(); // what was chosen just now may not have been asked yet
    if (this.keep.disabled) return;
    this.dialog.close();
    this.done(this.source, this.source ? (this.sentence.textContent ?? "") : "");
  }

  private draw(): void {
    this.rows.replaceChildren(this.group(this.form, null));
  }

  private group(form: Form, away: (() => void) | null): HTMLElement {
    const parts = form["parts"] as Form[];
    const kind = el("select", { "aria-label": _("How the rows belong together") }, el("option", { value: "all" }, _("all of these hold")), el("option", { value: "any" }, _("one of these holds")));
    kind.value = form.kind;
    kind.addEventListener("change", () => {
      form.kind = kind.value;
      this.changed(false);
    });
    const rows = parts.map((part, index) =>
      this.part(part, (now) => {
        if (now) parts[index] = now;
        else parts.splice(index, 1);
        this.changed(true);
      }),
    );
    const add = button(_("Row"), "plus", () => {
      parts.push(this.fresh());
      this.changed(true);
    }, { class: "bare small" });
    const more = button(_("Group"), "branch", () => {
      parts.push({ kind: form.kind === "all" ? "any" : "all", parts: [this.fresh()] });
      this.changed(true);
    }, { class: "bare small" });
    const remove = away && button(_("Remove the group"), "trash", away, { "aria-label": _("Remove the group"), class: "bare" });
    return el("fieldset", { class: "group-of" }, el("legend", { class: "heard" }, _("Group")), el("div", { class: "group-head" }, kind, remove), ...rows, el("div", { class: "group" }, add, more));
  }

  private part(part: Form, change: (now: Form | null) => void): HTMLElement {
    if (part.kind === "all" || part.kind === "any") return this.group(part, () => change(null));
    if (part.kind === "not") {
      const inner = part["part"] as Form;
      const box = el("div", { class: "not" }, el("strong", {}, _("not:")), this.part(inner, (now) => change(now ? { kind: "not", part: now } : null)));
      return box;
    }
    return this.row(part, change);
  }

  private row(part: Form, change: (now: Form | null) => void): HTMLElement {
    const choosing: Choosing = { fields: this.fields, changed: (redraw) => this.changed(redraw) };
    const left = (part["left"] as Form | undefined) ?? part;
    const type = this.typeOf(left);
    const how = el("select", { "aria-label": _("Compared how") }, ...this.offered(left, part).map((it) => el("option", { value: it }, COMPARED[it] ?? it)));
    how.value = howOf(part);
    how.addEventListener("change", () => change(compared(left, how.value, part)));
    const begun = operand(left, choosing, (now) => change(compared(now, this.usual(now), part)), _("What is looked at"));
    const right = part.kind === "compare" ? operand(part["right"] as Form, { ...choosing, like: this.fieldOf(left), type }, (now) => change({ ...part, right: now }), _("Compared with what")) : part.kind === "in" ? this.options(part, left) : null;
    const remove = button(_("Remove the row"), "trash", () => change(null), { "aria-label": _("Remove the row"), class: "bare" });
    return el("div", { class: "row-of" }, begun, how, right, remove);
  }

  /** The values of "is one of": ticked where the field has known ones, written one after the other where not. */
  private options(part: Form, left: Form): HTMLElement {
    const field = this.fieldOf(left);
    const options = part["options"] as Form[];
    const type = this.typeOf(left) === "text" || this.typeOf(left) === "choice" ? "text" : "number";
    const has = (value: string): boolean => options.some((it) => it["value"] === value);
    if (field?.choices.length) {
      return el("div", { class: "flags" }, ...field.choices.map((choice) => {
        const box = el("input", { type: "checkbox" });
        box.checked = has(choice.value);
        box.addEventListener("change", () => {
          part["options"] = box.checked ? [...(part["options"] as Form[]), { kind: "value", type: "text", value: choice.value }] : (part["options"] as Form[]).filter((it) => it["value"] !== choice.value);
          this.changed(false);
        });
        return el("label", { class: "flag" }, box, " ", choice.label);
      }));
    }
    const input = el("input", { value: options.map((it) => String(it["value"])).join(", "), "aria-label": _("Values, with commas between them") });
    input.addEventListener("change", () => {
      part["options"] = input.value.split(",").map((it) => it.trim()).filter(Boolean).map((value) => ({ kind: "value", type, value }));
      this.changed(false);
    });
    return input;
  }

  private offered(left: Form, part: Form): string[] {
    const type = this.typeOf(left);
    const usual = type === "flag" ? ["so", "not so"] : type === "text" || type === "choice" ? ["==", "!=", "in", "not in"] : ["==", "!=", "<", "<=", ">", ">=", "in", "not in"];
    const now = howOf(part);
    return usual.includes(now) ? usual : [...usual, now];
  }

  private usual(left: Form): string {
    return this.typeOf(left) === "flag" ? "so" : "==";
  }

  private fieldOf(form: Form): Field | undefined {
    if (form.kind === "default") return this.fieldOf(form["operand"] as Form);
    return form.kind === "field" ? this.fields.find((it) => it.path === form["path"]) : undefined;
  }

  private typeOf(form: Form): string {
    if (["calculation", "times", "aggregate"].includes(form.kind)) return "number";
    if (form.kind === "value") return String(form["type"]);
    return this.fieldOf(form)?.type ?? "text";
  }

  private fresh(): Form {
    const field = this.fields.find((it) => !it.many && it.operators.length) ?? this.fields[0];
    const left: Form = { kind: "field", path: field?.path ?? "" };
    return compared(left, this.usual(left), left);
  }
}

function howOf(part: Form): string {
  if (part.kind === "compare") return String(part["operator"]);
  if (part.kind === "in") return part["negated"] ? "not in" : "in";
  return part["negated"] ? "not so" : "so";
}

/** The row for something looked at in some way; what it was compared with before stays where that fits. */
function compared(left: Form, how: string, before: Form): Form {
  if (how === "so" || how === "not so") return { kind: "flag", left, negated: how === "not so" };
  const right = before["right"] as Form | undefined;
  const options = before["options"] as Form[] | undefined;
  if (how === "in" || how === "not in") return { kind: "in", left, options: options ?? (right?.kind === "value" ? [right] : []), negated: how === "not in" };
  return { kind: "compare", left, operator: how, right: right ?? options?.[0] ?? { kind: "value", type: "number", value: "0" } };
}

/** A form always begins with a group, so that there is a place to add rows. */
function grouped(form: Form | null): Form {
  if (!form) return { kind: "all", parts: [] };
  return form.kind === "all" || form.kind === "any" ? form : { kind: "all", parts: [form] };
}

/** Without empty groups and groups of one; nothing where nothing is left. */
function shortened(form: Form): Form | null {
  if (form.kind !== "all" && form.kind !== "any") return form;
  const parts = (form["parts"] as Form[]).map(shortened).filter((it) => it !== null);
  return parts.length > 1 ? { ...form, parts } : (parts[0] ?? null);
}
