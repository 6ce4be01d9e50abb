"""Sentences for settings of logs and metrics."""

from __future__ import annotations

SENTENCES = {
    "log-form-unknown": (
        "“{form}” is no form of the log.",
        "Say json, or text, which is the usual one.",
        "„{form}“ ist keine Form des Protokolls.",
        "Sagen Sie json, oder text, die übliche.",
    ),
    "metrics-address-unfit": (
        "This is no address to listen on for metrics.",
        "Write it as 127.0.0.1:9464, or [::1]:9464: an IP address and a port.",
        "Auf dieser Adresse lassen sich keine Messwerte anbieten.",
        "Schreiben Sie sie wie 127.0.0.1:9464 oder [::1]:9464: eine IP-Adresse und ein Port.",
    ),
    "metrics-address-taken": (
        "This address for metrics cannot be listened on: {reason}.",
        "Choose another port, or an address of this machine.",
        "Auf dieser Adresse für Messwerte kann nicht gelauscht werden: {reason}.",
        "Nehmen Sie einen anderen Port oder eine Adresse dieses Rechners.",
    ),
    "metrics-token-missing": (
        "Metrics that other machines can reach need a token.",
        "Set CCM_METRICS_TOKEN to at least {least} characters, or listen on 127.0.0.1.",
        "Messwerte, die andere Rechner erreichen, brauchen ein Token.",
        "Setzen Sie CCM_METRICS_TOKEN auf mindestens {least} Zeichen, oder lauschen Sie auf 127.0.0.1.",
    ),
}
