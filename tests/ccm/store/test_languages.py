"""Approval per language: what is asked for in some languages is checked and approved in those, and in no other."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from ccm.cli import ccm
from ccm.letters import letters
from ccm.libraries import approved_items
from ccm.pipeline import Order
from ccm.store.actor import Given
from ccm.store.auditing import verify
from ccm.store.people import grant
from ccm.store.submitting import Wanted, submit
from content_blocks.problem import Refused
from templates_store.choose import Kind
from tests.ccm.store.world import World

NEW = ("within two months", "within three months")
LETTER: tuple[Kind, str] = ("template", "letter")
NOTICE: tuple[Kind, str] = ("block", "notice")


def codes(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def ask(bank: World, login: str, item: tuple[Kind, str], languages: Collection[str] = ()) -> str:
    """Submit an item in some languages."""
    return submit(bank.home, bank.who(login), [Wanted(*item)], bank.today, now=bank.clock(), languages=languages)


def goes_out(bank: World, template: str, language: str) -> tuple[str, str]:
    """The versions of the template and of the clause in it that go out in a language."""
    with bank.home.reading() as session:
        library = approved_items(bank.home, session, bank.today)
        bundle = library.bundle(library.template(template), language, "ahorn", bank.today)
        return bundle.template.version, bundle.contents["notice"].item.version


def edit_english(bank: World, login: str, item: tuple[Kind, str], swap: tuple[str, str], version: str) -> None:
    """Save another English wording, of which nobody has looked at the translation: that is stale."""
    text = bank.text(*item).decode()
    assert swap[0] in text
    number = text.partition("version: '")[2].partition("'")[0]
    bank.save(login, *item, text.replace(*swap).replace(f"version: '{number}'", f"version: '{version}'", 1))


def letter_in_english(bank: World) -> str:
    """A letter whose German is stale, submitted in English."""
    edit_english(bank, "bob", LETTER, ("You have", "There are"), "1.1")
    return ask(bank, "bob", LETTER, ["en"])


def test_a_stale_language_cannot_be_submitted_and_the_others_can(bank: World) -> None:
    edit_english(bank, "bob", LETTER, ("You have", "There are"), "1.1")
    for languages in ((), ("de",), ("de", "en")):
        with pytest.raises(Refused) as caught:
            ask(bank, "bob", LETTER, languages)
        assert {*codes(caught)} == {"text-stale"}
    review = bank.review(ask(bank, "bob", LETTER, ["en"]))
    assert review.languages == ("en",)
    assert ("languages", "en") in review.facts.hashes
    assert [name.split()[2] for name, _ in review.facts.hashes if name.startswith("bundle")] == ["en"]


def test_only_what_was_approved_goes_out(bank: World) -> None:
    bank.approve(letter_in_english(bank))
    assert goes_out(bank, "letter", "en") == ("1.1", "1.0")
    with pytest.raises(Refused) as caught:
        goes_out(bank, "letter", "de")
    assert codes(caught) == ["bundle-not-approved"]
    assert goes_out(bank, "reminder", "de") == ("1.0", "1.0")


def test_the_subject_says_which_languages(bank: World) -> None:
    bank.edit("bob", *LETTER, ("You have", "There are"), version="1.1")
    subjects = []
    for languages in ((), ("en",), ("en", "de")):
        review = ask(bank, "bob", LETTER, languages)
        subjects.append(bank.review(review).row.subject)
        bank.decide("bob", review, "withdrawn")
    assert len({*subjects}) == 3
    assert verify(bank.home) == []


def test_followers_in_other_languages_keep_what_was_approved_before(bank: World) -> None:
    """The clause is approved as a version; a letter that takes approved wording stays as it was in German, and one
    that always takes the newest stops there, rather than show what nobody has looked at."""
    edit_english(bank, "law", NOTICE, NEW, "1.1")
    review = ask(bank, "law", NOTICE, ["en"])
    assert {name.split()[2] for name, _ in bank.review(review).facts.hashes if name.startswith("bundle")} == {"en"}
    bank.approve(review)
    assert goes_out(bank, "letter", "en") == ("1.0", "1.1")
    assert goes_out(bank, "letter", "de") == ("1.0", "1.0")
    assert goes_out(bank, "reminder", "en") == ("1.0", "1.1")
    with pytest.raises(Refused) as caught:
        goes_out(bank, "reminder", "de")
    assert codes(caught) == ["bundle-not-approved"]


def test_what_was_left_out_can_be_asked_for_later(bank: World) -> None:
    bank.edit("law", *NOTICE, NEW, ("binnen zwei", "binnen drei"), version="1.1")
    bank.approve(ask(bank, "law", NOTICE, ["en"]))
    review = bank.review(ask(bank, "law", NOTICE, ["de"]))
    assert (review.row.kind, review.languages, review.items) == ("bundles", ("de",), ())
    assert bank.approve(review.row.id).state == "approved"
    for template in ("letter", "reminder"):
        assert goes_out(bank, template, "de") == ("1.0", "1.1")
    with pytest.raises(Refused) as caught:
        ask(bank, "law", NOTICE, ["de"])
    assert codes(caught) == ["nothing-to-submit"]


def test_in_another_language_a_change_has_the_class_and_the_authors_it_had(bank: World) -> None:
    """Otherwise a locked wording would come past compliance by being left out first."""
    grant(bank.home, bank.who("ada"), "law", Given("reviewer", step="content"), now=bank.clock())
    bank.edit("law", *NOTICE, NEW, ("binnen zwei", "binnen drei"), version="1.1")
    first = bank.approve(ask(bank, "law", NOTICE, ["en"]))
    bank.edit("bob", "template", "reminder", ("You have", "There are"), version="1.1")
    review = bank.review(ask(bank, "bob", ("template", "reminder")))
    assert first.row.change == review.row.change == "regulated wording"
    assert [step.id for step in review.facts.steps] == ["content", "compliance"]
    assert bank.who("law").id in review.facts.authors
    with pytest.raises(Refused) as caught:
        bank.decide("law", review.row.id)
    assert codes(caught) == ["own-work"]


def test_another_version_still_has_to_pass_what_was_left_out(bank: World) -> None:
    """The new German words were approved by nobody, however little the second change is."""
    grant(bank.home, bank.who("ada"), "carl", Given("author"), now=bank.clock())
    bank.edit("carl", *LETTER, ("Sie haben", "Es bleiben"), version="1.1")
    bank.approve(ask(bank, "bob", LETTER, ["en"]), "cora")
    bank.edit("bob", *LETTER, version="1.2")
    review = bank.review(ask(bank, "bob", LETTER))
    assert review.row.change == "business wording"
    assert bank.who("carl").id in review.facts.authors
    bank.approve(review.row.id, "cora")
    bank.edit("bob", *LETTER, version="1.3")
    assert bank.review(ask(bank, "bob", LETTER)).row.change == "style"


def test_what_was_approved_one_language_after_the_other_is_approved_as_a_whole(bank: World) -> None:
    bank.edit("bob", *LETTER, ("Sie haben", "Es bleiben"), version="1.1")
    for language in ("de", "en"):
        bank.approve(ask(bank, "bob", LETTER, [language]))
    bank.edit("bob", *LETTER, version="1.2")
    assert bank.review(ask(bank, "bob", LETTER)).row.change == "style"


def test_a_language_that_was_left_out_waits_for_somebody_to_ask(bank: World) -> None:
    """A clause can go on changing, though a letter that shows it is stale in one language."""
    bank.approve(letter_in_english(bank))
    bank.edit("law", *NOTICE, NEW, ("binnen zwei", "binnen drei"), version="1.1")
    review = bank.review(bank.submit("law", NOTICE))
    bundles = {tuple(name.split()[1:3]) for name, _ in review.facts.hashes if name.startswith("bundle")}
    assert bundles == {("letter", "en"), ("reminder", "en"), ("reminder", "de")}
    bank.approve(review.row.id)
    with pytest.raises(Refused) as caught:
        goes_out(bank, "letter", "de")
    assert codes(caught) == ["bundle-not-approved"]


def test_a_letter_edited_meanwhile_becomes_a_proposal_in_the_languages_of_the_review(bank: World) -> None:
    edit_english(bank, "law", NOTICE, NEW, "1.1")
    clause = ask(bank, "law", NOTICE, ["en"])
    bank.edit("bob", *LETTER, ("You have", "There are"), version="1.1")
    bank.publish("bob", LETTER)
    bank.approve(clause)
    (waiting,) = [it for it in bank.reviews() if it.state == "in_review"]
    assert (waiting.row.kind, waiting.languages) == ("bundles", ("en",))
    assert bank.approve(waiting.row.id).state == "approved"
    assert goes_out(bank, "letter", "en") == ("1.1", "1.1")
    assert goes_out(bank, "letter", "de") == ("1.1", "1.0")


@pytest.mark.parametrize(("item", "code"), [(LETTER, "languages-unspoken"), (NOTICE, "language-not-touched")])
def test_a_language_that_nothing_is_written_in_is_refused(bank: World, item: tuple[Kind, str], code: str) -> None:
    bank.edit("law", *item, version="1.1", note="once more", title={"en": "Other", "de": "Anderes"})
    with pytest.raises(Refused) as caught:
        ask(bank, "law", item, ["fr"])
    assert code in codes(caught)


def test_a_run_holds_back_a_language_that_nobody_approved(
    small: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The others go out, the reason stands with each record, and it is told before the run begins."""
    monkeypatch.setenv("CCM_HOME", str(small.home.place))
    small.now = datetime.now(UTC) - timedelta(hours=1)
    small.today = small.now.date()
    small.approve(letter_in_english(small))
    record = json.loads(small.text("persona", "letter/plain"))["record"]
    records = [{**record, "id": name, "language": name} for name in ("en", "de")]
    (tmp_path / "data.jsonl").write_text("".join(json.dumps(it) + "\n" for it in records))
    order = ["batch", "run", "letter", "--data", "data.jsonl", "--out", "run", "--channel", "sms", "--workers", "1"]
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(ccm, order)
    assert told.exit_code == 3
    assert "Not approved, so held back: records in de." in told.stderr
    held = json.loads((tmp_path / "run/quarantine.jsonl").read_text())
    assert (held["id"], held["code"]) == ("de", "bundle-not-approved")
    assert [it.stem for it in (tmp_path / "run/sms").iterdir()] == ["en"]


def test_nothing_goes_out_in_the_language_asked_for_if_nobody_approved_it(small: World) -> None:
    small.approve(letter_in_english(small))
    with small.home.reading() as session, pytest.raises(Refused) as caught:
        letters(approved_items(small.home, session, small.today), Order("letter", small.today, language="de"))
    assert codes(caught) == ["bundle-not-approved"]
