"""The use case behind `ccm template stamp`: translations are declared right as they stand."""

from __future__ import annotations

from pathlib import Path

from content_blocks.problem import Refused, refuse
from content_blocks.stamp import source_language, stamp
from content_blocks.yaml_source import in_file, read_yaml, write_yaml


def stamp_file(path: Path) -> bool:
    """Stamp an item's file; tells whether it changed.  Raises Refused if the file names no source language."""
    try:
        text = path.read_text(encoding="utf-8")
        content = read_yaml(text).content
    except UnicodeDecodeError:
        raise refuse(path.name, "file-not-utf-8") from None
    except Refused as refused:
        raise Refused(in_file(problem, path.name) for problem in refused.problems) from None
    source = source_language(content)
    if source is None:
        raise refuse(path.name, "source-language-missing")
    stamped = write_yaml(stamp(content, source))
    if stamped == text:
        return False
    temporary = path.with_suffix(".tmp")
    temporary.write_text(stamped, encoding="utf-8")
    temporary.replace(path)
    return True
