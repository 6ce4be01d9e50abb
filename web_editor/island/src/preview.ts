// What recipients get, beside what is written: made by the server with the very code that sends.

import { toast } from "./dialogs";
import { ITSELF } from "./doc";
import { button, el, icon } from "./draw";
import { ask, Refused, type Opened, type Told } from "./wire";
import { _, said } from "./words";

interface Box {
  piece: string;
  row: number | null;
  page: number | null;
  box: [number, number, number, number] | null;
}

interface Page {
  sha256: string;
  picture: string | null;
  width: number;
  height: number;
}

interface Mail {
  subject: string;
  preheader: string;
  from_name: string;
  from_address: string;
  html: string;
  text: string;
  html_bytes: number;
  pictures: { content_id: string; media_type: string; sha256: string; picture: string | null }[];
}

interface Sms {
  encoding: string;
  limit: number;
  segments: { span: [number, number]; text: string; units: number }[];
  costly: { at: number; character: string; reason: string }[];
}

interface Push {
  title: string;
  body: string;
  cut: string[];
}

export interface Message {
  channel: string;
  text: string;
  measures: Record<string, number>;
  problems: Found[];
  faulty: boolean;
  marks: Box[];
  pages: Page[];
  email: Mail | null;
  sms: Sms | null;
  push: Push | null;
}

export interface Found extends Told {
  block: string;
}

export interface Made {
  uses?: string[]; // of a content block: the blocks of the template that show it
  messages: Message[];
  checks: Found[] | null;
}

/** A second side, while there is one: what is asked for it, and how both are shown. */
export interface Second {
  wish(): object;
  take(both: unknown): Made;
  pane(view: View, first: Message | undefined): HTMLElement | null;
  drawn(): void;
}

const AFTER = 60;
const VIEWS = ["pdf", "desktop", "mobile", "dark", "text", "sms", "push"] as const;
export type View = (typeof VIEWS)[number];
export const TITLES: Record<View, string> = {
  pdf: _("Letter"),
  desktop: _("Email"),
  mobile: _("Email on a phone"),
  dark: _("Email, dark"),
  text: _("Email as text"),
  sms: _("SMS"),
  push: _("Push"),
};

export class Preview {
  private timer = 0;
  private asking: AbortController | null = null;
  private pictures = new Map<string, string>();
  private last: Made | null = null;
  private readonly turn = crypto.randomUUID();
  private chosen = "";
  private readonly name: string;
  view: View | "all" = "all";
  persona: string;
  brand: string;
  day = "";
  record: Record<string, unknown> | null = null;
  /** The template in which a content block is looked at; none for a template itself. */
  template: string | undefined;
  private uses: string[] = [];
  second: Second | null = null;

  constructor(
    private readonly address: string,
    opened: Opened,
    readonly place: HTMLElement,
    private readonly document: () => unknown,
    private readonly jump: (piece: string) => void,
    private readonly told: (problems: (Told | Found)[]) => void,
  ) {
    this.name = opened.name;
    this.persona = opened.personas[0] ?? "";
    this.brand = opened.brands[0] ?? "";
  }

