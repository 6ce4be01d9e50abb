"""Placeholders in redlines by what people call them, and never without the code where they are what changed."""

from __future__ import annotations

from dataclasses import replace

from content_blocks.redline import Redline, Stretch, Wording, as_html, redline_of_texts

NAMES = {"account.iban": "IBAN", "account.closing | money": 'Closing "balance"'}
STRETCHES = (
    Stretch("same", "{{ account.iban }}", atom="placeholder"),
    Stretch("removed", "{{ account.closing | money }}", atom="placeholder"),
    Stretch("added", "{{ account.opening | money }}", atom="placeholder"),
)


def of(stretches: tuple[Stretch, ...]) -> Redline:
    """A redline of one text that consists of these."""
    found = redline_of_texts({"en": "One."}, {"en": "Two."}, "en")
    entry = found.entries[0]
    wording = entry.differences[0]
    assert isinstance(wording, Wording)
    return replace(found, entries=(replace(entry, differences=(replace(wording, stretches=stretches),)),))


def test_what_stays_is_named_and_what_changes_has_its_code_beside_it() -> None:
    text = as_html(of(STRETCHES), called=lambda source: NAMES.get(source, ""))
    assert '<span class="redline-placeholder" title="{{ account.iban }}">IBAN</span>' in text
    removed = text.partition("<del>")[2].partition("</del>")[0]
    assert "Closing &quot;balance&quot; <code>{{ account.closing | money }}</code>" in removed
    assert '<code class="redline-placeholder">{{ account.opening | money }}</code>' in text


def test_an_item_of_a_title_is_called_by_it_with_its_name_beside() -> None:
    found = replace(of(STRETCHES), subject="template", name="card-blocked", before="1.0", after="1.1")
    text = as_html(found, title="Card blocked")
    assert '“Card blocked”, version 1.0 → 1.1 <code class="redline-name">card-blocked</code></h2>' in text
    assert "redline-name" not in as_html(found)
