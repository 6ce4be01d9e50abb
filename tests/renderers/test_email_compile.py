"""MJML compiles structure only: once for each structure, without losing or inventing anything."""

from __future__ import annotations

import pytest

from renderers.email.compile import StructureFailed, compiled
from tests.documents import letter, statement
from tests.renderers.email_reading import opened


def test_two_languages_and_any_length_share_one_structure() -> None:
    render = opened()
    render(statement("de", 8))
    before = compiled.cache_info().misses
    for document in (statement("en", 8), statement("de", 1), statement("en", 19)):
        render(document)
    assert compiled.cache_info().misses == before
    render(letter("en", "ahorn"))
    render(letter("de", "ahorn"))
    assert compiled.cache_info().misses <= before + 1


def test_values_are_never_scanned_for_tokens() -> None:
    structure = compiled(
        "<mjml><mj-body><mj-section><mj-column><mj-text>zq0qz zq1qz</mj-text></mj-column></mj-section></mj-body></mjml>"
    )
    assert "zq1qz zq0qz" in structure.filled(["zq1qz", "zq0qz"])


@pytest.mark.parametrize("mjml", ["<mjml><mj-body><mj-text>zq0qz", "zq0qz"])
def test_a_structure_that_mjml_refuses_is_a_failure_of_ours(mjml: str) -> None:
    with pytest.raises(StructureFailed):
        compiled(mjml)


def test_a_panic_is_a_failure_and_an_interrupt_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        """As PyO3's PanicException, no `Exception`."""

    for raised, expected in (
        (Panic, StructureFailed),
        (KeyboardInterrupt, KeyboardInterrupt),
        (SystemExit, SystemExit),
    ):

        def panics(*_: object, **__: object) -> None:
            raise raised  # noqa: B023 - called within the loop

        monkeypatch.setattr("mrml.to_html", panics)
        with pytest.raises(expected):
            compiled(f"<mjml>{raised.__name__}</mjml>")
