// What is shown already stays: what is put in anew loses its picture, its scroll place, and its page if it is a frame.

import type { Child } from "./draw";

/** Lets an element have these children in this order, and leaves alone those that it has, or has the like of. */
export function become(parent: Element, ...children: Child[]): void {
  const old = [...parent.children];
  const wanted = children.filter((it) => it instanceof Element);
  const like = (it: Element): Element => {
    if (old.includes(it)) return it;
    const at = old.findIndex((one) => !wanted.includes(one) && one.isEqualNode(it));
    return at < 0 ? it : old.splice(at, 1)[0]!;
  };
  const row = wanted.map(like);
  for (const it of [...parent.childNodes]) if (!row.includes(it as Element)) it.remove();
  row.forEach((it, at) => {
    if (parent.children[at] !== it) parent.insertBefore(it, parent.children[at] ?? null);
  });
}

/** Elements by name that are made once; what was not asked for since it was last tidied goes. */
export class Kept {
  private made = new Map<string, HTMLElement>();
  private asked = new Set<string>();

  get<K extends HTMLElement>(name: string, make: () => K): K {
    this.asked.add(name);
    const known = this.made.get(name) ?? make();
    this.made.set(name, known);
    return known as K;
  }

  tidy(): void {
    for (const name of this.made.keys()) if (!this.asked.has(name)) this.made.delete(name);
    this.asked.clear();
  }

  clear(): void {
    this.made.clear();
  }
}
