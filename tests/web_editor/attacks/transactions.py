"""Transactions that a script in the page sends through the editor's own view, and states put into it."""

from __future__ import annotations

from tests.web_editor.attacks.scripts import read

SENT = read("transactions.js")
