"""The judges themselves: a validator or a browser that finds nothing wrong anywhere would prove nothing."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import watched_page
from tests.verapdf import violations


def test_verapdf_finds_what_an_ordinary_pdf_lacks(tmp_path: Path) -> None:
    plain = tmp_path / "plain.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain)
    found = violations([plain])
    assert any(line.startswith("plain.pdf 3a ") for line in found)
    assert any(line.startswith("plain.pdf ua1 ") for line in found)


def test_verapdf_calls_a_broken_file_unreadable(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"not a PDF")
    assert "unreadable" in violations([broken], ["3a"])[0]


def test_a_quiet_page_passes(page: Page) -> None:
    page.set_content("<h1>Statement</h1>")
    assert page.get_by_role("heading").inner_text() == "Statement"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("<script>throw new Error('oh')</script>", "script: oh"),
        ("<script>console.error('oh')</script>", "console: oh"),
        ("<img alt='' src='https://pixel.example/1.png'>", "request: https://pixel.example/1.png"),
    ],
)
def test_a_page_that_misbehaves_fails(browser: Browser, content: str, complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint), watched_page(browser) as page:
        page.set_content(content, wait_until="load")
