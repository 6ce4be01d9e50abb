"""Every template of the library composes for every persona, in every language, under every brand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from ccm.personas import Persona, persona
from content_blocks.document import Document
from content_blocks.parts import Table
from renderers import push, sms
from tests.golden import Golden
from tests.templates_store.shipped import BRANDS, CASES, LANGUAGES, LIBRARY, NAMES, TEMPLATES, composed


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("template", "case"), CASES, ids=NAMES)
def test_every_persona_composes(template: str, case: Persona, language: str, brand: str) -> None:
    document = composed(template, case, language, brand)
    there = {piece.id for _, piece in document.pieces()}
    assert set(case.expect.present) <= there
    assert not set(case.expect.absent) & there
    assert {piece.language for _, piece in document.pieces()} == {language}


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_has_personas_and_two_languages(template: str) -> None:
    cases = [case for name, case in CASES if name == template]
    assert len(cases) >= 3
    spoken = {str(record["customer"]["language"]) for case in cases if (record := plain(case.record))}
    assert spoken == set(LANGUAGES)


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_short_messages_read_as_they_did(template: str, golden: Golden) -> None:
    texts = [
        f"== {case.name} · {language}\n{messages(composed(template, case, language, 'ahorn'))}"
        for name, case in CASES
        for language in LANGUAGES
        if name == template
    ]
    golden(f"library/{template}.short.txt", "\n\n".join(texts))


@pytest.mark.parametrize(("count", "last"), [(0, None), (1, "1.203,50 €"), (40, "1.164,50 €"), (2000, "-795,50 €")])
def test_a_statement_has_a_row_for_each_transaction(count: int, last: str | None) -> None:
    case = persona(LIBRARY, "account-statement", "typical")
    document = composed("account-statement", case.model_copy(update={"record": statement(case, count)}), "de", "ahorn")
    tables = [part for _, piece in document.pieces() for part in piece.parts if isinstance(part, Table)]
    assert [len(table.rows) for table in tables] == ([count] if count else [])
    running = [table.carry.after[-1].replace("\N{NO-BREAK SPACE}", " ") for table in tables if table.carry]
    assert running == ([last] if last else [])


def statement(case: Persona, count: int) -> dict[str, object]:
    """The record of a statement with so many transactions of one euro each."""
    record = plain(case.record)
    account = dict(record["account"])
    first = date(2026, 10, 1)
    account["transactions"] = [
        {"booked": (first + timedelta(days=n % 31)).isoformat(), "text": f"Buchung {n}", "amount": "-1.00"}
        for n in range(count)
    ]
    account |= {"credits": "0.00", "debits": f"{-count}.00" if count else "0.00"}
    account["closing"] = str(Decimal(account["opening"]) - count)
    return {**record, "account": account}


def messages(document: Document) -> str:
    """What the short channels say."""
    text, note = sms.render(document), push.render(document)
    return f"SMS, {text.measures['segments']} segments\n{text.text}\nPush\n{note.text}"


def plain(record: dict[str, object]) -> dict[str, Any]:
    """A record whose groups may be looked into."""
    return dict(record)
