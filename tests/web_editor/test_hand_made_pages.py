"""Pages asked by programs of one's own: what is wrong is told, nothing falls over, nothing comes in by the side."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

FORMS = ("brands/ahorn", "workflows/standard", "personas/letter/plain")
LONG = "9" * 5000
ACTS = ("drop 0", "add title/x/y", "add version/x/y", f"drop steps/{LONG}", "drop palette/0", "add labels/en", "add ")
COUNTS = ("steps/#", "palette/series/#", "labels/#")


@pytest.mark.parametrize("form", FORMS)
def test_an_act_that_a_form_does_not_have_is_told(small: World, site: FastAPI, form: str) -> None:
    with signed_in(site, small.home, "law") as law:
        place = f"/administration/{form}"
        told = {act: law.post(place, data={"act": act, "seen": "x"}).status_code for act in ACTS}
        told |= {name: law.post(place, data={"act": "x", "seen": "x", name: LONG}).status_code for name in COUNTS}
    assert {act: status for act, status in told.items() if status not in (200, 422)} == {}


def test_what_the_api_would_not_let_in_is_told_of_a_page_too(small: World, site: FastAPI) -> None:
    with signed_in(site, small.home, "law") as law:
        document = law.get("/templates/letter/document", params={"language": "en"}).json()["document"]
        sent: list[tuple[str, dict[str, Any]]] = [
            ("/notices/0/open?to=/x", {}),
            (f"/notices/{10**30}/open?to=/x", {}),
            ("/create/templates", {"data": {"of": "letter", "title": "x", "languages": "no language"}}),
            ("/templates/letter/comments", {"data": {"words": "a\0b"}}),
            ("/blocks/notice/archive", {"data": {"reason": "\0"}}),
            ("/templates/letter/preview?language=en", {"json": {"document": document, "persona": "x" * 90}}),
            ("/templates/letter/preview?language=en", {"json": {"document": document, "known": ["x"]}}),
        ]
        told = [
            law.post(place, headers={"Accept": kind}, **it)
            for place, it in sent
            for kind in ("application/json", "text/html")
        ]
    assert {it.status_code for it in told} == {422}
    assert "request-form" in told[0].text or "request-least" in told[0].text


def test_nothing_is_made_under_a_name_that_the_api_does_not_know(small: World, site: FastAPI) -> None:
    names = ("../x", "a b", "a\nb", "é", "<b>")
    with signed_in(site, small.home, "law") as law:
        told = [law.post("/administration/brands", data={"name": it, "title": "T", "of": "ahorn"}) for it in names]
        told += [
            law.post("/administration/personas", data={"template": it, "title": "T", "record": "{}"}) for it in names
        ]
        assert {it.status_code for it in told} == {422}
        assert [it["name"] for it in law.get("/api/v1/items/theme").json()["items"]] == ["ahorn"]
        assert [it["name"] for it in law.get("/api/v1/items/persona").json()["items"]] == ["letter/plain"]
