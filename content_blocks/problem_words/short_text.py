"""Sentences for what text messages and push messages have in common."""

from __future__ import annotations

SENTENCES = {
    "short-form-missing": (
        "The block “{piece}” must be in every message on the channel {channel}, but has no short form.",
        "Ask the owner of the block to write and approve a short sentence for it.",
        "Der Baustein „{piece}“ muss in jede Nachricht auf dem Kanal {channel}, hat aber keine Kurzform.",
        "Bitten Sie die Verantwortlichen des Bausteins, einen kurzen Satz dafür zu schreiben und freizugeben.",
    ),
    "message-empty": (
        "There is nothing to say on the channel {channel}.",
        "Write a message line for it, or give a block a short form.",
        "Auf dem Kanal {channel} gibt es nichts zu sagen.",
        "Schreiben Sie eine Nachrichtenzeile dafür, oder geben Sie einem Baustein eine Kurzform.",
    ),
    "character-not-sendable": (
        "The character {code_point} cannot be sent: it is invisible and changes how the message is read.",
        "Remove it from the text or from the data.",
        "Das Zeichen {code_point} ist nicht versendbar: Es ist unsichtbar und ändert, wie die Nachricht gelesen wird.",
        "Entfernen Sie es aus dem Text oder aus den Daten.",
    ),
    "piece-missing": (
        "“{piece}” is not in the finished {channel} output, or not in full.",
        "Do not send this message. Check the block's form on this channel and its place in the template.",
        "„{piece}“ steht nicht oder nicht vollständig in der fertigen Ausgabe für {channel}.",
        "Diese Nachricht nicht senden. Prüfen Sie die Form des Bausteins auf diesem Kanal und seinen Ort im Template.",
    ),
    "recipient-differs": (
        "The finished {channel} message is addressed to somebody else than the document.",
        "Do not send this message. Render it again from the recipient's record.",
        "Die fertige Nachricht für {channel} ist an jemand anderen gerichtet als das Dokument.",
        "Diese Nachricht nicht senden. Erzeugen Sie sie neu aus dem Datensatz.",
    ),
}
