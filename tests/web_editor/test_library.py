"""The library in a real browser: looked through, begun from what is there, archived and brought back, and told of."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from ccm.store.actor import Given
from ccm.store.commenting import comment
from ccm.store.people import grant
from tests.ccm.store.world import World
from tests.web_editor.conftest import Served


def titles(page: Page) -> list[str]:
    return page.locator(".shelf tbody th > a").all_inner_texts()


def test_a_shelf_is_searched_filtered_and_sorted_at_addresses_that_can_be_sent(served: Served, small: World) -> None:
    for name in ("card-lost", "card-stolen"):
        text = small.text("template", "letter").decode().replace("template: letter", f"template: {name}")
        small.save("bob", "template", name, text.replace("title: {en: A letter", f"title: {{en: {name.title()}"))
    with served.signed_in("bob", locale="en-GB") as page:
        page.goto("/templates")
        assert titles(page) == ["A letter", "A reminder", "Card-Lost", "Card-Stolen"]
        page.get_by_role("link", name="Title").click()
        expect(page.locator(".shelf tbody th > a").first).to_have_text("Card-Stolen")
        page.get_by_role("link", name="card 2").click()
        expect(page.locator(".shelf tbody th > a")).to_have_text(["Card-Stolen", "Card-Lost"])
        page.get_by_role("searchbox").first.fill("days")
        expect(page.locator(".excerpt mark").first).to_have_text("days")
        assert "search=days" in page.url
        assert "folder=card" in page.url
        page.goto(page.url)
        expect(page.locator(".excerpt mark")).to_have_count(2)
        page.get_by_role("navigation", name="State").get_by_role("link", name="In force", exact=True).click()
        expect(page.get_by_text("Nothing here is like that.")).to_be_visible()
        page.get_by_role("link", name="Show everything").click()
        page.locator("summary", has_text="Filter").click()
        page.get_by_label("Last changed by").select_option("me")
        expect(page.locator(".shelf tbody tr")).to_have_count(2)
        page.get_by_label("Language missing").select_option("German")
        expect(page.get_by_title("German, not complete")).to_have_count(2)  # titles whose translation is of another one
        page.get_by_label("Language missing").select_option("English")
        expect(page.get_by_text("Nothing here is like that.")).to_be_visible()
        assert "missing=en" in page.url


def test_a_shelf_by_keys_alone_on_a_phone(served: Served, small: World) -> None:
    with served.signed_in("bob", locale="de-DE", viewport={"width": 320, "height": 700}) as page:
        page.goto("/templates")
        page.get_by_role("searchbox").first.focus()
        page.keyboard.type("reminder")
        expect(page.locator(".shelf tbody tr")).to_have_count(1)
        expect(page.get_by_role("row", name="Ein Schreiben")).to_contain_text("compliance")
        for _ in range(20):  # past the button, the filters and the states to what was found
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.shelf tbody a')"):
                break
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Ein Schreiben")


def test_a_letter_begins_from_another_is_archived_and_comes_back(served: Served, small: World) -> None:
    with served.signed_in("bob", locale="en-GB") as page:
        page.goto("/")
        page.get_by_role("link", name="New letter").click()
        page.get_by_role("link", name="A letter").click()
        page.get_by_label("Title", exact=True).fill("Kündigung für Ältere")
        page.get_by_label("English").uncheck()
        page.get_by_role("button", name="Begin").click()
        expect(page.get_by_role("heading", name="Kündigung für Ältere", level=1)).to_be_visible()
        assert "/templates/kuendigung-fuer-aeltere/edit" in page.url
        expect(page.locator(".canvas")).to_contain_text("Sie haben")
        page.goto("/templates/kuendigung-fuer-aeltere")
        expect(page.get_by_role("link", name="Submit for approval…")).to_be_visible()
        page.get_by_role("button", name="Archive…").click()
        page.get_by_label("Reason").fill("Only tried.")
        page.get_by_role("button", name="Put into the archive").click()
        expect(page.get_by_text("This is in the archive")).to_be_visible()
        page.goto("/templates")
        assert "Kündigung für Ältere" not in titles(page)
        page.get_by_role("link", name="Archive 1").click()
        page.get_by_role("link", name="Kündigung für Ältere").click()
        page.get_by_role("button", name="Bring back").click()
        expect(page.get_by_role("link", name="Edit", exact=True)).to_be_visible()


def test_what_is_locked_stays_locked_in_a_letter_begun_from_it(served: Served, small: World) -> None:
    small.edit("law", "template", "letter", ("level: 1", "level: 1\n    lock: locked"), version="1.1")
    small.publish("law", ("template", "letter"))
    with served.signed_in("bob", locale="de-DE", refusals=True) as page:
        page.goto("/create/templates?of=letter")
        page.get_by_label("Titel", exact=True).fill("Kopie")
        page.get_by_role("button", name="Beginnen").click()
        expect(page.locator('[data-id="headline"]')).to_be_visible()
        saved = small.text("template", "kopie").decode()
        opened = saved.replace("lock: locked", "lock: open").replace("Your letter", "Any letter")
        answer = page.evaluate(
            """async ([text, hash]) => (await fetch("/api/v1/items/template/kopie", {
              method: "PUT", body: JSON.stringify({ text }),
              headers: { "Content-Type": "application/json", "If-Match": `"${hash}"`,
                "X-CSRF-Token": JSON.parse(document.body.getAttribute("hx-headers:inherited"))["X-CSRF-Token"] },
            })).json()""",
            [opened, small.draft("template", "kopie")],
        )
        assert {it["code"] for it in answer["problems"]} == {"locked"}
        assert small.text("template", "kopie").decode() == saved


def test_an_empty_letter_holds_what_its_kind_asks_for(served: Served, small: World) -> None:
    with served.signed_in("bob", refusals=True, locale="en-GB") as page:
        page.goto("/create/templates")
        page.get_by_role("link", name="Empty letter").click()
        page.get_by_label("Title", exact=True).fill("Fresh")
        page.get_by_role("button", name="Begin").click()
        expect(page.locator(".canvas")).to_contain_text("You may object")
    assert "block: notice" in small.text("template", "fresh").decode()


def test_a_block_says_its_words_as_people_read_them(served: Served, small: World) -> None:
    words = "two months to [the bank](https://bank.example/objections) or **{{ brand.phone }}**"
    small.edit("law", "block", "notice", ("within two months", f"within {words}"), version="2.0")
    with served.signed_in("law", locale="en-GB") as page:
        page.goto("/blocks/notice")
        said = page.get_by_role("region", name="What it says").locator("p")
        expect(said).to_have_text("You may object within two months to the bank or Phone number (Brand).")


def test_a_review_of_many_items_is_called_by_the_first_of_them(served: Served, small: World) -> None:
    with served.signed_in("law", locale="en-GB") as page:
        page.goto("/reviews?which=approved")
        called = page.get_by_role("row").locator("th a").first
        expect(called).to_have_text(
            "Content block Right to object, Document class Letter, Data dictionary Letter and 3 more"
        )


def test_archiving_says_who_uses_it_first(served: Served, small: World) -> None:
    grant(small.home, small.who("ada"), "law", Given("publisher"), now=small.clock())
    with served.signed_in("law", locale="en-GB") as page:
        page.goto("/blocks/notice")
        expect(page.get_by_text("You may object within two months.")).to_be_visible()
        page.get_by_role("button", name="Archive…").click()
        expect(page.get_by_role("dialog")).to_contain_text("3 approved items still use it:")
        expect(page.get_by_role("dialog")).to_contain_text("A reminder")
        page.get_by_role("button", name="Not now").click()
        small.edit("law", "block", "notice", ("two months", "three months"), version="2.0")
        page.reload()
        page.get_by_role("link", name="Submit for approval…").click()
        expect(page.get_by_role("heading", name="Submit Right to object")).to_be_visible()


def test_who_is_mentioned_sees_it_and_goes_there(served: Served, small: World) -> None:
    thread = comment(small.home, small.who("law"), "template/letter", "Is that so, @bob?", now=small.clock())
    with served.signed_in("bob", locale="en-GB") as page:
        page.goto("/templates")
        expect(page.get_by_role("link", name="Home 1 remark to you that you have not seen")).to_be_visible()
        page.goto("/")
        said = page.get_by_role("region", name="Said to you")
        expect(said).to_contain_text("Is that so, @bob?")
        said.get_by_role("link", name="Go there").click()
        expect(page).to_have_url(f"{served.address}/templates/letter#thread-{thread}")
        page.get_by_label("Reply").fill("It is.")
        page.get_by_role("button", name="Reply").click()
        expect(page.get_by_text("It is.")).to_be_visible()
        page.goto("/")
        expect(page.get_by_role("region", name="Said to you")).to_contain_text("Nothing new.")
    with served.signed_in("law", locale="de-DE") as page:
        page.goto("/notices")
        expect(page.get_by_text("hat Ihnen geantwortet")).to_be_visible()
        page.get_by_role("button", name="Alles gesehen").click()
        expect(page.locator(".unseen")).to_have_count(0)


def test_home_tells_what_there_is_to_do(served: Served, small: World) -> None:
    small.edit("bob", "template", "letter", ("You have", "There are"), version="1.1")
    with served.signed_in("bob", locale="en-GB") as page:
        page.goto("/")
        drafts = page.get_by_role("region", name="Your drafts")
        expect(drafts.get_by_role("link", name="A letter 1.1", exact=True)).to_be_visible()
        drafts.get_by_role("link", name="Submit… A letter").click()
        expect(page.get_by_role("heading", name="Submit A letter")).to_be_visible()
    with served.signed_in("nora", locale="de-DE") as page:
        page.goto("/")
        expect(page.get_by_text("Sie haben noch keine Rolle.")).to_be_visible()


def test_the_palette_finds_by_title(served: Served, small: World) -> None:
    with served.signed_in("bob", locale="de-DE") as page:
        page.goto("/")
        page.keyboard.press("Control+K")
        page.get_by_role("dialog").get_by_role("searchbox").fill("widerspr")
        expect(page.locator("#palette-found").get_by_role("link", name="Widerspruch")).to_be_visible()
