"""The editor's document: a template in one language as the browser edits it, and back.

    document = get(template, "de", rights)
    template = put(read_document(sent), template, "de", rights)

Both are one lens.  What was got and is put back changes nothing; what was put is got again.  Text and expressions are
read and written here only, so the browser never parses the source of a template.  `content_block` is the same for the
wording of a content block.
"""

from __future__ import annotations

from web_editor.document.content_block import get_content_block, languages_of, put_content_block
from web_editor.document.guard import Document, read_document
from web_editor.document.modes import template_mode
from web_editor.document.putting import put
from web_editor.document.reading import get
from web_editor.document.schema import schema_source
from web_editor.document.shapes import FieldShape, Shape, shapes, shapes_as_json, template_fields

__all__ = [
    "Document",
    "FieldShape",
    "Shape",
    "get",
    "get_content_block",
    "languages_of",
    "put",
    "put_content_block",
    "read_document",
    "schema_source",
    "shapes",
    "shapes_as_json",
    "template_fields",
    "template_mode",
]
