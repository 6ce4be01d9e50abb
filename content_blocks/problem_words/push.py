"""Sentences for push messages."""

from __future__ import annotations

SENTENCES = {
    "recipient-without-push-token": (
        "The recipient has no push token.",
        "Deliver one in the field with the role “push_token”, or choose another channel.",
        "Der Empfänger hat kein Push-Token.",
        "Liefern Sie eines im Feld mit der Rolle „push_token“, oder wählen Sie einen anderen Kanal.",
    ),
    "push-token-malformed": (
        "The push token holds characters that no push service issues.",
        "Deliver the token as the app reported it: visible ASCII characters only.",
        "Das Push-Token enthält Zeichen, die kein Push-Dienst vergibt.",
        "Liefern Sie das Token so, wie die App es gemeldet hat: nur sichtbare ASCII-Zeichen.",
    ),
    "push-title-missing": (
        "The push message has no title.",
        "Write the message line “push_title”, or give the template a title.",
        "Die Push-Nachricht hat keinen Titel.",
        "Schreiben Sie die Nachrichtenzeile „push_title“, oder geben Sie dem Template einen Titel.",
    ),
    "push-personal-data": (
        "The field “{field}” would be readable on the lock screen.",
        "Leave it out of push title and body, or have compliance allow it in the document class.",
        "Das Feld „{field}“ wäre auf dem Sperrbildschirm lesbar.",
        "Lassen Sie es in Titel und Text der Push-Nachricht weg, oder lassen Sie es in der Dokumentklasse zu.",
    ),
    "push-too-long": (
        "The push message takes {bytes} bytes for {service}, {limit} are allowed.",
        "Shorten the short forms of the mandatory blocks: regulated wording is never cut.",
        "Die Push-Nachricht braucht für {service} {bytes} Bytes, erlaubt sind {limit}.",
        "Kürzen Sie die Kurzformen der Pflichtbausteine: Regulierter Text wird nie abgeschnitten.",
    ),
    "push-value-too-long": (
        "A value is longer than a lock screen shows ({title} characters of title, {body} of text), and is never cut.",
        "Leave the value out of the push message, or limit its length in the data dictionary.",
        "Ein Wert ist länger als der Sperrbildschirm (Titel {title}, Text {body} Zeichen), und wird nie gekürzt.",
        "Lassen Sie den Wert in der Push-Nachricht weg, oder begrenzen Sie seine Länge im Datenwörterbuch.",
    ),
    "push-payloads-differ": (
        "The payload for {service} says something else than the message.",
        "Do not send this message. Render it again.",
        "Die Nutzlast für {service} sagt etwas anderes als die Nachricht.",
        "Diese Nachricht nicht senden. Erzeugen Sie sie neu.",
    ),
}
