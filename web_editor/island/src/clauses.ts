// Choosing a clause: by what it says, whose it is and until when it holds; then where each of its inputs comes from.

import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";

import { dialog, faultsOf, styled } from "./dialogs";
import { blockAt, blockWithId, freshId, ids } from "./doc";
import { button, el, icon } from "./draw";
import { same, type JSONValue } from "./json";
import { folded } from "./menu";
import { schema } from "./schema";
import type { Sheet } from "./sheet";
import { day } from "./times";
import { ask, type Fixed, type Line } from "./wire";
import { _, said } from "./words";

interface Input {
  name: string;
  label: string;
  type: string;
  currency: string;
  unit: string;
  min: string;
  max: string;
  longest: number;
  fields: string[];
  suggested: string;
}

interface Clause extends Fixed {
  name: string;
  hash: string;
  held: "in force" | "later" | "over" | "draft";
  from: string;
  until: string;
  jurisdiction: string[];
  speaks: boolean;
  inputs: Input[];
  blanks: { name: string; label: string; longest: number }[];
}

type Given = Record<string, string>;
type Settings = Record<string, JSONValue>;

const OWN = "=";
const FORMULA = "~";
const TYPES: Record<string, string> = { text: _("text"), integer: _("whole number"), decimal: _("number"), money: _("amount"), percent: _("percentage"), date: _("date") };
const known = new Map<string, Promise<Clause[]>>();

/** The clauses that there are, asked for once for each place in the template. */
function clauses(place: string, sheet: Sheet, block: string): Promise<Clause[]> {
  const address = `${place}/clauses?language=${encodeURIComponent(sheet.opened.language)}&block=${encodeURIComponent(block)}`;
  const found = known.get(address) ?? ask<Clause[]>(address);
  known.set(address, found);
  found.catch(() => known.delete(address));
  return found;
}

/** A new clause: chosen, with what it wants to know, and put in. */
export function putClause(place: string, node: JSONValue, sheet: Sheet, view: EditorView, put: (node: JSONValue) => void): void {
  const around = String(blockAt(view.state)?.node.attrs["id"] ?? "");
  choose(place, sheet, around, null, (clause, settings) => {
    const made = schema.nodeFromJSON(node);
    const id = freshId(ids(view.state.doc), clause.name);
    sheet.picked.set(id, clause);
    const attrs = { ...made.attrs, id, settings };
    put(made.type.create(attrs, made.children.map((child) => gaps(child, clause))).toJSON() as JSONValue);
  });
}

/** Another clause in the place of one, or the same with other inputs. */
export function changeClause(place: string, id: string, sheet: Sheet, view: EditorView): void {
  const found = blockWithId(view.state.doc, id);
  if (!found) return;
  const before = found.node.attrs["settings"] as Settings;
  choose(place, sheet, id, before, (clause, settings) => {
    const now = blockWithId(view.state.doc, id);
    if (!now) return;
    sheet.picked.set(id, clause);
    const { block: _block, version: _version, hash: _hash, follow: _follow, with: _with, ...kept } = now.node.attrs["settings"] as Settings;
    const children = now.node.children.map((child) => (before["block"] === clause.name ? child : gaps(child, clause)));
    view.dispatch(view.state.tr.replaceWith(now.pos, now.pos + now.node.nodeSize, now.node.type.create({ ...now.node.attrs, settings: { ...kept, ...settings } }, children)));
  });
}

/** The gaps that a clause leaves, empty: they are filled on the sheet. */
function gaps(child: Node, clause: Clause): Node {
  if (child.attrs["field"] !== "blanks") return child;
  const words = (): Node => schema.nodes["words"]!.create({ field: "", kind: "line" });
  return child.type.create(child.attrs, clause.blanks.map((it) => schema.nodes["entry"]!.create({ key: it.name, settings: {} }, words())));
}

