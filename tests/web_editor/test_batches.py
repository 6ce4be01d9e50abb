"""Batches in a real browser: from a file with columns of its own to a certificate, and rows corrected by hand."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from ccm.batch.verify import verify
from ccm.store.batches import batches, run_folder
from tests.ccm.store.world import World
from tests.web_editor.axe import violations
from tests.web_editor.conftest import Served

SLOW = 90_000
"""Milliseconds that a run may take beside other tests."""
MISNAMED = (
    "Kennung;Sprache;E-Mail;phone;Tage;Filiale\n"
    "K1;en;ada@example.com;+4915112345678;3;Nord\n"
    "K2;en;no address;+4915112345678;5;Nord\n"
)


def upload(page: Page, file: Path) -> None:
    """Order a batch of a file."""
    page.goto("/batches")
    page.locator("[data-open=new-batch]").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("[name=template]").select_option("letter")
    dialog.locator("[name=channels]").select_option("all")
    dialog.locator("[name=day]").fill("2026-11-02")
    dialog.locator("input[type=file]").set_input_files(file)
    dialog.locator("button.main").click()


def test_a_batch_from_a_file_to_its_certificate_with_a_row_corrected(
    served: Served, small: World, tmp_path: Path
) -> None:
    (tmp_path / "november.csv").write_text(MISNAMED, encoding="utf-8")
    with served.signed_in("olga", locale="de-DE") as page:
        upload(page, tmp_path / "november.csv")
        expect(page.get_by_role("heading", name="Welche Spalte enthält welches Feld?")).to_be_visible()
        expect(page.get_by_label("Feld von E-Mail")).to_have_value("email")
        expect(page.get_by_label("Feld von Tage")).to_have_value("days")
        page.get_by_label("Feld von Kennung").select_option("id")
        page.get_by_label("Feld von Filiale").select_option("")
        assert violations(page) == []
        page.get_by_role("button", name="Starten").click()
        row = page.get_by_role("row", name="K2")
        expect(row).to_contain_text("keine E-Mail-Adresse", timeout=SLOW)
        row.get_by_role("button", name="Berichtigen").click()
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_label("email", exact=True)).to_have_value("no address")
        assert violations(page) == []
        dialog.get_by_label("email", exact=True).fill("eve@example.com")
        dialog.get_by_role("button", name="Erneut erzeugen").click()
        expect(page.get_by_text("Alles, was zurückgehalten wurde, ist berichtigt.")).to_be_visible(timeout=SLOW)
        page.get_by_role("button", name="Prüfen").click()
        expect(page.locator("#verified")).to_contain_text("Alles ist da")
        assert violations(page) == []
        with page.expect_download() as certificate:
            page.get_by_role("link", name="Herunterladen").click()
        certificate.value.save_as(tmp_path / "certificate.json")
    (found,) = batches(small.home)
    folder = run_folder(small.home, found.ordered.id)
    assert (tmp_path / "certificate.json").read_bytes() == folder.certificate.read_bytes()
    assert verify(folder.path) == []


def test_a_file_of_no_known_kind_is_refused_in_the_dialog(served: Served, small: World, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"x")
    with served.signed_in("olga", locale="en-GB", refusals=True) as page:
        upload(page, tmp_path / "photo.png")
        expect(page.get_by_role("dialog").get_by_role("alert")).to_be_visible()
    assert batches(small.home) == []


def test_an_auditor_sees_batches_and_starts_none(served: Served, small: World) -> None:
    with served.signed_in("udo", locale="en-GB") as page:
        page.goto("/batches")
        expect(page.get_by_text("No batch was ordered yet.")).to_be_visible()
        expect(page.get_by_role("button", name="Start a batch")).to_have_count(0)


ALL_RIGHT = (
    "Kennung;Sprache;E-Mail;phone;Tage;Filiale\n"
    "K1;en;ada@example.com;+4915112345678;3;Nord\n"
    "K2;en;eve@example.com;+4915112345678;5;Nord\n"
)


def test_rows_that_are_held_back_are_corrected_by_a_file(served: Served, small: World, tmp_path: Path) -> None:
    (tmp_path / "november.csv").write_text(MISNAMED, encoding="utf-8")
    (tmp_path / "other.csv").write_text(ALL_RIGHT.replace("K2", "K7"), encoding="utf-8")
    (tmp_path / "right.csv").write_text(ALL_RIGHT, encoding="utf-8")
    with served.signed_in("olga", locale="en-GB", refusals=True) as page:
        upload(page, tmp_path / "november.csv")
        page.get_by_label("Field of Kennung").select_option("id")
        page.get_by_label("Field of Filiale").select_option("")
        page.get_by_role("button", name="Start").click()
        again = page.get_by_role("button", name="Upload a corrected file…")
        again.click(timeout=SLOW)
        dialog = page.get_by_role("dialog")
        assert violations(page) == []
        dialog.locator("input[type=file]").set_input_files(tmp_path / "other.csv")
        dialog.get_by_role("button", name="Upload").click()
        card = page.get_by_role("region", name="Corrected file")
        expect(card.locator(".fault")).to_be_visible()
        expect(card.get_by_role("button", name="Render")).to_be_disabled()
        card.get_by_role("button", name="Take another file").click()
        again.click()
        dialog.locator("input[type=file]").set_input_files(tmp_path / "right.csv")
        dialog.get_by_role("button", name="Upload").click()
        expect(card).to_contain_text("nobody gets anything twice")
        assert card.locator(".sums dd").all_inner_texts() == ["1", "1", "0", "1"]
        assert violations(page) == []
        card.get_by_role("button", name="Render one row").click()
        expect(page.get_by_text("Everything that was held back has been corrected.")).to_be_visible(timeout=SLOW)
    (found,) = batches(small.home)
    assert verify(run_folder(small.home, found.ordered.id).path) == []
