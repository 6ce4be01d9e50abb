"""A channel's short text: what a text message or a push message says of a document.

The template's message line where it has one, otherwise the pieces of the body in the form the channel gives them.
Either way every piece mandatory on the channel is in it, in order and unshortened.  The text is made from runs, so
that every character can be traced to its piece.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Literal, NamedTuple

from content_blocks.document import ChannelName, Document, Form, Piece, RegionName
from content_blocks.parts import Run, Runs, plain, words
from content_blocks.problem import Problem
from renderers.downgrade import Spelling, as_written
from renderers.rendition import LeftOut, Mark
from renderers.short_parts import Line, lines_of, rows_left_out

Reason = Literal["absent", "message-line", "outside-body", "no-short-form", "rows", "shortened", "no-room"]
"""Why a short text leaves something out: the block's form says so; the template's message line speaks for it; it
stands in a letter's margins; it has no words here; only its first rows are carried; or the display is full."""

LINE_NAMES: dict[ChannelName, str] = {"sms": "messages.sms", "push": "messages.push_body"}
"""How a channel's message line is named in a place where pieces are; no block's id has a dot."""


class Passage(NamedTuple):
    """What one piece, or the message line (`piece` empty), contributes: a line or several.

    `locked` wording belongs to compliance; neither that nor a mandatory passage is ever cut.  `rows_cut` tells that
    the piece has more table rows than are shown.
    """

    lines: tuple[Line, ...]
    piece: str = ""
    locked: bool = False
    mandatory: bool = False
    rows_cut: bool = False


class Plan(NamedTuple):
    """What a channel carries of a document, in order, what it leaves out, and what it cannot say although it must."""

    passages: tuple[Passage, ...]
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...]


class ShortText(NamedTuple):
    """The text in NFC, one line feed between passages, and the character span of each piece and table row."""

    text: str
    marks: tuple[Mark, ...]

    def moved(self, by: int) -> tuple[Mark, ...]:
        """The marks where so many characters stand before the text."""
        return tuple(replace(mark, span=(mark.span[0] + by, mark.span[1] + by)) for mark in self.marks if mark.span)


def plan(document: Document, channel: ChannelName, message_line: Runs) -> Plan:
    """Choose what `channel` says.  Problems: `short-form-missing`, `message-empty`."""
    opening = _sentence(message_line)
    found = [_carry(region, piece, channel, bool(opening)) for region, piece in document.pieces()]
    passages = opening + tuple(one for one in found if isinstance(one, Passage))
    left_out = [one for one in found if isinstance(one, LeftOut)]
    left_out += [LeftOut(one.piece, "rows") for one in passages if one.rows_cut]
    problems = [one for one in found if isinstance(one, Problem)]
    if not passages and not problems:
        problems = [Problem(channel, "message-empty", {"channel": channel})]
    proof = _sentence(words(document.proof), mandatory=True)
    return Plan(proof + passages, tuple(left_out), tuple(problems))


def write(passages: Iterable[Passage], spelling: Spelling = as_written) -> ShortText:
    """The passages as one text, each on a line of its own."""
    texts: list[str] = []
    marks: list[Mark] = []
    position = 0
    for passage in passages:
        begin = position
        for line in passage.lines:
            texts.append(spelled(line.runs, passage.locked, spelling))
            end = position + len(texts[-1])
            if line.row is not None:
                marks.append(Mark(passage.piece, row=line.row, span=(position, end)))
            position = end + 1
        if passage.piece:
            marks.append(Mark(passage.piece, span=(begin, position - 1)))
    return ShortText("\n".join(texts), tuple(marks))


def spelled(runs: Runs, locked: bool, spelling: Spelling = as_written) -> str:
    """Some runs as text in NFC, line ends as line feeds, each link followed by its address."""
    if any(run.link for run in runs):
        text = "".join([stretch.text for stretch in stretches(runs, locked, spelling)])
    else:
        text = "".join([_spelled_run(run, locked, spelling) for run in runs])
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


class Stretch(NamedTuple):
    """Text that may be cut anywhere or, if `whole`, nowhere: half an amount or half an address would mislead."""

    text: str
    whole: bool


def stretches(runs: Runs, locked: bool, spelling: Spelling = as_written) -> Iterator[Stretch]:
    """The stretches of some runs; the runs of one link stay together with their address."""
    label = ""
    for run, after in zip_longest(runs, runs[1:]):
        text = _spelled_run(run, locked, spelling)
        if run.link is None:
            yield Stretch(text, run.filled is not None)
        elif after and after.link == run.link:
            label += text
        else:
            yield Stretch(_link(label + text, run.link), True)
            label = ""


def _spelled_run(run: Run, locked: bool, spelling: Spelling) -> str:
    if not run.atom:
        return spelling(run, locked)
    return "\n" if run.atom == "break" else ""  # a message has no page numbers


def _link(label: str, address: str) -> str:
    """The words of a link and its address behind them, or once only where they are the same but for the scheme."""
    bare = address.removeprefix("mailto:").removeprefix("tel:").removeprefix("https://").removesuffix("/")
    if label.strip().removesuffix("/") in (bare, address.removesuffix("/")):
        return label
    return f"{label} ({address})" if label.strip() else address


def _sentence(runs: Runs, mandatory: bool = False) -> tuple[Passage, ...]:
    """A text that belongs to no piece, if it says anything."""
    return (Passage((Line(runs),), mandatory=mandatory),) if plain(runs).strip() else ()


def _carry(region: RegionName, piece: Piece, channel: ChannelName, has_line: bool) -> Passage | LeftOut | Problem:
    """What becomes of a piece."""
    if channel not in piece.mandatory and (reason := _reason_to_leave_out(region, piece, channel, has_line)):
        return LeftOut(piece.id, reason)
    passage = passage_of(piece, channel, has_line)
    if any(plain(line.runs).strip() for line in passage.lines):
        return passage
    if passage.mandatory:
        return Problem(f"{channel} {piece.id}", "short-form-missing", {"piece": piece.id, "channel": channel})
    return LeftOut(piece.id, "no-short-form")


def passage_of(piece: Piece, channel: ChannelName, has_line: bool) -> Passage:
    """The words of a piece on a channel; after a message line the short form comes before any other."""
    form = Form("short") if has_line and piece.short else piece.form(channel)
    mandatory = channel in piece.mandatory
    return Passage(tuple(_lines(piece, form)), piece.id, piece.locked, mandatory, _cuts_rows(piece, form))


def _reason_to_leave_out(region: RegionName, piece: Piece, channel: ChannelName, has_line: bool) -> Reason | None:
    if has_line:
        return "message-line"
    if region != "body":
        return "outside-body"
    return "absent" if piece.form(channel).kind == "absent" else None


def _lines(piece: Piece, form: Form) -> Iterator[Line]:
    """The words of a piece in a form; a mandatory piece is never absent and says its short sentence."""
    if form.kind in ("short", "absent"):
        yield Line(piece.short)
        return
    for part in piece.parts:
        yield from lines_of(part, form.rows if form.kind == "rows" else None)
    if form.more and _cuts_rows(piece, form):
        yield Line(form.more)


def _cuts_rows(piece: Piece, form: Form) -> bool:
    return form.kind == "rows" and rows_left_out(piece.parts, form.rows)
