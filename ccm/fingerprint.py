"""The engine fingerprint: the versions of everything whose code decides an output byte.

The same bundle, record, as-of time and fingerprint give the same bytes; another fingerprint may not.
"""

from __future__ import annotations

import zlib
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from content_blocks.formats import locale_data_version
from renderers.engines import native_versions

PACKAGES = (
    "babel",
    "cssselect2",
    "email-validator",
    "fonttools",
    "idna",
    "jinja2",
    "markdown-it-py",
    "mrml",
    "phonenumbers",
    "pillow",
    "pydyf",
    "pypdfium2",
    "pyphen",
    "regex",
    "schwifty",
    "segno",
    "tinycss2",
    "tinyhtml5",
    "typst",
    "weasyprint",
)
"""What lays out, and what spells: addresses, numbers, hyphens, the borders between graphemes."""

ROOT = Path(__file__).parent.parent
OUR_ROOMS = ("ccm", "content_blocks", "renderers", "templates_store")
DECIDING = ("*.py", "*.css", "*.typ", "*.conf", "dossier/theme/*")
"""The files of our rooms that decide a byte; the items of a library are in the bundle hash instead."""


@cache
def fingerprint() -> dict[str, str]:
    """Versions by name: our own code, packages, native text engines, and the locale data (CLDR) of formats."""
    packages = {name: version(name) for name in PACKAGES}
    python = {"python": python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    own = {"ccm": f"{version('ccm')}+{own_code(ROOT)[:12]}"}
    return {**own, **packages, **python, **native_versions(), "cldr": locale_data_version()}


def own_code(root: Path) -> str:
    """A hash over the source of our rooms: between two releases code changes without a new number."""
    digest = sha256()
    for path in sorted(path for room in OUR_ROOMS for kind in DECIDING for path in (root / room).rglob(kind)):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
