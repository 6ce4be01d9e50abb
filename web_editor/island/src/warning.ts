// What whoever writes is told when locked wording was changed or hidden on their screen: what it looks like, and what to
// do.  It was put back by then; only what happens for the third time within a minute stops them.

import { button, el } from "./draw";
import { _, said } from "./words";

/** What has happened: words changed by a translator or otherwise, styles, or an element (of that `name`) laid over them. */
export interface Reason {
  kind: "translated" | "words" | "style" | "cover";
  name?: string;
}

const MINUTE = 60_000;
const OFTEN = 3;
/** What happens within this time of each other is one event: a translator changes all blocks in one go. */
const AT_ONCE = 1500;

export class Warning {
  #times: number[] = [];
  #told: HTMLElement | null = null;
  #closed: HTMLDialogElement | null = null;
  #finally = false;
  readonly #ours: WeakSet<Element>;

  constructor(ours: WeakSet<Element>) {
    this.#ours = ours;
  }

  happened(reason: Reason): void {
    const now = performance.now();
    this.#times = this.#times.filter((it) => now - it < MINUTE);
    const last = this.#times.at(-1);
    if (last !== undefined && now - last < AT_ONCE) return;
    this.#times.push(now);
    if (this.#times.length >= OFTEN) this.stop(true);
    else this.#warn(reason);
  }

  /** It is seen again: nobody is kept from writing by what did not happen often. */
  over(): void {
    if (this.#finally) return this.stop(true);
    this.#closed?.remove();
    this.#closed = null;
  }

  /** Stops the writing, for good if it happened often, or else for as long as the words cannot be seen. */
  stop(finally_: boolean): void {
    this.#finally ||= finally_;
    if (this.#closed?.open && this.#closed.isConnected) return;
    this.#closed?.remove();
    const again = button(_("Reload the page"), null, () => location.reload(), { class: "main" });
    const heading = el("h2", { id: "shut" }, _("Writing has stopped"));
    const why = finally_ ? _("Something in this browser changes or hides locked wording again and again.") : _("Something in this browser hides or covers locked wording, and it could not be put back.");
    const words = el("p", { class: "note warn" }, why, " ", _("What you wrote up to here is saved. Switch off extensions that change pages for this site, then reload the page."));
    this.#closed = el("dialog", { class: "shut", closedby: "none", "aria-labelledby": "shut" }, heading, words, again);
    document.body.append(this.#closed);
    this.#closed.showModal();
  }

  #warn(reason: Reason): void {
    this.#told?.remove();
    const away = button(_("Understood"), null, () => this.#told?.remove());
    const words = el("p", {}, el("strong", {}, WHAT[reason.kind]), " ", looksLike(reason), " ", _("It has been put back as it is approved. Please switch such extensions off for this page; if it happens again, writing stops."));
    this.#told = el("div", { class: "note warn tampered", role: "alert" }, words, away);
    for (const it of [this.#told, ...this.#told.querySelectorAll("*")]) this.#ours.add(it);
    document.querySelector(".tools")?.before(this.#told);
  }
}

const WHAT: Record<Reason["kind"], string> = {
  translated: _("Locked wording was translated on your screen."),
  words: _("Locked wording was changed on your screen."),
  style: _("Locked wording was hidden on your screen, or made hard to read."),
  cover: _("Something lay over locked wording on your screen."),
};

function looksLike({ kind, name }: Reason): string {
  if (kind === "translated") return _("It looks like the translation of your browser or of an extension.");
  if (kind === "words") return _("Extensions that check or complete texts do so.");
  if (kind === "style") return _("Extensions for dark pages, for reading or against advertising do so.");
  return name?.includes("-") ? said(_("It was put there by an extension ({name})."), { name }) : _("Extensions with windows or buttons of their own do so.");
}
