"""Every letter that ships is PDF/A-3a and PDF/UA-1 at once, in the eyes of the reference validator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ccm.personas import Persona, personas
from ccm.pipeline import Order, open_pipeline
from templates_store.file_library import SHIPPED, Library
from tests.evidence import note
from tests.scale import FULL
from tests.verapdf import require_verapdf, violations

LIBRARY = Library(SHIPPED)


def cases() -> Iterator[tuple[str, Persona, str, str | None]]:
    """Template, persona, brand, language: all of them for the evidence, otherwise the first brand in the persona's
    own language."""
    for name in LIBRARY.template_names():
        template = LIBRARY.template(name).item
        for persona in personas(LIBRARY, name):
            for brand in template.brands if FULL else template.brands[:1]:
                for language in template.languages if FULL else [None]:
                    yield name, persona, brand, language


def letters(folder: Path) -> Iterator[Path]:
    """A file for each case that has a letter; a persona may be there to show why one must not go out."""
    for name, persona, brand, language in cases():
        order = Order(name, persona.day, brand, language, ("pdf",))
        (message,) = open_pipeline(LIBRARY, order).messages(persona.record)
        if message.rendition is None:
            found = {problem.code for problem in message.problems}
            assert found <= set(persona.expect.problems), f"{name} {persona.name} {brand} {sorted(found)}"
            continue
        file = folder / f"{name}.{persona.name}.{brand}.{language or 'own'}.pdf"
        file.write_bytes(message.rendition.content)
        yield file


def test_every_letter_conforms_to_pdf_a_and_pdf_ua(tmp_path: Path) -> None:
    require_verapdf()
    files = list(letters(tmp_path))
    assert {file.name.partition(".")[0] for file in files} == set(LIBRARY.template_names())
    assert violations(files) == []
    note("veraPDF over the library", letters=len(files), flavours="PDF/A-3a, PDF/UA-1", failures=0)