function choose(place: string, sheet: Sheet, block: string, before: Settings | null, done: (clause: Clause, settings: Settings) => void): void {
  styled();
  const search = el("input", { type: "search", "aria-label": _("Search for a clause"), placeholder: _("Title, owner, citation or wording"), autocomplete: "off" });
  const list = el("div", { class: "clause-list", role: "radiogroup", "aria-label": _("Clauses") });
  const shown = el("div", { class: "clause-shown", role: "region", tabindex: "0", "aria-label": _("The chosen clause") }, el("p", { class: "empty" }, _("Choose one to read it.")));
  const owns = sheet.opened.owns_locks;
  const told = owns ? null : el("p", { class: "note" }, _("Only compliance puts a clause into a template. Choose what you need, and ask them."));
  let chosen: Clause | null = null;
  let form: InputsForm | null = null;
  const follow = el("select", {}, el("option", { value: "approved" }, _("the approved version in force")), el("option", { value: "always" }, _("always, and approved together with it")), el("option", { value: "pin" }, _("exactly this version")));
  const take = (clause: Clause): void => {
    chosen = clause;
    const given = before && before["block"] === clause.name ? ((before["with"] ?? {}) as Given) : Object.fromEntries(clause.inputs.filter((it) => it.suggested).map((it) => [it.name, it.suggested]));
    form = new InputsForm(clause, sheet, given, false);
    follow.value = before && before["block"] === clause.name ? String(before["follow"] ?? "pin") : "approved";
    const asks = clause.inputs.length ? el("section", {}, el("h3", {}, _("What it wants to know")), form.dom) : el("p", { class: "soft small" }, _("It wants to know nothing."));
    shown.replaceChildren(wording(clause, sheet), owns ? asks : "", owns ? el("label", {}, _("Shows"), follow) : "");
    submit.disabled = false;
  };
  const box = dialog(before ? _("Choose another clause") : _("Put in a clause"), [told, search, el("div", { class: "clause-choice" }, list, shown)], owns ? (before ? _("Use it") : _("Put it in")) : _("Ask compliance to put it in"), () => {
    if (!chosen || !form) throw new Error("none");
    const clause = chosen;
    if (!owns) return void import("./asking").then((it) => it.askCompliance(sheet.opened, block, undefined, said(_("Please put in the clause “{title}” ({name})."), { title: clause.title, name: clause.name })));
    const given = form.given();
    const version: Settings = follow.value === "pin" ? { version: clause.version, hash: clause.hash } : { follow: follow.value };
    done(clause, { block: clause.name, ...version, ...(Object.keys(given).length ? { with: given } : {}) });
  });
  box.classList.add("clause-box");
  const submit = box.querySelector<HTMLButtonElement>("footer .main")!;
  submit.disabled = true;
  clauses(place, sheet, block)
    .then((all) => {
      const draw = (): void => {
        const wanted = folded(search.value).split(/\s+/).filter(Boolean);
        const fitting = all.filter((it) => wanted.every((word) => folded(everything(it)).includes(word)));
        list.replaceChildren(...fitting.map((it) => row(it, it === chosen, () => take(it))));
        if (!fitting.length) list.append(el("p", { class: "empty" }, _("No clause says that.")));
      };
      search.addEventListener("input", draw);
      chosen = all.find((it) => it.name === before?.["block"]) ?? null;
      draw();
      if (chosen) take(chosen);
    })
    .catch((error: unknown) => list.replaceChildren(...faultsOf(error)));
  search.focus();
}

const everything = (clause: Clause): string => [clause.title, clause.name, clause.owner, clause.citation, ...clause.lines.flatMap((line) => line.runs.map((run) => run.text))].join(" ");

function row(clause: Clause, on: boolean, taken: () => void): HTMLElement {
  const radio = el("input", { type: "radio", name: "clause", value: clause.name });
  radio.checked = on;
  radio.addEventListener("change", taken);
  return el("label", { class: "clause-row" }, radio, el("span", {}, el("strong", {}, clause.title), " ", held(clause), el("span", { class: "soft small block-line" }, [clause.owner, clause.citation].filter(Boolean).join(" · "))));
}

