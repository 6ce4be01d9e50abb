// Whether locked wording is really seen.  Views redraw what was tampered with inside them; what hides or covers it from
// outside (styles, overlays, shadow trees) is looked for here, taken away, and where that does not help, writing stops.

import { button, el } from "./draw";
import { _ } from "./words";

export interface Shown {
  dom: HTMLElement;
  words: () => HTMLElement;
  redraw: () => void;
}

const EVERY = 400;
const LAYERS = ".editor-head, .tools, .kept, .shell > :not(main), body > header, body > nav";
/** Of an element and all around it: what each has to be for the words in it to be seen. */
const PLAIN: Record<string, RegExp> = {
  filter: /^none$/,
  "clip-path": /^none$/,
  "mask-image": /^none$/,
  transform: /^none$/,
  visibility: /^visible$/,
  opacity: /^(1|0\.[5-9]\d*)$/,
};
/** Of the words themselves. */
const LEGIBLE: Record<string, RegExp> = {
  ...PLAIN,
  position: /^(static|relative)$/,
  "text-decoration-line": /^none$/,
  "-webkit-text-security": /^none$/,
  "font-size": /^([89]|\d\d+)(\.\d+)?px$/,
  "text-indent": /^-?\d{1,2}(\.\d+)?px$/,
};

export class Watch {
  #shown = new Set<Shown>();
  #timer = 0;
  #misses = 0;
  readonly #ours: WeakSet<Element>;
  #classes = new Map<Element, string>();
  #sheets = "";
  #strangers = new Set<Element>();
  #news = new MutationObserver((records) => this.#heard(records));
  #closed: HTMLDialogElement | null = null;

  /** `ours` are the elements of the page as it came, and the lists and dialogs that the editor has made. */
  constructor(ours: WeakSet<Element>) {
    this.#ours = ours;
  }

