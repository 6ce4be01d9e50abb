"""A text message: the short text, packed as the network packs it, and counted as the network charges it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import accumulate

from content_blocks.document import Document
from content_blocks.problem import Problem, Refused
from content_blocks.theme import Brand
from renderers.channel import Channel
from renderers.downgrade import downgraded
from renderers.gsm import GSM7, UCS2, Packing, dear, fits_gsm7, pack, units
from renderers.message_json import message_bytes
from renderers.rendition import Rendition
from renderers.sendable import unsendable
from renderers.short_check import missing_pieces
from renderers.short_text import Passage, ShortText, plan, write
from renderers.shown import Segment, ShownSms

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")


ENDING = ".sms.json"


def open_channel(_brand: Brand, _assets: Mapping[str, bytes]) -> Channel:
    """The same for all brands."""
    return Channel(lambda document, _letter: render(document), check, show=shown)


def render(document: Document) -> Rendition:
    """The message as canonical JSON: `to, text, encoding, segments, characters, costly`.

    `characters` counts septets in GSM-7 and 16-bit code units in UCS-2.  Raises Refused with everything that is
    wrong: `recipient-without-phone`, `phone-not-e164`, `sms-too-long`, `short-form-missing`, `message-empty`,
    `character-not-sendable`.
    """
    planned = plan(document, "sms", document.messages.sms)
    short = thriftiest(planned.passages)
    packing = pack(short.text)
    problems = [
        *planned.problems,
        *_address(document),
        *unsendable("sms", planned.passages, short.text),
        *_length(document, packing),
    ]
    if problems:
        raise Refused(problems)
    content = message_bytes(_message(document, short, packing))
    measures = {"segments": len(packing.segments), "characters": packing.units, "bytes": len(content)}
    return Rendition("sms", "application/json", content, short.text, measures, short.marks, planned.left_out)


def thriftiest(passages: tuple[Passage, ...]) -> ShortText:
    """The text as written, or in plain characters where just that keeps it in GSM-7."""
    written = write(passages)
    if fits_gsm7(written.text):
        return written
    plain = write(passages, downgraded)
    return plain if fits_gsm7(plain.text) else written


def check(document: Document, rendition: Rendition) -> list[Problem]:
    """Read the final bytes back: the recipient, every piece the message carries, and its length."""
    message = json.loads(rendition.content)
    problems = list(missing_pieces(document, rendition, document.messages.sms, message["text"]))
    if message["to"] != document.recipient.phone:
        problems.append(Problem("sms to", "recipient-differs", {"channel": "sms"}))
    return [*problems, *_length(document, pack(message["text"]))]


def shown(document: Document) -> ShownSms:
    """What a phone shows, segment by segment, whether or not it may be sent."""
    planned = plan(document, "sms", document.messages.sms)
    short = thriftiest(planned.passages)
    packing = pack(short.text)
    encoding = GSM7 if packing.encoding == GSM7.name else UCS2
    ends = list(accumulate(map(len, packing.segments)))
    return ShownSms(
        to=document.recipient.phone or "",
        text=short.text,
        encoding=packing.encoding,
        units=packing.units,
        room=encoding.alone if len(ends) == 1 else encoding.joined,
        limit=document.rules.sms_segments,
        segments=tuple(
            Segment((end - len(text), end), text, units(text, packing.encoding))
            for text, end in zip(packing.segments, ends, strict=True)
        ),
        dear=dear(short.text),
        marks=short.marks,
        left_out=planned.left_out,
    )


def _message(document: Document, short: ShortText, packing: Packing) -> dict[str, object]:
    return {
        "to": document.recipient.phone,
        "text": short.text,
        "encoding": packing.encoding,
        "segments": len(packing.segments),
        "characters": packing.units,
        "costly": packing.costly,
    }


def _address(document: Document) -> Iterator[Problem]:
    if not document.recipient.phone:
        yield Problem("recipient.phone", "recipient-without-phone")
    elif not _E164.fullmatch(document.recipient.phone):
        yield Problem("recipient.phone", "phone-not-e164")


def _length(document: Document, packing: Packing) -> Iterator[Problem]:
    if len(packing.segments) > document.rules.sms_segments:
        params = {"segments": len(packing.segments), "limit": document.rules.sms_segments}
        yield Problem("sms text", "sms-too-long", params)
