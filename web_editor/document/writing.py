"""Texts between their source and the inline nodes of the editor document: `nodes(source(n)) == n` for every text that
an editor can make.

The source is written as plainly as it can be.  Where Markdown would not let marks begin or end (at a blank, beside
punctuation), the placeholder for nothing stands beside them.  What is written is read again before it is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from content_blocks.atoms import NOTHING, Atoms, LinkedWords, Placeholder, parse_address, parse_inline, parse_plain
from content_blocks.expressions import Expression
from content_blocks.link import Target
from content_blocks.problem import Refused, refuse
from content_blocks.text import Address
from web_editor.document.kinds import TextKind

Node = dict[str, Any]

_SPECIAL = re.compile(r"[*\\\[\]]|(?<!\w)_|_(?!\w)")
_SPECIAL_IN_ADDRESS = re.compile(r"[\\()<>&]")
_IN_ADDRESS = re.compile(r"(\{\{.*?\}\})", re.DOTALL)
_BRACES = re.compile(r"\{\{|\}\}|\{%|\{#|\{\s*[a-z]\w*(\.\w+)+\s*(\|[^{}]*)?\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A node without its form: literal words, an expression or a line break, with its marks."""

    kind: str
    content: str = ""
    strong: bool = False
    em: bool = False
    link: str | None = None

    @property
    def marks(self) -> tuple[bool, bool, str | None]:
        return self.strong, self.em, self.link


def nodes(source: str, kind: TextKind) -> list[Node]:
    """The inline nodes of a text in one language.  Raises Refused as reading the text does."""
    return [_as_node(piece) for piece in _read(source, kind)]


def source(content: Sequence[Node], kind: TextKind) -> str:
    """The source of some inline nodes that the schema allows.

    Raises Refused if there is no such text: stray braces, an address that is none, marks in a plain text.
    """
    wanted = _joined(map(_as_piece, content))
    if any(_BRACES.search(piece.content) for piece in wanted if piece.kind == "text"):
        raise refuse("", "text-stray-braces")
    for address in dict.fromkeys(piece.link for piece in wanted if piece.link is not None):
        parse_address(address)
    problems: Refused | None = None
    for write in (_plain,) if kind != "inline" else (_sparing, _careful):
        written = write(wanted)
        try:
            if _read(written, kind) == wanted:
                return written
        except Refused as refused:
            problems = refused
    raise problems or refuse("", "text-unwritable")


def same(one: Sequence[Node], other: Sequence[Node]) -> bool:
    """Whether two runs of nodes are the same text."""
    return one == other or _joined(map(_as_piece, one)) == _joined(map(_as_piece, other))


def _read(source: str, kind: TextKind) -> tuple[Piece, ...]:
    match kind:
        case "inline":
            return _joined(_pieces(parse_inline(source)))
        case "address" if source:
            Address.parse(source)
    return _joined(_pieces(parse_plain(source)))


def _pieces(atoms: Atoms) -> Iterable[Piece]:
    for atom in atoms:
        match atom:
            case Placeholder(expression, strong, emphasis, target):
                yield Piece("placeholder", expression.source, strong, emphasis, _address(target))
            case LinkedWords(run, target):
                yield Piece("text", run.text, run.strong, run.emphasis, _address(target))
            case _ if atom.atom == "break":
                yield Piece("break")
            case _:
                kind = "placeholder" if atom.atom else "text"
                yield Piece(kind, atom.atom or atom.text, atom.strong, atom.emphasis, atom.link)


def _address(target: Target | None) -> str | None:
    if target is None:
        return None
    return "".join(f"{{{{ {step.source} }}}}" if isinstance(step, Expression) else step for step in target)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same with neighbouring words of one style together; a line break has no style."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and piece.kind == "text" == last.kind and last.marks == piece.marks:
            joined[-1] = replace(last, content=last.content + piece.content)
        elif piece.kind != "text" or piece.content:
            joined.append(piece)
    return tuple(joined)


def _as_node(piece: Piece) -> Node:
    node: Node = {"type": piece.kind}
    match piece.kind:
        case "text":
            node["text"] = piece.content
        case "placeholder":
            node["attrs"] = {"expression": piece.content}
    marks: list[Node] = [{"type": "link", "attrs": {"address": piece.link}}] if piece.link is not None else []
    marks += [{"type": name} for name, on in (("strong", piece.strong), ("em", piece.em)) if on]
    return {**node, "marks": marks} if marks else node


