// Batches: a file of any size goes to the server as it is, and whoever looks sees how far the rows are.

/** What each ending says about a file; the server takes no other. */
const KINDS: Readonly<Record<string, string>> = {
  csv: "text/csv",
  json: "application/json",
  jsonl: "application/x-ndjson",
  ndjson: "application/x-ndjson",
  parquet: "application/vnd.apache.parquet",
};

export function batches(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-upload]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  }
  const followed = document.querySelector<HTMLElement>("[data-follow]");
  if (followed) follow(followed);
}

function send(form: HTMLFormElement): void {
  const told = new FormData(form);
  const file = told.get("data");
  if (!(file instanceof File)) return;
  const asked = new URLSearchParams({ start: "false" });
  for (const [name, value] of told) if (typeof value === "string" && value) asked.set(name, value);
  const request = new XMLHttpRequest(); // fetch does not tell how much has gone
  const method = form.dataset["method"] ?? "POST";
  request.open(method, `${form.dataset["upload"]}${method === "POST" ? `?${asked}` : ""}`);
  request.setRequestHeader("X-CSRF-Token", form.dataset["token"] ?? "");
  request.setRequestHeader("Accept-Language", document.documentElement.lang);
  request.setRequestHeader("Content-Type", KINDS[file.name.split(".").pop()?.toLowerCase() ?? ""] ?? "application/octet-stream");
  const bar = form.querySelector("progress");
  if (bar) bar.hidden = false;
  request.upload.addEventListener("progress", (event) => {
    if (bar) bar.value = event.loaded / event.total;
  });
  request.addEventListener("loadend", () => {
    if (bar) bar.hidden = true;
    if (request.status === 200) location.reload();
    else if (request.status === 202) location.assign(`${form.dataset["then"]}${(JSON.parse(request.responseText) as { id: string }).id}`);
    else refused(form, request.responseText);
  });
  request.send(file);
}

interface Fault {
  message: string;
  hint: string;
}

function refused(form: HTMLFormElement, text: string): void {
  let faults: Fault[] = [];
  try {
    faults = (JSON.parse(text) as { problems?: Fault[] }).problems ?? [];
  } catch {
    // the connection ended, or what answered is not ours
  }
  const shown = faults.map((fault) => {
    const box = document.createElement("div");
    box.className = "fault";
    box.setAttribute("role", "alert");
    const message = document.createElement("strong");
    message.textContent = fault.message;
    const hint = document.createElement("p");
    hint.textContent = fault.hint;
    box.append(message, hint);
    return box;
  });
  form.querySelector(".told")?.replaceChildren(...shown);
}

interface State {
  state: string;
  rows: Record<string, number>;
  expected: number | null;
  retrying: boolean;
  supplements: { rows: Record<string, number>; expected: number | null }[];
}

function follow(card: HTMLElement): void {
  const events = new EventSource(card.dataset["follow"] ?? "");
  const seen = (event: MessageEvent<string>): void => {
    const now = JSON.parse(event.data) as State;
    const of = now.retrying ? (now.supplements.at(-1) ?? now) : now;
    const done = Object.values(of.rows).reduce((sum, count) => sum + count, 0);
    const bar = card.querySelector("progress");
    if (bar && of.expected) {
      bar.max = of.expected;
      bar.value = done;
    }
    write(card, "[data-done]", done);
    write(card, "[data-held]", of.rows["quarantined"] ?? 0);
    if (now.state === "running" || now.state === "waiting" || now.retrying) return;
    events.close();
    location.reload();
  };
  for (const name of ["waiting", "running", "finished", "unfinished", "failed"]) events.addEventListener(name, seen);
}

function write(card: HTMLElement, place: string, count: number): void {
  const shown = card.querySelector(place);
  if (shown) shown.textContent = count.toLocaleString(document.documentElement.lang);
}
