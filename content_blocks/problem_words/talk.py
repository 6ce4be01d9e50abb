"""Sentences for comments, for guests and for those who invite them."""

from __future__ import annotations

SENTENCES = {
    "role-missing-any": (
        "This is for people with a role in this organisation.",
        "Ask an administrator for one.",
        "Das ist für Personen mit einer Rolle in dieser Organisation.",
        "Bitten Sie jemanden aus der Verwaltung um eine.",
    ),
    "words-unwritable": (
        "There are characters in it that are no text.",
        "Type it, or copy it as plain text; line breaks are fine.",
        "Darin stehen Zeichen, die kein Text sind.",
        "Tippen Sie es, oder kopieren Sie es als reinen Text; Zeilenumbrüche sind erlaubt.",
    ),
    "spot-unknown": (
        "There is no text here in block “{block}”, field “{field}”.",
        "Look the block and the field up in the file; a text in several languages needs one of them.",
        "Im Baustein „{block}“, Feld „{field}“, steht hier kein Text.",
        "Sehen Sie Baustein und Feld in der Datei nach; ein Text in mehreren Sprachen braucht eine davon.",
    ),
    "spot-other-words": (
        "Block “{block}” does not have these words in its field “{field}”.",
        "Take words as they are in the file, placeholders included.",
        "Der Baustein „{block}“ hat in seinem Feld „{field}“ nicht diese Worte.",
        "Nehmen Sie Worte, wie sie in der Datei stehen, samt Platzhaltern.",
    ),
    "guest-name": (
        "A guest needs a name of at most {most} characters in one line.",
        "Write who it is, such as “Zoë Ångström, auditors”.",
        "Ein Gast braucht einen Namen von höchstens {most} Zeichen in einer Zeile.",
        "Schreiben Sie, wer es ist, etwa „Zoë Ångström, Wirtschaftsprüfung“.",
    ),
    "invitation-days": (
        "An invitation lasts from 1 to {most} days.",
        "Choose a number of days within that; somebody can be invited again.",
        "Eine Einladung gilt 1 bis {most} Tage.",
        "Wählen Sie eine Zahl von Tagen dazwischen; man kann wieder einladen.",
    ),
    "invitation-unknown": (
        "There is no invitation {invitation} that could be taken back.",
        "Look at the list of invitations.",
        "Eine Einladung {invitation}, die man zurücknehmen könnte, gibt es nicht.",
        "Sehen Sie in der Liste der Einladungen nach.",
    ),
    "invitation-of-others": (
        "Somebody else has made this invitation.",
        "Ask them, or an administrator.",
        "Diese Einladung hat jemand anderes ausgesprochen.",
        "Fragen Sie die Person, oder jemanden aus der Verwaltung.",
    ),
    "opinion-stance": (
        "An opinion is one of: {expected}.",
        "Choose one of them.",
        "Eine Stellungnahme ist eines von: {expected}.",
        "Wählen Sie eines davon.",
    ),
    "opinions-enough": (
        "By this link {most} opinions were given, and no more are taken.",
        "Ask whoever invited you for a new one.",
        "Über diesen Link wurden {most} Stellungnahmen abgegeben; mehr werden nicht angenommen.",
        "Bitten Sie die Person, die Sie eingeladen hat, um einen neuen.",
    ),
}
