"""The certificate of a change to the library that ships, with proofs made by the code that sends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from ccm.dossier.carrying import carried
from ccm.dossier.checking import check_dossier
from ccm.dossier.model import Bundle, Dossier, Item, Proof, Signed
from ccm.dossier.reading import read_dossier
from ccm.dossier.writing import write_dossier
from ccm.personas import persona
from ccm.pipeline import Order, Pipeline, open_pipeline
from content_blocks.document import CHANNELS
from content_blocks.redline import redline
from renderers.pdf import page_texts, plain_text
from templates_store.choose import Listed
from templates_store.file_library import SHIPPED, Library
from tests.ccm.dossier.reviewed import KEY, reviewed
from tests.verapdf import violations

TEMPLATE, CLAUSE = "account-statement", "overdraft-interest"
BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)
NEW_SENTENCE = "Sie können die Überziehung jederzeit ganz oder teilweise ausgleichen, ohne dass dafür Kosten entstehen."


def pipelines() -> Iterator[Pipeline]:
    for day in (BEFORE, AFTER):
        yield open_pipeline(Library(SHIPPED), Order(TEMPLATE, day, brand="ahorn", channels=CHANNELS))


def proofs(before: Pipeline, after: Pipeline) -> Iterator[Proof]:
    record = persona(Library(SHIPPED), TEMPLATE, "overdrawn").record
    for old, new in zip(before.messages(record), after.messages(record), strict=True):
        assert old.rendition
        assert new.rendition
        yield Proof(TEMPLATE, "overdrawn", "de", "ahorn", new.channel, carried(old.rendition), carried(new.rendition))


def clause(library: Library) -> Item:
    old, new = (
        library.block(Listed("block", CLAUSE, version, None, None, place=f"blocks/{CLAUSE}/{version}.yaml"))
        for version in ("1.0", "1.1")
    )
    source = (SHIPPED / "blocks" / CLAUSE / "1.1.yaml").read_bytes()
    long = new.source.content["long"][0]["text"]  # type: ignore[index, call-overload]
    reads = tuple((language, long[language]) for language in ("de", "en"))  # type: ignore[index, call-overload]
    return Item("block", CLAUSE, "1.1", new.hash, source, reads, redline(old.item, new.item))  # type: ignore[arg-type]


def gathered() -> Dossier:
    before, after = pipelines()
    item = clause(Library(SHIPPED))
    bundles = tuple(
        Bundle(TEMPLATE, "1.0", language, "ahorn", after.bundle(language).hash, AFTER, before.bundle(language).hash)
        for language in ("de", "en")
    )
    hashes = ((CLAUSE, item.hash), *((bundle.language, bundle.hash) for bundle in bundles))
    review = replace(reviewed().review, hashes=hashes)
    decisions = [replace(signed.decision, subject=review.subject) for signed in reviewed().decisions]
    return replace(
        reviewed(),
        review=review,
        start=AFTER,
        items=(item,),
        bundles=bundles,
        proofs=tuple(proofs(before, after)),
        decisions=tuple(Signed(decision, KEY.sign(decision.record())) for decision in decisions),
    )


def test_a_real_change_with_all_its_proofs_can_be_filed(tmp_path: Path) -> None:
    dossier = gathered()
    for language in ("de", "en"):
        content = write_dossier(dossier, language, KEY.sign)
        (tmp_path / f"{language}.pdf").write_bytes(content)
        assert check_dossier(content, KEY.public) == []
        pages = page_texts(content)
        assert sum(plain_text(NEW_SENTENCE) in plain_text(page) for page in pages) >= 2, "redline and whole text"
        assert any(plain_text("{+" + NEW_SENTENCE) in plain_text(page) for page in pages)
        assert all(len(page) > 200 for page in pages), "no page is empty"
        files = read_dossier(content).files
        for number, proof in enumerate(dossier.proofs, 1):
            assert proof.after
            assert proof.after.content in [files[name] for name in files if name.startswith(f"proof-{number:02}-after")]
    assert violations(sorted(tmp_path.glob("*.pdf"))) == []
