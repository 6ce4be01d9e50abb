"""A certificate that somebody meddled with is found out, whatever they touched."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from approvals.keys import SigningKey
from approvals.record import record_bytes
from ccm.dossier.checking import check_dossier
from ccm.dossier.model import Dossier, Item, Signed
from ccm.dossier.reading import read_dossier
from ccm.dossier.writing import write_dossier
from content_blocks.canonical import sha256
from content_blocks.problem import Refused
from renderers.pdf import open_pdf
from tests.ccm.dossier.reviewed import DECISIONS, ITEMS, KEY, OTHER_KEY, certificate, reviewed
from tests.document_words import ASSETS
from tests.documents import BRANDS, statement
from tests.scale import scaled

Files = dict[str, bytes]
Edit = Callable[[Files], object]


def meddled(edit: Edit, content: bytes = b"") -> bytes:
    """The certificate with other files attached."""
    with pikepdf.open(io.BytesIO(content or certificate())) as pdf:
        files = {name: pdf.attachments[name].get_file().read_bytes() for name in list(pdf.attachments)}
        before = dict(files)
        edit(files)
        for name in before.keys() | files.keys():
            if files.get(name) != before.get(name):
                if name in before:
                    del pdf.attachments[name]
                if name in files:
                    pdf.attachments[name] = pikepdf.AttachedFileSpec(
                        pdf,
                        files[name],
                        filename=name,
                        description="",
                        mime_type="text/plain",
                        creation_date="",
                        mod_date="",
                    )
        written = io.BytesIO()
        pdf.save(written)
        return written.getvalue()


def reindexed(files: Files, edit: Callable[[dict[str, Any]], object] = lambda _: None) -> None:
    """Makes the index agree with the files; nobody without the key can sign it."""
    index = json.loads(files["index.json"])
    edit(index)
    known = {file["name"] for file in index["files"]} & files.keys()
    index["files"] = [
        {"name": name, "sha256": sha256(files[name]), "bytes": len(files[name])} for name in sorted(known)
    ]
    files["index.json"] = record_bytes(index)


def record(files: Files, name: str, /, **changes: Any) -> None:
    files[name] = json.dumps({**json.loads(files[name]), **changes}, sort_keys=True).encode()


def all_of(*edits: Edit) -> Edit:
    return lambda files: [edit(files) for edit in edits]


def without_the_last_decision(files: Files) -> None:
    for ending in ("json", "sig"):
        del files[f"decision-03.{ending}"]
    reindexed(files, lambda index: index["decisions"].pop())


LISTED = read_dossier(certificate()).files.keys() - {"index.json", "index.sig"}
ITEM_FILES = [item.file for item in read_dossier(certificate()).index.items]
UNSIGNED = ("index.json", "dossier-index-unsigned")
FORGED = ("index.json", "dossier-signature-wrong")

TAMPERED: Mapping[str, tuple[Edit, set[tuple[str, str]]]] = {
    "a reason reworded": (
        lambda files: record(files, "decision-02.json", reason="Fine."),
        {("decision-02.json", "dossier-file-changed"), ("decision-02.json", "dossier-signature-wrong")},
    ),
    "a reason reworded, the index too": (
        all_of(lambda files: record(files, "decision-02.json", reason="Fine."), reindexed),
        {("decision-02.json", "dossier-signature-wrong"), FORGED},
    ),
    "a record that holds a fraction": (
        all_of(lambda files: record(files, "decision-02.json", reason=0.5), reindexed),
        {("decision-02.json", "dossier-signature-wrong"), ("index.json", "dossier-outcome-unclear"), FORGED},
    ),
    "a record with half a character": (
        all_of(lambda files: record(files, "decision-02.json", reason="\ud800"), reindexed),
        {("decision-02.json", "dossier-signature-wrong"), FORGED},
    ),
    "a subject of another form": (
        all_of(lambda files: record(files, "subject.json", hashes=[[["x"]], 1, []], steps=7), reindexed),
        {
            ("subject.json", "dossier-file-changed"),
            ("index.json", "dossier-outcome-unclear"),
            *((item, "dossier-item-foreign") for item in ITEM_FILES),
            FORGED,
        },
    ),
    "an index with a fraction": (
        lambda files: record(files, "index.json", files=[{"name": "x", "sha256": "0" * 64, "bytes": 1.0}]),
        {("x", "dossier-file-missing"), FORGED, *((name, "dossier-file-unlisted") for name in LISTED)},
    ),
    "a signature of another decision": (
        lambda files: files.update({"decision-02.sig": files["decision-01.sig"]}),
        {("decision-02.sig", "dossier-file-changed"), ("decision-02.json", "dossier-signature-wrong")},
    ),
    "a vote taken away": (without_the_last_decision, {("index.json", "dossier-outcome-wrong"), FORGED}),
    "a file added": (lambda files: files.update({"more.txt": b"!"}), {("more.txt", "dossier-file-unlisted")}),
    "a file removed": (lambda files: files.pop("redline-01.json"), {("redline-01.json", "dossier-file-missing")}),
    "a proof exchanged": (
        lambda files: files.update({"proof-01-after.pdf": b"%PDF-1.7 other"}),
        {("proof-01-after.pdf", "dossier-file-changed")},
    ),
    "a proof exchanged, the index too": (
        all_of(lambda files: files.update({"proof-01-after.pdf": b"%PDF-1.7 other"}), reindexed),
        {FORGED},
    ),
    "a proof exchanged, the index unsigned": (
        all_of(
            lambda files: files.update({"proof-01-after.pdf": b"%PDF-1.7 other"}),
            reindexed,
            lambda files: files.pop("index.sig"),
        ),
        {UNSIGNED},
    ),
    "the head of the log exchanged": (
        all_of(lambda files: record(files, "log-head.json", root="00" * 32), reindexed),
        {("log-head.json", "dossier-signature-wrong"), FORGED},
    ),
    "a hash that was decided about exchanged": (
        all_of(lambda files: record(files, "subject.json", hashes=[["template x", "00" * 32]]), reindexed),
        {
            ("subject.json", "dossier-file-changed"),
            *((item, "dossier-item-foreign") for item in ITEM_FILES),
            FORGED,
        },
    ),
    "a subject without steps": (
        all_of(lambda files: record(files, "subject.json", steps=[]), reindexed),
        {("subject.json", "dossier-file-changed"), ("index.json", "dossier-outcome-unclear"), FORGED},
    ),
    "the text of the pages exchanged": (
        all_of(lambda files: files.update({"pages.txt": files["pages.txt"].replace(b"Ahornbank", b"Bahorn")})),
        {("pages.txt", "dossier-file-changed"), *((f"page {n}", "dossier-page-changed") for n in range(1, 10))},
    ),
    "no index": (lambda files: files.pop("index.json"), {("index.json", "dossier-file-missing")}),
    "an index of something else": (
        lambda files: files.update({"index.json": b"[]"}),
        {("index.json", "dossier-file-unreadable")},
    ),
    "a record that is none": (
        lambda files: files.update({"decision-01.json": b"[" * 100_000}),
        {("decision-01.json", "dossier-file-unreadable")},
    ),
    "a key that is none": (
        lambda files: files.update({name: b"no key" for name in files if name.endswith(".pem")}),
        {(f"key-{DECISIONS[0].signature.key}.pem", "dossier-file-unreadable")},
    ),
}


def found(content: bytes, *keys: SigningKey) -> set[tuple[str, str]]:
    return {
        (problem.where, problem.code) for problem in check_dossier(content, *(key.public for key in keys or (KEY,)))
    }


@pytest.mark.parametrize("language", ["de", "en"])
def test_an_untouched_certificate_is_without_fault(language: str) -> None:
    assert check_dossier(certificate(language), KEY.public) == []
    assert check_dossier(meddled(lambda files: None), KEY.public) == []


@pytest.mark.parametrize("case", TAMPERED)
def test_what_was_meddled_with_is_found(case: str) -> None:
    edit, expected = TAMPERED[case]
    assert found(meddled(edit)) == expected


def test_a_page_that_says_something_else_is_found() -> None:
    with pikepdf.open(io.BytesIO(certificate())) as pdf, pikepdf.open(io.BytesIO(certificate("de"))) as other:
        pdf.pages[2] = other.pages[2]
        del pdf.pages[8]
        written = io.BytesIO()
        pdf.save(written)
    assert found(written.getvalue()) == {("page 3", "dossier-page-changed"), ("page 9", "dossier-page-changed")}


def test_a_key_that_comes_with_it_is_not_trusted_for_that() -> None:
    records = ("decision-01.json", "decision-02.json", "decision-03.json", "log-head.json")
    expected = {*((name, "dossier-key-not-trusted") for name in records), FORGED}
    assert found(certificate(), OTHER_KEY) == expected
    assert found(certificate(), KEY, OTHER_KEY) == set()


def forged(**changes: Any) -> bytes:
    """A certificate of something that did not happen like that, by the organisation itself."""
    return write_dossier(replace(reviewed(), **changes), "en", KEY.sign)


def test_decisions_about_another_review_do_not_count() -> None:
    foreign = forged(review=replace(reviewed().review, id="R-2026-0118"))
    assert found(foreign) == {(f"decision-0{number}.json", "dossier-decision-foreign") for number in (1, 2, 3)}


def test_approving_what_one_wrote_is_found() -> None:
    review = replace(reviewed().review, authors=frozenset({"dora", "ben2"}))
    expected = {(f"decision-0{number}.json", "dossier-own-work") for number in (2, 3)}
    assert found(forged(review=review)) == expected, "and so is using the right of somebody who did"


def test_an_item_that_nobody_decided_about_is_found() -> None:
    smuggled = Item("block", "smuggled", "1.0", "00" * 32, b"block: smuggled\n")
    assert found(forged(items=(*ITEMS, smuggled))) == {("item-04-block-smuggled-1.0.yaml", "dossier-item-foreign")}


def test_a_key_that_was_replaced_still_verifies_what_it_signed() -> None:
    last = Signed(DECISIONS[2].decision, OTHER_KEY.sign(DECISIONS[2].decision.record()))
    rotated: Dossier = replace(reviewed(), decisions=(*DECISIONS[:2], last), keys=(KEY.public, OTHER_KEY.public))
    content = write_dossier(rotated, "de", OTHER_KEY.sign)
    assert found(content, KEY, OTHER_KEY) == set()
    assert read_dossier(content).keys == (KEY.public, OTHER_KEY.public)
    assert ("decision-03.json", "dossier-key-not-trusted") in found(content, KEY)


@settings(max_examples=scaled(20, 500))
@given(place=st.integers(0, len(certificate()) - 1), byte=st.integers(0, 255))
def test_checking_a_damaged_file_always_comes_to_an_end(place: int, byte: int) -> None:
    damaged = bytearray(certificate())
    damaged[place] = byte
    assert all(problem.code for problem in check_dossier(bytes(damaged), KEY.public))


@pytest.mark.parametrize("content", [b"", b"no PDF", certificate()[:2000]])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    assert found(content) == {("pdf", "pdf-unreadable")}


def test_what_is_no_certificate_is_refused() -> None:
    content = open_pdf(BRANDS["ahorn"], ASSETS)(statement("de", 0)).content
    with pytest.raises(Refused, match=r"index\.json: dossier-file-missing"):
        read_dossier(content)
