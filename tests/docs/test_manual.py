"""What the manual tells its readers to do works, and says what the manual says it says."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.docs.pages import differences, fences, follow
from tests.source import ROOT


@pytest.mark.parametrize(
    "page",
    [
        "tutorial-template.md",
        "tutorial-approval.md",
        "tutorial-integration.md",
        "run-a-batch.md",
        "how-to-webhooks.md",
    ],
)
def test_a_page_that_is_followed_says_what_it_shows(page: str, tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    with closing(follow(page, folder)) as followed:
        for fence, said in followed:
            assert differences(fence.said or "…", said) == [], fence.text
    assert fences(page)


def test_the_page_about_block_types_works_in_a_copy_of_the_source(tmp_path: Path) -> None:
    copy = tmp_path / "source"
    for room in ("approvals", "ccm", "content_blocks", "docs", "renderers", "scripts", "templates_store", "tests"):
        shutil.copytree(ROOT / room, copy / room, ignore=shutil.ignore_patterns("__pycache__", "golden"))
    for fence, said in follow("how-to-add-a-block-type.md", copy, source=copy):
        assert differences(fence.said or "…", said) == [], fence.text
