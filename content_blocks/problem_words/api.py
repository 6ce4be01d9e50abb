"""Sentences for requests over HTTP."""

from __future__ import annotations

SENTENCES = {
    "not-there": (
        "There is nothing here, or nothing that you may see.",
        "Check the address and your roles.",
        "Hier ist nichts, oder nichts, was Sie sehen dürfen.",
        "Prüfen Sie die Adresse und Ihre Rollen.",
    ),
    "session-missing": (
        "Nobody is signed in.",
        "Sign in at /api/v1/session, or send an API key as “Authorization: Bearer …”.",
        "Niemand ist angemeldet.",
        "Melden Sie sich unter /api/v1/session an, oder schicken Sie einen API-Schlüssel als "
        "„Authorization: Bearer …“.",
    ),
    "form-token-missing": (
        "The request does not come from a page of this session.",
        "Send the session's form_token in the header X-CSRF-Token.",
        "Die Anfrage kommt nicht von einer Seite dieser Sitzung.",
        "Schicken Sie das form_token der Sitzung im Kopf X-CSRF-Token mit.",
    ),
    "request-form": (
        "The request is not of the form that the API describes ({kind}).",
        "Compare it with /api/v1/openapi.json.",
        "Die Anfrage hat nicht die Form, die die API beschreibt ({kind}).",
        "Vergleichen Sie sie mit /api/v1/openapi.json.",
    ),
    "request-part-missing": (
        "This has to be there.",
        "Compare the request with /api/v1/openapi.json.",
        "Das muss angegeben sein.",
        "Vergleichen Sie die Anfrage mit /api/v1/openapi.json.",
    ),
    "request-part-unknown": (
        "There is nothing of that name here.",
        "Leave it out, or look in /api/v1/openapi.json for what it is called.",
        "Etwas dieses Namens gibt es hier nicht.",
        "Lassen Sie es weg, oder sehen Sie in /api/v1/openapi.json nach, wie es heißt.",
    ),
    "request-choice": (
        "This may only be one of {expected}.",
        "Choose one of these.",
        "Erlaubt ist hier nur eines von {expected}.",
        "Wählen Sie eines davon.",
    ),
    "request-most": (
        "This is longer or greater than {limit}.",
        "Stay within what /api/v1/openapi.json says.",
        "Das ist länger oder größer als {limit}.",
        "Bleiben Sie in den Grenzen, die /api/v1/openapi.json nennt.",
    ),
    "request-least": (
        "This is shorter or smaller than {limit}.",
        "Stay within what /api/v1/openapi.json says.",
        "Das ist kürzer oder kleiner als {limit}.",
        "Bleiben Sie in den Grenzen, die /api/v1/openapi.json nennt.",
    ),
    "request-too-large": (
        "The request is larger than {megabytes} MB.",
        "Send less at once; batches read files.",
        "Die Anfrage ist größer als {megabytes} MB.",
        "Schicken Sie weniger auf einmal; Stapelläufe lesen Dateien.",
    ),
    "method-not-allowed": (
        "This cannot be done here.",
        "Compare the method with /api/v1/openapi.json.",
        "Das geht hier nicht.",
        "Vergleichen Sie die Methode mit /api/v1/openapi.json.",
    ),
    "if-match-missing": (
        "The request does not say what it changes.",
        "Send the ETag you have seen as If-Match, or “If-None-Match: *” for something new.",
        "Die Anfrage sagt nicht, was sie ändert.",
        "Schicken Sie das gesehene ETag als If-Match, oder „If-None-Match: *“ für etwas Neues.",
    ),
    "cursor-unknown": (
        "This is no cursor of a list.",
        "Take the “next” of the page before, as it is.",
        "Das ist kein Zeiger in eine Liste.",
        "Nehmen Sie das „next“ der vorigen Seite, wie es ist.",
    ),
    "record-or-persona": (
        "A proof needs either a record or a persona.",
        "Send one of the two.",
        "Ein Abzug braucht entweder einen Datensatz oder eine Persona.",
        "Schicken Sie eines von beiden.",
    ),
    "batch-unknown": (
        "There is no such batch.",
        "Look at the list of batches.",
        "Diesen Stapellauf gibt es nicht.",
        "Sehen Sie in der Liste der Stapelläufe nach.",
    ),
    "batch-without-data": (
        "The data of this batch did not arrive whole.",
        "Order it again.",
        "Die Daten dieses Stapellaufs kamen nicht vollständig an.",
        "Bestellen Sie ihn noch einmal.",
    ),
    "data-kind": (
        "Data of this kind cannot be read.",
        "Send one of: {expected}.",
        "Daten dieser Art lassen sich nicht lesen.",
        "Schicken Sie eines von: {expected}.",
    ),
    "role-missing-at-all": (
        "You have no role yet.",
        "An administrator can give you one.",
        "Sie haben noch keine Rolle.",
        "Ein Administrator kann Ihnen eine geben.",
    ),
    "idempotency-key-form": (
        "This is no key to be remembered by.",
        "Take 8 to 128 letters, digits and signs, such as a UUID.",
        "Das ist kein Schlüssel, den man sich merken kann.",
        "Nehmen Sie 8 bis 128 Buchstaben, Ziffern und Zeichen, etwa eine UUID.",
    ),
    "idempotency-key-differs": (
        "This key was sent before, with something else.",
        "Take a new key for every request that is not a repetition.",
        "Dieser Schlüssel kam schon einmal, mit etwas anderem.",
        "Nehmen Sie für jede Anfrage, die keine Wiederholung ist, einen neuen Schlüssel.",
    ),
    "answer-under-way": (
        "The request with this key is still being worked on, or was cut off.",
        "Try again in a moment; look whether it was done if that does not help.",
        "An der Anfrage mit diesem Schlüssel wird noch gearbeitet, oder sie brach ab.",
        "Versuchen Sie es gleich noch einmal; hilft das nicht, sehen Sie nach, ob sie ausgeführt wurde.",
    ),
    "answer-shown-once": (
        "This was done before, and what it answered is shown only once.",
        "End the API key that was made, and make another one.",
        "Das wurde schon getan, und die Antwort wird nur einmal gezeigt.",
        "Beenden Sie den API-Schlüssel, der dabei entstand, und machen Sie einen neuen.",
    ),
    "provider-file-unfit": (
        "The file {file} does not describe a provider.",
        "It needs issuer, client_id and redirect_uri, as JSON.",
        "Die Datei {file} beschreibt keinen Anbieter.",
        "Sie braucht issuer, client_id und redirect_uri, als JSON.",
    ),
    "press-busy": (
        "Too many messages are waiting to be rendered.",
        "Try again in a moment, or use a batch.",
        "Zu viele Nachrichten warten darauf, gerendert zu werden.",
        "Versuchen Sie es gleich noch einmal, oder nehmen Sie einen Stapellauf.",
    ),
    "preview-replaced": (
        "A newer preview was asked for before this one was begun.",
        "Take the answer of the newer one; whoever asks for several at once gives each a turn of its own.",
        "Eine neuere Vorschau wurde verlangt, bevor diese begonnen war.",
        "Nehmen Sie die Antwort der neueren; wer mehrere zugleich verlangt, gibt jeder einen eigenen Zug.",
    ),
    "database-away": (
        "The database cannot be reached just now.",
        "Send the request again later; if it stays so, whoever runs the server checks the database.",
        "Die Datenbank ist gerade nicht zu erreichen.",
        "Schicken Sie die Anfrage später noch einmal; bleibt es dabei, prüft der Betreiber die Datenbank.",
    ),
    "own-fault-here": (
        "The program has made a mistake.",
        "Give the request id to whoever runs this server: the place is in its log.",
        "Das Programm hat einen Fehler gemacht.",
        "Nennen Sie dem Betreiber die Kennung der Anfrage: Die Stelle steht in seinem Protokoll.",
    ),
}