def _as_piece(node: Node) -> Piece:
    if node["type"] == "break":
        return Piece("break")
    marks = {mark["type"]: mark.get("attrs", {}).get("address") for mark in node.get("marks", ())}
    content = node["text"] if node["type"] == "text" else node["attrs"]["expression"]
    return Piece(node["type"], content, "strong" in marks, "em" in marks, marks.get("link"))


def _plain(pieces: Sequence[Piece]) -> str:
    return "".join(_literal(piece, str, "\n") for piece in pieces)


def _sparing(pieces: Sequence[Piece]) -> str:
    return _linked(pieces, _Style(careful=False))


def _careful(pieces: Sequence[Piece]) -> str:
    return _linked(pieces, _Style(careful=True))


@dataclass(frozen=True, slots=True)
class _Style:
    """How marks are written: `careful` puts nothing beside each of them, and behind a break before a blank."""

    careful: bool

    def around(self, delimiter: str, inside: str) -> str:
        """Some source between two marks."""
        if not self.careful:
            return f"{delimiter}{inside}{delimiter}"
        first = "" if inside[:1].isalnum() else NOTHING
        last = "" if inside[-1:].isalnum() else NOTHING
        return f"{delimiter}{first}{inside}{last}{delimiter}"

    def together(self, written: Sequence[str]) -> str:
        """Stretches of source one after the other; two marks must not run into one."""
        parted = NOTHING if self.careful else ""
        return "".join(before + (parted if _touch(before, after) else "") for before, after in pairwise((*written, "")))


def _touch(before: str, after: str) -> bool:
    if before.endswith("\n"):
        return after[:1] in (" ", "\t")
    return before.endswith("*") and after.startswith("*")


def _linked(pieces: Sequence[Piece], style: _Style) -> str:
    """Links outside, other marks inside them."""
    written = []
    for stretch in _stretches(pieces, lambda piece: piece.link):
        inside = _marked(stretch, ("strong", "em"), style)
        link = stretch[0].link
        written.append(inside if link is None else f"[{inside}]({_escaped_address(link)})")
    return style.together(written)


def _marked(pieces: Sequence[Piece], marks: tuple[str, ...], style: _Style) -> str:
    """Some pieces, the mark that reaches furthest outside."""
    written: list[str] = []
    at = 0
    while at < len(pieces):
        reach = {mark: _reach(pieces, at, mark) for mark in marks}
        mark = max(marks, key=lambda name: reach[name], default="")
        if not mark or not reach[mark]:
            written.append(_literal(pieces[at], _escaped, "\\\n"))
            at += 1
            continue
        inside = _marked(pieces[at : at + reach[mark]], tuple(other for other in marks if other != mark), style)
        written.append(style.around(_DELIMITERS[mark], inside))
        at += reach[mark]
    return style.together(written)


_DELIMITERS = {"strong": "**", "em": "*"}


def _reach(pieces: Sequence[Piece], start: int, mark: str) -> int:
    """How many pieces from here have a mark; line breaks inside count, those behind them do not."""
    reach = 0
    for number, piece in enumerate(pieces[start:], start=1):
        if getattr(piece, mark):
            reach = number
        elif piece.kind != "break" or number == 1:
            break
    return reach


def _stretches(pieces: Sequence[Piece], key: Callable[[Piece], object]) -> Iterable[Sequence[Piece]]:
    start = 0
    for end in range(1, len(pieces) + 1):
        if end == len(pieces) or key(pieces[end]) != key(pieces[start]):
            yield pieces[start:end]
            start = end


def _literal(piece: Piece, escaped: Callable[[str], str], line_break: str) -> str:
    match piece.kind:
        case "text":
            return escaped(piece.content)
        case "break":
            return line_break
        case _:
            return f"{{{{ {piece.content} }}}}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _escaped_address(address: str) -> str:
    steps = _IN_ADDRESS.split(address)
    return "".join(
        step if number % 2 else _SPECIAL_IN_ADDRESS.sub(r"\\\g<0>", step) for number, step in enumerate(steps)
    )
