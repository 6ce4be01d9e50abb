"""Whether every channel can carry what it has to, and whether what is written about channels has an effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content_blocks.atoms import PAGE_ATOMS
from content_blocks.check.subject import Site, Subject
from content_blocks.document import ChannelName, RegionName
from content_blocks.parts import Run
from content_blocks.problem import Problem
from content_blocks.types.heading import Heading
from content_blocks.types.table import Table

ON_EVERY_PAGE: tuple[RegionName, ...] = ("header_first", "header_next", "info", "footer")
"""The regions that know page numbers."""

SHORT_LINES: Mapping[ChannelName, str] = {"sms": "messages.sms", "push": "messages.push_body"}
"""The message lines without which the blocks' short forms speak."""


def short_forms(subject: Subject) -> Iterator[Problem]:
    """A block that a channel must carry, or is told to carry in short, but cannot.

    The header of the next pages is no place for what must be there: a letter of one page has none.
    """
    for site in subject.sites:
        if site.contained or site.block.wraps:
            continue
        for channel in subject.bundle.document_class.channels:
            form, must = subject.carried(site, channel), channel in subject.mandatory(site)
            if must and (form == "absent" or (channel == "pdf" and site.region == "header_next")):
                yield Problem(f"{site.where}.channels.{channel}", "mandatory-absent", {"channel": channel})
            elif form == "short" and (must or channel in site.block.channels) and not subject.short(site):
                yield Problem(f"{site.where}.short", "short-missing", {"channel": channel})


def cut_tables(subject: Subject) -> Iterator[Problem]:
    """A cut after some rows, where there are no rows, none are left, or nothing says that more were there."""
    for site in subject.sites:
        for channel, form in site.block.channels.items():
            cut = form.form == "rows"
            if cut and not (isinstance(site.block, Table) and form.rows and form.more):
                yield Problem(f"{site.where}.channels.{channel}", "rows-need-more", {"channel": channel})


def without_effect(subject: Subject) -> Iterator[Problem]:
    """Short forms, channel forms and duties of blocks that become no piece of their own."""
    for site in subject.all_sites:
        if site.contained or site.block.wraps:
            for name in ("short", "channels", "mandatory"):
                if getattr(site.block, name):
                    yield Problem(f"{site.where}.{name}", "form-without-effect")


def page_numbers(subject: Subject) -> Iterator[Problem]:
    """Page numbers where there are no pages to count: they stand in headers, footers and the info block."""
    for placed in subject.texts:
        atoms = (atom for found in placed.text.atoms.values() for atom in found if isinstance(atom, Run))
        if placed.region not in ON_EVERY_PAGE and any(atom.atom in PAGE_ATOMS for atom in atoms):
            yield Problem(placed.where, "page-number-here")


def silent_channels(subject: Subject) -> Iterator[Problem]:
    """A short message that would say nothing at all."""
    lines = dict(subject.message_lines)
    for channel, line in SHORT_LINES.items():
        needed = channel in subject.bundle.document_class.channels and line not in lines
        if needed and not any(_speaks(subject, site, channel) for site in subject.sites):
            yield Problem(line, "channel-silent", {"channel": channel})


def headings(subject: Subject) -> Iterator[Problem]:
    """Headings that skip a level whichever conditions hold (ISO 14289-1, 7.4)."""
    before = {0}  # the levels that may come before, as conditions have it
    for site in subject.all_sites:
        if site.region == "body" and isinstance(site.block, Heading):
            level = site.block.level
            if level > max(before) + 1:
                yield Problem(site.where, "heading-jumps", {"level": level, "after": max(before)})
            conditional = any(block.conditions for block in site.around)
            before = {level, *(before if conditional else ())}


def _speaks(subject: Subject, site: Site, channel: ChannelName) -> bool:
    if site.contained or site.block.wraps or subject.carried(site, channel) == "absent":
        return False
    return subject.carried(site, channel) != "short" or subject.short(site) is not None
