"""The words, shops and signature that the hand-made documents are written with."""

from __future__ import annotations

import io
import itertools
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from babel.dates import format_date
from babel.numbers import format_currency
from PIL import Image, ImageDraw

from content_blocks.canonical import sha256

Language = Literal["de", "en"]

WORDS: dict[Language, dict[str, str]] = {
    "de": {
        "statement": "Kontoauszug Juli 2026",
        "dear": "Sehr geehrter Herr Dr. Freiherr von Übelhör-Großenbrücken,",
        "lead": "im Juli hat sich Ihr Guthaben von {opening} auf {closing} verändert. Alle Umsätze bis zum {day} "
        "sind hier aufgeführt.",
        "opening": "Anfangssaldo am 1. Juli",
        "in": "Eingänge",
        "out": "Ausgänge",
        "closing": "Endsaldo am 31. Juli",
        "account": "Ihr Konto auf einen Blick",
        "turnover": "Umsätze",
        "none": "In diesem Monat gab es keine Umsätze.",
        "day": "Buchung",
        "value": "Wert",
        "text": "Vorgang",
        "amount": "Betrag in EUR",
        "brought": "Übertrag",
        "carried": "Übertrag",
        "chart": "Ausgaben der letzten Monate",
        "chart_title": "Mai bis Juli 2026 in Euro",
        "chart_alt": "Die Ausgaben lagen im Mai bei 1.830 €, im Juni bei 2.140 € und im Juli bei 1.965 €.",
        "spent": "Ausgaben",
        "saved": "Gespart",
        "tips": "Gut zu wissen",
        "tip1": "Daueraufträge können Sie bis 18 Uhr des Vortags ändern.",
        "tip2": "Im Ausland zahlen Sie mit der Debitkarte ohne Aufschlag.",
        "tip3": "Kündigen Sie ungewöhnliche Zahlungen bitte einen Tag vorher an.",
        "clause_title": "Prüfung des Auszugs",
        "clause": "Bitte prüfen Sie diesen Auszug und erheben Sie Einwendungen spätestens sechs Wochen nach Zugang. "
        "Erfolgt keine Einwendung, so gilt der Auszug als genehmigt. Auf diese Folge weisen wir hiermit besonders hin.",
        "short_clause": "Einwendungen bitte binnen sechs Wochen.",
        "deposit": "Ihr Guthaben ist bis {limit} durch die gesetzliche Einlagensicherung geschützt; "
        "der Informationsbogen liegt in Ihrem Postfach.",
        "pay": "Ausgleich der Kartenabrechnung",
        "pay_caption": "Mit der Banking-App scannen: 84,90 € an {bank}, Verwendungszweck KA-2026-07.",
        "code_alt": "QR-Code für eine Überweisung von 84,90 € mit Verwendungszweck KA-2026-07",
        "button": "Umsätze im Onlinebanking ansehen",
        "closing_line": "Mit freundlichen Grüßen",
        "signature": "Unterschrift von Friederike Öztürk",
        "signer": "Friederike Öztürk",
        "role": "Leiterin Kundenservice",
        "branch": "Ihre Filiale",
        "hours": "Montag bis Freitag von 9 bis 17 Uhr, donnerstags bis 19 Uhr",
        "contact": "Ansprechpartnerin",
        "customer_no": "Kundennummer",
        "iban": "IBAN",
        "date": "Datum",
        "page": "Seite",
        "of": "von",
        "confidential": "Vertraulich",
        "seat": "Sitz und Register",
        "board": "Geschäftsleitung",
        "letter": "Ihr Zinssatz ändert sich zum 1. Oktober 2026",
        "letter_lead": "zum 1. Oktober 2026 passen wir den Sollzinssatz Ihres Dispositionskredits an.",
        "letter_body": "Der Referenzzinssatz der Europäischen Zentralbank ist seit der letzten Anpassung um 0,25 "
        "Prozentpunkte gesunken. Wie vereinbart geben wir diese Senkung in voller Höhe an Sie weiter.",
        "letter_more": "Sie müssen nichts weiter tun. Fragen beantwortet Ihnen Frau {contact} unter {phone}.",
        "rate": "Sollzinssatz pro Jahr",
        "rate_old": "bisher",
        "rate_new": "ab 1. Oktober 2026",
        "rights": "Ihre Rechte",
        "right1": "Sie können den Rahmenvertrag **jederzeit** ohne Frist und ohne Kosten kündigen.",
        "right2": "Schweigen gilt nicht als Zustimmung, wenn sich der Zinssatz zu Ihren Lasten ändert.",
        "attachment": "Anlage: Europäische Standardinformationen für Verbraucherkredite",
        "sms": "Ihr Kontoauszug Juli liegt bereit. Endsaldo {closing}.",
        "preheader": "Alle Umsätze bis zum 31. Juli und Ihr neuer Saldo",
    },
    "en": {
        "statement": "Account statement July 2026",
        "dear": "Dear Dr Freiherr von Übelhör-Großenbrücken,",
        "lead": "In July your balance went from {opening} to {closing}. Every booking up to {day} is listed below.",
        "opening": "Opening balance on 1 July",
        "in": "Money in",
        "out": "Money out",
        "closing": "Closing balance on 31 July",
        "account": "Your account at a glance",
        "turnover": "Bookings",
        "none": "There were no bookings this month.",
        "day": "Booked",
        "value": "Value date",
        "text": "Details",
        "amount": "Amount in EUR",
        "brought": "Brought forward",
        "carried": "Carried forward",
        "chart": "Spending in recent months",
        "chart_title": "May to July 2026 in euros",
        "chart_alt": "You spent €1,830 in May, €2,140 in June and €1,965 in July.",
        "spent": "Spent",
        "saved": "Saved",
        "tips": "Good to know",
        "tip1": "Standing orders can be changed until 6 pm on the day before.",
        "tip2": "Paying abroad with your debit card costs nothing extra.",
        "tip3": "Please announce unusual payments one day ahead.",
        "clause_title": "Checking your statement",
        "clause": "Please check this statement and raise any objection within six weeks of receiving it. "
        "Without an objection the statement counts as approved. We hereby draw your special attention to this.",
        "short_clause": "Please object within six weeks.",
        "deposit": "Your deposits are protected up to {limit} by the statutory deposit guarantee scheme; "
        "the information sheet is in your mailbox.",
        "pay": "Paying your card bill",
        "pay_caption": "Scan with your banking app: €84.90 to {bank}, reference KA-2026-07.",
        "code_alt": "QR code for a transfer of €84.90 with the reference KA-2026-07",
        "button": "See your bookings online",
        "closing_line": "Yours sincerely",
        "signature": "Signature of Friederike Öztürk",
        "signer": "Friederike Öztürk",
        "role": "Head of customer care",
        "branch": "Your branch",
        "hours": "Monday to Friday from 9 am to 5 pm, Thursdays until 7 pm",
        "contact": "Your contact",
        "customer_no": "Customer number",
        "iban": "IBAN",
        "date": "Date",
        "page": "Page",
        "of": "of",
        "confidential": "Confidential",
        "seat": "Registered office",
        "board": "Management",
        "letter": "Your interest rate changes on 1 October 2026",
        "letter_lead": "On 1 October 2026 we are changing the borrowing rate of your arranged overdraft.",
        "letter_body": "The reference rate of the European Central Bank has fallen by 0.25 percentage points since "
        "the last change. As agreed, we pass this cut on to you in full.",
        "letter_more": "There is nothing you need to do. If you have questions, call {contact} on {phone}.",
        "rate": "Borrowing rate per year",
        "rate_old": "until now",
        "rate_new": "from 1 October 2026",
        "rights": "Your rights",
        "right1": "You may end the framework contract **at any time**, without notice and free of charge.",
        "right2": "Silence does not count as consent if the rate changes to your disadvantage.",
        "attachment": "Enclosure: Standard European Consumer Credit Information",
        "sms": "Your July statement is ready. Closing balance {closing}.",
        "preheader": "Every booking up to 31 July and your new balance",
    },
}

