"""The review desk in a real browser: what reviewers, authors and guests do there."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, expect

from ccm.store.commenting import comment, threads_of
from ccm.store.importing import import_folder
from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World, in_every_channel, letters
from tests.web_editor.conftest import Served, watched

OLD, NEW = "within two months", "within three months"


@pytest.fixture
def every(small: World, tmp_path: Path) -> World:
    """The small bank with its letters in all four channels."""
    import_folder(small.home, small.who("law"), in_every_channel(letters(tmp_path / "every")), small.clock())
    small.save("law", "persona", "reminder/plain", small.text("persona", "letter/plain"))
    small.publish("law")
    return small


@pytest.fixture
def asked(small: World) -> str:
    """The clause, in review."""
    return ask(small)


def ask(bank: World) -> str:
    bank.edit("law", "block", "notice", (OLD, NEW), version="2.0")
    return bank.submit("law", ("block", "notice"))


def decide(page: Page, button: str, sure: str, reason: str = "") -> None:
    page.get_by_role("button", name=button).click()
    dialog = page.get_by_role("dialog")
    if reason:
        dialog.get_by_label("Reason").fill(reason)
    dialog.get_by_role("button", name=sure, exact=True).click()
    expect(dialog).to_have_count(0)


def test_ones_own_work_cannot_be_approved_and_the_page_says_why(served: Served, asked: str) -> None:
    with served.signed_in("law") as page:
        page.goto(f"/reviews/{asked}")
        expect(page.get_by_text("Nobody decides about their own work.")).to_be_visible()
        expect(page.get_by_role("button", name="Approve")).to_have_count(0)
        expect(page.get_by_role("button", name="Withdraw…")).to_be_visible()


def test_a_forged_decision_about_ones_own_work_is_refused(site: FastAPI, small: World, asked: str) -> None:
    with signed_in(site, small.home, "law") as client:
        answer = client.post(
            f"/reviews/{asked}/decisions", data={"kind": "approved", "subject": small.review(asked).row.subject}
        )
    assert answer.status_code == 403
    assert small.review(asked).decisions == ()


def test_two_approve_and_the_certificate_can_be_taken_along(served: Served, small: World, asked: str) -> None:
    for login in ("carl", "dora"):
        with served.signed_in(login) as page:
            page.goto(f"/reviews/{asked}")
            decide(page, "Approve…", "Approve")
    assert small.review(asked).state == "approved"
    with served.signed_in("law") as page:
        page.goto(f"/reviews/{asked}")
        with page.expect_download() as file:
            page.get_by_role("link", name="Certificate of approval").click()
        assert Path(file.value.path()).read_bytes().startswith(b"%PDF")


def test_a_rejection_needs_its_reason(served: Served, small: World, asked: str) -> None:
    with served.signed_in("carl") as page:
        page.goto(f"/reviews/{asked}")
        page.get_by_role("button", name="Reject…").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("button", name="Reject", exact=True).click()
        assert small.review(asked).state == "in_review"
        dialog.get_by_label("Reason").fill("Three is too long.")
        dialog.get_by_role("button", name="Reject", exact=True).click()
        expect(page.get_by_text("Three is too long.")).to_be_visible()
    assert small.review(asked).state == "rejected"


def test_what_was_seen_is_what_is_decided(served: Served, small: World, asked: str) -> None:
    """Somebody else decides while the page stands open: what is refused is told in the dialog."""
    with served.signed_in("carl", refusals=True) as page:
        page.goto(f"/reviews/{asked}")
        small.decide("cora", asked, "rejected")
        page.get_by_role("button", name="Approve…").click()
        page.get_by_role("dialog").get_by_role("button", name="Approve", exact=True).click()
        expect(page.get_by_role("dialog").get_by_text("This review is over.")).to_be_visible()


def test_words_are_marked_and_talked_about_until_it_is_dealt_with(served: Served, small: World, asked: str) -> None:
    with served.signed_in("carl") as page:
        page.goto(f"/reviews/{asked}?view=changes&tongue=en")
        expect(page.locator("ins").first).to_contain_text("three")
        expect(page.locator(".redline")).not_to_contain_text("binnen")
        page.evaluate("""() => {
          const words = document.querySelector('.redline dd p[lang=en]').lastChild
          const range = document.createRange()
          range.setStart(words, 1); range.setEnd(words, words.textContent.indexOf('.'))
          getSelection().addRange(range)
        }""")
        page.locator("dd", has=page.locator("p[lang=en]")).get_by_role("button", name="Comment").first.click()
        dialog = page.get_by_role("dialog")
        expect(dialog.locator("blockquote")).to_have_text("months")
        dialog.get_by_label("Comment", exact=True).fill("Calendar months?")
        dialog.get_by_role("button", name="@law").click()
        dialog.get_by_role("button", name="Comment", exact=True).click()
        thread = page.locator("article.thread")
        expect(thread).to_contain_text("Calendar months? @law")
        expect(thread.locator("blockquote")).to_have_text("months")
    with served.signed_in("law") as page:
        page.goto(f"/reviews/{asked}?view=talk")
        page.locator("article.thread").get_by_label("Reply").fill("Yes.")
        page.get_by_role("button", name="Reply", exact=True).click()
        expect(page.locator("article.thread")).to_contain_text("Yes.")
        page.get_by_role("button", name="Dealt with").click()
        expect(page.get_by_text("Nothing waits for an answer.")).to_be_visible()
    (found,) = threads_of(small.home, small.who("law"), f"review/{asked}")
    assert (found.thread.pin and found.thread.pin.quote, found.thread.open) == ("months", False)


def test_asking_for_more_speaks_to_who_wrote_it(served: Served, asked: str) -> None:
    with served.signed_in("carl") as page:
        page.goto(f"/reviews/{asked}")
        page.get_by_role("button", name="Ask for more…").click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_label("Question")).to_have_value("@law ")
        page.keyboard.type("Since when?")
        dialog.get_by_role("button", name="Ask", exact=True).click()
        expect(dialog).to_have_count(0)
        page.get_by_role("link", name="Comments").click()
        expect(page.locator(".mention")).to_have_text("@law")


def test_a_colleague_who_was_handed_it_may_answer(served: Served, small: World, asked: str) -> None:
    with served.signed_in("carl") as page:
        page.goto(f"/reviews/{asked}")
        page.get_by_role("button", name="Hand over…").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Colleague").select_option("dora")
        dialog.get_by_label("Until the end of").fill("2099-01-01")
        dialog.get_by_role("button", name="Hand over", exact=True).click()
        expect(page.locator(".route")).to_contain_text("Dora")
    with served.signed_in("dora") as page:
        page.goto(f"/reviews/{asked}")
        decide(page, "Approve…", "Approve")
        expect(page.locator(".route")).to_contain_text("for Carl")


def test_only_what_is_new_since_ones_last_look_is_told(served: Served, small: World, asked: str) -> None:
    with served.signed_in("carl") as page:
        page.goto(f"/reviews/{asked}")
        page.get_by_role("button", name="I have seen it").click()
        expect(page.get_by_role("button", name="I have seen it")).to_have_count(0)
        comment(small.home, small.who("law"), f"review/{asked}", "I was asked by the regulator.")
        page.reload()
        news = page.get_by_role("region", name="Since your last look")
        expect(news).to_contain_text("I was asked by the regulator.")
        news.get_by_role("button").click()
        expect(news).to_have_count(0)


def lies_in_every_way(page: Page, place: str) -> None:
    """A short message on both sides: woven into one, overlaid, and side by side."""
    proof = page.locator("#proof")
    woven = proof.locator(f".woven {place}")
    expect(woven).to_be_visible()  # the way stays chosen, too
    expect(woven.locator("del")).to_have_text("two")
    expect(woven.locator("ins")).to_have_text("three")
    expect(proof.locator(".was")).to_be_hidden()
    page.get_by_role("button", name="Overlaid").click()
    was, will = (proof.locator(f".{side} .sheet").bounding_box() for side in ("was", "will"))
    assert was
    assert will
    assert (was["x"], was["y"]) == (will["x"], will["y"])
    expect(woven).to_be_hidden()
    page.get_by_role("button", name="Side by side").click()
    expect(proof.locator(f".will {place}").last).to_contain_text(NEW)
    page.get_by_role("button", name="Differences").click()


def test_proofs_lie_beside_and_over_each_other_in_every_channel(served: Served, every: World) -> None:
    review = ask(every)
    with served.signed_in("carl") as page:
        page.goto(f"/reviews/{review}?view=proofs&template=letter&language=en")
        proof = page.locator("#proof")
        expect(proof.locator(".sheet image")).to_have_count(2, timeout=60_000)
        expect(proof.locator(".boxes rect")).not_to_have_count(0)
        expect(proof.locator(".read-back ins")).to_contain_text("three")
        page.get_by_role("button", name="Overlaid").click()
        was, will = (proof.locator(f".{side} .sheet").bounding_box() for side in ("was", "will"))
        assert was == will
        page.get_by_label("How much of the submitted page shows").fill("20")
        assert proof.locator(".will .sheet").evaluate("it => getComputedStyle(it).opacity") == "0.2"
        page.get_by_role("button", name="Close up").click()
        expect(proof.locator(".close-up").first).to_be_visible()
        page.get_by_role("button", name="Email").click()
        for number, words in enumerate((OLD, NEW)):
            mail = page.frame_locator("iframe.mail").nth(number)
            expect(mail.locator("body")).to_contain_text(words)
            expect(mail.locator('[data-piece="notice"]').first).to_have_css("outline-style", "dashed")
            expect(mail.locator('[data-piece="opening"]').first).to_have_css("outline-style", "none")
        expect(proof).to_contain_text("One piece of the message differs.")
        for name, blend in (("Overlaid", "normal"), ("Differences", "difference")):
            page.get_by_role("button", name=name).click()
            was, will = (proof.locator(f".{side} .sheet").bounding_box() for side in ("was", "will"))
            assert was == will
            expect(proof.locator(".will .sheet")).to_have_css("mix-blend-mode", blend)
            expect(mail.locator('[data-piece="notice"]').first).to_have_css("outline-style", "none")
        for name, place in (("SMS", ".bubble"), ("Push message", ".push")):
            page.get_by_role("button", name=name).click()
            lies_in_every_way(page, place)
        page.get_by_role("link", name="Next proof").click()
        expect(proof.locator(".woven .push")).to_be_visible(timeout=60_000)  # channel and way stay chosen
        expect(page.locator(".seen")).to_contain_text("2 looked at")


def test_the_frame_of_a_mail_may_do_nothing(site: FastAPI, small: World, asked: str) -> None:
    with signed_in(site, small.home, "carl") as client:
        answer = client.get(f"/reviews/{asked}/mail?side=after&template=letter&language=en")
    policy = answer.headers["content-security-policy"]
    assert NEW in answer.text
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "allow-scripts" not in policy
    assert "frame-ancestors 'self'" in policy


def test_what_it_touches_leads_to_its_proofs(served: Served, small: World) -> None:
    small.save("law", "persona", "reminder/plain", small.text("persona", "letter/plain"))
    asked = ask(small)
    with served.signed_in("carl") as page:
        page.goto(f"/reviews/{asked}?view=touches")
        expect(page.get_by_role("heading", name="2 templates are touched")).to_be_visible()
        expect(page.get_by_text("combinations checked, nothing found")).to_be_visible()
        page.locator("tbody a").last.click()
        expect(page.locator("select[name=template]")).to_have_value("reminder")


def test_a_guest_sees_the_change_by_a_link_and_says_what_they_think(served: Served, small: World, asked: str) -> None:
    with served.signed_in("law") as page:
        page.goto(f"/reviews/{asked}?view=guests")
        page.get_by_label("Who it is").fill("Zoë, auditors")
        page.get_by_role("button", name="Make a link").click()
        link = page.locator("#guest-link").inner_text()
    with served.browser.new_context() as context, watched(context) as page:
        page.goto(link)
        expect(page.locator(".redline ins").first).to_contain_text("three")
        assert "Carl" not in page.content()
        page.get_by_label("In your words").fill("Fair to customers.")
        page.get_by_role("button", name="I am for it").click()
        expect(page.get_by_role("region", name="What you said")).to_contain_text("Fair to customers.")
    with served.signed_in("law") as page:
        page.goto(f"/reviews/{asked}?view=guests")
        expect(page.get_by_role("region", name="What they think")).to_contain_text("Fair to customers.")
        page.on("dialog", lambda sure: sure.accept())
        page.get_by_role("button", name="Take back").click()
        expect(page.get_by_text("taken back")).to_be_visible()
    with served.browser.new_context() as context, watched(context, refusals=True) as page:
        page.goto(link)
        expect(page.locator("#told .fault")).to_be_visible()
        expect(page.locator(".redline")).to_have_count(0)


def test_several_are_signed_at_once_each_by_itself(served: Served, small: World) -> None:
    first = ask(small)
    small.edit("law", "template", "letter", ("You have {{", "You still have {{"), version="1.1")
    second = small.submit("law", ("template", "letter"))
    with served.signed_in("carl") as page:
        page.goto("/reviews")
        page.get_by_role("link", name="Decide several together").click()
        expect(page.locator("summary").first).to_contain_text("Ahornbank AG")
        expect(page.get_by_role("link", name="Template A letter", exact=True)).to_be_visible()
        page.locator("summary").first.click()
        expect(page.locator(".proof .channels").first).to_be_visible(timeout=60_000)
        for box in page.get_by_role("checkbox").all():
            box.check()
        decide(page, "Approve what is ticked…", "Approve")
        expect(page.get_by_text("No review asks for your decision.")).to_be_visible()
    assert [len(small.review(it).decisions) for it in (first, second)] == [1, 1]


def test_what_was_submitted_again_can_be_read_against_what_one_saw(served: Served, small: World, asked: str) -> None:
    with served.signed_in("carl") as page:
        page.goto(f"/reviews/{asked}")
        page.get_by_role("button", name="I have seen it").click()
        expect(page.get_by_role("button", name="I have seen it")).to_have_count(0)
        small.decide("carl", asked, "rejected")
        small.edit("law", "block", "notice", ("three months", "four months"), version="2.0")
        again = small.submit("law", ("block", "notice"))
        page.goto(f"/reviews/{again}")
        expect(page.locator(".redline")).to_contain_text("two")
        page.get_by_role("link", name="Only since my last look").click()
        expect(page.locator(".redline")).to_contain_text("three")
        expect(page.locator(".redline")).not_to_contain_text("two months")


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/reviews/{review}/decisions", {"kind": "in_review", "subject": "x"}),
        ("/reviews/{review}/comments", {"words": ""}),
        ("/reviews/{review}/comments", {"words": "Well?", "about_kind": "theme"}),
        ("/reviews/{review}/lendings", {"step": "content", "to": "dora", "until": "tomorrow"}),
        ("/reviews/{review}/invitations", {"guest": "Zoë", "days": "99"}),
        ("/reviews/together", {"wanted": "all"}),
        ("/blocks/notice/submit", {"timing": "date", "start": "2026-02-31"}),
        ("/blocks/notice/submit", {"only": "german"}),
    ],
)
def test_what_no_form_of_ours_sends_is_refused(
    site: FastAPI, small: World, asked: str, path: str, form: dict[str, str]
) -> None:
    small.decide("carl", asked, "approved")
    with signed_in(site, small.home, "law" if "submit" in path else "cora") as client:
        answer = client.post(path.format(review=asked), data=form)
    assert answer.status_code == 422
    assert len(small.review(asked).decisions) == 1


def test_an_address_that_says_nonsense_is_refused(site: FastAPI, asked: str, small: World) -> None:
    with signed_in(site, small.home, "law") as client:
        for query in ("view=proofs&day=yesterday", "view=everything", "channel=fax"):
            assert client.get(f"/reviews/{asked}?{query}").status_code == 422
        assert client.get(f"/reviews/{asked}/proof?template=none").status_code == 404
        assert client.get("/blocks/none-such/submit").status_code == 404
