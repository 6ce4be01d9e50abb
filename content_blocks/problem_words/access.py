"""Sentences for signing in, sessions, API keys, and what somebody may do."""

from __future__ import annotations

SENTENCES = {
    "sign-in-wrong": (
        "Sign-in name and password do not go together.",
        "Check both and try again; an administrator can set a new password.",
        "Anmeldename und Kennwort passen nicht zusammen.",
        "Prüfen Sie beides und versuchen Sie es wieder; die Administration kann ein neues Kennwort setzen.",
    ),
    "sign-in-wait": (
        "There were too many failed attempts.",
        "Try again in {seconds} seconds.",
        "Es gab zu viele Fehlversuche.",
        "Versuchen Sie es in {seconds} Sekunden wieder.",
    ),
    "session-over": (
        "You are not signed in, or no longer.",
        "Sign in again.",
        "Sie sind nicht oder nicht mehr angemeldet.",
        "Melden Sie sich wieder an.",
    ),
    "key-scope-missing": (
        "This API key was not made for “{scope}”.",
        "Make a key with that scope, or do it yourself.",
        "Dieser API-Schlüssel ist nicht für „{scope}“ gemacht.",
        "Legen Sie einen Schlüssel mit diesem Bereich an, oder tun Sie es selbst.",
    ),
    "person-needed": (
        "An API key cannot do this.",
        "It takes a person: sign in yourself.",
        "Ein API-Schlüssel kann das nicht.",
        "Dazu braucht es einen Menschen: Melden Sie sich selbst an.",
    ),
    "key-unknown": (
        "There is no such API key here.",
        "Check that it was copied whole, and that it is one of this organisation.",
        "Diesen API-Schlüssel gibt es hier nicht.",
        "Prüfen Sie, ob er ganz kopiert wurde und zu dieser Organisation gehört.",
    ),
    "key-over": (
        "This API key has expired or was called back.",
        "Make another one.",
        "Dieser API-Schlüssel ist abgelaufen oder wurde zurückgerufen.",
        "Legen Sie einen anderen an.",
    ),
    "key-not-there": (
        "There is no API key {prefix} that could be called back.",
        "Look at the list of keys.",
        "Es gibt keinen API-Schlüssel {prefix}, der sich zurückrufen ließe.",
        "Sehen Sie in der Liste der Schlüssel nach.",
    ),
    "key-name": (
        "An API key needs a name of at most {most} characters.",
        "Name the program that is going to use it.",
        "Ein API-Schlüssel braucht einen Namen von höchstens {most} Zeichen.",
        "Nennen Sie das Programm, das ihn verwenden wird.",
    ),
    "key-scopes": (
        "It is not clear what the API key is good for.",
        "Choose one or more of: {expected}.",
        "Es ist nicht klar, wofür der API-Schlüssel gut ist.",
        "Wählen Sie einen oder mehrere Bereiche von: {expected}.",
    ),
    "key-days": (
        "An API key lasts from 1 to {most} days.",
        "Choose a number of days; make another key before this one expires.",
        "Ein API-Schlüssel gilt 1 bis {most} Tage.",
        "Wählen Sie eine Zahl von Tagen; legen Sie rechtzeitig einen neuen an.",
    ),
    "identity-form": (
        "This cannot be the name of an account at a sign-in provider.",
        "Copy it exactly as the provider shows it; it has at most {most} characters.",
        "So kann kein Konto bei einem Anmeldeanbieter heißen.",
        "Übernehmen Sie es genau so, wie der Anbieter es zeigt; es hat höchstens {most} Zeichen.",
    ),
    "identity-linked": (
        "This account signs in somebody already.",
        "Unlink it there first.",
        "Dieses Konto meldet schon jemanden an.",
        "Lösen Sie zuerst diese Verknüpfung.",
    ),
    "identity-unknown": (
        "There is no linked account under the number {number}.",
        "Look at the list of linked accounts.",
        "Unter der Nummer {number} ist kein Konto verknüpft.",
        "Sehen Sie in der Liste der verknüpften Konten nach.",
    ),
    "identity-not-linked": (
        "Nobody here belongs to this account.",
        "Ask your administrator to link it to you.",
        "Zu diesem Konto gehört hier niemand.",
        "Bitten Sie Ihre Administration, es mit Ihnen zu verknüpfen.",
    ),
    "action-unknown": (
        "There is no action {action}.",
        "Choose one of: {expected}.",
        "Eine Handlung {action} gibt es nicht.",
        "Wählen Sie eine von: {expected}.",
    ),
    "action-thing": (
        "{action} is nothing that is done to {thing}.",
        "Write {expected}.",
        "{action} ist nichts, was man mit {thing} tut.",
        "Schreiben Sie {expected}.",
    ),
}
