"""Conditions as sentences: read by people who know banking and neither operators nor paths."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.dictionary import Dictionary
from content_blocks.expressions import nodes, to_source
from content_blocks.item import read_item
from content_blocks.names import Names
from tests.content_blocks.test_expression_source import TREES
from tests.web_editor.conditions.places import at, expressions, specimens
from web_editor.conditions.nouns import several, subject
from web_editor.conditions.place import Place
from web_editor.conditions.runs import Run, Sentence
from web_editor.conditions.sentence import said, sentence, value_said

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

SHIPPED = {
    ("account-statement", "account.closing < 0"): (
        "the closing balance is below €0.00",
        "der Endsaldo ist kleiner als 0,00 €",
    ),
    ("account-statement", "account.credit_line > 0"): (
        "the arranged overdraft is above €0.00",
        "die eingeräumte Überziehung ist größer als 0,00 €",
    ),
    ("account-statement", "account.closing + account.credit_line < 0"): (
        "the closing balance plus the arranged overdraft is below €0.00",
        "der Endsaldo plus die eingeräumte Überziehung ist kleiner als 0,00 €",
    ),
    ("account-statement", "(account.months_overdrawn or 0) >= 6"): (
        "“Full months heavily overdrawn in a row” (0 if missing) is at least 6",
        "„Volle Monate in Folge stark überzogen“ (falls nicht angegeben: 0) beträgt mindestens 6",
    ),
    ("account-statement", "account.quarterly_closing"): (
        "“With quarterly closing” applies",
        "„Mit Rechnungsabschluss“ trifft zu",
    ),
    ("account-statement", "(count(account.months) or 0) > 1"): (
        "the number of balances of recent months (0 if missing) is more than 1",
        "die Anzahl der Salden der letzten Monate (falls nicht angegeben: 0) ist größer als 1",
    ),
    ("card-blocked", 'card.reason == "fraud"'): (
        "the reason for blocking is “Suspected misuse”",
        "der Grund der Sperre ist „Verdacht auf Missbrauch“",
    ),
    ("card-blocked", 'card.reason == "lost"'): (
        "the reason for blocking is “Reported lost or stolen”",
        "der Grund der Sperre ist „Verlust oder Diebstahl gemeldet“",
    ),
    ("card-blocked", 'card.reason == "pin"'): (
        "the reason for blocking is “Wrong PIN entered three times”",
        "der Grund der Sperre ist „PIN dreimal falsch eingegeben“",
    ),
    ("card-blocked", "card.replacement"): (
        "“Replacement card is sent” applies",
        "„Ersatzkarte wird verschickt“ trifft zu",
    ),
    ("invoice", "invoice.reverse_charge"): (
        "“Reverse charge” applies",
        "„Steuerschuldnerschaft des Leistungsempfängers“ trifft zu",
    ),
    ("invoice", "not invoice.reverse_charge and (min(invoice.taxes.rate) or 1) == 0"): (
        "“Reverse charge” does not apply and the lowest “VAT rate” of all totals by VAT rate (1% if missing) is 0%",
        "„Steuerschuldnerschaft des Leistungsempfängers“ trifft nicht zu und der kleinste Wert von "
        "„Steuersatz“ über alle Summen je Steuersatz (falls nicht angegeben: 1 %) beträgt 0 %",
    ),
    ("invoice", "not invoice.collect and invoice.total > 0"): (
        "“Collected by direct debit” does not apply and the invoice total is above €0.00",
        "„Wird per Lastschrift eingezogen“ trifft nicht zu und der Rechnungsbetrag ist größer als 0,00 €",
    ),
    ("invoice", "invoice.collect and invoice.total > 0"): (
        "“Collected by direct debit” applies and the invoice total is above €0.00",
        "„Wird per Lastschrift eingezogen“ trifft zu und der Rechnungsbetrag ist größer als 0,00 €",
    ),
    ("invoice", "invoice.total == 0"): (
        "the invoice total is €0.00",
        "der Rechnungsbetrag beträgt 0,00 €",
    ),
    ("payment-reminder", 'reminder.level == "first"'): (
        "the level is “Payment reminder”",
        "die Stufe ist „Zahlungserinnerung“",
    ),
    ("payment-reminder", 'reminder.level == "second"'): (
        "the level is “Second payment reminder”",
        "die Stufe ist „Mahnung“",
    ),
    ("payment-reminder", 'reminder.level == "final"'): (
        "the level is “Final demand for payment”",
        "die Stufe ist „Letzte Mahnung“",
    ),
    ("payment-reminder", "(reminder.interest or 0) > 0"): (
        "the default interest (€0.00 if missing) is above €0.00",
        "„Verzugszinsen“ (falls nicht angegeben: 0,00 €) ist größer als 0,00 €",
    ),
    ("payment-reminder", "not reminder.business"): (
        "“Not a consumer” does not apply",
        "„Kein Verbraucher“ trifft nicht zu",
    ),
    ("payment-reminder", "reminder.business"): (
        "“Not a consumer” applies",
        "„Kein Verbraucher“ trifft zu",
    ),
    ("payment-reminder", 'reminder.level == "final" and not reminder.business'): (
        "the level is “Final demand for payment” and “Not a consumer” does not apply",
        "die Stufe ist „Letzte Mahnung“ und „Kein Verbraucher“ trifft nicht zu",
    ),
    ("payment-reminder", 'reminder.level != "first"'): (
        "the level is not “Payment reminder”",
        "die Stufe ist nicht „Zahlungserinnerung“",
    ),
    ("rate-change", "count(change.bands) > 0"): (
        "the number of entries in “Credit interest by balance” is more than 0",
        "die Anzahl der Guthabenzinsen nach Guthaben ist größer als 0",
    ),
    ("rate-change", 'change.reason == "market"'): (
        "the reason is “Interest level on the money market”",
        "der Grund ist „Zinsniveau am Geldmarkt“",
    ),
    ("rate-change", 'change.reason == "product"'): (
        "the reason is “Change of the account product”",
        "der Grund ist „Umstellung des Kontomodells“",
    ),
    ("rate-change", 'input.consent == "deemed"'): (
        "“Consent (express or deemed)” is “deemed”",
        "„Zustimmung (express oder deemed)“ ist „deemed“",
    ),
    ("rate-change", 'input.consent == "express"'): (
        "“Consent (express or deemed)” is “express”",
        "„Zustimmung (express oder deemed)“ ist „express“",
    ),
}
"""Every condition in the library that ships."""

OTHERS = {
    "account.closing < account.opening": (
        "the closing balance is below the opening balance",
        "der Endsaldo ist kleiner als der Anfangssaldo",
    ),
    'not (account.closing < 0 or account.month > "2026-02-01")': (
        "the closing balance is at least €0.00 and the first day of the period is on or before 1 February 2026",
        "der Endsaldo beträgt mindestens 0,00 € und der erste Tag des Zeitraums ist spätestens der 1. Februar 2026",
    ),
    '(account.closing < 0 or account.month <= account.last_day) and customer.city in ["Berlin", "Bonn", "Köln"]': (
        "(the closing balance is below €0.00 or the first day of the period is on or before the last day of "
        "the period) and the city is “Berlin”, “Bonn” or “Köln”",
        "(der Endsaldo ist kleiner als 0,00 € oder der erste Tag des Zeitraums ist nicht später als der "
        "letzte Tag des Zeitraums) und der Ort ist „Berlin“, „Bonn“ oder „Köln“",
    ),
    'customer.channel not in ["email", "sms"]': (
        "the preferred channel is neither “Email” nor “SMS”",
        "der bevorzugte Kanal ist weder „E-Mail“ noch „SMS“",
    ),
    "sum(account.transactions.amount) == account.closing - account.opening": (
        "the sum of “Amount” over all transactions is the same as the closing balance minus the opening balance",
        "die Summe von „Betrag“ über alle Buchungen ist so groß wie der Endsaldo minus der Anfangssaldo",
    ),
    "account.closing - (account.opening + 5) > (account.charges or 0) * -0.5": (
        "the closing balance minus (the opening balance plus €5.00) is above -0.5 times “Charges of the "
        "quarter” (€0.00 if missing)",
        "der Endsaldo minus (der Anfangssaldo plus 5,00 €) ist größer als -0,5 mal „Entgelte des Quartals“ "
        "(falls nicht angegeben: 0,00 €)",
    ),
    '(max(account.transactions.booked) or "2026-01-01") < "2026-05-05"': (
        "the latest “Booking date” of all transactions (1 January 2026 if missing) is before 5 May 2026",
        "der späteste Tag von „Buchungstag“ über alle Buchungen (falls nicht angegeben: 1. Januar 2026) liegt"
        " vor dem 5. Mai 2026",
    ),
    "count(account.transactions.value_date) == 0": (
        "the number of transactions with “Value date” is 0",
        "die Anzahl der Buchungen mit „Wertstellung“ beträgt 0",
    ),
    'customer.title == ""': (
        "the title is empty",
        "der Titel ist leer",
    ),
    '(customer.title or "") != ""': (
        "the title (empty if missing) is not empty",
        "der Titel (falls nicht angegeben: leer) ist nicht leer",
    ),
    "(account.quarterly_closing or false)": (
        "“With quarterly closing” (no if missing) applies",
        "„Mit Rechnungsabschluss“ (falls nicht angegeben: nein) trifft zu",
    ),
    "account.quarterly_closing == false": (
        "“With quarterly closing” does not apply",
        "„Mit Rechnungsabschluss“ trifft nicht zu",
    ),
    "not account.quarterly_closing": (
        "“With quarterly closing” does not apply",
        "„Mit Rechnungsabschluss“ trifft nicht zu",
    ),
    "true": (
        "always",
        "immer",
    ),
    "customer.city in []": (
        "never",
        "nie",
    ),
    "0 < account.closing <= 100.005": (
        "the closing balance is above €0.00 and the closing balance is at most €100.005",
        "der Endsaldo ist größer als 0,00 € und der Endsaldo beträgt höchstens 100,005 €",
    ),
    'customer.name < "M"': (
        "the name in the address comes before “M” in the alphabet",
        "der Name im Anschriftfeld kommt im Alphabet vor „M“",
    ),
    "account.overdraft_rate >= 11.9": (
        "“Rate, arranged” is at least 11.9%",
        "„Sollzins, eingeräumt“ beträgt mindestens 11,9 %",
    ),
    'customer.salutation in ["female"]': (
        "the form of address is “Ms”",
        "die Anrede ist „Frau“",
    ),
    'not customer.city in ["Berlin"]': (
        "the city is not “Berlin”",
        "der Ort ist nicht „Berlin“",
    ),
    "(account.months_overdrawn or 0) != 3": (
        "“Full months heavily overdrawn in a row” (0 if missing) is not 3",
        "„Volle Monate in Folge stark überzogen“ (falls nicht angegeben: 0) beträgt nicht 3",
    ),
    'document.date == "2026-11-02"': (
        "the date of the document is 2 November 2026",
        "das Datum des Dokuments ist der 2. November 2026",
    ),
    "account.month < account.last_day": (
        "the first day of the period is before the last day of the period",
        "der erste Tag des Zeitraums ist früher als der letzte Tag des Zeitraums",
    ),
    'account.month >= "2026-01-01"': (
        "the first day of the period is on or after 1 January 2026",
        "der erste Tag des Zeitraums ist frühestens der 1. Januar 2026",
    ),
    "account.closing < 0 or account.charges > 0 and account.interest > 0": (
        "the closing balance is below €0.00 or (“Charges of the quarter” is above €0.00 and the overdraft "
        "interest of the quarter is above €0.00)",
        "der Endsaldo ist kleiner als 0,00 € oder („Entgelte des Quartals“ ist größer als 0,00 € und "
        "„Sollzinsen des Quartals“ ist größer als 0,00 €)",
    ),
    "(account.closing < 0) == account.quarterly_closing": (
        "(the closing balance is below €0.00) is the same as “With quarterly closing”",
        "(der Endsaldo ist kleiner als 0,00 €) ist dasselbe wie „Mit Rechnungsabschluss“",
    ),
    'brand.name == "Ahornbank AG"': (
        "the name (Brand) is “Ahornbank AG”",
        "der Name (Marke) ist „Ahornbank AG“",
    ),
    "nowhere.known == 3": (
        "“nowhere.known” is 3",
        "„nowhere.known“ ist 3",
    ),
}
"""What an author may write at a message line of the account statement."""


NUMBER = {"type": "text", "label": {"en": "Number", "de": "Nummer"}}
TWICE: dict[str, Any] = {
    "dictionary": "twice",
    "version": "1.0",
    "title": {"en": "Twice"},
    "fields": {
        "account": {
            "type": "group",
            "label": {"en": "Account", "de": "Konto"},
            "fields": {"number": {**NUMBER, "as": "id"}},
        },
        "card": {"type": "group", "label": {"en": "Card", "de": "Karte"}, "fields": {"number": NUMBER}},
    },
}
"""Two fields that go by one label."""


def plain(told: Sentence) -> str:
    """The words, with blanks that break."""
    return told.text.replace("\N{NO-BREAK SPACE}", " ")


def both(source: str, place: Place) -> tuple[str, ...]:
    """The sentence in English and in German."""
    return tuple(plain(sentence(source, place, language)) for language in ("en", "de"))


def test_every_condition_that_ships_is_said_in_both_languages() -> None:
    told = {
        (found.template, found.expression.source): both(found.expression.source, found.place)
        for found in expressions()
        if found.condition
    }
    assert told == SHIPPED


@pytest.mark.parametrize(("source", "told"), OTHERS.items())
def test_whatever_an_author_may_write_is_said(source: str, told: tuple[str, str]) -> None:
    place = at("account-statement")
    assert both(source, place) == told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("sum(account.transactions.amount) | money", ("the sum of “Amount” over all transactions",
         "die Summe von „Betrag“ über alle Buchungen")),
        ("account.overdraft_rate + 5", ("“Rate, arranged” plus 5%", "„Sollzins, eingeräumt“ plus 5 %")),
        ("-(account.closing + account.credit_line) | money", (
            "minus (the closing balance plus the arranged overdraft)",
            "minus (der Endsaldo plus die eingeräumte Überziehung)")),
        ("100000.00", ("100,000", "100.000")),
    ],
)  # fmt: skip
def test_a_formula_is_said_too(source: str, told: tuple[str, str]) -> None:
    place = at("account-statement")
    assert tuple(plain(value_said(source, place, language)) for language in ("en", "de")) == told


def test_fields_and_values_are_pieces_of_their_own() -> None:
    assert sentence("account.closing < 0", at("account-statement"), "en").runs == (
        Run("words", "the "),
        Run("field", "closing balance", "account.closing"),
        Run("words", " is below "),
        Run("value", "€0.00"),
    )


def test_a_label_that_two_fields_share_is_told_with_its_group() -> None:
    place = at("account-statement")
    assert both("customer.name == brand.name", place) == (
        "the name in the address is the same as the name (Brand)",
        "der Name im Anschriftfeld ist dasselbe wie der Name (Marke)",
    )
    place = Place(Names(replace(place.names.setting, dictionary=read_item(Dictionary, TWICE))))
    assert both('card.number == "1"', place) == ("the number (Card) is “1”", "die Nummer (Karte) ist „1“")


def test_where_nothing_has_a_label_fields_go_by_their_names() -> None:
    told = ("the balance is below €0.00", "„balance“ ist kleiner als 0,00 €")
    assert both("account.balance < 0", specimens()) == told


@given(TREES, st.sampled_from(["en", "de", "de-AT", "fr"]))
def test_everything_can_be_said(tree: nodes.Node, language: str) -> None:
    told = said(tree, at("account-statement"), language)
    assert told.text.strip() == told.text
    assert told.text
    assert not re.search(r"[{}]left|[{}]right", told.text)
    assert told.text.count("(") == told.text.count(")") or to_source(tree).count('"')


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
