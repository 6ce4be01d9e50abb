"""Sentences for texts of a fixed form: ids, names, languages, versions."""

SENTENCES = {
    "identifier-form": (
        "This cannot be the id of something.",
        "Begin with a small letter; then small letters, digits, - and _, such as due-date.",
        "Das kann keine Kennung sein.",
        "Beginnen Sie mit einem Kleinbuchstaben; dann a bis z, Ziffern, - und _, etwa due-date.",
    ),
    "name-form": (
        "This cannot be a short name.",
        "Begin with a small letter; then small letters, digits and _, such as due_date.",
        "Das kann kein Kurzname sein.",
        "Beginnen Sie mit einem Kleinbuchstaben; dann a bis z, Ziffern und _, etwa due_date.",
    ),
    "item-name-form": (
        "This cannot be the name of an item.",
        "Begin with a small letter; then small letters, digits and -, such as rent-reminder.",
        "Das kann kein Name eines Elements sein.",
        "Beginnen Sie mit einem Kleinbuchstaben; dann a bis z, Ziffern und -, etwa rent-reminder.",
    ),
    "asset-form": (
        "This cannot be the name of a picture.",
        "Name a file of the folder assets in small letters, such as house.png; .png, .jpg and .svg are known.",
        "Das kann kein Name eines Bildes sein.",
        "Nennen Sie eine Datei des Ordners assets in Kleinbuchstaben, etwa haus.png; es gibt .png, .jpg und .svg.",
    ),
    "file-name-form": (
        "This cannot be the name of a file beside a theme.",
        "Use letters, digits, full stops, - and _, in the folder itself or in one inside it, such as fonts/Inter.ttf.",
        "Das kann kein Name einer Datei neben einem Theme sein.",
        "Nehmen Sie Buchstaben, Ziffern, Punkte, - und _, im Ordner selbst oder in einem darin, etwa fonts/Inter.ttf.",
    ),
    "language-form": (
        "This is no language tag.",
        "Write de, en or de-AT (BCP 47).",
        "Das ist kein Sprachkürzel.",
        "Schreiben Sie de, en oder de-AT (BCP 47).",
    ),
    "version-form": (
        "This is no version.",
        "Write two numbers with a full stop between them, in quotes: '1.0'.",
        "Das ist keine Fassung.",
        "Schreiben Sie zwei Zahlen mit einem Punkt dazwischen, in Anführungszeichen: '1.0'.",
    ),
}
