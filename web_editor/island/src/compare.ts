// Two recipients side by side, or two languages, brands or days: both renderings, and all that differs between them,
// numbered, listed, and stepped through by key.

import { button, el, icon, type Child } from "./draw";
import { become } from "./keeping";
import { marked, lookedAt, type Numbered } from "./differing";
import { channelOf, faultsIn, measured, TITLES, type Made, type Message, type Preview, type Second, type View } from "./preview";
import { day } from "./times";
import type { Opened, Told } from "./wire";
import { _, said } from "./words";

export interface Difference {
  channel: string;
  kind: "only-first" | "only-second" | "words" | "look";
  piece: string;
  block: string;
  line: string;
  words: { side: "both" | "first" | "second"; text: string }[];
  first_span: [number, number] | null;
  second_span: [number, number] | null;
}

interface Side {
  preview: Made | null;
  problems: Told[];
}

interface Both {
  first: Side;
  second: Side;
  differences: Difference[];
}

const OWN = "-";
const A = "A";
const B = "B";
const ICONS: Record<string, string> = { pdf: "template", email: "mail", sms: "phone", push: "bell" };
const LINES: Record<string, string> = {
  from: _("Sender"),
  subject: _("Subject"),
  preheader: _("Preview line"),
  push_title: _("Title"),
  message: _("Message line"),
};

let open: Comparison | null = null;

/** Begins to compare, or ends it. */
export function compare(root: HTMLElement, preview: Preview, opened: Opened, named: (block: string) => string): void {
  if (open) open.end();
  else open = new Comparison(root, preview, opened, named);
}

class Comparison implements Second {
  private both: Both = { first: { preview: null, problems: [] }, second: { preview: null, problems: [] }, differences: [] };
  private record: Record<string, unknown> | null = null;
  private listed: Difference[] = [];
  private now = -1;
  private readonly choice: HTMLElement;
  private readonly told = el("p", { role: "status" });
  private readonly list = el("ol", { class: "difference-list" });
  private readonly steps: HTMLElement;
  private readonly card: HTMLElement;
  private readonly off = new AbortController();

  constructor(
    private readonly root: HTMLElement,
    private readonly preview: Preview,
    private readonly opened: Opened,
    private readonly named: (block: string) => string,
  ) {
    const back = button(_("Previous difference"), "up", () => this.step(-1), { "aria-label": _("Previous difference"), class: "bare", "aria-keyshortcuts": "Shift+F8" });
    const on = button(_("Next difference"), "down", () => this.step(1), { "aria-label": _("Next difference"), class: "bare", "aria-keyshortcuts": "F8" });
    this.steps = el("span", { class: "difference-steps" }, el("kbd", {}, "F8"), back, on);
    this.card = el("section", { class: "differences card", "aria-label": _("Differences") }, el("header", {}, this.told, this.steps), this.list);
    this.choice = this.choices();
    this.first().before(el("span", { class: "side-tag", "data-side": A }, A));
    this.wishes().after(this.choice);
    this.preview.place.before(this.card);
    this.root.classList.add("comparing");
    this.pressed(true);
    const { signal } = this.off;
    addEventListener("keydown", (event) => this.key(event), { signal });
    addEventListener("message", (event) => this.heard(event), { signal });
    preview.second = this;
    preview.changed(0);
    this.choice.querySelector("select")?.focus();
  }

  end(): void {
    open = null;
    this.off.abort();
    this.preview.second = null;
    this.root.classList.remove("comparing");
    this.card.remove();
    this.choice.remove();
    this.wishes().querySelector(".side-tag")?.remove();
    this.pressed(false);
    this.preview.changed(0);
    this.root.querySelector<HTMLElement>(".beside")?.focus();
  }

  private pressed(on: boolean): void {
    this.root.querySelector(".beside")?.setAttribute("aria-pressed", String(on));
  }

  private wishes(): HTMLElement {
    return this.root.querySelector<HTMLElement>(".wishes")!;
  }

  private first(): HTMLElement {
    return this.wishes().querySelector<HTMLElement>("label")!;
  }

  /** What is chosen for the second side: somebody else to begin with, or another language where there is nobody else. */
  private choices(): HTMLElement {
    const people = [...this.wishes().querySelectorAll<HTMLOptionElement>("[name=persona] option")].map((it) => option(it.value, it.text));
    const persona = el("select", { name: "second-persona" }, ...people);
    const language = el("select", { name: "second-language" }, ...this.opened.languages.map((it) => option(it, tongue(it))));
    const brands = [...this.wishes().querySelectorAll<HTMLOptionElement>("[name=brand] option")].map((it) => option(it.value, it.text));
    const brand = el("select", { name: "second-brand" }, ...brands);
    const day = el("input", { name: "second-day", type: "date" });
    const others = people.filter((it) => it.value !== OWN && it.value !== this.preview.persona);
    persona.value = others[0]?.value ?? this.preview.persona;
    language.value = others.length ? this.opened.language : (this.opened.languages.find((it) => it !== this.opened.language) ?? this.opened.language);
    brand.value = this.preview.brand;
    day.value = this.preview.day;
    persona.addEventListener("change", () => this.chose(persona.value));
    for (const field of [language, brand, day]) field.addEventListener("change", () => this.preview.changed(0));
    const recipient = label(_("Recipient"), persona);
    recipient.hidden = this.wishes().querySelector("label[hidden] [name=persona]") !== null; // wording by itself has none
    const fields = [recipient, label(_("Language"), language), label(_("Brand"), brand), label(_("Day"), day)];
    const away = button(_("Stop comparing"), "cross", () => this.end(), { "aria-label": _("Stop comparing"), class: "bare" });
    return el("div", { class: "wishes second", role: "group", "aria-label": said(_("Side {side}"), { side: B }) }, el("span", { class: "side-tag", "data-side": B }, B), ...fields, away);
  }

