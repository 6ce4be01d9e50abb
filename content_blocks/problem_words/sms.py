"""Sentences for text messages."""

from __future__ import annotations

SENTENCES = {
    "recipient-without-phone": (
        "The recipient has no phone number.",
        "Deliver one in the field with the role “phone”, or choose another channel.",
        "Der Empfänger hat keine Telefonnummer.",
        "Liefern Sie eine im Feld mit der Rolle „phone“, oder wählen Sie einen anderen Kanal.",
    ),
    "phone-not-e164": (
        "The phone number is not in international form.",
        "Write it as a plus sign, country code and number without spaces (ITU-T E.164), for example +4930123456.",
        "Die Telefonnummer hat nicht die internationale Form.",
        "Schreiben Sie sie mit Pluszeichen, Ländervorwahl und Nummer ohne Leerzeichen (ITU-T E.164), etwa +4930123456.",
    ),
    "sms-too-long": (
        "The text message takes {segments} segments, {limit} are allowed.",
        "Shorten the message line; regulated wording is never cut. Outside GSM-7 a segment holds less than half.",
        "Die SMS braucht {segments} Segmente, erlaubt sind {limit}.",
        "Kürzen Sie die Nachrichtenzeile; regulierter Text wird nie gekürzt. Mit Zeichen außerhalb von GSM-7 fasst ein "
        "Segment nicht einmal halb so viel.",
    ),
}
