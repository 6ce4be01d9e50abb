"""A theme: a brand's tokens, from which print, mail and short messages take their looks and fixed words.

Never free CSS: what an engine can lose or hide, it shall not be able to say.  Lengths are strings with their unit
(`"9.5pt"`, `"25mm"`), colours `#rrggbb`.  A palette in which a text could not be read against its ground is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from content_blocks.block import labelled
from content_blocks.canonical import canonical_hash, sha256
from content_blocks.characters import forbidden_character, is_blank
from content_blocks.contrast import READABLE, contrast
from content_blocks.item import Item, checked
from content_blocks.problem import Problem

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Points = Annotated[str, StringConstraints(pattern=r"^\d{1,2}(\.\d{1,2})?pt$")]
Millimetres = Annotated[str, StringConstraints(pattern=r"^\d{1,3}(\.\d{1,2})?mm$")]
SMALLEST = 6.0
"""The least size of a text, in points."""

FamilyName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9 ]*$")]
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*\.[a-z0-9]+$")]

WEIGHTS = {
    400: ("regular", "normal"),
    500: ("medium", "mittel"),
    600: ("semibold", "halbfett"),
    700: ("bold", "fett"),
}
LABELS = (
    "page_of",
    "salutation.female",
    "salutation.male",
    "salutation.neutral",
    "salutation.none",
    "yes",
    "no",
    "more_at",
    "chart_category",
    "continued",
    "attachment",
    "mail_attached",
    "mail_reason",
    "unsubscribe",
    "proof",
)
"""The words of its own that every theme has in every language; it may have more."""


class Palette(Item):
    """The colours by what they are for.  `muted` is for side remarks, `series` for the parts of a chart."""

    paper: Colour = labelled(
        "Paper", "Papier", "The ground that everything stands on.", "Der Grund, auf dem alles steht."
    )
    ink: Colour = labelled("Text", "Text")
    muted: Colour = labelled("Side remarks", "Nebentexte", "Small print, captions.", "Kleingedrucktes, Beschriftungen.")
    accent: Colour = labelled("Accent", "Akzent", "Headings, links, buttons.", "Überschriften, Links, Schaltflächen.")
    on_accent: Colour = labelled("Text on accent", "Text auf Akzent", "Of buttons.", "Von Schaltflächen.")
    panel: Colour = labelled("Panel", "Kasten", "The ground of panels.", "Der Grund von Kästen.")
    rule: Colour = labelled("Lines", "Linien")
    notice: Colour = labelled("Notice", "Hinweis", "The ground of notices.", "Der Grund von Hinweisen.")
    warning: Colour = labelled("Warning", "Warnung", "The ground of warnings.", "Der Grund von Warnungen.")
    series: Annotated[tuple[Colour, ...], Field(min_length=2)] = labelled(
        "Charts", "Diagramme", "The parts of a chart, in their order.", "Die Teile eines Diagramms der Reihe nach."
    )

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every pair of tokens in which the first is read as text on the second."""
        grounds = ("paper", "panel", "notice", "warning")  # a panel of any tone holds headings, links and side remarks
        yield from ((text, ground) for text in ("ink", "muted", "accent") for ground in grounds)
        yield "on_accent", "accent"

    @model_validator(mode="after")
    def readable(self) -> Palette:
        """Refuses text below the contrast of WCAG 2.2, 1.4.3 (AA)."""
        return checked(
            self,
            (
                Problem(text, "palette-unreadable", {"text": text, "ground": ground})
                for text, ground in self.texts()
                if contrast(getattr(self, text), getattr(self, ground)) < READABLE
            ),
        )


class FontFile(Item):
    """One face: a TTF or OTF file in the theme's `fonts/` folder."""

    file: FileName = labelled("File", "Datei")
    weight: Literal[400, 500, 600, 700] = labelled("Weight", "Stärke", choices=WEIGHTS)
    style: Literal["normal", "italic"] = labelled(
        "Style",
        "Schnitt",
        choices={"normal": ("upright", "aufrecht"), "italic": ("italic", "kursiv")},
        default="normal",
    )


class FontFamily(Item):
    """A family that is shipped and embedded; `mail` are the system fonts a mail client shows in its place."""

    name: FamilyName = labelled("Family", "Familie")
    files: Annotated[tuple[FontFile, ...], Field(min_length=1)] = labelled("Font files", "Schriftdateien")
    mail: str = labelled(
        "In mails", "In E-Mails", "What mail programs show instead.", "Was E-Mail-Programme stattdessen zeigen."
    )


