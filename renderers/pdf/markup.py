"""HTML as values: every text is escaped on its way in, so no record can bring a tag of its own.

The three functions here are the only place that calls something markup without looking at it (S704): tags and names
of attributes are literals of this room, everything else has been escaped in the same line.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def element(tag: str, *inside: str, **attributes: str | None) -> Markup:
    """An element with its content and attributes; plain strings are escaped, `None` leaves an attribute out.

    A trailing underscore is dropped from an attribute's name (`class_`), other underscores become hyphens.
    """
    opening = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{tag}{opening}>{join(inside)}</{tag}>")  # noqa: S704


def void(tag: str, **attributes: str | None) -> Markup:
    """An element without content, such as `img`, closed so that HTML and XML read the same."""
    return Markup(element(tag, **attributes).removesuffix(f"></{tag}>")) + Markup("/>")  # noqa: S704


def join(inside: Iterable[str]) -> Markup:
    """Contents one after the other, plain strings escaped."""
    return Markup("".join(map(escape, inside)))  # noqa: S704
