"""The versions of the native libraries that lay out text; they come with the system, not with a lock file."""

from __future__ import annotations

import ctypes
from ctypes.util import find_library

VERSIONS = {"pango": ("pango-1.0", "pango_version_string"), "harfbuzz": ("harfbuzz", "hb_version_string")}


def native_versions() -> dict[str, str]:
    """Pango's and HarfBuzz's versions by name; `absent` where a library is not installed."""
    return {name: _version(library, function) for name, (library, function) in VERSIONS.items()}


def _version(library: str, function: str) -> str:
    path = find_library(library)
    if path is None:
        return "absent"
    call = getattr(ctypes.CDLL(path), function)
    call.restype = ctypes.c_char_p
    return str(call().decode())
