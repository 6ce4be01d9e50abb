"""Making the proof behind a share link: a persona's messages, rendered by the code that sends.

A link never carries a record that somebody posted: personas are all there is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from ccm.api.printing import Printed, Sheet, Wanted, print_one
from ccm.libraries import approved_items, drafted_items
from ccm.personas import persona
from ccm.pipeline import Order
from ccm.store.actor import Actor
from ccm.store.home import Home
from ccm.store.sharing import USUAL, Page, Proof, refuse_sharing, share
from content_blocks.canonical import sha256
from content_blocks.document import CHANNELS, ChannelName
from content_blocks.problem import Refused
from content_blocks.version_range import parse_range
from templates_store.store_library import StoreLibrary

Printing = Callable[[Wanted], Printed]


@dataclass(frozen=True)
class Ask:
    """What is to be shown: a draft, or what is approved for a day by a range of versions; for a persona."""

    template: str
    persona: str
    day: date
    draft: bool = False
    version: str = ""
    language: str | None = None
    brand: str | None = None
    channels: tuple[ChannelName, ...] = CHANNELS

    @property
    def order(self) -> Order:
        """What the pipeline is asked for."""
        return Order(self.template, self.day, self.brand, self.language, self.channels, proof=True)


def share_proof(
    home: Home, by: Actor, ask: Ask, printing: Printing, days: int = USUAL, now: datetime | None = None
) -> str:
    """Render a proof and make a link to it; returns the token.

    Raises Refused for whom it is not, and with everything that is wrong in any of the channels.
    """
    refuse_sharing(by, ask.template)
    with home.reading() as session:
        versions = parse_range(ask.version) if ask.version else None
        library = (
            drafted_items(home, session, ask.day)
            if ask.draft
            else approved_items(home, session, ask.day, now or datetime.now(UTC), versions)
        )
        record = persona(library, ask.template, ask.persona).record
        digest = sha256(library.persona_text(ask.template, ask.persona) or b"")
        bundles = _bundles(library, ask)
        wanted = Wanted(dict(library.places()), ask.order, record, ask.version, tuple(bundles))
        printed = printing(wanted)
    if problems := [problem.within(sheet.channel) for sheet in printed.sheets for problem in sheet.problems]:
        raise Refused(problems)
    language, brand = bundles.get(printed.bundle, (ask.language or "", ask.brand or ""))
    proof = Proof(
        ask.template,
        printed.version,
        ask.draft,
        printed.bundle,
        language,
        brand,
        ask.persona,
        digest,
        ask.day.isoformat(),
        tuple(map(_page, printed.sheets)),
    )
    return share(home, by, proof, days, now)


def print_here(wanted: Wanted) -> Printed:
    """Render in this very process, for commands; raises Refused."""
    found = print_one(wanted)
    if isinstance(found, tuple):
        raise Refused(found)
    return found


def _bundles(library: StoreLibrary, ask: Ask) -> dict[str, tuple[str, str]]:
    """The hashes of the bundles that may be meant, each with its language and brand."""
    template = library.template(ask.template)
    brand = ask.brand or template.item.brands[0]
    languages = [ask.language] if ask.language else template.item.languages
    return {library.bundle(template, it, brand, ask.day).hash: (it, brand) for it in languages}


def _page(sheet: Sheet) -> Page:
    short = sheet.channel in ("sms", "push")
    return Page(sheet.channel, sheet.media_type, sheet.content, sheet.text if short else "")
