"""What can be seen in a preview: where every piece is, pictures, what costs and what is cut, and what is wrong."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from email import message_from_bytes, policy
from hashlib import sha256
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import etree
from PIL import Image

from content_blocks.stamp import stamp
from tests.ccm.api.editing import RECORD, Content, ask, messages, say


def test_every_piece_is_found_again_on_paper(bob: TestClient) -> None:
    pdf = messages(ask(bob, channels=["pdf"], marks=True))["pdf"]
    page = pdf["pages"][0]
    assert (page["width"], page["height"], page["picture"]) == (2100, 2970, None)
    placed = {mark["piece"]: mark for mark in pdf["marks"]}
    assert {"headline", "opening", "notice"} <= placed.keys()
    for mark in placed.values():
        left, top, width, height = mark["box"]
        assert mark["block"] == mark["piece"]
        assert 0 <= left < left + width <= page["width"]
        assert 0 <= top < top + height <= page["height"]
    assert placed["headline"]["box"][1] < placed["opening"]["box"][1] < placed["notice"]["box"][1]


@pytest.mark.parametrize("channel", ["email", "sms", "push"])
def test_every_piece_is_found_again_in_words(bob: TestClient, channel: str) -> None:
    made = messages(ask(bob, channels=[channel], marks=True))[channel]
    text = {"email": "text", "sms": "text", "push": "body"}[channel]
    spans = {mark["piece"]: slice(*mark["span"]) for mark in made["marks"] if mark["row"] is None}
    assert made[channel][text][spans["opening"]] == "You have 14 days."
    assert made[channel][text][spans["notice"]] == "You may object within two months."


def test_what_a_channel_leaves_out_is_told(bob: TestClient) -> None:
    sms = messages(ask(bob, channels=["sms"], marks=True))["sms"]
    assert [(it["piece"], it["block"], it["reason"]) for it in sms["left_out"]] == [
        ("headline", "headline", "no-short-form")
    ]


def test_a_mail_names_its_pieces_only_for_looking(bob: TestClient) -> None:
    plain, made = ask(bob, channels=["email"]), ask(bob, channels=["email"], marks=True)
    mail = messages(made)["email"]
    assert mail["content"] == messages(plain)["email"]["content"]
    sent = message_from_bytes(b64decode(mail["content"]), policy=policy.default)
    body = sent.get_body(("html",))
    text = sent.get_body(("plain",))
    assert body is not None
    assert text is not None
    assert "data-piece" not in body.get_content()
    seen = mail["email"]
    assert re.sub(r' data-piece="[^"]*"', "", seen["html"]).replace(' "', '"') == body.get_content().strip()
    page = etree.fromstring(seen["html"], etree.HTMLParser())
    found = {name: "".join(it.itertext()) for it in page.iter() if (name := it.get("data-piece"))}
    assert found["opening"] == "You have 14 days."
    assert found["notice"] == "You may object within two months."
    assert seen["text"] == text.get_content().replace("\r\n", "\n")
    assert seen["html_bytes"] == mail["measures"]["html_bytes"]
    assert (seen["subject"], seen["to_address"]) == (sent["Subject"], "ada@example.com")
    assert sent["From"] == f"{seen['from_name']} <{seen['from_address']}>"
    assert f"cid:{seen['pictures'][0]['content_id']}" in seen["html"]


def test_pages_come_as_pictures_once(bob: TestClient) -> None:
    page = messages(ask(bob, channels=["pdf"], pictures=True, resolution=48))["pdf"]["pages"][0]
    with Image.open(io.BytesIO(b64decode(page["picture"]))) as image:
        assert (image.format, list(image.size)) == ("PNG", page["pixels"])
        assert image.size == (397, 562)
        assert sha256(b"397x562\n" + image.tobytes()).hexdigest() == page["sha256"]
    again = messages(ask(bob, channels=["pdf"], pictures=True, resolution=48, known=[page["sha256"]]))["pdf"]["pages"]
    assert again == [{**page, "picture": None}]
    later = messages(ask(bob, channels=["pdf"], pictures=True, first_page=2))["pdf"]["pages"][0]
    assert (later["picture"], later["width"]) == (None, 2100)


def test_pictures_in_a_mail_come_once(bob: TestClient) -> None:
    pictures = messages(ask(bob, channels=["email"], marks=True))["email"]["email"]["pictures"]
    known = [it["sha256"] for it in pictures]
    assert [sha256(b64decode(it["picture"])).hexdigest() for it in pictures] == known
    again = messages(ask(bob, channels=["email"], marks=True, known=known))["email"]["email"]["pictures"]
    assert [(it["sha256"], it["picture"]) for it in again] == [(digest, None) for digest in known]


def test_the_characters_that_cost_are_told(bob: TestClient, content: Content) -> None:
    words = "Seven € or {{ days | number }} ☂ " + "and more " * 20
    sms = messages(ask(bob, channels=["sms"], marks=True, content=say(content, words)))["sms"]["sms"]
    assert (sms["encoding"], sms["room"]) == ("UCS-2", 67)
    assert "".join(segment["text"] for segment in sms["segments"]) == sms["text"]
    assert all(sms["text"][slice(*segment["span"])] == segment["text"] for segment in sms["segments"])
    assert [(sms["text"][it["at"]], it["reason"]) for it in sms["costly"]] == [("☂", "ucs-2")]


def test_what_is_cut_from_a_lock_screen_is_told(bob: TestClient, content: Content) -> None:
    written = say({**content, "title": "T" * 90}, "word " * 60)
    push = messages(ask(bob, channels=["push"], marks=True, content=written))["push"]["push"]
    assert push["cut"] == ["messages.push_title", "opening"]
    assert push["title"].endswith("…")
    assert all(0 < push["sizes"][service] <= push["limits"][service] for service in ("fcm", "apns", "webpush"))


def test_what_is_wrong_with_one_channel_does_not_hide_the_others(bob: TestClient, content: Content) -> None:
    """Nor what is wrong: it can be seen, but not taken away."""
    made = messages(ask(bob, content=say(content, "word " * 120), marks=True))
    sms = made["sms"]
    assert [(it["code"], it["block"]) for it in sms["problems"]] == [("sms-too-long", "")]
    assert (sms["faulty"], sms["content"], sms["text"]) == (True, "", "")
    assert len(sms["sms"]["segments"]) > sms["sms"]["limit"] == 3
    assert [made[channel]["faulty"] for channel in ("pdf", "email", "push")] == [False] * 3
    assert all(made[channel]["content"] for channel in ("pdf", "email", "push"))


def test_a_letter_whose_footer_is_too_high_can_be_seen(bob: TestClient, content: Content) -> None:
    text: Any = {"en": "Line\\\n" * 12 + "Line", "de": "Zeile\\\n" * 12 + "Zeile"}
    written = stamp({**content, "footer": [{"id": "foot", "type": "text", "text": text}]}, "en")
    pdf = messages(ask(bob, channels=["pdf"], content=dict(written), marks=True, pictures=True))["pdf"]
    assert [(it["code"], it["region"]) for it in pdf["problems"]] == [("region-overflow", "footer")]
    assert (pdf["faulty"], pdf["content"]) == (True, "")
    assert pdf["pages"][0]["picture"]
    assert "foot" in {mark["piece"] for mark in pdf["marks"]}
    assert messages(ask(bob, channels=["pdf"], content=dict(written)))["pdf"]["faulty"] is False


def test_who_cannot_be_reached_is_shown_what_they_do_not_get(bob: TestClient) -> None:
    record = {key: value for key, value in RECORD.items() if key != "token"}
    push = messages(ask(bob, record=record, channels=["push"], marks=True))["push"]
    assert [it["code"] for it in push["problems"]] == ["recipient-without-push-token"]
    assert (push["faulty"], push["content"], push["push"]["title"]) == (True, "", "A letter")
    assert push["push"]["body"].endswith("You may object within two months.")