  changed(after = AFTER): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.make(), after);
  }

  private wish(): object {
    return { document: this.document(), persona: this.persona, record: this.record, brand: this.brand, day: this.day || null, template: this.template };
  }

  private async make(): Promise<void> {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    this.place.setAttribute("aria-busy", "true");
    const second = this.second;
    const wish = { ...this.wish(), known: [...this.pictures.keys()].slice(-500), turn: this.turn, ...(second && { second: second.wish() }) };
    try {
      const answer = await ask<Made>(this.address, "POST", wish, {}, asking.signal);
      if (asking.signal.aborted) return;
      const made = second ? second.take(answer) : answer;
      this.show(made);
      this.told(made.checks ?? []);
    } catch (error) {
      if (asking.signal.aborted) return;
      this.told(error instanceof Refused ? error.problems : []);
      if (!(error instanceof Refused)) this.changed(2000);
    } finally {
      if (this.asking === asking) this.place.removeAttribute("aria-busy");
    }
  }

  private show(made: Made): void {
    this.last = made;
    this.uses = made.uses ?? [];
    this.keep(made.messages);
    this.draw();
    document.dispatchEvent(new CustomEvent("ccm:previewed"));
  }

  /** Keeps the pictures of messages, which come only once. */
  keep(messages: Message[]): void {
    for (const message of messages) {
      for (const shown of [...message.pages, ...(message.email?.pictures ?? [])]) if (shown.picture) this.pictures.set(shown.sha256, shown.picture);
    }
  }

  /** Marks the block that somebody is in, wherever it is shown. */
  mark(piece: string): void {
    this.chosen = (piece && this.uses[0]) || piece;
    for (const box of this.place.querySelectorAll<HTMLElement>("[data-piece]")) box.classList.toggle("chosen", (this.uses.length ? this.uses : [piece]).some((it) => piece && belongs(box.dataset["piece"], it)));
    for (const frame of this.place.querySelectorAll("iframe")) frame.contentWindow?.postMessage({ chosen: this.chosen }, "*");
  }

  /** To the block that a piece shows. */
  private to(piece: string): void {
    this.jump(this.uses.some((it) => belongs(piece, it)) ? ITSELF : piece);
  }

  draw(): void {
    if (!this.last) return;
    const by = new Map(this.last.messages.map((message) => [message.channel, message]));
    const wanted = this.view === "all" ? VIEWS.filter((view) => !["dark", "text", "mobile"].includes(view)) : [this.view];
    const pane = (view: View, message: Message | undefined): HTMLElement | null => (this.second ? this.second.pane(view, message) : this.pane(view, message));
    this.place.replaceChildren(...wanted.map((view) => pane(view, by.get(channelOf(view)))).filter((it) => it !== null));
    this.mark(this.chosen);
    this.second?.drawn();
  }

  private pane(view: View, message: Message | undefined): HTMLElement | null {
    if (!message) return null;
    return el("section", { class: `pane pane-${view}`, "aria-label": TITLES[view] }, el("header", {}, el("h3", {}, TITLES[view]), el("span", { class: "soft small number" }, measured(message)), this.file(message)), faultsIn(message.problems), this.inside(view, message));
  }

  private file(message: Message): HTMLElement | null {
    if (message.faulty || message.problems.length) return null;
    const take = (): void => void import("./sharing").then(({ download }) => download(this.address, this.wish(), this.name, message.channel)).catch((error: unknown) => toast(error instanceof Refused ? error.message : _("The server cannot be reached.")));
    return button(_("Proof as a file"), "download", take, { "aria-label": said(_("Proof as a file: {channel}"), { channel: message.channel }), class: "bare" });
  }

  inside(view: View, message: Message): HTMLElement {
    switch (view) {
      case "pdf":
        return this.pages(message);
      case "sms":
        return this.bubbles(message);
      case "push":
        return this.lockScreen(message);
      case "text":
        return el("pre", { class: "mail-text", tabindex: "0" }, message.email?.text ?? "");
      default:
        return this.mail(view, message);
    }
  }

  private pages(message: Message): HTMLElement {
    return el(
      "div",
      { class: "pages" },
      ...message.pages.map((page, index) => {
        const picture = el("img", { src: `data:image/png;base64,${this.pictures.get(page.sha256) ?? ""}`, alt: said(_("Page {page} of {pages}"), { page: index + 1, pages: message.pages.length }), width: String(page.width), height: String(page.height) });
        const sheet = el("figure", { class: "page" }, picture, el("figcaption", { class: "soft small" }, `${index + 1} / ${message.pages.length}`));
        for (const mark of message.marks) if (mark.page === index + 1 && mark.box) sheet.append(this.box(mark, mark.box, page));
        return sheet;
      }),
    );
  }

  private box({ piece, row }: Box, [left, top, width, height]: [number, number, number, number], page: Page): HTMLElement {
    const spot = button("", null, () => this.to(piece), { class: "spot", "data-piece": piece, "data-row": row === null ? undefined : String(row), "aria-label": said(_("To the block {block}"), { block: piece }), tabindex: "-1" });
    spot.style.left = `${(left / page.width) * 100}%`;
    spot.style.top = `${(top / page.height) * 100}%`;
    spot.style.width = `${(width / page.width) * 100}%`;
    spot.style.height = `${(height / page.height) * 100}%`;
    return spot;
  }

  private mail(view: View, message: Message): HTMLElement {
    const mail = message.email;
    if (!mail) return el("div", {});
    const html = mail.pictures.reduce((text, it) => text.replaceAll(`cid:${it.content_id}`, `data:${it.media_type};base64,${this.pictures.get(it.sha256) ?? ""}`), mail.html);
    const frame = el("iframe", { src: "/mail-frame", sandbox: "allow-scripts", title: TITLES[view], class: `mail mail-${view}` });
    frame.addEventListener("load", () => frame.contentWindow?.postMessage({ html, dark: view === "dark", chosen: this.chosen }, "*"));
    const sender = `${mail.from_name} <${mail.from_address}>`;
    return el("div", { class: "mail-box" }, el("div", { class: "mail-head" }, el("p", {}, el("strong", {}, mail.subject)), el("p", { class: "soft small" }, sender), el("p", { class: "soft small" }, mail.preheader)), frame);
  }

  /** A message from a mail's frame, which may say nothing but which block was clicked or how tall it is. */
  heard(event: MessageEvent): void {
    const frame = [...this.place.querySelectorAll("iframe")].find((it) => it.contentWindow === event.source);
    const told = event.data as { piece?: unknown; height?: unknown };
    if (!frame || typeof told !== "object" || told === null) return;
    if (typeof told.piece === "string") this.to(told.piece);
    if (typeof told.height === "number") frame.style.height = `${Math.min(Math.max(told.height, 120), 6000)}px`;
  }

  private bubbles(message: Message): HTMLElement {
    const dear = new Map((message.sms?.costly ?? []).map((it) => [it.at, it]));
    let at = 0;
    const bubbles = (message.sms?.segments ?? []).map((segment) =>
      el("p", { class: "bubble" }, ...[...segment.text].map((character) => {
        const costs = dear.get(at++);
        return costs ? el("mark", { title: costs.reason === "ucs-2" ? _("makes all segments shorter") : _("costs two places") }, character) : document.createTextNode(character);
      })),
    );
    return el("div", { class: "phone" }, ...bubbles);
  }

  private lockScreen(message: Message): HTMLElement {
    return el("div", { class: "lock-screen" }, el("p", { class: "clock", "aria-hidden": "true" }, "09:41"), el("div", { class: "push" }, icon("bell"), el("div", {}, el("strong", {}, message.push?.title ?? ""), el("p", {}, message.push?.body ?? ""))));
  }
}

export const channelOf = (view: View): string => (["desktop", "mobile", "dark", "text"].includes(view) ? "email" : view);

/** A piece `id#2` is the second one that the block `id` became. */
export function belongs(piece: string | undefined, block: string): boolean {
  return block !== "" && (piece === block || (piece ?? "").startsWith(`${block}#`));
}

/** What is wrong, in words; nothing where nothing is. */
export function faultsIn(problems: Told[]): HTMLElement | null {
  return problems.length ? el("div", {}, ...problems.map((it) => el("div", { class: "fault" }, el("p", {}, el("strong", {}, it.message)), it.hint ? el("p", {}, it.hint) : null))) : null;
}

export function measured(message: Message): string {
  const { pages, bytes } = message.measures;
  const segments = message.sms?.segments.length ?? 0;
  if (message.channel === "pdf" && pages) return pages === 1 ? _("1 page") : said(_("{count} pages"), { count: pages });
  if (message.channel === "sms" && segments) return said(segments === 1 ? _("1 segment, {encoding}") : _("{segments} segments, {encoding}"), { segments, encoding: message.sms?.encoding ?? "" });
  if (bytes) return said(_("{size} kB"), { size: (bytes / 1000).toFixed(1) });
  return "";
}
