// Elements of the page, made without any HTML in strings.

export type Child = Node | string | null | undefined | false;

export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attrs: Record<string, string | boolean | undefined> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (value === true) made.setAttribute(name, "");
    else if (value !== undefined && value !== false) made.setAttribute(name, value);
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";
const ICONS = document.querySelector<HTMLMetaElement>("meta[name=icons]")?.content ?? "/static/icons.svg";

export function icon(name: string): SVGSVGElement {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("class", ["more", "grip", "log"].includes(name) ? "icon dots" : "icon");
  made.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${ICONS}#${name}`);
  made.append(use);
  return made;
}

export function button(label: string, picture: string | null, pressed: () => void, attrs: Record<string, string | undefined> = {}): HTMLButtonElement {
  const made = el("button", { type: "button", ...attrs }, picture && icon(picture), attrs["aria-label"] ? null : label);
  if (attrs["aria-label"]) made.title = label;
  made.addEventListener("click", pressed);
  return made;
}
