"""Documents made by hand for the short channels: a bank's statement notice, and what a test changes about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from content_blocks.document import ChannelName, Document, Form, LockMode, Messages, Piece, Recipient, RegionName, Rules
from content_blocks.parts import Filled, Paragraph, Part, Privacy, Run, Runs, words

RECIPIENT = Recipient(
    id="C-1001", name="Jürgen Groß", phone="+4915112345678", push_token="tok:EN-1", push_platform="fcm"
)


def value(text: str, field: str = "customer.name", privacy: Privacy = "personal", locked: bool = False) -> Run:
    """A filled run."""
    return Run(text, filled=Filled(field, "text", text, privacy, locked))


def amount(text: str = "1.234,56\u00a0€", locked: bool = False) -> Run:
    """A filled amount of money, as a German format writes it."""
    return Run(text, filled=Filled("account.balance", "money", Decimal("1234.56"), "personal", locked))


def piece(
    id: str,
    short: Runs | str = "",
    *,
    mandatory: Iterable[ChannelName] = (),
    lock: LockMode = "open",
    forms: Mapping[ChannelName, Form] | None = None,
    parts: tuple[Part, ...] = (),
) -> Piece:
    """A piece with a short sentence."""
    runs = words(short) if isinstance(short, str) else short
    return Piece(id, parts or (Paragraph(runs),), "de", runs, None, lock, tuple(mandatory), dict(forms or {}))


def document(
    *body: Piece,
    sms: Runs | str = "",
    push_title: Runs | str = "",
    push_body: Runs | str = "",
    regions: Mapping[RegionName, tuple[Piece, ...]] | None = None,
    recipient: Recipient = RECIPIENT,
    rules: Rules | None = None,
    **changes: Any,
) -> Document:
    """A document with these pieces in its body."""
    lines = [words(line) if isinstance(line, str) else line for line in (sms, push_title, push_body)]
    made = Document(
        template="account_statement",
        version="1.0",
        bundle="0" * 64,
        theme="linden",
        language="de",
        as_of=date(2026, 3, 31),
        title="Kontoauszug",
        recipient=recipient,
        regions={**(regions or {}), "body": body},
        messages=Messages(sms=lines[0], push_title=lines[1], push_body=lines[2]),
        rules=rules or Rules(deep_link="https://bank.example/app/statements"),
    )
    return replace(made, **changes)


def statement() -> Document:
    """The notice that a statement is there: a message line, a locked mandatory clause, and what stays in the letter."""
    clause = piece(
        "objection",
        (Run("Widerspruch binnen 6 Wochen, siehe "), Run("AGB", link="https://bank.example/agb"), Run(".")),
        mandatory=("pdf", "email", "sms", "push"),
        lock="locked",
    )
    others = [piece(f"text-{number}", "Ein Satz aus dem Brief.") for number in range(10)]
    return document(
        *others,
        clause,
        sms=(Run("Guten Tag "), value("Jürgen Groß"), Run(" – Ihr Saldo: "), amount(), Run(".")),
        push_title="Neuer Kontoauszug",
        push_body="Ihr Kontoauszug für März 2026 liegt bereit.",
    )
