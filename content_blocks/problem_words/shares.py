"""Sentences for share links."""

from __future__ import annotations

SENTENCES = {
    "share-days": (
        "A link lasts from 1 to {most} days.",
        "Choose a number of days within that.",
        "Ein Link gilt 1 bis {most} Tage.",
        "Wählen Sie eine Zahl von Tagen dazwischen.",
    ),
    "share-unknown": (
        "This link leads nowhere, or nowhere any more.",
        "Ask whoever gave it to you for another one.",
        "Dieser Link führt nirgendwohin, oder nicht mehr.",
        "Bitten Sie die Person, von der Sie ihn haben, um einen anderen.",
    ),
    "share-wait": (
        "This link was opened too often within an hour.",
        "Wait {seconds} seconds.",
        "Dieser Link wurde in einer Stunde zu oft geöffnet.",
        "Warten Sie {seconds} Sekunden.",
    ),
    "share-not-there": (
        "There is no link {share} that you could take back.",
        "Look at the list of links.",
        "Einen Link {share}, den Sie zurücknehmen könnten, gibt es nicht.",
        "Sehen Sie in der Liste der Links nach.",
    ),
}
