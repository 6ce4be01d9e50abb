"""Documents to PDF by Typst: PDF/A-3a and PDF/UA-1 in one file, the same bytes every time, at about ten times the
speed of the reference engine.

The program is compiled from the same few files for every document; what differs is data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any

import typst

from content_blocks.canonical import sha256
from content_blocks.document import Document
from content_blocks.problem import refuse
from content_blocks.theme import Brand
from renderers.pdf.assets import check_pictures
from renderers.pdf.attached import AttachedFile
from renderers.pdf.carried import left_out
from renderers.pdf.engine import MEDIA_TYPE, RenderPdf
from renderers.pdf.fits import check_regions
from renderers.pdf.fonts import printable
from renderers.pdf.glyphs import check_glyphs
from renderers.pdf.lengths import check_lengths
from renderers.pdf.typst.breaking import ruler
from renderers.pdf.typst.letter import Writer
from renderers.pdf.typst.positions import marks, zones
from renderers.pdf.typst.running import strings
from renderers.pdf.typst.snapshot import Snapshot
from renderers.pdf.typst.tokens import tokens
from renderers.rendition import Rendition

KEPT = 11
"""Compilations after which the engine has forgotten an earlier one."""

LONG = 20
"""Pages from which a document is worth being forgotten: the engine keeps its last ten in memory."""


def open_typst(brand: Brand, assets: Mapping[str, bytes]) -> RenderPdf:
    """A renderer for one brand; `assets` are the stored pictures by the hash of their bytes.

    Open it once in each worker.  The engine uses threads of its own: never fork after this.  The renderer raises
    Refused for a document that cannot be printed whole.
    """
    looks = tokens(brand)
    snapshot = Snapshot(brand, looks, assets)
    press = Press(snapshot)
    write = Writer(brand, looks, snapshot.pictures, ruler(brand))
    letters = printable(brand)
    row_inset = looks["table"]["row"]["above"]

    def render(document: Document, files: Sequence[AttachedFile] = (), *, whole: bool = True) -> Rendition:
        check_pictures(document, assets)
        check_lengths(document)
        data = write(document, files)
        check_glyphs(document, "".join(strings(data | {"files": []})), letters)
        content, said = press(data)
        found = marks(document, looks["page"], row_inset, said["places"])
        if whole:
            check_regions(document, brand.theme.page, found, zones(said["places"]))
        measures = {"pages": said["pages"], "bytes": len(content)}
        return Rendition("pdf", MEDIA_TYPE, content, measures=measures, marks=found, left_out=left_out(document))

    return render


class Press:
    """The engine with its snapshot: from data to the file, and what the program says of it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot, self._one_at_a_time = snapshot, Lock()
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[snapshot.fonts])
        self._compiler = typst.Compiler(snapshot.program, root=snapshot.folder, font_paths=fonts)

    def __call__(self, data: dict[str, Any]) -> tuple[bytes, dict[str, Any]]:
        """Raises Refused with `engine-complained` for whatever the engine finds fault with.

        Its messages can quote a recipient's words, so none of them goes further than this.
        """
        letter = json.dumps(data, ensure_ascii=False)
        identity = sha256(letter)
        with self._one_at_a_time:
            self._snapshot.put(f'{letter[:-1]}, "id": "{identity}"}}')
            content, said = self._printed()
        if said["id"] != identity:
            raise refuse("pdf", "engine-complained", wording="another document")
        if said["pages"] >= LONG:
            forget()
        return content, said

    def _printed(self) -> tuple[bytes, dict[str, Any]]:
        try:
            content, warnings = self._compiler.compile_with_warnings(format="pdf", pdf_standards=["a-3a", "ua-1"])
            said = json.loads(self._compiler.query("<marks>", field="value", one=True))
        except typst.TypstError as fault:
            raise refuse("pdf", "engine-complained", wording=_wording(fault)) from None
        if warnings or not isinstance(content, bytes):
            raise refuse("pdf", "engine-complained", wording="a warning")
        return content, said


def forget() -> None:
    """Has the engine drop what it keeps of a long document, by as many empty ones as it keeps.

    By a compiler of its own: one that has been given another program goes on with that.
    """
    empty = typst.Compiler(ignore_system_fonts=True)
    for _ in range(KEPT):
        empty.compile(b"", sys_inputs={})


def _wording(fault: typst.TypstError) -> str:
    """What kind of fault it is, without any words of the document."""
    return fault.message.split('"')[0].split("`")[0].strip()[:80]
