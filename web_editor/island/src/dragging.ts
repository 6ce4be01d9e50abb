// Dragging a block by its handle, with a mouse, a pen or a finger: a line shows where it would go, dashed where it may not.

import type { EditorView } from "prosemirror-view";

import { blockWithId, type Place } from "./doc";
import { el } from "./draw";
import { gaps, idle, mayGo, movedTo, type Gap } from "./gaps";
import type { Rule } from "./locks";

/** A gap on the page: the line that shows it, and the place whose gap it is. */
interface Shown {
  gap: Gap;
  left: number;
  width: number;
  top: number;
  holder: DOMRect;
}

const BEGUN = 5;
const EDGE = 90;

/** Begins where somebody has taken a handle; who lets go of it at once has chosen the block. */
export function drag(view: EditorView, rule: Rule, event: PointerEvent, handle: HTMLElement, choose: (at: number) => void): void {
  const block = blockWithId(view.state.doc, handle.closest<HTMLElement>("[data-id]")?.dataset["id"] ?? "");
  if (!block || !event.isPrimary || event.button !== 0) return;
  if (handle.hasPointerCapture(event.pointerId)) new Drag(view, rule, block, event, handle, choose);
  else choose(block.pos);
}

class Drag {
  #places: Shown[] = [];
  #at: Shown | null = null;
  #begun = false;
  #point: { x: number; y: number };
  #timer = 0;
  #allowed = new Map<number, boolean>();
  readonly #line = el("div", { class: "drop-line", hidden: true });
  readonly #off = new AbortController();
  readonly #doc;

  constructor(
    private readonly view: EditorView,
    private readonly rule: Rule,
    private readonly block: Place,
    private readonly first: PointerEvent,
    private readonly handle: HTMLElement,
    private readonly choose: (at: number) => void,
  ) {
    this.#doc = view.state.doc;
    this.#point = { x: first.clientX, y: first.clientY };
    const { signal } = this.#off;
    addEventListener("pointermove", (event) => this.#moved(event), { signal });
    addEventListener("pointerup", () => this.#dropped(), { signal });
    addEventListener("pointercancel", () => this.#end(), { signal });
    addEventListener("keydown", (event) => event.key === "Escape" && this.#stop(event), { signal, capture: true });
    addEventListener("scroll", () => this.#begun && this.#measure(), { signal, capture: true });
  }

  #moved(event: PointerEvent): void {
    if (event.pointerId !== this.first.pointerId) return;
    this.#point = { x: event.clientX, y: event.clientY };
    if (!this.#begun && Math.hypot(event.clientX - this.first.clientX, event.clientY - this.first.clientY) < BEGUN) return;
    if (this.view.state.doc !== this.#doc) return this.#end(); // somebody else's change has come in
    if (!this.#begun) this.#begin();
    event.preventDefault();
    this.#show();
  }

  #begin(): void {
    this.#begun = true;
    document.documentElement.classList.add("dragging");
    document.body.append(this.#line);
    this.#measure();
    this.#timer = setInterval(() => this.#scroll(), 30);
  }

  /** Where all gaps are; a line lies between the block before and the one after. */
  #measure(): void {
    const within = new Map<number, { box: DOMRect; children: DOMRect[] }>();
    const doc = this.view.state.doc;
    this.#places = gaps(doc, this.block).flatMap((gap) => {
      const found = within.get(gap.holder) ?? this.#holder(gap.holder);
      if (!found) return [];
      within.set(gap.holder, found);
      const { box, children } = found;
      const [before, after] = [children[gap.index - 1], children[gap.index]];
      const top = before && after ? (before.bottom + after.top) / 2 : before ? before.bottom + 3 : after ? after.top - 3 : box.top + box.height / 2;
      return [{ gap, left: box.left, width: box.width, top, holder: box }];
    });
    if (this.#begun) this.#show();
  }

  #holder(at: number): { box: DOMRect; children: DOMRect[] } | null {
    const dom = this.view.nodeDOM(at);
    const inner = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>(":scope > .within") : null;
    if (!inner?.checkVisibility()) return null;
    const children = [...inner.children].filter((it) => it.matches(".block, .fixed")).map((it) => it.getBoundingClientRect());
    return { box: (dom as HTMLElement).getBoundingClientRect(), children };
  }

  /** The nearest gap of the smallest place that the pointer is in. */
  #nearest(): Shown | null {
    const { x, y } = this.#point;
    const inside = this.#places.filter(({ holder }) => x >= holder.left - 24 && x <= holder.right + 24 && y >= holder.top - 8 && y <= holder.bottom + 8);
    const size = Math.min(...inside.map(({ holder }) => holder.width * holder.height));
    return inside.filter(({ holder }) => holder.width * holder.height === size).reduce<Shown | null>((best, it) => (best && Math.abs(best.top - y) <= Math.abs(it.top - y) ? best : it), null);
  }

  #show(): void {
    this.#at = this.#nearest();
    this.#line.hidden = !this.#at || idle(this.#at.gap, this.block);
    if (!this.#at) return;
    const allowed = this.#may(this.#at.gap);
    this.#line.classList.toggle("not-here", !allowed);
    document.documentElement.classList.toggle("not-here", !allowed && !this.#line.hidden);
    Object.assign(this.#line.style, { left: `${this.#at.left}px`, top: `${this.#at.top - 1}px`, width: `${this.#at.width}px` });
  }

  #may(gap: Gap): boolean {
    const known = this.#allowed.get(gap.pos) ?? (idle(gap, this.block) || mayGo(this.view.state, this.block, gap, this.rule));
    this.#allowed.set(gap.pos, known);
    return known;
  }

  #scroll(): void {
    const { y } = this.#point;
    const by = y < EDGE + 60 ? -12 : y > innerHeight - EDGE ? 12 : 0;
    if (by) scrollBy({ top: by, behavior: "instant" });
  }

  /** What may not be is tried all the same, so that whoever keeps it from happening says why. */
  #dropped(): void {
    const at = this.#at;
    const begun = this.#begun && this.view.state.doc === this.#doc;
    this.#end();
    if (!this.#begun) return this.choose(this.block.pos);
    if (!begun || !at || idle(at.gap, this.block)) return;
    this.view.dispatch(movedTo(this.view.state, this.block, at.gap.pos));
    this.view.focus();
  }

  #stop(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  }

  #end(): void {
    this.#off.abort();
    clearInterval(this.#timer);
    this.#line.remove();
    document.documentElement.classList.remove("dragging", "not-here");
    if (this.handle.hasPointerCapture(this.first.pointerId)) this.handle.releasePointerCapture(this.first.pointerId);
  }
}
