// The editor of one template in one language.

import { baseKeymap, toggleMark } from "prosemirror-commands";
import { dropCursor } from "prosemirror-dropcursor";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { EditorState, NodeSelection, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

import type { Branching } from "./branching";
import { ChipBar } from "./chipbar";
import type { ConditionDialog } from "./condition";
import { faultsOf } from "./dialogs";
import { blockAt, blockWithId, sent } from "./doc";
import { FindBar, finding } from "./finding";
import { button, el } from "./draw";
import { openBlocks, openFields, type Offer } from "./inserting";
import { keys } from "./keys";
import { looks } from "./looks";
import { decided, lockGuard, type Violation } from "./locks";
import { Menu } from "./menu";
import { pasting } from "./paste";
import { Preview } from "./preview";
import { Saving, WORDS } from "./saving";
import { schema } from "./schema";
import type { SettingsForm } from "./settings";
import { Sheet } from "./sheet";
import { nodeViews } from "./views";
import type { Translating } from "./translating";
import { TongueBar, upToDate } from "./tongues";
import { ask, Refused, type Opened, type Told } from "./wire";
import { _, said } from "./words";

/** In the list of recipients: a record of one's own. */
const OWN = "-";

const root = document.getElementById("editor");
if (root) void begin(root).catch((error: unknown) => {
  find(root, ".problems").replaceChildren(...faultsOf(error));
  root.removeAttribute("aria-busy");
});

async function begin(root: HTMLElement): Promise<void> {
  const place = root.dataset["address"] ?? "";
  const language = root.dataset["language"] ?? "";
  const address = `${place}/document?language=${encodeURIComponent(language)}`;
  const opened = await ask<Opened & { offers: Offer[] }>(address);
  const sheet = new Sheet(opened);
  const menu = new Menu();
  const canvas = find(root, ".canvas");
  const status = find(root, ".status");
  const problems = find(root, ".problems");

  const wording = opened.kind === "block" ? await import("./wording") : null;
  if (wording) sheet.about = (block) => wording.about(block, sheet, opened);

  const document_ = schema.nodeFromJSON({ ...(opened.document as object), attrs: { lock: opened.lock } });
  document_.check();

  const saving = new Saving(address, opened.hash, document_, (now, told, draft) => {
    if (draft) drafted(root, draft.version);
    status.textContent = WORDS[now];
    status.dataset["status"] = now;
    if (now === "saved") translating?.saved();
    if (now === "conflict") meet();
    else if (now === "refused") tell(problems, told, jump);
  });

  const named = (id: string): string => sheet.kind(String(blockWithId(view.state.doc, id)?.node.attrs["type"] ?? ""));
  /** Both people's changes in one document; what was written while it was asked for is asked for again. */
  const together = async (): Promise<void> => {
    const { merge } = await import("./merging");
    const mine = view.state.doc;
    const merged = await merge(`${place}/merge?language=${encodeURIComponent(language)}`, sent(mine), saving.base, named);
    if (!merged) return;
    if (mine !== view.state.doc) return together();
    const both = schema.nodeFromJSON({ ...(merged.document as object), attrs: mine.attrs });
    const at = Math.min(view.state.selection.from, both.content.size);
    const tr = decided(view.state.tr.replaceWith(0, mine.content.size, both.content));
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at))).setMeta("addToHistory", false));
    saving.rebased(merged.hash, view.state.doc);
  };
  let meeting = false;
  const meet = (): void => {
    if (meeting) return;
    meeting = true;
    together()
      .catch((error: unknown) => (error instanceof Refused ? tell(problems, error.problems, jump) : saving.later()))
      .finally(() => (meeting = false));
  };

  const refused = (why: Violation[]): void => explain(root, sheet, view.state.doc, why);
  const paragraph = opened.shapes["text"]!;
  const rule = { shapes: opened.shapes, owns: opened.owns_locks, order: opened.order };
  const state = EditorState.create({
    doc: document_,
    plugins: [lockGuard(rule, refused), keys(paragraph, rule), keymap(baseKeymap), history(), pasting(paragraph), finding(), looks(), upToDate(), ...(wording ? [wording.oneWording()] : []), dropCursor({ width: 2, class: "drop" })],
  });

  const view = new EditorView(canvas, {
    state,
    editable: () => opened.may_edit,
    nodeViews: nodeViews(sheet),
    attributes: { "aria-label": wording ? _("Text of the content block") : _("Text of the template"), role: "textbox", "aria-multiline": "true", spellcheck: "true", translate: "no", lang: opened.language },
    dispatchTransaction(transaction) {
      const next = view.state.apply(transaction);
      view.updateState(next);
      if (transaction.docChanged) {
        saving.changed(next.doc);
        preview.changed();
        settings?.changed();
      }
      tongues.show(next);
      translating?.show(next, transaction);
      chosen.show(next);
      const block = blockAt(next);
      const id = block ? String(block.node.attrs["id"]) : "";
      if (id !== at) {
        at = id;
        preview.mark(id);
        settings?.show(id);
      }
    },
    handleTextInput(_view, from, to, text) {
      if (view.state.selection instanceof NodeSelection) return true; // typing never replaces a block
      const before = view.state.doc.textBetween(Math.max(0, from - 1), from, "\n", "￼");
      if (text === "{" && before === "{" && from === to) {
        openFields(view, menu, opened, 1);
        return true;
      }
      if (text === "/" && view.state.selection.$from.parent.content.size === 0 && blockAt(view.state)) {
        openBlocks(view, menu, opened.offers, false);
        return true;
      }
      return false;
    },
    handleKeyDown(_view, event) {
      if (event.key !== "Enter" || !(view.state.selection instanceof NodeSelection) || view.state.selection.node.type.name !== "placeholder") return false;
      chosen.change();
      return true;
    },
    handleDOMEvents: {
      compositionstart: (view) => {
        if (view.state.selection instanceof NodeSelection) {
          const after = view.state.selection.to;
          view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(after), 1)));
        }
        return false;
      },
    },
  });
  let at = "";
  let translating: Translating | null = null;
  let settings: SettingsForm | null = null;
  const tongues = new TongueBar(() => view, opened);
  const chosen = new ChipBar(() => view, sheet, place);
  sheet.changeChip = () => {
    if (opened.may_edit) chosen.change();
  };

  const jump = (piece: string): void => {
    const block = blockWithId(view.state.doc, piece.split("#")[0] ?? "");
    if (!block) return;
    const selection = block.node.type.name === "fixed" ? NodeSelection.create(view.state.doc, block.pos) : TextSelection.near(view.state.doc.resolve(block.pos + 1));
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
    view.focus();
  };

  const preview = new Preview(`${place}/preview?language=${encodeURIComponent(language)}`, opened, find(root, ".panes"), () => sent(view.state.doc), jump, (told) => {
    tell(problems, told, jump);
    atPlaces(canvas, told);
  });
  let conditions: ConditionDialog | null = null;
  const condition = async (source: string, block: string, field: string, done: (source: string, sentence: string) => void): Promise<void> => {
    const { ConditionDialog } = await import("./condition");
    conditions ??= new ConditionDialog(`${place}/conditions`);
    await conditions.open(source, block, field, done);
  };
  addEventListener("message", (event) => preview.heard(event));
  void import("./pointing").then((it) => it.pointing(canvas, preview, find(root, ".pointed-at")));
  const openForm = async (id: string): Promise<void> => {
    const form = await import("./settings");
    settings ??= new form.SettingsForm(find(root, ".settings"), sheet, view, choosers, (source, field, block, done) => {
      void condition(source, block, field.name, (written, sentence) => {
        if (written) sheet.sentences.set(written, sentence);
        done(written);
      });
    });
    settings.open(id);
  };
  const choosers = {
    clause: (id: string) => void import("./clauses").then((it) => it.changeClause(place, id, sheet, view)),
    inputs: (id: string, closed: boolean) => {
      const here = el("div", { class: "wide" });
      void import("./clauses").then((it) => it.showInputs(here, place, id, sheet, view, closed));
      return here;
    },
    picture: (id: string, asset: string, done: (asset: string) => void) => void import("./pictures").then((it) => it.choosePicture(view, id, asset, done)),
  };
  for (const offer of opened.offers) {
    if (offer.type === "clause") offer.ask = (put) => void import("./clauses").then((it) => it.putClause(place, offer.node, sheet, view, put));
    if (offer.type === "image") offer.ask = (put) => void import("./pictures").then((it) => it.putPicture(offer.node, put));
  }
  sheet.openSettings = (id) => {
    jump(id);
    void openForm(id);
  };

  sheet.openDecisions = (id) => void import("./decisions").then((it) => it.openDecisions(view, sheet, place, id));
  sheet.askCompliance = (id) => void import("./asking").then((it) => it.askCompliance(opened, id, opened.fixed[id]));
  wording?.begin(root, place, opened, preview);

  canvas.addEventListener("pointerdown", (event) => {
    const handle = event.target instanceof Element && opened.may_edit ? event.target.closest<HTMLElement>(".movable > .grip") : null;
    if (!handle) return;
    handle.setPointerCapture(event.pointerId);
    void import("./dragging").then((it) => it.drag(view, rule, event, handle, (at) => sheet.select(view, at)));
  });

  const tools = find(root, ".tools");
  const search = new FindBar(() => view);
  tools.append(tongues.dom, chosen.dom);
  if (!wording && opened.languages.indexOf(opened.language) > 0)
    void import("./translating").then((it) => {
      translating = new it.Translating(view, sheet, `${place}/beside?language=${encodeURIComponent(language)}`);
      tools.append(translating.dom);
    });
  tools.after(search.dom);
  const on = (command: typeof undo) => (): void => {
    command(view.state, view.dispatch.bind(view));
    view.focus();
  };
  tools.append(
    button(_("Undo"), "undo", on(undo), { "aria-label": _("Undo"), class: "bare" }),
    button(_("Redo"), "redo", on(redo), { "aria-label": _("Redo"), class: "bare" }),
    el("span", { class: "part-line" }),
    button(_("Bold"), "bold", on(toggleMark(schema.marks["strong"]!)), { "aria-label": _("Bold"), class: "bare" }),
    button(_("Italic"), "italic", on(toggleMark(schema.marks["em"]!)), { "aria-label": _("Italic"), class: "bare" }),
    el("span", { class: "part-line" }),
    button(_("Field"), "braces", () => openFields(view, menu, opened, 0), { class: "bare" }),
    button(_("Block"), "plus", () => openBlocks(view, menu, opened.offers, false), { class: "bare" }),
    el("span", { class: "part-line" }),
    button(_("Find and replace"), "search", () => search.open(), { "aria-label": _("Find and replace"), class: "bare" }),
    button(_("Keys"), "keys", shortcuts, { "aria-label": _("Keys"), class: "bare" }),
  );
  // F8 is for who compares, too: whoever is in the text goes through what is to translate, if there is any
  const inText = (place: EventTarget | null): boolean => translating !== null && place instanceof Element && place.closest(".desk-left") !== null;
  root.addEventListener("keydown", (event) => {
    const block = blockAt(view.state);
    const pressed = `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.key}`;
    if (pressed === "Ctrl+f") search.open();
    else if (pressed === "Ctrl+/") shortcuts();
    else if (pressed === "Ctrl+." && block) void openForm(String(block.node.attrs["id"]));
    else if (pressed === "F8" && (!root.matches(".comparing") || inText(event.target))) translating?.next(event.shiftKey ? -1 : 1);
    else if (pressed === "Ctrl+Enter") translating?.stillRight();
    else if (pressed === "F6") (canvas.contains(document.activeElement) ? root.querySelector<HTMLElement>("[name=persona]") : view)?.focus();
    else return;
    event.preventDefault();
  });
  let branching: Branching | null = null;
  if (Object.keys(opened.sentences).length)
    void import("./branching").then((it) => {
      branching = new it.Branching(view, sheet, () => preview);
      tools.append(branching.dom);
    });
  find(root, ".wishes").addEventListener("change", () => queueMicrotask(() => branching?.recipient()));
  root.querySelector(".share")?.addEventListener("click", () => void import("./sharing").then((it) => it.share(opened.name, preview.persona, opened.language, preview.brand, () => saving.flush())));

  root.querySelector(".beside")?.addEventListener("click", () => void import("./compare").then((it) => it.compare(root, preview, opened, named)));

  const persona = root.querySelector<HTMLSelectElement>("[name=persona]");
  persona?.addEventListener("change", () => {
    if (persona.value !== OWN) {
      preview.record = null;
      preview.persona = persona.value;
      preview.changed(0);
      return;
    }
    void import("./records").then((it) =>
      it.pasteRecord(preview.record, (record) => {
        preview.record = record;
        preview.changed(0);
        branching?.recipient();
      }),
    );
  });
  for (const [name, key] of [["brand", "brand"], ["day", "day"]] as const) {
    root.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)?.addEventListener("change", (event) => {
      preview[key] = (event.target as HTMLInputElement).value;
      preview.changed(0);
    });
  }
  root.querySelector<HTMLSelectElement>("[name=view]")?.addEventListener("change", (event) => {
    preview.view = (event.target as HTMLSelectElement).value as typeof preview.view;
    preview.draw();
  });
  root.classList.toggle("read-only", !opened.may_edit);
  if (!wording) void import("./presence").then((it) => new it.Presence(view, opened.name, language, named, jump, root)).catch(() => undefined);
  status.textContent = opened.may_edit ? WORDS.saved : _("Only to be read");
  status.dataset["status"] = "saved";
  root.removeAttribute("aria-busy");
  preview.changed(0);
  jump(decodeURIComponent(location.hash.slice(1)));
}

