"""Everything ccm runs on is named with its licence, and none of it would make our users publish their own code."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

from tests.source import ROOMS, ROOT

LOCKED = re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / "ccm.txt").read_text(), re.MULTILINE)
NAMED = dict(re.findall(r"^\| ([\w.-]+) \| (.+) \|$", (ROOT / "THIRD_PARTY.md").read_text(), re.MULTILINE))
PERMISSIVE = re.compile(r"MIT|BSD|Apache|ISC|PSF|Unlicense|MPL|LGPL|CNRI")


@pytest.mark.parametrize("package", LOCKED)
def test_a_package_we_run_on_is_named_with_a_licence_that_leaves_users_free(package: str) -> None:
    assert PERMISSIVE.search(NAMED.get(package, "not named in THIRD_PARTY.md: make lock"))


def test_lock_files_name_no_registry() -> None:
    naming = [path.name for path in ROOT.glob("requirements/*.txt") if re.search(r"https?://", path.read_text())]
    assert naming == []


def test_what_others_made_is_named_as_they_are_and_carry_their_licence() -> None:
    rows = re.findall(r"^\| `(\S+)` \|.*\| `(\w{64})` \|$", (ROOT / "THIRD_PARTY.md").read_text(), re.MULTILINE)
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*") if "node_modules" not in path.parts]
    fonts = [path for path in files if path.suffix in (".otf", ".ttf", ".woff2")]
    others = [path for path in files if path.name.endswith(".min.js")]
    assert dict(rows) == {str(it.relative_to(ROOT)): sha256(it.read_bytes()).hexdigest() for it in fonts + others}
    assert [font for font in fonts if not (font.parent / "OFL.txt").exists()] == []
