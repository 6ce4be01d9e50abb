"""What a browser has to fetch before somebody can write: little enough for a phone on the train."""

from __future__ import annotations

import pytest
from playwright.sync_api import Response

from tests.evidence import note
from tests.web_editor.conftest import Served
from tests.web_editor.test_editor import open_editor

MOST = 150_000
"""Bytes as they come over the line, page, styles, scripts and faces; the document itself is as long as it is."""


@pytest.mark.parametrize("locale", ["en-GB", "de-DE"])
def test_the_editor_opens_with_few_bytes(served: Served, locale: str) -> None:
    fetched: dict[str, int] = {}

    def count(answer: Response) -> None:
        if "/document" not in answer.url and "/preview" not in answer.url and "/mail-frame" not in answer.url:
            fetched[answer.url.rpartition("/")[2].partition("?")[0]] = answer.request.sizes()["responseBodySize"]

    with served.signed_in("bob", locale=locale) as page:
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        open_editor(page)
        for answer in answers:
            count(answer)
    note(f"first load of the editor, {locale}", bytes=sum(fetched.values()), files=len(fetched))
    assert sum(fetched.values()) < MOST, fetched
