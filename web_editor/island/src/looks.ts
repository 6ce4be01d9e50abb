// Ways of looking at the text: they draw beside it or fold it up, and never change anything in it.

import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

/** What is drawn at which nodes; views read what is meant for them off `spec`. */
export type Look = (state: EditorState) => Decoration[];

interface Looks {
  by: ReadonlyMap<string, Look>;
  drawn: DecorationSet;
}

const KEY = new PluginKey<Looks>("looks");

export function looks(): Plugin {
  return new Plugin<Looks>({
    key: KEY,
    state: {
      init: () => ({ by: new Map(), drawn: DecorationSet.empty }),
      apply(transaction, before, _old, now) {
        const told = transaction.getMeta(KEY) as [string, Look | null] | undefined;
        if (!told && (before.by.size === 0 || (!transaction.docChanged && !transaction.selectionSet))) return before;
        const by = new Map(before.by);
        if (told?.[1]) by.set(told[0], told[1]);
        else if (told) by.delete(told[0]);
        return { by, drawn: DecorationSet.create(now.doc, [...by.values()].flatMap((look) => look(now))) };
      },
    },
    props: { decorations: (state) => KEY.getState(state)?.drawn },
  });
}

/** Begins to look in some way, looks anew, or, with null, no more. */
export function look(view: EditorView, name: string, how: Look | null): void {
  view.dispatch(view.state.tr.setMeta(KEY, [name, how]).setMeta("addToHistory", false));
}

/** What the decorations of a node say of it under a name. */
export function lookOf<T>(decorations: readonly Decoration[], name: string): T | null {
  for (const it of decorations) if (name in (it.spec as object)) return (it.spec as Record<string, T>)[name]!;
  return null;
}
