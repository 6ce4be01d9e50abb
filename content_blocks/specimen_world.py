"""The little world in which every block type's specimen lives: a bank's customer, her account, one clause, one class.

Plain data as it would stand in files.  The balance is negative, so that what hangs on an overdraft shows.  People and
figures are invented.
"""

from __future__ import annotations

from typing import Any

DICTIONARY: dict[str, Any] = {
    "dictionary": "specimen",
    "version": "1.0",
    "title": {"en": "Specimen", "de": "Muster"},
    "fields": {
        "customer": {
            "type": "group",
            "fields": {
                "id": {"type": "text", "as": "id"},
                "salutation": {"type": "choice", "choices": {"female": {"en": "Ms", "de": "Frau"}}},
                "first_name": {"type": "text"},
                "last_name": {"type": "text"},
                "name": {"type": "text", "as": "name"},
                "street": {"type": "text"},
                "postcode": {"type": "text"},
                "city": {"type": "text"},
                "email": {"type": "email", "as": "email"},
                "phone": {"type": "phone", "as": "phone"},
                "push_token": {"type": "text", "as": "push_token", "max_length": 200},
            },
        },
        "account": {
            "type": "group",
            "fields": {
                "iban": {"type": "iban"},
                "opened": {"type": "date"},
                "opening": {"type": "money", "currency": "EUR"},
                "balance": {"type": "money", "currency": "EUR"},
                "limit": {"type": "money", "currency": "EUR", "privacy": "public"},
                "due": {"type": "money", "currency": "EUR"},
                "peak_month": {"type": "text"},
                "transactions": {
                    "type": "list",
                    "fields": {
                        "booked": {"type": "date"},
                        "text": {"type": "text"},
                        "amount": {"type": "money", "currency": "EUR"},
                    },
                },
                "cards": {"type": "list", "fields": {"number": {"type": "text"}, "holder": {"type": "text"}}},
                "months": {
                    "type": "list",
                    "fields": {"name": {"type": "text"}, "spent": {"type": "money", "currency": "EUR"}},
                },
            },
        },
    },
}

CLAUSE: dict[str, Any] = {
    "block": "specimen-clause",
    "version": "1.0",
    "title": {"en": "Deposit guarantee", "de": "Einlagensicherung"},
    "owner": "compliance",
    "jurisdiction": ["DE", "AT"],
    "citation": "Directive 2014/49/EU, Art. 6",
    "source_language": "en",
    "review_by": "2099-12-31",
    "inputs": {
        "limit": {
            "type": "money",
            "label": {"en": "Limit", "de": "Grenze"},
            "currency": "EUR",
            "min": "100000",
            "max": "500000",
        }
    },
    "blanks": {"hours": {"label": {"en": "Opening hours", "de": "Öffnungszeiten"}, "max_length": 40}},
    "long": [
        {
            "type": "text",
            "id": "guarantee",
            "tone": "small",
            "text": {
                "en": "Your deposits are protected **up to {{ input.limit | money }}** by the statutory guarantee "
                "scheme. {{ brand.name }} answers your questions from {{ blank.hours }}.",
                "de": "Ihre Einlagen sind durch die gesetzliche Einlagensicherung **bis {{ input.limit | money }}** "
                "geschützt. Fragen beantwortet Ihnen die {{ brand.name }} von {{ blank.hours }}.",
            },
        }
    ],
    "short": {
        "en": "Deposits are protected up to {{ input.limit | money }}.",
        "de": "Einlagen sind bis {{ input.limit | money }} geschützt.",
    },
}

DOCUMENT_CLASS: dict[str, Any] = {
    "class": "specimen",
    "version": "1.0",
    "title": {"en": "Specimen", "de": "Muster"},
    "owner": "compliance",
    "personal_on_lock_screen": True,
}

TEMPLATE: dict[str, Any] = {
    "template": "specimen",
    "version": "1.0",
    "languages": ["en", "de"],
    "class": "specimen",
    "dictionary": "specimen",
}

_MONTHS = {"en": ("August", "September", "October"), "de": ("August", "September", "Oktober")}

_BOOKINGS = {
    "en": ("Rent", "Electricity", "Salary", "Car repair Grünwald & Söhne"),
    "de": ("Miete", "Strom", "Gehalt", "Autoreparatur Grünwald & Söhne"),
}


def specimen_record(language: str) -> dict[str, Any]:
    """One recipient's record as JSON would hold it, with words in English or German."""
    months = _MONTHS.get(language, _MONTHS["en"])
    amounts = ("-980.00", "-54.40", "2100.00", "-1407.85")
    days = ("2026-10-01", "2026-10-05", "2026-10-15", "2026-10-28")
    bookings = zip(days, _BOOKINGS.get(language, _BOOKINGS["en"]), amounts, strict=True)
    return {
        "customer": {
            "id": "K-10017",
            "salutation": "female",
            "first_name": "Ayşe",
            "last_name": "Çelik-Müller",
            "name": "Ayşe Çelik-Müller",
            "street": "Kastanienallee 17",
            "postcode": "10119",
            "city": "Berlin",
            "email": "ayse.celik@example.org",
            "phone": "+4915123456789",
            "push_token": "specimen-token-4711",
        },
        "account": {
            "iban": "DE02120300000000202051",
            "opened": "2014-03-17",
            "opening": "203.45",
            "balance": "-138.80",
            "limit": "100000.00",
            "due": "138.80",
            "peak_month": months[2],
            "transactions": [{"booked": day, "text": text, "amount": amount} for day, text, amount in bookings],
            "cards": [
                {"number": "5217123412341234", "holder": "Ayşe Çelik-Müller"},
                {"number": "5217123412345678", "holder": "Jörg Müller"},
            ],
            "months": [
                {"name": name, "spent": spent}
                for name, spent in zip(months, ("1830.00", "2140.50", "2442.25"), strict=True)
            ],
        },
    }
