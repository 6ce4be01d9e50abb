"""Values that become words: plain text, yes or no, a choice's label, a plural, a salutation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from babel import Locale
from babel.plural import PluralRule

from content_blocks.formats.format import Format, FormatContext, label, text_of
from content_blocks.formats.numbers import number
from content_blocks.problem import refuse

_BLANK = re.compile(r"\{(title|plain_title|first_name|last_name|name)\}")
_PLURAL_CATEGORIES = ("zero", "one", "two", "few", "many", "other")  # CLDR, Language Plural Rules


def text(value: Any, context: FormatContext) -> str:  # noqa: ARG001 - formats share one signature
    """A text as it stands."""
    return text_of(value, "text")


def yes_no(value: Any, context: FormatContext) -> str:
    """The theme's words for true and false."""
    if not isinstance(value, bool):
        raise refuse("", "format-unfit", format="yes_no")
    return label(context, "yes" if value else "no")


def choice(value: Any, context: FormatContext) -> str:
    """The label of a choice in the context's language."""
    choices = context.choices or {}
    if text_of(value, "choice") not in choices:
        raise refuse("", "choice-unknown")
    return choices[value]


def plural(value: Any, context: FormatContext, other: str, **forms: str) -> str:
    """The form for a number in the context's locale, `#` replaced by the number; `other` where a form is not given.

    `zero`, where it is given, is for 0 in every language, also in those whose grammar has no such form.
    """
    if type(value) not in (int, Decimal):
        raise refuse("", "format-unfit", format="plural")
    shown = number(value, context)
    category = "zero" if value == 0 and "zero" in forms else _plural_rule(context.locale)(abs(value))
    return forms.get(category, other).replace("#", shown)


@cache
def _plural_rule(locale: str) -> PluralRule:
    return Locale.parse(locale).plural_form


def salutation(value: Any, context: FormatContext) -> str:
    """A salutation from a group with `salutation`, `title`, `first_name`, `last_name`, all of them optional.

    The words are the theme's labels `salutation.female`, `salutation.male`, …; who has no last name, or a salutation
    the theme has no words for, gets `salutation.neutral`, and who has no name at all `salutation.none`.  Where the
    theme has words for `salutation.female_titled` and so on, they are for people with a title, which in English stands
    in place of Ms and Mr.  `{plain_title}` is the title without full stops, as British English writes it.
    """
    if not isinstance(value, Mapping):
        raise refuse("", "format-unfit", format="salutation")
    names = {key: str(value.get(key) or "") for key in ("title", "first_name", "last_name")}
    names |= {
        "name": f"{names['first_name']} {names['last_name']}".strip(),
        "plain_title": names["title"].replace(".", ""),
    }
    words = label(context, f"salutation.{_kind(str(value.get('salutation') or ''), names, context)}")
    filled = _BLANK.sub(lambda blank: names[blank[1]], words)
    return re.sub(r"\s+(?=[,\s])", "", filled).strip()


def _kind(kind: str, names: Mapping[str, str], context: FormatContext) -> str:
    if not names["name"]:
        return "none"
    known = kind not in ("", "none") and f"salutation.{kind}" in context.labels
    chosen = kind if known and names["last_name"] else "neutral"
    titled = names["title"].strip() and names["last_name"] and f"salutation.{chosen}_titled" in context.labels
    return f"{chosen}_titled" if titled else chosen


_TEXTS = frozenset({"text", "multiline", "email", "phone", "iban", "url", "language", "country", "choice"})

FORMATS = (
    Format("text", _TEXTS, text),
    Format("yes_no", frozenset({"boolean"}), yes_no),
    Format("choice", frozenset({"choice"}), choice),
    Format(
        "plural",
        frozenset({"integer", "decimal"}),
        plural,
        dict.fromkeys(_PLURAL_CATEGORIES, str),
        required=frozenset({"other"}),
    ),
    Format("salutation", frozenset({"group"}), salutation),
)
