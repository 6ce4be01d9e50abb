"""Locked wording must not only be in the file: it must be large enough, dark enough and uncovered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content_blocks.parts import Heading, Paragraph, words
from renderers.pdf import look
from tests.documents import statement
from tests.renderers.pdf.faults import printed_with
from tests.renderers.pdf.printing import THEMES, only, page_texts, printed, renderer


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", ["statement", "letter"])
def test_what_the_brands_print_can_be_seen(kind: str, theme: str) -> None:
    assert look(*printed(kind, theme)) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", ["statement", "letter", "everything"])
def test_everything_may_be_locked(kind: str, theme: str) -> None:
    """Pictures and page breaks have no words to be seen; those in a chart are part of a drawing."""
    document, rendition = printed(kind, theme)
    regions = {name: tuple(replace(one, lock="locked") for one in pieces) for name, pieces in document.regions.items()}
    assert look(replace(document, regions=regions), rendition) == []


FAULTS = {
    "too small": (".small { font-size: 5pt }", "text-too-small"),
    "grey on white": ("section > p.small { color: #8f8f8f }", "contrast-too-low"),
    "white on white": ("section > p.small { color: #ffffff }", "piece-covered"),
    "half a sentence covered": (
        "#p11 { position: relative } .panel.notice { position: relative; margin-top: -7mm; background: #fdf3d7 }",
        "piece-covered",
    ),
    "under a bar of colour": (
        "section > p.small { background: #14211f }",
        "piece-covered",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_seen_is_found_though_its_words_are_there(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rule, code = FAULTS[fault]
    document = statement("de", 0)
    rendition = printed_with(monkeypatch, rule, document)
    assert "Einwendungen spätestens sechs Wochen" in " ".join("".join(page_texts(rendition.content)).split())
    assert (code, "objection") in {(problem.code, problem.params["piece"]) for problem in look(document, rendition)}


@pytest.mark.parametrize(("grey", "readable"), [("#767676", True), ("#6a6a6a", True), ("#8a8a8a", False)])
def test_the_measured_contrast_is_that_of_the_colours(
    grey: str, readable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = only(Heading(1, words("Hinweis")), Paragraph(words("Schweigen gilt nicht.")), lock=True)
    rendition = printed_with(monkeypatch, f"p {{ color: {grey}; font-size: 8pt }}", document)
    assert (look(document, rendition) == []) is readable


def test_editable_wording_is_the_author_s_own_business(monkeypatch: pytest.MonkeyPatch) -> None:
    document = only(Heading(1, words("Hinweis")), Paragraph(words("Nur nebenbei.")))
    assert look(document, printed_with(monkeypatch, "p { color: #cccccc }", document)) == []
    assert look(document, renderer("ahorn")(document)) == []
