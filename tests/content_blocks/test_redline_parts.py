"""A redline on paper says what the view for terminals says, and draws what came and what went differently."""

from __future__ import annotations

import re

import pytest

from content_blocks.parts import Paragraph, Run, leaves, plain, words
from content_blocks.redline import Redline, Rule, Stretch, Style, Wording, as_text
from content_blocks.redline.as_parts import as_parts, legend, marked
from tests.content_blocks.redline_kinds import KINDS

FOUND = {name: make() for name, make in KINDS.items()}


def said(redline: Redline, language: str) -> str:
    """Everything that the parts say, in order."""
    parts = [part for _, parts in as_parts(redline, language) for part in parts]
    return " ".join(plain(leaf.runs) for leaf in leaves(parts) if isinstance(leaf, Paragraph))


def letters(text: str) -> str:
    """A text without what the two views lay out differently: blanks, bullets, colons after labels, signs of breaks."""
    return re.sub(r"[\s■:↵␣]", "", text)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", KINDS)
def test_paper_says_what_the_terminal_says(name: str, language: str) -> None:
    head = as_text(
        Redline(*(getattr(FOUND[name], field) for field in ("subject", "name", "before", "after"))), language
    )
    title = head.splitlines()[0]
    everything = letters(as_text(FOUND[name], language))
    body = everything.removeprefix(letters(title)).removeprefix(letters(plain(legend_of(language))))
    assert letters(said(FOUND[name], language)) == body


def legend_of(language: str) -> tuple[Run, ...]:
    restyled = {"en": "[~same words~ other formatting]", "de": "[~gleiche Wörter~ andere Formatierung]"}
    return (*legend(language), Run(restyled[language]))


@pytest.mark.parametrize("name", KINDS)
def test_each_side_can_be_read_from_the_runs(name: str) -> None:
    """Without marks and what was put in, it is the text before; without what was taken out, the text after."""
    for difference in FOUND[name].differences():
        if isinstance(difference, Wording | Rule) and all(
            s.kind in ("same", "added", "removed") for s in difference.stretches
        ):
            runs = marked(tuple(Stretch(s.kind, s.text) for s in difference.stretches), "en")
            before = "".join(run.text for run in runs if not run.strong and run.text not in MARKS)
            after = "".join(run.text for run in runs if not run.emphasis and run.text not in MARKS)
            assert letters(before) == letters(
                difference.before() if isinstance(difference, Wording) else difference.before or ""
            )
            assert letters(after) == letters(
                difference.after() if isinstance(difference, Wording) else difference.after or ""
            )


MARKS = {"[-", "-]", "{+", "+}"}


@pytest.mark.parametrize("name", KINDS)
def test_a_text_says_which_language_it_is_in(name: str) -> None:
    spoken = {language for language, _ in as_parts(FOUND[name], "en")}
    wordings = {each.language for each in FOUND[name].differences() if isinstance(each, Wording) and each.language}
    assert wordings <= spoken <= wordings | {"en"}


def test_a_text_cannot_look_like_a_change() -> None:
    runs = marked((Stretch("same", "[-gone-] {+new+}"), Stretch("added", "-]x")), "en")
    assert plain(runs) == r"[\-gone-\] {\+new+\}{+-\]x+}"


def test_blanks_and_breaks_that_changed_are_seen() -> None:
    runs = marked(
        (Stretch("removed", " "), Stretch("added", "\n", atom="break"), Stretch("same", "\n", atom="break")), "en"
    )
    assert plain(runs) == "[-␣-]{+↵\n+}\n"


def test_the_look_of_what_came_and_went_is_told() -> None:
    strong, link = Style(strong=True), Style(link="https://bank.example")
    assert plain(marked((Stretch("removed", "a", strong), Stretch("added", "a", link)), "en")) == (
        "[-**a**-]{+[a](https://bank.example)+}"
    )
    assert plain(marked((Stretch("restyled", "a", strong, Style()),), "de")) == "[~a~ fett statt normal]"


def test_no_difference_is_said() -> None:
    assert list(as_parts(Redline("template", "x", "1.0", "1.1"), "de")) == [
        ("de", (Paragraph(words("Kein Unterschied.")),))
    ]
