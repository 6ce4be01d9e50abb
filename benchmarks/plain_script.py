"""The competitor: what a good developer writes in an afternoon with Jinja2, Babel and WeasyPrint.

The same letter, mail, SMS and push message as the template in `library/`, word for word, in the same fonts, with
nothing around it: no validation, no tagged PDF/A, no clause anybody approved, nothing read back.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from jinja2 import Environment, FileSystemLoader
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

HERE = Path(__file__).parent
THEME = HERE.parent / "templates_store" / "library" / "themes" / "ahorn"
LOCALE = "de_DE"

Record = dict[str, Any]


def money(amount: str) -> str:
    """`1204.50` as `1.204,50 €`."""
    return format_currency(Decimal(amount), "EUR", locale=LOCALE)


def percent(rate: str) -> str:
    """`11.90` as `11,90 %`."""
    return f"{format_decimal(Decimal(rate), '0.00', locale=LOCALE)}\u00a0%"


def day(written: str, form: str = "dd.MM.yyyy") -> str:
    """`2026-10-02` as `02.10.2026`, or in another form."""
    return format_date(date.fromisoformat(written), form, locale=LOCALE)


def iban(number: str) -> str:
    """In groups of four."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def bookings(count: int) -> str:
    """`1 Buchung`, `2 Buchungen`."""
    return f"{format_decimal(count, locale=LOCALE)} {'Buchung' if count == 1 else 'Buchungen'}"


def greeting(customer: Record) -> str:
    """How the letter begins."""
    title = f"{customer['title']} " if customer["title"] else ""
    match customer["salutation"]:
        case "female":
            return f"Sehr geehrte Frau {title}{customer['last_name']},"
        case "male":
            return f"Sehr geehrter Herr {title}{customer['last_name']},"
    return f"Guten Tag {customer['first_name']} {customer['last_name']},"


environment = Environment(loader=FileSystemLoader(HERE / "plain"), autoescape=True)
environment.filters |= {"money": money, "percent": percent, "day": day, "iban": iban}
environment.filters |= {"bookings": bookings, "greeting": greeting}


def letter(record: Record, today: date) -> bytes:
    """The statement as a PDF."""
    html = environment.get_template("letter.html").render(record, today=today.isoformat(), style=True)
    pdf: bytes = HTML(string=html, base_url=str(THEME)).write_pdf()
    return pdf


class TunedLetters:
    """The same letters by a developer who has read up on WeasyPrint: fonts and style sheet are loaded once."""

    def __init__(self) -> None:
        self._fonts = FontConfiguration()
        style = environment.get_template("letter.css").render()
        self._style = CSS(string=style, base_url=str(THEME), font_config=self._fonts)

    def letter(self, record: Record, today: date) -> bytes:
        """The statement as a PDF."""
        html = environment.get_template("letter.html").render(record, today=today.isoformat(), style=False)
        page = HTML(string=html, base_url=str(THEME))
        pdf: bytes = page.write_pdf(stylesheets=[self._style], font_config=self._fonts)
        return pdf


def mail(record: Record, today: date) -> bytes:
    """The statement as a mail with a text part, and the logo inside."""
    customer, account = record["customer"], record["account"]
    message = EmailMessage()
    message["From"] = "Ahornbank AG <service@ahornbank.example>"
    message["To"] = customer["email"]
    message["Subject"] = f"Ihr Kontoauszug {day(account['month'], 'MMMM yyyy')}"
    message.set_content(environment.get_template("mail.txt").render(record, today=today.isoformat()))
    html = environment.get_template("mail.html").render(record, today=today.isoformat())
    message.add_alternative(html, subtype="html")
    _text, page = message.iter_parts()
    page.add_related((THEME / "logo.png").read_bytes(), "image", "png", cid="<logo>")
    return bytes(message)


def sms(record: Record) -> bytes:
    """The SMS and whom it is for."""
    month, closing = day(record["account"]["month"], "MMMM yyyy"), money(record["account"]["closing"])
    text = f"Ahornbank: Ihr Kontoauszug {month} ist da. Neuer Saldo {closing}."
    return json.dumps({"to": record["customer"]["phone"], "text": text}, ensure_ascii=False).encode()


def push(record: Record) -> bytes:
    """The push message as FCM takes it."""
    month = day(record["account"]["month"], "MMMM yyyy")
    words = {"title": "Ihr Kontoauszug ist da", "body": f"Der Auszug {month} liegt in Ihrem Postfach."}
    message = {"message": {"token": record["customer"]["push_token"], "notification": words}}
    return json.dumps(message, ensure_ascii=False).encode()
