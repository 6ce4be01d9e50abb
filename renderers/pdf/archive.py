"""The last touches on a PDF's structure: the mark of PDF/UA-1 beside that of PDF/A-3a, page margins that no screen
reader reads out, and the language of pieces that differ from the rest.

The engine hands over its objects just before it writes the file; only then is there a structure tree to mend.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pydyf

PDF_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""Says that the file is PDF/UA-1 (ISO 14289-1, 5), and what that says: PDF/A wants foreign properties described
(ISO 19005-3, 6.6.2.3)."""


def finish(pdf: Any, languages: Sequence[str | None]) -> None:
    """Mends the objects of a tagged PDF/A-3a.

    `languages` holds for each section of the structure tree, in reading order, the language it is in if that is not
    the document's own.
    """
    mark_as_accessible(pdf)
    tree = reachable(pdf)
    hide_margins(pdf, tree)
    set_languages(tree, languages)


def mark_as_accessible(pdf: Any) -> None:
    """Adds the mark of PDF/UA-1 to the metadata."""
    metadata = resolve(pdf, pdf.catalog["Metadata"])
    xml = b"\n".join(metadata.stream)
    metadata.stream = [xml.replace(b"</rdf:RDF>", PDF_UA + b"</rdf:RDF>")]


def resolve(pdf: Any, reference: bytes) -> Any:
    """The object a reference such as `12 0 R` leads to."""
    return pdf.objects[int(reference.split()[0])]


def reachable(pdf: Any) -> dict[bytes, Any]:
    """The elements that hang in the structure tree, in reading order, by their references."""
    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    found: dict[bytes, Any] = {}
    todo = list(root["K"])
    while todo:
        reference = todo.pop()
        element = resolve(pdf, reference)
        if element.get("Type") == "/StructElem":
            found[reference] = element
            todo.extend(kid for kid in reversed(element["K"]) if isinstance(kid, bytes))
    return found


def hide_margins(pdf: Any, tree: dict[bytes, Any]) -> None:
    """Makes artifacts of what stands in page margins (ISO 14289-1, 7.8): the engine tags it, but hangs it nowhere."""
    for number, numbers in pages(pdf):
        loose = {mcid for mcid, reference in enumerate(numbers) if reference not in tree}
        stream = resolve(pdf, number)["Contents"]
        hide(resolve(pdf, stream).stream, loose)
        numbers[:] = ["null" if mcid in loose else reference for mcid, reference in enumerate(numbers)]


def pages(pdf: Any) -> Iterator[tuple[bytes, list[Any]]]:
    """Each page's reference and the elements its marked contents belong to (ISO 32000-1, 14.7.4.4)."""
    root = resolve(pdf, pdf.catalog["StructTreeRoot"])
    nums = resolve(pdf, root["ParentTree"])["Nums"]
    return zip(pdf.page_references, nums[1::2], strict=False)


def hide(operators: list[Any], loose: set[int]) -> None:
    """Turns the marked contents of these numbers into artifacts."""
    for index, operand in enumerate(operators):
        if isinstance(operand, pydyf.Dictionary) and operand.get("MCID") in loose:
            operators[index - 1 : index + 1] = ["/Artifact", pydyf.Dictionary({"Type": "/Pagination"})]


def set_languages(tree: dict[bytes, Any], languages: Sequence[str | None]) -> None:
    """Says which language a section is in (ISO 14289-1, 7.2)."""
    sections = (element for element in tree.values() if element["S"] == "/Sect")
    for element, language in zip(sections, languages, strict=True):
        if language:
            element["Lang"] = pydyf.String(language)
