"""Who a mail is from and to, and what else stands in its headers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from functools import lru_cache

from content_blocks.canonical import sha256
from content_blocks.document import Document
from content_blocks.problem import Problem
from renderers.email.headers import LONGEST_LINE, allowed, ascii_address, mailbox, unstructured
from renderers.link import safe_address


@dataclass(frozen=True, slots=True)
class Envelope:
    """The headers as they are sent, the mail's own mark, and what forbids to send it."""

    headers: str
    mark: str
    problems: tuple[Problem, ...]


def envelope(document: Document, sender: str, domain: str) -> Envelope:
    """The headers of a document's mail; `sender` is the finished `From` header.

    `Date` is noon of the document's day in UTC, which is that day in nearly every time zone; `Message-ID` follows from
    template version, bundle, recipient and day.  Both are thus the same whenever and wherever the mail is made.
    """
    problems: list[Problem] = []
    mark = sha256("\0".join((document.template, document.version, document.bundle, _who(document))))[:32]
    headers = [
        f"Date: {_noon(document.as_of)}\r\n",
        f"Message-ID: <{mark}@{domain}>\r\n",
        sender,
        _to(document, problems),
        _subject(document, problems),
        *_unsubscribe(document, problems),
        "Auto-Submitted: auto-generated\r\n",
    ]
    return Envelope("".join(headers), mark, tuple(problems))


def _who(document: Document) -> str:
    return f"{document.recipient.id}\0{document.as_of.isoformat()}\0{document.proof}"


@lru_cache(maxsize=64)
def _noon(day: date) -> str:
    return format_datetime(datetime.combine(day, time(12), UTC))


def _to(document: Document, problems: list[Problem]) -> str:
    """The recipient; their name is only shown, so one that cannot stand in a header keeps the mail from going out."""
    recipient = document.recipient
    if not recipient.email:
        problems.append(Problem("email To", "email-address-missing"))
        return ""
    address = ascii_address(recipient.email)
    if address is None:
        problems.append(Problem("email To", "email-address-not-allowed"))
        return ""
    return mailbox("To", recipient.name, address) if _may_stand_in("To", recipient.name, problems) else ""


def subject_of(document: Document) -> str:
    """The subject, or the title where the template has none; a proof says that it is one."""
    runs = document.messages.subject
    subject = "".join(" " if run.atom == "break" else run.text for run in runs) if runs else document.title
    return f"[{document.proof}] {subject}" if document.proof else subject


def _subject(document: Document, problems: list[Problem]) -> str:
    subject = subject_of(document)
    return unstructured("Subject", subject) if _may_stand_in("Subject", subject, problems) else ""


def _may_stand_in(header: str, value: str, problems: list[Problem]) -> bool:
    """Whether a text may stand in a header; notes what speaks against it."""
    found = []
    if not allowed(value):
        found.append(Problem(f"email {header}", "header-not-allowed", {"header": header}))
    if len(value) > LONGEST_LINE:
        found.append(Problem(f"email {header}", "header-too-long", {"header": header, "limit": LONGEST_LINE}))
    problems += found
    return not found


def _unsubscribe(document: Document, problems: list[Problem]) -> list[str]:
    """Unsubscribing with one click (RFC 8058), where the document class gives an address for it.

    The address stands as it is on one line: a program that breaks or encodes it breaks the click.
    """
    if not document.rules.unsubscribe:
        return []
    address = safe_address(document.rules.unsubscribe)
    header = f"List-Unsubscribe: <{address}>"
    if address is None or not address.startswith("https:") or not allowed(address) or len(header) > LONGEST_LINE:
        problems.append(Problem("email List-Unsubscribe", "header-not-allowed", {"header": "List-Unsubscribe"}))
        return []
    return [f"{header}\r\n", "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"]
