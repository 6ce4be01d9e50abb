"""What the benchmarks render: a library with one template, an account statement in German, and records for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from schwifty import IBAN

from ccm.sample.exports import AS_OF, BANK_CODE, MONTH
from ccm.sample.people import FIRST_NAMES, INCOME, LAST_NAMES, SPENDING, STREETS, TITLES, TOWNS

LIBRARY = Path(__file__).parent / "library"
TEMPLATE = "statement"
DAY = AS_OF

Record = dict[str, Any]


def statements(count: int, rows: int) -> Iterator[Record]:
    """Records for the statement template, each with so many bookings."""
    return (statement(number, rows) for number in range(1, count + 1))


def statement(number: int, rows: int) -> Record:
    """The record of one customer; the same number gives the same record."""
    random = Random(number)
    opening = random.randint(-150_000, 900_000)
    booked = [_booking(random) for _ in range(rows)]
    return {
        "customer": _customer(random, number),
        "account": {
            "iban": str(IBAN.generate("DE", bank_code=BANK_CODE, account_code=f"{number:010d}")),
            "month": MONTH.isoformat(),
            "opening": _amount(opening),
            "closing": _amount(opening + sum(cents for _day, _text, cents in booked)),
            "overdraft_rate": "11.90",
            "transactions": [
                {"booked": MONTH.replace(day=day).isoformat(), "text": text, "amount": _amount(cents)}
                for day, text, cents in sorted(booked)
            ],
        },
    }


def _customer(random: Random, number: int) -> Record:
    first, salutation = random.choice(FIRST_NAMES)
    last, title = random.choice(LAST_NAMES), random.choice(TITLES)
    postcode, city = random.choice(TOWNS)
    return {
        "id": f"K-{number:07d}",
        "salutation": salutation,
        "title": title,
        "first_name": first,
        "last_name": last,
        "name": " ".join(part for part in (title, first, last) if part),
        "street": f"{random.choice(STREETS)} {random.randint(1, 199)}",
        "postcode": postcode,
        "city": city,
        "email": f"kunde{number}@example.org",
        "phone": f"+49151{number:08d}",
        "push_token": f"token-{number:07d}",
    }


def _booking(random: Random) -> tuple[int, str, int]:
    income = random.random() < 0.15
    text, low, high = random.choice(INCOME if income else SPENDING)
    cents = random.randint(low, high)
    return random.randint(1, 31), text, cents if income else -cents


def _amount(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"
