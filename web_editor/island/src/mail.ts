// Inside the frame that shows a mail: a page with no rights at all, which takes HTML, shows it, and tells what was
// clicked.  The mail itself may run nothing: this script is the only one the frame's policy lets in.

addEventListener("message", (event: MessageEvent) => {
  if (event.source !== parent) return;
  const told = event.data as { html?: string; dark?: boolean; chosen?: string; pointed?: string; differs?: Differs[]; now?: string };
  if (typeof told.html === "string") {
    const mail = new DOMParser().parseFromString(told.html, "text/html");
    document.documentElement.lang = mail.documentElement.lang;
    document.documentElement.style.colorScheme = told.dark ? "dark" : "light";
    mail.body.prepend(...mail.head.querySelectorAll("style"));
    become(document.body, mail.body);
    tellHeight();
  }
  chosen = told.chosen ?? chosen;
  pointed = told.pointed ?? pointed;
  outline();
  if (told.differs) differing = told.differs;
  if (told.differs || typeof told.now === "string") mark(told.now ?? "");
});

/** The block that somebody is in, and the one that a pointer is on. */
let [chosen, pointed] = ["", ""];

function outline(): void {
  const belongs = (piece: string, block: string): boolean => block !== "" && (piece === block || piece.startsWith(`${block}#`));
  for (const element of document.querySelectorAll<HTMLElement>("[data-piece]")) {
    const piece = element.dataset["piece"] ?? "";
    element.style.outline = belongs(piece, chosen) ? "2px solid #0b5b73" : belongs(piece, pointed) ? "1px dashed #0b5b73" : "";
  }
}

/** A piece that is another in the mail beside this one, and the number of the difference. */
interface Differs {
  piece: string;
  number: string;
  label: string;
}

let differing: Differs[] = [];

/** A frame and a number at each piece that differs; the one that is looked `now` at is where the page is asked to go. */
function mark(now: string): void {
  for (const old of document.querySelectorAll("body > .ccm-differs")) old.remove();
  for (const { piece, number, label } of differing) {
    const boxes = [...document.querySelectorAll(`[data-piece="${CSS.escape(piece)}"]`)].map((it) => it.getBoundingClientRect());
    if (!boxes.length) continue;
    const [left, top] = [Math.min(...boxes.map((it) => it.left)), Math.min(...boxes.map((it) => it.top))];
    const [right, bottom] = [Math.max(...boxes.map((it) => it.right)), Math.max(...boxes.map((it) => it.bottom))];
    const frame = document.createElement("span");
    frame.className = "ccm-differs";
    const line = number === now ? "3px solid #c25a10" : "2px dashed #c25a10";
    frame.style.cssText = `position:absolute;pointer-events:none;left:${left + scrollX}px;top:${top + scrollY}px;width:${right - left}px;height:${bottom - top}px;outline:${line};outline-offset:1px`;
    const badge = document.createElement("b");
    badge.textContent = number;
    badge.title = label;
    badge.style.cssText = "position:absolute;left:calc(100% + 1px);top:-1px;font:600 10px/15px system-ui,sans-serif;padding:0 2px;background:#8a3d00;color:#fff;border-radius:0 5px 5px 0";
    frame.append(badge);
    document.body.append(frame);
    const over = badge.getBoundingClientRect().right - document.documentElement.clientWidth;
    if (over > 0) badge.style.marginLeft = `${-over - 1}px`;
    if (number === now) parent.postMessage({ at: top + scrollY, number }, "*");
  }
}

document.addEventListener("click", (event) => {
  event.preventDefault();
  const found = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-piece]") : null;
  if (found) parent.postMessage({ piece: found.dataset["piece"] }, "*");
});

document.addEventListener("pointerover", (event) => {
  const found = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-piece]") : null;
  parent.postMessage({ pointed: found?.dataset["piece"] ?? "" }, "*");
});

document.documentElement.addEventListener("pointerleave", () => parent.postMessage({ pointed: "" }, "*"));

/** Makes an element what another one is, and changes only what is not so yet: pictures that stay do not flicker. */
function become(old: Element, fresh: Element): void {
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const name of fresh.getAttributeNames()) if (old.getAttribute(name) !== fresh.getAttribute(name)) old.setAttribute(name, fresh.getAttribute(name) ?? "");
  const [here, wanted] = [[...old.childNodes], [...fresh.childNodes]];
  for (const [at, it] of wanted.entries()) {
    const was = here[at];
    if (!was) old.append(it);
    else if (was.isEqualNode(it)) continue;
    else if (was instanceof Element && it instanceof Element && was.localName === it.localName) become(was, it);
    else was.replaceWith(it);
  }
  for (const it of here.slice(wanted.length)) it.remove();
}

/** How tall the mail is; the page around it is at least as tall as the frame, and would never let it become lower. */
function tellHeight(): void {
  const bar = innerHeight - document.documentElement.clientHeight;
  parent.postMessage({ height: document.documentElement.offsetHeight + bar }, "*");
}

new ResizeObserver(tellHeight).observe(document.documentElement);

addEventListener("resize", () => {
  tellHeight();
  mark("");
});
