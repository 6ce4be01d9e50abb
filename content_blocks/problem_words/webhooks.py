"""Sentences for webhooks."""

from __future__ import annotations

SENTENCES = {
    "hook-address-unfit": (
        "This is no address that events can be sent to.",
        "Use https and a host, without a login; plain http is for this very machine only.",
        "An diese Adresse lassen sich keine Ereignisse schicken.",
        "Nehmen Sie https und einen Rechnernamen, ohne Anmeldedaten; einfaches http gilt nur für diesen Rechner.",
    ),
    "hook-address-closed": (
        "“{host}” is in a network that nothing is sent to.",
        "Whoever runs the server can open a network in CCM_HOOKS_ALLOW.",
        "„{host}“ liegt in einem Netz, in das nichts geschickt wird.",
        "Wer den Server betreibt, kann ein Netz in CCM_HOOKS_ALLOW öffnen.",
    ),
    "hook-unknown-host": (
        "“{host}” is not known at the moment.",
        "Check how it is written, and the name service.",
        "„{host}“ ist derzeit nicht bekannt.",
        "Prüfen Sie die Schreibweise und den Namensdienst.",
    ),
    "hook-networks-unfit": (
        "The setting names no networks.",
        "Write them as 10.20.0.0/16, with commas between them.",
        "Die Einstellung nennt keine Netze.",
        "Schreiben Sie sie wie 10.20.0.0/16, mit Kommas dazwischen.",
    ),
    "hook-not-secure": (
        "The receiver has no certificate that can be trusted.",
        "Let the receiver use one that is valid for its name.",
        "Der Empfänger hat kein vertrauenswürdiges Zertifikat.",
        "Der Empfänger braucht eines, das für seinen Namen gilt.",
    ),
    "hook-too-slow": (
        "The receiver did not answer in time.",
        "Let it answer first and work afterwards.",
        "Der Empfänger hat nicht rechtzeitig geantwortet.",
        "Er soll zuerst antworten und danach arbeiten.",
    ),
    "hook-unreachable": (
        "The receiver could not be reached.",
        "Look whether it runs and can be reached from the server.",
        "Der Empfänger war nicht erreichbar.",
        "Sehen Sie nach, ob er läuft und vom Server aus zu erreichen ist.",
    ),
    "hook-answer-unclear": (
        "The receiver did not answer in HTTP.",
        "Look at what is listening there.",
        "Der Empfänger hat nicht in HTTP geantwortet.",
        "Sehen Sie nach, was dort lauscht.",
    ),
    "hook-events-unknown": (
        "Events are some of: {expected}.",
        "Choose at least one of them.",
        "Ereignisse sind einige von: {expected}.",
        "Wählen Sie mindestens eines davon.",
    ),
    "hook-unknown": (
        "There is no webhook {webhook}, or it has ended.",
        "Look at the list of webhooks.",
        "Einen Webhook {webhook} gibt es nicht, oder er ist beendet.",
        "Sehen Sie in der Liste der Webhooks nach.",
    ),
    "hooks-enough": (
        "There are {most} webhooks already.",
        "End one that nobody needs.",
        "Es gibt schon {most} Webhooks.",
        "Beenden Sie einen, den niemand braucht.",
    ),
    "hook-key-of-another": (
        "The key in {file} is not the one that this webhook's secrets come from.",
        "Copy the file from the server that made the webhook, or end it and make it anew.",
        "Der Schlüssel in {file} ist nicht der, aus dem die Geheimnisse dieses Webhooks stammen.",
        "Kopieren Sie die Datei vom Server, der den Webhook angelegt hat, oder beenden Sie ihn und legen ihn neu an.",
    ),
}
