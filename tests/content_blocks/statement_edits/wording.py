"""Edits of the account statement that change what it says."""

from __future__ import annotations

from tests.content_blocks.statement_edits.means import (
    BUSINESS,
    REGULATED,
    B,
    Edits,
    S,
    T,
    entry,
    note,
    said,
    wrapped,
)

BUSINESS_WORDING: Edits = {
    "words of a sentence": (
        lambda w: said(w, "closing-line", "Haben Sie", "Sie haben"),
        BUSINESS,
        T + "body.closing-line.text",
    ),
    "words made strong": (
        lambda w: said(w, "closing-line", "Konto", "**Konto**"),
        BUSINESS,
        T + "body.closing-line.text",
    ),
    "a short sentence": (
        lambda w: said(w, "summary", "Neuer", "Ihr neuer", "short"),
        BUSINESS,
        T + "body.summary.short",
    ),
    "a heading": (
        lambda w: w.block("transactions-heading").update(text="Umsätze"),
        BUSINESS,
        T + "body.transactions-heading.text",
    ),
    "who signs, in plain words": (
        lambda w: w.block("signature").update(role="Kundenservice"),
        BUSINESS,
        T + "body.signature.role",
    ),
    "the label of a column": (
        lambda w: entry(w, 2)["label"].update(de="Text"),
        BUSINESS,
        T + "body.transactions.columns.2.label",
    ),
    "the subject of the mail": (
        lambda w: w.template["messages"]["push_title"].update(de="Ihr Auszug"),
        BUSINESS,
        T + "messages.push_title",
    ),
    "the title of the document": (lambda w: w.template["title"].update(de="Auszug"), BUSINESS, T + "title"),
    "another language of a text": (
        lambda w: w.block("closing-heading")["text"].update(fr="Clôture"),
        BUSINESS,
        T + "body.closing-heading.text",
    ),
    "a translation marked as up to date": (
        lambda w: w.block("closing-heading")["text"]["of"].update(en="0" * 12),
        BUSINESS,
        T + "body.closing-heading.text",
    ),
    "a sentence more": (lambda w: w.put(note(), "closing-line"), BUSINESS, T + "body.new"),
    "a sentence in the slot": (lambda w: w.block("from-your-bank").update(blocks=[note()]), BUSINESS, T + "body.new"),
    "a heading less": (lambda w: w.take("transactions-heading"), BUSINESS, T + "body.transactions-heading"),
    "a label of the theme": (
        lambda w: w.theme["labels"]["de"].update(continued="weiter"),
        BUSINESS,
        S + "labels.de.continued",
    ),
}

REGULATED_WORDING: Edits = {
    "a word of a clause": (
        lambda w: w.blocks["complaints 2.0"]["short"].update(de="Anders."),
        REGULATED,
        B + "complaints short",
    ),
    "the citation of a clause": (
        lambda w: w.blocks["deposit-guarantee 1.1"].update(citation="KWG"),
        REGULATED,
        B + "deposit-guarantee citation",
    ),
    "the bounds of a clause": (
        lambda w: w.blocks["overdraft-interest 1.1"]["inputs"]["rate"].update(max="25"),
        REGULATED,
        B + "overdraft-interest inputs.rate.max",
    ),
    "the unit of a clause's input": (
        lambda w: w.blocks["overdraft-interest 1.1"]["inputs"]["rate"].update(unit="per month"),
        REGULATED,
        B + "overdraft-interest inputs.rate.unit",
    ),
    "the rounding in a clause": (
        lambda w: w.blocks["overdraft-interest 1.1"]["long"][0]["text"].update(
            de=w.blocks["overdraft-interest 1.1"]["long"][0]["text"]["de"].replace("decimals=2", "decimals=0")
        ),
        REGULATED,
        B + "overdraft-interest long.0.text",
    ),
    "small print made of a clause": (
        lambda w: w.blocks["overdraft-interest 1.1"]["long"][0].update(tone="small"),
        REGULATED,
        B + "overdraft-interest long.0.tone",
    ),
    "a clause unlocked": (lambda w: w.blocks["complaints 2.0"].update(lock="open"), REGULATED, B + "complaints lock"),
    "a newer version of a clause in force": (
        lambda w: w.following.update({"complaints": "1.0"}),
        REGULATED,
        B + "complaints long.0.text",
    ),
    "an older version of a clause pinned": (
        lambda w: w.block("complaints").update(follow=None, version="1.0", hash="0" * 64),
        REGULATED,
        B + "complaints 1.0 long.0.text",
    ),
    "another content block in a clause": (
        lambda w: w.block("complaints").update(block="data-protection"),
        REGULATED,
        T + "body.complaints.block",
    ),
    "a clause less": (lambda w: w.take("guarantee"), REGULATED, T + "body.guarantee"),
    "a clause more": (
        lambda w: w.put({"id": "new", "type": "clause", "block": "data-protection", "follow": "approved"}, "greeting"),
        REGULATED,
        T + "body.new",
    ),
    "an open use of a clause more": (
        lambda w: w.put(
            {"id": "new", "type": "clause", "block": "data-protection", "follow": "approved", "lock": "open"},
            "greeting",
        ),
        REGULATED,
        T + "body.new",
    ),
    "a clause moved to the last page": (
        lambda w: w.put(w.take("statement-check"), "complaints"),
        REGULATED,
        T + "body.statement-check",
    ),
    "a clause moved out of its condition": (
        lambda w: w.put(w.take("quarterly-closing"), "with-closing"),
        REGULATED,
        T + "body.quarterly-closing",
    ),
    "the signature moved behind a clause": (
        lambda w: w.put(w.take("signature"), "guarantee"),
        REGULATED,
        T + "body.guarantee",
    ),
    "a clause moved to the footer": (
        lambda w: w.put(w.take("complaints"), "company"),
        REGULATED,
        T + "body.complaints",
    ),
    "a clause put under a condition": (
        lambda w: wrapped(w, "guarantee", when="account.closing > 0"),
        REGULATED,
        T + "body.guarantee",
    ),
    "a condition that never holds around a clause": (
        lambda w: w.block("overdrawn").update(when="account.closing < 0 and 1 > 2"),
        REGULATED,
        T + "body.overdraft-interest",
    ),
    "a clause left out of the mail": (
        lambda w: w.block("guarantee").update(channels={"email": "absent"}),
        REGULATED,
        T + "body.guarantee.channels",
    ),
    "a clause shortened in the mail": (
        lambda w: w.block("guarantee").update(channels={"email": "short"}),
        REGULATED,
        T + "body.guarantee.channels",
    ),
    "a clause no longer mandatory on paper": (
        lambda w: w.block("guarantee").update(mandatory=["email"]),
        REGULATED,
        T + "body.guarantee.mandatory",
    ),
    "the blank of a locked clause": (
        lambda w: w.block("overdraft-advice")["blanks"]["hours"].update(de="nachts"),
        REGULATED,
        T + "body.overdraft-advice.blanks",
    ),
    "a sentence locked": (
        lambda w: w.block("closing-line").update(lock="locked"),
        REGULATED,
        T + "body.closing-line.lock",
    ),
    "a clause's use unlocked": (
        lambda w: w.block("guarantee").update(lock="open"),
        REGULATED,
        T + "body.guarantee.lock",
    ),
    "the account in the brand's facts": (
        lambda w: w.theme["brand"].update(iban="DE89370400440532013000"),
        REGULATED,
        S + "brand.iban",
    ),
    "lines that run into each other": (lambda w: w.theme["type"].update(leading="0.5"), REGULATED, S + "type.leading"),
}