  private chose(persona: string): void {
    if (persona !== OWN) {
      this.record = null;
      this.preview.changed(0);
      return;
    }
    void import("./records").then((it) =>
      it.pasteRecord(this.record, (record) => {
        this.record = record;
        this.preview.changed(0);
      }),
    );
  }

  private value(name: string): string {
    return this.choice.querySelector<HTMLSelectElement | HTMLInputElement>(`[name=second-${name}]`)?.value ?? "";
  }

  wish(): object {
    const persona = this.value("persona");
    return { persona: persona === OWN ? this.preview.persona : persona, record: this.record ?? (persona === OWN ? this.preview.record : null), language: this.value("language"), brand: this.value("brand"), day: this.value("day") || null };
  }

  take(both: unknown): Made {
    this.both = both as Both;
    this.preview.keep(this.both.second.preview?.messages ?? []);
    return this.both.first.preview ?? { messages: [], checks: null };
  }

  /** A channel on both sides; pages are of one size, so that the same ones stand beside each other. */
  pane(view: View, first: Message | undefined): HTMLElement | null {
    const second = this.both.second.preview?.messages.find((it) => it.channel === channelOf(view));
    if (!first && !second) return null;
    const sides = [this.side(A, view, first), this.side(B, view, second)];
    const pane = this.preview.kept.get(view, () => el("section", { class: `pane pane-${view} two-up`, "aria-label": TITLES[view] }, el("header", {}, el("h3", {}, TITLES[view])), el("div", { class: "sides" })));
    become(pane.lastElementChild!, ...sides);
    return pane;
  }

  private side(side: string, view: View, message: Message | undefined): HTMLElement {
    const head = el("p", { class: "side-head" }, el("span", {}, el("span", { class: "side-tag", "data-side": side }, side), ` ${this.title(side)}`), el("span", { class: "soft small number" }, message ? measured(message) : ""));
    const nothing = el("p", { class: "empty" }, _("Nothing goes out here."));
    const shown = this.preview.kept.get(`${view}, ${side}`, () => el("div", { class: "side-of", "data-side": side, role: "group", "aria-label": said(_("{channel}, side {side}"), { channel: TITLES[view], side }) }));
    become(shown, head, message ? faultsIn(message.problems) : nothing, message ? this.preview.inside(view, message, side) : null);
    return shown;
  }

  /** Who it is, and what else is another there. */
  private title(side: string): string {
    const mine = (name: string): string => (side === A ? { language: this.opened.language, brand: this.preview.brand, day: this.preview.day }[name] ?? "" : this.value(name));
    const theirs = (name: string): string => (side === A ? this.value(name) : { language: this.opened.language, brand: this.preview.brand, day: this.preview.day }[name] ?? "");
    const select = side === A ? this.wishes().querySelector<HTMLSelectElement>("[name=persona]") : this.choice.querySelector<HTMLSelectElement>("[name=second-persona]");
    const more = ["language", "brand", "day"].filter((it) => mine(it) !== theirs(it)).map((it) => (it === "language" ? tongue(mine(it)) : it === "brand" ? this.brand(mine(it)) : mine(it) ? day(mine(it)) : _("today")));
    return [select?.selectedOptions[0]?.text ?? "", ...more].filter(Boolean).join(", ");
  }

  /** What people call a brand. */
  private brand(name: string): string {
    return [...this.wishes().querySelectorAll<HTMLOptionElement>("[name=brand] option")].find((it) => it.value === name)?.text ?? name;
  }

  drawn(): void {
    const channels = new Set([...this.preview.place.querySelectorAll(".pane")].map((it) => channelOf(/pane-(\w+)/.exec(it.className)?.[1] as View)));
    this.listed = this.both.differences.filter((it) => channels.has(it.channel));
    const before = this.now;
    this.now = -1;
    const faults = [this.both.first, this.both.second].map((it, at) => it.problems.length && el("div", {}, el("p", { class: "soft small" }, said(_("Side {side} cannot be made:"), { side: at ? B : A })), faultsIn(it.problems)));
    const count = this.listed.length;
    this.told.textContent = count === 0 ? _("Nothing differs.") : count === 1 ? _("1 difference") : said(_("{count} differences"), { count });
    this.list.replaceChildren(...this.listed.map((it, at) => el("li", {}, this.entry(it, at))));
    this.card.querySelector(".side-faults")?.remove();
    if (faults.some(Boolean)) this.card.append(el("div", { class: "side-faults" }, ...faults.map((it) => it || null)));
    this.steps.hidden = count === 0;
    marked(this.preview.place, this.numbered());
    if (before >= 0 && before < count) this.look(before, false);
  }

