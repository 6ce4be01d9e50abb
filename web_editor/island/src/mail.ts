// Inside the frame that shows a mail: a page with no rights at all, which takes HTML, shows it, and tells what was
// clicked.  The mail itself may run nothing: this script is the only one the frame's policy lets in.

addEventListener("message", (event: MessageEvent) => {
  if (event.source !== parent) return;
  const told = event.data as { html?: string; dark?: boolean; chosen?: string };
  if (typeof told.html === "string") {
    const mail = new DOMParser().parseFromString(told.html, "text/html");
    document.documentElement.lang = mail.documentElement.lang;
    document.documentElement.style.colorScheme = told.dark ? "dark" : "light";
    document.body.replaceChildren(...mail.head.querySelectorAll("style"), ...mail.body.childNodes);
    for (const name of mail.body.getAttributeNames()) document.body.setAttribute(name, mail.body.getAttribute(name) ?? "");
    tellHeight();
  }
  if (typeof told.chosen === "string") {
    for (const element of document.querySelectorAll<HTMLElement>("[data-piece]")) {
      const piece = element.dataset["piece"] ?? "";
      element.style.outline = told.chosen && (piece === told.chosen || piece.startsWith(`${told.chosen}#`)) ? "2px solid #0b5b73" : "";
    }
  }
});

document.addEventListener("click", (event) => {
  event.preventDefault();
  const found = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-piece]") : null;
  if (found) parent.postMessage({ piece: found.dataset["piece"] }, "*");
});

function tellHeight(): void {
  parent.postMessage({ height: document.documentElement.scrollHeight }, "*");
}

addEventListener("resize", tellHeight);
