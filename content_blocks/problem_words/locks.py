"""Sentences for changes that a lock or a role does not allow."""

from __future__ import annotations

SENTENCES = {
    "locked": (
        "This is locked; the change is of the kind: {operation}.",
        "Undo the change, or ask the owner of the wording for it.",
        "Das ist gesperrt; die Änderung ist von der Art: {operation}.",
        "Nehmen Sie die Änderung zurück oder bitten Sie den Eigentümer des Textes darum.",
    ),
    "not-your-right": (
        "Your role does not include changes of the kind: {operation}.",
        "Ask somebody who may make them.",
        "Ihre Rolle umfasst keine Änderungen der Art: {operation}.",
        "Bitten Sie jemanden, der sie vornehmen darf.",
    ),
}
