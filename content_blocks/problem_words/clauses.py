"""Sentences for what a clause is given: its inputs and its blanks."""

SENTENCES = {
    "input-missing": (
        "The clause needs this input.",
        "Say where it comes from: in the editor in the settings of the clause, in a file under “with”.",
        "Die Klausel braucht diese Angabe.",
        "Geben Sie an, woher sie kommt: im Editor in den Einstellungen der Klausel, in der Datei unter „with“.",
    ),
    "input-type": (
        "The value is not of the kind that {block} was approved for.",
        "Map a field of the right type.",
        "Der Wert ist nicht von der Art, für die {block} freigegeben wurde.",
        "Ordnen Sie ein Feld des richtigen Typs zu.",
    ),
    "input-out-of-bounds": (
        "The value is outside the bounds that {block} was approved for.",
        "Check the record; the owner of the clause sets its bounds.",
        "Der Wert liegt außerhalb der Grenzen, für die {block} freigegeben wurde.",
        "Prüfen Sie den Datensatz; die Grenzen setzt der Eigentümer der Klausel.",
    ),
    "input-currency": (
        "The amount is not in {currency}, the currency that {block} was approved for.",
        "Map an amount in this currency.",
        "Der Betrag ist nicht in {currency}, der Währung, für die {block} freigegeben wurde.",
        "Ordnen Sie einen Betrag in dieser Währung zu.",
    ),
    "input-bounds": (
        "The bounds of this input cannot be read.",
        'Write numbers as "1000.00" and days as "2026-10-31"; a text has no bounds.',
        "Die Grenzen dieser Angabe sind nicht lesbar.",
        'Schreiben Sie Zahlen als "1000.00" und Tage als "2026-10-31"; ein Text hat keine Grenzen.',
    ),
    "input-bounds-currency": (
        "The bounds of an amount mean nothing without a currency.",
        "Give the input a currency.",
        "Die Grenzen eines Betrags sagen nichts ohne Währung.",
        "Geben Sie der Angabe eine Währung.",
    ),
    "input-empty": (
        "This input of the clause says nothing a reader could see.",
        "Map it to a field that always has a text, or use the clause only where it has one.",
        "Diese Angabe der Klausel enthält nichts, was ein Leser sehen könnte.",
        "Ordnen Sie ein Feld zu, das immer einen Text hat, oder zeigen Sie die Klausel nur, wo es einen gibt.",
    ),
    "input-too-long": (
        "This input of the clause is longer than the wording was approved for.",
        "Map it to a shorter field, or ask the owner of the content block {block} to raise its max_length.",
        "Diese Angabe der Klausel ist länger, als der Wortlaut freigegeben wurde.",
        "Ordnen Sie ein kürzeres Feld zu oder bitten Sie die Stelle, der der Textbaustein {block} gehört, um ein "
        "größeres max_length.",
    ),
    "blank-missing": (
        "A gap in the clause is not filled.",
        "Fill it under “blanks”.",
        "Eine Lücke der Klausel ist nicht ausgefüllt.",
        "Füllen Sie sie unter „blanks“ aus.",
    ),
}