class Type(Item):
    """Sizes and leading of the text, the weight of strong words, and how headings look.

    `rule` draws a line under second headings, `small_caps` sets them so, `band` puts them on the accent colour.
    """

    body: Points = labelled("Text", "Text")
    small: Points = labelled("Small print", "Kleingedrucktes")
    lead: Points = labelled("Opening lines", "Einleitung")
    headings: tuple[Points, Points, Points] = labelled("Headings 1 to 3", "Überschriften 1 bis 3")
    leading: Annotated[str, StringConstraints(pattern=r"^\d\.\d{1,2}$")] = labelled(
        "Line height", "Zeilenabstand", "Times the size of the text.", "Mal die Größe des Textes."
    )
    strong: Literal[600, 700] = labelled("Weight of strong words", "Stärke hervorgehobener Wörter", choices=WEIGHTS)
    heading_style: Literal["plain", "rule", "small_caps", "band"] = labelled(
        "Headings look",
        "Überschriften wirken",
        choices={
            "plain": ("plain", "schlicht"),
            "rule": ("with a line below", "mit einer Linie darunter"),
            "small_caps": ("in small capitals", "in Kapitälchen"),
            "band": ("on the accent colour", "auf der Akzentfarbe"),
        },
    )
    heading_weight: Literal[400, 500, 600, 700] = labelled(
        "Weight of headings", "Stärke der Überschriften", choices=WEIGHTS
    )

    @model_validator(mode="after")
    def large_enough(self) -> Type:
        """Refuses sizes that nobody reads."""
        sizes = {"body": self.body, "small": self.small, "lead": self.lead, "headings": min(self.headings, key=_points)}
        small = (name for name, size in sizes.items() if _points(size) < SMALLEST)
        return checked(self, (Problem(name, "type-too-small", {"limit": int(SMALLEST)}) for name in small))


def _points(size: str) -> float:
    return float(size.removesuffix("pt"))


class Page(Item):
    """The sheet.  `form` is the letter form of DIN 5008 that places address and info block.

    `measure` is the widest line of running text; tables take the whole width between `left` and `right`.  `masthead`
    says where the logo stands; `band` adds a stripe of the accent colour along the sheet's upper edge.
    """

    size: Literal["A4"] = labelled("Size", "Format", choices={"A4": ("A4", "A4")}, default="A4")
    form: Literal["A", "B"] = labelled(
        "Form of DIN 5008",
        "Form nach DIN 5008",
        choices={"A": ("A, address high", "A, Anschrift hoch"), "B": ("B, address low", "B, Anschrift tief")},
        default="B",
    )
    left: Millimetres = labelled("Left margin", "Linker Rand", default="25mm")
    right: Millimetres = labelled("Right margin", "Rechter Rand", default="20mm")
    bottom: Millimetres = labelled("Lower margin", "Unterer Rand", default="30mm")
    measure: Millimetres = labelled(
        "Longest line",
        "Längste Zeile",
        "Of running text; tables are wider.",
        "Von Fließtext; Tabellen sind breiter.",
        default="165mm",
    )
    masthead: Literal["right", "left", "centre", "band"] = labelled(
        "Logo stands",
        "Logo steht",
        choices={
            "right": ("on the right", "rechts"),
            "left": ("on the left", "links"),
            "centre": ("in the middle", "in der Mitte"),
            "band": ("below a stripe", "unter einem Streifen"),
        },
        default="right",
    )


class Mail(Item):
    """How a mail is built: one column on the page colour, a card, or under a banner in the accent colour.

    Mail clients show no SVG, so there is the logo as PNG, of twice the `logo_width` in pixels, and one for `dark`.
    """

    layout: Literal["open", "card", "banner"] = labelled(
        "Layout",
        "Aufbau",
        choices={
            "open": ("one open column", "eine offene Spalte"),
            "card": ("a card", "eine Karte"),
            "banner": ("under a banner", "unter einem Banner"),
        },
    )
    width: Annotated[int, Field(ge=320, le=800)] = labelled("Width in pixels", "Breite in Pixeln", default=600)
    corners: Literal["square", "round"] = labelled(
        "Corners", "Ecken", choices={"square": ("square", "eckig"), "round": ("round", "rund")}, default="square"
    )
    logo: FileName = labelled("Logo (PNG)", "Logo (PNG)")
    logo_dark: FileName = labelled("Logo on dark (PNG)", "Logo auf Dunkel (PNG)")
    logo_width: Annotated[int, Field(ge=16, le=400)] = labelled(
        "Width of the logo in pixels", "Breite des Logos in Pixeln"
    )
    dark: Palette = labelled("Colours in the dark", "Farben im Dunkeln")


