"""A PDF as its readers get it: the text of each page, and the tag tree that a screen reader follows.

Tags that only group (Div, Span, NonStruct, Sect) are left out, so that a golden shows what a reader would notice.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

GROUPS = {"Document", "Div", "NonStruct", "Sect", "Span", "TBody", "LBody"}
ATTRIBUTES = ("Scope", "ColSpan", "RowSpan")

Marked = Mapping[tuple[int, int], str]
"""Text by page, from 0, and marked-content id."""


def page_texts(content: bytes) -> list[str]:
    """The text of each page as a reader would copy it."""
    with pypdfium2.PdfDocument(content) as file:
        return [_clean(page.get_textpage().get_text_bounded()) for page in file]


def tag_tree(content: bytes) -> str:
    """The tags one a line, indented by their depth, with their words, alternative text, language and table headers."""
    marked = dict(_marked(content))
    with pikepdf.open(BytesIO(content)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        return "\n".join(_Tree(marked, pages).lines(file.Root.StructTreeRoot))


def spoken(content: bytes) -> list[str]:
    """What a screen reader says of each cell, item and paragraph, in its order; heads of tables that repeat on a later
    page once only, no signs before the items of lists."""
    marked = dict(_marked(content))
    with pikepdf.open(BytesIO(content)) as file:
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        said = _Tree(marked, pages).said(file.Root.StructTreeRoot, set())
        return [words for each in said if (words := " ".join(each.split()))]


SAID_AS_ONE = {"P", "H1", "H2", "H3", "TH", "TD", "LI", "Caption", "Figure"}


class _Tree:
    """Reads the structure tree of one file (ISO 32000-1, 14.7)."""

    def __init__(self, marked: Marked, pages: Mapping[tuple[int, int], int]) -> None:
        self._marked, self._pages = marked, pages

    def lines(self, element: Any, depth: int = 0) -> Iterator[str]:
        """The lines of an element and of everything inside it."""
        shown = self._shown(element)
        if shown:
            yield "  " * depth + shown
        for child in _children(element):
            if _is_element(child):
                yield from self.lines(child, depth + bool(shown))

    def said(self, element: Any, heads: set[str]) -> Iterator[str]:
        """What is said of an element, cell by cell; `heads` are the heads of tables that were said before."""
        tag = str(element.get("/S", "/Document"))[1:]
        if tag in SAID_AS_ONE:
            yield str(element.get("/Alt", "")) or "".join(self._all(element))
            return
        children = [child for child in _children(element) if _is_element(child)]
        if tag == "TR" and all(str(child["/S"]) == "/TH" for child in children):
            head = "|".join("".join(self._all(child)) for child in children)
            if head in heads:
                return
            heads.add(head)
        for child in children:
            yield from self.said(child, heads)

    def _all(self, element: Any) -> Iterator[str]:
        """All words in an element, in their order; of a picture those that say the same."""
        page = self._pages.get(element["/Pg"].objgen, -1) if "/Pg" in element else -1
        for child in _children(element):
            if isinstance(child, int):
                yield self._marked.get((page, child), "")
            elif isinstance(child, pikepdf.Dictionary) and "/MCID" in child:
                own = self._pages.get(child["/Pg"].objgen, -1) if "/Pg" in child else page
                yield self._marked.get((own, int(child["/MCID"])), "")
            elif _is_element(child) and str(child["/S"]) != "/Lbl":
                yield str(child.get("/Alt", "")) or "".join(self._all(child))

    def _shown(self, element: Any) -> str:
        tag = str(element.get("/S", "/Document"))[1:]
        names = "".join(f' {name}="{value}"' for name, value in self._attributes(element))
        if tag in GROUPS and not names:
            return ""
        words = " ".join("".join(self._words(element)).split()) if tag not in GROUPS else ""
        return f"{tag}{names}{': ' + words if words else ''}"

    def _attributes(self, element: Any) -> Iterator[tuple[str, str]]:
        for name in ("Lang", "Alt", "ActualText"):
            if f"/{name}" in element:
                yield name, str(element[f"/{name}"])
        layout = element.get("/A", {})
        for attributes in layout if isinstance(layout, pikepdf.Array) else [layout]:
            yield from ((name, str(attributes[f"/{name}"])) for name in ATTRIBUTES if f"/{name}" in attributes)
        for child in _children(element):
            if isinstance(child, pikepdf.Dictionary) and "/Obj" in child:
                annotation: Any = child["/Obj"]
                yield "href", str(annotation.get("/A", {}).get("/URI", ""))

    def _words(self, element: Any) -> Iterator[str]:
        """The words marked for an element itself, or for a group inside it."""
        page = self._pages.get(element["/Pg"].objgen, -1) if "/Pg" in element else -1
        for child in _children(element):
            if isinstance(child, int):
                yield self._marked.get((page, child), "")
            elif isinstance(child, pikepdf.Dictionary) and "/MCID" in child:
                own = self._pages.get(child["/Pg"].objgen, -1) if "/Pg" in child else page
                yield self._marked.get((own, int(child["/MCID"])), "")
            elif _is_element(child) and str(child["/S"])[1:] in GROUPS:
                yield from self._words(child)


def _children(element: Any) -> list[Any]:
    inside = element.get("/K", [])
    return list(inside) if isinstance(inside, pikepdf.Array) else [inside]


def _is_element(child: Any) -> bool:
    return isinstance(child, pikepdf.Dictionary) and "/S" in child


def _marked(content: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    with pypdfium2.PdfDocument(content) as file:
        for number, page in enumerate(file):
            found: dict[int, str] = {}
            for mark, text in _printed(page):
                found[mark] = found.get(mark, "") + text
            yield from (((number, mark), text) for mark, text in found.items())


def _printed(page: pypdfium2.PdfPage) -> Iterator[tuple[int, str]]:
    """The marked-content id and text of each stretch of print; one on another line begins with a blank."""
    textpage, line, matrix = page.get_textpage(), 0.0, pdfium.FS_MATRIX()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
        yield pdfium.FPDFPageObj_GetMarkedContentID(item), " " * (matrix.f != line) + _text(item, textpage)
        line = matrix.f


def _text(item: pypdfium2.PdfObject, textpage: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(item, textpage, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(item, textpage, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return _clean(buffer.raw.decode("utf-16-le").rstrip("\0"))


def _clean(text: str) -> str:
    """Without what a reader itself puts in: line ends as LF, and the sign of a word that goes on in the next line."""
    return text.replace("\r\n", "\n").replace("\ufffe", "-")
