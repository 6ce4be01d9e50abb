// One control for each kind of setting, and what is set in it.

import { el } from "./draw";
import type { JSONValue } from "./json";
import { inLanguage } from "./views";
import type { FieldShape } from "./wire";
import { _, said } from "./words";

export function control(field: FieldShape, value: JSONValue | undefined): HTMLElement {
  switch (field.kind) {
    case "flag":
      return check(value === true || (value === undefined && field.default === true));
    case "choice":
      return choice(field, value);
    case "choices":
      return choices(field, value);
    case "number":
      return el("input", { type: "number", value: text(value), min: field.min?.toString(), max: field.max?.toString(), placeholder: text(field.default ?? undefined) });
    case "inputs":
      return inputs(value);
    case "day":
      return el("input", { type: "date", value: text(value) });
    case "codes":
      return el("input", { value: Array.isArray(value) ? value.join(", ") : "", spellcheck: "false" });
    case "note":
      return Object.assign(el("textarea", { rows: "2" }), { value: text(value) });
    default:
      return el("input", { value: text(value), spellcheck: "false", placeholder: text(field.default ?? undefined) });
  }
}

/** What is set; undefined where nothing is, which is as it usually is. */
export function read(field: FieldShape, input: HTMLElement): JSONValue | undefined {
  switch (field.kind) {
    case "flag":
      return (input as HTMLInputElement).checked || (field.default === true ? false : undefined);
    case "choices":
      return chosen(input);
    case "inputs":
      return mapped(input);
    case "codes":
      return (input as HTMLInputElement).value.split(/[\s,;]+/).filter(Boolean);
  }
  const { value } = input as HTMLInputElement;
  if (value === "") return undefined;
  const choice = field.choices?.find((it) => String(it.value) === value);
  if (choice) return choice.value;
  return field.kind === "number" ? Number.parseInt(value, 10) : value;
}

function check(on: boolean): HTMLInputElement {
  const input = el("input", { type: "checkbox" });
  input.checked = on;
  return input;
}

function choice(field: FieldShape, value: JSONValue | undefined): HTMLSelectElement {
  const usual = field.choices?.find((it) => it.value === field.default);
  const none = field.required ? [] : [el("option", { value: "" }, usual ? said(_("{choice} (usual)"), { choice: inLanguage(usual.label) }) : "–")];
  const offered = (field.choices ?? []).filter((it) => field.required || it !== usual || value === it.value);
  const input = el("select", {}, ...none, ...offered.map((it) => el("option", { value: String(it.value) }, inLanguage(it.label) || String(it.value))));
  input.value = text(value);
  return input;
}

/** Some of several, or all of them at once, which is written as yes. */
function choices(field: FieldShape, value: JSONValue | undefined): HTMLElement {
  const picked = Array.isArray(value) ? value : [];
  const rows = (field.choices ?? []).map((it) => {
    const input = check(value === true || picked.includes(it.value));
    input.value = String(it.value);
    return el("label", { class: "flag" }, input, " ", inLanguage(it.label));
  });
  return el("div", { class: "flags", "data-all": String(field.flag === true) }, ...rows);
}

function chosen(place: HTMLElement): JSONValue | undefined {
  const boxes = [...place.querySelectorAll("input")];
  const on = boxes.filter((it) => it.checked).map((it) => it.value);
  if (on.length === 0) return undefined;
  return on.length === boxes.length && place.dataset["all"] === "true" ? true : on;
}

/** What a content block wants to know, and from where. */
function inputs(value: JSONValue | undefined): HTMLElement {
  const rows = Object.entries((value ?? {}) as Record<string, JSONValue>).map(([name, source]) => el("label", {}, name, el("input", { value: text(source), "data-name": name, spellcheck: "false" })));
  return el("div", { class: "fields" }, ...rows);
}

function mapped(place: HTMLElement): JSONValue | undefined {
  const found = [...place.querySelectorAll<HTMLInputElement>("input[data-name]")].filter((it) => it.value !== "");
  return found.length ? Object.fromEntries(found.map((it) => [it.dataset["name"] ?? "", it.value])) : undefined;
}

const text = (value: JSONValue | undefined): string => (value === undefined || value === null ? "" : String(value));
