"""What can be wrong with a run, its folder and its rows."""

from __future__ import annotations

SENTENCES = {
    "id-missing": (
        "The record has no id.",
        "Every record needs a text or whole number in the id field; name another field with --id.",
        "Der Datensatz hat keine Kennung.",
        "Jeder Datensatz braucht Text oder eine ganze Zahl im Feld der Kennung; --id nennt ein anderes Feld.",
    ),
    "id-repeated": (
        "An earlier row has the same id.",
        "Only the first row with an id is rendered; correct the id, or remove the row.",
        "Eine frühere Zeile hat dieselbe Kennung.",
        "Nur die erste Zeile mit einer Kennung wird erzeugt; Kennung berichtigen oder Zeile entfernen.",
    ),
    "document-failed": (
        "Rendering this document failed ({error}).",
        "This is a fault in the software; the row's data and the template help to find it.",
        "Dieses Dokument konnte nicht erzeugt werden ({error}).",
        "Das ist ein Fehler der Software; die Daten der Zeile und die Vorlage helfen, ihn zu finden.",
    ),
    "document-crashed": (
        "Rendering this document ended two processes.",
        "Render the record alone to see why; all other rows were not affected.",
        "Dieses Dokument hat zwei Prozesse beendet.",
        "Den Datensatz einzeln erzeugen, um den Grund zu sehen; die anderen Zeilen sind nicht betroffen.",
    ),
    "document-too-slow": (
        "Rendering this document took longer than {seconds} seconds, twice.",
        "Look for an extremely long table or text in the record.",
        "Dieses Dokument brauchte zweimal länger als {seconds} Sekunden.",
        "Im Datensatz nach einer extrem langen Tabelle oder einem solchen Text suchen.",
    ),
    "document-too-big": (
        "Rendering this document took more than {megabytes} MB of memory, twice.",
        "Look for an extremely long table or a huge picture in the record.",
        "Dieses Dokument brauchte zweimal mehr als {megabytes} MB Speicher.",
        "Im Datensatz nach einer extrem langen Tabelle oder einem riesigen Bild suchen.",
    ),
    "workers-keep-dying": (
        "{times} worker processes died one after the other before they began a row.",
        "Look for a memory limit of the machine that is too low, or a damaged installation.",
        "{times} Arbeitsprozesse sind nacheinander beendet worden, bevor sie eine Zeile begannen.",
        "Nach einer zu engen Speichergrenze der Maschine oder einer beschädigten Installation suchen.",
    ),
    "run-in-use": (
        "Another process is working in this folder.",
        "Wait until it ends, or choose another folder.",
        "Ein anderer Prozess arbeitet in diesem Ordner.",
        "Warten, bis er endet, oder einen anderen Ordner wählen.",
    ),
    "run-differs": (
        "The run in this folder is another one: {what} differs.",
        "Choose another folder, or bring back what the run was started with.",
        "In diesem Ordner liegt ein anderer Lauf: {what} ist anders.",
        "Einen anderen Ordner wählen oder wiederherstellen, womit der Lauf begonnen wurde.",
    ),
    "run-finished": (
        "The run in this folder is finished.",
        "Check it with `ccm batch verify`; choose another folder for a new run.",
        "Der Lauf in diesem Ordner ist abgeschlossen.",
        "Mit `ccm batch verify` prüfen; für einen neuen Lauf einen anderen Ordner wählen.",
    ),
    "run-unfinished": (
        "The run in this folder is not finished.",
        "Carry it on with `ccm batch resume`.",
        "Der Lauf in diesem Ordner ist nicht abgeschlossen.",
        "Mit `ccm batch resume` fortsetzen.",
    ),
    "run-format-unknown": (
        "The run in this folder has the format {format}, which this version does not know.",
        "Use the version of ccm that made the run.",
        "Der Lauf in diesem Ordner hat das Format {format}, das diese Version nicht kennt.",
        "Die Version von ccm verwenden, die den Lauf erzeugt hat.",
    ),
    "run-file-missing": (
        "{file} is missing.",
        "Without it nothing can be said about the run.",
        "{file} fehlt.",
        "Ohne diese Datei lässt sich über den Lauf nichts sagen.",
    ),
    "run-file-damaged": (
        "{file} is damaged.",
        "Bring it back from a backup.",
        "{file} ist beschädigt.",
        "Aus einer Sicherung wiederherstellen.",
    ),
    "no-run-here": (
        "There is no run in this folder.",
        "Name the folder that `ccm batch run --out` wrote to.",
        "In diesem Ordner liegt kein Lauf.",
        "Den Ordner nennen, in den `ccm batch run --out` geschrieben hat.",
    ),
    "folder-not-empty": (
        "The folder is not empty, and what is in it is not a run.",
        "Name a new folder; a run's folder holds nothing else.",
        "Der Ordner ist nicht leer, und was darin liegt, ist kein Lauf.",
        "Einen neuen Ordner nennen; der Ordner eines Laufs enthält nichts anderes.",
    ),
    "folder-is-a-file": (
        "This is a file, not a folder.",
        "Name a new folder.",
        "Das ist eine Datei, kein Ordner.",
        "Einen neuen Ordner nennen.",
    ),
    "input-gone": (
        "The run's input {file} is no longer where it was.",
        "Put the very same file back.",
        "Die Eingabe {file} des Laufs liegt nicht mehr an ihrem Ort.",
        "Genau dieselbe Datei zurücklegen.",
    ),
}
