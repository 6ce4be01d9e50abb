"""The page about keeping the signing key works with a real token, as far as software can be one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.docs.pages import differences, follow
from tests.optional import missing

LIBRARY = Path("/usr/lib/softhsm/libsofthsm2.so")
PROGRAMS = ("softhsm2-util", "pkcs11-tool")


def test_what_keepers_of_keys_are_told_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not LIBRARY.exists() or not all(map(shutil.which, PROGRAMS)):
        missing("the page about signing keys needs SoftHSM2 and OpenSC: scripts/setup --dev")
    for name in ("CCM_SIGNING_KEY", "CCM_PKCS11_PIN", "CCM_PASSWORD", "CCM_DATABASE_URL", "CCM_ORGANISATION"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "reader"
    folder.mkdir()
    for fence, said in follow("keep-the-signing-key.md", folder):
        assert differences(fence.said or "…", said) == [], fence.text
