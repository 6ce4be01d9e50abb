// Locked wording on the page: drawn from what the server says it is, and again when somebody tampers with it.

import type { Decoration } from "prosemirror-view";

import { el, icon } from "./draw";
import { lookOf } from "./looks";
import type { Shown, Watch } from "./seen";
import type { Sheet } from "./sheet";
import type { Reason } from "./warning";
import type { Fixed, Line, Run } from "./wire";

const NOTHING: Fixed = { title: "", owner: "", citation: "", version: "", lines: [] };
const LATER = 1500;
const OFTEN = { times: 6, within: 1000, wait: 300 };
let ours = new WeakSet<Element>();
let begun = false;

/** Looking whether it is seen begins when the page has come to rest, so that nobody waits for it. */
const watch = new Promise((done) => setTimeout(done, LATER)).then(() => import("./seen")).then((it): Watch => new it.Watch(ours)).catch(() => null); // a server that is away just then: nobody looks

/** The wording of one block.  A closed shadow tree keeps anybody from giving it another one. */
export class FixedWords {
  readonly dom = el("div");
  readonly #sheet: Sheet;
  readonly #told: Fixed;
  readonly #id: string;
  readonly #ask: boolean;
  readonly #guard: MutationObserver;
  readonly #shown: Shown;
  #words = el("div");
  #drawn: number[] = [];
  #chosen = false;
  #source: Fixed | null = null;

  /** `kind` is what it is called if it has no title; with `ask` its owners can be asked from there. */
  constructor(sheet: Sheet, id: string, told: Fixed | undefined, kind: string, ask: boolean) {
    if (!begun) ours = new WeakSet(document.querySelectorAll("body *")); // what is there before anybody could add to it
    begun = true;
    this.#sheet = sheet;
    this.#id = id;
    this.#told = { ...NOTHING, ...told, title: told?.title || kind };
    this.#ask = ask;
    this.dom.attachShadow({ mode: "closed" }).append(el("slot"));
    this.#guard = new MutationObserver((records) => this.#again(records));
    this.#draw();
    this.#shown = { dom: this.dom, words: () => this.#words, redraw: () => this.#draw() };
    void watch.then((it) => it?.add(this.#shown));
  }

  #draw(): void {
    this.#guard.disconnect();
    const { title, version, owner, citation, lines } = this.#told;
    for (const { name } of [...this.dom.attributes]) if (name !== "draggable") this.dom.removeAttribute(name);
    for (const [name, value] of Object.entries({ class: this.#chosen ? "fixed chosen" : "fixed", translate: "no", contenteditable: "false", "data-id": this.#id })) this.dom.setAttribute(name, value);
    const head = el("div", { class: "fixed-head" }, icon("lock"), el("strong", {}, title), version ? el("span", { class: "tag locked" }, version) : null, el("span", { class: "owner" }, owner));
    this.#words = drawLines(lines, this.#sheet.opened.language);
    const words = this.#source ? el("div", { class: "fixed-pair" }, drawLines(this.#source.lines, this.#sheet.opened.languages[0] ?? ""), this.#words) : this.#words;
    this.dom.replaceChildren(head, words, ...(citation ? [el("p", { class: "fixed-why" }, citation)] : []), ...(this.#ask ? [this.#sheet.askAbout(this.#id)] : []));
    this.#guard.observe(this.dom, { childList: true, characterData: true, subtree: true, attributes: true });
  }

  /** With the wording in the source language beside it, as the server says it is, while somebody looks at both. */
  look(decorations: readonly Decoration[]): void {
    const source = lookOf(decorations, "beside") ? (this.#sheet.sources[this.#id] ?? null) : null;
    if (source === this.#source) return;
    this.#source = source;
    this.#draw();
  }

  /** Draws it again where somebody has changed it; where that goes on and on, somebody else draws too, and it waits.
   * Whoever writes is told of words; a style that was put on it and taken off again is not worth a word. */
  #again(records: MutationRecord[]): void {
    if (records.every(harmless)) return;
    const now = performance.now();
    this.#drawn = this.#drawn.filter((it) => now - it < OFTEN.within);
    this.#drawn.push(now);
    if (this.#drawn.length < OFTEN.times) this.#draw();
    else {
      this.#guard.disconnect();
      setTimeout(() => this.#draw(), OFTEN.wait);
    }
    const kind = kindOf(records);
    if (kind !== "style" || this.#drawn.length >= OFTEN.times) void watch.then((it) => it?.tampered({ kind }));
  }

  choose(chosen: boolean): void {
    const tampered = this.#guard.takeRecords().length > 0;
    this.#chosen = chosen;
    this.dom.classList.toggle("chosen", chosen);
    if (tampered) this.#draw();
    else this.#guard.takeRecords();
  }

  drop(): void {
    this.#guard.disconnect();
    void watch.then((it) => it?.drop(this.#shown));
  }
}

const drawLines = (lines: Line[], lang: string): HTMLDivElement => el("div", { class: "fixed-words", lang }, ...lines.map((line) => el("p", { class: `line-${line.kind}` }, ...line.runs.map(drawRun))));

/** Notes that extensions make on elements for themselves show nothing; the editor tells by `draggable` what it drags. */
function harmless({ type, attributeName }: MutationRecord): boolean {
  return type === "attributes" && attributeName !== "data-id" && /^(data-.*|draggable|spellcheck)$/.test(attributeName ?? "");
}

function kindOf(records: MutationRecord[]): Reason["kind"] {
  const added = records.flatMap((it) => [...it.addedNodes]);
  if (added.some((it) => it.nodeName === "FONT") || /\btranslated-/.test(document.documentElement.className)) return "translated";
  return records.every((it) => it.type === "attributes") ? "style" : "words";
}

export function drawRun(run: Run): HTMLElement | Text {
  if (run.chip) return el("span", { class: "chip still" }, run.text);
  const words = document.createTextNode(run.text);
  if (run.strong) return el("strong", {}, words);
  return run.emphasis ? el("em", {}, words) : words;
}
