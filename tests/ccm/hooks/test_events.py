"""Events say what the log says, and of that only what is meant for others."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from approvals.log import Entry
from ccm.hooks.events import KINDS, NAMES, TOLD_OF, event_of

PLAIN = st.one_of(st.text(max_size=20), st.integers(), st.none(), st.booleans())
SLOTS = sorted({slot for kind in KINDS for slot in kind.tells})
DETAILS = st.dictionaries(st.one_of(st.sampled_from(SLOTS), st.text(max_size=12)), PLAIN, max_size=12)
PRIVATE = "erika.mustermann@example.com"


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Entries of every kind, with anything in them; in what is not told stands something private."""
    what = draw(st.sampled_from([*sorted(TOLD_OF), "signed-in", "key-made", "opinion-given"]))
    tells = {slot for kind in KINDS if kind.what == what for slot in kind.tells}
    details: dict[str, Any] = {name: value if name in tells else PRIVATE for name, value in draw(DETAILS).items()}
    details |= dict.fromkeys(("reason", "person", "title", "words"), PRIVATE)
    if what in ("decided", "glass-broken"):
        details["decision"] = draw(st.sampled_from(["approved", "rejected", "withdrawn"]))
        details = {"record": details, "signature": PRIVATE}
    at = datetime(2026, 11, 2, 8, tzinfo=UTC)
    return Entry(draw(st.integers(0, 10**9)), at, PRIVATE, what, details, {"revision": [PRIVATE]})


@given(entry=entries())
def test_only_the_facts_of_its_kind_are_told(entry: Entry) -> None:
    event = event_of("ahorn", entry)
    if event is None:
        assert entry.what not in TOLD_OF
        return
    assert PRIVATE.encode() not in event.body
    body = json.loads(event.body)
    (kind,) = (kind for kind in KINDS if kind.name == event.kind)
    assert kind.what == entry.what
    assert body.keys() == {"type", "timestamp", "data"}
    assert body["data"].keys() <= {"organisation", "entry", "leaf", *kind.tells}
    facts = entry.details.get("record", entry.details)
    assert all(body["data"][slot] == facts[slot] for slot in kind.tells if slot in facts)
    assert (body["type"], body["data"]["leaf"]) == (kind.name, entry.leaf())
    assert "." not in event.id


@given(entry=entries())
def test_an_event_is_the_same_each_time(entry: Entry) -> None:
    assert event_of("ahorn", entry) == event_of("ahorn", entry)
    one, other = event_of("ahorn", entry), event_of("birke", entry)
    assert (one is None) == (other is None)
    assert one is None or one.id != other.id  # type: ignore[union-attr]


def test_every_kind_names_what_it_tells() -> None:
    assert len(set(NAMES)) == len(NAMES)
    free = {"reason", "words", "title", "person", "by", "behalf", "authors", "opened_by", "signature"}
    assert not any(free & set(kind.tells) for kind in KINDS)
