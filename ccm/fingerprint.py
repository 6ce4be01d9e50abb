"""The engine fingerprint: the versions of everything whose code decides an output byte.

The same bundle, record, as-of time and fingerprint give the same bytes; another fingerprint may not.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from content_blocks.formats import locale_data_version
from renderers.engines import native_versions

PACKAGES = ("babel", "jinja2", "markdown-it-py", "mrml", "pikepdf", "pydyf", "pypdfium2", "segno", "weasyprint")
OUR_ROOMS = ("ccm", "content_blocks", "renderers")


@cache
def fingerprint() -> dict[str, str]:
    """Versions by name: our own code, packages, native text engines, and the locale data (CLDR) of formats."""
    packages = {name: version(name) for name in PACKAGES}
    return {"ccm": _own_code(), **packages, **native_versions(), "cldr": locale_data_version()}


def _own_code() -> str:
    """The version and a hash over the source: between two releases code changes without a new number."""
    root = Path(__file__).parent.parent
    digest = sha256()
    for path in sorted(path for room in OUR_ROOMS for path in (root / room).rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{version('ccm')}+{digest.hexdigest()[:12]}"
