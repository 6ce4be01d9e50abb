"""The product's own words, in English and German, by the user's locale.

Only people who work with the product read these; every word a recipient reads comes from hashed items.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"
DOMAIN = "messages"


def user_language() -> str:
    """`de` or `en`, from the environment in the order that POSIX and GNU gettext ask for."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "de" if value.lower().startswith("de") else "en"
    return "en"


def _open() -> gettext.NullTranslations:
    """Also points the command line library at our catalogue, which translates its words as well."""
    gettext.bindtextdomain(DOMAIN, LOCALES)
    gettext.textdomain(DOMAIN)
    return gettext.translation(DOMAIN, LOCALES, languages=[user_language()], fallback=True)


_translations = _open()
_ = _translations.gettext
ngettext = _translations.ngettext
