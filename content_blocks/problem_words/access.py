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
}
