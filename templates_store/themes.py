"""Themes as files: `themes/NAME/theme.yaml` with its logo and fonts beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from content_blocks.canonical import canonical_json
from content_blocks.problem import Problem, Refused, refuse
from content_blocks.theme import Brand, Theme

LIBRARY = Path(__file__).parent / "library" / "themes"
"""The themes that ship."""


def load_theme(folder: Path) -> Brand:
    """The theme in a folder with all its files; raises Refused with everything that is wrong with it."""
    place = f"themes/{folder.name}/theme.yaml"
    theme = _theme(place, folder / "theme.yaml")
    missing = [name for name in theme.file_names() if not (folder / name).is_file()]
    if missing:
        raise Refused(Problem(place, "theme-file-missing", {"file": name}) for name in missing)
    return Brand(theme, {name: (folder / name).read_bytes() for name in theme.file_names()})


def _theme(place: str, path: Path) -> Theme:
    try:
        return Theme.model_validate_json(canonical_json(_content(path)))
    except OSError as error:
        raise refuse(place, "theme-unreadable") from error
    except (YAMLError, TypeError) as error:
        raise refuse(place, "theme-not-yaml") from error
    except ValidationError as error:
        raise Refused(_problem(place, fault) for fault in error.errors()) from None


def _content(path: Path) -> Mapping[str, Any]:
    content: Mapping[str, Any] = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    return content


def _problem(place: str, fault: ErrorDetails) -> Problem:
    """Our own codes as they are, those of the model as `theme-field` with the kind of fault."""
    where = " ".join((place, ".".join(str(step) for step in fault["loc"])))
    if "-" in fault["type"]:
        return Problem(where.strip(), fault["type"], fault.get("ctx", {}))
    return Problem(where.strip(), "theme-field", {"fault": fault["type"]})
