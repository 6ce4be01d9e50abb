// Handing a proof to somebody: as a file, or by a link for people without an account.

import { dialog, toast } from "./dialogs";
import { button, el } from "./draw";
import { ask } from "./wire";
import { _, said } from "./words";

interface Sent {
  messages: { channel: string; media_type: string; content: string }[];
}

const ENDINGS: Record<string, string> = { pdf: ".pdf", email: ".eml", sms: ".json", push: ".json" };

/** Saves one channel's proof, as it would be sent, on the reader's own machine. */
export async function download(address: string, wish: object, name: string, channel: string): Promise<void> {
  const made = await ask<Sent>(address, "POST", { ...wish, known: [], turn: "", channels: [channel], files: true });
  const message = made.messages.find((it) => it.channel === channel);
  if (!message?.content) return;
  const bytes = Uint8Array.from(atob(message.content), (it) => it.charCodeAt(0));
  const link = el("a", { href: URL.createObjectURL(new Blob([bytes], { type: message.media_type })), download: said(_("{template}, proof"), { template: name }) + (ENDINGS[channel] ?? "") });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function share(template: string, persona: string, language: string, brand: string, flush: () => Promise<boolean>): void {
  const days = el("input", { type: "number", min: "1", max: "90", value: "7", required: true });
  const body = [el("p", { class: "soft" }, said(_("Whoever has the link sees the proof for “{persona}” as it is now, without signing in, until the link ends or you take it back."), { persona })), el("label", {}, _("Days until the link ends"), days)];
  dialog(_("Share a proof"), body, _("Make the link"), async () => {
    if (!(await flush())) throw new Error("not saved");
    const made = await ask<{ path: string; token: string }>("/api/v1/shares", "POST", { template, persona, draft: true, language, brand, days: Number(days.value) });
    const address = `${location.origin}${made.path}`;
    shown(address);
  });
}

function shown(address: string): void {
  const field = el("input", { readonly: true, value: address, "aria-label": _("Link") });
  const copy = button(_("Copy"), "copy", () => void navigator.clipboard.writeText(address).then(() => toast(_("Copied."))));
  dialog(_("The link"), [el("p", { class: "soft" }, _("It is shown only this once.")), field, copy], _("Done"), () => undefined);
  field.select();
}
