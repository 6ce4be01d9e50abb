"""What the views say of a redline in words, the same in a terminal and on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content_blocks.characters import escaped_in_json
from content_blocks.redline.catalogue import REGIONS, SUBJECTS, VALUES, in_language, said
from content_blocks.redline.model import Entry, Member, Plain, Redline, Rule, Spot, Stretch, Style


def title(redline: Redline, language: str) -> str:
    """What was compared: subject, name and versions."""
    subject = in_language(SUBJECTS[redline.subject], language)
    name = f" {quoted(redline.name, language)}" if redline.name else ""
    key = "version" if redline.before == redline.after else "versions"
    versions = said(key, language, before=redline.before, after=redline.after) if redline.after else ""
    return f"{subject}{name}{', ' if versions else ''}{versions}"


def heading(entry: Entry, language: str) -> str:
    """What an entry is about and what became of it."""
    name = f" {quoted(entry.name, language)}" if entry.name else ""
    return f"{entry.label.in_language(language)}{name}: {said(_became(entry), language)}"


def _became(entry: Entry) -> str:
    happened = "moved" if entry.moved else "renamed" if entry.renamed else ""
    if not happened:
        return entry.change
    return f"{happened} and changed" if entry.differences else happened


def places(entry: Entry, language: str) -> Iterator[str]:
    """Where a block was and is, and what a field was called."""
    if entry.renamed:
        yield said("was called", language, name=quoted(entry.renamed, language))
    if entry.moved and entry.before and entry.after:
        yield f"{said('from', language)} {place(entry.before, language)}"
        yield f"{said('to', language)} {place(entry.after, language)}"
    elif entry.change != "changed" and (spot := entry.after or entry.before):
        yield place(spot, language)


def place(spot: Spot, language: str) -> str:
    """Where a block stands."""
    steps = [in_language(REGIONS.get(spot.region, (spot.region, spot.region)), language)]
    steps += [said("inside", language, name=quoted(name, language)) for name in spot.around[-1:]]
    steps += [said("compartment", language, number=spot.compartment)] if spot.compartment else []
    first = said("as the first", language)
    steps.append(first if spot.after is None else said("after", language, name=quoted(spot.after, language)))
    return ", ".join(steps)


def member(found: Member, language: str) -> str:
    """What became of an entry of a list."""
    word = said(found.change, language)
    if found.change != "moved" or found.before is None or found.after is None or found.before == found.after:
        return word
    before, after = (said("number", language, number=number) for number in (found.before, found.after))
    return f"{word}, {said('from', language)} {before} {said('to', language)} {after}"


def value(given: Plain, where: str, language: str) -> str:
    """A value as people read it."""
    field = where.rpartition(".")[2]
    match given:
        case None | () | "":
            return said("nothing", language)
        case bool():
            return said("true" if given else "false", language)
        case tuple():
            return ", ".join(value(each, where, language) for each in given)
    words = VALUES.get(field, {}).get(str(given))
    if words is None and field == "hash":
        return str(given)[:12]
    return in_language(words, language) if words else str(given)


def conditions(rule: Rule, language: str) -> Iterator[str]:
    """What is different about a condition, in words."""
    for key, meant in (("means before", rule.meant_before), ("means after", rule.meant_after)):
        if meant:
            yield f"{said(key, language)}: {meant.in_language(language)}"
    if rule.before is None or rule.after is None:
        return
    if not rule.removed and not rule.added:
        yield said("joined differently", language)
    elif len(rule.removed) + len(rule.added) + len(rule.kept) > 2 or rule.kept:
        for key, found in (("removed", rule.removed), ("added", rule.added), ("kept", rule.kept)):
            yield from (f"{said(f'condition {key}', language)}: {condition}" for condition in found)


def restyled(stretch: Stretch, language: str) -> str:
    """How the same words look now, and how they did."""
    was, now = (style(each or Style(), language) for each in (stretch.was, stretch.style))
    return said("restyled", language, was=was, style=now)


def style(given: Style, language: str) -> str:
    """How words look."""
    words = [said(name, language) for name in ("strong", "emphasis") if getattr(given, name)]
    words += [said("link to", language, link=given.link)] if given.link else []
    return ", ".join(words) or said("plain", language)


def printable(text: str, *, changed: bool = False) -> str:
    """The text without characters that hide or reorder what is read; in what changed, also invisible ones are seen."""
    text = escaped_in_json(text)
    return _UNSEEN.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text) if changed else text


_UNSEEN = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]")


def quoted(name: str, language: str) -> str:
    """A name in the quotation marks of the language."""
    return f"„{name}“" if language.startswith("de") else f"“{name}”"