  private numbered(): Numbered[] {
    return this.listed.map((it, at) => ({ ...it, number: String(at + 1), label: this.sentence(it) }));
  }

  private entry(difference: Difference, at: number): HTMLElement {
    const row = el("button", { type: "button", class: "difference" }, el("span", { class: "number-tag" }, String(at + 1)), icon(ICONS[difference.channel] ?? "eye"), el("span", { class: "heard" }, `${TITLES[(difference.channel === "email" ? "desktop" : difference.channel) as View]}: `), el("strong", {}, this.called(difference), " ", el("span", { class: "says" }, ...this.says(difference))));
    row.addEventListener("click", () => this.look(at));
    return row;
  }

  private called({ block, line }: Difference): string {
    return line ? (LINES[line] ?? line) : this.named(block) || block;
  }

  private sentence(difference: Difference): string {
    return `${this.called(difference)}: ${this.says(difference).map((it) => (typeof it === "string" ? it : it instanceof Node ? it.textContent : "")).join("")}`;
  }

  private says({ kind, words }: Difference): Child[] {
    if (kind === "look") return [_("looks different")];
    if (kind !== "words") return [el("em", {}, said(_("only {side}"), { side: kind === "only-first" ? A : B })), " ", inShort(words[0]?.text ?? "", false, true)];
    const row = words.slice(0, 12).map(({ side, text }, at) => (side === "both" ? inShort(text, at === 0, at === words.length - 1) : el("span", { class: "of-side" }, el("span", { class: "side-tag", "data-side": side === "first" ? A : B }, side === "first" ? A : B), ` ${text.trim()}`)));
    return words.length > 12 ? [...row, " …"] : row;
  }

  private step(by: number): void {
    const count = this.listed.length;
    if (count) this.look((this.now + by + count + (this.now < 0 && by < 0 ? 1 : 0)) % count);
  }

  /** Shows a difference where it is, on both sides. */
  private look(at: number, there = true): void {
    this.now = at;
    for (const [index, row] of [...this.list.children].entries()) {
      if (index === at) row.firstElementChild?.setAttribute("aria-current", "true");
      else row.firstElementChild?.removeAttribute("aria-current");
    }
    const number = String(at + 1);
    const shown = lookedAt(this.preview.place, number);
    for (const frame of this.preview.place.querySelectorAll("iframe")) frame.contentWindow?.postMessage({ now: number }, "*");
    if (!there) return;
    within(this.list.children[at] as HTMLElement, this.list);
    shown?.scrollIntoView({ block: "center", behavior: calm() });
    this.told.textContent = said(_("Difference {number} of {count}"), { number, count: this.listed.length });
  }

  private key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.key !== "F8" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.step(event.shiftKey ? -1 : 1);
  }

  /** Where in a mail the difference is that is looked at: a frame that shows the whole of it has no bars of its own. */
  private heard(event: MessageEvent): void {
    const frame = [...this.preview.place.querySelectorAll("iframe")].find((it) => it.contentWindow === event.source);
    const { at, number } = (event.data ?? {}) as { at?: unknown; number?: unknown };
    if (!frame || typeof at !== "number" || number !== String(this.now + 1) || frame.closest(".side-of")?.getAttribute("data-side") !== this.leading()) return;
    const scroller = this.root.querySelector<HTMLElement>(".desk-right");
    const inside = scroller && scroller.scrollHeight > scroller.clientHeight + 1 ? scroller : document.documentElement;
    const top = frame.getBoundingClientRect().top + Math.min(Math.max(at, 0), 6000) - innerHeight / 2;
    inside.scrollBy({ top, behavior: calm() });
  }

  /** The side that the page goes to: the first one, unless only the second has it. */
  private leading(): string {
    return (this.listed[this.now]?.kind === "only-second" ? B : A)!;
  }
}

const option = (value: string, text: string): HTMLOptionElement => el("option", { value }, text);
const label = (name: string, field: HTMLElement): HTMLLabelElement => el("label", {}, name, field);
const calm = (): ScrollBehavior => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

function tongue(code: string): string {
  return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(code) ?? code;
}

function within(row: HTMLElement | undefined, list: HTMLElement): void {
  if (!row) return;
  if (row.offsetTop < list.scrollTop) list.scrollTop = row.offsetTop;
  else if (row.offsetTop + row.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = row.offsetTop + row.offsetHeight - list.clientHeight;
}

/** Words that are the same on both sides only remind of where one is. */
function inShort(text: string, first: boolean, last: boolean): string {
  const words = text.split(/(\s+)/);
  if (words.length < 15) return text;
  const [head, tail] = [words.slice(0, 7).join(""), words.slice(-7).join("")];
  if (first && last) return `${head} …`;
  if (first) return `… ${tail}`;
  return last ? `${head} …` : `${head} … ${tail}`;
}
