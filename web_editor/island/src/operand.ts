// One side of a comparison: a field, a written value, a figure over a list, a calculation; and what stands in where a
// field may be absent.

import type { Form } from "./condition";
import { el } from "./draw";
import type { Field } from "./wire";
import { _ } from "./words";

export interface Choosing {
  fields: Field[];
  changed: (redraw: boolean) => void;
  like?: Field | undefined;
  type?: string;
}

const FIGURES: Record<string, string> = { count: _("number of"), sum: _("sum of"), min: _("least of"), max: _("greatest of") };

export function operand(form: Form, choosing: Choosing, change: (now: Form) => void, label: string): HTMLElement {
  if (form.kind === "default") return absent(form, choosing, change, label);
  const picker = kinds(form, choosing, change, label);
  switch (form.kind) {
    case "value":
      return el("span", { class: "side" }, picker, value(form, choosing));
    case "calculation":
      return el("span", { class: "side" }, picker, calculation(form, choosing, change));
    case "times":
      return el("span", { class: "side" }, picker, times(form, choosing, change));
    default:
      return el("span", { class: "side" }, picker);
  }
}

/** Which kind of thing it is, with all fields by name. */
function kinds(form: Form, choosing: Choosing, change: (now: Form) => void, label: string): HTMLElement {
  const groups = new Map<string, HTMLOptGroupElement>();
  const under = (name: string): HTMLOptGroupElement => {
    const found = groups.get(name) ?? el("optgroup", { label: name || _("Fields") });
    groups.set(name, found);
    return found;
  };
  for (const field of choosing.fields) {
    if (!field.many) under(field.group).append(el("option", { value: `field ${field.path}` }, field.label));
    for (const figure of field.aggregates) under(_("Figures over lists")).append(el("option", { value: `${figure} ${field.path}` }, `${FIGURES[figure] ?? figure} ${field.label}`));
  }
  const others = el("optgroup", { label: _("Other") }, el("option", { value: "value" }, _("a value")), el("option", { value: "+" }, _("a sum of two")), el("option", { value: "-" }, _("a difference")), el("option", { value: "times" }, _("a multiple")));
  const select = el("select", { "aria-label": label }, others, ...groups.values());
  const now = said(form);
  if (![...select.options].some((it) => it.value === now)) select.append(el("option", { value: now }, now.replace(/^field /, "")));
  select.value = now;
  select.addEventListener("change", () => change(made(select.value, form)));
  return select;
}

function said(form: Form): string {
  switch (form.kind) {
    case "field":
      return `field ${String(form["path"])}`;
    case "aggregate":
      return `${String(form["name"])} ${String(form["path"])}`;
    case "calculation":
      return String(form["operator"]);
    default:
      return form.kind;
  }
}

function made(choice: string, before: Form): Form {
  const [name, path] = choice.split(" ");
  const zero: Form = { kind: "value", type: "number", value: "0" };
  switch (name) {
    case "field":
      return { kind: "field", path };
    case "value":
      return zero;
    case "+":
    case "-":
      return { kind: "calculation", left: before, operator: name, right: zero };
    case "times":
      return { kind: "times", operand: before, factor: "1" };
    default:
      return { kind: "aggregate", name, path };
  }
}

function value(form: Form, choosing: Choosing): HTMLElement {
  const { like } = choosing;
  if (like?.choices.length) {
    const select = el("select", { "aria-label": _("Value") }, ...like.choices.map((it) => el("option", { value: it.value }, it.label)));
    if (!like.choices.some((it) => it.value === form["value"])) Object.assign(form, { type: "text", value: like.choices[0]!.value });
    select.value = String(form["value"]);
    select.addEventListener("change", () => set(form, "text", select.value, choosing));
    return select;
  }
  const type = like?.type ?? choosing.type ?? String(form["type"]);
  const numeric = ["number", "money", "percent", "integer", "decimal"].includes(type);
  const input = el("input", { "aria-label": _("Value"), value: String(form["value"]), type: type === "date" ? "date" : "text", inputmode: numeric ? "decimal" : undefined, class: "short" });
  input.addEventListener("change", () => set(form, numeric ? "number" : "text", numeric ? input.value.replace(",", ".").trim() : input.value, choosing));
  return input;
}

function set(form: Form, type: string, written: string, choosing: Choosing): void {
  Object.assign(form, { kind: "value", type, value: written });
  choosing.changed(false);
}

function calculation(form: Form, choosing: Choosing, change: (now: Form) => void): HTMLElement {
  const side = (name: "left" | "right"): HTMLElement => operand(form[name] as Form, { ...choosing, like: undefined, type: "number" }, (now) => change({ ...form, [name]: now }), _("Part of the calculation"));
  return el("span", { class: "sum" }, side("left"), el("b", {}, form["operator"] === "-" ? "−" : "+"), side("right"));
}

function times(form: Form, choosing: Choosing, change: (now: Form) => void): HTMLElement {
  const factor = el("input", { value: String(form["factor"]), inputmode: "decimal", class: "short", "aria-label": _("How many times") });
  factor.addEventListener("change", () => change({ ...form, factor: factor.value.replace(",", ".").trim() }));
  return el("span", { class: "sum" }, factor, el("b", {}, "×"), operand(form["operand"] as Form, { ...choosing, like: undefined, type: "number" }, (now) => change({ ...form, operand: now }), _("Part of the calculation")));
}

function absent(form: Form, choosing: Choosing, change: (now: Form) => void, label: string): HTMLElement {
  const inner = operand(form["operand"] as Form, choosing, (now) => change({ ...form, operand: now }), label);
  const stands = form["value"] as Form;
  return el("span", { class: "side" }, inner, el("span", { class: "soft small" }, _("where absent:")), value(stands, { ...choosing, changed: () => change({ ...form }) }));
}
