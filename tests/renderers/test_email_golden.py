"""What mails say, in a form that can be read: the text part as it is, the page as an outline."""

from __future__ import annotations

import email
from email.message import Message

import pytest

from tests.golden import Golden
from tests.renderers.email_outline import outline
from tests.renderers.email_reading import documents, opened, read

SHOWN = [("ahorn", "statement.de"), ("wieland", "statement.en"), ("ahorn", "letter.en"), ("wieland", "everything.de")]


@pytest.mark.parametrize(("theme", "name"), SHOWN)
def test_a_mail_says_what_it_said_before(golden: Golden, theme: str, name: str) -> None:
    mail = read(opened(theme)(documents(theme)[name]))
    golden(f"email/{name}.{theme}.txt", mail.text)
    golden(f"email/{name}.{theme}.outline.txt", outline(mail.page))


@pytest.mark.parametrize("theme", ["ahorn", "wieland"])
def test_the_headers_and_the_frame_are_what_they_were(golden: Golden, theme: str) -> None:
    """The headers of the message and of each of its parts, as they are sent."""
    message = email.message_from_bytes(opened(theme)(documents(theme)["letter.en"]).content)
    golden(f"email/headers.{theme}.txt", "\n\n".join(_headers(part) for part in message.walk()))


def _headers(part: Message) -> str:
    return "\n".join(f"{name}: {value}" for name, value in part.items()).replace("\r\n", "\n")
