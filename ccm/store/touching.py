"""What a change touches: the templates whose messages become others, in which channels and languages, and how many
people their last run was sent to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ccm.personas import Somebody, people_of
from ccm.store.review_world import Combination, Worlds, by_template, libraries
from ccm.store.where_used import reached
from content_blocks.document import ChannelName
from content_blocks.text import Text


@dataclass(frozen=True)
class Touched:
    """A template of which something else goes out, from `day` on.

    `asked` tells that its own text is asked for; otherwise it only shows what is.  `reached` is how many its last run
    was sent to, none if it was never run.
    """

    template: str
    version: str
    title: dict[str, str]
    asked: bool
    day: date
    channels: tuple[ChannelName, ...]
    languages: tuple[str, ...]
    brands: tuple[str, ...]
    personas: tuple[Somebody, ...]
    reached: int | None


def touched(found: Worlds, about: Iterable[Combination]) -> list[Touched]:
    """The templates behind some combinations, by name."""
    by_name = dict(by_template(about))
    runs = reached(found[0].session, found[0].organisation, list(by_name))
    return [_touched(found, name, those, runs.get(name)) for name, those in by_name.items()]


def _touched(found: Worlds, name: str, those: Sequence[Combination], last_run: int | None) -> Touched:
    after = found[1]
    library = libraries(found, those[0].day)[1]
    template = library.template(name).item
    return Touched(
        name,
        those[0].version,
        _by_language(template.title),
        any((it.kind, it.name) == ("template", name) for it in after.added),
        those[0].day,
        library.document_class(template.document_class).item.channels,
        tuple(dict.fromkeys(it.language for it in those)),
        tuple(dict.fromkeys(it.brand for it in those)),
        tuple(people_of(library, template)),
        last_run,
    )


def _by_language(text: Text) -> dict[str, str]:
    return dict(text.sources)
