"""Items as they come and go: texts to the byte, pictures, themes with their files, and every version."""

from __future__ import annotations

from base64 import b64encode

import pytest
from fastapi import FastAPI

from ccm.api.negotiating import preferred
from ccm.api.tags import hash_in
from templates_store.file_library import SHIPPED
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"
NEW = {"If-None-Match": "*"}
PICTURE = (SHIPPED.parent.parent / "content_blocks" / "specimen.png").read_bytes()
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1" fill="#123456"/></svg>'


def test_a_text_comes_back_to_the_byte(small: World, app: FastAPI) -> None:
    text = small.text("template", "letter").decode().replace("'1.0'", '"1.1"') + "\n# für später — ✓\n"
    with signed_in(app, small.home, "bob") as bob:
        tag = bob.get(f"{V1}/items/template/letter").headers["ETag"]
        saved = bob.put(f"{V1}/items/template/letter", json={"text": text}, headers={"If-Match": tag})
        assert (saved.status_code, saved.json()["state"]) == (200, "draft")
        raw = bob.get(f"{V1}/items/template/letter", headers={"Accept": "text/html;q=0.1, application/yaml"})
        assert (raw.content.decode(), raw.headers["content-type"]) == (text, "application/yaml")
        assert hash_in(raw.headers["ETag"]) == hash_in(saved.headers["ETag"]) != hash_in(tag)
        old = bob.get(f"{V1}/items/template/letter/versions/1.0")
        assert (old.headers["ETag"], old.json()["state"], old.json()["content"]["version"]) == (tag, "in force", "1.0")
        assert bob.get(f"{V1}/items/template/letter/versions/9.9").status_code == 404
        assert [it["version"] for it in bob.get(f"{V1}/items/template/letter/versions").json()] == ["1.1", "1.0"]
        persona = bob.get(f"{V1}/items/persona/letter/plain", headers={"Accept": "application/yaml"})
        assert persona.content == small.text("persona", "letter/plain")


def test_the_slower_of_two_is_told(small: World, app: FastAPI) -> None:
    text = small.text("template", "letter").decode().replace("'1.0'", "'1.1'")
    with signed_in(app, small.home, "bob") as bob, signed_in(app, small.home, "law") as law:
        tag = bob.get(f"{V1}/items/template/letter").headers["ETag"]
        first, second = (
            it.put(f"{V1}/items/template/letter", json={"text": text + end}, headers={"If-Match": tag})
            for it, end in ((bob, "\n# b\n"), (law, "\n# l\n"))
        )
    assert (first.status_code, second.status_code) == (200, 412)
    assert second.json()["type"] == "urn:ccm:problem:edited-meanwhile"


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("stamp.png", {"picture": b64encode(PICTURE).decode()}, "image/png"),
        ("mark.svg", {"text": SVG}, "image/svg+xml"),
    ],
)
def test_a_picture_is_kept_in_its_harmless_form(
    small: World, app: FastAPI, name: str, content: dict[str, str], media_type: str
) -> None:
    with signed_in(app, small.home, "law") as law:
        assert law.put(f"{V1}/items/asset/{name}", json=content, headers=NEW).status_code == 200
        raw = law.get(f"{V1}/items/asset/{name}", headers={"Accept": "image/*"})
        assert (raw.status_code, raw.headers["content-type"]) == (200, media_type)
        assert raw.content == small.text("asset", name)
        assert "sandbox" in raw.headers["content-security-policy"]


@pytest.mark.parametrize(
    "text", [SVG.replace("<rect", "<script>alert(1)</script><rect"), SVG.replace("<rect", '<rect onload="x()"')]
)
def test_a_picture_that_does_anything_is_refused(small: World, app: FastAPI, text: str) -> None:
    with signed_in(app, small.home, "law") as law:
        answer = law.put(f"{V1}/items/asset/bad.svg", json={"text": text}, headers=NEW)
        assert answer.status_code in (200, 422)
        assert answer.status_code == 422 or b"alert" not in small.text("asset", "bad.svg")
        assert answer.status_code == 422 or b"onload" not in small.text("asset", "bad.svg")


def test_a_theme_keeps_its_files_unless_others_come(small: World, app: FastAPI) -> None:
    text = small.text("theme", "ahorn").decode()
    version = next(line for line in text.splitlines() if line.startswith("version:"))
    new = text.replace(version, "version: '9.0'")
    with signed_in(app, small.home, "law") as law:
        tag = law.get(f"{V1}/items/theme/ahorn").headers["ETag"]
        without = law.put(f"{V1}/items/theme/ahorn", json={"text": new, "files": {}}, headers={"If-Match": tag})
        assert (without.status_code, without.json()["problems"][0]["code"]) == (422, "theme-file-missing")
        saved = law.put(f"{V1}/items/theme/ahorn", json={"text": new}, headers={"If-Match": tag})
        assert (saved.status_code, saved.json()["version"]) == (200, "9.0")


@pytest.mark.parametrize("body", [{}, {"text": "a", "picture": "YQ=="}, {"picture": "YQ"}, {"text": "a\0"}])
def test_what_is_neither_text_nor_picture_is_refused(small: World, app: FastAPI, body: dict[str, str]) -> None:
    with signed_in(app, small.home, "law") as law:
        answer = law.put(f"{V1}/items/template/new", json=body, headers=NEW)
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:ccm:problem:request-form")


@pytest.mark.parametrize(
    ("accept", "liked"),
    [
        ("", "a/json"),
        ("*/*", "a/json"),
        ("b/yaml", "b/yaml"),
        ("B/YAML; charset=utf-8", "b/yaml"),
        ("a/json, b/yaml", "a/json"),
        ("a/json;q=0.5, b/yaml", "b/yaml"),
        ("b/*, a/json;q=0.9", "b/yaml"),
        ("*/*;q=0.9, b/yaml;q=0", "a/json"),
        ("b/yaml;q=0.2, */*;q=0.1", "b/yaml"),
        ("c/other", "a/json"),
        ("rubbish,,;q", "a/json"),
    ],
)
def test_what_is_liked_best_is_given(accept: str, liked: str) -> None:
    assert preferred(accept, ("a/json", "b/yaml")) == liked
