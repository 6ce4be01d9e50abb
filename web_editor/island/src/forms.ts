// Forms made from a schema, with a sample beside them: faults at their fields, colours chosen, rows kept in sight.

const plain = (path: string): string => path.replaceAll("/", ".");

export function forms(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-form]");
  if (!form) return;
  form.addEventListener("input", (event) => {
    const field = event.target;
    if (field instanceof HTMLInputElement) twin(form, field);
    form.querySelector(".faults")?.replaceChildren(); // what was wrong when it was sent; the sample tells what is now
  });
  let opened: string[] = [];
  document.addEventListener("htmx:before:swap", () => (opened = [...form.querySelectorAll("details[open]")].map((it) => it.id)));
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const jump = event.target.closest<HTMLElement>("[data-jump]");
    if (jump) {
      event.preventDefault();
      show(fieldOf(form, jump.dataset["jump"] ?? ""));
    }
    const way = event.target.closest<HTMLElement>("[data-sample-way]");
    if (way) {
      chosen = true;
      choose(way);
    }
  });
  let drawn = form.firstElementChild;
  document.addEventListener("htmx:after:swap", () => {
    if (form.firstElementChild !== drawn) {
      drawn = form.firstElementChild;
      for (const it of form.querySelectorAll("details")) it.open = opened.includes(it.id);
      place(form);
      after(form);
    } else place(form);
    mail();
    if (!chosen) somethingToSee();
  });
  for (const frame of frames()) frame.addEventListener("load", () => mail());
  addEventListener("message", (event: MessageEvent<{ height?: number }>) => {
    const frame = frames().find((it) => it.contentWindow === event.source);
    if (frame && event.data.height) frame.style.height = `${Math.min(Math.max(event.data.height, 240), 1600)}px`;
  });
  place(form);
  after(form);
}

const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll<HTMLIFrameElement>("iframe[data-frame]")];

/** A colour is chosen or written; both fields show it. */
function twin(form: HTMLFormElement, field: HTMLInputElement): void {
  const written = field.dataset["colour"] ? form.elements.namedItem(field.dataset["colour"]) : null;
  if (written instanceof HTMLInputElement) written.value = field.value;
  const chosen = field.name ? form.querySelector<HTMLInputElement>(`[data-colour="${CSS.escape(field.name)}"]`) : null;
  if (chosen && /^#[0-9a-f]{6}$/i.test(field.value)) chosen.value = field.value;
}

/** The field that a fault is about: that very one, or the first of what it is about. */
function fieldOf(form: HTMLFormElement, path: string): HTMLElement | null {
  const wanted = plain(path);
  const fields = [...form.elements].filter((it): it is HTMLInputElement => it instanceof HTMLElement && "name" in it && Boolean(it.name) && (it as HTMLInputElement).type !== "hidden" && it.tagName !== "BUTTON");
  return fields.find((it) => plain(it.name) === wanted) ?? fields.find((it) => plain(it.name).startsWith(`${wanted}.`)) ?? document.getElementById(`add/${path}`);
}

function show(field: HTMLElement | null): void {
  for (let part = field?.closest("details"); part; part = part.parentElement?.closest("details")) part.open = true;
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}

/** Says at each field what is wrong with it; the list of all stays where it is told. */
function place(form: HTMLFormElement): void {
  for (const old of form.querySelectorAll(".at-field")) old.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
  for (const [number, fault] of [...document.querySelectorAll<HTMLElement>("[data-faults] [data-field]")].entries()) {
    const field = fault.dataset["field"] ? fieldOf(form, fault.dataset["field"]) : null;
    if (!field || field.tagName === "BUTTON") continue;
    const words = document.createElement("span");
    words.className = "at-field";
    words.id = `fault-${number}`;
    words.textContent = fault.querySelector("strong")?.textContent ?? "";
    const told = field.getAttribute("aria-describedby")?.split(" ").pop();
    ((told && document.getElementById(told)) || field.closest(".colour") || field).after(words);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${words.id}`.trim());
  }
}

/** The form is drawn anew: somebody is where they were, or where something changed or is wrong. */
function after(form: HTMLFormElement): void {
  const action = form.querySelector<HTMLElement>("[data-did]")?.dataset["did"] ?? "";
  if (action === "save") show(form.querySelector<HTMLElement>("[aria-invalid]"));
  if (!/^(add|copy|drop|up|down) /.test(action)) return;
  follow(form, action);
  form.dispatchEvent(new Event("input")); // the sample is to follow as well
}

/** After rows were changed, the focus goes where the change is. */
function follow(form: HTMLFormElement, action: string): void {
  const [what = "", path = ""] = action.split(" ");
  const rows = what === "add" ? path : path.slice(0, path.lastIndexOf("/"));
  const last = Number(path.slice(path.lastIndexOf("/") + 1));
  const count = Number(form.querySelector<HTMLInputElement>(`[name="${CSS.escape(`${rows}/#`)}"]`)?.value ?? 0);
  const at = { add: count - 1, copy: last + 1, up: Math.max(0, last - 1), down: Math.min(count - 1, last + 1) }[what];
  const row = at === undefined ? null : fieldOf(form, `${rows}/${at}`);
  show(row ?? document.getElementById(`add/${rows}`));
}

let chosen = false;

/** A template may have no letter: then its mail is what is shown first. */
function somethingToSee(): void {
  const shown = document.querySelector(".sample-shown [data-way=letter]");
  if (!shown) return;
  const mail = shown.querySelector("img") ? null : document.querySelector("[data-mail]");
  const button = document.querySelector<HTMLElement>(`[data-sample-way="${mail ? "light" : "letter"}"]`);
  if (button) choose(button);
}

function choose(button: HTMLElement): void {
  for (const it of document.querySelectorAll("[data-sample-way]")) it.setAttribute("aria-pressed", String(it === button));
  const shown = document.querySelector<HTMLElement>(".sample-shown");
  if (shown) shown.dataset["shown"] = button.dataset["sampleWay"] ?? "";
  for (const frame of frames()) frame.hidden = frame.dataset["frame"] !== button.dataset["sampleWay"];
  mail();
}

/** The mail goes into its frames, which are never loaded anew: nothing flickers. */
function mail(): void {
  const html = document.querySelector<HTMLElement>("[data-mail]")?.dataset["mail"];
  if (!html) return;
  for (const frame of frames()) {
    const dark = frame.dataset["frame"] === "dark"; // whatever the reader's own system prefers
    const lit = html.replaceAll("@media (prefers-color-scheme:dark)", dark ? "@media all" : "@media not all");
    frame.contentWindow?.postMessage({ html: lit, dark }, "*");
  }
}
