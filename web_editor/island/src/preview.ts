// What recipients get, beside what is written: made by the server with the very code that sends.

import { toast } from "./dialogs";
import { ITSELF } from "./doc";
import { button, el, icon } from "./draw";
import { become, Kept } from "./keeping";
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
  end(): void;
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
  private step = 0;
  private chosen = "";
  private pointed = "";
  private readonly name: string;
  view: View | "all" = "all";
  persona: string;
  brand: string;
  day = "";
  record: Record<string, unknown> | null = null;
  /** The template in which a content block is looked at; none for a template itself. */
  template: string | undefined;
  private uses: string[] = [];
  private beside: Second | null = null;
  /** What is shown, by view and side. */
  readonly kept = new Kept();
  private readonly mails = new WeakMap<HTMLIFrameElement, { html: string; dark: boolean }>();

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

  get second(): Second | null {
    return this.beside;
  }

  set second(second: Second | null) {
    this.beside = second;
    this.kept.clear(); // a frame that moves to another place begins anew anyway
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
    const wish = { ...this.wish(), known: [...this.pictures.keys()].slice(-500), turn: this.turn, step: ++this.step, ...(second && { second: second.wish() }) };
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
  mark(block: string): void {
    this.chosen = block;
    this.everywhere("chosen", block);
  }

  /** Marks the block that a pointer is on. */
  point(block: string): void {
    this.pointed = block;
    this.everywhere("pointed", block);
  }

  private everywhere(mark: "chosen" | "pointed", block: string): void {
    const pieces = block && this.uses.length ? this.uses : [block];
    for (const box of this.place.querySelectorAll<HTMLElement>("[data-piece]")) box.classList.toggle(mark, pieces.some((it) => belongs(box.dataset["piece"], it)));
    for (const frame of this.place.querySelectorAll("iframe")) frame.contentWindow?.postMessage({ [mark]: this.pieceOf(block) }, "*");
  }

  private pieceOf(block: string): string {
    return (block && this.uses[0]) || block;
  }

  /** The block that a piece shows. */
  blockOf(piece: string): string {
    return this.uses.some((it) => belongs(piece, it)) ? ITSELF : (piece.split("#")[0] ?? "");
  }

  /** Whether a message came from one of the mails that are shown. */
  shows(source: MessageEventSource | null): boolean {
    return [...this.place.querySelectorAll("iframe")].some((it) => it.contentWindow === source);
  }

  /** Shows what was made last; what looks the same as before is left alone. */
  draw(): void {
    if (!this.last) return;
    const by = new Map(this.last.messages.map((message) => [message.channel, message]));
    const wanted = this.view === "all" ? VIEWS.filter((view) => !["dark", "text", "mobile"].includes(view)) : [this.view];
    const pane = (view: View, message: Message | undefined): HTMLElement | null => (this.second ? this.second.pane(view, message) : this.pane(view, message));
    become(this.place, ...wanted.map((view) => pane(view, by.get(channelOf(view)))));
    this.kept.tidy();
    this.mark(this.chosen);
    this.point(this.pointed);
    this.second?.drawn();
  }

  private pane(view: View, message: Message | undefined): HTMLElement | null {
    if (!message) return null;
    const pane = this.kept.get(view, () => el("section", { class: `pane pane-${view}`, "aria-label": TITLES[view] }));
    become(pane, el("header", {}, el("h3", {}, TITLES[view]), el("span", { class: "soft small number" }, measured(message)), this.file(message)), faultsIn(message.problems), this.inside(view, message));
    return pane;
  }

  private file(message: Message): HTMLElement | null {
    if (message.faulty || message.problems.length) return null;
    const take = (): void => void import("./sharing").then(({ download }) => download(this.address, this.wish(), this.name, message.channel)).catch((error: unknown) => toast(error instanceof Refused ? error.message : _("The server cannot be reached.")));
    return button(_("Proof as a file"), "download", take, { "aria-label": said(_("Proof as a file: {channel}"), { channel: message.channel }), class: "bare" });
  }

  /** A message as it is seen, of one `side` if there are two: the same element each time, brought up to date. */
  inside(view: View, message: Message, side = ""): HTMLElement {
    const name = `${view}/${side}`;
    switch (view) {
      case "pdf":
        return this.pages(name, message);
      case "sms":
        return this.bubbles(name, message);
      case "push":
        return this.lockScreen(name, message);
      case "text":
        return this.plain(name, message);
      default:
        return this.mail(name, view, message);
    }
  }

  private pages(name: string, message: Message): HTMLElement {
    const pages = this.kept.get(name, () => el("div", { class: "pages" }));
    become(pages, ...message.pages.map((page, index) => this.page(`${name}/${index}`, message, page, index + 1)));
    return pages;
  }

  /** A sheet of paper; its old picture stays until the new one can be seen. */
  private page(name: string, message: Message, page: Page, number: number): HTMLElement {
    const sheet = this.kept.get(name, () => el("figure", { class: "page" }));
    const picture = this.kept.get(`${name}/picture`, () => el("img"));
    const shown = { "data-picture": page.sha256, alt: said(_("Page {page} of {pages}"), { page: number, pages: message.pages.length }), width: String(page.width), height: String(page.height) };
    if (picture.dataset["picture"] !== page.sha256) picture.src = `data:image/png;base64,${this.pictures.get(page.sha256) ?? ""}`;
    for (const [attribute, value] of Object.entries(shown)) if (picture.getAttribute(attribute) !== value) picture.setAttribute(attribute, value);
    const spots = message.marks.map((mark) => (mark.page === number && mark.box ? this.box(mark, mark.box, page) : null));
    become(sheet, picture, el("figcaption", { class: "soft small" }, `${number} / ${message.pages.length}`), ...spots);
    return sheet;
  }

  private box({ piece, row }: Box, [left, top, width, height]: [number, number, number, number], page: Page): HTMLElement {
    const spot = button("", null, () => this.jump(this.blockOf(piece)), { class: "spot", "data-piece": piece, "data-row": row === null ? undefined : String(row), "aria-label": said(_("To the block {block}"), { block: piece }), tabindex: "-1" });
    spot.style.left = `${(left / page.width) * 100}%`;
    spot.style.top = `${(top / page.height) * 100}%`;
    spot.style.width = `${(width / page.width) * 100}%`;
    spot.style.height = `${(height / page.height) * 100}%`;
    return spot;
  }

  private mail(name: string, view: View, message: Message): HTMLElement {
    const box = this.kept.get(name, () => el("div", { class: "mail-box" }));
    const mail = message.email;
    if (!mail) {
      become(box);
      return box;
    }
    const html = mail.pictures.reduce((text, it) => text.replaceAll(`cid:${it.content_id}`, `data:${it.media_type};base64,${this.pictures.get(it.sha256) ?? ""}`), mail.html);
    const frame = this.kept.get(`${name}/frame`, () => this.frame(view));
    if (this.mails.get(frame)?.html !== html) {
      this.mails.set(frame, { html, dark: view === "dark" });
      this.tell(frame);
    }
    const sender = `${mail.from_name} <${mail.from_address}>`;
    become(box, el("div", { class: "mail-head" }, el("p", {}, el("strong", {}, mail.subject)), el("p", { class: "soft small" }, sender), el("p", { class: "soft small" }, mail.preheader)), frame);
    return box;
  }

  private frame(view: View): HTMLIFrameElement {
    const frame = el("iframe", { src: "/mail-frame", sandbox: "allow-scripts", title: TITLES[view], class: `mail mail-${view}` });
    frame.addEventListener("load", () => this.tell(frame));
    return frame;
  }

  /** All that a frame shows: what was said before it could listen is said again. */
  private tell(frame: HTMLIFrameElement): void {
    frame.contentWindow?.postMessage({ ...this.mails.get(frame), chosen: this.pieceOf(this.chosen), pointed: this.pieceOf(this.pointed) }, "*");
  }

  /** A message from a mail's frame, which may say nothing but which block was clicked or how tall it is. */
  heard(event: MessageEvent): void {
    const frame = [...this.place.querySelectorAll("iframe")].find((it) => it.contentWindow === event.source);
    const told = event.data as { piece?: unknown; height?: unknown };
    if (!frame || typeof told !== "object" || told === null) return;
    if (typeof told.piece === "string") this.jump(this.blockOf(told.piece));
    if (typeof told.height === "number") frame.style.height = `${Math.min(Math.max(told.height, 120), 6000)}px`;
  }

  private plain(name: string, message: Message): HTMLElement {
    const shown = this.kept.get(name, () => el("pre", { class: "mail-text", tabindex: "0" }));
    const text = message.email?.text ?? "";
    if (shown.childElementCount || shown.textContent !== text) shown.textContent = text;
    return shown;
  }

  private bubbles(name: string, message: Message): HTMLElement {
    const dear = new Map((message.sms?.costly ?? []).map((it) => [it.at, it]));
    let at = 0;
    const bubbles = (message.sms?.segments ?? []).map((segment) =>
      el("p", { class: "bubble" }, ...[...segment.text].map((character) => {
        const costs = dear.get(at++);
        return costs ? el("mark", { title: costs.reason === "ucs-2" ? _("makes all segments shorter") : _("costs two places") }, character) : document.createTextNode(character);
      })),
    );
    const phone = this.kept.get(name, () => el("div", { class: "phone" }));
    become(phone, ...bubbles);
    return phone;
  }

  private lockScreen(name: string, message: Message): HTMLElement {
    const screen = this.kept.get(name, () => el("div", { class: "lock-screen" }));
    become(screen, el("p", { class: "clock", "aria-hidden": "true" }, "09:41"), el("div", { class: "push" }, icon("bell"), el("div", {}, el("strong", {}, message.push?.title ?? ""), el("p", {}, message.push?.body ?? ""))));
    return screen;
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
