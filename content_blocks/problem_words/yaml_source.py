"""Sentences for files outside the YAML subset."""

SENTENCES = {
    "yaml-syntax": (
        "The file is not valid YAML here.",
        "Look at this line and the one before it: indentation, a missing colon or an unclosed quote.",
        "Die Datei ist hier kein gültiges YAML.",
        "Sehen Sie sich diese und die vorige Zeile an: Einrückung, fehlender Doppelpunkt, offenes Anführungszeichen.",
    ),
    "yaml-tab": (
        "This line is indented with a tab.",
        "Indent it with blanks, as the lines around it.",
        "Diese Zeile ist mit einem Tabulator eingerückt.",
        "Rücken Sie sie mit Leerzeichen ein, wie die Zeilen darum herum.",
    ),
    "yaml-placeholder": (
        "A text that begins with a placeholder is not in quotes.",
        "Put the whole text in quotes, such as: '{{{{ customer.name }}}}, good morning'.",
        "Ein Text, der mit einem Platzhalter beginnt, steht nicht in Anführungszeichen.",
        "Setzen Sie den ganzen Text hinein, etwa: '{{{{ customer.name }}}}, guten Morgen'.",
    ),
    "yaml-first-character": (
        "A text cannot begin with * & % @ or ` unless it is in quotes.",
        "Put the whole text in quotes, such as: '**Please note**'.",
        "Ein Text kann nicht mit * & % @ oder ` beginnen, wenn er nicht in Anführungszeichen steht.",
        "Setzen Sie den ganzen Text hinein, etwa: '**Bitte beachten**'.",
    ),
    "yaml-colon": (
        "There is a colon where none can be.",
        "Put a text in quotes that has a colon in it; otherwise look at the indentation of this line.",
        "Hier kann kein Doppelpunkt stehen.",
        "Setzen Sie einen Text mit Doppelpunkt in Anführungszeichen; sonst prüfen Sie die Einrückung der Zeile.",
    ),
    "yaml-not-a-mapping": (
        "The file does not start with “key: value” lines.",
        "Write the item's fields as keys at the left margin.",
        "Die Datei beginnt nicht mit Zeilen der Form „Schlüssel: Wert“.",
        "Schreiben Sie die Felder als Schlüssel an den linken Rand.",
    ),
    "yaml-anchor": (
        "Anchors and aliases (& and *) are not used here.",
        "Write the content out.",
        "Anker und Verweise (& und *) sind hier nicht erlaubt.",
        "Schreiben Sie den Inhalt aus.",
    ),
    "yaml-too-deep": (
        "The content is nested too deeply.",
        "No item needs more than 40 levels.",
        "Der Inhalt ist zu tief verschachtelt.",
        "Mehr als 40 Ebenen braucht kein Baustein.",
    ),
    "yaml-tag": (
        "Tags (!…) and merge keys are not used here.",
        "Remove the tag, or quote the text.",
        "Tags (!…) und Merge-Schlüssel sind hier nicht erlaubt.",
        "Entfernen Sie das Tag oder setzen Sie den Text in Anführungszeichen.",
    ),
    "yaml-duplicate-key": (
        "This key stands twice in the same place.",
        "Keep one of the two.",
        "Dieser Schlüssel steht hier doppelt.",
        "Behalten Sie einen von beiden.",
    ),
    "yaml-key": (
        "A key has to be a simple word.",
        "Write it as “name:”.",
        "Ein Schlüssel muss ein einfaches Wort sein.",
        "Schreiben Sie ihn als „name:“.",
    ),
    "yaml-empty": (
        "There is no value here.",
        "Give a value or remove the line.",
        "Hier fehlt der Wert.",
        "Geben Sie einen Wert an oder löschen Sie die Zeile.",
    ),
    "yaml-quote": (
        "Other programs would read this as a number, a date or yes/no.",
        "Put it in quotes; for yes and no, where they are wanted, write true or false.",
        "Andere Programme würden das als Zahl, Datum oder Ja/Nein lesen.",
        "Setzen Sie es in Anführungszeichen; wo Ja oder Nein gemeint ist, schreiben Sie true oder false.",
    ),
}
