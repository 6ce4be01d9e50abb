"""An author writes on in the editor where compliance has opened and removed locked blocks that are not approved yet."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import expect

from content_blocks.yaml_source import read_yaml
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served
from tests.web_editor.document.documents import nodes
from tests.web_editor.test_editor import open_editor, saved


def letter(world: World) -> dict[str, Any]:
    return dict(read_yaml(world.text("template", "letter").decode()).content)


def seal(world: World) -> None:
    """The letter with a locked sentence beside its clause, approved; then the draft that opens both."""
    sentence = {"id": "seal", "type": "text", "lock": "locked", "text": {"en": "As agreed.", "de": "Wie vereinbart."}}
    short = {"short": {"en": "As agreed.", "de": "Wie vereinbart."}}
    body = letter(world)["body"]
    world.edit("law", "template", "letter", version="1.1", body=[*body[:2], {**sentence, **short}, *body[2:]])
    world.publish("law", ("template", "letter"))
    opened = [{**it, "lock": "open"} if it["id"] in ("seal", "notice") else it for it in letter(world)["body"]]
    world.edit("law", "template", "letter", version="1.2", body=opened)


def test_an_author_writes_on_beside_what_compliance_has_opened(served: Served, small: World) -> None:
    seal(small)
    with served.signed_in("bob", locale="en-GB") as page:
        open_editor(page)
        page.locator(".region-body .block-heading .line").first.click()
        page.keyboard.press("End")
        page.keyboard.type(", at last")
        saved(page)
        page.locator("[data-id=seal] .words-text .line").click()
        page.keyboard.type("Not ")
        expect(page.locator(".kept")).to_be_visible()
        expect(page.locator("[data-id=seal] .words-text .line")).to_have_text(re.compile("^As agreed.$"))
        saved(page)
    made = letter(small)
    assert made["body"][0]["text"]["en"] == "Your letter, at last"
    assert {it["id"]: it["lock"] for it in made["body"] if "lock" in it} == {"seal": "open", "notice": "open"}


def test_a_hand_made_client_does_not_follow_compliance(site: Any, small: World) -> None:
    seal(small)
    with signed_in(site, small.home, "bob") as bob:
        told = bob.get("/templates/letter/document?language=en").json()
        words = next(nodes(block(told["document"], "seal"), "words"))
        words["content"] = [{"type": "text", "text": "As I like it."}]
        block(told["document"], "seal")["attrs"]["mode"] = "open"
        sent = {"document": told["document"]}
        headers = {"If-Match": f'"{told["hash"]}"', "Accept": "application/json"}
        answer = bob.put("/templates/letter/document?language=en", json=sent, headers=headers)
        assert {it["code"] for it in answer.json()["problems"]} == {"locked"}


def block(document: Any, name: str) -> Any:
    return next(it for it in nodes(document, "block") if it["attrs"]["id"] == name)
