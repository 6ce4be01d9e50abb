"""The limit: the volume engine itself on the same content, as a plain program that is fed with data.

Words are formatted by the plain script, nothing is validated, composed, marked or read back.  What comes out is tagged
PDF/A-3a and PDF/UA-1, as ours is.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import weakref
from datetime import date
from pathlib import Path
from typing import Any

import typst

from benchmarks.plain_script import HERE, THEME, Record, bookings, day, greeting, iban, money, percent


class RawTypst:
    """The engine opened once, with the theme's fonts and a folder for its files."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="raw-typst-"))
        weakref.finalize(self, shutil.rmtree, self._folder)
        shutil.copy(HERE / "plain" / "letter.typ", self._folder)
        shutil.copy(THEME / "logo.svg", self._folder)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[THEME / "fonts"])
        self._compiler = typst.Compiler(self._folder / "letter.typ", root=self._folder, font_paths=fonts)

    def letter(self, record: Record, today: date) -> bytes:
        """The statement as a PDF."""
        (self._folder / "letter.json").write_text(json.dumps(data(record, today), ensure_ascii=False), "utf-8")
        pdf = self._compiler.compile(format="pdf", pdf_standards=["a-3a", "ua-1"])
        assert isinstance(pdf, bytes)
        return pdf


def data(record: Record, today: date) -> dict[str, Any]:
    """What the program prints, every value in the words it is printed with."""
    customer, account = record["customer"], record["account"]
    month = day(account["month"], "MMMM yyyy")
    return {
        "title": f"Kontoauszug {month}",
        "month": month,
        "today": day(today.isoformat()),
        "customer": customer["id"],
        "iban": iban(account["iban"]),
        "name": customer["name"],
        "street": customer["street"],
        "town": f"{customer['postcode']} {customer['city']}",
        "greeting": greeting(customer),
        "bookings": bookings(len(account["transactions"])),
        "opening": money(account["opening"]),
        "closing": money(account["closing"]),
        "overdrawn": account["closing"].startswith("-"),
        "rate": percent(account["overdraft_rate"]),
        "rows": [
            [day(entry["booked"], "dd.MM.yy"), entry["text"], money(entry["amount"])]
            for entry in account["transactions"]
        ],
    }
