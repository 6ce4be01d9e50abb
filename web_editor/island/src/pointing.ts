// What a pointer is on is marked wherever it is shown, and from a preview in the text as well.

import type { Preview } from "./preview";

export function pointing(canvas: HTMLElement, preview: Preview, frame: HTMLElement): void {
  let now = "";
  let side = "";
  let place: Element | null = null;
  const lay = (): void => {
    frame.hidden = !place?.isConnected;
    if (!place) return;
    const { left, top, width, height } = place.getBoundingClientRect();
    Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  };
  const point = (block: string, from: "text" | "preview"): void => {
    if (block === now && from === side) return; // a pointer that goes into a mail at once leaves nothing that could tell
    [now, side] = [block, from];
    preview.point(block);
    place = from === "preview" && block ? canvas.querySelector(`[data-id="${CSS.escape(block)}"]`) : null;
    lay();
  };
  const near = (event: Event, name: "id" | "piece"): string => (event.target instanceof Element ? event.target.closest<HTMLElement>(`[data-${name}]`)?.dataset[name] : "") ?? "";
  canvas.addEventListener("pointerover", (event) => point(near(event, "id"), "text"));
  preview.place.addEventListener("pointerover", (event) => point(preview.blockOf(near(event, "piece")), "preview"));
  for (const it of [canvas, preview.place]) it.addEventListener("pointerleave", () => point("", "text"));
  addEventListener("message", (event: MessageEvent) => {
    const told = event.data as { pointed?: unknown } | null;
    if (typeof told?.pointed === "string" && preview.shows(event.source)) point(preview.blockOf(told.pointed), "preview");
  });
  addEventListener("scroll", () => place && lay(), { capture: true, passive: true });
}
