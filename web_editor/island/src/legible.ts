// Whether words can be read: how they and all around them are painted, and how their letters are set.

/** Of an element and all around it: what each has to be for the words in it to be seen. */
export const PLAIN: Record<string, RegExp> = {
  filter: /^none$/,
  "clip-path": /^none$/,
  "mask-image": /^none$/,
  "mix-blend-mode": /^normal$/,
  transform: /^none$/,
  scale: /^none$/,
  rotate: /^none$/,
  translate: /^none$/,
  "offset-path": /^none$/,
  zoom: /^1$/,
  visibility: /^visible$/,
};
/** Of the words themselves; room between letters, words and lines may be as wide as readers need it (WCAG 2.2, 1.4.12). */
export const LEGIBLE: Record<string, RegExp> = {
  ...PLAIN,
  position: /^(static|relative)$/,
  "text-decoration-line": /^none$/,
  "-webkit-text-security": /^none$/,
  "-webkit-text-stroke-width": /^0px$/,
  "font-size": /^([89]|\d\d+)(\.\d+)?px$/,
  "line-height": /^(normal|([89]|\d\d+)(\.\d+)?px)$/,
  "letter-spacing": /^(normal|-0\.\d+px|\d(\.\d+)?px)$/,
  "word-spacing": /^(-0\.\d+|\d(\.\d+)?)px$/,
  "text-indent": /^-?\d{1,2}(\.\d+)?px$/,
  "unicode-bidi": /^(normal|embed|isolate|plaintext)$/,
  "writing-mode": /^horizontal-tb$/,
};
/** How opaque words are at least, with all layers that they lie in; and how far from their ground, of 255. */
const OPAQUE = 0.5;
const APART = 40;
const ITSELF = [undefined, "::first-line", "::first-letter"];

export function plain(element: Element, expected: Record<string, RegExp>, looked: Map<Element, boolean>): boolean {
  const known = looked.get(element);
  if (known !== undefined) return known;
  const style = getComputedStyle(element);
  const found = Object.entries(expected).every(([name, form]) => fits(style.getPropertyValue(name), form)) && ["::before", "::after"].every((it) => /^(none|normal|"• ")$/.test(getComputedStyle(element, it).content));
  looked.set(element, found);
  return found;
}

/** What a browser knows nothing of has no value, and does nothing either. */
const fits = (value: string, form: RegExp): boolean => value === "" || form.test(value);

/** Whether an element is faint by all that it lies in together. */
export function faint(element: Element): boolean {
  let opacity = 1;
  for (let it: Element | null = element; it; it = it.parentElement) opacity *= Number(getComputedStyle(it).opacity);
  return opacity < OPAQUE;
}

/** Whether the words of a line take up room, all of them in colours of their own. */
export function legible(line: Element): boolean {
  if (!line.textContent?.trim()) return true;
  const range = document.createRange();
  range.selectNodeContents(line);
  return [...range.getClientRects()].some((box) => box.width > 2 && box.height > 5) && [line, ...line.querySelectorAll("*")].filter(speaks).every(coloured);
}

const speaks = (element: Element): boolean => [...element.childNodes].some((it) => it instanceof Text && it.data.trim() !== "");

function coloured(element: Element): boolean {
  const under = ground(element);
  return ITSELF.every((part) => {
    const style = getComputedStyle(element, part);
    return [style.color, style.getPropertyValue("-webkit-text-fill-color")].every((it) => !clear(it) && (!under || apart(it, under)));
  });
}

function ground(element: Element): string {
  for (let it: Element | null = element; it; it = it.parentElement) {
    const colour = getComputedStyle(it).backgroundColor;
    if (!clear(colour)) return colour;
  }
  return "";
}

/** Red, green and blue of 255, and how opaque of 1; nothing of a colour that is written in another way. */
function parts(colour: string): number[] | null {
  const found = /^(rgba?|color)\((?:srgb )?([\d.]+),? ([\d.]+),? ([\d.]+)(?:,| \/)? ?([\d.]+)?\)$/.exec(colour);
  if (!found) return null;
  const all = found[1] === "color" ? 255 : 1;
  return [Number(found[2]) * all, Number(found[3]) * all, Number(found[4]) * all, Number(found[5] ?? 1)];
}

const clear = (colour: string): boolean => (parts(colour)?.[3] ?? 1) < OPAQUE;

function apart(one: string, other: string): boolean {
  const [here, there] = [parts(one), parts(other)];
  return !here || !there ? one !== other : [0, 1, 2].some((it) => Math.abs(here[it]! - there[it]!) >= APART);
}
