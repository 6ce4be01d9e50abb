"""With what a sample can be shown: templates with their personas, by the names that people give them."""

from __future__ import annotations

from dataclasses import dataclass

from ccm.store.titles import titles
from web_editor.titles import in_language
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


def wanted(chosen: str, found: list[ShownWith]) -> tuple[str, str] | None:
    """The template and the persona that were chosen, else the first; none where there is none."""
    known = [(it.template, persona) for it in found for persona, _ in it.personas]
    template, _, persona = chosen.partition("/")
    return (template, persona) if (template, persona) in known else next(iter(known), None)