/** Whether it would be shown today, and until when. */
function held(clause: Clause): HTMLElement {
  switch (clause.held) {
    case "in force":
      return clause.until ? el("span", { class: "tag warn" }, said(_("until {day}"), { day: day(clause.until) })) : el("span", { class: "tag good" }, _("in force"));
    case "later":
      return el("span", { class: "tag accent" }, said(_("from {day}"), { day: day(clause.from) }));
    case "over":
      return el("span", { class: "tag bad" }, clause.until ? said(_("ended {day}"), { day: day(clause.until) }) : _("retired"));
    default:
      return el("span", { class: "tag" }, _("not approved yet"));
  }
}

function wording(clause: Clause, sheet: Sheet): HTMLElement {
  const missing = clause.speaks ? null : el("p", { class: "fault" }, said(_("It is not written in {language} yet."), { language: sheet.opened.language }));
  const head = el("p", { class: "clause-head" }, icon("lock"), el("strong", {}, clause.title), " ", el("span", { class: "tag locked" }, clause.version), el("span", { class: "soft small" }, clause.owner));
  return el("section", { class: "clause-words", lang: sheet.opened.language }, head, ...clause.lines.map(drawLine), el("p", { class: "soft small" }, [clause.citation, clause.jurisdiction.join(", ")].filter(Boolean).join(" · ")), missing);
}

function drawLine(line: Line): HTMLElement {
  return el("p", { class: `line-${line.kind}` }, ...line.runs.map((run) => (run.chip ? el("span", { class: "chip still" }, run.text) : run.strong ? el("strong", {}, run.text) : document.createTextNode(run.text))));
}

/** One field for each thing a clause wants to know: from the record, or a value, or a formula. */
class InputsForm {
  readonly dom = el("div", { class: "fields clause-inputs" });
  private readonly now: Given;

  constructor(
    clause: Clause,
    private readonly sheet: Sheet,
    given: Given,
    private readonly closed: boolean,
    private readonly changed: (given: Given) => void = () => undefined,
  ) {
    this.now = { ...given };
    const unknown = Object.keys(given).filter((name) => !clause.inputs.some((it) => it.name === name));
    this.dom.replaceChildren(...clause.inputs.map((it) => this.input(it)), ...unknown.map((name) => this.stranger(name)));
  }

  given(): Given {
    return Object.fromEntries(Object.entries(this.now).filter(([, source]) => source !== ""));
  }

  private set(name: string, source: string): void {
    if (source === "") delete this.now[name];
    else this.now[name] = source;
    this.changed(this.given());
  }

  private input(input: Input): HTMLElement {
    const source = this.now[input.name] ?? "";
    const kind = kindOf(source, input);
    const select = el("select", { "aria-label": said(_("{input}: where it comes from"), { input: input.label }) }, el("option", { value: "" }, _("not chosen yet")), this.fields(input), ...(input.type === "date" ? [] : [el("option", { value: OWN }, _("a value of its own…"))]), el("option", { value: FORMULA }, _("a formula…")));
    select.value = kind;
    const written = el("input", { spellcheck: "false", "aria-label": said(_("{input}: value"), { input: input.label }), class: kind === FORMULA ? "code" : "" });
    written.value = kind === OWN ? plain(source) : source;
    written.hidden = kind !== OWN && kind !== FORMULA;
    const need = el("span", { class: "needed small", role: "status" }, source ? "" : _("It is needed."));
    const told = (now: string): void => {
      need.textContent = now ? "" : _("It is needed.");
      this.set(input.name, now);
    };
    select.addEventListener("change", () => {
      written.hidden = select.value !== OWN && select.value !== FORMULA;
      written.classList.toggle("code", select.value === FORMULA);
      if (written.hidden) return told(select.value);
      written.value = "";
      written.focus();
      told("");
    });
    written.addEventListener("change", () => told(select.value === OWN ? constant(written.value, input) : written.value.trim()));
    for (const it of [select, written]) it.toggleAttribute("disabled", this.closed);
    return el("div", { class: "clause-input" }, el("p", {}, el("strong", {}, input.label), " ", el("span", { class: "soft small" }, wants(input))), select, written, need);
  }

