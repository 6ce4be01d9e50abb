"""The certificate of a real review: it holds what was shown and decided, and can be checked by anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccm.dossier.checking import check_dossier
from ccm.dossier.reading import read_dossier
from ccm.store.certifying import certificate
from content_blocks.canonical import sha256
from content_blocks.problem import Refused
from renderers.pdf import page_texts, plain_text
from tests.ccm.store.world import World
from tests.verapdf import violations


def clause(bank: World) -> str:
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1", effective={"from": "2026-12-01"})
    return bank.submit("law", ("block", "notice"))


def test_what_was_approved_can_be_filed(bank: World, tmp_path: Path) -> None:
    review = clause(bank)
    bank.approve(review)
    content = certificate(bank.home, review, "en")
    assert check_dossier(content, bank.home.signing_key().public) == []
    said = plain_text(" ".join(page_texts(content)))
    for words in ("Law", "Carl", "Dora", "three months", "letter", "reminder"):
        assert plain_text(words) in said
    files = read_dossier(content).files
    assert any(b"three months" in files[name] for name in files if name.startswith("proof"))
    assert len([name for name in files if name.startswith("decision")]) == 4  # two decisions, two signatures
    (tmp_path / "certificate.pdf").write_bytes(content)
    assert violations([tmp_path / "certificate.pdf"]) == []


def test_it_is_the_same_whenever_it_is_made(bank: World) -> None:
    """What came later changes nothing about what was approved then."""
    review = clause(bank)
    bank.approve(review)
    before = certificate(bank.home, review, "de")
    bank.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    bank.publish("bob", ("template", "letter"))
    bank.save(
        "bob", "persona", "letter/plain", bank.text("persona", "letter/plain").replace(b'"days": 14', b'"days": 99')
    )
    after = certificate(bank.home, review, "de")
    assert shown_in(before) == shown_in(after) != set()


def shown_in(content: bytes) -> set[tuple[str, str]]:
    """The files that a certificate carries of items and proofs, by name and hash."""
    files = read_dossier(content).files
    return {(name, sha256(files[name])) for name in files if name.startswith(("proof", "item"))}


def test_a_no_is_filed_as_well(bank: World) -> None:
    review = clause(bank)
    bank.decide("carl", review, "rejected", "the number is wrong")
    content = certificate(bank.home, review, "en")
    assert check_dossier(content, bank.home.signing_key().public) == []
    assert plain_text("the number is wrong") in plain_text(" ".join(page_texts(content)))


def test_there_is_none_before_the_last_decision(bank: World) -> None:
    review = clause(bank)
    bank.decide("carl", review)
    with pytest.raises(Refused) as caught:
        certificate(bank.home, review, "en")
    assert caught.value.problems[0].code == "review-open"
