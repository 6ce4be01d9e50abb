"""What the problem codes of themes say."""

from __future__ import annotations

SENTENCES = {
    "theme-file-missing": (
        "The theme names the file {file}, which is not there.",
        "Put the file into the theme's folder, fonts into fonts/.",
        "Das Theme nennt die Datei {file}, die es nicht gibt.",
        "Die Datei gehört in den Ordner des Themes, Schriften in fonts/.",
    ),
    "palette-unreadable": (
        "“{text}” on “{ground}” cannot be read well enough.",
        "Text needs a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3): take a darker text or a lighter ground.",
        "„{text}“ auf „{ground}“ ist zu schlecht lesbar.",
        "Text braucht einen Kontrast von 4,5 zu 1 (WCAG 2.2, 1.4.3): dunkler schreiben oder den Grund aufhellen.",
    ),
    "type-too-small": (
        "Text of this size is too small to be read.",
        "Take at least {limit} points.",
        "Text dieser Größe ist zu klein zum Lesen.",
        "Nehmen Sie mindestens {limit} Punkt.",
    ),
    "label-missing": (
        "The word for {label} is missing in language {language}.",
        "Add it under labels: every language has the same words.",
        "Das Wort für {label} fehlt in der Sprache {language}.",
        "Unter labels ergänzen: Jede Sprache hat dieselben Wörter.",
    ),
    "locale-missing": (
        "Language {language} has labels but no locale.",
        "Add it under locales, such as de: de_DE.",
        "Die Sprache {language} hat Wörter, aber kein Gebietsschema.",
        "Unter locales ergänzen, zum Beispiel de: de_DE.",
    ),
}
