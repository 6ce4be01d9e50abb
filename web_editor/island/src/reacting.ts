// The library behind `hx-` attributes.  Most pages bring it; where it comes later, it comes once somebody needs it.

/** Is there for as long as it has not come. */
export const LATER = "meta[name=htmx-later]";

let brought: Promise<void> | null = null;

/** Resolves when the elements of the page react. */
export function reacting(): Promise<void> {
  const address = document.querySelector<HTMLMetaElement>(LATER)?.content;
  if (!address) return Promise.resolve();
  brought ??= bring(address).catch((error: unknown) => {
    brought = null; // somebody may try again
    throw error;
  });
  return brought;
}

function bring(address: string): Promise<void> {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => {
      document.querySelector(LATER)?.remove();
      setTimeout(done); // after what the library itself does as soon as it may
    });
    script.addEventListener("error", () => failed(new Error(address)));
    document.head.append(script);
  });
}

/** A form that nothing reacts to yet is not sent by the browser alone: that would ask for something else. */
export function later(): void {
  document.addEventListener("beforetoggle", () => void reacting().catch(() => undefined), { capture: true });
  document.addEventListener("submit", hold, { capture: true });
}

function hold(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches("[hx-post], [hx-get]") || !document.querySelector(LATER)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void reacting().then(() => form.requestSubmit(event.submitter), () => void import("./away").then((it) => it.tellAway()));
}
