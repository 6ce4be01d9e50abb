"""Hand-made documents of two fictitious banks that use every part and every region.

They stand at the waist: renderers are tested on them without templates, and a fault in composing cannot hide one in
rendering.  Figures and words are invented; names are long and rich in umlauts on purpose.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Literal

from babel.dates import format_date
from babel.numbers import format_currency
from PIL import Image, ImageDraw

from content_blocks.canonical import sha256
from content_blocks.document import CHANNELS, ContentSource, Document, Form, Messages, Piece, Recipient, RegionName
from content_blocks.parts import (
    Bullets,
    Carry,
    Chart,
    Code,
    Column,
    Container,
    Facts,
    Filled,
    Heading,
    Link,
    PageBreak,
    Paragraph,
    Part,
    Picture,
    Rule,
    Run,
    Runs,
    Series,
    Table,
    words,
)
from content_blocks.theme import Brand
from templates_store.themes import LIBRARY, load_theme

Language = Literal["de", "en"]
AS_OF = date(2026, 7, 31)
OPENING = Decimal("4812.37")
BREAK = Run("", atom="break")
PAGE, PAGES = Run("", atom="page"), Run("", atom="pages")

BRANDS: Mapping[str, Brand] = {name: load_theme(LIBRARY / name) for name in ("ahorn", "wieland")}
BANKS: Mapping[str, Mapping[str, str]] = {name: brand.theme.brand for name, brand in BRANDS.items()}

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


def filled(field: str, kind: str, raw: str | Decimal | date, text: str, **more: bool) -> Run:
    """A run that a placeholder became."""
    return Run(
        text, filled=Filled(field, kind, raw, locked=more.get("locked", False)), strong=more.get("strong", False)
    )


def fill(text: str, **runs: Run) -> Runs:
    """A sentence with its gaps filled; `**…**` is strong."""
    found: list[Run] = []
    for number, stretch in enumerate(text.split("**")):
        for index, piece in enumerate(stretch.replace("}", "{").split("{")):
            if index % 2:
                found.append(runs[piece])
            elif piece:
                found.append(Run(piece, strong=number % 2 == 1))
    return tuple(found)


def lines(*texts: str) -> Runs:
    """Texts one below the other."""
    runs: list[Run] = []
    for text in texts:
        runs += [Run(text), BREAK]
    return tuple(runs[:-1])


def bookings(rows: int) -> list[tuple[date, str, Decimal]]:
    """So many invented bookings in July."""
    found = []
    for index in range(rows):
        text, amount = SHOPS[index % len(SHOPS)]
        found.append((date(2026, 7, 1) + timedelta(index * 30 // max(rows, 1)), text, Decimal(amount)))
    return found


def booking_table(language: Language, rows: int) -> Table:
    """The bookings with total and running totals."""
    say, running, after = WORDS[language], OPENING, []
    cells: list[tuple[str | Runs, ...]] = []
    for index, (booked, text, amount) in enumerate(bookings(rows)):
        running += amount
        after.append(figure(running, language))
        shown: str | Runs = text
        if index == 1:
            shown = (Run(text.split(",")[0], strong=True), Run("," + text.split(",")[1]))
        cells.append((day(booked, language), day(booked, language), shown, figure(amount, language)))
    columns = (
        Column(say["day"], "date", 22),
        Column(say["value"], "date", 22, priority=3),
        Column(say["text"], "text", None),
        Column(say["amount"], "money", 30),
    )
    return Table(
        caption=say["turnover"],
        columns=columns,
        rows=tuple(cells),
        total=("", "", say["closing"], figure(running, language)),
        carry=Carry(3, say["brought"], say["carried"], tuple(after), figure(OPENING, language)),
    )


def statement(language: Language = "de", rows: int = 8, theme: str = "ahorn") -> Document:
    """An account statement that uses every part and every region."""
    say, bank = WORDS[language], BANKS[theme]
    amounts = [amount for _, _, amount in bookings(rows)]
    closing = OPENING + sum(amounts, Decimal())
    closing_run = filled("account.closing", "money", closing, money(closing, language), strong=True)
    dear = fill(
        say["dear"].replace("Freiherr", "{title}"), title=filled("customer.title", "text", "Freiherr", "Freiherr")
    )
    lead = fill(
        say["lead"],
        opening=filled("account.opening", "money", OPENING, money(OPENING, language)),
        closing=closing_run,
        day=filled("account.until", "date", AS_OF, day(AS_OF, language)),
    )
    overview = Facts(
        (
            (words(say["opening"]), (filled("account.opening", "money", OPENING, money(OPENING, language)),)),
            (words(say["in"]), words(money(sum((a for a in amounts if a > 0), Decimal()), language))),
            (words(say["out"]), words(money(sum((a for a in amounts if a < 0), Decimal()), language))),
            (words(say["closing"]), (closing_run,)),
        ),
        total=True,
    )
    table: Part = booking_table(language, rows) if rows else Paragraph(words(say["none"]))
    body = (
        Piece("title", (Heading(1, words(say["statement"])),), language),
        Piece("opening", (Paragraph(dear), Paragraph(lead, "lead")), language, short=words(say["preheader"])),
        Piece("overview", (Container("panel", ((Heading(2, words(say["account"])), overview),)),), language),
        Piece(
            "bookings", (Heading(2, words(say["turnover"])), table), language, forms={"email": _rows(language, rows)}
        ),
        Piece("spending", (Container("keep", ((Heading(2, words(say["chart"])), chart(language)),)),), language),
        Piece("tips", (_tips(language, theme),), language, forms={"sms": Form("absent"), "push": Form("absent")}),
        Piece("break", (Rule(),), language),
        Piece("payment", (_payment(language, bank),), language),
        _clause(language),
        _deposit(language),
        Piece("online", (Link(words(say["button"]), bank["site"] + "/umsaetze?monat=2026-07&sicht=alle"),), language),
        Piece("farewell", (_farewell(language),), language),
    )
    return Document(
        template="account-statement",
        version="1.0",
        bundle="0" * 64,
        theme=theme,
        language=language,
        as_of=AS_OF,
        title=say["statement"],
        recipient=Recipient(
            "K-1047", "Dr. Maximilian Freiherr von Übelhör-Großenbrücken", "max@kunde.example", "+491715550100"
        ),
        regions={**_regions(language, bank, say["statement"]), "body": body},
        messages=Messages(
            subject=words(say["statement"]),
            preheader=words(say["preheader"]),
            sms=fill(say["sms"], closing=closing_run),
            push_title=words(say["statement"]),
            push_body=words(say["preheader"]),
        ),
        labels=BRANDS[theme].theme.labels[language],
    )


def _rows(language: Language, rows: int) -> Form:
    more = {"de": "Weitere Umsätze stehen im PDF.", "en": "The other bookings are in the PDF."}[language]
    return Form("rows", 20, words(more)) if rows > 20 else Form()


def chart(language: Language, kind: Literal["bars", "lines"] = "bars") -> Chart:
    """Three months in two series."""
    say = WORDS[language]
    spent, saved = ("1830", "2140", "1965"), ("310", "0", "455")
    months = {"de": ("Mai", "Juni", "Juli"), "en": ("May", "June", "July")}[language]

    def series(name: str, values: tuple[str, ...]) -> Series:
        amounts = tuple(Decimal(value) for value in values)
        return Series(say[name], amounts, tuple(money(amount, language) for amount in amounts))

    return Chart(kind, say["chart_title"], months, (series("spent", spent), series("saved", saved)), say["chart_alt"])


def _tips(language: Language, theme: str) -> Container:
    say, bank = WORDS[language], BANKS[theme]
    left = (Heading(2, words(say["tips"])), Bullets((words(say["tip1"]), words(say["tip2"]), words(say["tip3"]))))
    phone = Run(bank["phone"], link="tel:" + bank["phone"].replace(" ", ""))
    branch = Paragraph((*lines(bank["name"], bank["street"], bank["town"]), BREAK, phone))
    right = (Heading(2, words(say["branch"])), branch, Paragraph((Run(say["hours"], emphasis=True),), "small"))
    return Container("columns", (left, right))


def _payment(language: Language, bank: Mapping[str, str]) -> Container:
    say = WORDS[language]
    payload = "\n".join(
        (
            "BCD",
            "002",
            "1",
            "SCT",
            bank["bic"],
            bank["name"],
            "DE12500105170648489890",
            "EUR84.90",
            "",
            "",
            "KA-2026-07",
        )
    )
    caption = fill(say["pay_caption"], bank=Run(bank["name"]))
    return Container("keep", ((Heading(2, words(say["pay"])), Code(payload, say["code_alt"], caption)),))


def _clause(language: Language) -> Piece:
    say = WORDS[language]
    parts = (Heading(3, words(say["clause_title"])), Paragraph(words(say["clause"]), "small"))
    source = ContentSource("statement-objection", "2.1", "a" * 64)
    return Piece("objection", parts, language, words(say["short_clause"]), source, "locked", CHANNELS)


def _deposit(language: Language) -> Piece:
    limit = filled("input.limit", "money", Decimal(100000), money(Decimal(100000), language), locked=True)
    parts = (Container("panel", ((Paragraph(fill(WORDS[language]["deposit"], limit=limit), "small"),),), "notice"),)
    source = ContentSource("deposit-protection", "1.4", "b" * 64)
    return Piece("deposit", parts, language, (), source, "blanks", ("pdf", "email"))


def _farewell(language: Language) -> Container:
    say = WORDS[language]
    picture = Picture(sha256(signature()), say["signature"], 42)
    return Container(
        "keep", ((Paragraph(words(say["closing_line"])), picture, Paragraph(lines(say["signer"], say["role"]))),)
    )


def _regions(language: Language, bank: Mapping[str, str], title: str) -> dict[RegionName, tuple[Piece, ...]]:
    say = WORDS[language]
    iban = "DE12 5001 0517 0648 4898 90"
    back = Paragraph(words(f"{bank['name']} · {bank['street']} · {bank['town']}"), "small")
    to = (
        "Herrn",
        "Dr. Maximilian-Konstantin Freiherr",
        "von Übelhör-Großenbrücken",
        "Schloßallee 107 a, Gartenhaus",
        "70619 Lindenstadt",
    )
    facts = Facts(
        (
            (words(say["contact"]), words("Zoë Müller-Lüdenscheidt")),
            (words(say["customer_no"]), words("1047 3391 84")),
            (words(say["iban"]), (filled("account.iban", "iban", iban.replace(" ", ""), iban),)),
            (words(say["date"]), words(day(AS_OF, language))),
            (words(say["page"]), (PAGE, Run(f" {say['of']} "), PAGES)),
        )
    )
    here = lines(bank["name"], bank["street"], bank["town"])
    seat = lines(say["seat"], bank["register"], "BIC " + bank["bic"])
    board = lines(say["board"], bank["board"], bank["phone"])
    following = (Run(f"{title} · {iban} · {say['page']} "), PAGE, Run(f" {say['of']} "), PAGES)
    return {
        "header_first": (Piece("slogan", (Paragraph(words(say["confidential"]), "small"),), language),),
        "header_next": (Piece("running", (Paragraph(following, "small"),), language),),
        "address": (Piece("window", (back, Paragraph(lines(*to))), language),),
        "info": (Piece("info", (facts,), language),),
        "footer": tuple(
            Piece(name, (Paragraph(runs, "small"),), language)
            for name, runs in (("seat", here), ("register", seat), ("board", board))
        ),
    }


def letter(language: Language = "de", theme: str = "ahorn") -> Document:
    """A notice of an interest-rate change: a letter of running text with locked wording."""
    say, bank = WORDS[language], BANKS[theme]
    call = fill(
        say["letter_more"], contact=Run("Müller-Lüdenscheidt"), phone=Run(bank["phone"], link="tel:+497115550100")
    )
    percent = {"de": ("10,75 %", "10,50 %"), "en": ("10.75%", "10.50%")}[language]
    rates = Table(
        say["rate"],
        (Column(""), Column(say["rate_old"], "percent", 40), Column(say["rate_new"], "percent", 45)),
        ((say["rate"], *percent),),
        caption_shown=True,
    )
    body = (
        Piece("title", (Heading(1, words(say["letter"])),), language),
        Piece("opening", (Paragraph(words(say["dear"])), Paragraph(words(say["letter_lead"]), "lead")), language),
        Piece("reason", (Paragraph(words(say["letter_body"])), rates, Paragraph(call)), language),
        Piece(
            "rights",
            (Heading(2, words(say["rights"])), Bullets((fill(say["right1"]), fill(say["right2"])), ordered=True)),
            language,
            words(say["right2"]),
            ContentSource("rate-change-rights", "3.0", "c" * 64),
            "locked",
            ("pdf", "email"),
        ),
        Piece("farewell", (_farewell(language),), language),
        Piece("enclosure", (Paragraph(words(say["attachment"]), "small"),), language),
    )
    like = statement(language, 0, theme)
    regions = {**_regions(language, bank, say["letter"]), "body": body}
    return replace(
        like, template="rate-change", title=say["letter"], regions=regions, messages=Messages(words(say["letter"]))
    )


def everything(language: Language = "de", theme: str = "ahorn") -> Document:
    """Parts that statement and letter have no use for: a line chart, a warning, a page break, deep headings."""
    say = WORDS[language]
    warning = Container(
        "panel", ((Heading(3, words(say["clause_title"])), Paragraph(words(say["clause"]))),), "warning"
    )
    body = (
        Piece("title", (Heading(1, words(say["statement"])),), language),
        Piece("curve", (Heading(2, words(say["chart"])), chart(language, "lines")), language),
        Piece("warning", (warning,), language),
        Piece("next", (PageBreak(),), language),
        Piece("again", (Heading(2, words(say["tips"])), Paragraph(words(say["tip1"]))), language),
    )
    like = statement(language, 1, theme)
    return replace(like, template="everything", regions={**like.regions, "body": body})
