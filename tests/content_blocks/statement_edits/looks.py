"""Edits of the account statement that change how it looks, or nothing at all."""

from __future__ import annotations

from tests.content_blocks.statement_edits.means import Edits, S, T, entry, swapped, wrapped

LAYOUT: Edits = {
    "a table put in front of a heading": (
        lambda w: swapped(w, "closing-heading"),
        "layout",
        T + "body.closing-heading",
    ),
    "rows in another order": (lambda w: w.block("key-facts")["rows"].reverse(), "layout", T + "body.key-facts.rows"),
    "columns in another order": (
        lambda w: w.block("transactions")["columns"].reverse(),
        "layout",
        T + "body.transactions.columns",
    ),
    "the width of a column": (
        lambda w: entry(w, 3).update(width=40),
        "layout",
        T + "body.transactions.columns.3.width",
    ),
    "which column a phone leaves out": (
        lambda w: entry(w, 1).update(priority=1),
        "layout",
        T + "body.transactions.columns.1.priority",
    ),
    "the level of a heading": (
        lambda w: w.block("closing-heading").update(level=3),
        "layout",
        T + "body.closing-heading.level",
    ),
    "a line between blocks": (lambda w: w.put({"id": "new", "type": "divider"}, "greeting"), "layout", T + "body.new"),
    "a page break": (lambda w: w.put({"id": "new", "type": "page_break"}, "signature"), "layout", T + "body.new"),
    "a panel around a sentence": (
        lambda w: wrapped(w, "closing-line", type="panel"),
        "business wording",  # in a text message the panel speaks for it now
        T + "body.closing-line",
    ),
    "the margin of the page": (lambda w: w.theme["page"].update(left="30mm"), "layout", S + "page.left"),
    "the width of the mail": (lambda w: w.theme["mail"].update(width=640), "layout", S + "mail.width"),
}

STYLE: Edits = {
    "the tone of a sentence": (
        lambda w: w.block("closing-line").update(tone="lead"),
        "style",
        T + "body.closing-line.tone",
    ),
    "the last figure as a total": (lambda w: w.block("key-facts").pop("total"), "style", T + "body.key-facts.total"),
    "a colour": (lambda w: w.theme["palette"].update(accent="#004d44"), "style", S + "palette.accent"),
    "the size of the type": (lambda w: w.theme["type"].update(body="10pt"), "style", S + "type.body"),
    "the logo": (lambda w: w.files.update({"logo.svg": b"<svg/>"}), "style", S + "logo.svg"),
    "the stripes of tables": (lambda w: w.theme.update(table="lines"), "style", S + "table"),
    "a version number": (lambda w: w.template.update(version="1.1"), "style", T + "version"),
    "a default written out": (
        lambda w: w.block("signature").update(lock="open"),
        "style",
        "template account-statement",
    ),
    "a condition spelled otherwise": (
        lambda w: w.block("overdrawn").update(when="account.closing<0"),
        "style",
        T + "body.overdrawn.when",
    ),
}

NONE: Edits = {
    "nothing": (lambda w: None, "none", ""),
    "remarks": (
        lambda w: (
            w.template.update(note="a"),
            w.block("guarantee").update(note="b"),
            w.dictionary.update(note="c"),
            w.theme.update(note="d"),
        ),
        "none",
        "",
    ),
    "the order in which keys are written": (
        lambda w: w.block("signature").update(id=w.block("signature").pop("id")),
        "none",
        "",
    ),
}
