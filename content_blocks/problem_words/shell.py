"""Sentences for what the operating system refuses, and for faults of the program itself."""

from __future__ import annotations

SENTENCES = {
    "file-not-allowed": (
        "This file or folder may not be read or written by you.",
        "Choose another place, or have its permissions changed.",
        "Diese Datei oder diesen Ordner dürfen Sie nicht lesen oder schreiben.",
        "Wählen Sie einen anderen Ort oder lassen Sie die Rechte ändern.",
    ),
    "file-not-there": (
        "This file or folder does not exist.",
        "Check how it is spelled.",
        "Diese Datei oder dieser Ordner existiert nicht.",
        "Prüfen Sie die Schreibweise.",
    ),
    "file-in-the-way": (
        "A file is where a folder is needed, or a folder where a file is.",
        "Choose another place, or move what is in the way.",
        "Hier liegt eine Datei, wo ein Ordner gebraucht wird, oder umgekehrt.",
        "Wählen Sie einen anderen Ort oder räumen Sie ihn frei.",
    ),
    "disk-full": (
        "There is no space left to write this.",
        "Free some space; a batch is carried on with: ccm batch resume DIR.",
        "Zum Schreiben ist kein Platz mehr.",
        "Schaffen Sie Platz; einen Lauf setzen Sie fort mit: ccm batch resume ORDNER.",
    ),
    "file-failed": (
        "The operating system refused this file or folder: {reason}.",
        "Check the place it is in, or choose another one.",
        "Das Betriebssystem hat diese Datei oder diesen Ordner abgelehnt: {reason}.",
        "Prüfen Sie den Ort oder wählen Sie einen anderen.",
    ),
    "database-failed": (
        "The database cannot be reached, or did not do what it was asked: {reason}.",
        "Check that it runs, that CCM_DATABASE_URL is right, and that you may write to it.",
        "Die Datenbank ist nicht zu erreichen oder hat nicht getan, worum sie gebeten wurde: {reason}.",
        "Prüfen Sie, ob sie läuft, ob CCM_DATABASE_URL stimmt und ob Sie hineinschreiben dürfen.",
    ),
    "own-fault": (
        "The program itself failed: {kind} at {place}.",
        "Please report this line together with the command you typed.",
        "Das Programm selbst ist gescheitert: {kind} bei {place}.",
        "Bitte melden Sie diese Zeile zusammen mit dem eingegebenen Befehl.",
    ),
}
