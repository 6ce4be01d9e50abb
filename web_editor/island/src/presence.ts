// Who else has this template open: their initials in the head of the editor, and at the block that they are in.

import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

import { blockAt, blockWithId } from "./doc";
import { el } from "./draw";
import { ask } from "./wire";
import { _, said } from "./words";

interface Somebody {
  person: string;
  name: string;
  language: string;
  block: string;
}

/** Three times before the server forgets somebody, and soon after they have gone to another block. */
const EVERY = 15_000;
const SOON = 2000;

export class Presence {
  #others: Somebody[] = [];
  #timer = 0;
  #at = "";
  readonly #tab = crypto.randomUUID();
  readonly #list = el("ul", { class: "also-here", "aria-label": _("Also here") });
  readonly #told = el("p", { class: "heard", role: "status" });

  constructor(
    private readonly view: EditorView,
    private readonly template: string,
    private readonly language: string,
    private readonly named: (block: string) => string,
    private readonly jump: (block: string) => void,
    head: HTMLElement,
  ) {
    head.querySelector(".tongues")?.before(this.#list, this.#told);
    view.setProps({ decorations: () => this.#marks() });
    document.addEventListener("selectionchange", () => this.#moved());
    document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? undefined : this.#soon(0)));
    addEventListener("pagehide", () => this.#leave());
    void this.#say();
  }

  #soon(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#say(), after);
  }

  #moved(): void {
    const at = this.#block();
    if (at === this.#at) return;
    this.#at = at;
    this.#soon(SOON);
  }

  #block(): string {
    return String(blockAt(this.view.state)?.node.attrs["id"] ?? "");
  }

  /** Nobody is asked while the page lies behind another; who has closed theirs is found out when one comes back. */
  async #say(): Promise<void> {
    clearTimeout(this.#timer);
    if (document.visibilityState === "hidden") return;
    this.#at = this.#block();
    try {
      this.#show(await ask<Somebody[]>(this.#address(), "PUT", { tab: this.#tab, language: this.language, block: this.#at }));
    } catch {
      this.#show([]); // away or signed out: the state of saving says so
    }
    this.#soon(EVERY);
  }

  #address(): string {
    return `/api/v1/items/template/${this.template}/presence`;
  }

  #leave(): void {
    clearTimeout(this.#timer);
    const token = (JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}") as Record<string, string>)["X-CSRF-Token"] ?? "";
    void fetch(`${this.#address()}?tab=${this.#tab}`, { method: "DELETE", keepalive: true, headers: { "X-CSRF-Token": token } }).catch(() => undefined);
  }

  #show(others: Somebody[]): void {
    const before = new Set(this.#others.map((it) => it.person));
    const now = new Set(others.map((it) => it.person));
    const came = others.filter((it) => !before.has(it.person)).map((it) => said(_("{person} has this open, too."), { person: it.name }));
    const went = this.#others.filter((it) => !now.has(it.person)).map((it) => said(_("{person} has left."), { person: it.name }));
    if (came.length + went.length) this.#told.textContent = [...came, ...went].join(" ");
    if (JSON.stringify(others) === JSON.stringify(this.#others)) return;
    this.#others = others;
    this.#list.replaceChildren(...others.map((it) => el("li", {}, this.#badge(it))));
    this.view.dispatch(this.view.state.tr.setMeta("addToHistory", false));
  }

  #badge(who: Somebody): HTMLElement {
    const where = who.block && this.named(who.block);
    const words = where ? said(_("{person}, in “{block}”"), { person: who.name, block: where }) : who.name;
    const made = el("button", { type: "button", class: "initials", title: words, "aria-label": words }, initials(who.name));
    made.addEventListener("click", () => who.block && this.jump(who.block));
    return made;
  }

  /** A mark before each block that somebody else is in. */
  #marks(): DecorationSet {
    const { doc } = this.view.state;
    const marks = [...new Set(this.#others.map((it) => it.block))].map((block) => {
      const place = block && blockWithId(doc, block);
      const people = this.#others.filter((it) => it.block === block);
      return place && Decoration.widget(place.pos, () => mark(people), { side: -1, key: `here ${block} ${people.map((it) => it.person).join(" ")}`, ignoreSelection: true });
    });
    return DecorationSet.create(doc, marks.filter((it) => it instanceof Decoration));
  }
}

function mark(people: Somebody[]): HTMLElement {
  const names = people.map((it) => it.name).join(", ");
  return el("div", { class: "here", contenteditable: "false" }, el("span", { title: said(_("{person} is here"), { person: names }) }, ...people.map((it) => el("span", { class: "initials", "aria-hidden": "true" }, initials(it.name))), el("span", { class: "heard" }, said(_("{person} is here"), { person: names }))));
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((it) => [...(it ?? "")][0] ?? "").join("").toUpperCase();
}
