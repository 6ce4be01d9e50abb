"""Runs of text as HTML: escaped, and marked up only where the run itself says so."""

from __future__ import annotations

import re

from content_blocks.parts import Run, Runs, signed
from renderers.email.tokens import Slots, escaped

TOGETHER = "white-space:nowrap"
TURNING = re.compile("[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]")


def runs_html(runs: Runs, slots: Slots, link_style: str, where: str) -> str:
    """Runs as inline HTML.  Page atoms have no words in a mail."""
    return "".join([_run(run, slots, link_style, where) for run in runs])


def _run(run: Run, slots: Slots, link_style: str, where: str) -> str:
    if run.atom:
        return "<br>" if run.atom == "break" else ""
    before, sign, after = signed(run)
    words = (
        f'{escaped(before)}<span style="{TOGETHER}">{escaped(sign)}</span>{escaped(after)}' if sign else escaped(before)
    )
    if run.filled and not run.text.isascii() and TURNING.search(run.text):
        words = f"<bdi>{words}</bdi>"
    if run.strong:
        words = f"<strong>{words}</strong>"
    if run.emphasis:
        words = f"<em>{words}</em>"
    if run.link is not None:
        words = f'<a href="{slots.href(run.link, where)}" style="{link_style}">{words}</a>'
    return words
