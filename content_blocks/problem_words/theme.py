"""What the problem codes of themes say."""

from __future__ import annotations

SENTENCES = {
    "theme-unreadable": (
        "There is no theme here, or it cannot be read.",
        "A theme is a folder with a file theme.yaml in it.",
        "Hier ist kein Theme, oder es lässt sich nicht lesen.",
        "Ein Theme ist ein Ordner, in dem eine Datei theme.yaml liegt.",
    ),
    "theme-not-yaml": (
        "The theme is not written in the YAML that we read.",
        "Use strings, whole numbers and true or false; put decimals and dates in quotes.",
        "Das Theme ist nicht in dem YAML geschrieben, das wir lesen.",
        "Erlaubt sind Texte, ganze Zahlen und true oder false; Dezimalzahlen und Daten gehören in Anführungszeichen.",
    ),
    "theme-field": (
        "This field of the theme is missing, unknown or not of its kind ({fault}).",
        "Compare it with a theme that ships, or with the table of tokens in the manual.",
        "Dieses Feld des Themes fehlt, ist unbekannt oder hat nicht seine Art ({fault}).",
        "Ein mitgeliefertes Theme oder die Tabelle der Werte im Handbuch zeigt, was hier stehen kann.",
    ),
    "theme-file-missing": (
        "The theme names the file {file}, which is not there.",
        "Put the file into the theme's folder, fonts into fonts/.",
        "Das Theme nennt die Datei {file}, die es nicht gibt.",
        "Die Datei gehört in den Ordner des Themes, Schriften in fonts/.",
    ),
    "palette-unreadable": (
        "{text} on {ground} cannot be read well enough.",
        "Text needs a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3): take a darker text or a lighter ground.",
        "{text} auf {ground} ist zu schlecht lesbar.",
        "Text braucht einen Kontrast von 4,5 zu 1 (WCAG 2.2, 1.4.3): dunkler schreiben oder den Grund aufhellen.",
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
