"""What a certificate says on its pages, in both languages, and that the file is one for the archive."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from approvals.decision import MEANING
from ccm.dossier.model import Check, Dossier, Person
from ccm.dossier.names import meaning
from ccm.dossier.writing import write_dossier
from ccm.words import LANGUAGES, Speech
from renderers.pdf import page_texts
from tests.ccm.dossier.reviewed import KEY, certificate, reviewed, signed
from tests.golden import Golden
from tests.renderers.pdf_outline import tag_tree
from tests.verapdf import violations


def text_of(dossier: Dossier, language: str = "en") -> str:
    """All the pages as one text without line ends."""
    return " ".join(" ".join(page_texts(write_dossier(dossier, language))).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_and_tags_are_as_expected(language: str, golden: Golden) -> None:
    content = certificate(language)
    pages = (f"── page {number} ──\n{text}" for number, text in enumerate(page_texts(content), 1))
    golden(f"dossier/approved.{language}.txt", "\n".join(pages))
    golden(f"dossier/approved.{language}.tags", tag_tree(content))


def test_certificates_are_pdf_a_3a_and_pdf_ua_1(tmp_path: Path) -> None:
    odd = replace(reviewed(), organisation="Bank 银行 🎉", title="", checks=(), proofs=(), items=())
    files = {f"{language}.pdf": certificate(language) for language in LANGUAGES}
    files |= {"odd.pdf": write_dossier(odd, "de")}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    assert violations([tmp_path / name for name in files]) == []


SCRIPT = """
import hashlib, sys
from tests.ccm.dossier.reviewed import certificate
sys.stdout.write(hashlib.sha256(certificate("de")).hexdigest())
"""


def test_the_same_review_has_the_same_bytes_in_every_process() -> None:
    environment = os.environ | {"PYTHONHASHSEED": "4711", "LANGUAGE": "de", "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-c", SCRIPT]
    elsewhere = subprocess.run(command, capture_output=True, check=True, text=True, env=environment).stdout
    assert elsewhere == hashlib.sha256(certificate("de")).hexdigest()
    assert write_dossier(reviewed(), "de", KEY.sign) == certificate("de")


def test_a_review_that_was_rejected_or_withdrawn_says_that_nothing_may_be_sent() -> None:
    rejected = replace(reviewed(), decisions=(signed("dora", "content", 5, "rejected", "Too late\nand too dear."),))
    text = text_of(rejected)
    assert "Rejected on 2 November 2026. Nothing of it may be sent." in text
    assert "Reason Too late and too dear." in text
    assert "Record of a review" in text
    assert "Was to be in force from 1 December 2026" in text
    assert "Approval" not in text, "nobody shall take it for one"
    withdrawn = replace(reviewed(), decisions=(signed("ada", None, 30, "withdrawn"),))
    assert "Zurückgezogen am 3. November 2026. Nichts davon darf versandt werden." in text_of(withdrawn, "de")


def test_that_others_approved_is_said_only_where_it_is_so() -> None:
    review = replace(reviewed().review, authors=frozenset({"ada", "dora"}))
    text = text_of(replace(reviewed(), review=review))
    assert "Approved on 3 November 2026 by 3 people. In force" in text
    assert "neither" not in text


def test_a_certificate_can_be_made_of_whatever_people_wrote() -> None:
    odd = replace(
        reviewed(),
        decisions=(signed("dora", "content", 1, reason="👍 שלום \u202eevil " + "x" * 3000),),
        people={"dora": Person("李明 (Dora)", "dora")},
        checks=(Check("\u202eabc"),),
    )
    text = text_of(odd)
    assert "‹U+1F44D›" in text
    assert "‹U+05E9›" in text
    assert "‹U+202E›" in text
    assert "‹U+674E›‹U+660E› (Dora)" in text
    assert "Submitted by ada" in text, "whom nobody knows goes by the id"


def test_what_a_decision_means_is_what_was_signed() -> None:
    assert {kind: meaning(kind, Speech("en")) for kind in MEANING} == MEANING
    assert meaning("approved", Speech("de")).startswith("Ich habe gesehen")


def test_only_the_languages_of_the_product_are_spoken() -> None:
    with pytest.raises(ValueError, match="fr"):
        write_dossier(reviewed(), "fr")
