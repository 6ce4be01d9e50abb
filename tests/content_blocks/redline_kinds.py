"""Kinds of change, each as two versions of a small letter or of what belongs to it; the goldens show their redlines."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from content_blocks import specimen_world as world
from content_blocks.content_block import ContentBlock
from content_blocks.dictionary import Dictionary
from content_blocks.document_class import DocumentClass
from content_blocks.item import read_item
from content_blocks.redline import Redline, redline, redline_of_texts
from content_blocks.template import Template
from content_blocks.theme import Theme
from tests.content_blocks.worlds import AHORN

Content = dict[str, Any]

LETTER: Content = {
    **world.TEMPLATE,
    "title": {"en": "Overdraft", "de": "Überziehung"},
    "brands": ["ahorn"],
    "messages": {"subject": {"en": "Your account is overdrawn", "de": "Ihr Konto ist überzogen"}},
    "body": [
        {
            "type": "heading",
            "id": "headline",
            "text": {"en": "Your account is overdrawn", "de": "Ihr Konto ist im Minus"},
        },
        {
            "type": "text",
            "id": "demand",
            "text": {
                "en": "Please pay **{{ account.due | money }}** within 14 days, by 30 June 2026 at the latest. "
                "A fee of EUR 1,250.00 or 5.5 % is charged otherwise. See [our fees](https://bank.example/fees).",
                "de": "Bitte zahlen Sie **{{ account.due | money }}** binnen 14 Tagen, spätestens zum 30.06.2026. "
                "Andernfalls fällt ein Entgelt von 1.250,00 € oder 5,5 % an. Siehe "
                "[unser Preisverzeichnis](https://bank.example/preise).",
            },
        },
        {
            "type": "group",
            "id": "overdrawn",
            "when": "account.balance < 0 and customer.city == 'Berlin'",
            "blocks": [
                {
                    "type": "text",
                    "id": "warning",
                    "text": {"en": "We may block your card.", "de": "Wir können Ihre Karte sperren."},
                }
            ],
        },
        {
            "type": "table",
            "id": "entries",
            "caption": {"en": "Transactions", "de": "Buchungen"},
            "rows": "account.transactions",
            "as": "entry",
            "columns": [
                {"id": "day", "label": {"en": "Date", "de": "Datum"}, "value": "{{ entry.booked | date }}"},
                {"id": "text", "label": {"en": "Details", "de": "Zweck"}, "value": "{{ entry.text }}"},
                {"id": "amount", "label": {"en": "Amount", "de": "Betrag"}, "value": "{{ entry.amount | money }}"},
            ],
        },
        {
            "type": "list",
            "id": "steps",
            "items": [
                {"en": "Check every entry.", "de": "Prüfen Sie jede Buchung."},
                {"en": "Pay the amount due.", "de": "Zahlen Sie den fälligen Betrag."},
                {"en": "Call us with questions.", "de": "Rufen Sie uns bei Fragen an."},
            ],
        },
        {
            "type": "clause",
            "id": "guarantee",
            "block": "specimen-clause",
            "version": "1.0",
            "hash": "1f" * 32,
            "with": {"limit": "account.limit"},
            "blanks": {"hours": {"en": "9 am to 5 pm", "de": "9 bis 17 Uhr"}},
            "mandatory": ["pdf", "email"],
        },
        {
            "type": "signature",
            "id": "signature",
            "closing": {"en": "Yours sincerely", "de": "Mit freundlichen Grüßen"},
            "name": "Henrike Öztürk-Lindqvist",
        },
    ],
    "footer": [{"type": "text", "id": "imprint", "tone": "small", "text": "{{ brand.name }}"}],
}

HEADLINE, DEMAND, OVERDRAWN, ENTRIES, STEPS, GUARANTEE, SIGNATURE = range(7)


def _set(number: int, **fields: Any) -> Callable[[Content], object]:
    """Some fields of a block are other ones."""
    return lambda letter: letter["body"][number].update(fields)


def _say(en: tuple[str, str], de: tuple[str, str] | None = None) -> Callable[[Content], object]:
    """Some words of the demand are other ones."""

    def edit(letter: Content) -> None:
        text = letter["body"][DEMAND]["text"]
        text["en"] = _replaced(text["en"], en)
        text["de"] = _replaced(text["de"], de) if de else text["de"]

    return edit


def _replaced(text: str, words: tuple[str, str]) -> str:
    assert words[0] in text
    return text.replace(*words)


def _move(number: int, to: int) -> Callable[[Content], object]:
    return lambda letter: letter["body"].insert(to, letter["body"].pop(number))


def _wrap(number: int, group: Content) -> Callable[[Content], object]:
    def edit(letter: Content) -> None:
        letter["body"][number] = {"type": "group", **group, "blocks": [letter["body"][number]]}

    return edit


def _columns(*order: int, **more: Any) -> Callable[[Content], object]:
    def edit(letter: Content) -> None:
        columns = letter["body"][ENTRIES]["columns"]
        new = [{"id": "running", "label": {"en": "Balance", "de": "Saldo"}, "value": "{{ account.balance | money }}"}]
        letter["body"][ENTRIES]["columns"] = [(columns + new)[number] for number in order]
        columns[0] |= more

    return edit


def _both(*edits: Callable[[Content], object]) -> Callable[[Content], object]:
    return lambda letter: [edit(letter) for edit in edits]


def _items(*texts: Content) -> Callable[[Content], object]:
    return _set(STEPS, items=list(texts))


_STEPS: list[Content] = LETTER["body"][STEPS]["items"]
_DIFFERENT_ENTRY = {"en": "Tell us within **six weeks**.", "de": "Melden Sie sich binnen **sechs Wochen**."}

LETTER_EDITS: Mapping[str, Callable[[Content], object]] = {
    "word replaced": _say(("at the latest", "without fail")),
    "number, date and amount replaced": _say(
        (
            "14 days, by 30 June 2026 at the latest. A fee of EUR 1,250.00 or 5.5 %",
            "21 days, by 7 July 2026 at the latest. A fee of EUR 1,500.00 or 6 %",
        ),
        (
            "14 Tagen, spätestens zum 30.06.2026. Andernfalls fällt ein Entgelt von 1.250,00 € oder 5,5 %",
            "21 Tagen, spätestens zum 07.07.2026. Andernfalls fällt ein Entgelt von 1.500,00 € oder 6 %",
        ),
    ),
    "sentence rewritten": _say(
        (
            "A fee of EUR 1,250.00 or 5.5 % is charged otherwise.",
            "If you do not, we have to charge you the late fee of our list of prices.",
        ),
        (
            "Andernfalls fällt ein Entgelt von 1.250,00 € oder 5,5 % an.",
            "Tun Sie das nicht, müssen wir Ihnen die Gebühr nach dem Preisverzeichnis berechnen.",
        ),
    ),
    "sentence added": _say(
        ("latest. ", "latest. Partial payments are welcome. "),
        ("30.06.2026. ", "30.06.2026. Teilzahlungen sind möglich. "),
    ),
    "one word struck out": lambda letter: letter["body"][OVERDRAWN]["blocks"][0]["text"].update(
        en="We block your card."
    ),
    "only one language": _say(("Please pay", "We ask you to pay")),
    "emphasis": _say(
        ("by 30 June 2026", "**by 30 June 2026**"), ("**{{ account.due | money }}**", "{{ account.due | money }}")
    ),
    "link target": _say(
        ("bank.example/fees", "bank.example/prices-2026"), ("bank.example/preise", "bank.example/preise-2026")
    ),
    "line break": _say(("latest. A", "latest.\\\nA"), ("30.06.2026. A", "30.06.2026.\\\nA")),
    "format of a placeholder": _say(
        ("due | money", "due | money(decimals=0)"), ("due | money", "due | money(decimals=0)")
    ),
    "another placeholder": _say(("account.due", "account.balance"), ("account.due", "account.balance")),
    "constant in a condition": _set(OVERDRAWN, when="account.balance < -50 and customer.city == 'Berlin'"),
    "and became or": _set(OVERDRAWN, when="account.balance < 0 or customer.city == 'Berlin'"),
    "value among others": _set(OVERDRAWN, when="account.balance < 0 and customer.city in ['Berlin', 'Wien']"),
    "condition more": _set(
        OVERDRAWN, when="account.balance < 0 and customer.city == 'Berlin' and count(account.cards) > 1"
    ),
    "condition gone": lambda letter: letter["body"][OVERDRAWN].pop("when"),
    "repeated over a list": _set(OVERDRAWN, each="account.cards", **{"as": "card"}),
    "list path and filter of a table": _set(ENTRIES, rows="account.months", where="entry.amount < 0"),
    "column added, moved and changed": _columns(2, 1, 0, 3, width=24, kind="date"),
    "column removed": _columns(0, 2),
    "channel form": _set(
        ENTRIES, channels={"sms": "absent", "email": {"form": "rows", "rows": 3, "more": "{{ hidden }} more."}}
    ),
    "mandatory": _set(GUARANTEE, mandatory=True),
    "lock mode": _set(GUARANTEE, lock="blanks"),
    "pinned to another version": _set(GUARANTEE, version="1.1", hash="2e" * 32),
    "following instead of pinned": lambda letter: letter["body"][GUARANTEE].update(
        version=None, hash=None, follow="approved"
    ),
    "input and blank of a clause": _set(
        GUARANTEE, **{"with": {"limit": "120000"}}, blanks={"hours": {"en": "8 am to 8 pm", "de": "8 bis 20 Uhr"}}
    ),
    "block added": lambda letter: letter["body"].insert(
        2,
        {
            "type": "text",
            "id": "thanks",
            "tone": "lead",
            "text": {"en": "Thank you **very** much.", "de": "Vielen **Dank**."},
        },
    ),
    "block removed": lambda letter: letter["body"].pop(OVERDRAWN),
    "block moved to the end": _move(STEPS, 6),
    "block moved and changed": _both(
        _say(("Please pay", "You have to pay"), ("Bitte zahlen Sie", "Zahlen Sie")), _move(DEMAND, 5)
    ),
    "block moved to another region": lambda letter: letter["footer"].append(letter["body"].pop(SIGNATURE)),
    "block put under a condition": _wrap(GUARANTEE, {"id": "only-rich", "when": "account.balance > 100000"}),
    "block of another type": lambda letter: letter["body"].__setitem__(
        HEADLINE, {**letter["body"][HEADLINE], "type": "text", "tone": "lead"}
    ),
    "points inserted and moved": _items(_DIFFERENT_ENTRY, _STEPS[1], _STEPS[0], _STEPS[2]),
    "message lines": lambda letter: letter["messages"].update(
        subject={"en": "Please balance your account", "de": "Bitte gleichen Sie Ihr Konto aus"},
        sms={"en": "Please pay {{ account.due | money }}.", "de": "Bitte zahlen Sie {{ account.due | money }}."},
    ),
    "dates, languages and brands": lambda letter: letter.update(
        effective={"from": "2027-01-01", "until": "2027-12-31"},
        languages=["en", "de", "fr"],
        brands=["wieland", "ahorn"],
    ),
    "translation confirmed": lambda letter: letter["body"][DEMAND]["text"].update(of={"de": "48ba77a3ad97"}),
}


def letter(edit: Callable[[Content], object] = lambda _: None) -> Template:
    """The letter, edited."""
    content = copy.deepcopy(LETTER)
    edit(content)
    return read_item(Template, content)


def _clause() -> Redline:
    edited = copy.deepcopy(world.CLAUSE)
    edited |= {
        "version": "1.1",
        "citation": "Directive 2014/49/EU, Art. 6(1)",
        "review_by": "2028-06-30",
        "jurisdiction": ["DE"],
    }
    edited["inputs"]["limit"] |= {"min": "50000", "max": "250000"}
    edited["inputs"]["day"] = {"type": "date", "label": {"en": "Day", "de": "Tag"}}
    edited["blanks"]["hours"]["max_length"] = 60
    edited["long"][0]["text"]["en"] = edited["long"][0]["text"]["en"].replace("statutory guarantee scheme", "law")
    edited["short"]["de"] = "Einlagen sind nur bis {{ input.limit | money }} geschützt."
    return redline(read_item(ContentBlock, world.CLAUSE), read_item(ContentBlock, edited))


def _dictionary() -> Redline:
    before = copy.deepcopy(world.DICTIONARY)
    account = before["fields"]["account"]["fields"]
    account["limit"]["label"] = {"en": "Credit limit", "de": "Kreditrahmen"}
    account["cards"]["label"] = {"en": "Cards", "de": "Karten"}
    after = copy.deepcopy(before)
    account = after["fields"]["account"]["fields"]
    account["credit_limit"], account["bank_cards"] = account.pop("limit"), account.pop("cards")
    account["due"] |= {"required": False, "privacy": "sensitive"}
    account["opened"] = {"type": "text", "max_length": 30}
    account["closed"] = {"type": "date", "label": {"en": "Closed on", "de": "Geschlossen am"}, "required": False}
    del account["peak_month"]
    after |= {"version": "2.0", "text_formats": {"decimal": "1.234,56"}}
    return redline(read_item(Dictionary, before), read_item(Dictionary, after))


def _document_class() -> Redline:
    required = [{"block": "deposit-guarantee"}, {"block": "complaints", "place": "last", "channels": ["pdf"]}]
    before = {**world.DOCUMENT_CLASS, "required": required}
    after = copy.deepcopy(
        {
            **before,
            "version": "1.1",
            "attach_pdf": True,
            "personal_on_lock_screen": False,
            "retention_years": 6,
            "workflow": "short",
        }
    )
    after["required"] = [
        {"block": "data-protection", "languages": ["de"], "when": "account.balance > 0"},
        {"block": "complaints", "place": "last", "channels": ["pdf", "email"]},
        required[0],
    ]
    return redline(read_item(DocumentClass, before), read_item(DocumentClass, after))


def _theme() -> Redline:
    after = AHORN.theme.model_dump(by_alias=True)
    after |= {"version": "1.1"}
    after["palette"]["accent"] = "#1a2b3c"
    after["type"]["body"] = "11pt"
    after["labels"]["de"]["page_of"] = "Blatt {page} von {pages}"
    after["mail"]["corners"] = "square" if after["mail"]["corners"] == "round" else "round"
    return redline(AHORN.theme, read_item(Theme, after))


def _renditions() -> Redline:
    page = "Dear Ms Çelik,\n\nplease pay 138.80 EUR within 14\ndays. Thank you.\n\nYours sincerely"
    before = {"pdf": page, "sms": "Ahornbank: pay 138.80 EUR by 30 June.\nThanks", "push": "Please pay"}
    after = {
        "pdf": page.replace("within 14\ndays", "within\n21 days"),
        "sms": "Ahornbank: pay 183.80 EUR by 7 July.\nThanks",
        "email": "Please pay 183.80 EUR.",
    }
    return redline_of_texts(before, after, "en")


KINDS: Mapping[str, Callable[[], Redline]] = {
    **{name: lambda edit=edit: redline(letter(), letter(edit)) for name, edit in LETTER_EDITS.items()},  # type: ignore[misc]
    "content block": _clause,
    "data dictionary": _dictionary,
    "document class": _document_class,
    "theme": _theme,
    "renditions": _renditions,
}
