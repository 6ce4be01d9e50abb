"""With what a sample can be shown: templates with their personas, by the names that people give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from ccm.api.routes.items import Kind
from ccm.store.reviews import full_names
from ccm.store.titles import COMMON, titles
from web_editor.visit import Visit, speech


@dataclass(frozen=True)
class ShownWith:
    """A template and its personas, each as its name in files and its title."""

    template: str
    title: str
    personas: tuple[tuple[str, str], ...]


def shown_with(visit: Visit) -> list[ShownWith]:
    """Every template that has a persona, by title."""
    home, by, language = visit.asking.home, visit.asking.actor, speech(visit.request).language
    people: dict[str, list[tuple[str, str]]] = {}
    for name, title in titles(home, by, "persona").items():
        template, _, persona = name.partition("/")
        people.setdefault(template, []).append((persona, in_language(title, language, persona)))
    found = [
        ShownWith(name, in_language(title, language, name), tuple(people[name]))
        for name, title in titles(home, by, "template").items()
        if name in people
    ]
    return sorted(found, key=lambda it: it.title)


def named(visit: Visit) -> dict[str, dict[str, str]]:
    """What templates and personas are called in the reader's language, by their names in files."""
    home, by, language = visit.asking.home, visit.asking.actor, speech(visit.request).language

    def of(kind: Kind) -> dict[str, str]:
        return {name: in_language(title, language, name) for name, title in titles(home, by, kind).items()}

    return {"template": of("template"), "persona": of("persona")}


def calling(visit: Visit) -> Callable[[str, str], str]:
    """What says the title of an item in the reader's language; its name in files where it has none."""
    home, by, language = visit.asking.home, visit.asking.actor, speech(visit.request).language

    @cache
    def called(kind: str, name: str) -> str:
        return in_language(titles(home, by, cast(Kind, kind), name).get(name, {}), language, name)

    return called


def people(visit: Visit) -> Callable[[str], str]:
    """What says the name of somebody by their login; the login where there is nobody of that name any more."""

    @cache
    def names() -> dict[str, str]:
        with visit.asking.home.reading() as session:
            return full_names(session, visit.asking.home.organisation)

    return lambda login: names().get(login) or login


def wanted(chosen: str, found: list[ShownWith]) -> tuple[str, str] | None:
    """The template and the persona that were chosen, else the first; none where there is none."""
    known = [(it.template, persona) for it in found for persona, _ in it.personas]
    template, _, persona = chosen.partition("/")
    return (template, persona) if (template, persona) in known else next(iter(known), None)


def in_language(title: Mapping[str, str], language: str, otherwise: str) -> str:
    """A title in somebody's language, or in any."""
    return title.get(language) or title.get(COMMON) or next(iter(title.values()), otherwise)
