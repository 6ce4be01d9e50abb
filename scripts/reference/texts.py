"""The page of texts: inline markup, placeholders, expressions and formats, with what formats make of samples."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from content_blocks.dictionary.field_types import FIELD_TYPES
from content_blocks.expressions.nodes import AggregateName, Operator
from content_blocks.expressions.parse import MAX_DEPTH
from content_blocks.formats import FORMATS, Format, FormatContext, default_format, show
from content_blocks.theme import LABELS
from scripts.reference.markdown import code, prose, table
from templates_store.file_library import SHIPPED, Library

LOCALES = {"en": "en_GB", "de": "de_DE"}
SAMPLES: dict[str, tuple[Any, dict[str, Any]]] = {
    "money": (Decimal("-1234.5"), {}),
    "number": (Decimal("1234567.125"), {"decimals": 1}),
    "percent": (Decimal("3.25"), {}),
    "date": (date(2026, 3, 1), {"style": "long"}),
    "text": ("as it stands", {}),
    "yes_no": (True, {}),
    "choice": ("giro", {}),
    "plural": (2, {"one": "# Test", "other": "# Tests"}),
    "salutation": ({"salutation": "female", "title": "Dr.", "last_name": "Çelik"}, {}),
    "iban": ("DE02120300000000202051", {}),
    "masked": ("DE02120300000000202051", {}),
}

MARKUP = [
    ("`**strong**`", "**strong**"),
    ("`*emphasis*`", "*emphasis*"),
    ("`[words](https://bank.example/help)`", "a link; `https`, `mailto` or `tel`, and its host has no placeholder"),
    ("a backslash at the end of a line", "a line break"),
    ("`\\*`", "the character itself"),
    ("`{{ customer.name }}`", "a placeholder: filled from the record, never read as markup"),
    ("`{{ page }}`, `{{ pages }}`", "in headers and footers of a letter: the page's number, and how many there are"),
    ("`{{}}`", "nothing; marks begin and end there, as in `five**{{}}(5){{}}**fold` or `**total: {{}}**`"),
]

EXPRESSIONS: list[tuple[str, tuple[str, ...], str, str]] = [
    ("fields", ("a.b",), "account.balance", "names from the outside in, as in the data dictionary"),
    ("constants", ("2.5", '"text"', "true"), "2.5", "numbers have at most 15 digits; a day is a text: `2026-01-31`"),
    ("comparisons", get_args(Operator), "0 < invoice.days <= 10", "of values of one kind"),
    ("one of several", ("in", "not in"), 'customer.tier in ["gold", "silver"]', "of constants"),
    ("logic", ("and", "or", "not"), "account.closed and not customer.is_staff", "of conditions"),
    ("arithmetic", ("+", "-", "*"), "account.balance + 2 * account.fee", "exact; one side of `*` is a constant"),
    ("figures over a list", get_args(AggregateName), "sum(account.transactions.amount)", "of a field of its elements"),
    ("stand-in", ("or",), 'customer.title or ""', "a constant for an absent value"),
    ("format", ("|",), 'account.month | date(style="month")', "outermost, at most one; see below"),
]
"""What there is in the language: how it is written, an example, and what to know."""


def page() -> Iterator[str]:
    """The page's lines."""
    yield "# Texts, expressions and formats\n"
    yield from texts()
    yield from expressions()
    yield from formats()


def texts() -> Iterator[str]:
    """Texts by language, and the markup."""
    yield "## Texts\n"
    yield "A text is a string, or a map by language such as `{en: …, de: …}`. In the map `of` names for each"
    yield "translation the hash of the source text it translates; when the source changes, the translation is stale"
    yield "until somebody has looked at it and stamped it: `ccm template stamp FILE`. In templates and content blocks,"
    yield "which name their source language, a translation without its stamp is a problem; elsewhere there are none.\n"
    yield "*Text* knows the markup below, *plain text* placeholders only.\n"
    yield from table(["written", "becomes"], MARKUP)


def expressions() -> Iterator[str]:
    """The language of conditions and placeholders."""
    yield "## Expressions\n"
    yield "Conditions, rows to pick, totals, and what stands in a placeholder. There is nothing else in the language:"
    yield "no calls, no loops, no text operations. An absent value is a fault unless `or` says what stands in for it.\n"
    rows = ((what, code(*written), code(example), note) for what, written, example, note in EXPRESSIONS)
    yield from table(["what", "written", "for example", "note"], rows)
    yield f"Expressions nest at most {MAX_DEPTH} deep.\n"


def formats() -> Iterator[str]:
    """Every format with its arguments and what it makes of a sample."""
    yield "## Formats\n"
    yield "A placeholder without a format takes the one of its field's type:"
    yield (
        ", ".join(f"{kind} → `{default_format(kind)}`" for kind in FIELD_TYPES if default_format(kind) != "text") + ";"
    )
    yield "everything else is shown as text.\n"
    rows = (
        [f"`{item.name}`", prose(item.apply.__doc__), _arguments(item), *_samples(item)] for item in FORMATS.values()
    )
    yield from table(["format", "shows", "arguments", "English", "German"], rows)
    yield "Which types of the data dictionary each one takes:\n"
    yield from table(["format", "field types"], ((f"`{i.name}`", code(*sorted(i.accepts))) for i in FORMATS.values()))
    yield f"Words of their own (salutations, yes and no) come from the theme's labels: {code(*LABELS)}.\n"


def _arguments(item: Format) -> str:
    described = (f"`{name}`: {_allowed(allowed)}" for name, allowed in item.parameters.items())
    return "; ".join(described) or "–"


def _allowed(allowed: Any) -> str:
    if allowed is str:
        return "text"
    return f"{allowed[0]} to {allowed[-1]}" if isinstance(allowed, range) else code(*allowed)


def _samples(item: Format) -> list[str]:
    value, arguments = SAMPLES[item.name]
    return [f"`{show(value, _context(language), item.name, arguments)}`" for language in LOCALES]


def _context(language: str) -> FormatContext:
    labels = Library(SHIPPED).brand("ahorn").theme.labels[language]
    choices = {"giro": {"en": "Current account", "de": "Girokonto"}[language]}
    return FormatContext(language, LOCALES[language], labels, currency="EUR", choices=choices)