/** What was approved stays as it is: what is written now is a draft under a number of its own. */
function drafted(root: HTMLElement, version: string): void {
  const shown = root.querySelector(".editor-head .number");
  if (!shown || shown.textContent === version) return;
  shown.textContent = version;
  shown.nextElementSibling?.replaceWith(el("span", { class: "tag" }, _("Draft")));
}

const shortcuts = (): void => void import("./shortcuts").then((it) => it.showShortcuts());

function find(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(selector);
  return found;
}

const toldBefore = new WeakMap<HTMLElement, string>();

/** Says what is wrong, once: what is said already is not read out again, and a button in it keeps the focus. */
function tell(place: HTMLElement, told: Told[], jump: (piece: string) => void): void {
  const all = JSON.stringify(told);
  if (toldBefore.get(place) === all) return;
  toldBefore.set(place, all);
  place.replaceChildren(
    ...told.map((problem) => {
      const block = blockOf(problem);
      return el("div", { class: "fault" }, el("p", {}, el("strong", {}, problem.message), inputOf(problem)), problem.hint ? el("p", {}, problem.hint) : null, block ? button(_("Show the place"), null, () => jump(block), { class: "bare small" }) : null);
    }),
  );
}

/** The first thing that is wrong with a block stands beside its name as well. */
function atPlaces(canvas: HTMLElement, told: Told[]): void {
  for (const head of canvas.querySelectorAll<HTMLElement>("[data-fault]")) delete head.dataset["fault"];
  for (const problem of told) {
    const id = blockOf(problem);
    const head = id && canvas.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] > .block-head`);
    if (head) head.dataset["fault"] ??= problem.message;
  }
}

/** Which of the things that a clause wants to know a problem is about. */
function inputOf(problem: Told): HTMLElement | null {
  const name = /\.with\.([a-z]\w*)$/.exec(problem.where)?.[1];
  return name ? el("code", { class: "small" }, ` ${name}`) : null;
}

/** The block that a problem is about, as far as it or its place says so. */
function blockOf(problem: Told): string {
  return "block" in problem ? String(problem.block) : (/(?:^| )(?:header_first|header_next|address|info|body|footer|long)\.([a-z][\w-]*)/.exec(problem.where)?.[1] ?? "");
}

/** Kindness beside the guarantee: what was kept from happening, and by whose right. */
function explain(root: HTMLElement, sheet: Sheet, doc: Node, why: Violation[]): void {
  const place = root.querySelector<HTMLElement>(".kept");
  const first = why[0];
  if (!place || !first) return;
  const block = blockWithId(doc, first.id)?.node;
  const fixed = sheet.opened.fixed[first.id];
  const mode = String(block?.attrs["mode"] ?? "");
  const locked = sheet.why(mode) || _("This is locked and stays as it is.");
  const past = _("Nothing moves past locked wording: what stands before and behind it was approved with it.");
  const whose = _("{title} is locked and stays as it is. It belongs to {owner}.");
  place.textContent = first.what === "passed" ? past : fixed?.owner ? said(whose, { title: fixed.title, owner: fixed.owner }) : locked;
  place.hidden = false;
  clearTimeout(Number(place.dataset["timer"]));
  place.dataset["timer"] = String(setTimeout(() => (place.hidden = true), 6000));
}
