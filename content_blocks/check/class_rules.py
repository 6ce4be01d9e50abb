"""Whether a template keeps what its document class demands, whatever it says itself."""

from __future__ import annotations

from collections.abc import Iterator

from content_blocks.block import Block
from content_blocks.block_reading import block_types
from content_blocks.check.subject import Site, Subject
from content_blocks.document_class import RequiredContent
from content_blocks.problem import Problem
from content_blocks.text import Text
from content_blocks.types.clause import Clause
from content_blocks.types.group import Group


def required(subject: Subject) -> Iterator[Problem]:
    """Content that has to be there and is not, or only under a condition, or not at its end of the body."""
    bundle = subject.bundle
    for entry in bundle.document_class.requires(bundle.language, bundle.template.jurisdiction):
        sites = [site for site, use, _ in subject.clauses if use.block == entry.block]
        faults = [list(_faults(subject, entry, site)) for site in sites]
        if not sites:
            yield Problem("body", "required-missing", {"block": entry.block})
        elif all(faults):  # one use that keeps the rule is enough
            yield from faults[0]


def forbidden(subject: Subject) -> Iterator[Problem]:
    """Block types that messages of this kind must not have, in the template or in a content block."""
    kind = subject.bundle.document_class
    for name in kind.forbidden:
        if name not in block_types():
            yield Problem("class", "block-type-unknown", {"expected": ", ".join(block_types())})
    for site in subject.all_sites:
        if site.block.type in kind.forbidden:
            yield Problem(site.where, "type-forbidden", {"type": site.block.type, "class": kind.name})


def unsubscribe(subject: Subject) -> Iterator[Problem]:
    """A way to unsubscribe where the class asks for one."""
    if subject.bundle.document_class.unsubscribe and not subject.bundle.template.messages.unsubscribe:
        yield Problem("messages.unsubscribe", "unsubscribe-missing")


def lock_screen(subject: Subject) -> Iterator[Problem]:
    """Personal data that a push message would show on a locked telephone, or carry through a push service's logs."""
    kind = subject.bundle.document_class
    if kind.personal_on_lock_screen or "push" not in kind.channels:
        return
    lines = {"title": subject.bundle.template.title, **dict(subject.message_lines)}
    title = next(where for where in ("messages.push_title", "messages.title", "title") if where in lines)
    for where in (title, "messages.push_body", "messages.deep_link"):
        yield from _personal(subject, where, lines.get(where))
    for site in subject.sites:
        spoken = "push" in subject.mandatory(site) or "messages.push_body" not in lines
        if spoken and not site.contained and subject.carried(site, "push") == "short":
            yield from _personal_short(subject, site)


def _faults(subject: Subject, entry: RequiredContent, site: Site) -> Iterator[Problem]:
    if any(not _unconditional(block, entry) for block in site.around):
        yield Problem(site.where, "required-conditional", {"block": entry.block})
    if entry.place != "anywhere" and not _at_its_end(subject, entry, site):
        yield Problem(site.where, "required-place", {"block": entry.block, "place": entry.place})


def _unconditional(block: Block, entry: RequiredContent) -> bool:
    if not isinstance(block, Group) or (block.when is None and block.each is None):
        return True
    return block.each is None and entry.when is not None and block.when == entry.when


def _at_its_end(subject: Subject, entry: RequiredContent, site: Site) -> bool:
    """Whether nothing stands between a clause and its end of the body but others that have to be there too."""
    body = subject.bundle.template.body
    if site.region != "body" or site.around:
        return False
    place = body.index(site.block)
    beyond = body[:place] if entry.place == "first" else body[place + 1 :]
    same = {other.block for other in subject.bundle.document_class.required if other.place == entry.place}
    return all(isinstance(block, Clause) and block.block in same for block in beyond)


def _personal(subject: Subject, where: str, text: Text | None) -> Iterator[Problem]:
    for expression in text.expressions() if text else ():
        if subject.names.facts(expression).privacy != "public":
            yield Problem(where, "push-personal", {"field": subject.names.path(expression)})


def _personal_short(subject: Subject, site: Site) -> Iterator[Problem]:
    short, names = subject.short(site), site.names
    if isinstance(site.block, Clause):
        names = subject.bundle.contents[site.block.wanted].names(site.names, site.block)
    for expression in short.expressions() if short else ():
        if names.facts(expression).privacy != "public":
            yield Problem(f"{site.where}.short", "push-personal", {"field": names.path(expression)})
