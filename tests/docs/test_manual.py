"""What the manual tells its readers to do works, and says what the manual says it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import differences, fences, follow


@pytest.mark.parametrize("page", ["tutorial-template.md", "run-a-batch.md"])
def test_a_page_that_is_followed_says_what_it_shows(page: str, tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    for fence, said in follow(page, folder):
        assert differences(fence.said or "…", said) == [], fence.text
    assert fences(page)
