// A list to choose from beside the cursor: blocks after "/", fields after "{{".

import { el } from "./draw";
import { _ } from "./words";

export interface Choice {
  title: string;
  detail: string;
  words: string;
  choose: () => void;
}

/** Letters without their case and accents, so that "uber" finds "Über". */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

export class Menu {
  private readonly list = el("ul", { role: "listbox", id: "menu-list", "aria-label": _("Choose") });
  private readonly input = el("input", { type: "search", role: "combobox", "aria-expanded": "true", "aria-controls": "menu-list", "aria-autocomplete": "list", autocomplete: "off" });
  private readonly dom = el("div", { class: "menu-box", popover: "auto" }, this.input, this.list);
  private shown: Choice[] = [];
  private at = 0;
  private closed: () => void = () => undefined;

  constructor() {
    document.body.append(this.dom);
    this.input.addEventListener("input", () => this.draw());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.dom.addEventListener("toggle", (event) => {
      if ((event as ToggleEvent).newState === "closed") this.closed();
    });
  }

  private choices: Choice[] = [];

  open(label: string, choices: Choice[], where: { left: number; top: number; bottom: number }, closed: () => void): void {
    this.choices = choices;
    this.closed = closed;
    this.input.value = "";
    this.input.setAttribute("aria-label", label);
    this.input.placeholder = label;
    this.draw();
    this.dom.showPopover();
    const { width, height } = this.dom.getBoundingClientRect();
    const top = where.bottom + height + 8 > innerHeight ? Math.max(8, where.top - height - 6) : where.bottom + 6;
    this.dom.style.left = `${Math.max(8, Math.min(where.left, innerWidth - width - 8))}px`;
    this.dom.style.top = `${top}px`;
    this.input.focus();
  }

  private draw(): void {
    const wanted = folded(this.input.value).split(/\s+/).filter(Boolean);
    const begins = (it: Choice): boolean => wanted[0] !== undefined && folded(it.title).startsWith(wanted[0]);
    const fitting = this.choices.filter((it) => wanted.every((word) => folded(it.words).includes(word)));
    this.shown = [...fitting.filter(begins), ...fitting.filter((it) => !begins(it))];
    this.at = 0;
    this.list.replaceChildren(
      ...this.shown.map((choice, index) => {
        const row = el("li", { role: "option", id: `menu-${index}`, "aria-selected": "false" }, el("strong", {}, choice.title), el("span", { class: "soft small" }, choice.detail));
        row.addEventListener("click", () => this.take(choice));
        row.addEventListener("mousemove", () => this.point(index));
        return row;
      }),
    );
    if (!this.shown.length) this.list.append(el("li", { class: "empty" }, _("Nothing is called that.")));
    this.point(0);
  }

  private point(index: number): void {
    this.list.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = index;
    const row = this.list.children[index];
    if (row && this.shown.length) {
      row.setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", row.id);
      row.scrollIntoView({ block: "nearest" });
    }
  }

  private take(choice: Choice): void {
    this.dom.hidePopover();
    choice.choose();
  }

  private key(event: KeyboardEvent): void {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && this.shown.length) this.point((this.at + step + this.shown.length) % this.shown.length);
    else if (event.key === "Enter" && this.shown[this.at]) this.take(this.shown[this.at]!);
    else if (event.key === "Escape") this.dom.hidePopover();
    else return;
    event.preventDefault();
  }
}
