// Marks at what differs between two renderings: a frame and a number, on paper, in mails and in words.

import type { Difference } from "./compare";
import { el } from "./draw";

export interface Numbered extends Difference {
  number: string;
  label: string;
}

const LINES: Record<string, string> = {
  from: ".mail-head p:nth-child(2)",
  subject: ".mail-head p:nth-child(1)",
  preheader: ".mail-head p:nth-child(3)",
  push_title: ".push strong",
};
const TEXTS: Record<string, string> = { email: ".mail-text", sms: ".phone", push: ".push p" };
const PANES: Record<string, string> = { pdf: ".pane-pdf", email: ".pane-desktop, .pane-mobile, .pane-dark, .pane-text", sms: ".pane-sms", push: ".pane-push" };

/** Puts all marks where both renderings stand. */
export function marked(place: HTMLElement, differences: Numbered[]): void {
  for (const [channel, panes] of Object.entries(PANES)) {
    const here = differences.filter((it) => it.channel === channel);
    for (const pane of place.querySelectorAll<HTMLElement>(panes)) {
      for (const side of pane.querySelectorAll<HTMLElement>(".side-of")) markSide(side, here, side.dataset["side"] === "A");
    }
  }
}

/** Makes a difference the one that is looked at; the first of its marks, if it has any on the page itself. */
export function lookedAt(place: HTMLElement, number: string): HTMLElement | null {
  for (const mark of place.querySelectorAll(".differs")) mark.classList.toggle("now", mark.getAttribute("data-number") === number);
  return place.querySelector<HTMLElement>(".differs.now");
}

function markSide(side: HTMLElement, differences: Numbered[], first: boolean): void {
  const here = differences.filter((it) => it.kind !== (first ? "only-second" : "only-first"));
  for (const old of side.querySelectorAll(".differs.on-paper")) old.remove();
  for (const frame of side.querySelectorAll("iframe")) {
    if (!inMails.has(frame)) frame.addEventListener("load", () => tell(frame)); // with a page: before, there is nobody to hear it
    inMails.set(frame, here.filter((it) => it.piece).map(({ piece, number, label }) => ({ piece, number, label })));
    tell(frame);
  }
  for (const it of here) {
    const span = first ? it.first_span : it.second_span;
    if (it.channel === "pdf") onPaper(side, it);
    else if (it.line && LINES[it.line]) inWords(side.querySelector<HTMLElement>(LINES[it.line] ?? ""), null, it, first);
    else if (span) inWords(side.querySelector<HTMLElement>(TEXTS[it.channel] ?? ""), span, it, first);
  }
}

const inMails = new WeakMap<HTMLIFrameElement, { piece: string; number: string; label: string }[]>();

function tell(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage({ differs: inMails.get(frame) ?? [] }, "*");
}

function onPaper(side: HTMLElement, { piece, number, label }: Numbered): void {
  for (const spot of side.querySelectorAll<HTMLElement>(`.spot[data-piece="${CSS.escape(piece)}"]:not([data-row])`)) {
    const frame = el("span", { class: "differs on-paper", "data-number": number }, badge(number, label));
    for (const edge of ["left", "top", "width", "height"] as const) frame.style[edge] = spot.style[edge];
    spot.after(frame);
  }
}

/** The words of a text, or of a span in it, that only this side says; all of them where nothing is said but there. */
function inWords(text: HTMLElement | null, span: [number, number] | null, difference: Numbered, first: boolean): void {
  if (!text) return;
  text.normalize();
  const whole = lettersOf(text);
  const letters = whole.filter(({ at, letter }) => COUNTS.test(letter) && (!span || (at >= span[0] && at < span[1])));
  const own = difference.words.some(({ side }) => side === mine(first)) ? difference.words : difference.words.map(({ text }) => ({ side: mine(first), text }));
  const found: Range[] = [];
  let at = 0;
  for (const { side, text } of own.filter(({ side }) => side === "both" || side === mine(first))) {
    const count = [...text].filter((it) => COUNTS.test(it)).length;
    const those = letters.slice(at, at + count);
    at += count;
    if (side !== "both" && those.length) found.push(...ranges(whole.slice(whole.indexOf(those[0]!), whole.indexOf(those.at(-1)!) + 1)));
  }
  for (const [index, range] of [...found.entries()].reverse()) {
    const mark = el("span", { class: "differs in-words", "data-number": difference.number });
    range.surroundContents(mark);
    if (index === 0) mark.before(badge(difference.number, difference.label));
  }
}

interface Letter {
  letter: string;
  at: number;
  node: Text;
  from: number;
}

/** What counts when places are looked for: lines are filled and ruled differently on both sides. */
const COUNTS = /[^\s-]/u;
const mine = (first: boolean): "first" | "second" => (first ? "first" : "second");

/** The characters of a text that may stand in several elements, without the numbers that are put into it. */
function lettersOf(text: HTMLElement): Letter[] {
  const found: Letter[] = [];
  let at = 0;
  for (const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
    const node = walker.currentNode as Text;
    if (node.parentElement?.closest(".number-tag")) continue;
    let from = 0;
    for (const letter of node.data) {
      found.push({ letter, at: at++, node, from });
      from += letter.length;
    }
  }
  return found;
}

/** Characters that follow each other as ranges, one in each element; they are marked from behind, so that those before stay. */
function ranges(letters: Letter[]): Range[] {
  return [...new Set(letters.map(({ node }) => node))].map((node) => {
    const mine = letters.filter((it) => it.node === node);
    const range = document.createRange();
    range.setStart(node, mine[0]!.from);
    range.setEnd(node, mine.at(-1)!.from + mine.at(-1)!.letter.length);
    return range;
  });
}

const badge = (number: string, label: string): HTMLElement => el("span", { class: "number-tag", title: label }, number);
