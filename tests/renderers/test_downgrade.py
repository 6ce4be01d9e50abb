"""Typographic characters in text messages: plain where that saves money and nobody's approved wording changes."""

from __future__ import annotations

import pytest

from content_blocks.document import LockMode
from content_blocks.parts import Run, Runs
from renderers.gsm import fits_gsm7
from renderers.short_text import plan
from renderers.sms import thriftiest
from tests.renderers.short_documents import amount, document, piece, value


def sent(runs: Runs, lock: LockMode = "open") -> str:
    """The text that is sent for a piece with these words."""
    return thriftiest(plan(document(piece("a", runs, lock=lock)), "sms", ()).passages).text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("1.234,56\u00a0€", "1.234,56 €"),
        ("1\u202f234\u2009567", "1 234 567"),
        ("„Konto“ – ‚heute‘", "\"Konto\" - 'heute'"),
        ("“Don’t”", '"Don\'t"'),
        ("«oui» ‹non›", "\"oui\" 'non'"),
        ("1–2 — 3‑4 −5", "1-2 - 3-4 -5"),
        ("und so weiter…", "und so weiter..."),
        ("• eins · zwei", "- eins - zwei"),
        ("••••\u00a01234", "**** 1234"),
        ("Donau\u00addampf\u200bschiff\ufeff", "Donaudampfschiff"),
        ("3 × 2", "3 x 2"),
        ("a\tb", "a b"),
    ],
)
def test_business_text_becomes_plain(written: str, plain: str) -> None:
    assert sent((Run(written),)) == plain
    assert fits_gsm7(plain)


@pytest.mark.parametrize("text", ["„ж“ – 1\u00a0€…", "„Ça va?“ – ça\u00a0va", "Hallo\u00a0😀 – „du“"])
def test_what_needs_ucs2_anyway_keeps_its_typography(text: str) -> None:
    assert sent((Run(text),)) == text


@pytest.mark.parametrize("lock", ["locked", "blanks"])
def test_the_wording_of_compliance_stays_to_the_character(lock: LockMode) -> None:
    assert sent((Run("Zins – „fest“"),), lock) == "Zins – „fest“"


def test_words_that_their_author_may_change_become_plain() -> None:
    assert sent((Run("Zins – „fest“"),), "text") == 'Zins - "fest"'


def test_only_the_spaces_of_a_locked_value_change() -> None:
    assert sent((Run("Saldo: "), amount("1.234,56\u00a0€", locked=True)), "locked") == "Saldo: 1.234,56 €"
    assert sent((value("A–B\u00a0C", locked=True),), "locked") == "A–B\u00a0C", "a dash would remain, so nothing is won"


def test_a_value_that_is_not_locked_becomes_plain_within_locked_wording() -> None:
    assert sent((Run("Tarif "), value("Giro – „Plus“")), "locked") == 'Tarif Giro - "Plus"'


def test_names_keep_their_letters() -> None:
    assert sent((Run("Für "), value("François Ångström"))) == "Für François Ångström"
    assert sent((Run("Für "), value("Seán O’Neill"))) == "Für Seán O’Neill"
    assert sent((Run("Für "), value("Rory O’Neill"))) == "Für Rory O'Neill"


def test_an_address_is_never_rewritten() -> None:
    assert sent((Run("Mehr – hier", link="https://b.example/a–b"),)) == "Mehr – hier (https://b.example/a–b)"
