"""Everything ccm runs on is named with its licence, and none of it would make our users publish their own code."""

from __future__ import annotations

import re

import pytest

from tests.source import ROOT

LOCKED = re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / "ccm.txt").read_text(), re.MULTILINE)
NAMED = dict(re.findall(r"^\| ([\w.-]+) \| (.+) \|$", (ROOT / "THIRD_PARTY.md").read_text(), re.MULTILINE))
PERMISSIVE = re.compile(r"MIT|BSD|Apache|ISC|PSF|Unlicense|MPL|LGPL|CNRI")


@pytest.mark.parametrize("package", LOCKED)
def test_a_package_we_run_on_is_named_with_a_licence_that_leaves_users_free(package: str) -> None:
    assert PERMISSIVE.search(NAMED.get(package, "not named in THIRD_PARTY.md: make lock"))


def test_lock_files_name_no_registry() -> None:
    naming = [path.name for path in ROOT.glob("requirements/*.txt") if re.search(r"https?://", path.read_text())]
    assert naming == []