  add(shown: Shown): void {
    if (!this.#timer) this.#begin();
    this.#shown.add(shown);
  }

  drop(shown: Shown): void {
    this.#shown.delete(shown);
  }

  #begin(): void {
    for (const it of document.querySelectorAll("body *")) if (!this.#ours.has(it) && !drawn(it)) this.#strangers.add(it);
    this.#sheets = rules();
    this.#news.observe(document, { childList: true, subtree: true });
    this.#timer = setInterval(() => this.#look(), EVERY);
  }

  #heard(records: MutationRecord[]): void {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element && !this.#ours.has(node) && !drawn(node)) this.#strangers.add(node);
    }
  }

  #look(): void {
    if (document.visibilityState === "hidden") return;
    const looked = new Map<Element, boolean>();
    const unseen = [...this.#shown].filter((it) => it.dom.isConnected && !this.#sees(it, looked));
    if (!unseen.length) {
      this.#misses = 0;
      if (this.#closed) this.#closed.remove();
      this.#closed = null;
      for (const { dom } of this.#shown) for (const around of above(dom)) if (!this.#classes.has(around)) this.#classes.set(around, around.className);
      return;
    }
    this.#misses += 1;
    for (const it of unseen) this.#mend(it);
    if (this.#misses > 4) this.#close();
  }

  #sees({ dom, words }: Shown, looked: Map<Element, boolean>): boolean {
    const [said, box] = [words(), dom.getBoundingClientRect()];
    if (!dom.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    if (![...above(dom)].every((it) => plain(it, PLAIN, looked))) return false;
    if (box.height < 8 || box.width < 40 || box.right < 8 || box.left > innerWidth - 8 || box.bottom + scrollY < 0) return false;
    if (![...around(said, dom), ...said.querySelectorAll("*")].every((it) => plain(it, LEGIBLE, new Map()))) return false;
    const covers = this.#over(dom, box);
    covers.forEach((it) => it.remove());
    return !covers.length && [...said.children].every((line) => legible(line) && !this.#covered(dom, line));
  }

  /** What somebody put into the page that lies over it; whether it can be clicked makes no difference. */
  #over(dom: Element, box: DOMRect): Element[] {
    for (const it of this.#strangers) if (!it.isConnected) this.#strangers.delete(it);
    return [...this.#strangers].filter((it) => !it.contains(dom) && !this.#known(it) && apart(it) && across(it.getBoundingClientRect(), box));
  }

  /** What may lie over the words: bars of the page, a dialog that waits for an answer, and lists that we opened. */
  #known(element: Element): boolean {
    const layer = element.closest("dialog, [popover]");
    return element.closest(LAYERS) !== null || (layer !== null && (layer.matches("dialog:modal") || this.#ours.has(layer)));
  }

  #covered(dom: Element, line: Element): boolean {
    if (document.querySelector("dialog:modal")) return false;
    const box = line.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
    const hit = document.elementFromPoint(x, y);
    return hit !== null && !dom.contains(hit) && !this.#known(hit);
  }

  /** Takes away what can hide it: styles of what is around it, foreign sheets, what lies over it. */
  #mend(shown: Shown): void {
    shown.redraw();
    document.adoptedStyleSheets = [];
    for (const style of document.querySelectorAll("style")) style.remove();
    if (rules() !== this.#sheets) freshSheets();
    for (const around of above(shown.dom)) {
      for (const name of ["style", "hidden", "inert"]) around.removeAttribute(name);
      const known = this.#classes.get(around);
      if (known !== undefined && around.className !== known && !around.classList.contains("ProseMirror-focused")) around.className = known;
    }
    for (const line of shown.words().children) {
      const box = line.getBoundingClientRect();
      const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + box.height / 2);
      if (hit && !shown.dom.contains(hit) && !hit.contains(shown.dom) && !this.#known(hit) && !this.#ours.has(hit)) hit.remove();
    }
  }

  #close(): void {
    if (this.#closed?.isConnected) return;
    const again = button(_("Reload the page"), null, () => location.reload(), { class: "main" });
    const words = _("Something in this browser hides or covers locked wording, so writing has stopped. Reload the page; if it happens again, switch off extensions that change pages.");
    this.#closed = el("dialog", { class: "shut" }, el("p", { class: "note" }, words), again);
    document.body.append(this.#closed);
    this.#closed.showModal();
  }
}

/** An element and what is around it, up to another one. */
function* around(element: Element, outermost: Element): Iterable<Element> {
  for (let it: Element | null = element; it; it = it === outermost ? null : it.parentElement) yield it;
}

/** What is around an element up to the page: colours that a reader has turned round for the whole of it are theirs. */
function* above(dom: Element): Iterable<HTMLElement> {
  for (let it = dom.parentElement; it && it !== document.documentElement; it = it.parentElement) yield it;
}

function plain(element: Element, expected: Record<string, RegExp>, looked: Map<Element, boolean>): boolean {
  const known = looked.get(element);
  if (known !== undefined) return known;
  const style = getComputedStyle(element);
  const found = Object.entries(expected).every(([name, form]) => form.test(style.getPropertyValue(name))) && ["::before", "::after"].every((it) => /^(none|normal|"• ")$/.test(getComputedStyle(element, it).content));
  looked.set(element, found);
  return found;
}

/** Whether the words of a line take up room, in a colour of their own. */
function legible(line: Element): boolean {
  if (!line.textContent?.trim()) return true;
  const range = document.createRange();
  range.selectNodeContents(line);
  const style = getComputedStyle(line);
  return [...range.getClientRects()].some((box) => box.width > 2 && box.height > 5) && !/^(rgba\(.*, 0\)|transparent)$/.test(style.color) && style.color !== ground(line);
}

function ground(element: Element): string {
  for (let it: Element | null = element; it; it = it.parentElement) {
    const colour = getComputedStyle(it).backgroundColor;
    if (colour !== "rgba(0, 0, 0, 0)") return colour;
  }
  return "";
}

const across = (one: DOMRect, other: DOMRect): boolean => Math.min(one.width, one.height) > 4 && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
const apart = (element: Element): boolean => /^(absolute|fixed)$/.test(getComputedStyle(element).position);

/** Whether an element was put where the editor draws its document, or into something that is drawn as a whole. */
function drawn(node: Element): boolean {
  const parent = node.parentElement;
  return parent !== null && (parent.matches(".within, .line, .ProseMirror") || parent.closest(".fixed, .block-head, .desk-right") !== null);
}

function rules(): string {
  return [...document.styleSheets].map((sheet) => (sheet.disabled ? "" : [...sheet.cssRules].map((rule) => rule.cssText).join())).join();
}

/** Our own sheets as the server has them: what a script wrote into those of the page is gone. */
function freshSheets(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
    const fresh = link.cloneNode() as HTMLLinkElement;
    fresh.disabled = false;
    fresh.addEventListener("load", () => link.remove());
    link.after(fresh);
  }
}
