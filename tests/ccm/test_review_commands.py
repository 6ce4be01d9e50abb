"""The commands of reviews, as authors and reviewers of a small bank type them."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest

from ccm.store.retiring import retire
from ccm.store.waiting import waiting
from ccm.terminal import Exit
from tests.ccm import at_terminal
from tests.ccm.shop import SOONER, Shop
from tests.ccm.store.entering import PASSWORD
from tests.ccm.store.world import TINY


def test_one_clause_is_changed_once_and_every_letter_shows_it(shop: Shop) -> None:
    before = shop.bank.says()
    review = shop.submitted("1.1", "--title", "Six weeks")
    assert {it["template"] for it in review["bundles"]} == {"letter", "reminder"}
    assert (review["change"], review["step"], review["people"]) == ("regulated wording", "content", ["carl", "cora"])
    after = shop.approved(review)
    assert (after["state"], after["step"], [it["person"] for it in after["decisions"]]) == (
        "approved",
        None,
        ["carl", "dora"],
    )
    assert SOONER[0] in before
    assert SOONER[1] in shop.bank.says()
    assert SOONER[1] in shop.bank.says("reminder")


def test_what_waits_is_listed_with_whom_it_waits_for(shop: Shop) -> None:
    assert "Nothing waits" in shop.done("review", "list")
    review = shop.submitted("1.1", "--title", "Six weeks")
    listed = shop.done("review", "list")
    assert all(word in listed for word in (review["id"], "Content: carl, cora", "regulated wording", "Six weeks"))
    assert "Inhalt: carl, cora" in shop.in_german("review", "list")
    shop.approved(review)
    assert "Nothing waits" in shop.done("review", "list")
    assert [it["state"] for it in shop.data("review", "list", "--all")] == ["approved", "approved"]


def test_a_title_is_text_whatever_it_holds(shop: Shop) -> None:
    shop.submitted("1.1", "--title", "[/bold] [red]")
    shown = shop.done("review", "list") + shop.done("review", "show", shop.data("review", "list")[0]["id"])
    assert shown.count("[/bold] [red]") == 2


def test_a_title_that_would_speak_to_a_terminal_is_refused(shop: Shop) -> None:
    assert shop.refused("review", "submit", "--title", "\x1b[31mred", by="law") == "words-unwritable"


def test_a_review_shows_what_would_go_out_and_who_has_said_yes(shop: Shop) -> None:
    review = shop.submitted("1.1", "--start", "2099-01-01")
    shop.done("review", "approve", review["id"], "--subject", review["subject"][:12], by="carl")
    shown = shop.done("review", "show", review["id"])
    assert review["subject"] in shown
    assert "Authors          ada, law" in shown  # ada set the password of law
    assert "1/1" in shown
    assert "0/1" in shown
    told = shop.data("review", "show", review["id"])
    assert {it["day"] for it in told["bundles"]} == {"2099-01-01"}
    assert told["problems"] == []
    assert "Wartet auf" in shop.in_german("review", "show", review["id"])


def test_what_has_come_to_speak_against_an_open_review_is_told(shop: Shop) -> None:
    bank = shop.bank
    bank.edit("law", "template", "letter", ("Your letter", "Our letter"), version="2.0")
    review = shop.data("review", "submit", "template/letter", by="law")["id"]
    assert shop.data("review", "show", review)["problems"] == []
    retire(bank.home, bank.who("paul"), "block", "notice", "1.0", "It was wrong.", bank.clock())
    assert "block-not-in-force" in {it["code"] for it in shop.data("review", "show", review)["problems"]}


def test_the_redline_is_in_the_language_of_who_looks(shop: Shop) -> None:
    review = shop.submitted("1.1")["id"]
    english, german = shop.done("review", "diff", review), shop.in_german("review", "diff", review)
    assert "[-two months-] {+six weeks+}" in english or "[-two months-]{+six weeks+}" in english
    assert "Short form" in english
    assert "Kurzform" in german
    assert english.splitlines()[-1] == f"Subject {shop.data('review', 'show', review)['subject'][:12]}"


def test_the_redline_is_a_page_and_data_as_well(shop: Shop) -> None:
    review = shop.submitted("1.1")["id"]
    assert shop.done("review", "diff", review, "--html", "changes.html") == "changes.html\n"
    page = (shop.folder / "changes.html").read_text()
    assert "<ins>" in page
    assert page.startswith("<!DOCTYPE html>")
    (item,) = shop.data("review", "diff", review)["items"]
    assert (item["name"], item["redline"]["before"], item["redline"]["after"]) == ("notice", "1.0", "1.1")


def test_what_is_new_has_no_redline(shop: Shop) -> None:
    library = shop.folder / "more"
    (library / "assets").mkdir(parents=True)
    shutil.copyfile(next((TINY.parents[3] / "templates_store").rglob("logo*.png")), library / "assets" / "logo.png")
    shop.done("import", str(library), by="law")
    review = shop.data("review", "submit", by="law")["id"]
    assert "Asset logo.png 1.0: new" in shop.done("review", "diff", review)


def test_a_decision_is_about_what_was_seen(shop: Shop) -> None:
    review = shop.submitted("1.1")
    unseen = shop.run("review", "approve", review["id"], by="carl")
    assert (unseen.exit_code, "--subject" in unseen.stderr) == (Exit.USAGE, True)
    assert shop.refused("review", "approve", review["id"], "--subject", "0" * 64, by="carl") == "review-differs"
    assert shop.data("review", "show", review["id"])["decisions"] == []


REFUSED_DECISIONS = [
    ("approve", "law", "own-work"),
    ("approve", "dora", "not-a-reviewer"),
    ("approve", "bob", "not-a-reviewer"),
    ("reject", "law", "own-work"),
    ("reject", "bob", "not-a-reviewer"),
    ("withdraw", "carl", "not-submitter"),
]


@pytest.mark.parametrize(("decision", "by", "code"), REFUSED_DECISIONS)
def test_who_may_not_decide_is_told_why(shop: Shop, decision: str, by: str, code: str) -> None:
    review = shop.submitted("1.1")
    about = ("--subject", review["subject"]) if decision == "approve" else ("--reason", "because")
    assert shop.refused("review", decision, review["id"], *about, by=by) == code
    assert shop.data("review", "show", review["id"])["state"] == "in_review"


def test_a_review_ends_with_a_no_or_when_it_is_taken_back(shop: Shop) -> None:
    first = shop.submitted("1.1")["id"]
    assert shop.refused("review", "reject", first, "--reason", "  ", by="carl") == "reason-missing"
    assert "rejected" in shop.done("review", "reject", first, "--reason", "Too short.", by="carl")
    assert "Too short." in shop.done("review", "show", first)
    second = shop.data("review", "submit", "block/notice", by="law")["id"]
    assert shop.data("review", "withdraw", second, "--reason", "A better one comes.", by="law")["state"] == "withdrawn"
    about = ("--reason", "again")
    assert shop.refused("review", "withdraw", second, *about, by="law") == "review-over"


@pytest.mark.parametrize("verb", ["show", "diff"])
def test_a_review_that_there_is_not_is_refused(shop: Shop, verb: str) -> None:
    assert shop.refused("review", verb, "r-nosuch") == "review-unknown"


def test_one_version_is_in_one_review(shop: Shop) -> None:
    shop.submitted("1.1")
    assert shop.refused("review", "submit", "block/notice", by="law") == "already-in-review"
    assert shop.refused("review", "submit", "block/nosuch", by="law") == "item-not-known"


def test_on_a_terminal_what_changes_is_shown_and_asked_about(shop: Shop) -> None:
    review = shop.submitted("1.1")["id"]
    typed = ("review", "approve", review, "--as", "carl")
    with at_terminal.started(typed, shop.settings) as no:
        no.answer("Password of carl", PASSWORD)
        no.answer("do you agree that it is sent?", "n")
        assert no.end() == Exit.FAILED
        assert "Nothing was decided." in no.shown
    with at_terminal.started(typed, shop.settings) as yes:
        yes.answer("Password of carl", PASSWORD)
        yes.answer("Content block notice 1.1 · Text “text”: changed", "y")
        assert yes.end() == Exit.DONE
        assert PASSWORD not in yes.shown
    assert [it["person"] for it in shop.data("review", "show", review)["decisions"]] == ["carl"]


def test_deadlines_are_listed_with_what_is_overdue_on_top(shop: Shop) -> None:
    assert "No deadline" in shop.done("review", "due")
    review = shop.submitted("1.1")
    (running,) = shop.data("review", "due")
    assert running["id"] == review["id"]
    assert datetime.fromisoformat(running["due"]) > datetime.fromisoformat(running["submitted_at"])
    (entry,) = waiting(shop.bank.home)
    assert entry.due is not None
    assert not entry.is_overdue(entry.due)
    assert entry.is_overdue(datetime.max.replace(tzinfo=UTC))
