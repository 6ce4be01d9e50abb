"""Texts of an item by block, field and language, as comments name them."""

from __future__ import annotations

import pytest

from content_blocks.text_places import text_at

ITEM = {
    "template": "letter",
    "messages": {"subject": {"en": "Your letter", "de": "Ihr Schreiben", "of": {"de": "06c3"}}},
    "body": [
        {
            "id": "panel",
            "type": "panel",
            "blocks": [
                {"id": "opening", "type": "text", "text": {"en": "Hello", "de": "Hallo"}, "short": "Hi"},
                {"id": "costs", "type": "facts", "rows": [{"label": {"en": "Fee"}}, {"label": {"en": "Tax"}}]},
            ],
        },
    ],
}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (("opening", "text", "de"), "Hallo"),
        (("opening", "short", "de"), "Hi"),
        (("costs", "rows.1.label", "en"), "Tax"),
        (("", "messages.subject", "en"), "Your letter"),
        (("opening", "", ""), ""),
        (("opening", "text", "fr"), None),
        (("opening", "text", ""), None),
        (("", "messages.subject", "of"), None),
        (("costs", "rows.2.label", "en"), None),
        (("costs", "rows.x.label", "en"), None),
        (("opening", "text.en.more", "en"), None),
        (("closing", "text", "en"), None),
        (("closing", "", ""), None),
        (("", "body", "en"), None),
    ],
)
def test_what_stands_at_a_place(place: tuple[str, str, str], expected: str | None) -> None:
    assert text_at(ITEM, *place) == expected
