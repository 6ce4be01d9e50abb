"""A push message: title and body for a lock screen, as payloads for FCM, APNs and Web Push, measured in bytes."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from content_blocks.document import Document
from content_blocks.parts import Runs, plain, words
from content_blocks.problem import Problem, Refused
from content_blocks.theme import Brand
from renderers.channel import Channel
from renderers.message_json import message_bytes, octets
from renderers.push_fit import BODY, ELLIPSIS, TITLE, Fitted, business_text, fit, shortened
from renderers.push_payloads import LIMITS, Notification, Payload, headers, notification, payloads, sizes
from renderers.push_privacy import personal_data
from renderers.rendition import Rendition
from renderers.sendable import unsendable, unsendable_in
from renderers.short_check import missing_pieces
from renderers.short_text import Passage, Plan, ShortText, plan, spelled, stretches, write
from renderers.shown import ShownPush

_LINE_ENDS = re.compile(r"[\r\n]+")


class _Built(NamedTuple):
    """A notification with the payloads it makes, and how it came to fit."""

    fitted: Fitted
    short: ShortText
    shown: Notification
    payloads: dict[str, Payload]
    sizes: dict[str, int]

    def excess(self) -> int:
        """By how many bytes the most crowded payload is too long; not positive if all have room."""
        return max(self.sizes[service] - limit for service, limit in LIMITS.items())


ENDING = ".push.json"


def open_channel(_brand: Brand, _assets: Mapping[str, bytes]) -> Channel:
    """The same for all brands."""
    return Channel(lambda document, _letter: render(document), check, show=shown)


def render(document: Document) -> Rendition:
    """The message as canonical JSON: `title, body, bytes, fcm, apns, webpush, headers, collapse_id, platform`.

    All three payloads are written whatever the recipient's platform, so that the integrator chooses.  Spans count
    in `text`, which is the title, a line feed and the body.  Raises Refused with everything that is wrong:
    `recipient-without-push-token`, `push-token-malformed`, `push-personal-data`, `push-title-missing`,
    `short-form-missing`, `message-empty`, `character-not-sendable`; or, with all that in order, `push-too-long`,
    `push-value-too-long`.
    """
    title = document.messages.push_title or words(document.title)
    planned = plan(document, "push", document.messages.push_body)
    whole = write(planned.passages)
    _refuse_any(_content_problems(document, title, planned, whole.text))
    built = _fitted(document, title_text(title), planned.passages, whole)
    _refuse_any(_length_problems(built))
    content = message_bytes(_message(document, built))
    return Rendition(
        channel="push",
        media_type="application/json",
        content=content,
        text=f"{built.shown.title}\n{built.shown.body}",
        measures={"bytes": len(content), **built.sizes},
        marks=built.short.moved(len(built.shown.title) + 1),
        left_out=planned.left_out + built.fitted.left_out,
    )


def check(document: Document, rendition: Rendition) -> list[Problem]:
    """Read the final bytes back: the recipient, title and pieces, the same words in all payloads, and their bytes."""
    message = json.loads(rendition.content)
    problems = list(missing_pieces(document, rendition, document.messages.push_body, message["body"]))
    if message["title"] != title_text(document.messages.push_title or words(document.title)):
        params = {"piece": "messages.push_title", "channel": "push"}
        problems.append(Problem("push messages.push_title", "piece-missing", params))
    if message["fcm"]["message"]["token"] != document.recipient.push_token:
        problems.append(Problem("push fcm", "recipient-differs", {"channel": "push"}))
    return [*problems, *_differing(message), *_too_long(sizes({service: message[service] for service in LIMITS}))]


def shown(document: Document) -> ShownPush:
    """What a lock screen shows, whether or not it may be sent."""
    planned = plan(document, "push", document.messages.push_body)
    title = document.messages.push_title or words(document.title)
    built = _fitted(document, title_text(title), planned.passages, write(planned.passages))
    cut = [one.piece for one in built.fitted.left_out]
    if built.shown.title.endswith(ELLIPSIS) and not plain(title).strip().endswith(ELLIPSIS):
        cut.insert(0, "messages.push_title")
    return ShownPush(
        title=built.shown.title,
        body=built.shown.body,
        sizes=built.sizes,
        limits=LIMITS,
        cut=tuple(cut),
        marks=built.short.marks,
        left_out=planned.left_out + built.fitted.left_out,
    )


def title_text(title: Runs) -> str:
    """A title on one line, cut where it must be."""
    shown = shortened(list(stretches(title, locked=False)), TITLE)
    return unicodedata.normalize("NFC", _LINE_ENDS.sub(" ", shown).strip())


def _fitted(document: Document, title: str, passages: tuple[Passage, ...], whole: ShortText) -> _Built:
    """The notification cut to the display, and then to the bytes, if just that makes it fit."""
    fitted = fit(passages)
    built = _build(document, title, fitted, write(fitted.passages) if fitted.left_out else whole)
    if built.excess() <= 0:
        return built
    room = octets(business_text(built.fitted.passages)) - built.excess()
    fitted = fit(passages, BODY._replace(octets=room))
    return _build(document, title, fitted, write(fitted.passages)) if fitted.fits else built


def _build(document: Document, title: str, fitted: Fitted, short: ShortText) -> _Built:
    shown = notification(document, title, short.text)
    built = payloads(document, shown)
    return _Built(fitted, short, shown, built, sizes(built))


def _message(document: Document, built: _Built) -> dict[str, object]:
    return {
        "title": built.shown.title,
        "body": built.shown.body,
        "bytes": built.sizes,
        **built.payloads,
        "headers": headers(built.shown),
        "collapse_id": built.shown.collapse_id,
        "platform": document.recipient.push_platform,
    }


def _content_problems(document: Document, title: Runs, planned: Plan, text: str) -> Iterator[Problem]:
    yield from planned.problems
    yield from _address(document.recipient.push_token)
    yield from personal_data(document, title, planned.passages)
    yield from unsendable_in("push title", spelled(title, locked=False))
    yield from unsendable("push", planned.passages, text)
    if not plain(title).strip():
        yield Problem("push title", "push-title-missing")


def _address(token: str | None) -> Iterator[Problem]:
    """Tokens of all services are visible ASCII; a Web Push subscription is JSON."""
    if not token:
        yield Problem("recipient.push_token", "recipient-without-push-token")
    elif not (token.isascii() and token.isprintable()):
        yield Problem("recipient.push_token", "push-token-malformed")


def _length_problems(built: _Built) -> Iterator[Problem]:
    yield from _too_long(built.sizes)
    if not (built.fitted.fits and built.shown.title):
        yield Problem("push", "push-value-too-long", {"title": TITLE.graphemes, "body": BODY.graphemes})


def _too_long(measured: dict[str, int]) -> Iterator[Problem]:
    for service, limit in LIMITS.items():
        if measured[service] > limit:
            params: dict[str, str | int] = {"service": service, "bytes": measured[service], "limit": limit}
            yield Problem(f"push {service}", "push-too-long", params)


def _differing(message: dict[str, Any]) -> Iterator[Problem]:
    """Each payload must say what the message says."""
    shown = {
        "fcm": message["fcm"]["message"]["notification"],
        "apns": message["apns"]["aps"]["alert"],
        "webpush": message["webpush"],
    }
    for service, words_shown in shown.items():
        if (words_shown["title"], words_shown["body"]) != (message["title"], message["body"]):
            yield Problem(f"push {service}", "push-payloads-differ", {"service": service})


def _refuse_any(problems: Iterator[Problem]) -> None:
    if found := list(problems):
        raise Refused(found)
