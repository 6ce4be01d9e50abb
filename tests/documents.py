"""Hand-made documents of two fictitious banks that use every part and every region.

They stand at the waist: renderers are tested on them without templates, and a fault in composing cannot hide one in
rendering.  Figures and words are invented; names are long and rich in umlauts on purpose.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

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
from tests.document_words import SHOPS, WORDS, Language, day, figure, money, signature

AS_OF = date(2026, 7, 31)
OPENING = Decimal("4812.37")
BREAK = Run("", atom="break")
PAGE, PAGES = Run("", atom="page"), Run("", atom="pages")

BRANDS: Mapping[str, Brand] = {name: load_theme(LIBRARY / name) for name in ("ahorn", "wieland")}
BANKS: Mapping[str, Mapping[str, str]] = {name: brand.theme.brand for name, brand in BRANDS.items()}


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
    closing = OPENING + sum((amount for _, _, amount in bookings(rows)), Decimal())
    closing_run = filled("account.closing", "money", closing, money(closing, language), strong=True)
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
        regions={
            **_regions(language, bank, say["statement"]),
            "body": (*_report(language, rows, closing_run), *_service(language, theme)),
        },
        messages=Messages(
            subject=words(say["statement"]),
            preheader=words(say["preheader"]),
            sms=fill(say["sms"], closing=closing_run),
            push_title=words(say["statement"]),
            push_body=words(say["preheader"]),
        ),
        labels=BRANDS[theme].theme.labels[language],
    )


def _report(language: Language, rows: int, closing: Run) -> tuple[Piece, ...]:
    """What happened on the account."""
    say = WORDS[language]
    title = filled("customer.title", "text", "Freiherr", "Freiherr")
    dear = fill(say["dear"].replace("Freiherr", "{title}"), title=title)
    opening = filled("account.opening", "money", OPENING, money(OPENING, language))
    until = filled("account.until", "date", AS_OF, day(AS_OF, language))
    lead = fill(say["lead"], opening=opening, closing=closing, day=until)
    table: Part = booking_table(language, rows) if rows else Paragraph(words(say["none"]))
    overview = (Heading(2, words(say["account"])), _overview(language, rows, opening, closing))
    bookings_ = (Heading(2, words(say["turnover"])), table)
    return (
        Piece("title", (Heading(1, words(say["statement"])),), language),
        Piece("opening", (Paragraph(dear), Paragraph(lead, "lead")), language, short=words(say["preheader"])),
        Piece("overview", (Container("panel", (overview,)),), language),
        Piece("bookings", bookings_, language, forms={"email": _rows(language, rows)}),
        Piece("spending", (Container("keep", ((Heading(2, words(say["chart"])), chart(language)),)),), language),
    )


def _overview(language: Language, rows: int, opening: Run, closing: Run) -> Facts:
    say, amounts = WORDS[language], [amount for _, _, amount in bookings(rows)]
    paid_in, paid_out = (sum((a for a in amounts if (a > 0) is sign), Decimal()) for sign in (True, False))
    return Facts(
        (
            (words(say["opening"]), (opening,)),
            (words(say["in"]), words(money(paid_in, language))),
            (words(say["out"]), words(money(paid_out, language))),
            (words(say["closing"]), (closing,)),
        ),
        total=True,
    )


def _service(language: Language, theme: str) -> tuple[Piece, ...]:
    """What follows the report: tips, payment, clauses, farewell."""
    say, bank = WORDS[language], BANKS[theme]
    address = bank["site"] + "/umsaetze?monat=2026-07&sicht=alle"
    return (
        Piece("tips", (_tips(language, theme),), language, forms={"sms": Form("absent"), "push": Form("absent")}),
        Piece("break", (Rule(),), language),
        Piece("payment", (_payment(language, bank),), language),
        _clause(language),
        _deposit(language),
        Piece("online", (Link(words(say["button"]), address),), language),
        Piece("farewell", (_farewell(language),), language),
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
    phone = Run(bank["phone"], link="tel:" + "".join(bank["phone"].split()))
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
