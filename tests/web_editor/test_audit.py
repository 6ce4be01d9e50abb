"""The audit log in a real browser: searched, read, verified against a head that was taken away before."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.ccm.store.world import World
from tests.web_editor.conftest import Served


def test_the_log_is_searched_by_person_kind_and_item(served: Served, small: World) -> None:
    small.edit("bob", "template", "letter", version="1.1")
    with served.signed_in("udo", locale="de-DE") as page:
        page.goto("/audit")
        page.get_by_label("Wer", exact=True).fill("bob")
        page.locator("[name=what]").select_option("saved")
        page.get_by_label("Worüber").fill("template/letter")
        page.get_by_role("button", name="Suchen").click()
        row = page.get_by_role("row").nth(1)
        expect(row).to_contain_text("Entwurf gesichert")
        expect(row.get_by_role("link")).to_have_text("letter 1.1")
        expect(page.get_by_role("row")).to_have_count(2)
        row.get_by_text("Einzelheiten").click()
        expect(row.get_by_text("1.1", exact=True)).to_be_visible()
        page.get_by_label("Bis").fill("2020-01-01")
        page.get_by_role("button", name="Suchen").click()
        expect(page.get_by_text("So etwas ist nie geschehen.")).to_be_visible()


def test_it_is_verified_against_a_head_that_was_taken_away(served: Served, small: World, tmp_path: Path) -> None:
    with served.signed_in("udo", locale="en-GB", refusals=True) as page:
        page.goto("/audit")
        page.get_by_role("button", name="Download").click()
        with page.expect_download() as head:
            page.get_by_role("link", name="Newest signed head").click()
        head.value.save_as(tmp_path / "head.json")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Verify…").click()
        page.get_by_role("dialog").locator("input[type=file]").set_input_files(tmp_path / "head.json")
        page.get_by_role("dialog").get_by_role("button", name="Verify").click()
        expect(page.locator("#verified")).to_contain_text("All is as it was written.")
        expect(page.locator("#verified")).to_contain_text("The head that was kept elsewhere fits.")
        (tmp_path / "none.json").write_text("{}")
        page.get_by_role("dialog").locator("input[type=file]").set_input_files(tmp_path / "none.json")
        page.get_by_role("dialog").get_by_role("button", name="Verify").click()
        expect(page.get_by_role("dialog").get_by_role("alert")).to_be_visible()


def test_what_was_changed_in_the_database_is_said_plainly(served: Served, small: World) -> None:
    with small.home.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER IF EXISTS entry_no_update")
        for (name,) in connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'"
        ).all():
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.exec_driver_sql("UPDATE entry SET what = 'nothing' WHERE place = 3")
    with served.signed_in("udo", locale="en-GB") as page:
        page.goto("/audit")
        page.get_by_role("button", name="Verify…").click()
        page.get_by_role("dialog").get_by_role("button", name="Verify").click()
        expect(page.locator("#verified .bad")).to_contain_text("not as")
