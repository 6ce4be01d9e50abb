"""Redlines on a page: what changes, language by language, with what people said about it beside the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from ccm.api.routes.comments import Talk
from ccm.store.redlining import Changed
from content_blocks.redline import Difference, Entry, Wording, as_html, from_data, in_one_language, languages
from content_blocks.redline.as_html import Called, by_code


@dataclass(frozen=True)
class Spoken:
    """A place that can be spoken about, as a comment is pinned to it, and the threads that are."""

    kind: str
    name: str
    block: str
    field: str
    language: str
    threads: tuple[Talk, ...] = ()


Beside = Callable[[Spoken], str]
"""What stands below a place that can be spoken about."""


def tongues(items: Iterable[Changed]) -> list[str]:
    """The languages that anything is said in."""
    said = [language for it in items for language in (*_of_redline(it), *(language for language, _ in it.says))]
    return sorted(filter(None, set(said)))


def drawn(
    item: Changed,
    language: str,
    chosen: str,
    threads: Iterable[Talk],
    beside: Beside,
    called: Called = by_code,
    title: str = "",
) -> Markup:
    """The redline of an item in words of `language`, of all its languages or the `chosen` one; none for a new item."""
    if item.redline is None:
        return Markup()
    found = in_one_language(item.redline, chosen) if chosen else item.redline
    pinned = [it for it in threads if it.pin and it.pin.item == f"{item.kind}/{item.name}"]
    below = partial(_below, item, pinned, beside)
    return Markup(as_html(found, language, beside=below, called=called, title=title))  # noqa: S704 - escaped where it is made


def _of_redline(item: Changed) -> tuple[str, ...]:
    return languages(item.redline) if item.redline else ()


def _below(item: Changed, threads: list[Talk], beside: Beside, entry: Entry, difference: Difference | None) -> str:
    """Below words what is said about them, and what is said about a whole block below the first of its differences."""
    if item.kind not in ("template", "block"):
        return ""
    block = entry.name if entry.before or entry.after else ""
    here = [it for it in threads if _pinned_at(it, block, *_place(difference))]
    if difference is not None and difference is entry.differences[0]:
        here += [it for it in threads if _pinned_at(it, block, "", "") and it not in here]
    if not here and not (isinstance(difference, Wording) or difference in (None, _setting(entry))):
        return ""
    return beside(Spoken(item.kind, item.name, block, *_place(difference), tuple(here)))


def _place(difference: Difference | None) -> tuple[str, str]:
    """The field and language of words; empty for everything that is about a block as a whole."""
    if not isinstance(difference, Wording):
        return "", ""
    return difference.where.removesuffix(f".{difference.language}"), difference.language


def _setting(entry: Entry) -> Difference | None:
    return next((it for it in entry.differences if not isinstance(it, Wording)), None)


def _pinned_at(thread: Talk, block: str, field: str, language: str) -> bool:
    pin = thread.pin
    return pin is not None and (pin.block, pin.field, pin.language) == (block, field, language)


def redlined(data: Mapping[str, Any] | None, language: str, called: Called = by_code, title: str = "") -> Markup:
    """A redline as the API answers it; empty where there is none."""
    if data is None:
        return Markup()
    return Markup(as_html(from_data(data), language, 3, called=called, title=title))  # noqa: S704 - escaped where it is made
