"""Folders that outlive a test: they are there until the tests of this process end."""

from __future__ import annotations

import atexit
import shutil
from pathlib import Path
from tempfile import mkdtemp


def kept_folder(what: str) -> Path:
    """A new folder for something that many tests share."""
    folder = Path(mkdtemp(prefix=f"ccm-{what}-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
