"""Small templates with one fault each, for the checks: every rule has one that breaks it."""

from __future__ import annotations

from content_blocks import specimen_world as world
from content_blocks.text import text_hash
from tests.content_blocks.unfit_case import (
    AS_CARD,
    LINES,
    PERSONAL_PUSH,
    PLAIN_USE,
    PRIVATE,
    REQUIRED,
    SAID,
    SLOT,
    TABLE,
    Case,
    column,
    wording_of,
)
from tests.content_blocks.worlds import clause, group, text

UNFIT: dict[str, Case] = {
    "a text without the language": Case(
        [text({"de": "a"}, "x", **SAID)], [("body.x.text", "text-language-missing")]
    ),
    "a title without the language": Case(
        [text("a", **SAID)], [("title", "text-language-missing")], change={"title": {"de": "a"}}
    ),
    "a bilingual body without one language": Case(
        [text({"en": "a"}, "x", **SAID)], [("body.x.text", "text-language-missing")], change={"bilingual": ["en", "de"]}
    ),
    "a stale translation": Case(
        [text({"en": "now", "de": "damals", "of": {"de": text_hash("before")}}, "x", **SAID)],
        [("body.x.text", "text-stale")],
        language="de",
    ),
    "no stamp": Case([text({"en": "a", "de": "b"}, **SAID)], [("body.t.text", "text-unstamped")], language="de"),
    "a content block without the language": Case(
        [clause()], [("body.clause", "block-language-missing")], clause={"short": {"de": "a"}}
    ),
    "a stale content block": Case(
        [clause(**PLAIN_USE)],
        [("body.clause.long.inner.text", "text-stale")],
        clause=wording_of({"en": "a", "de": "b", "of": {"de": text_hash("c")}}, short="s"),
        language="de",
    ),
    "fields nobody knows": Case([text("{{ my.age }}{{ me }}", "x", **SAID)], [("body.x.text", "path-unknown")] * 2),
    "a field nobody knows, in the other language": Case(
        [text({"en": "a", "de": "{{ customer.age }}"}, "x", **SAID)], [("body.x.text", "path-unknown")]
    ),
    "a field of a list, alone": Case(
        [text("{{ account.cards.number }}", "x", **SAID)], [("body.x.text", "path-in-list")]
    ),
    "a format for another type": Case(
        [text("{{ customer.name | money }}", "x", **SAID)], [("body.x.text", "format-other-type")]
    ),
    "an optional field without a stand-in": Case(
        [text("{{ nick }}", "x", **SAID)],
        [("body.x.text", "optional-needs-or")],
        fields={"nick": {"type": "text", "required": False}},
    ),
    "a condition that is none": Case(
        [group("g", text("a", **SAID), when="account.due")], [("body.g.when", "condition-not-boolean")]
    ),
    "a list as a value": Case([text("{{ account.cards }}", "x", **SAID)], [("body.x.text", "path-is-list")]),
    "a group as a value": Case([text("{{ account }}", "x", **SAID)], [("body.x.text", "path-is-group")]),
    "a salutation of nobody": Case(
        [text("{{ account | salutation }}", "x", **SAID)], [("body.x.text", "path-is-group")]
    ),
    "a vain slot": Case([{**SLOT, "accepts": ["x"]}, text("", **SAID)], [("body.s.accepts", "block-type-unknown")]),
    "a list that is none": Case(
        [group("g", text("a", **SAID), each="customer.name", **{"as": "c"})], [("body.g.each", "list-path")]
    ),
    "a name that is only known inside": Case(
        [group("g", text("a", **SAID), **AS_CARD), text("{{ card.holder }}", "x", **SAID)],
        [("body.x.text", "path-unknown")],
    ),
    "an element in a total": Case(
        [{**TABLE, **SAID, "columns": column("{{ entry.amount }}", "{{ entry.amount }}")}],
        [("body.t.columns.0.total", "path-unknown")],
    ),
    "rows in a cell": Case(
        [{**TABLE, **SAID, "columns": column("{{ count(rows) }}")}], [("body.t.columns.0.value", "path-unknown")]
    ),
    "a message line about nothing": Case(
        [text("a", **SAID)], [("messages.sms", "path-unknown")], change={"messages": {"sms": "{{ other }}"}}
    ),
    "a fact the brand does not have": Case(
        [text("{{ brand.motto }}", "x", **SAID)], [("body.x.text", "brand-fact-unknown")]
    ),
    "a field of the record in a content block": Case(
        [clause(**PLAIN_USE)],
        [("body.clause.long.inner.text", "name-not-in-block")],
        clause=wording_of("{{ account.due }}", short="s"),
    ),
    "an input that is not declared, in a short form": Case(
        [clause(**PLAIN_USE)],
        [("body.clause.short", "name-not-in-block")],
        clause=wording_of("a", short="{{ input.limit }}"),
    ),
    "a link that is no address": Case(
        [text("[a]({{ customer.name }})", "x", **SAID)], [("body.x.text", "link-address")]
    ),
    "a button that leads to no address": Case(
        [{"type": "button", "id": "x", "label": "a", "url": "{{ customer.email }}", **SAID}],
        [("body.x.url", "link-address")],
    ),
    "a name that is taken by the record": Case(
        [group("g", text("a", **SAID), each="account.cards", **{"as": "customer"})], [("body.g.as", "name-taken")]
    ),
    "a name that is taken by the group around": Case(
        [group("g", group("h", text("a", **SAID), each="account.months", **{"as": "card"}), **AS_CARD)],
        [("body.h.as", "name-taken")],
    ),
    "a name that is taken by the house": Case(
        [{**TABLE, **SAID, "as": "rows", "columns": column("{{ rows.amount }}")}], [("body.t.as", "name-taken")]
    ),
    "a field called as the house calls something": Case(
        [text("a", **SAID)], [("dictionary", "name-taken")], fields={"brand": {"type": "text"}}
    ),
    "a condition that never holds": Case(
        [group("g", text("a", **SAID), when="1 > 2")], [("body.g", "condition-unreachable")]
    ),
    "a list repeated in itself": Case(
        [group("g", group("h", text("a", **SAID), **AS_CARD), **AS_CARD)], [("body.h.as", "name-taken")]
    ),
    "conditions that never hold together": Case(
        [
            group(
                "g",
                group("h", text("a", **SAID), when="customer.city == 'Bonn'"),
                when="customer.city == 'Berlin'",
            )
        ],
        [("body.h", "condition-unreachable")],
    ),
    "an input that is not mapped": Case([clause(inputs={})], [("body.clause.with.limit", "input-missing")]),
    "an input that is not declared": Case(
        [clause(inputs={"limit": "account.limit", "other": "1"})], [("body.clause.with.other", "input-unknown")]
    ),
    "an input of another type": Case(
        [clause(inputs={"limit": "customer.name"})], [("body.clause.with.limit", "input-type")]
    ),
    "an input from a date": Case(
        [clause(inputs={"limit": "account.opened"})], [("body.clause.with.limit", "input-type")]
    ),
    "an input in another currency": Case(
        [clause(inputs={"limit": "francs"})],
        [("body.clause.with.limit", "input-currency")],
        fields={"francs": {"type": "money", "currency": "CHF"}},
    ),
    "a constant out of bounds": Case(
        [clause(inputs={"limit": "99999.99"})], [("body.clause.with.limit", "input-out-of-bounds")]
    ),
    "a gap that is not filled": Case([clause(blanks={})], [("body.clause.blanks.hours", "blank-missing")]),
    "a gap filled with what nobody sees": Case(
        [clause(blanks={"hours": "\u200b\u3164"})], [("body.clause.blanks.hours", "blank-missing")]
    ),
    "an input that says nothing": Case(
        [clause(inputs={"limit": "'\u200b'"}, blanks={})],
        [("body.clause.with.limit", "input-empty")],
        clause=wording_of("a", inputs={"limit": {"type": "text", "label": "L"}}, short="s"),
    ),
    "a sentence as an input": Case(
        [clause(inputs={"limit": f"'{'x' * 81}'"}, blanks={})],
        [("body.clause.with.limit", "input-too-long")],
        clause=wording_of("a", inputs={"limit": {"type": "text", "label": "L"}}, short="s"),
    ),
    "a gap that is not there": Case(
        [clause(blanks={"hours": "a", "days": "b"})], [("body.clause.blanks.days", "blank-unknown")]
    ),
    "a gap filled with data": Case(
        [clause(blanks={"hours": "{{ customer.city }}"})], [("body.clause.blanks.hours", "blank-placeholder")]
    ),
    "a gap filled with lines": Case(
        [clause(blanks={"hours": "a\nb"})], [("body.clause.blanks.hours", "blank-placeholder")]
    ),
    "an overfull gap": Case([clause(blanks={"hours": "x" * 41})], [("body.clause.blanks.hours", "blank-too-long")]),
    "a review that is due": Case(
        [clause()], [("body.clause", "block-review-due")], clause={"review_by": "2026-11-01"}
    ),
    "a version that ends": Case(
        [clause()], [("body.clause", "block-ending")], clause={"effective": {"until": "2026-12-01"}}
    ),
    "another jurisdiction": Case([clause()], [("body.clause", "block-jurisdiction")], change={"jurisdiction": "FR"}),
    "a clause with a short form of its own": Case([clause(short="Mine.")], [("body.clause.short", "clause-short")]),
    "required content that is missing": Case([text("a", **SAID)], [("body", "required-missing")], kind=REQUIRED),
    "required content under a condition": Case(
        [group("g", clause(), when="account.due > 0")], [("body.clause", "required-conditional")], kind=REQUIRED
    ),
    "required content in a repetition": Case(
        [group("g", clause(), **AS_CARD)], [("body.clause", "required-conditional")], kind=REQUIRED
    ),
    "required content under another condition than the class's": Case(
        [group("g", clause(), when="account.due > 0")],
        [("body.clause", "required-conditional")],
        kind={"required": [{"block": "specimen-clause", "when": "account.due > 9"}]},
    ),
    "required content not first": Case(
        [text("a", **SAID), clause()],
        [("body.clause", "required-place")],
        kind={"required": [{"block": "specimen-clause", "place": "first"}]},
    ),
    "required content not last": Case(
        [clause(), text("a", **SAID)],
        [("body.clause", "required-place")],
        kind={"required": [{"block": "specimen-clause", "place": "last"}]},
    ),
    "required content left out of a channel": Case(
        [clause(channels={"email": "absent"})], [("body.clause.channels.email", "mandatory-absent")], kind=REQUIRED
    ),
    "a forbidden type": Case(
        [{"type": "divider", "id": "x"}, text("a", **SAID)],
        [("body.x", "type-forbidden")],
        kind={"forbidden": ["divider"]},
    ),
    "a forbidden type in a content block": Case(
        [clause()],
        [("body.clause.long.x", "type-forbidden")],
        clause={"long": [*world.CLAUSE["long"], {"type": "divider", "id": "x"}]},
        kind={"forbidden": ["divider"]},
    ),
    "a forbidden type that does not exist": Case(
        [text("a", **SAID)], [("class", "block-type-unknown")], kind={"forbidden": ["pictures"]}
    ),
    "no way to unsubscribe": Case(
        [text("a", **SAID)], [("messages.unsubscribe", "unsubscribe-missing")], kind={"unsubscribe": True}
    ),
    "personal data on a lock screen": Case(
        [text("a")],
        [(f"messages.{name}", "push-personal") for name in PERSONAL_PUSH],
        change={"messages": {"sms": "a", **PERSONAL_PUSH}},
        kind=PRIVATE,
    ),
    "a personal title on a lock screen": Case(
        [text("a")],
        [("title", "push-personal")],
        change={"title": "{{ customer.name }}", "messages": {"sms": "a", "push_body": "b"}},
        kind=PRIVATE,
    ),
    "a personal short form on a lock screen": Case(
        [text("a", "x", short="{{ customer.name }}")], [("body.x.short", "push-personal")], kind=PRIVATE
    ),
    "a personal mandatory short form after a push line": Case(
        [text("a", "x", short="{{ customer.name }}", mandatory=["push"]), text("a", "y", short="{{ customer.name }}")],
        [("body.x.short", "push-personal")],
        change=LINES,
        kind=PRIVATE,
    ),
    "a personal input in a clause on a lock screen": Case(
        [clause(inputs={"limit": "account.due"})],
        [("body.clause.short", "push-personal")],
        kind=PRIVATE,
    ),
    "mandatory without a short form": Case(
        [text("a", "x", mandatory=["sms"])], [("body.x.short", "short-missing")], change=LINES
    ),
    "a clause without a short form where the class demands one": Case(
        [clause(**PLAIN_USE)],
        [("body.clause.short", "short-missing")],
        change=LINES,
        clause=wording_of("a", short=None),
        kind={"required": [{"block": "specimen-clause", "channels": ["push"]}]},
    ),
    "a short form that is asked for and not there": Case(
        [text("a", "x", channels={"email": "short"})], [("body.x.short", "short-missing")], change=LINES
    ),
    "mandatory in a header that a letter of one page has not": Case(
        [text("a", "x", **SAID)],
        [("header_next.clause.channels.pdf", "mandatory-absent")],
        change={"header_next": [clause()]},
        kind=REQUIRED,
    ),
    "mandatory and absent": Case(
        [text("a", "x", mandatory=["pdf"], channels={"pdf": "absent"})],
        [("body.x.channels.pdf", "mandatory-absent")],
        change=LINES,
    ),
    "rows without a sentence": Case(
        [{**TABLE, "channels": {"email": {"form": "rows", "rows": 3}}}],
        [("body.t.channels.email", "rows-need-more")],
        change=LINES,
    ),
    "rows of what has none": Case(
        [text("a", "x", channels={"email": {"form": "rows", "rows": 3, "more": "m"}})],
        [("body.x.channels.email", "rows-need-more")],
        change=LINES,
    ),
    "a channel form inside a panel": Case(
        [{"type": "panel", "id": "p", "blocks": [text("a", "x", channels={"pdf": "absent"})], **SAID}],
        [("body.x.channels", "form-without-effect")],
    ),
    "a duty of a group": Case(
        [group("g", text("a", **SAID), mandatory=True)], [("body.g.mandatory", "form-without-effect")]
    ),
    "a short form inside a content block": Case(
        [clause()],
        [("body.clause.long.guarantee.short", "form-without-effect")],
        clause={"long": [{**world.CLAUSE["long"][0], "short": "s"}]},
    ),
    "a page number in the body": Case(
        [text("{{ page }}", "x", **SAID)], [("body.x.text", "page-number-here")]
    ),
    "a page number in a message": Case(
        [text("a", **SAID)], [("messages.subject", "page-number-here")], change={"messages": {"subject": "{{ pages }}"}}
    ),
    "a silent channel": Case(
        [text("a")], [("messages.sms", "channel-silent"), ("messages.push_body", "channel-silent")]
    ),
    "headings that jump": Case(
        [{"type": "heading", "id": "h", "level": 2, "text": "a", **SAID}], [("body.h", "heading-jumps")]
    ),
    "headings that jump in a content block": Case(
        [clause()],
        [("body.clause.long.h", "heading-jumps")],
        clause={"long": [{"type": "heading", "id": "h", "level": 3, "text": "a"}, *world.CLAUSE["long"]]},
    ),
}  # fmt: skip