  /** The fields that fit, those of one group together. */
  private fields(input: Input): DocumentFragment {
    const groups = new Map<string, HTMLElement>();
    const made = document.createDocumentFragment();
    for (const path of input.fields) {
      const field = this.sheet.opened.fields.find((it) => it.path === path);
      const name = field?.group || _("Fields");
      if (!groups.has(name)) made.append(groups.set(name, el("optgroup", { label: name })).get(name)!);
      groups.get(name)!.append(el("option", { value: path }, `${field?.label ?? path}${field?.sample ? ` (${field.sample})` : ""}`));
    }
    return made;
  }

  private stranger(name: string): HTMLElement {
    const away = this.closed ? null : button(_("Remove"), "trash", () => (this.set(name, ""), row_.remove()), { class: "bare small" });
    const row_ = el("div", { class: "clause-input" }, el("p", {}, el("code", {}, name), " ", el("span", { class: "needed small" }, _("The clause does not ask for it any more."))), away);
    return row_;
  }
}

/** What an input takes, in words. */
function wants(input: Input): string {
  const bounds = input.min && input.max ? said(_("{min} to {max}"), { min: input.min, max: input.max }) : input.min ? said(_("at least {min}"), { min: input.min }) : input.max ? said(_("at most {max}"), { max: input.max }) : "";
  const longest = input.longest ? said(_("up to {count} characters"), { count: input.longest }) : "";
  return [TYPES[input.type] ?? input.type, input.currency, input.unit, bounds, longest].filter(Boolean).join(", ");
}

function kindOf(source: string, input: Input): string {
  if (source === "" || input.fields.includes(source)) return source;
  return /^-?\d+(\.\d+)?$/.test(source) || /^(["'])[^"'\\]*\1$/.test(source) ? OWN : FORMULA;
}

const plain = (source: string): string => source.replace(/^(["'])(.*)\1$/, "$2");

/** A value as expressions write it; what no number is, is for the checks to tell. */
function constant(value: string, input: Input): string {
  const trimmed = value.trim();
  if (input.type === "text") return trimmed && `'${trimmed.replace(/['\\]/g, "’")}'`;
  return trimmed.replace(",", ".");
}

/** The inputs of a clause that stands in the template, in the form of its settings. */
export function showInputs(here: HTMLElement, place: string, id: string, sheet: Sheet, view: EditorView, closed: boolean): void {
  styled();
  const settings = (): Settings => (blockWithId(view.state.doc, id)?.node.attrs["settings"] ?? {}) as Settings;
  clauses(place, sheet, id)
    .then((all) => {
      const clause = all.find((it) => it.name === settings()["block"]);
      if (!clause?.inputs.length && !settings()["with"]) return;
      const form = new InputsForm(clause ?? { ...NONE, name: String(settings()["block"]) }, sheet, (settings()["with"] ?? {}) as Given, closed, (given) => {
        const now = blockWithId(view.state.doc, id);
        const { with: before, ...others } = settings();
        if (now && !same(before ?? {}, given)) view.dispatch(view.state.tr.setNodeAttribute(now.pos, "settings", Object.keys(given).length ? { ...others, with: given } : others));
      });
      here.replaceChildren(el("fieldset", {}, el("legend", {}, _("What the clause wants to know")), form.dom));
    })
    .catch((error: unknown) => here.replaceChildren(...faultsOf(error)));
}

const NONE: Clause = { name: "", title: "", owner: "", citation: "", version: "", lines: [], hash: "", held: "draft", from: "", until: "", jurisdiction: [], speaks: true, inputs: [], blanks: [] };