SHOPS: tuple[tuple[str, str], ...] = (
    ("Kartenzahlung Bäckerei Süßmilch, Lindenstadt", "-7.85"),
    ("Gehalt Juli, Brückenbau Größmann & Söhne GmbH", "3214.60"),
    ("Lastschrift Stadtwerke Lindenstadt, Kundennummer 70-3391-84, Abschlag Strom und Fernwärme", "-142.00"),
    ("Überweisung Nguyễn Thị Hồng Ánh, Miete Juli", "-980.00"),
    ("Kartenzahlung Łódź Kawiarnia Żółty Ptak", "-12.40"),
    ("Dauerauftrag Zoë Müller-Lüdenscheidt, Taschengeld", "-45.00"),
    ("Gutschrift Finanzamt Lindenstadt, Einkommensteuer 2025", "318.22"),
    ("Kartenzahlung Ταβέρνα Ωκεανός", "-63.10"),
    ("Bargeldauszahlung Automat Hauptbahnhof", "-200.00"),
    ("Lastschrift Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "-19.99"),
)


@cache
def signature() -> bytes:
    """A pen stroke as a PNG on white, 600 × 160 pixels; the same bytes each time."""
    image = Image.new("L", (2400, 640), 255)
    draw = ImageDraw.Draw(image)
    stroke = [(180, 470), (420, 90), (470, 520), (620, 250), (700, 430), (860, 230), (900, 440), (1120, 250)]
    stroke += [(1160, 450), (1400, 240), (1460, 430), (1700, 300), (1800, 420), (2220, 180)]
    draw.line(_smooth(stroke), fill=20, width=22, joint="curve")
    draw.line(_smooth([(420, 560), (1300, 520), (2200, 560)]), fill=20, width=14, joint="curve")
    out = io.BytesIO()
    image.resize((600, 160), Image.Resampling.LANCZOS).save(out, "PNG", optimize=False)
    return out.getvalue()


def _smooth(points: Sequence[tuple[int, int]]) -> list[tuple[float, float]]:
    """Chaikin's corner cutting, four times."""
    line: list[tuple[float, float]] = [(float(x), float(y)) for x, y in points]
    for _ in range(4):
        pairs = list(itertools.pairwise(line))
        cut = [(a[0] * (1 - t) + b[0] * t, a[1] * (1 - t) + b[1] * t) for a, b in pairs for t in (0.25, 0.75)]
        line = [line[0], *cut, line[-1]]
    return line


ASSETS: Mapping[str, bytes] = {sha256(signature()): signature()}


def money(amount: Decimal, language: Language) -> str:
    """An amount with its currency."""
    text = format_currency(amount, "EUR", locale={"de": "de_DE", "en": "en_GB"}[language])
    return str(text).replace("-", "−")


def figure(amount: Decimal, language: Language) -> str:
    """An amount as a table shows it: two places, no currency, a true minus sign."""
    text = format_currency(amount, "EUR", "#,##0.00;−#,##0.00", locale={"de": "de_DE", "en": "en_GB"}[language])
    return str(text)


def day(value: date, language: Language) -> str:
    """A date in figures."""
    return format_date(value, "dd.MM.yyyy" if language == "de" else "dd/MM/yyyy", locale=language)
