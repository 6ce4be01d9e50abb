"""What is left to translate: what is missing, what its source has left behind, and what that was before."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from content_blocks.yaml_source import read_yaml, write_yaml
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"
LEFT = f"{V1}/items/template/letter/translations"


def changed(small: World, version: str, **texts: Any) -> str:
    """The letter with other texts in its opening, and no German subject."""
    content: dict[str, Any] = dict(read_yaml(small.text("template", "letter").decode()).content)
    content["version"] = version
    opening = next(it for it in content["body"] if it["id"] == "opening")
    opening["text"] = {**opening["text"], **texts}
    content["messages"] = {**content["messages"], "subject": {"en": content["messages"]["subject"]["en"]}}
    return write_yaml(content)


def test_what_is_left_to_translate_is_told_with_what_it_was_translated_from(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        assert bob.get(LEFT, params={"language": "de"}).json()["texts"] == []
        small.save("bob", "template", "letter", changed(small, "1.1", en="You have {{ days | number }} working days."))
        told = bob.get(LEFT, params={"language": "de"}).json()
        assert [(it["where"], it["state"]) for it in told["texts"]] == [
            ("messages.subject", "missing"),
            ("body.opening.text", "stale"),
        ]
        stale = told["texts"][1]
        assert (stale["source"], stale["text"]) == (
            "You have {{ days | number }} working days.",
            "Sie haben {{ days | number }} Tage.",
        )
        assert (stale["was"]["text"], stale["was"]["version"]) == ("You have {{ days | number }} days.", "1.0")
        assert bob.get(LEFT, params={"language": "en"}).json()["texts"] == []


def test_what_no_saved_version_has_is_not_made_up(small: World, app: FastAPI) -> None:
    small.save("bob", "template", "letter", changed(small, "1.1", of={"de": "0" * 12}))
    with signed_in(app, small.home, "bob") as bob:
        told = bob.get(LEFT, params={"language": "de"}).json()["texts"]
    assert [(it["state"], it["was"]) for it in told] == [("missing", None), ("stale", None)]


def test_there_is_nothing_to_translate_where_there_is_nothing(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        assert bob.get(f"{V1}/items/template/nothing/translations", params={"language": "de"}).status_code == 404
        assert bob.get(LEFT, params={"language": "fr"}).json()["problems"][0]["code"] == "language-not-listed"
        assert bob.get(LEFT).status_code == 422
