// A dialog with some fields, asked once and gone.

import { button, el, type Child } from "./draw";
import { Refused } from "./wire";
import { _ } from "./words";

/** Shows a dialog; `done` may refuse by throwing, and the dialog stays with what is wrong. */
export function dialog(title: string, body: Child[], accept: string, done: () => Promise<void> | void): HTMLDialogElement {
  const faults = el("div", { class: "told", role: "alert" });
  const form = el("form", { method: "dialog", class: "fields" }, ...body, faults);
  const submit = el("button", { class: "main" }, accept);
  const cancel = button(_("Cancel"), null, () => box.close());
  form.append(el("footer", {}, cancel, submit));
  const heading = el("h2", { id: `dialog-${Date.now()}` }, title);
  const box = el("dialog", { "aria-labelledby": heading.id }, heading, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit.disabled = true;
    Promise.resolve(done())
      .then(() => box.close())
      .catch((error: unknown) => faults.replaceChildren(...faultsOf(error)))
      .finally(() => (submit.disabled = false));
  });
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

/** The styles of what is chosen in, which come with the first dialog that needs them. */
export function styled(): void {
  const told = document.querySelector<HTMLMetaElement>("meta[name=choosing]");
  if (told) told.replaceWith(el("link", { rel: "stylesheet", href: told.content }));
}

export function faultsOf(error: unknown): HTMLElement[] {
  const problems = error instanceof Refused && error.problems.length ? error.problems : [{ message: _("The server cannot be reached."), hint: "", where: "", code: "" }];
  return problems.map((it) => el("div", { class: "fault" }, el("p", {}, el("strong", {}, it.message)), it.hint ? el("p", {}, it.hint) : null));
}

/** A short word at the edge of the page that something was done. */
export function toast(text: string): void {
  const told = el("p", { class: "toast", role: "status" }, text);
  document.body.append(told);
  setTimeout(() => told.remove(), 5000);
}
