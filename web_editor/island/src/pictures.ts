// Choosing a picture by what it shows, from those that were checked; what it says in words goes with it.

import type { Node } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";

import { dialog, faultsOf, styled } from "./dialogs";
import { blockWithId } from "./doc";
import { el, icon } from "./draw";
import type { JSONValue } from "./json";
import { schema } from "./schema";
import { ask } from "./wire";
import { _ } from "./words";

interface Item {
  name: string;
  version: string;
  state: string;
}

interface Page {
  items: Item[];
  next: string | null;
}

const LIBRARY = "/administration/assets";
const STATES: Record<string, string> = { draft: _("Draft"), "in review": _("In review") };

/** A new picture: chosen, with its words, and put in. */
export function putPicture(node: JSONValue, put: (node: JSONValue) => void): void {
  choose(_("Put in a picture"), "", "", (asset, alt) => {
    const made = schema.nodeFromJSON(node);
    const settings = { ...(made.attrs["settings"] as Record<string, JSONValue>), asset };
    put(made.type.create({ ...made.attrs, settings }, made.children.map((child) => saying(child, alt))).toJSON() as JSONValue);
  });
}

/** Another picture for a block; if that has words for it, they are asked for as well. */
export function choosePicture(view: EditorView, id: string, asset: string, done: (asset: string) => void): void {
  const at = altOf(view, id);
  choose(_("Choose a picture"), asset, at ? at.node.textContent : null, (chosen, alt) => {
    done(chosen);
    const now = altOf(view, id);
    if (!now || now.node.textContent === alt) return;
    view.dispatch(view.state.tr.replaceWith(now.pos + 1, now.pos + now.node.nodeSize - 1, schema.text(alt)));
  });
}

function altOf(view: EditorView, id: string): { node: Node; pos: number } | null {
  const block = blockWithId(view.state.doc, id);
  let found: { node: Node; pos: number } | null = null;
  block?.node.forEach((child, offset) => {
    if (child.attrs["field"] === "alt") found = { node: child, pos: block.pos + 1 + offset };
  });
  return found;
}

/** An image's words; its short form said what the specimen shows, and so goes. */
function saying(child: Node, alt: string): Node {
  if (child.attrs["field"] === "short") return child.type.create(child.attrs);
  return child.attrs["field"] === "alt" ? child.type.create({ ...child.attrs, missing: false, stale: "" }, schema.text(alt)) : child;
}

/** `alt` is null where the picture needs no words. */
function choose(title: string, now: string, alt: string | null, done: (asset: string, alt: string) => void): void {
  styled();
  const search = el("input", { type: "search", "aria-label": _("Search by name"), placeholder: _("Search by name"), autocomplete: "off" });
  const grid = el("div", { class: "picture-grid", role: "radiogroup", "aria-label": _("Pictures"), "aria-busy": "true" });
  const words = el("input", { required: alt !== null, maxlength: "500" });
  words.value = alt ?? "";
  const said_ = alt === null ? null : el("label", {}, _("Text alternative"), " ", el("span", { class: "soft" }, _("What the picture says, for who cannot see it.")), words);
  const upload = el("p", { class: "soft small" }, _("Not among them?"), " ", el("a", { href: LIBRARY, target: "_blank", rel: "noopener" }, _("Upload it on the page of pictures")), " ", _("– its content is checked there, and it is found here when you come back."));
  let chosen = now;
  const box = dialog(title, [search, grid, said_, upload], _("Use it"), () => {
    if (!chosen) throw new Error("none");
    done(chosen, words.value.trim());
  });
  box.classList.add("picture-box");
  const submit = box.querySelector<HTMLButtonElement>("footer .main")!;
  submit.disabled = !chosen;
  const take = (name: string): void => {
    chosen = name;
    submit.disabled = false;
  };
  const look = async (): Promise<void> => {
    const found = await ask<Page>(`/api/v1/items/asset?limit=60&search=${encodeURIComponent(search.value.trim().toLowerCase())}`);
    grid.replaceChildren(...found.items.map((it) => tile(it, it.name === chosen, take)));
    if (!found.items.length) grid.append(el("p", { class: "empty" }, search.value ? _("No picture is called that.") : _("There is no picture yet.")));
    if (found.next) grid.append(el("p", { class: "soft small" }, _("There are more: search for the rest.")));
    grid.removeAttribute("aria-busy");
  };
  const again = (): void => void look().catch((error: unknown) => grid.replaceChildren(...faultsOf(error)));
  let timer = 0;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(again, 150);
  });
  const back = (): void => {
    if (document.visibilityState === "visible") again();
  };
  document.addEventListener("visibilitychange", back); // somebody may come back from uploading one
  box.addEventListener("close", () => document.removeEventListener("visibilitychange", back));
  again();
  search.focus();
}

function tile(item: Item, on: boolean, take: (name: string) => void): HTMLElement {
  const radio = el("input", { type: "radio", name: "picture", value: item.name, class: "heard" });
  radio.checked = on;
  radio.addEventListener("change", () => take(item.name));
  const size = el("span", { class: "soft small number" });
  const picture = el("img", { src: `/api/v1/items/asset/${encodeURIComponent(item.name)}`, alt: "", loading: "lazy" });
  picture.addEventListener("load", () => (size.textContent = `${picture.naturalWidth} × ${picture.naturalHeight} px`));
  picture.addEventListener("error", () => picture.replaceWith(icon("warning")));
  const state = STATES[item.state];
  return el("label", { class: "picture-tile" }, radio, el("span", { class: "picture-of" }, picture), el("span", { class: "picture-name" }, item.name), el("span", { class: "picture-facts" }, size, state ? el("span", { class: "tag" }, state) : null));
}
