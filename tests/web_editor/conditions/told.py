"""Conditions with the sentences that say them, in English and German."""

from __future__ import annotations

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
