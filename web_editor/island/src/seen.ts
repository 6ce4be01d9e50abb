// Whether locked wording is really seen.  Views redraw what was tampered with inside them; what hides or covers it from
// outside (styles, overlays, shadow trees) is looked for here and taken away.  Whoever writes is told; only what happens
// again and again stops them.

import { across, leavesRoom, over, paintedOver, reachAll } from "./covering";
import { faint, LEGIBLE, legible, outlined, PLAIN, plain, veiled } from "./legible";
import { Warning, type Reason } from "./warning";

export interface Shown {
  dom: HTMLElement;
  words: () => HTMLElement;
  redraw: () => void;
}

/** How often news are looked at, and how often all of it without any: rules of a sheet change without a sound. */
const EVERY = 400;
const ROUND = 1600;
/** After how many rounds it is looked for what lets a pointer through; the page is styled anew then, not while somebody types. */
const [DEEP, AT_LAST, PAUSE] = [3, 12, 1500];
/** How long one look may take, in milliseconds: keys wait for it. */
const LONGEST = 6;
/** After which time it is looked again before anything is done: a page that is being laid out hides words for a moment. */
const AGAIN = 120;
/** How long something may stay out of sight although everything was done for it. */
const PATIENCE = 1600;
const LAYERS = ".editor-head, .tools, .kept, .shell > :not(main), body > header, body > nav";
const TOLD = ["style", "class", "hidden", "inert", "popover", "media", "disabled", "href"];
/** What one look has found out already. */
interface Look {
  looked: Map<Element, boolean>;
  covers: { element: Element; box: DOMRect }[];
  modal: boolean;
  veiled: boolean;
  deep: boolean;
  next: Map<Element, Element | undefined>;
}

export class Watch {
  #shown = new Set<Shown>();
  #near = new Map<Element, Shown>();
  #timer = 0;
  #waiting = new Set<Shown>();
  #doubted = new Set<Shown>();
  #unseen = new Map<Shown, Reason>();
  #since = 0;
  #ticks = 0;
  #idle = false;
  #rounds = 0;
  #pressed = 0;
  #restyled = false;
  readonly #ours: WeakSet<Element>;
  readonly #warning: Warning;
  #classes = new Map<Element, string>();
  #sheets = "";
  #signed = "";
  #strangers = new Set<Element>();
  #news = new MutationObserver((records) => this.#heard(records));
  #entering = new IntersectionObserver((entries) => entries.forEach((it) => it.isIntersecting && this.#look(this.#near.get(it.target))));

  /** `ours` are the elements of the page as it came, and the lists and dialogs that the editor has made. */
  constructor(ours: WeakSet<Element>) {
    this.#ours = ours;
    this.#warning = new Warning(ours);
  }

