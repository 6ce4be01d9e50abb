"""Labels of fields in a sentence: with an article where they are nouns, as names where they are not."""

from __future__ import annotations

import pytest

from web_editor.conditions.nouns import several, subject


@pytest.mark.parametrize(
    ("label", "english"),
    [
        ("Closing balance", "the closing balance"),
        ("IBAN to be debited", "the IBAN to be debited"),
        ("VAT total", "the VAT total"),
        ("Email address", "the email address"),
        ("Status", "the status"),
        ("Due on", "“Due on”"),
        ("In default since", "“In default since”"),
        ("Charges of the quarter", "“Charges of the quarter”"),
        ("Rate, arranged", "“Rate, arranged”"),
        ("Street and number", "“Street and number”"),
        ("Not a consumer", "“Not a consumer”"),
    ],
)
def test_an_english_label_gets_an_article_where_it_is_a_noun(label: str, english: str) -> None:
    assert "".join(subject(label, "en")) == english


@pytest.mark.parametrize(
    ("label", "german"),
    [
        ("Endsaldo", "der Endsaldo"),
        ("Eingeräumte Überziehung", "die eingeräumte Überziehung"),
        ("Bevorzugter Kanal", "der bevorzugte Kanal"),
        ("Erster Tag des Zeitraums", "der erste Tag des Zeitraums"),
        ("Laufendes Konto", "das laufende Konto"),
        ("Ort", "der Ort"),
        ("Wohnort", "der Wohnort"),
        ("Antwort", "„Antwort“"),
        ("Kartenart", "die Kartenart"),
        ("Start", "„Start“"),
        ("IBAN für die Lastschrift", "die IBAN für die Lastschrift"),
        ("Rechnungsdatum", "das Rechnungsdatum"),
        ("Ländername", "der Ländername"),
        ("Fällig am", "„Fällig am“"),
        ("In Verzug seit", "„In Verzug seit“"),
        ("Mahnkosten", "„Mahnkosten“"),
        ("Verzugszinsen", "„Verzugszinsen“"),
        ("Straße und Hausnummer", "„Straße und Hausnummer“"),
        ("Sollzins, eingeräumt", "„Sollzins, eingeräumt“"),
        ("Letzte Rate", "die letzte Rate"),
    ],
)
def test_a_german_label_gets_its_article_where_that_is_certain(label: str, german: str) -> None:
    assert "".join(subject(label, "de")) == german


@pytest.mark.parametrize(
    ("label", "language", "told"),
    [
        ("Transactions", "en", "transactions"),
        ("Totals by VAT rate", "en", "totals by VAT rate"),
        ("Credit interest by balance", "en", "“Credit interest by balance”"),
        ("Buchungen", "de", "Buchungen"),
        ("Offene Posten", "de", "offenen Posten"),
        ("Salden der letzten Monate", "de", "Salden der letzten Monate"),
        ("Buchung", "de", "„Buchung“"),
    ],
)
def test_a_list_is_many_things(label: str, language: str, told: str) -> None:
    assert several(label, language) == told
