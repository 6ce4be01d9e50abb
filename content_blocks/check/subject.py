"""What is checked: a bundle on a day, with every block and text in it and what names mean there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from content_blocks.block import Block
from content_blocks.bundle import Bundle
from content_blocks.content import Content
from content_blocks.document import REGIONS, ChannelName, RegionName
from content_blocks.expressions import Expression
from content_blocks.names import Names
from content_blocks.template import MessageLines
from content_blocks.text import Text
from content_blocks.types.clause import Clause


@dataclass(frozen=True)
class Site:
    """A block where it stands: its region, the blocks around it from the outside in, what names mean there.

    `content` is the content block it belongs to, if it is part of one; `where` its place as problems name it.
    """

    region: RegionName
    block: Block
    around: tuple[Block, ...]
    names: Names
    where: str
    content: Content | None = None

    @property
    def contained(self) -> bool:
        """Whether it becomes no piece of its own, but part of that of a block around it."""
        return self.content is not None or any(not block.wraps for block in self.around)

    def own_conditions(self) -> list[Expression]:
        """What has to hold for it to show, as far as it says so itself."""
        found = (getattr(self.block, name) for name in self.block.conditions)
        return [condition for condition in found if condition is not None]

    def inside(self) -> Iterator[Site]:
        """The blocks in it."""
        names = self.block.names_inside(self.names)
        for _, blocks in self.block.compartments():
            yield from _sites(self, blocks, (*self.around, self.block), names)


@dataclass(frozen=True)
class Placed:
    """A text where it stands: its place, what names mean there, the region (none for a message line)."""

    where: str
    text: Text
    names: Names
    region: RegionName | None = None
    content: Content | None = None


@dataclass(frozen=True)
class Subject:
    """A bundle to be checked as of a day."""

    bundle: Bundle
    day: date

    @cached_property
    def names(self) -> Names:
        """What names mean in the template outside of repetitions."""
        return self.bundle.names(self.bundle.language)

    @cached_property
    def all_sites(self) -> tuple[Site, ...]:
        """Every block in reading order, those of a content block after the clause that shows it."""
        template = self.bundle.template
        return tuple(
            site
            for region in REGIONS
            for block in template.region(region)
            for outer in _all(Site(region, block, (), self.names, f"{region}.{block.id}"))
            for site in (outer, *self._shown_by(outer))
        )

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Every block of the template itself."""
        return tuple(site for site in self.all_sites if site.content is None)

    @cached_property
    def clauses(self) -> tuple[tuple[Site, Clause, Content], ...]:
        """Every use of a content block with what it shows."""
        uses = ((site, site.block) for site in self.sites)
        return tuple((site, use, self.bundle.contents[use.wanted]) for site, use in uses if isinstance(use, Clause))

    @cached_property
    def texts(self) -> tuple[Placed, ...]:
        """Every text: title and message lines, those of the template's blocks, those of the content blocks."""
        lines = (("title", self.bundle.template.title), *self.message_lines)
        shorts = (
            Placed(f"{site.where}.short", content.item.short, content.names(site.names, use), site.region, content)
            for site, use, content in self.clauses
            if content.item.short
        )
        return (
            *(Placed(where, text, self.names) for where, text in lines),
            *(placed for site in self.all_sites for placed in _placed(site)),
            *shorts,
        )

    @cached_property
    def message_lines(self) -> tuple[tuple[str, Text], ...]:
        """The message lines the template has, with their places."""
        found = ((name, getattr(self.bundle.template.messages, name)) for name in MessageLines.model_fields)
        return tuple((f"messages.{name}", line) for name, line in found if line is not None)

    def carried(self, site: Site, channel: ChannelName) -> str:
        """The form in which a channel carries a block, as `Piece.form` will say."""
        form = site.block.channels.get(channel)
        return form.form if form else "full" if channel in ("pdf", "email") else "short"

    def short(self, site: Site) -> Text | None:
        """The short form of a block: a clause's is its content block's."""
        block = site.block
        return self.bundle.contents[block.wanted].item.short if isinstance(block, Clause) else block.short

    def mandatory(self, site: Site) -> tuple[ChannelName, ...]:
        """The channels that may not go out without a block, by its own account and the document class's."""
        block, channels = site.block, self.bundle.document_class.channels
        own = channels if block.mandatory is True else block.mandatory or ()
        demanded = self.names.setting.required.get(block.block, ()) if isinstance(block, Clause) else ()
        return tuple(channel for channel in channels if channel in own or channel in demanded)

    def _shown_by(self, site: Site) -> Iterator[Site]:
        if isinstance(site.block, Clause):
            content = self.bundle.contents[site.block.wanted]
            names = content.names(site.names, site.block)
            for block in content.item.long:
                where = f"{site.where}.long.{block.id}"
                yield from _all(Site(site.region, block, site.around, names, where, content))


def _all(site: Site) -> Iterator[Site]:
    yield site
    for inner in site.inside():
        yield from _all(inner)


def _sites(outer: Site, blocks: Sequence[Block], around: tuple[Block, ...], names: Names) -> Iterator[Site]:
    prefix = outer.where.removesuffix(outer.block.id)
    for block in blocks:
        yield replace(outer, block=block, around=around, names=names, where=f"{prefix}{block.id}")


def _placed(site: Site) -> Iterator[Placed]:
    for field, text in site.block.texts():
        names = site.block.names(site.names, field)
        yield Placed(f"{site.where}.{field}", text, names, site.region, site.content)
