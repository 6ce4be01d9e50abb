// What is pasted comes in as words with strong, emphasis and lines, whatever it was: no block, no setting and nothing
// locked is ever made from what somebody else's page put on the clipboard.

import { Fragment, Slice, type Mark, type Node } from "prosemirror-model";
import { Plugin, TextSelection, type EditorState, type Transaction } from "prosemirror-state";

import { blockAt, freshId, ids } from "./doc";
import { emptyBlock, saying } from "./making";
import { takes } from "./moving";
import { schema } from "./schema";
import type { BlockShape } from "./wire";

export function pasting(text: BlockShape): Plugin {
  return new Plugin({
    props: {
      transformCopied: (slice) => withoutFixed(slice),
      handlePaste(view, event) {
        const data = event.clipboardData;
        if (!data) return true;
        const html = data.getData("text/html");
        const lines = html ? linesOf(html) : data.getData("text/plain").replace(/\r\n?/g, "\n").split("\n").map((it) => [schema.text(it || " ")]);
        insert(text, view.state, lines, (tr) => view.dispatch(tr));
        return true;
      },
      handleDrop: (_view, event, _slice, moved) => !moved && event.dataTransfer !== null,
    },
  });
}

/** Locked wording does not go onto the clipboard as something that could be put in again. */
function withoutFixed(slice: Slice): Slice {
  const clean = (content: Fragment): Fragment => {
    const kept: Node[] = [];
    content.forEach((node) => {
      if (node.type.name !== "fixed") kept.push(node.isText ? node : node.copy(clean(node.content)));
    });
    return Fragment.fromArray(kept);
  };
  return new Slice(clean(slice.content), slice.openStart, slice.openEnd);
}

type Words = Node[];

/** The lines of some HTML: its words, bold and italic, and nothing else. */
function linesOf(html: string): Words[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  const lines: Words[] = [[]];
  const walk = (node: globalThis.Node, marks: readonly Mark[]): void => {
    if (node.nodeType === 3) {
      const text = (node.textContent ?? "").replace(/[\s ]+/g, " ");
      const line = lines.at(-1)!;
      if (text.trim() || line.length) if (text) line.push(schema.text(text, marks));
      return;
    }
    if (!(node instanceof HTMLElement) || ["STYLE", "SCRIPT", "HEAD", "TITLE", "META"].includes(node.tagName)) return;
    const breaks = /^(P|DIV|LI|H\d|TR|BR|UL|OL|TABLE|BLOCKQUOTE|SECTION|ARTICLE)$/.test(node.tagName);
    if (breaks && lines.at(-1)!.length) lines.push([]);
    const within = styled(node, marks);
    node.childNodes.forEach((child) => walk(child, within));
    if (breaks && lines.at(-1)!.length) lines.push([]);
  };
  walk(page.body, []);
  const filled = lines.filter((line) => line.some((it) => it.text?.trim()));
  return filled.length ? filled : [[]];
}

function styled(node: HTMLElement, marks: readonly Mark[]): readonly Mark[] {
  const weight = node.style.fontWeight;
  const bold = /^(B|STRONG)$/.test(node.tagName) ? weight !== "normal" : /^(bold|[6-9]00)$/.test(weight);
  const italic = /^(I|EM)$/.test(node.tagName) || node.style.fontStyle === "italic";
  let found = marks;
  if (bold) found = schema.marks["strong"]!.create().addToSet(found);
  if (italic) found = schema.marks["em"]!.create().addToSet(found);
  return found;
}

/** The first line where the cursor is, the others as paragraphs of their own where those may stand. */
function insert(text: BlockShape, state: EditorState, lines: Words[], dispatch: (tr: Transaction) => void): void {
  const { $from } = state.selection;
  if ($from.parent.type.name !== "words") return;
  const block = blockAt(state);
  const plain = $from.parent.attrs["kind"] !== "inline";
  const shown = plain ? lines.map((line) => line.map((it) => schema.text(it.text ?? " "))) : lines;
  const apart = block !== null && block.node.attrs["type"] === "text" && takes(state.doc, block.pos);
  const tr = state.tr.deleteSelection();
  const [first = [], ...rest] = shown;
  const together = apart ? first : shown.flatMap((line, index) => (index ? [schema.text(" "), ...line] : line));
  tr.insert(tr.selection.from, Fragment.fromArray(together));
  if (apart && rest.length) {
    const taken = ids(tr.doc);
    const here = tr.doc.resolve(tr.mapping.map(block.pos));
    let at = here.pos + (here.nodeAfter?.nodeSize ?? 0);
    for (const line of rest) {
      const made = saying(emptyBlock(text, freshId(taken, "text")), Fragment.fromArray(line));
      tr.insert(at, made);
      at += made.nodeSize;
      tr.setSelection(TextSelection.near(tr.doc.resolve(at - 1), -1));
    }
  }
  dispatch(tr.scrollIntoView().setMeta("paste", true));
}
