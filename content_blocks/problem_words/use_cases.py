"""Sentences for single records, personas and stamps."""

SENTENCES = {
    "role-missing": (
        "No field of the data dictionary is marked as the {role}.",
        "Write “as: {role}” at the field that names a record.",
        "Kein Feld des Datenwörterbuchs ist als {role} gekennzeichnet.",
        "Schreiben Sie „as: {role}“ an das Feld, das einen Datensatz benennt.",
    ),
    "record-not-json": (
        "The file does not hold one record as a JSON object.",
        "Write {{ … }} with the fields of the data dictionary, amounts in quotes.",
        "Die Datei enthält keinen Datensatz als JSON-Objekt.",
        "Schreiben Sie {{ … }} mit den Feldern des Datenwörterbuchs, Beträge in Anführungszeichen.",
    ),
    "channel-closed": (
        "The document class does not allow the channel {channel}.",
        "Choose another channel, or ask the owner of the document class.",
        "Die Dokumentklasse lässt den Kanal {channel} nicht zu.",
        "Wählen Sie einen anderen Kanal oder fragen Sie den Eigentümer der Dokumentklasse.",
    ),
    "persona-unknown": (
        "The template has no persona {name}.",
        "It has: {known}.",
        "Die Vorlage hat keine Persona {name}.",
        "Vorhanden: {known}.",
    ),
    "persona-problem-absent": (
        "The problem {code} was expected and did not occur.",
        "Correct the persona's record or what it expects.",
        "Das erwartete Problem {code} ist nicht aufgetreten.",
        "Berichtigen Sie den Datensatz der Persona oder ihre Erwartung.",
    ),
    "persona-block-absent": (
        "This block was expected and is not there.",
        "Look at its condition, or correct what the persona expects.",
        "Dieser Baustein wurde erwartet und fehlt.",
        "Prüfen Sie seine Bedingung oder berichtigen Sie die Erwartung der Persona.",
    ),
    "persona-block-present": (
        "This block is there and should not be.",
        "Look at its condition, or correct what the persona expects.",
        "Dieser Baustein ist da und sollte fehlen.",
        "Prüfen Sie seine Bedingung oder berichtigen Sie die Erwartung der Persona.",
    ),
    "persona-measure": (
        "{measure}: {found} instead of {expected}.",
        "Shorten the text, or correct what the persona expects.",
        "{measure}: {found} statt {expected}.",
        "Kürzen Sie den Text oder berichtigen Sie die Erwartung der Persona.",
    ),
    "persona-phrase": (
        "The phrase “{phrase}” is not in the output.",
        "Look at the text, or correct what the persona expects.",
        "Die Wendung „{phrase}“ steht nicht in der Ausgabe.",
        "Prüfen Sie den Text oder berichtigen Sie die Erwartung der Persona.",
    ),
    "source-language-missing": (
        "The file does not say which language the others are translated from.",
        "A template lists it first under languages; a content block names it as source_language.",
        "Die Datei sagt nicht, aus welcher Sprache die anderen übersetzt sind.",
        "Eine Vorlage nennt sie unter languages zuerst, ein Textbaustein als source_language.",
    ),
}
