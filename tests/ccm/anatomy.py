"""What a message is made of, apart from its words: elements, attributes, links, headers, keys, actions.

Two messages that differ in one value must have the same anatomy, and, with that value taken out, the same words.
"""

from __future__ import annotations

import difflib
import email
import email.policy
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from io import BytesIO
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element

import pikepdf
import pypdfium2
import tinyhtml5

from content_blocks.document import ChannelName
from content_blocks.parts import Run
from renderers.downgrade import downgraded
from renderers.rendition import Rendition

SIGN = "¤"
"""Stands in place of the value."""
FIXED_HEADERS = ("From", "Reply-To", "Content-Type", "MIME-Version", "List-Unsubscribe-Post", "Date", "Auto-Submitted")
LOOKED_THROUGH = {"bdi", "br"}
"""A value's own direction of writing, and the lines of a field that may have several."""
ACTIVE = {"/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/RichMedia", "/SubmitForm", "/XFA", "/AcroForm"}
"""What makes a PDF do something (ISO 32000-1, 12.6)."""


@dataclass(frozen=True)
class Anatomy:
    """`structure` in lines, and `words` without white space and in plain characters."""

    structure: tuple[str, ...]
    words: str

    def differences(self, other: Anatomy) -> list[str]:
        """The lines of structure that only one of the two has."""
        lines = difflib.unified_diff(self.structure, other.structure, n=0, lineterm="")
        return [line for line in lines if not line.startswith(("---", "+++", "@@"))]

    def told(self) -> list[int]:
        """How often each of its texts says the value."""
        return [text.count(SIGN) for text in self.words.splitlines()]


class Neutral:
    """Takes a value out of texts: as it stands, and as it must be spelled inside an address (RFC 3986, 2.1)."""

    def __init__(self, value: str) -> None:
        composed = unicodedata.normalize("NFC", value.replace("\r\n", "\n"))
        spellings = {loose(composed), loose(quote(composed, safe="", errors="replace"))}
        self._spellings = sorted(spellings - {""}, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """The text with a sign in place of the value."""
        text = loose(text)
        for spelling in self._spellings:
            text = text.replace(spelling, SIGN)
        return text


def loose(text: str) -> str:
    """A text without what may change on the way: white space, hyphens at the end of lines on paper, and characters that
    SMS spells more plainly."""
    plain = downgraded(Run(text), locked=False)
    return re.sub(r"[\s\x02\u00ad-]+", "", plain)


def anatomy(rendition: Rendition, neutral: Neutral) -> Anatomy:
    """The anatomy of one channel's message, with a value taken out."""
    readers: dict[ChannelName, Callable[[bytes, Neutral], Anatomy]] = {
        "email": _email,
        "sms": _json,
        "push": _json,
        "pdf": _pdf,
    }
    return readers[rendition.channel](rendition.content, neutral)


def _json(content: bytes, neutral: Neutral) -> Anatomy:
    message = json.loads(content)
    texts = [(path, text) for path, text in _leaves(message, "") if isinstance(text, str) and "collapse" not in path]
    shape = [path for path, _ in _leaves(message, "") if not path.startswith(".costly")]
    return Anatomy(tuple(shape), "\n".join(f"{path}: {neutral(text)}" for path, text in texts if _says(path)))


def _says(path: str) -> bool:
    """Whether a key holds words; others depend on the record's id or on how long the words are."""
    return path.rpartition(".")[2] in {"text", "to", "title", "body", "token", "deep_link", "lang", "dir", "platform"}


def _leaves(content: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(content, dict):
        for key, inside in content.items():
            yield from _leaves(inside, f"{path}.{key}")
    elif isinstance(content, list):
        for inside in content:
            yield from _leaves(inside, f"{path}[]")
    else:
        yield path, content


def _email(content: bytes, neutral: Neutral) -> Anatomy:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert [defect for part in message.walk() for defect in part.defects] == []
    assert max(map(len, content.split(b"\r\n"))) <= 998
    page, text = (_text(message, kind) for kind in ("html", "plain"))
    elements, words = _page(page, neutral)
    files = [part.get_filename() or "" for part in message.iter_attachments()]
    assert not any(set("/\\\r\n\0") & set(name) for name in files), "an attachment's name is a name, not a path"
    structure = (
        f"headers {message.keys()}",
        *(f"{name}: {str(message[name]).partition(';')[0]}" for name in FIXED_HEADERS),
        *(f"part {part.get_content_type()} {part.keys()}" for part in message.walk()),
        *(f"to {neutral(address.addr_spec)}" for address in message["To"].addresses),
        *elements,
    )
    said = [neutral(str(message["Subject"])), *map(neutral, files), words, _unlined(neutral(text))]
    return Anatomy(structure, "\n".join(said))


def _text(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def _page(page: str, neutral: Neutral) -> tuple[list[str], str]:
    """Elements with all their attributes, as an HTML5 parser builds them, and the words."""
    root = tinyhtml5.parse(page, namespace_html_elements=False)
    elements = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            elements.append(f"<!--{neutral(element.text or '')}-->")
        elif element.tag not in LOOKED_THROUGH:
            attributes = (f" {name}={_value(value, neutral)!r}" for name, value in sorted(element.attrib.items()))
            elements.append(f"<{element.tag}{''.join(attributes)}>")
    body = root.find("body")
    assert body is not None
    return elements, neutral("".join(_said(body)))


def _said(element: Element) -> Iterator[str]:
    """The words inside an element, without comments."""
    if isinstance(element.tag, str):
        yield element.text or ""
        for child in element:
            yield from _said(child)
            yield child.tail or ""


def _value(attribute: str, neutral: Neutral) -> str:
    """An attribute's value; where a line may break depends on how long the words are, and the name of a code's picture
    on what the code says."""
    return re.sub(r"(word-break|white-space):[a-z-]+;|(?<=cid:)[0-9a-f]+", "", neutral(attribute))


def _unlined(text: str) -> str:
    """Without the rules under headings and between rows, which are as long as the words they belong to."""
    return re.sub(r"[-=]{2,}", "", text)


def _pdf(content: bytes, neutral: Neutral) -> Anatomy:
    with pikepdf.open(BytesIO(content)) as file:
        keys = {key for item in file.objects if isinstance(item, pikepdf.Dictionary) for key in item}
        links = {
            (str(annotation.Subtype), neutral(str(annotation.get("/A", pikepdf.Dictionary()).get("/URI", ""))))
            for page in file.pages
            for annotation in page.get("/Annots", ())
        }
        structure = (
            f"catalog {sorted(file.Root.keys())}",
            f"active {sorted(ACTIVE & keys)}",
            f"files {sorted(file.attachments)}",
            *(f"{subtype} {address}" for subtype, address in sorted(links)),
        )
        title = neutral(str(file.docinfo.get("/Title", "")))
    with pypdfium2.PdfDocument(content) as pages:
        text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    return Anatomy(structure, f"{title}\n{neutral(text.replace(chr(0xFFFE), ''))}")
