// What lies over words, and whether it may: the topmost thing at a place in them.  What lets a pointer through is no thing to be met there,
// so that for a moment nothing does.

import { painted } from "./legible";

/** Which part of the window a bar may take up at most: what it lies over can be moved from under it. */
const BAR = 0.9;
const reached = new CSSStyleSheet();
reached.replaceSync("*, ::before, ::after { pointer-events: auto !important }");

/** Lets everything be met until what it returns is called; no sheet of the page changes by it. */
export function reachAll(): () => void {
  document.adoptedStyleSheets.push(reached);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== reached);
  };
}

/** What lies over a line of a block, unless it may; nothing while the line is not in sight. */
export function over(dom: Element, line: Element, known: (element: Element) => boolean): Element | null {
  const [hit] = met(line);
  const itself = hit && (line.contains(hit) || (dom.contains(hit) && hit.contains(line)));
  return hit && !itself && !known(hit) ? hit : null;
}

/** While everything can be met: what is painted over a line although it belongs to the page, or what a rule adds to it. */
export function paintedOver(dom: Element, line: Element, known: (element: Element) => boolean): Element | null {
  const [hit, x, y] = met(line);
  if (!hit || dom.contains(hit) || hit.contains(dom) || !painted(hit)) return null;
  const box = hit.getBoundingClientRect();
  const itself = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  return itself && known(hit) ? null : hit;
}

/** What is met in a line, and where. */
function met(line: Element): [Element | null, number, number] {
  const box = line.getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
  const away = box.width === 0 || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight;
  return [away ? null : document.elementFromPoint(x, y), x, y];
}

export const across = (one: DOMRect, other: DOMRect): boolean => Math.min(one.width, one.height) > 4 && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

export function leavesRoom(bar: Element): boolean {
  const box = bar.getBoundingClientRect();
  const [wide, high] = [Math.min(box.right, innerWidth) - Math.max(box.left, 0), Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)];
  return wide < innerWidth * BAR || high < innerHeight * BAR;
}
