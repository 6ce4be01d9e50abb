"""A content block while its owner writes it: by itself, and in templates that pin another version of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from content_blocks.content_block import ContentBlock
from content_blocks.document import CHANNELS
from content_blocks.item import item_hash, read_item
from content_blocks.specimen_use import GIVEN, specimen_use
from content_blocks.stamp import stamp
from templates_store.parsing import parse
from tests.ccm.api.editing import V1, Content, ask, messages, stored
from tests.ccm.store.world import World
from tests.golden import ROOT
from web_editor.conditions.place import typed

SHIPPED = sorted((ROOT / "templates_store/library/blocks").glob("*/*.yaml"))
THREE: Any = {"en": "You may object within three months.", "de": "Sie können binnen drei Monaten widersprechen."}


@pytest.fixture
def newer(every: World) -> Content:
    """The notice with other words, as the version after the approved one."""
    block = stored(every, "block", "notice")
    long: Any = [{"id": "text", "type": "text", "text": THREE}]
    return dict(stamp({**block, "version": "1.1", "short": THREE, "long": long}, "en"))


def alone(client: TestClient, **wish: Any) -> Any:
    wish = {"brand": "ahorn", "language": "en", **wish}
    return client.post(f"{V1}/preview", json={"marks": True, "check": True, **wish})


def test_it_is_seen_by_itself_in_every_channel(bob: TestClient, newer: Content) -> None:
    made = alone(bob, block=newer).json()
    assert [it["channel"] for it in made["messages"]] == list(CHANNELS)
    assert all("three months" in messages(made)[channel]["text"] for channel in ("email", "sms", "push"))
    assert "drei Monaten" in messages(alone(bob, block=newer, language="de").json())["sms"]["text"]
    assert {it["piece"] for it in messages(made)["email"]["marks"]} >= {"clause"}
    assert [it["code"] for it in made["checks"]] == []


def test_what_it_wants_to_know_is_filled_with_samples(bob: TestClient, newer: Content) -> None:
    label = {"en": "Notice in days", "de": "Frist in Tagen"}
    asks: Any = {"days": {"type": "integer", "label": label, "min": "14", "max": "90"}}
    words: Any = {"en": "Within {{ input.days | number }} days.", "de": "Binnen {{ input.days | number }} Tagen."}
    written = stamp({**newer, "inputs": asks, "short": words}, "en")
    assert "Within 14 days." in messages(alone(bob, block=written).json())["sms"]["text"]


def test_without_a_short_form_there_is_no_text_message(bob: TestClient, newer: Content) -> None:
    del newer["short"]
    assert [it["channel"] for it in alone(bob, block=newer).json()["messages"]] == ["pdf", "email"]


def test_a_template_shows_it_whatever_it_pins(bob: TestClient, every: World, newer: Content) -> None:
    letter = stored(every, "template", "letter")
    before = stored(every, "block", "notice")
    use = next(it for it in letter["body"] if it["id"] == "notice")
    del use["follow"]
    use |= {"version": "1.0", "hash": item_hash(read_item(ContentBlock, before), before)}
    assert "two months" in messages(ask(bob, content=letter, block=newer))["sms"]["text"]
    assert "three months" in messages(ask(bob, content=letter, block=newer, insist=True))["sms"]["text"]
    later = {**newer, "effective": {"from": "2099-01-01"}}
    assert "three months" in messages(ask(bob, block=later, insist=True, day="2099-01-01"))["sms"]["text"]


def test_a_brand_has_to_be_named_and_the_block_has_to_be_ones_business(bob: TestClient, newer: Content) -> None:
    answer = alone(bob, block=newer, brand=None)
    assert [(it["where"], it["code"]) for it in answer.json()["problems"]] == [("brand", "field-missing")]
    assert alone(bob).json()["problems"][0]["code"] == "record-or-persona"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_every_shipped_content_block_gets_samples_within_its_bounds(path: Any) -> None:
    parsed = parse("block", path.parent.name, path.read_bytes())
    item: ContentBlock = parsed.item
    use = specimen_use(item, parsed.hash, "ahorn", ("de",), date(2026, 11, 28))
    assert use.record.get(GIVEN, {}).keys() == item.inputs.keys()
    samples = use.record.get(GIVEN, {})
    assert [name for name, it in item.inputs.items() if it.problem(typed(samples[name], it.type))] == []
    assert [use.template["body"][0]["block"], *use.template["languages"]] == [item.block, "de"]
