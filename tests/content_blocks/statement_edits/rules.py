"""Edits of the account statement that change who gets what, and from which data."""

from __future__ import annotations

from tests.content_blocks.statement_edits.means import DATA, B, C, D, Edits, S, T, account, entry, said, wrapped

RULES: Edits = {
    "one constant in a condition": (
        lambda w: w.block("overdraft-long").update(when="(account.months_overdrawn or 0) >= 7"),
        "rule",
        T + "body.overdraft-long.when",
    ),
    "an operator in a condition": (
        lambda w: w.block("overdrawn").update(when="account.closing <= 0"),
        "rule",
        T + "body.overdrawn.when",
    ),
    "a condition taken away": (lambda w: w.block("with-months").pop("when"), "rule", T + "body.with-months.when"),
    "a sentence put under a condition": (
        lambda w: wrapped(w, "closing-line", when="account.closing > 0"),
        "rule",
        T + "body.around",
    ),
    "a heading moved out of its condition": (
        lambda w: w.put(w.take("overdrawn-heading"), "key-facts"),
        "rule",
        T + "body.overdrawn-heading",
    ),
    "a row filter": (
        lambda w: w.block("transactions").update(where="entry.amount < 0"),
        "rule",
        T + "body.transactions.where",
    ),
    "another list": (lambda w: w.block("months").update(rows="account.transactions"), "rule", T + "body.months.rows"),
    "the start of a running total": (
        lambda w: w.block("transactions")["carry"].update(start="account.closing"),
        "rule",
        T + "body.transactions.carry.start",
    ),
    "a running total less": (lambda w: w.block("transactions").pop("carry"), "rule", T + "body.transactions.carry"),
    "money shown as a number": (
        lambda w: entry(w, 3).update(value="{{ entry.amount | number }}"),
        "rule",
        T + "body.transactions.columns.3.value",
    ),
    "the pattern of a date": (
        lambda w: entry(w, 0).update(value='{{ entry.booked | date(style="long") }}'),
        "rule",
        T + "body.transactions.columns.0.value",
    ),
    "a dropped currency": (
        lambda w: said(w, "summary", "{{ account.closing | money }}", "{{ account.closing | number(decimals=2) }}"),
        "rule",
        T + "body.summary.text",
    ),
    "another field in a sentence": (
        lambda w: said(w, "summary", "account.closing", "account.opening"),
        "rule",
        T + "body.summary.text",
    ),
    "what stands for an absent value": (
        lambda w: w.block("address")["lines"].__setitem__(0, '{{ customer.company or "-" }}'),
        "rule",
        T + "address.address.lines.0",
    ),
    "where a link leads": (
        lambda w: said(w, "closing-line", "mailto:{{ brand.email }}", "https://elsewhere.example"),
        "rule",
        T + "body.closing-line.text",
    ),
    "where a notification leads": (
        lambda w: w.template["messages"].update(deep_link="https://elsewhere.example"),
        "rule",
        T + "messages.deep_link",
    ),
    "a figure more": (
        lambda w: w.block("key-facts")["rows"].insert(
            0, {"label": "Rahmen", "value": "{{ account.credit_line | money }}"}
        ),
        "rule",
        T + "body.key-facts.rows.0",
    ),
    "the input of a clause": (
        lambda w: w.block("quarterly-closing")["with"].update(weeks="8"),
        "rule",
        T + "body.quarterly-closing.with",
    ),
    "a clause that follows instead of being pinned": (
        lambda w: (
            [w.block("statement-check").pop(name) for name in ("version", "hash")]
            and w.block("statement-check").update(follow="approved") is None
            and w.following.update({"statement-check": "1.0"})
        ),
        "rule",
        T + "body.statement-check.follow",
    ),
    "a clause mandatory in one channel more": (
        lambda w: w.block("guarantee").update(mandatory=["pdf", "email", "sms"]),
        "rule",
        T + "body.guarantee.mandatory",
    ),
    "a table in the short message": (
        lambda w: w.block("transactions")["channels"].update(sms="short"),
        "rule",
        T + "body.transactions.channels",
    ),
    "what a slot accepts": (
        lambda w: w.block("from-your-bank").update(accepts=["text"]),
        "rule",
        T + "body.from-your-bank.accepts",
    ),
    "the languages": (lambda w: w.template.update(languages=["de"]), "rule", T + "languages"),
    "two languages after each other": (lambda w: w.template.update(bilingual=["de", "en"]), "rule", T + "bilingual"),
    "the days it applies": (lambda w: w.template.update(effective={"from": "2026-02-01"}), "rule", T + "effective"),
    "the jurisdiction": (lambda w: w.template.update(jurisdiction="AT"), "rule", T + "jurisdiction"),
    "the brands it may appear under": (lambda w: w.template.update(brands=["ahorn"]), "rule", T + "brands"),
    "the order of blocks no longer bound": (lambda w: w.template.update(lock="open"), "rule", T + "lock"),
    "the days a clause applies": (
        lambda w: w.blocks["complaints 2.0"].update(effective={"from": "2027-03-01"}),
        "rule",
        B + "complaints effective.from",
    ),
    "required content less": (lambda w: w.document_class["required"].pop(0), "rule", C + "required.0"),
    "forbidden content less": (lambda w: w.document_class.update(forbidden=["image"]), "rule", C + "forbidden.1"),
    "the workflow of the class": (lambda w: w.document_class.update(workflow="marketing"), "rule", C + "workflow"),
    "the channels of the class": (lambda w: w.document_class["channels"].remove("sms"), "rule", C + "channels.2"),
    "the lock screen": (
        lambda w: w.document_class.update(personal_on_lock_screen=True),
        "rule",
        C + "personal_on_lock_screen",
    ),
    "who may see a field": (
        lambda w: account(w)["iban"].update(privacy="public"),
        "rule",
        D + "fields.account.fields.iban.privacy",
    ),
    "the words of a choice": (
        lambda w: w.dictionary["fields"]["customer"]["fields"]["salutation"]["choices"]["female"].update(de="Fräulein"),
        "rule",
        D + "fields.customer.fields.salutation.choices.female.de",
    ),
    "the form of all amounts": (lambda w: w.theme["locales"].update(de="de_CH"), "rule", S + "locales.de"),
}

DATA_CONTRACT: Edits = {
    "a required field more": (
        lambda w: account(w).update(branch={"type": "text"}),
        DATA,
        D + "fields.account.fields.branch",
    ),
    "an optional field more": (
        lambda w: account(w).update(branch={"type": "text", "required": False}),
        DATA,
        D + "fields.account.fields.branch",
    ),
    "another type": (
        lambda w: account(w)["number"].update(type="multiline"),
        DATA,
        D + "fields.account.fields.number.type",
    ),
    "narrower bounds": (
        lambda w: w.dictionary["fields"]["customer"]["fields"]["id"].update(max_length=20),
        DATA,
        D + "fields.customer.fields.id.max_length",
    ),
    "the decimals of text files": (
        lambda w: w.dictionary["text_formats"].update(decimal="1.234,56"),
        DATA,
        D + "text_formats.decimal",
    ),
    "the name of the data": (lambda w: w.template.update(dictionary="other"), DATA, T + "dictionary"),
}
