"""Exports of two systems: who the customers are, and what was booked on their accounts last month.

The same seed always gives the same files.  Three customers are wrong on purpose: they show what quarantine looks like.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from ccm.sample.people import FIRST_NAMES, INCOME, LAST_NAMES, SPENDING, STREETS, TITLES, TOWNS
from ccm.sample.tables import write_table

SEED = 20261001
MONTH = date(2026, 10, 1)
AS_OF = date(2026, 11, 2)
BANK_CODE = "12030000"

ROWS_OF_FIRST = (0, 1, 40, 120)
"""The first customers are the awkward ones: nothing booked, one booking, and statements of several pages."""

WRONG: Mapping[int, Mapping[str, str]] = {
    7: {"iban": "DE02120300000000202052"},
    9: {"last_name": "Müller 🦊", "name": "Kim Müller 🦊"},
    10: {"email": "kein-at-zeichen.example.org"},
}
"""The rows that must not go out: an IBAN with a wrong check digit, a name no font can print, no email address.

They are among the first ten, so that the smallest demo shows them too.
"""


MONTH_ENDS = ("2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30")


@dataclass(frozen=True)
class Exports:
    """The files and the query that joins them."""

    customers: Path
    transactions: Path
    balances: Path
    sql: str

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that the query reads."""
        return (self.customers, self.transactions, self.balances)


def write_exports(folder: Path, count: int = 240) -> Exports:
    """Write the files into a folder, always the same ones for the same number of customers."""
    folder.mkdir(parents=True, exist_ok=True)
    random = Random(SEED)  # noqa: S311 - sample data, not a secret
    booked = [(number, list(_bookings(random, number))) for number in range(1, count + 1)]
    customers = [_customer(random, number, rows) for number, rows in booked]
    exports = Exports(folder / "customers.csv", folder / "transactions.csv", folder / "balances.csv", QUERY)
    write_table(exports.customers, customers)
    write_table(exports.balances, (row for customer in customers for row in _balances(random, customer)))
    write_table(exports.transactions, (row for _number, rows in booked for row in rows))
    (folder / "query.sql").write_text(QUERY, encoding="utf-8")
    return exports


def _bookings(random: Random, number: int) -> Iterator[dict[str, str]]:
    rows = ROWS_OF_FIRST[number - 1] if number <= len(ROWS_OF_FIRST) else random.randint(2, 24)
    days = sorted(random.randint(1, 31) for _ in range(rows))
    for place, day in enumerate(days, start=1):
        text, low, high = random.choice(INCOME if random.random() < 0.15 else SPENDING)
        cents = random.randint(low, high)
        income = any(text == name for name, _low, _high in INCOME)
        yield {
            "customer_id": _id(number),
            "position": f"{place:05d}",
            "booked": MONTH.replace(day=day).isoformat(),
            "value_date": MONTH.replace(day=max(day - random.choice((0, 0, 1, 2)), 1)).isoformat(),
            "text": text,
            "amount": _amount(cents if income else -cents),
        }


def _customer(random: Random, number: int, rows: list[dict[str, str]]) -> dict[str, str]:
    first, salutation = random.choice(FIRST_NAMES)
    last, title = random.choice(LAST_NAMES), random.choice(TITLES)
    postcode, city = random.choice(TOWNS)
    opening = random.randint(-150000, 900000)
    booked = [_cents(row["amount"]) for row in rows]
    customer = {
        "customer_id": _id(number),
        "salutation": salutation,
        "title": title,
        "first_name": first,
        "last_name": last,
        "name": " ".join(part for part in (title, first, last) if part),
        "street": f"{random.choice(STREETS)} {random.randint(1, 199)}",
        "postcode": postcode,
        "city": city,
        "language": "en" if number % 4 == 0 else "de",
        "channel": ("email", "pdf", "push", "sms")[number % 4],
        "email": f"kunde{number}@example.org",
        "phone": f"+49151{number:08d}",
        "push_token": f"demo-token-{number:06d}",
        "iban": _iban(number),
        "month": MONTH.isoformat(),
        "opening": _amount(opening),
        "credits": _amount(sum(cents for cents in booked if cents > 0)),
        "debits": _amount(sum(cents for cents in booked if cents < 0)),
        "closing": _amount(opening + sum(booked)),
    }
    return {**customer, **WRONG.get(number, {})}


def _balances(random: Random, customer: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The balance at the end of the months before, and of this one."""
    ends = [*((day, random.randint(-90000, 700000)) for day in MONTH_ENDS[:-1])]
    ends += [(MONTH_ENDS[-1], _cents(customer["opening"])), ("2026-10-31", _cents(customer["closing"]))]
    for day, cents in ends:
        yield {"customer_id": customer["customer_id"], "last_day": day, "balance": _amount(cents)}


def _iban(number: int) -> str:
    """A German account number with its check digits (ISO 7064, MOD 97-10; D and E count as 13 and 14)."""
    account = f"{BANK_CODE}{number:010d}"
    return f"DE{98 - int(account + '131400') % 97:02d}{account}"


def _id(number: int) -> str:
    return f"K-{10000 + number}"


def _amount(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def _cents(amount: str) -> int:
    return int(amount.replace(".", ""))


QUERY = """\
SELECT
  struct_pack(
    id := c.customer_id, salutation := c.salutation, title := c.title, first_name := c.first_name,
    last_name := c.last_name, name := c.name, street := c.street, postcode := c.postcode, city := c.city,
    language := c.language, channel := c.channel, email := c.email, phone := c.phone, push_token := c.push_token
  ) AS customer,
  struct_pack(
    iban := c.iban, product := 'Girokonto Komfort', number := '10/2026', month := c.month, last_day := '2026-10-31',
    opening := c.opening, credits := c.credits, debits := c.debits, closing := c.closing,
    credit_line := '2000.00', overdraft_rate := '11.90', tolerated_rate := '14.90', quarterly_closing := 'false',
    transactions := coalesce(t.transactions, []), months := b.months
  ) AS account
FROM customers AS c
LEFT JOIN (
  SELECT
    customer_id,
    list(
      struct_pack(booked := booked, value_date := value_date, text := text, amount := amount) ORDER BY position
    ) AS transactions
  FROM transactions
  GROUP BY customer_id
) AS t ON t.customer_id = c.customer_id
LEFT JOIN (
  SELECT customer_id, list(struct_pack(last_day := last_day, balance := balance) ORDER BY last_day) AS months
  FROM balances
  GROUP BY customer_id
) AS b ON b.customer_id = c.customer_id
"""
