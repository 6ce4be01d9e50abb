"""The product's own words, in English and German, by the user's locale.

Only people who work with the product read these; every word a recipient reads comes from hashed items.
"""

from __future__ import annotations

import gettext
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"
DOMAIN = "messages"
LANGUAGES = ("en", "de")


def user_language() -> str:
    """`de` or `en`: the first one we have in the variables that POSIX and GNU gettext look at, in their order."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            asked = (re.split(r"[_.@-]", name.lower())[0] for name in value.split(":"))
            return next((name for name in asked if name in LANGUAGES), "en")
    return "en"


def _open() -> gettext.NullTranslations:
    """Also points the command line library at our catalogue, which translates its words as well.

    It looks at the environment for itself and knows no English catalogue, so `en:de` would be German to it: therefore
    what we have decided on is all that stands there.
    """
    os.environ["LANGUAGE"] = user_language()
    gettext.bindtextdomain(DOMAIN, LOCALES)
    gettext.textdomain(DOMAIN)
    return gettext.translation(DOMAIN, LOCALES, languages=[user_language()], fallback=True)


_translations = _open()
_ = _translations.gettext
ngettext = _translations.ngettext


@dataclass(frozen=True, slots=True)
class Speech:
    """Our words in a language that was asked for, whoever runs the program: for what is handed to others.

    Called `_` where it speaks, so that what it says is gathered for the catalogue.
    """

    language: str

    def __call__(self, text: str) -> str:
        """A text in the language."""
        return _catalogue(self.language).gettext(text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """A text in the form that a number asks for."""
        return _catalogue(self.language).ngettext(one, many, count)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALES, languages=[language], fallback=True)
