"""What can be wrong with a certificate of approval."""

from __future__ import annotations

SENTENCES = {
    "dossier-file-missing": (
        "The file {file} is not attached.",
        "Ask for the certificate again; this one is not whole.",
        "Die Datei {file} ist nicht angehängt.",
        "Lassen Sie sich die Urkunde noch einmal geben; diese ist nicht vollständig.",
    ),
    "dossier-file-twice": (
        "Two files are called {file}.",
        "A program may show one and verify the other. Ask for the certificate again.",
        "Zwei Dateien heißen {file}.",
        "Ein Programm könnte die eine zeigen und die andere prüfen. Lassen Sie sich die Urkunde noch einmal geben.",
    ),
    "dossier-file-unreadable": (
        "The file {file} does not hold what its name says.",
        "Ask for the certificate again; this one is damaged.",
        "Die Datei {file} enthält nicht, was ihr Name sagt.",
        "Lassen Sie sich die Urkunde noch einmal geben; diese ist beschädigt.",
    ),
    "dossier-file-changed": (
        "The file {file} is not the one that the certificate was made with.",
        "Somebody changed it. Do not rely on it, and ask for the certificate again.",
        "Die Datei {file} ist nicht die, mit der die Urkunde erstellt wurde.",
        "Jemand hat sie geändert. Verlassen Sie sich nicht darauf und lassen Sie sich die Urkunde noch einmal geben.",
    ),
    "dossier-page-changed": (
        "Page {page} does not read as it did when the certificate was made.",
        "Compare it with the text in pages.txt, and ask for the certificate again.",
        "Seite {page} lautet nicht so wie bei der Erstellung der Urkunde.",
        "Vergleichen Sie sie mit dem Text in pages.txt und lassen Sie sich die Urkunde noch einmal geben.",
    ),
    "dossier-file-unlisted": (
        "The file {file} was attached later.",
        "It is no part of the certificate; ask who added it.",
        "Die Datei {file} wurde nachträglich angehängt.",
        "Sie gehört nicht zur Urkunde; fragen Sie, wer sie hinzugefügt hat.",
    ),
    "dossier-key-not-trusted": (
        "{file} is signed with the key {key}, which is not among those you trust.",
        "Ask the organisation for that public key by another way, and check again with it.",
        "{file} ist mit dem Schlüssel {key} signiert, dem Sie nicht vertrauen.",
        "Erfragen Sie diesen öffentlichen Schlüssel auf anderem Weg und prüfen Sie noch einmal mit ihm.",
    ),
    "dossier-signature-wrong": (
        "The signature does not belong to {file}.",
        "The file or its signature was changed. Do not rely on it.",
        "Die Signatur gehört nicht zu {file}.",
        "Die Datei oder ihre Signatur wurde geändert. Verlassen Sie sich nicht darauf.",
    ),
    "dossier-index-unsigned": (
        "Nobody signed the index of the files.",
        "The decisions stand by their own signatures; proofs and redlines could have been exchanged.",
        "Niemand hat das Verzeichnis der Dateien signiert.",
        "Die Entscheidungen gelten durch eigene Signaturen; Proben und Änderungen könnten ausgetauscht sein.",
    ),
    "dossier-decision-foreign": (
        "{file} is a decision about something else.",
        "Compare its review and its subject with those on the first page.",
        "{file} ist eine Entscheidung über etwas anderes.",
        "Vergleichen Sie Prüfung und Gegenstand darin mit denen auf der ersten Seite.",
    ),
    "dossier-item-foreign": (
        "Nobody decided about this version: {kind} {name}.",
        "Its hash is not among those that the decisions are about.",
        "Über diese Fassung hat niemand entschieden: {name} ({kind}).",
        "Ihre Prüfsumme ist nicht unter denen, um die es in den Entscheidungen geht.",
    ),
    "dossier-outcome-unclear": (
        "The decisions or the steps of the review cannot be read.",
        "Without them nothing says what became of the review.",
        "Die Entscheidungen oder die Schritte der Prüfung sind nicht zu lesen.",
        "Ohne sie ist nicht zu sagen, was aus der Prüfung wurde.",
    ),
    "dossier-outcome-wrong": (
        "The certificate states {stated}; by its decisions the review is {found}.",
        "Rely on the decisions alone, and ask where the others are.",
        "Die Urkunde sagt {stated}; nach ihren Entscheidungen ist die Prüfung {found}.",
        "Verlassen Sie sich nur auf die Entscheidungen und fragen Sie nach den übrigen.",
    ),
    "dossier-own-work": (
        "{file} approves the person's own work.",
        "Nobody may approve what they wrote or submitted. Ask how this was possible.",
        "{file} gibt die eigene Arbeit frei.",
        "Niemand darf freigeben, was er verfasst oder eingereicht hat. Fragen Sie, wie das möglich war.",
    ),
}