  add(shown: Shown): void {
    if (!this.#timer) this.#begin();
    this.#shown.add(shown);
    this.#near.set(shown.dom, shown);
    this.#entering.observe(shown.dom);
    this.#look(shown);
  }

  drop(shown: Shown): void {
    this.#shown.delete(shown);
    this.#waiting.delete(shown);
    this.#doubted.delete(shown);
    this.#unseen.delete(shown);
    this.#near.delete(shown.dom);
    this.#entering.unobserve(shown.dom);
  }

  /** Somebody has changed the words themselves, which were drawn again. */
  tampered(reason: Reason): void {
    this.#warning.happened(reason);
  }

  #begin(): void {
    for (const it of document.querySelectorAll("body *")) if (!this.#ours.has(it) && !drawn(it)) this.#strangers.add(it);
    this.#sheets = rules();
    this.#signed = signature();
    addEventListener("keydown", () => (this.#pressed = performance.now()), { capture: true, passive: true });
    this.#news.observe(document, { childList: true, subtree: true, attributeFilter: TOLD });
    this.#timer = setInterval(() => this.#tick(), EVERY);
  }

  #look(shown: Shown | undefined): void {
    if (shown) this.#waiting.add(shown);
  }

  #all(): void {
    for (const it of this.#shown) this.#waiting.add(it);
  }

  /** Rules have come or gone: what is in sight is looked at first, and all of it thoroughly. */
  #restyle(): void {
    this.#restyled = true;
    this.#all();
  }

  #heard(records: MutationRecord[]): void {
    const before = this.#strangers.size;
    let styled = false;
    for (const { type, target, addedNodes } of records) {
      if (type === "attributes") styled ||= matters(target as Element, this.#classes);
      for (const node of addedNodes) {
        if (!(node instanceof Element) || this.#ours.has(node) || drawn(node)) continue;
        this.#strangers.add(node);
      }
    }
    if (styled || this.#strangers.size > before) this.#all();
  }

  /** News at once; without any all of it in turn, whenever the browser has nothing else to do. */
  #tick(): void {
    if (document.visibilityState === "hidden") return;
    const signed = signature();
    if (signed !== this.#signed) this.#restyle();
    this.#signed = signed;
    for (const it of this.#unseen.keys()) this.#waiting.add(it);
    if (this.#waiting.size) this.#work();
    this.#ticks += 1;
    if ((this.#ticks * EVERY) % ROUND || this.#idle) return;
    this.#idle = true;
    this.#rounds += 1;
    const deep = this.#rounds >= (performance.now() - this.#pressed > PAUSE ? DEEP : AT_LAST);
    if (deep) this.#rounds = 0;
    whenIdle((deadline) => this.#round(seenLast(this.#shown), deadline, deep));
  }

  /** Looks at what waits, as far as there is time; the rest soon after. */
  #work(): void {
    const until = performance.now() + LONGEST;
    this.#looking(this.#restyled || this.#unseen.size > 0, (look) => {
      for (const shown of this.#waiting) {
        this.#waiting.delete(shown);
        this.#see(shown, look);
        if (performance.now() > until) break;
      }
    });
    this.#restyled &&= this.#waiting.size > 0;
    this.#settle();
    if (this.#waiting.size && !this.#unseen.size) setTimeout(() => this.#work(), 30);
  }

  /** A round is deep until it has looked at something: a busy browser may have had no time for it at first. */
  #round(rest: Shown[], deadline: IdleDeadline, deep: boolean): void {
    const before = rest.length;
    this.#looking(deep, (look) => {
      while (rest.length && (deadline.timeRemaining() > LONGEST || deadline.didTimeout)) {
        this.#see(rest.pop()!, look);
        if (deadline.didTimeout) break;
      }
    });
    this.#settle();
    if (rest.length) whenIdle((next) => this.#round(rest, next, deep && rest.length === before));
    else this.#idle = false;
  }

  /** One look; a deep one meets what lets a pointer through as well. */
  #looking(deep: boolean, look: (look: Look) => void): void {
    const done = deep ? reachAll() : null;
    look(this.#begun(deep));
    done?.();
  }

  #begun(deep: boolean): Look {
    for (const it of this.#strangers) if (!it.isConnected) this.#strangers.delete(it);
    const apart = [...this.#strangers].filter((it) => !this.#known(it) && layered(it));
    const all = [...document.querySelectorAll(".fixed")];
    const next = new Map(all.map((it, at) => [it, all[at + 1]]));
    const covers = apart.map((element) => ({ element, box: element.getBoundingClientRect() }));
    return { looked: new Map(), covers, modal: document.querySelector("dialog:modal") !== null, veiled: veiled(document.documentElement), deep, next };
  }

  #see(shown: Shown, look: Look, surely = this.#unseen.has(shown)): void {
    const reason = shown.dom.isConnected ? this.#hidden(shown, look) : null;
    if (!reason) {
      this.#doubted.delete(shown);
      this.#unseen.delete(shown);
      for (const around of above(shown.dom)) if (!this.#classes.has(around)) this.#classes.set(around, around.className);
      return;
    }
    if (!this.#doubted.has(shown)) {
      this.#doubted.add(shown);
      setTimeout(() => this.#looking(look.deep, (again) => this.#see(shown, again, true)), AGAIN);
    } else if (surely) {
      this.#unseen.set(shown, reason);
      this.#mend(shown, look);
      this.#settle();
    }
  }

  /** What is out of sight is told once; and what stays so although it was mended keeps everybody from writing. */
  #settle(): void {
    if (!this.#unseen.size) {
      this.#since = 0;
      this.#warning.over();
      return;
    }
    const now = performance.now();
    if (!this.#since) this.#warning.happened([...this.#unseen.values()][0]!);
    this.#since ||= now;
    if (now - this.#since > PATIENCE) this.#warning.stop(false);
  }

  /** Why somebody does not see it; nothing if they do. */
  #hidden({ dom, words }: Shown, look: Look): Reason | null {
    const [said, box] = [words(), dom.getBoundingClientRect()];
    const styled: Reason = { kind: "style" };
    if (!dom.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return styled;
    if (![...above(dom)].every((it) => plain(it, PLAIN, look.looked))) return styled;
    if (box.height < 8 || box.width < 40 || box.right < 8 || box.left > innerWidth - 8 || box.bottom + scrollY < 0) return styled;
    if (![...around(said, dom), ...said.querySelectorAll("*")].every((it) => plain(it, LEGIBLE, new Map()))) return styled;
    if (faint(said) || look.veiled || marked(said) || backwards(dom, look.next.get(dom))) return styled;
    if ([...dom.querySelectorAll("*")].some((it) => outlined(getComputedStyle(it)))) return styled;
    const lying = this.#covers(dom, box, look)[0];
    if (lying) return { kind: "cover", name: lying.element.localName };
    if (![...said.children].every((line, at, all) => legible(line, dom) && !backwards(line, all[at + 1]))) return styled;
    const found = this.#over(dom, said, look)[0];
    return found ? { kind: "cover", name: found.localName } : null;
  }

  #covers(dom: Element, box: DOMRect, look: Look): Look["covers"] {
    return look.covers.filter(({ element, box: over }) => element.isConnected && !element.contains(dom) && across(over, box));
  }

  /** What may lie over the words: bars of the page, a dialog that waits for an answer, and lists that we opened. */
  #known(element: Element): boolean {
    const layer = element.closest("dialog, [popover]");
    const bar = element.closest(LAYERS);
    return (bar !== null && leavesRoom(bar)) || (layer !== null && (layer.matches("dialog:modal") || this.#ours.has(layer)));
  }

  #over(dom: Element, said: Element, { modal, deep }: Look): Element[] {
    if (modal) return [];
    const known = (it: Element): boolean => this.#known(it);
    return [...said.children].map((line) => over(dom, line, known) ?? (deep ? paintedOver(dom, line, known) : null)).filter((it) => it !== null);
  }

  /** Takes away what can hide it: styles of what is around it, foreign sheets, what lies over it. */
  #mend(shown: Shown, look: Look): void {
    for (const { element } of this.#covers(shown.dom, shown.dom.getBoundingClientRect(), look)) element.remove();
    look.looked.clear();
    shown.redraw();
    document.adoptedStyleSheets = [];
    for (const style of document.querySelectorAll("style")) style.remove();
    if (rules() !== this.#sheets) freshSheets();
    for (const around of above(shown.dom)) {
      for (const name of ["style", "hidden", "inert"]) around.removeAttribute(name);
      const known = this.#classes.get(around);
      if (known !== undefined && around.className !== known && !around.checkVisibility()) around.className = known;
    }
    for (const hit of this.#over(shown.dom, shown.words(), look)) {
      if (hit.contains(shown.dom) || shown.dom.contains(hit)) continue;
      if (this.#ours.has(hit)) hit.removeAttribute("style");
      else hit.remove();
    }
    this.#signed = signature();
  }
}

/** When the browser has nothing else to do; Safari does not tell, there it is one after another, a little later. */
function whenIdle(round: (deadline: IdleDeadline) => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(round, { timeout: ROUND });
  else setTimeout(() => round({ didTimeout: true, timeRemaining: () => 0 }), 50);
}

/** What is in sight comes last: a round begins at the end. */
function seenLast(all: Iterable<Shown>): Shown[] {
  const sight = new DOMRect(0, 0, innerWidth, innerHeight);
  const [seen, others] = [[] as Shown[], [] as Shown[]];
  for (const it of all) (across(it.dom.getBoundingClientRect(), sight) ? seen : others).push(it);
  return [...others, ...seen];
}

/** An element and what is around it, up to another one. */
function* around(element: Element, outermost: Element): Iterable<Element> {
  for (let it: Element | null = element; it; it = it === outermost ? null : it.parentElement) yield it;
}

/** What is around an element up to the page: colours that a reader has turned round for the whole of it are theirs. */
function* above(dom: Element): Iterable<HTMLElement> {
  for (let it = dom.parentElement; it && it !== document.documentElement; it = it.parentElement) yield it;
}

const layered = (element: Element): boolean => getComputedStyle(element).position !== "static";

/** Whether what comes next is shown before; beside it is right in one direction of writing or the other. */
function backwards(one: Element, next: Element | undefined): boolean {
  if (!next) return false;
  const [first, second] = [one.getBoundingClientRect(), next.getBoundingClientRect()];
  return second.top < first.bottom - 4 && second.left < first.right && first.left < second.right;
}

/** Whether a script paints some of the words in another way (CSS Custom Highlight API); its marks are taken off. */
function marked(said: Element): boolean {
  let found = false;
  for (const marks of globalThis.CSS?.highlights?.values() ?? []) {
    for (const range of [...marks]) found = (range as Range).intersectsNode?.(said) && marks.delete(range) ? true : found;
  }
  return found;
}

/** Whether a change of style may hide locked words: not in the preview, and not what the editor does to its own lines. */
function matters(target: Element, around: Map<Element, string>): boolean {
  if (around.has(target) || target.matches("link, style")) return true;
  return target.closest(".ProseMirror, .desk-right") === null && target !== document.body && !target.closest("dialog");
}

/** What tells that rules have come or gone, for next to nothing. */
function signature(): string {
  return [...document.styleSheets, ...document.adoptedStyleSheets].map((sheet) => `${sheet.disabled ? "-" : "+"}${sheet.cssRules.length}`).join();
}

/** Whether an element was put where the editor draws its document, or into something that is drawn as a whole. */
function drawn(node: Element): boolean {
  const parent = node.parentElement;
  if (parent?.matches(".block") && parent.firstElementChild === node && node.matches(".block-head")) return true;
  return parent !== null && (parent.matches(".within, .line, .ProseMirror") || parent.closest(".fixed, .block-head, .desk-right") !== null);
}

function rules(): string {
  return [...document.styleSheets].map((sheet) => (sheet.disabled ? "" : [...sheet.cssRules].map((rule) => rule.cssText).join())).join();
}

/** Our own sheets as the server has them: what a script wrote into those of the page is gone. */
function freshSheets(): void {
  if (coming.size) return;
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) {
    const fresh = link.cloneNode() as HTMLLinkElement;
    fresh.disabled = false;
    coming.add(fresh);
    const come = (): boolean => coming.delete(fresh);
    fresh.addEventListener("load", () => (come(), link.remove()));
    fresh.addEventListener("error", come);
    link.after(fresh);
  }
}

const coming = new Set<HTMLLinkElement>();
