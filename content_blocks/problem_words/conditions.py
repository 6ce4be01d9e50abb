"""Sentences for forms of conditions, as the editor or a client of the API sends them."""

from __future__ import annotations

SENTENCES = {
    "condition-kind": (
        "This is no part of a condition.",
        "Send an object whose “kind” is one of: all, any, not, compare, in, flag, field, value, calculation, times, "
        "aggregate, default, shown.",
        "Das ist kein Teil einer Bedingung.",
        "Senden Sie ein Objekt, dessen „kind“ eines von diesen ist: all, any, not, compare, in, flag, field, value, "
        "calculation, times, aggregate, default, shown.",
    ),
    "condition-value-type": (
        "Only a value can stand here.",
        "Send a value whose “type” is text, number or flag.",
        "Hier kann nur ein Wert stehen.",
        "Senden Sie einen Wert, dessen „type“ text, number oder flag ist.",
    ),
    "condition-path": (
        "This is no path of a field.",
        "Choose a field, for example account.balance.",
        "Das ist kein Pfad eines Feldes.",
        "Wählen Sie ein Feld, zum Beispiel account.balance.",
    ),
    "condition-group-empty": (
        "A group of conditions has nothing in it.",
        "Add a condition to it, or remove the group.",
        "In einer Gruppe von Bedingungen steht nichts.",
        "Ergänzen Sie eine Bedingung, oder entfernen Sie die Gruppe.",
    ),
    "condition-unwritable": (
        "This cannot be written as an expression.",
        "Remove what always or never holds, such as a bare true or false, and characters that nobody sees.",
        "Das lässt sich nicht als Ausdruck schreiben.",
        "Entfernen Sie, was immer oder nie gilt, etwa ein bloßes wahr oder falsch, und unsichtbare Zeichen.",
    ),
    "condition-branch-unknown": (
        "There is no such branch, or it is there twice.",
        "Reload the template; somebody may have removed or added a group.",
        "Diesen Zweig gibt es nicht, oder er kommt zweimal vor.",
        "Laden Sie die Vorlage neu; vielleicht wurde eine Gruppe entfernt oder ergänzt.",
    ),
    "condition-cells": (
        "A line of the table does not have {expected} cells.",
        "Give each line one cell for each column: yes, no or any.",
        "Eine Zeile der Tabelle hat nicht {expected} Zellen.",
        "Geben Sie jeder Zeile eine Zelle für jede Spalte: yes, no oder any.",
    ),
    "condition-otherwise-twice": (
        "Only one row can be for all that the others leave.",
        "Say in cells what the other row asks.",
        "Nur eine Zeile kann für alles stehen, was die anderen übrig lassen.",
        "Sagen Sie in Zellen, wonach die andere Zeile fragt.",
    ),
    "condition-too-large": (
        "This condition is nested deeper than {deepest} levels or has more than {largest} parts.",
        "Make it simpler, or compute the value before and add it as a field.",
        "Diese Bedingung ist tiefer als {deepest} Ebenen verschachtelt oder hat mehr als {largest} Teile.",
        "Vereinfachen Sie sie, oder liefern Sie den Wert als eigenes Feld.",
    ),
}
