"""What items are called, and the files beside a theme: read by whoever may see the item, and by nobody else."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from ccm.store.titles import title, title_of, titles
from content_blocks.canonical import sha256
from templates_store.choose import Kind
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Plain", {"": "Plain"}),
        ({"de": "Brief", "en": "Letter"}, {"de": "Brief", "en": "Letter"}),
        ({"de": "Brief", "en": {"text": "Letter", "of": {"de": "0"}}}, {"de": "Brief", "en": "Letter"}),
        (None, {}),
    ],
)
def test_a_title_in_all_its_spellings(written: object, expected: dict[str, str]) -> None:
    assert title_of({"title": written}) == expected


@pytest.mark.parametrize("kind", ["template", "block", "class", "dictionary", "theme", "persona", "workflow"])
def test_one_title_is_what_stands_among_all_of_them(small: World, kind: Kind) -> None:
    small.edit("law", "template", "letter", version="1.1", title={"en": "A note", "de": "Eine Notiz"})
    found = titles(small.home, small.who("bob"), kind)
    assert found == {name: title(small.home, small.who("bob"), kind, name) for name in found}
    assert title(small.home, small.who("bob"), kind, "no-such") == {}
    assert [it for it in found if title(small.home, small.who("nora"), kind, it)] == []


def test_titles_are_those_of_what_was_saved_last(small: World, app: FastAPI) -> None:
    small.edit("law", "template", "letter", version="1.1", title={"en": "A note", "de": "Eine Notiz"})
    with signed_in(app, small.home, "bob") as bob:
        found = {it["name"]: it["title"] for it in bob.get(f"{V1}/titles/template").json()}
        assert found["letter"] == {"en": "A note", "de": "Eine Notiz"}
        personas = [it["name"] for it in bob.get(f"{V1}/titles/persona?inside=letter/").json()]
        assert personas
        assert all(name.startswith("letter/") for name in personas)
        assert bob.get(f"{V1}/titles/asset").json() == []


def test_files_of_a_theme(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        listed = {it["file"]: it for it in bob.get(f"{V1}/items/theme/ahorn/files").json()}
        logo = bob.get(f"{V1}/items/theme/ahorn/files/logo.svg")
        assert logo.headers["content-type"].startswith("image/svg+xml")
        assert listed["logo.svg"]["sha256"] == sha256(logo.content)
        font = bob.get(f"{V1}/items/theme/ahorn/files/fonts/Inter-Regular.otf")
        assert len(font.content) == listed["fonts/Inter-Regular.otf"]["size"]
        assert bob.get(f"{V1}/items/theme/ahorn/files/none.svg").status_code == 404
        assert bob.get(f"{V1}/items/theme/none/files").status_code == 404


def test_whoever_has_no_business_here_sees_neither(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "nora") as nora:
        assert nora.get(f"{V1}/titles/template").status_code == 403
        assert nora.get(f"{V1}/items/theme/ahorn/files/logo.svg").status_code == 403
