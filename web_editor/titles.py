"""What items and people are called on pages: names in files and logins are for files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import cast

from ccm.api.routes.items import Kind
from ccm.store.reviews import full_names
from ccm.store.titles import COMMON, title, titles
from web_editor.visit import Visit, speech


def named(visit: Visit) -> dict[str, dict[str, str]]:
    """What templates and personas are called in the reader's language, by their names in files."""
    home, by, language = visit.asking.home, visit.asking.actor, speech(visit.request).language

    def of(kind: Kind) -> dict[str, str]:
        return {name: in_language(said, language, name) for name, said in titles(home, by, kind).items()}

    return {"template": of("template"), "persona": of("persona")}


def calling(visit: Visit) -> Callable[[str, str], str]:
    """What says the title of an item in the reader's language; its name in files where it has none."""
    home, by, language = visit.asking.home, visit.asking.actor, speech(visit.request).language

    @cache
    def called(kind: str, name: str) -> str:
        return in_language(title(home, by, cast(Kind, kind), name), language, name)

    return called


def people(visit: Visit) -> Callable[[str], str]:
    """What says the name of somebody by their login; the login where there is nobody of that name any more."""

    @cache
    def names() -> dict[str, str]:
        with visit.asking.home.reading() as session:
            return full_names(session, visit.asking.home.organisation)

    return lambda login: names().get(login) or login


def in_language(said: Mapping[str, str], language: str, otherwise: str) -> str:
    """A title in somebody's language, or in any."""
    return said.get(language) or said.get(COMMON) or next(iter(said.values()), otherwise)
