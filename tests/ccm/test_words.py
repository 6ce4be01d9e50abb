"""The product speaks one language at a time: everything it says is translated, and nothing falls back to English."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache

import pytest

from scripts import words

CATALOGUE = words.catalogue("de")
HELP = """
import json
from click import Context, Group
from ccm.cli import ccm
def helps(command, name):
    context = Context(command, info_name=name, terminal_width=100)
    yield name, command.get_help(context)
    for inner in command.commands.values() if isinstance(command, Group) else ():
        yield from helps(inner, f"{name} {inner.name}")
print(json.dumps(dict(helps(ccm, "ccm"))))
"""
SAME_IN_BOTH = {
    "LINK",
    "Link",
    "NAME",
    "Name",
    "Hash",
    "IBAN",
    "Organisation",
    "Persona",
    "Personas",
    "Push",
    "SMS",
    "Status",
    "Text",
    "Version",
    "WEBHOOK",
    "Webhook",
    "Administrator",
    "Webhooks",
    "{size} kB",
}


def speaking(language: str, *command: str) -> subprocess.CompletedProcess[str]:
    """A command run by somebody whose environment asks for a language."""
    locale = {"LANGUAGE": language, "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, *command], env={**os.environ, **locale}, capture_output=True, encoding="utf-8", check=False
    )


@cache
def helps(language: str) -> dict[str, str]:
    """The help of every command, by its name."""
    done = speaking(language, "-c", HELP)
    assert done.returncode == 0, done.stderr
    texts: dict[str, str] = json.loads(done.stdout)
    return {name: " ".join(text.split()) for name, text in texts.items()}


def forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^}]*\}|%\(\w+\)s", text))


@pytest.mark.parametrize("language", words.TRANSLATIONS)
def test_the_catalogue_holds_what_the_source_says(language: str) -> None:
    """If not: python -m scripts.words"""
    assert words.place(language, "po").read_bytes() == words.as_po(CATALOGUE)


@pytest.mark.parametrize("language", words.TRANSLATIONS)
def test_what_runs_is_what_was_translated(language: str) -> None:
    assert words.place(language, "mo").read_bytes() == words.as_mo(CATALOGUE)


@pytest.mark.parametrize("language", words.TRANSLATIONS)
def test_what_scripts_say_is_what_was_translated(language: str) -> None:
    assert words.spoken(language).read_text(encoding="utf-8") == words.island_words(CATALOGUE)


def test_everything_is_translated() -> None:
    assert [text for text in words.said() if not words.is_translated(CATALOGUE, text)] == []
    assert [message.id for message in CATALOGUE if message.fuzzy] == []


def test_a_translation_has_the_same_gaps() -> None:
    pairs = [pair for message in CATALOGUE for pair in zip(forms(message.id), forms(message.string), strict=True)]
    assert [(one, other) for one, other in pairs if placeholders(one) != placeholders(other)] == []


def sentences() -> list[tuple[str, str]]:
    """English and German of what is whole sentences or headings; single words may be names in both languages."""
    pairs = [(forms(message.id)[0], forms(message.string)[0]) for message in CATALOGUE if message.id]
    return [(en, de) for en, de in pairs if en not in SAME_IN_BOTH and (" " in en or en[0].isupper() or en[0] == "[")]


def says(help_text: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(' '.join(text.split()))}(?!\w)", help_text))


@pytest.mark.parametrize("command", helps("en"))
def test_help_is_in_the_language_asked_for(command: str) -> None:
    english, german = helps("en")[command], helps("de")[command]
    assert [en for en, _ in sentences() if says(german, en)] == []
    assert [de for _, de in sentences() if says(english, de)] == []
    assert german.startswith(f"Aufruf: {command} [OPTIONEN]")
    assert english.startswith(f"Usage: {command} [OPTIONS]")


@pytest.mark.parametrize(
    ("asked", "said"),
    [("de", "Optionen"), ("de_AT.UTF-8", "Optionen"), ("en:de", "Options"), ("fr:de", "Optionen"), ("fr", "Options")],
)
def test_the_first_language_that_there_is_is_spoken_by_us_and_by_click(asked: str, said: str) -> None:
    both = "from ccm.words import _; from gettext import gettext; print(_('Options'), gettext('Options'))"
    assert speaking(asked, "-c", both).stdout.split() == [said, said]


def test_what_click_says_is_translated_as_well() -> None:
    done = speaking("de", "-m", "ccm", "batch", "run", "account-statement", "--limit", "none")
    assert done.returncode == 2
    assert "Fehler: Ungültiger Wert für '--limit': 'none' ist nicht gültig als Zahl." in done.stderr
