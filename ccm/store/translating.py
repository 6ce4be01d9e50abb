"""What a template still lacks in a language: texts that are not there, and those whose source text has changed since.

A translation names the source text it was made of by a hash.  What that text was is looked up among everything that
was ever saved of the template: the very words, or nothing, if no saved version has them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any, Literal

from ccm.store.access import refuse_unseen
from ccm.store.actor import Actor
from ccm.store.home import Home
from ccm.store.saving import newest
from content_blocks.problem import refuse
from content_blocks.template import Template
from content_blocks.text import Text, text_hash
from templates_store import loading
from templates_store.database import Session, col, select
from templates_store.tables import Revision

LOOKED_THROUGH = 400
"""How many saved states are looked through: the last of each earlier version, then the newest ones."""
AT_ONCE = 25

State = Literal["missing", "stale"]


@dataclass(frozen=True)
class Former:
    """A source text as it was saved last: under which version, and when."""

    text: str
    version: str
    saved_at: str


@dataclass(frozen=True)
class Untranslated:
    """A text that somebody has to translate; `was` is what a stale one translates, None if no saved version has it."""

    where: str
    state: State
    source: str
    text: str | None = None
    was: Former | None = None


def untranslated(home: Home, by: Actor, name: str, language: str) -> tuple[Template, list[Untranslated]]:
    """What is missing or stale in one language of a template as it was saved last, in the order of the template.

    Raises Refused where there is no such template, or it is not written in that language.
    """
    refuse_unseen(by, "template", name)
    with home.reading() as session:
        found = newest(session, home.organisation, "template", name)
        if found is None:
            raise refuse("", "item-not-known", kind="template", name=name)
        template: Template = loading.item_of("template", found.content)
        if language not in template.languages:
            raise refuse("languages", "language-not-listed", language=language)
        texts = [(where, text) for where, text in template.texts() if template.source_language in text.sources]
        stale = {_names(text, language) for _, text in texts if _stale(text, template, language)}
        known = _formers(session, home.organisation, name, template.source_language, stale)
    return template, [it for where, text in texts if (it := _open(where, text, template, language, known))]


def formers(home: Home, by: Actor, name: str, language: str, hashes: Set[str]) -> dict[str, Former]:
    """The texts of a template in a language that have these hashes, as far as any saved version has them."""
    refuse_unseen(by, "template", name)
    with home.reading() as session:
        return _formers(session, home.organisation, name, language, hashes)


def _open(where: str, text: Text, template: Template, language: str, known: dict[str, Former]) -> Untranslated | None:
    source = text.sources[template.source_language]
    if not text.speaks(language):
        return Untranslated(where, "missing", source)
    if not _stale(text, template, language):
        return None
    return Untranslated(where, "stale", source, text.sources[_key(text, language)], known.get(_names(text, language)))


def _stale(text: Text, template: Template, language: str) -> bool:
    return text.key(language) in text.stale(template.source_language)


def _names(text: Text, language: str) -> str:
    return text.of.get(_key(text, language), "")


def _key(text: Text, language: str) -> str:
    return text.key(language) or language


def _formers(session: Session, organisation: str, name: str, language: str, hashes: Set[str]) -> dict[str, Former]:
    found: dict[str, Former] = {}
    seen: set[str] = set()
    for revision in _earlier(session, organisation, name) if hashes else ():
        for text in _texts(json.loads(revision.content), language):
            if text not in seen and (named := text_hash(text)) in hashes:
                found[named] = Former(text, revision.version, revision.saved_at)
            seen.add(text)
        if found.keys() >= hashes:
            break
    return found


def _earlier(session: Session, organisation: str, name: str) -> Iterator[Revision]:
    """What was saved of a template: the last state of each earlier version, since those are what people have worked
    from, then all others from the newest on."""
    this = (Revision.organisation == organisation, Revision.kind == "template", Revision.name == name)
    saved = session.exec(select(Revision.id, Revision.version).where(*this).order_by(col(Revision.id).desc())).all()
    last: dict[str, int | None] = {}
    for number, version in saved:
        last.setdefault(version, number)
    earlier = [*last.values()][1:]
    order = [*earlier, *(number for number, _ in saved if number not in set(earlier))][:LOOKED_THROUGH]
    for start in range(0, len(order), AT_ONCE):
        some = order[start : start + AT_ONCE]
        states = {it.id: it for it in session.exec(select(Revision).where(col(Revision.id).in_(some)))}
        yield from (states[number] for number in some)


def _texts(value: Any, language: str) -> Iterator[str]:
    """Every text in a language anywhere in some content."""
    match value:
        case dict():
            if isinstance(value.get(language), str):
                yield value[language]
            for inner in value.values():
                yield from _texts(inner, language)
        case list():
            for inner in value:
                yield from _texts(inner, language)
