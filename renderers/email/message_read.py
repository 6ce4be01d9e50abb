"""A finished message taken apart again, as a mail program does it: by parsers that had no part in making it."""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

from lxml import etree

HEADERS = BytesHeaderParser()
PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True, huge_tree=True)
HIDDEN = etree.XPath("//*[contains(@style, 'display:none')][not(parent::body)]")
LINKS = etree.XPath("//@href")
SOURCES = etree.XPath("//@src")


@dataclass(frozen=True, slots=True)
class ReadMessage:
    """What a recipient's program finds: words without white space, links, pictures, media types of attachments."""

    seen: str
    plain: str
    page_bytes: int
    links: tuple[str, ...]
    sources: tuple[str, ...]
    content_ids: frozenset[str]
    attached: tuple[str, ...]


def read_message(content: bytes) -> ReadMessage:
    """The message in some bytes; a part that is missing reads as empty."""
    bodies: dict[str, bytes] = {}
    content_ids: set[str] = set()
    attached = []
    for part, body in _parts(content):
        if part.get_content_disposition() == "attachment":
            attached.append(part.get_content_type())
        elif part["Content-ID"]:
            content_ids.add(part["Content-ID"].strip("<> "))
        else:
            bodies.setdefault(part.get_content_type(), _decoded(part, body))
    page = bodies.get("text/html", b"")
    seen, links, sources = _read_page(page)
    plain = squeezed(bodies.get("text/plain", b"").decode())
    return ReadMessage(seen, plain, len(page), links, sources, frozenset(content_ids), tuple(attached))


def _parts(entity: bytes) -> Iterator[tuple[Message, bytes]]:
    """The single parts inside an entity with their headers (RFC 2046, 5.1).

    The standard library reads the headers; it would also walk over every line of every attachment.
    """
    head, _, body = entity.partition(b"\r\n\r\n")
    headers = HEADERS.parsebytes(head + b"\r\n\r\n")
    boundary = headers.get_boundary()
    if boundary is None:
        yield headers, body
        return
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:-1]:
        yield from _parts(part.removeprefix(b"\r\n"))


def _decoded(part: Message, body: bytes) -> bytes:
    return binascii.a2b_base64(body) if part["Content-Transfer-Encoding"] == "base64" else binascii.a2b_qp(body)


def _read_page(page: bytes) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The words of a page, links and picture addresses.  What is hidden does not count, a picture by its words."""
    if not page:
        return "", (), ()
    root = etree.fromstring(page, parser=PARSER)
    links, sources = tuple(map(str, LINKS(root))), tuple(map(str, SOURCES(root)))
    for element in HIDDEN(root):
        element.clear(keep_tail=True)
    for picture in root.iter("img"):
        picture.tail = picture.get("alt", "") + (picture.tail or "")
    return squeezed("".join(root.find("body").itertext())), links, sources


def squeezed(words: str) -> str:
    """Words without any white space, as the two forms of a mail break lines in different places."""
    return "".join(words.split())
