"""Every block type in every channel, both languages and both brands, as it was looked at and accepted."""

from __future__ import annotations

import pytest

from content_blocks.block import block_types
from tests.ccm.specimens import BRANDS, LANGUAGES, readable
from tests.golden import Golden


@pytest.mark.parametrize("theme", BRANDS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_name", block_types())
def test_a_specimen_reads_as_it_did(golden: Golden, type_name: str, language: str, theme: str) -> None:
    golden(f"specimens/{type_name}.{language}.{theme}.txt", readable(type_name, language, theme))
