"""A list that a card processor might send: blocked cards, in columns of its own, to be matched with the dictionary's.

The same rows each time; two are wrong on purpose, so that there is something to correct.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from ccm.sample.people import FIRST_NAMES, LAST_NAMES, STREETS, TOWNS
from ccm.sample.tables import write_table

SEED = 20261102
ROWS = 12
REASONS = ("lost", "lost", "pin")
WRONG: Mapping[int, Mapping[str, str]] = {
    4: {"E-Mail": "kein-at-zeichen.example.org"},
    9: {"Gesperrt am": "gestern"},
}
"""No email address, no date."""


def write_cards(folder: Path) -> Path:
    """Write `cards.csv` into a folder."""
    path = folder / "cards.csv"
    write_table(path, _cards(Random(SEED)))  # noqa: S311 - sample data, not a secret
    return path


def _cards(random: Random) -> Iterator[dict[str, str]]:
    for number in range(1, ROWS + 1):
        first, salutation = random.choice(FIRST_NAMES)
        last, (postcode, town) = random.choice(LAST_NAMES), random.choice(TOWNS)
        yield {
            "Kundennr.": f"K-{20000 + number}",
            "Anrede": salutation,
            "Nachname": last,
            "Name": f"{first} {last}",
            "Straße": f"{random.choice(STREETS)} {random.randint(1, 199)}",
            "PLZ": postcode,
            "Ort": town,
            "Sprache": "en" if number % 4 == 0 else "de",
            "E-Mail": f"karte{number}@example.org",
            "Mobil": f"+49152{number:08d}",
            "App-Kennung": f"demo-card-{number:06d}",
            "Kartenart": random.choice(("debit", "credit")),
            "Kartennummer": f"52{random.randint(1000, 9999)}******{random.randint(1000, 9999)}",
            "Sperrgrund": random.choice(REASONS),
            "Vorgang": f"S-2026-{55400 + number}",
            "Gesperrt am": "2026-11-02",
            "Uhrzeit": f"{random.randint(0, 23):02d}:{random.randint(0, 59):02d}",
            "Ersatzkarte": "ja",
            "Ersatzkarte bis": "2026-11-12",
            "Filiale": random.choice(("Nord", "Süd")),
            **WRONG.get(number, {}),
        }