class Theme(Item):
    """A brand.  `labels` has the same keys in every language; `brand` are facts that texts may use as `brand.…`."""

    theme: str
    version: str
    title: str = labelled("Name", "Name")
    brand: dict[str, str] = labelled(
        "Facts and addresses", "Angaben und Anschriften", "Texts show them as brand.…", "Texte zeigen sie als brand.…"
    )
    locales: dict[str, str] = labelled(
        "Languages", "Sprachen", "How amounts and dates are written.", "Wie Beträge und Daten geschrieben werden."
    )
    labels: dict[str, dict[str, str]] = labelled("Fixed words", "Feste Wörter")
    palette: Palette = labelled("Colours", "Farben")
    text_font: FontFamily = labelled("Font of texts", "Schrift der Texte")
    heading_font: FontFamily = labelled("Font of headings", "Schrift der Überschriften")
    type: Type = labelled("Type", "Schriftgrößen")
    page: Page = labelled("Page", "Seite")
    table: Literal["lines", "zebra", "ledger"] = labelled(
        "Tables",
        "Tabellen",
        choices={"lines": ("lines", "Linien"), "zebra": ("striped", "gestreift"), "ledger": ("ledger", "Kontenblatt")},
    )
    panel: Literal["tint", "frame"] = labelled(
        "Panels", "Kästen", choices={"tint": ("tinted", "getönt"), "frame": ("framed", "gerahmt")}
    )
    mail: Mail = labelled("Mail", "E-Mail")
    logo: FileName = labelled("Logo of letters (SVG)", "Logo der Briefe (SVG)")
    logo_width: Millimetres = labelled("Width of the logo", "Breite des Logos")
    note: str = labelled("Remark", "Bemerkung", default="")

    @model_validator(mode="after")
    def complete(self) -> Theme:
        """Refuses a language without one of the words, or without its locale, and facts and words that say nothing.

        Locked wording relies on the brand's facts, and a proof on the word that marks it.
        """
        return checked(self, (*self._gaps(), *self._said_badly()))

    def _gaps(self) -> Iterator[Problem]:
        wanted = sorted({*LABELS, *(key for words in self.labels.values() for key in words)})
        for language in sorted(self.locales.keys() | self.labels.keys()):
            if language not in self.locales:
                yield Problem("locales", "locale-missing", {"language": language})
            for label in wanted:
                if label not in self.labels.get(language, {}):
                    yield Problem(f"labels.{language}", "label-missing", {"label": label, "language": language})

    def _said_badly(self) -> Iterator[Problem]:
        words = {
            f"labels.{language}.{label}": said for language, by in self.labels.items() for label, said in by.items()
        }
        for place, said in ({f"brand.{fact}": said for fact, said in self.brand.items()} | words).items():
            if is_blank(said):
                yield Problem(place, "theme-says-nothing")
            elif code_point := forbidden_character(said, multiline=True):
                yield Problem(place, "character-not-allowed", {"code_point": code_point})

    def families(self) -> tuple[FontFamily, ...]:
        """The font families, that of running text first."""
        return (self.text_font, self.heading_font)

    def file_names(self) -> tuple[str, ...]:
        """Every file the theme refers to, by its path in the theme's folder."""
        fonts = {f"fonts/{face.file}" for family in self.families() for face in family.files}
        return (*sorted(fonts), *sorted({self.logo, self.mail.logo, self.mail.logo_dark}))


@dataclass(frozen=True)
class Brand:
    """A theme with the files it refers to, by their path in its folder: all that a renderer needs of it."""

    theme: Theme
    files: Mapping[str, bytes]

    def hash(self) -> str:
        """The item hash: tokens and the hashes of the files, without notes and layout."""
        return self._hash

    @cached_property
    def _hash(self) -> str:
        files = {name: sha256(content) for name, content in self.files.items()}
        return canonical_hash({"theme": self.theme.model_dump(exclude={"note"}), "files": files})
