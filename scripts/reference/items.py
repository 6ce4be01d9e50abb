"""The page of items: what a library's files look like."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from approvals.workflow import Workflow
from ccm.personas import Persona
from content_blocks.content_block import ContentBlock
from content_blocks.document_class import DocumentClass
from content_blocks.template import Template
from scripts.reference.markdown import fields, prose

FILES: dict[str, tuple[str, type[BaseModel]]] = {
    "Template": ("templates/NAME.yaml", Template),
    "Content block": ("blocks/NAME/VERSION.yaml", ContentBlock),
    "Document class": ("classes/NAME.yaml", DocumentClass),
    "Workflow": ("workflows/NAME.yaml", Workflow),
    "Persona": ("personas/TEMPLATE/NAME.json", Persona),
}


def page() -> Iterator[str]:
    """The page's lines."""
    yield "# Items\n"
    yield "A library is a folder of readable files. Data dictionaries and themes have pages of their own:"
    yield "[dictionary](dictionary.md), [theme](theme.md); pictures lie in `assets/`.\n"
    yield "Files are a small YAML: no anchors, tags or repeated keys; numbers with a fraction, dates, and what YAML"
    yield "could take for something else (`no`, `1.10`) stand in quotes.\n"
    for title, (path, model) in FILES.items():
        yield f"## {title}\n"
        yield f"`{path}`. {prose(model.__doc__)}\n"
        yield from fields(model)
