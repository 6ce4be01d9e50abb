// The form of a placeholder: which field, how it is shown, and what stands in where it is absent.

import { dialog, faultsOf } from "./dialogs";
import { button, el } from "./draw";
import type { JSONValue } from "./json";
import type { Sheet } from "./sheet";
import { ask } from "./wire";
import { _ } from "./words";

interface Argument {
  name: string;
  label: string;
  required: boolean;
  kind: "choice" | "number" | "text";
  choices: { value: string | number; label: string }[];
}

interface Format {
  name: string;
  label: string;
  own: boolean;
  arguments: Argument[];
}

interface Chip {
  source: string;
  label: string;
  path: string;
  type: string;
  format: string;
  arguments: Record<string, JSONValue>;
  default: { kind: string; type: string; value: JSONValue } | null;
  within: boolean;
  sample: string;
  simple: boolean;
}

interface Told {
  chip: Chip;
  formats: Format[];
}

type Where = { block: string; field: string };

export async function changeChip(address: string, source: string, where: Where, sheet: Sheet, done: (source: string) => void): Promise<void> {
  const told = await ask<Told>(address, "POST", { source, ...where });
  const form = new ChipForm(address, where, sheet, told);
  const box = dialog(_("Field in the text"), [form.dom], _("Use it"), async () => {
    await form.told;
    if (form.faulty) throw new Error("faulty");
    sheet.opened.chips[form.chip.source] = { label: form.chip.label, type: form.chip.type, sample: form.chip.sample };
    done(form.chip.source);
  });
  box.querySelector("footer")?.prepend(
    button(_("Remove"), "trash", () => {
      box.close();
      done("");
    }),
  );
}

class ChipForm {
  readonly dom = el("div", { class: "fields" });
  chip: Chip;
  faulty = false;
  /** What was changed last, once the server has said what it means. */
  told: Promise<void> = Promise.resolve();
  private formats: Format[];
  private readonly faults = el("div", { class: "told", role: "alert" });

  constructor(
    private readonly address: string,
    private readonly where: Where,
    private readonly sheet: Sheet,
    told: Told,
  ) {
    this.chip = told.chip;
    this.formats = told.formats;
    this.draw();
  }

  private draw(): void {
    const { chip } = this;
    if (!chip.simple) {
      this.dom.replaceChildren(this.sample(), el("label", {}, _("As it is written"), this.source()), this.faults);
      return;
    }
    const format = this.formats.find((it) => it.name === chip.format);
    const stands = el("input", { value: chip.default ? String(chip.default.value) : "" });
    stands.addEventListener("change", () => this.set({ default: stands.value ? { kind: "value", type: "text", value: stands.value } : null, within: false }));
    this.dom.replaceChildren(
      this.sample(),
      el("label", {}, _("Field"), this.field()),
      this.formats.length ? el("label", {}, _("Shown as"), this.format()) : "",
      ...(format?.arguments ?? []).map((it) => el("label", {}, it.label, this.argument(it))),
      el("label", {}, _("Where it is absent"), stands),
      this.faults,
    );
  }

  private sample(): HTMLElement {
    return el("p", { class: "note", role: "status" }, el("strong", {}, this.chip.label), this.chip.sample ? `: ${this.chip.sample}` : "");
  }

  private field(): HTMLElement {
    const select = el("select", {}, ...this.sheet.opened.fields.filter((it) => !it.many).map((it) => el("option", { value: it.path }, it.group ? `${it.label} (${it.group})` : it.label)));
    if (![...select.options].some((it) => it.value === this.chip.path)) select.append(el("option", { value: this.chip.path }, this.chip.label));
    select.value = this.chip.path;
    select.addEventListener("change", () => this.set({ path: select.value, format: "", arguments: {} }));
    return select;
  }

  private format(): HTMLElement {
    const select = el("select", {}, el("option", { value: "" }, _("as it is")), ...this.formats.map((it) => el("option", { value: it.name }, it.label)));
    select.value = this.chip.format;
    select.addEventListener("change", () => {
      const needed = this.formats.find((it) => it.name === select.value)?.arguments.filter((it) => it.required) ?? [];
      this.set({ format: select.value, arguments: Object.fromEntries(needed.map((it) => [it.name, it.choices[0]?.value ?? "#"])) });
    });
    return select;
  }

  private argument(argument: Argument): HTMLElement {
    const value = this.chip.arguments[argument.name];
    const now = value === undefined || value === null ? "" : String(value);
    const input = argument.choices.length ? el("select", {}, el("option", { value: "" }, "–"), ...argument.choices.map((it) => el("option", { value: String(it.value) }, it.label))) : el("input", {});
    input.value = now;
    input.addEventListener("change", () => {
      const { [argument.name]: _before, ...others } = this.chip.arguments;
      const chosen = argument.choices.find((it) => String(it.value) === input.value)?.value ?? input.value;
      this.set({ arguments: input.value === "" ? others : { ...others, [argument.name]: chosen } });
    });
    return input;
  }

  private source(): HTMLElement {
    const input = el("textarea", { rows: "3", spellcheck: "false", class: "code" });
    input.value = this.chip.source;
    input.addEventListener("change", () => (this.told = this.say({ source: input.value })));
    return input;
  }

  private set(change: Partial<Chip>): void {
    const { path, format, arguments: given, default: stands, within } = { ...this.chip, ...change };
    this.told = this.say({ source: this.chip.source, form: { path, format, arguments: given, default: stands, within } });
  }

  private async say(what: object): Promise<void> {
    try {
      const told = await ask<Told>(this.address, "POST", { ...what, ...this.where });
      [this.chip, this.formats, this.faulty] = [told.chip, told.formats, false];
      this.draw();
      this.faults.replaceChildren();
    } catch (error) {
      this.faulty = true;
      this.faults.replaceChildren(...faultsOf(error));
    }
  }
}
