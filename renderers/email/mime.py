"""The message as it goes over the wire (RFC 2045–2049): text and HTML, the pictures it shows, what is attached.

Put together by hand, as the standard library takes about ten times as long; the tests read every message back with
the standard library's parser.  Nothing in it depends on clock or chance: two builds give the same bytes.
"""

from __future__ import annotations

import binascii
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote

from renderers.email.pictures import Inline, base64_lines

PATH_PARTS = str.maketrans("/\\:", "---")

Entity: TypeAlias = list[bytes]
"""A part of a message in stretches, which are joined only once, at the end."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the mail, such as the letter as PDF."""

    name: str
    media_type: str
    content: bytes


def message(
    headers: str,
    text: str,
    page: bytes,
    pictures: Sequence[Inline],
    attachments: Sequence[Attachment],
    language: str,
    mark: str,
) -> bytes:
    """The whole message.  `mark` makes the boundaries; it is the same for the same mail and no other."""
    shown = _base64("text/html; charset=utf-8", f"Content-Language: {language}\r\n", base64_lines(page))
    if pictures:
        shown = _multipart('related; type="text/html"', f"r{mark}", [shown, *map(_picture, pictures)])
    body = _multipart("alternative", f"a{mark}", [_plain(text, language), shown])
    if attachments:
        body = _multipart("mixed", f"m{mark}", [body, *map(_attachment, attachments)])
    return b"".join([headers.encode("ascii"), b"MIME-Version: 1.0\r\n", *body])


def _multipart(kind: str, mark: str, parts: Iterable[Entity]) -> Entity:
    """Parts between boundaries.  `=_` never occurs in base64 or quoted-printable (RFC 2045, 6.7)."""
    boundary = f"=_{mark}"
    found = [f'Content-Type: multipart/{kind};\r\n boundary="{boundary}"\r\n'.encode()]
    for part in parts:
        found += [f"\r\n--{boundary}\r\n".encode(), *part]
    return [*found, f"\r\n--{boundary}--\r\n".encode()]


def _plain(text: str, language: str) -> Entity:
    """The text part, quoted-printable, so that it can be read in the raw message too."""
    head = (
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Language: {language}\r\n\r\n"
    )
    return [head.encode(), binascii.b2a_qp(text.replace("\n", "\r\n").encode(), istext=True)]


def _base64(media_type: str, more: str, lines: bytes) -> Entity:
    head = f"Content-Type: {media_type}\r\nContent-Transfer-Encoding: base64\r\n{more}\r\n"
    return [head.encode(), lines]


def _picture(picture: Inline) -> Entity:
    more = f"Content-ID: <{picture.content_id}>\r\nContent-Disposition: inline\r\n"
    return _base64(picture.media_type, more, picture.lines)


def _attachment(attachment: Attachment) -> Entity:
    """An attached file; a name beyond plain ASCII is written as RFC 2231 says, without parts of a path."""
    name = attachment.name.translate(PATH_PARTS)
    plain = name.isascii() and name.isprintable() and '"' not in name
    shown = f'filename="{name}"' if plain else f"filename*=utf-8''{quote(name, safe='')}"
    more = f"Content-Disposition: attachment;\r\n {shown}\r\n"
    return _base64(attachment.media_type, more, base64_lines(attachment.content))
