"""Reading texts: normalised to NFC, bounded in length, free of characters that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import phonenumbers
from babel import Locale
from email_validator import EmailNotValidError, validate_email
from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

from content_blocks.characters import forbidden_character, is_blank
from content_blocks.dictionary.field import Field
from content_blocks.problem import refuse

ReadText = Callable[[object], str]

MAX_LENGTH = 1000
MAX_ADDRESS = 2000
URL_PATTERN = (
    r"^(https://[A-Za-z0-9.\-]+(:[0-9]{1,5})?([/?#][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*)?"
    r"|(mailto|tel):[A-Za-z0-9\-._~:/?@!$&'()*+,;=%]+)$"
)
PHONE_PATTERN = r"^\+[1-9][0-9 ()/.\-]{5,24}$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Z]{2})?$"
_URL, _PHONE, _LANGUAGE = re.compile(URL_PATTERN), re.compile(PHONE_PATTERN), re.compile(LANGUAGE_PATTERN)
_ENCODED_WORD = re.compile(r"=\?[^?\s]*\?[^?\s]*\?[^?\s]*\?=")  # RFC 2047


def text_reader(field: Field) -> ReadText:
    """The reader of a `text` or `multiline` field."""
    limit, multiline = field.max_length or MAX_LENGTH, field.type == "multiline"
    in_headers = field.role is not None

    def read(content: object) -> str:
        if not isinstance(content, str):
            raise refuse("", "value-not-text")
        text = _clean(content, limit, multiline=multiline)
        if in_headers and _ENCODED_WORD.search(text):
            raise refuse("", "text-encoded-word")
        return text

    return read


def typed_text_reader(field: Field) -> ReadText:
    """The reader of a text with a grammar of its own, such as an email address."""
    grammar = GRAMMARS[field.type]

    def read(content: object) -> str:
        if not isinstance(content, str):
            raise refuse("", "value-not-text")
        return grammar(_clean(content.strip(), MAX_ADDRESS, multiline=False))

    return read


def choice_reader(field: Field) -> ReadText:
    """The reader of a `choice`: one of its keys."""
    choices = frozenset(field.choices or ())

    def read(content: object) -> str:
        if isinstance(content, str) and content in choices:
            return content
        raise refuse("", "choice-unknown")

    return read


def _clean(content: str, limit: int, *, multiline: bool) -> str:
    plain = content.isascii() and content.isprintable()
    if not plain and multiline:
        content = content.replace("\r\n", "\n")
    if not plain and (code_point := forbidden_character(content, multiline=multiline)):
        raise refuse("", "character-not-allowed", code_point=code_point)
    text = content if plain else unicodedata.normalize("NFC", content)
    if len(text) > limit:
        raise refuse("", "text-too-long", limit=limit)
    if is_blank(text):
        raise refuse("", "value-required")
    return text


def _email(text: str) -> str:
    """The address as it is delivered to: a domain in other letters becomes its ASCII form (RFC 5890)."""
    if _ENCODED_WORD.search(text):
        raise refuse("", "text-encoded-word")
    try:
        checked = validate_email(text, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise refuse("", "email-invalid") from None
    return str(checked.ascii_email)


def _phone(text: str) -> str:
    """The number in the international form of ITU-T E.164."""
    try:
        number = phonenumbers.parse(text) if _PHONE.fullmatch(text) else None
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise refuse("", "phone-invalid")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _iban(text: str) -> str:
    """Without blanks, in capitals; length and check digits of ISO 13616 are right."""
    try:
        return str(IBAN(text).compact)
    except (SchwiftyException, ValueError):
        raise refuse("", "iban-invalid") from None


def _url(text: str) -> str:
    """An address with one of the schemes that may stand in a message, in characters of RFC 3986, without a user."""
    if not _URL.fullmatch(text):
        raise refuse("", "url-invalid")
    return text


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise refuse("", "language-invalid")
    return text


def _country(text: str) -> str:
    if text not in countries():
        raise refuse("", "country-invalid")
    return text


@cache
def countries() -> frozenset[str]:
    """The two-letter codes of ISO 3166-1 that CLDR knows."""
    return frozenset(code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha())


GRAMMARS: dict[str, Callable[[str], str]] = {
    "email": _email,
    "phone": _phone,
    "iban": _iban,
    "url": _url,
    "language": _language,
    "country": _country,
}
