"""What can be wrong with a file of recipient records, or with one record in it."""

from __future__ import annotations

SENTENCES = {
    "file-format-unknown": (
        "The format of this file is not known by its name; known endings are {formats}.",
        "Rename the file if its ending is wrong, or export it in one of these formats.",
        "Das Format dieser Datei ist am Namen nicht zu erkennen; bekannte Endungen sind {formats}.",
        "Die Datei umbenennen, wenn die Endung falsch ist, oder in einem dieser Formate exportieren.",
    ),
    "file-unreadable": (
        "The file cannot be read: {reason}.",
        "Check the path and the permissions.",
        "Die Datei kann nicht gelesen werden: {reason}.",
        "Pfad und Rechte prüfen.",
    ),
    "data-empty": (
        "The file is empty.",
        "A CSV file needs at least a line with column names.",
        "Die Datei ist leer.",
        "Eine CSV-Datei braucht mindestens eine Zeile mit Spaltennamen.",
    ),
    "encoding-unknown": (
        "The encoding of this file is not certain; it looks like {guess}.",
        "Save the file as UTF-8; a command line can say what it is with --encoding, such as --encoding windows-1252.",
        "Die Zeichenkodierung dieser Datei ist nicht sicher; sie sieht aus wie {guess}.",
        "Die Datei als UTF-8 speichern; im Befehl sagt --encoding, was es ist, etwa --encoding windows-1252.",
    ),
    "encoding-wrong": (
        "The file is not in {encoding}: some bytes in it stand for no character there.",
        "Name another encoding, or save the file as UTF-8.",
        "Die Datei ist nicht in {encoding} kodiert: einige Bytes darin stehen dort für kein Zeichen.",
        "Eine andere Kodierung angeben oder die Datei als UTF-8 speichern.",
    ),
    "separator-unknown": (
        "Two separators are equally frequent in the line with the column names.",
        "Put column names that hold separators in quotes.",
        "Zwei Trennzeichen kommen in der Zeile mit den Spaltennamen gleich oft vor.",
        "Spaltennamen, die Trennzeichen enthalten, in Anführungszeichen setzen.",
    ),
    "column-unnamed": (
        "Column {number} has no name.",
        "Name it, or remove it; a separator at the end of the first line makes such a column.",
        "Spalte {number} hat keinen Namen.",
        "Benennen oder entfernen; ein Trennzeichen am Ende der ersten Zeile erzeugt eine solche Spalte.",
    ),
    "column-repeated": (
        "The column {column} is there twice.",
        "Rename or remove one of them.",
        "Die Spalte {column} ist zweimal vorhanden.",
        "Eine der beiden umbenennen oder entfernen.",
    ),
    "column-inexact": (
        "The column {column} holds single-precision numbers, which do not keep amounts.",
        "Export it as decimal.",
        "Die Spalte {column} enthält Zahlen einfacher Genauigkeit, die Beträge nicht bewahren.",
        "Als Dezimalzahl exportieren.",
    ),
    "columns-differ": (
        "The line has {found} cells where the file has {expected} columns.",
        "Look for a separator in a cell that is not in quotes.",
        "Die Zeile hat {found} Zellen, die Datei aber {expected} Spalten.",
        "Nach einem Trennzeichen in einer Zelle ohne Anführungszeichen suchen.",
    ),
    "quote-unclosed": (
        "A quoted cell that begins in this line is not closed as it should be.",
        "Close the quote; a quote inside a cell is written twice.",
        "Eine Zelle in Anführungszeichen, die in dieser Zeile beginnt, wird nicht richtig geschlossen.",
        "Das Anführungszeichen schließen; in einer Zelle wird es doppelt geschrieben.",
    ),
    "line-too-long": (
        "A line is longer than a record can be.",
        "Check that the file has line ends.",
        "Eine Zeile ist länger, als ein Datensatz sein kann.",
        "Prüfen, ob die Datei Zeilenenden hat.",
    ),
    "json-broken": (
        "The line is not one JSON value.",
        "Write each record into one line, as one JSON object.",
        "Die Zeile ist nicht ein JSON-Wert.",
        "Jeden Datensatz als ein JSON-Objekt in eine Zeile schreiben.",
    ),
    "json-file-broken": (
        "The file is no valid JSON around character {place}.",
        "Records after it cannot be told apart; export the file again, or as JSON lines.",
        "Die Datei ist um Zeichen {place} herum kein gültiges JSON.",
        "Datensätze danach lassen sich nicht trennen; die Datei neu oder als JSON-Zeilen exportieren.",
    ),
    "json-key-repeated": (
        "An object in the record names one field twice.",
        "Nobody can say which of the two counts; remove one.",
        "Ein Objekt im Datensatz nennt ein Feld zweimal.",
        "Welches gilt, ist nicht zu entscheiden; eines entfernen.",
    ),
    "record-not-object": (
        "The record is no JSON object.",
        "Write each record as an object with named fields.",
        "Der Datensatz ist kein JSON-Objekt.",
        "Jeden Datensatz als Objekt mit benannten Feldern schreiben.",
    ),
    "text-surrogate": (
        "A text in the record holds half a character (a lone surrogate).",
        "The text was cut in the middle of a character; correct it at its source.",
        "Ein Text im Datensatz enthält ein halbes Zeichen (einzelnes Surrogat).",
        "Der Text wurde mitten in einem Zeichen abgeschnitten; an der Quelle berichtigen.",
    ),
    "number-not-finite": (
        "A number in the record is infinite or not a number.",
        "Correct it at its source.",
        "Eine Zahl im Datensatz ist unendlich oder keine Zahl.",
        "An der Quelle berichtigen.",
    ),
    "file-number-too-long": (
        "A number in the record has more than {digits} digits.",
        "Write identifiers as text.",
        "Eine Zahl im Datensatz hat mehr als {digits} Stellen.",
        "Kennungen als Text schreiben.",
    ),
    "value-not-plain": (
        "A value has the type {type}, which no letter can show.",
        "Leave the column out, or turn it into text.",
        "Ein Wert hat den Typ {type}, den kein Brief zeigen kann.",
        "Die Spalte weglassen oder in Text umwandeln.",
    ),
    "parquet-broken": (
        "The file is no readable Parquet file.",
        "Export it again.",
        "Die Datei ist keine lesbare Parquet-Datei.",
        "Neu exportieren.",
    ),
    "files-need-sql": (
        "Several files need a query that joins them.",
        "Give --sql; each file is a view named after it.",
        "Mehrere Dateien brauchen eine Abfrage, die sie verbindet.",
        "--sql angeben; jede Datei ist eine Sicht, die wie sie heißt.",
    ),
    "file-name-repeated": (
        "Two files have the same name, so their views would too.",
        "Rename one of them.",
        "Zwei Dateien haben denselben Namen, ihre Sichten also auch.",
        "Eine der beiden umbenennen.",
    ),
    "query-not-select": (
        "The query is not exactly one SELECT.",
        "A query only reads; give one SELECT statement.",
        "Die Abfrage ist nicht genau ein SELECT.",
        "Eine Abfrage liest nur; eine SELECT-Anweisung angeben.",
    ),
    "query-failed": (
        "The query failed: {reason}.",
        "Values from CSV and JSON are text: cast what you calculate with, such as CAST(amount AS DECIMAL(18,2)).",
        "Die Abfrage ist fehlgeschlagen: {reason}.",
        "Werte aus CSV und JSON sind Text: umwandeln, womit gerechnet wird, etwa CAST(amount AS DECIMAL(18,2)).",
    ),
    "query-beyond-files": (
        "The query names a table, a function or a file that is not there; its tables are {tables}.",
        "A query reads the files given with --data and nothing else; each is a table by its name without the ending.",
        "Die Abfrage nennt eine Tabelle, Funktion oder Datei, die es hier nicht gibt; ihre Tabellen sind {tables}.",
        "Eine Abfrage liest nur die mit --data angegebenen Dateien; jede heißt als Tabelle wie die Datei ohne Endung.",
    ),
    "id-column-missing": (
        "There is no field {column} here, which is to name each record; there are: {columns}.",
        "Add one, or let a field of another name take its place; a command line names it with --id.",
        "Hier gibt es kein Feld {column}, das jeden Datensatz benennen soll; es gibt: {columns}.",
        "Ergänzen Sie eines oder ordnen Sie ein anderes zu; auf der Befehlszeile nennt es --id.",
    ),
    "column-names-missing": (
        "The first line seems to hold a record instead of the columns' names.",
        "Export the file with a line of column names at the top.",
        "Die erste Zeile enthält offenbar einen Datensatz statt der Spaltennamen.",
        "Die Datei mit einer Kopfzeile exportieren, die die Spalten benennt.",
    ),
}
