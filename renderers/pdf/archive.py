"""The last touches on a PDF's structure: PDF/UA-1 beside PDF/A-3a, and margins that no screen reader reads out."""

from __future__ import annotations

from typing import Any

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


def finish(_document: object, pdf: Any) -> None:
    """Called by the engine just before it writes the file."""
    mark_as_accessible(pdf)


def mark_as_accessible(pdf: Any) -> None:
    """Adds the mark of PDF/UA-1 to the metadata that carry the mark of PDF/A-3a."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    xml = b"\n".join(metadata.stream)
    metadata.stream = [xml.replace(b"</rdf:RDF>", PDF_UA + b"</rdf:RDF>")]
