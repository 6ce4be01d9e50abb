"""Looking at all that goes out of a store, through the eyes of the oracle."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import product

from ccm.libraries import approved_items
from ccm.store.glasses import open_glasses
from content_blocks.problem import Refused
from templates_store.store_library import StoreLibrary
from tests.ccm.store.happenings import TEMPLATES
from tests.ccm.store.oracle import Fault, Oracle
from tests.ccm.store.world import World


def look(bank: World, oracle: Oracle, out: Counter[str]) -> None:
    """Judge all that goes out, today and later, with open glasses and without."""
    with bank.home.reading() as session:
        oracle.catch_up(session)
        found = open_glasses(session, bank.home.organisation, bank.now)
        if found != oracle.open_glasses(bank.now):
            raise Fault("a glass is open that is closed, or the other way round")
        for name, ahead in product(TEMPLATES, (0, 17)):
            day = bank.today + timedelta(days=ahead)
            mine = open_glasses(session, bank.home.organisation, bank.now, name)
            for under in {frozenset[str](), mine}:
                _judge(oracle, bank, approved_items(bank.home, session, day, under=under), name, out)


def _judge(oracle: Oracle, bank: World, library: StoreLibrary, name: str, out: Counter[str]) -> None:
    for language in ("en", "de"):
        try:
            found = library.bundle(library.template(name), language, "ahorn", library.day)
        except Refused:
            continue
        oracle.judge(found.hashes, found.hash, library.day, bool(library.glasses), bank.now)
        out["under glass" if found.hash in oracle.open_glasses(bank.now) else "approved"] += 1
