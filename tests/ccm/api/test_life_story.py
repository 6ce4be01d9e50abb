"""What becomes of approved items, over HTTP: change sets, retiring, the register, lending, break-glass, rechecking."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ccm.store.api_keys import make_key
from ccm.store.rechecking import remember
from tests.ccm.api.conftest import HTTPS, signed_in
from tests.ccm.store.world import World

V1 = "/api/v1"
LATER = datetime.now(UTC).date() + timedelta(days=60)


def changes(small: World, start: date | None = None) -> str:
    """A clause and a letter that were changed and approved together."""
    small.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    small.edit("law", "template", "letter", ("You have", "There are"), version="1.1")
    return small.publish("law", ("block", "notice"), ("template", "letter"), start=start).row.id


def test_a_change_set_is_planned_put_off_and_taken_back_as_one(small: World, app: FastAPI) -> None:
    review = changes(small, LATER)
    with signed_in(app, small.home, "paul") as paul:
        found = paul.get(f"{V1}/change-sets/{review}")
        planned = found.json()
        assert (planned["state"], planned["start"]) == ("planned", LATER.isoformat())
        assert {(it["kind"], it["name"]) for it in planned["items"]} == {("block", "notice"), ("template", "letter")}
        followers = {(it["template"], it["language"], it["day"]) for it in planned["bundles"]}
        assert ("reminder", "en", LATER.isoformat()) in followers  # nobody touched it: it follows the clause
        same = paul.get(f"{V1}/change-sets/{review}", headers={"If-None-Match": found.headers["ETag"]})
        assert (same.status_code, same.content) == (304, b"")
        late = (LATER + timedelta(days=1)).isoformat()
        early = {"start": datetime.now(UTC).date().isoformat(), "reason": "sooner"}
        refused = paul.post(f"{V1}/change-sets/{review}/postponements", json=early)
        assert refused.json()["type"] == "urn:ccm:problem:begins-earlier"
        put_off = paul.post(f"{V1}/change-sets/{review}/postponements", json={"start": late, "reason": "forms"})
        assert (put_off.json()["state"], put_off.json()["start"]) == ("planned", late)
        gone = paul.post(f"{V1}/change-sets/{review}/take-back", json={"reason": "The wrong paragraph."}).json()
        assert (gone["state"], [it["retired"] for it in gone["items"]]) == ("taken back", [True, True])
        again = paul.post(f"{V1}/change-sets/{review}/take-back", json={"reason": "twice"})
        assert (again.status_code, again.json()["type"]) == (409, "urn:ccm:problem:nothing-to-take-back")


def test_the_state_of_a_change_set_follows_its_review_and_the_calendar(small: World, app: FastAPI) -> None:
    first = small.reviews()[-1].row.id
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    open_one = small.submit("bob", ("template", "letter"))

    def state(review: str) -> str:
        with signed_in(app, small.home, "bob") as bob:
            return str(bob.get(f"{V1}/change-sets/{review}").json()["state"])

    assert (state(first), state(open_one)) == ("in force", "in review")
    small.decide("carl", open_one, "rejected")
    assert state(open_one) == "rejected"
    small.edit("bob", "template", "letter", ("There are", "It is"), version="1.2")
    newer = small.publish("bob", ("template", "letter")).row.id
    small.edit("bob", "template", "letter", ("It is", "You see"), version="1.3")
    newest = small.publish("bob", ("template", "letter")).row.id
    assert (state(newer), state(newest)) == ("superseded", "in force")


@pytest.mark.parametrize("login", ["bob", "carl", "ada", "olga"])
def test_only_publishers_retire_take_back_and_break_the_glass(small: World, app: FastAPI, login: str) -> None:
    review = changes(small)
    glass = {"template": "letter", "language": "en", "brand": "ahorn", "hours": 1, "reason": "It cannot wait longer."}
    with signed_in(app, small.home, login) as client:
        for path, body in (
            ("items/block/notice/versions/1.1/retirement", {"reason": "x"}),
            (f"change-sets/{review}/take-back", {"reason": "x"}),
            (f"change-sets/{review}/postponements", {"reason": "x", "start": LATER.isoformat()}),
            ("glasses", glass),
        ):
            refused = client.post(f"{V1}/{path}", json=body)
            assert (refused.status_code, refused.json()["type"]) == (403, "urn:ccm:problem:role-missing-for")


def test_a_retired_version_makes_room(small: World, app: FastAPI) -> None:
    changes(small)
    retiring = f"{V1}/items/block/notice/versions/1.1/retirement"
    with signed_in(app, small.home, "paul") as paul:
        assert paul.post(retiring, json={"reason": " "}).json()["type"] == "urn:ccm:problem:reason-missing"
        assert paul.post(retiring, json={"reason": "wrong"}).status_code == 204
        assert paul.post(retiring, json={"reason": "wrong"}).status_code == 409
        states = {it["version"]: it["state"] for it in paul.get(f"{V1}/items/block/notice/versions").json()}
    assert states == {"1.0": "in force", "1.1": "retired"}


def test_the_register_says_what_is_whose_and_until_when(small: World, app: FastAPI) -> None:
    changes(small)
    with signed_in(app, small.home, "law") as law:
        (entry,) = law.get(f"{V1}/register").json()["entries"]
        assert (entry["block"], entry["version"], entry["used"]) == ("notice", "1.1", 3)
        for name, value in (("owner", entry["owner"]), ("citation", entry["citation"][2:].lower())):
            assert law.get(f"{V1}/register", params={name: value}).json()["entries"] == [entry]
        for place in entry["jurisdiction"]:
            assert law.get(f"{V1}/register", params={"jurisdiction": place}).json()["entries"] == [entry]
        assert law.get(f"{V1}/register?within=3660").json()["entries"] == []  # it has time until 2099
        for name in ("owner", "citation", "jurisdiction"):
            assert law.get(f"{V1}/register", params={name: "nobody's"}).json() == {"entries": [], "next": None}


def test_the_register_comes_by_pages(small: World, app: FastAPI) -> None:
    text = small.text("block", "notice").decode()
    for name in ("another", "third"):
        small.save("law", "block", name, text.replace("block: notice", f"block: {name}"))
    small.publish("law", ("block", "another"), ("block", "third"))
    with signed_in(app, small.home, "law") as law:
        found: list[str] = []
        after: str | None = ""
        while after is not None:
            page = law.get(f"{V1}/register", params={"after": after, "limit": 1}).json()
            found += [it["block"] for it in page["entries"]]
            after = page["next"]
    assert found == ["another", "notice", "third"]


def test_who_is_away_lends_a_right_and_takes_it_back(small: World, app: FastAPI) -> None:
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    review = small.submit("bob", ("template", "letter"))
    until = (datetime.now(UTC) + timedelta(days=9)).isoformat()
    with signed_in(app, small.home, "carl") as carl:
        foreign = carl.post(f"{V1}/lendings", json={"step": "compliance", "to": "dora", "until": until})
        assert (foreign.status_code, foreign.json()["type"]) == (403, "urn:ccm:problem:not-yours-to-lend")
        lent = carl.post(f"{V1}/lendings", json={"step": "content", "to": "dora", "until": until})
        assert (lent.status_code, lent.json()["lender"], lent.json()["to"]) == (201, "carl", "dora"), lent.text
        number = lent.json()["number"]
    with signed_in(app, small.home, "dora") as dora:
        assert [it["id"] for it in dora.get(f"{V1}/reviews?waiting=true").json()["reviews"]] == [review]
    with signed_in(app, small.home, "bob") as bob:
        assert bob.delete(f"{V1}/lendings/{number}").status_code == 403
        assert [it["ended_at"] for it in bob.get(f"{V1}/lendings").json()] == [None]
    with signed_in(app, small.home, "carl") as carl:
        assert carl.delete(f"{V1}/lendings/{number}").status_code == 204
        assert carl.delete(f"{V1}/lendings/{number}").status_code == 409
        assert carl.delete(f"{V1}/lendings/{number + 1}").status_code == 404
    with signed_in(app, small.home, "dora") as dora:
        assert dora.get(f"{V1}/reviews?waiting=true").json()["reviews"] == []


def test_a_publisher_breaks_the_glass_once(small: World, app: FastAPI) -> None:
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    glass = {"template": "letter", "language": "en", "brand": "ahorn", "hours": 2, "reason": "The deadline is wrong."}
    with signed_in(app, small.home, "paul") as paul:
        short = paul.post(f"{V1}/glasses", json={**glass, "reason": "asap!!!"})
        assert short.json()["type"] == "urn:ccm:problem:glass-without-reason"
        assert paul.post(f"{V1}/glasses", json={**glass, "template": "nosuch"}).status_code == 404
        broken = paul.post(f"{V1}/glasses", json=glass)
        assert (broken.status_code, broken.json()["open"], broken.json()["opened_by"]) == (201, True, "paul")
        review = broken.json()["review"]
        assert paul.get(f"{V1}/reviews/{review}").json()["title"] == "The deadline is wrong."
        assert paul.post(f"{V1}/glasses", json=glass).status_code == 409
    small.decide("carl", review, "rejected")
    with signed_in(app, small.home, "udo") as udo:
        assert [(it["review"], it["open"]) for it in udo.get(f"{V1}/glasses").json()] == [(review, False)]


def test_programs_neither_lend_nor_break_glasses_nor_publish(small: World, app: FastAPI) -> None:
    review = changes(small)
    until = (datetime.now(UTC) + timedelta(days=9)).isoformat()
    glass = {"template": "letter", "language": "en", "brand": "ahorn", "hours": 2, "reason": "The deadline is wrong."}
    for login, path, body in (
        ("carl", "lendings", {"step": "content", "to": "dora", "until": until}),
        ("paul", "glasses", glass),
        ("paul", f"change-sets/{review}/take-back", {"reason": "x"}),
        ("olga", "recheck", None),
    ):
        key = make_key(small.home, small.who(login), f"x {path[:9]}", ["read", "write", "render", "batch"], 1)
        with TestClient(app, HTTPS, headers={"Authorization": f"Bearer {key}"}) as program:
            assert program.post(f"{V1}/{path}", json=body).status_code == 403, path


def test_an_operator_has_everything_rendered_again(small: World, app: FastAPI) -> None:
    noted = remember(small.home, "letter", small.today, "ahorn", small.clock())
    assert noted > 0
    with signed_in(app, small.home, "olga") as olga:
        found = olga.post(f"{V1}/recheck")
        assert found.status_code == 200, found.text
        assert (found.json()["same"], found.json()["changed"]) == (noted, [])
        assert found.json()["engine"]
    with signed_in(app, small.home, "bob") as bob:
        assert bob.post(f"{V1}/recheck").status_code == 403


def test_who_has_it_already_gets_nothing_again(small: World, app: FastAPI) -> None:
    with signed_in(app, small.home, "bob") as bob:
        for path in ("items/template/letter", "items/template/letter/versions/1.0", "items/theme/ahorn/export"):
            for accept in ("application/json", "application/yaml"):
                first = bob.get(f"{V1}/{path}", headers={"Accept": accept})
                tag = first.headers["ETag"]
                again = bob.get(f"{V1}/{path}", headers={"Accept": accept, "If-None-Match": f'"x", W/{tag}'})
                assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
                assert again.headers["ETag"] == tag
                assert bob.get(f"{V1}/{path}", headers={"Accept": accept, "If-None-Match": '"x"'}).status_code == 200
        delivered = bob.get(f"{V1}/items/template/letter", headers={"Accept": "application/yaml"}).headers["ETag"]
        small.save("bob", "template", "letter", small.text("template", "letter") + b"\n# a remark\n")
        again = bob.get(
            f"{V1}/items/template/letter", headers={"Accept": "application/yaml", "If-None-Match": delivered}
        )
        assert again.status_code == 200  # the same content, but not the same bytes


def test_a_tag_of_data_knows_the_calendar(small: World, app: FastAPI) -> None:
    """The state is part of what is answered, so a tag that was good before an approval is not after it."""
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    with signed_in(app, small.home, "bob") as bob:
        tag = bob.get(f"{V1}/items/template/letter").headers["ETag"]
        small.publish("bob", ("template", "letter"))
        after = bob.get(f"{V1}/items/template/letter", headers={"If-None-Match": tag})
        assert (after.status_code, after.json()["state"]) == (200, "in force")


def test_an_item_comes_out_as_its_files_byte_for_byte(small: World, app: FastAPI) -> None:
    small.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    with signed_in(app, small.home, "law") as law:
        block = law.get(f"{V1}/items/block/notice/export")
        theme = law.get(f"{V1}/items/theme/ahorn/export")
        old = law.get(f"{V1}/items/block/notice/versions/1.0", headers={"Accept": "application/yaml"}).content
        assert law.get(f"{V1}/items/block/nosuch/export").status_code == 404
    with ZipFile(BytesIO(block.content)) as files:
        assert files.namelist() == ["blocks/notice/1.0.yaml", "blocks/notice/1.1.yaml"]
        assert files.read("blocks/notice/1.0.yaml") == old
        assert files.read("blocks/notice/1.1.yaml") == small.text("block", "notice")
    with ZipFile(BytesIO(theme.content)) as files:
        assert files.read("themes/ahorn/theme.yaml") == small.text("theme", "ahorn")
        assert "themes/ahorn/logo.svg" in files.namelist()
