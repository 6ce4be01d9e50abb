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
  "content-visibility": /^(visible|auto)$/,
  "text-decoration-line": /^none$/,
};
/** Of the words themselves; room between letters, words and lines may be as wide as readers need it (WCAG 2.2, 1.4.12). */
export const LEGIBLE: Record<string, RegExp> = {
  ...PLAIN,
  display: /^(block|grid|inline|inline-block)$/,
  position: /^(static|relative)$/,
  "background-image": /^none$/,
  "box-shadow": /^none$/,
  "text-shadow": /^none$/,
  "font-size-adjust": /^none$/,
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
/** Of the first line and the first letter of words, which can be set in another way than the rest. */
const FIRST = Object.fromEntries(["text-decoration-line", "background-image", "text-shadow", "font-size", "letter-spacing", "word-spacing"].map((name) => [name, LEGIBLE[name]!]));
/** How wide a line around something may be, and how far lines may be pushed into each other, in parts of the letters. */
const OUTLINE = 4;
const CLOSE = 0.9;
/** How far spaces at the end of a line may stand out of it. */
const HANGING = 16;
/** How opaque words are at least, with all layers that they lie in; and how far from their ground, of 255. */
const OPAQUE = 0.5;
const APART = 40;
const ADDED = ["::before", "::after"];
const FIRSTS = ["::first-line", "::first-letter"];
const ITSELF = [undefined, ...FIRSTS];

export function plain(element: Element, expected: Record<string, RegExp>, looked: Map<Element, boolean>): boolean {
  const known = looked.get(element);
  if (known !== undefined) return known;
  const found = set(getComputedStyle(element), expected) && !ADDED.some((it) => adds(element, it));
  looked.set(element, found);
  return found;
}

const set = (style: CSSStyleDeclaration, expected: Record<string, RegExp>): boolean => Object.entries(expected).every(([name, form]) => fits(style.getPropertyValue(name), form));

/** Whether something stands before or behind what an element says; before an entry of a list there is a dot. */
function adds(element: Element, part: string): boolean {
  const style = getComputedStyle(element, part);
  if (/^(none|normal)$/.test(style.content)) return false;
  const dot = part === "::before" && style.content === '"• "' && element.matches(".line-item");
  return !dot || style.position !== "static" || outlined(style);
}

/** Whether the page itself has something laid over it that cannot be seen through. */
export const veiled = (page: Element): boolean => painted(page, ADDED);

/** Whether something, or what a rule adds to it, has a ground that cannot be seen through. */
export function painted(element: Element, all: (string | undefined)[] = [undefined, ...ADDED]): boolean {
  return all.some((it) => {
    const style = getComputedStyle(element, it);
    const there = it === undefined || !/^(none|normal)$/.test(style.content);
    return there && Number(style.opacity) >= OPAQUE && (hides(style.backgroundColor) || style.backgroundImage !== "none");
  });
}

/** Whether the lines or shadows of something are so wide that they lie over what is beside it. */
export const outlined = (style: CSSStyleDeclaration): boolean => style.boxShadow !== "none" || (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > OUTLINE);

/** What a browser knows nothing of has no value, and does nothing either. */
const fits = (value: string, form: RegExp): boolean => value === "" || form.test(value);

/** Whether an element is faint by all that it lies in together. */
export function faint(element: Element): boolean {
  let opacity = 1;
  for (let it: Element | null = element; it; it = it.parentElement) opacity *= Number(getComputedStyle(it).opacity);
  return opacity < OPAQUE;
}

/** Whether the words of a line take up room where they belong, all of them in colours of their own. */
export function legible(line: Element, dom: Element): boolean {
  if (!line.textContent?.trim()) return true;
  if (!FIRSTS.every((it) => set(getComputedStyle(line, it), FIRST))) return false;
  return [line, ...line.querySelectorAll("*")].filter(speaks).every((it) => coloured(it) && apartFromOthers(it) && inPlace(it, dom));
}

/** Whether the words of an element lie inside it, and inside all around it up to the whole: nothing of them is cut off. */
function inPlace(element: Element, dom: Element): boolean {
  const around: DOMRect[] = [];
  for (let it: Element | null = element; it; it = it === dom ? null : it.parentElement) around.push(it.getBoundingClientRect());
  return [...element.childNodes].filter(isSaid).every((words) => {
    const range = document.createRange();
    range.selectNode(words);
    const boxes = [...range.getClientRects()].filter((it) => it.width > 2);
    return boxes.length > 0 && boxes.every((it) => it.height > 5 && around.every((box) => within(it, box)));
  });
}

/** Whether the middle of one lies within another, or beside it by no more than a space that hangs at the end of a line. */
function within(one: DOMRect, other: DOMRect): boolean {
  const [x, y] = [one.left + one.width / 2, one.top + one.height / 2];
  return x > other.left - HANGING && x < other.right + HANGING && y > other.top && y < other.bottom;
}

function apartFromOthers(element: Element): boolean {
  const style = getComputedStyle(element);
  return style.lineHeight === "normal" || Number.parseFloat(style.lineHeight) >= CLOSE * Number.parseFloat(style.fontSize);
}

const isSaid = (it: Node): it is Text => it instanceof Text && it.data.trim() !== "";
const speaks = (element: Element): boolean => [...element.childNodes].some(isSaid);

function coloured(element: Element): boolean {
  const under = ground(element);
  return ITSELF.every((part) => {
    const style = getComputedStyle(element, part);
    return [style.color, style.getPropertyValue("-webkit-text-fill-color") || style.color].every((it) => !clear(it) && (!under || apart(it, under)));
  });
}

function ground(element: Element): string {
  for (let it: Element | null = element; it; it = it.parentElement) {
    const colour = getComputedStyle(it).backgroundColor;
    if (hides(colour)) return colour;
  }
  return "";
}

/** Red, green and blue of 255, and how opaque of 1; nothing of a colour that is written otherwise: no page of ours has one. */
function parts(colour: string): number[] | null {
  const found = /^(rgba?|color)\((?:srgb )?([\d.e+-]+),? ([\d.e+-]+),? ([\d.e+-]+)(?:,| \/)? ?([\d.e+-]+)?\)$/.exec(colour);
  if (!found) return null;
  const all = found[1] === "color" ? 255 : 1;
  return [Number(found[2]) * all, Number(found[3]) * all, Number(found[4]) * all, Number(found[5] ?? 1)];
}

const clear = (colour: string): boolean => (parts(colour)?.[3] ?? 0) < OPAQUE;
/** Whether a ground of that colour hides what lies below it. */
const hides = (colour: string): boolean => !parts(colour) || !clear(colour);

function apart(one: string, other: string): boolean {
  const [here, there] = [parts(one), parts(other)];
  return here !== null && there !== null && [0, 1, 2].some((it) => Math.abs(here[it]! - there[it]!) >= APART);
}
