// The review desk: proofs laid over each other, comments on words that are marked, people mentioned by a click.

const SEEN = "ccm-proofs-seen:";

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button") : null;
  if (!button) return;
  if (button.dataset["way"]) lay(button, button.dataset["way"]);
  if (button.dataset["channel"]) keep("channel", button.dataset["channel"]);
  if (button.dataset["mention"]) mention(button, button.dataset["mention"]);
  if ("say" in button.dataset) say(button);
  if (button.dataset["open"]) atTheEnd(button.dataset["open"]);
});

document.addEventListener("input", (event) => {
  const slider = event.target;
  if (!(slider instanceof HTMLInputElement) || slider.type !== "range") return;
  slider.closest(".proof")?.querySelector<HTMLElement>(".leaves")?.style.setProperty("--share", String(slider.valueAsNumber / 100));
});

document.addEventListener("htmx:after:swap", () => {
  for (const proof of document.querySelectorAll<HTMLElement>(".proof")) arrived(proof);
});

seen();

// A proof has come: frames get as long as their mails, and it counts as looked at.
function arrived(proof: HTMLElement): void {
  if (!proof.querySelector(".channels")) return;
  proof.setAttribute("aria-busy", "false");
  const way = proof.querySelector<HTMLElement>(".leaves")?.dataset["way"];
  if (way) showShare(proof, way);
  for (const frame of proof.querySelectorAll<HTMLIFrameElement>("iframe.mail")) {
    const grow = (): void => {
      const page = frame.contentDocument?.documentElement;
      if (page) frame.style.height = `${Math.max(200, page.scrollHeight + 4)}px`;
      frameDifferences(proof);
    };
    frame.addEventListener("load", grow);
    grow();
  }
  seen(proof);
}

function lay(button: HTMLButtonElement, way: string): void {
  const proof = button.closest<HTMLElement>(".proof");
  const leaves = proof?.querySelector<HTMLElement>(".leaves");
  if (!proof || !leaves) return;
  leaves.dataset["way"] = way;
  for (const other of proof.querySelectorAll("button[data-way]")) other.setAttribute("aria-pressed", String(other === button));
  showShare(proof, way);
  frameDifferences(proof);
  keep("way", way);
  for (const channel of proof.querySelectorAll<HTMLElement>("[data-channel][hx-get]")) {
    channel.setAttribute("hx-get", (channel.getAttribute("hx-get") ?? "").replace(/&way=\w+/, `&way=${way}`));
  }
}

// What differs in a mail has its frame where both stand beside each other; laid over each other it shows by itself.
function frameDifferences(proof: HTMLElement): void {
  const beside = proof.querySelector<HTMLElement>(".leaves")?.dataset["way"] === "side";
  for (const frame of proof.querySelectorAll<HTMLIFrameElement>("iframe.mail")) frame.contentDocument?.querySelector("html")?.classList.toggle("ccm-marked", beside);
}

// What was chosen stays chosen for the next proof, too.
function keep(name: string, value: string): void {
  const kept = document.querySelector<HTMLInputElement>(`#proof-choice input[name=${name}]`);
  if (kept) kept.value = value;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[rel=next], a[rel=prev]")) {
    const address = new URL(link.href);
    address.searchParams.set(name, value);
    link.href = address.href;
  }
}

function showShare(proof: HTMLElement, way: string): void {
  const share = proof.querySelector<HTMLElement>(".share");
  if (share) share.hidden = way !== "over";
}

// How many of a review's proofs were looked at in this tab; for oneself only, nobody is told.
function seen(now?: HTMLElement): void {
  const proofs = document.querySelector<HTMLElement>("[data-proofs]");
  const told = proofs?.querySelector<HTMLElement>("[data-seen]");
  if (!proofs || !told) return;
  const key = `${SEEN}${proofs.dataset["proofs"] ?? ""}`;
  const numbers = new Set<string>(JSON.parse(sessionStorage.getItem(key) ?? "[]") as string[]);
  if (now) numbers.add(proofs.dataset["at"] ?? "");
  sessionStorage.setItem(key, JSON.stringify([...numbers]));
  told.textContent = numbers.size ? `· ${(told.dataset["seen"] ?? "").replace("{count}", String(numbers.size))}` : "";
}

function mention(button: HTMLButtonElement, login: string): void {
  const words = button.closest("form")?.querySelector("textarea");
  if (!words) return;
  const before = words.value.slice(0, words.selectionStart);
  const gap = before && !/\s$/.test(before) ? " " : "";
  words.setRangeText(`${gap}@${login} `, words.selectionStart, words.selectionEnd, "end");
  words.focus();
}

// Whoever asks goes on after the names of those who are asked.
function atTheEnd(id: string): void {
  const words = document.getElementById(id)?.querySelector("textarea");
  words?.setSelectionRange(words.value.length, words.value.length);
}

// The dialog for a comment on a place; words that are marked there are what it is about.
function say(button: HTMLButtonElement): void {
  const dialog = document.getElementById("say");
  if (!(dialog instanceof HTMLDialogElement)) return;
  const quote = marked(button.closest("dd"));
  const told: Record<string, string | undefined> = {
    about_kind: button.dataset["kind"],
    about_name: button.dataset["name"],
    block: button.dataset["block"],
    field: button.dataset["field"],
    language: button.dataset["language"],
    quote,
  };
  for (const [name, value] of Object.entries(told)) {
    const field = dialog.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (field) field.value = value ?? "";
  }
  const quoted = dialog.querySelector<HTMLElement>(".quoted");
  if (quoted) {
    quoted.textContent = quote;
    quoted.hidden = !quote;
  }
  dialog.showModal();
}

function marked(place: Element | null): string {
  const selection = getSelection();
  if (!place || !selection || selection.isCollapsed || !selection.rangeCount) return "";
  const range = selection.getRangeAt(0);
  if (!place.contains(range.commonAncestorContainer)) return "";
  const copy = range.cloneContents();
  for (const gone of copy.querySelectorAll("del, .redline-said")) gone.remove();
  return (copy.textContent ?? "").trim();
}
