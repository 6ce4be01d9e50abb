"""Sentences for documents of the editor that are not as the editor makes them."""

from __future__ import annotations

SENTENCES = {
    "editor-not-json": (
        "This is not the JSON of an editor document.",
        "Send UTF-8 text in JSON; numbers are whole.",
        "Das ist nicht das JSON eines Editordokuments.",
        "Senden Sie UTF-8-Text in JSON; Zahlen sind ganz.",
    ),
    "editor-too-big": (
        "The document is larger than {limit} bytes.",
        "Divide the template into several.",
        "Das Dokument ist größer als {limit} Bytes.",
        "Teilen Sie die Vorlage in mehrere auf.",
    ),
    "editor-too-many-nodes": (
        "The document has more than {limit} nodes.",
        "Divide the template into several.",
        "Das Dokument hat mehr als {limit} Knoten.",
        "Teilen Sie die Vorlage in mehrere auf.",
    ),
    "editor-too-deep": (
        "Things lie inside each other more than {limit} times here.",
        "Take some of them out.",
        "Hier ist mehr als {limit}-mal eines im anderen enthalten.",
        "Nehmen Sie etwas heraus.",
    ),
    "editor-language-unknown": (
        "The template is not written in the language {language}.",
        "Add the language to the template first.",
        "Die Vorlage gibt es nicht in der Sprache {language}.",
        "Fügen Sie der Vorlage zuerst die Sprache hinzu.",
    ),
    "editor-node-unknown": (
        "No such node may stand here.",
        "Possible: {expected}.",
        "Ein solcher Knoten darf hier nicht stehen.",
        "Möglich: {expected}.",
    ),
    "editor-mark-unknown": (
        "There is no such mark, or it stands here twice.",
        "Possible, each once: {expected}.",
        "Diese Auszeichnung gibt es nicht, oder sie steht hier doppelt.",
        "Möglich, je einmal: {expected}.",
    ),
    "editor-attribute": (
        "This attribute cannot have this value.",
        "Possible: {expected}.",
        "Dieses Attribut kann diesen Wert nicht haben.",
        "Möglich: {expected}.",
    ),
    "editor-value": (
        "Settings are made of texts, whole numbers, true, false, lists and maps.",
        "Write a decimal number as a text.",
        "Einstellungen bestehen aus Texten, ganzen Zahlen, true, false, Listen und Zuordnungen.",
        "Schreiben Sie eine Dezimalzahl als Text.",
    ),
    "editor-newline": (
        "A text node holds a line break.",
        "Use a node of the kind break.",
        "Ein Textknoten enthält einen Zeilenumbruch.",
        "Verwenden Sie einen Knoten der Art break.",
    ),
    "editor-one-content-block": (
        "The document of a content block holds that content block and nothing beside it.",
        "Write inside it.",
        "Das Dokument eines Textbausteins enthält diesen Textbaustein und nichts daneben.",
        "Schreiben Sie innerhalb davon.",
    ),
    "editor-regions": (
        "The parts of the document are not the ones it has to have, in their order.",
        "Expected: {expected}.",
        "Die Teile des Dokuments sind nicht die, die es in dieser Reihenfolge haben muss.",
        "Erwartet: {expected}.",
    ),
    "editor-fields": (
        "The nodes here are not those of the fields there are, in their order.",
        "Expected: {expected}.",
        "Die Knoten hier gehören nicht zu den Feldern, die es gibt, in ihrer Reihenfolge.",
        "Erwartet: {expected}.",
    ),
    "editor-entry-key": (
        "An entry of a list has no key.",
        "Leave the key empty.",
        "Ein Eintrag einer Liste hat keinen Schlüssel.",
        "Lassen Sie den Schlüssel leer.",
    ),
    "editor-key-repeated": (
        "Another entry has this key already.",
        "Give each entry a key of its own.",
        "Diesen Schlüssel hat schon ein anderer Eintrag.",
        "Geben Sie jedem Eintrag einen eigenen Schlüssel.",
    ),
    "editor-entries": (
        "There are more than {limit} entries.",
        "Take some of them out.",
        "Es sind mehr als {limit} Einträge.",
        "Nehmen Sie einige heraus.",
    ),
    "editor-fixed-unknown": (
        "The template has no such block that could be kept as it is.",
        "Load the template again; somebody may have removed the block.",
        "Die Vorlage hat keinen solchen Baustein, der bleiben könnte, wie er ist.",
        "Laden Sie die Vorlage neu; vielleicht hat jemand den Baustein entfernt.",
    ),
    "editor-not-fixed": (
        "This block can be edited, so its content has to be in the document.",
        "Load the template again; somebody may have changed the lock.",
        "Dieser Baustein lässt sich bearbeiten; sein Inhalt muss im Dokument stehen.",
        "Laden Sie die Vorlage neu; vielleicht hat jemand die Sperre geändert.",
    ),
    "text-unwritable": (
        "There is no way to write this text.",
        "Take marks off it one by one to find out which; plain texts have none, page numbers no link.",
        "Dieser Text lässt sich nicht schreiben.",
        "Entfernen Sie Auszeichnungen, bis es geht; einfache Texte haben keine, Seitenzahlen keinen Link.",
    ),
}
