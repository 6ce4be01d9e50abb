"""The readable files: a small subset of YAML 1.2 that every loader reads alike.

No anchors, tags, duplicate or empty keys; scalars are strings, integers and booleans.  Texts are read in NFC, as they
are hashed: two spellings of an accent that have one hash must print the same bytes.  A plain scalar that another
loader would read as a number, date or yes/no (YAML 1.1) has to be quoted, so that `no`, `1.10` and `2026-01-01` never
change their type on the way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.scalarstring import LiteralScalarString, SingleQuotedScalarString

from content_blocks.problem import Problem, Refused, refuse
from content_blocks.yaml_syntax import slip

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain]"
Path: TypeAlias = tuple[str | int, ...]

AMBIGUOUS = re.compile(
    r"[-+]?[\d.][\d_.,:eE+-]*"  # numbers in any notation, times, dates
    r"|\d{4}-\d{1,2}-\d{1,2}.*"
    r"|[-+]?\.(inf|nan)"
    r"|0[xo][0-9a-f]+"
    r"|~|null|y|n|yes|no|on|off|<<|=",
    re.IGNORECASE,
)
INTEGER = re.compile(r"0|-?[1-9]\d{0,17}")
DEEPEST = 40
MOST_OPEN = 200
FLOW_WIDTH = 100
FLOW_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Source:
    """A file's content as plain data and the line each place starts on (from 1)."""

    content: dict[str, Plain]
    lines: Mapping[Path, int] = field(default_factory=dict)
    ids: Mapping[Path, str] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """The line of a place, or of the nearest place around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def line_of(self, steps: Sequence[str]) -> int:
        """The line of a place given as in a problem, `body.total.text.de`: keys, and ids in place of list numbers."""
        path: Path = ()
        for step in steps:
            path = self._below(path, step) or path
        return self.line(path)

    def _below(self, path: Path, step: str) -> Path | None:
        if (*path, step) in self.lines:
            return (*path, step)
        if step.isdigit() and (*path, int(step)) in self.lines:
            return (*path, int(step))
        return next(
            (place[:-1] for place, name in self.ids.items() if name == step and place[: len(path)] == path), None
        )


def read_yaml(text: str) -> Source:
    """The content of a file; raises Refused with every line that is outside the subset."""
    text = text.removeprefix("\ufeff")
    _refuse_endless_nesting(text)
    try:
        root = YAML(typ="rt", pure=True).compose(StringIO(text))
    except (YAMLError, RecursionError) as error:
        line, code = slip(text, error)
        raise refuse(f"line {line}", code) from None
    reader = _Reader(text)
    content = reader.read(root, ()) if root is not None else {}
    if not isinstance(content, dict):
        reader.refuse(root, "yaml-not-a-mapping")
    if reader.problems or not isinstance(content, dict):
        raise Refused(reader.problems)
    return Source(content, reader.lines, reader.ids)


def in_file(problem: Problem, file: str) -> Problem:
    """A problem of a line as one of a file, in the form that editors open: `templates/letter.yaml:12`."""
    return replace(problem, where=f"{file}:{problem.where.removeprefix('line ')}")


def _refuse_endless_nesting(text: str) -> None:
    """The parser's time grows with the square of the brackets that are open."""
    still_open = 0
    for bracket in re.finditer(r"[\[{\]}]", text):
        still_open += 1 if bracket[0] in "[{" else -1
        if still_open > MOST_OPEN:
            raise refuse(f"line {text.count(chr(10), 0, bracket.start()) + 1}", "yaml-too-deep")


def write_yaml(content: Mapping[str, Plain]) -> str:
    """The canonical layout: keys in the order given, small mappings and lists of scalars on one line
    (`{de: Datum, en: Date}`), texts of several lines as literal blocks, long lines never folded."""
    yaml = YAML()
    yaml.width = 100_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump({_scalar(key): _laid_out(value) for key, value in content.items()}, stream)
    return stream.getvalue()


class _Reader:
    """Walks the nodes of one file, collecting problems and lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self.lines: dict[Path, int] = {}
        self.ids: dict[Path, str] = {}

    def read(self, node: Node, path: Path) -> Plain:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if node.anchor or len(path) > DEEPEST:
            self.refuse(node, "yaml-anchor" if node.anchor else "yaml-too-deep")
            return ""
        if self.tagged(node):
            self.refuse(node, "yaml-tag")
            return ""
        match node:
            case MappingNode():
                return dict(self.entries(node, path))
            case SequenceNode():
                return [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
            case ScalarNode():
                return self.scalar(node)
        return ""

    def entries(self, node: MappingNode, path: Path) -> Iterator[tuple[str, Plain]]:
        seen: set[str] = set()
        for key, value in node.value:
            name = unicodedata.normalize("NFC", key.value) if isinstance(key, ScalarNode) else ""
            if code := self.key_fault(key, name, seen):
                self.refuse(key, code)
            if code == "yaml-placeholder":
                return
            seen.add(name)
            self.lines[(*path, name)] = key.start_mark.line + 1
            if name == "id":
                self.ids[(*path, name)] = str(value.value)
            if isinstance(value, ScalarNode) and value.value == "" and value.style is None:
                self.refuse(key, "yaml-empty")  # there is no value that could say where it is
                continue
            yield name, self.read(value, (*path, name))

    def key_fault(self, key: Node, name: str, seen: set[str]) -> str | None:
        """The code of what is wrong with a key, if anything."""
        plain = isinstance(key, ScalarNode) and key.style is None
        if not name:
            braces = self.text.endswith("{", 0, key.start_mark.index) and isinstance(key, MappingNode)
            return "yaml-placeholder" if braces else "yaml-key"
        if self.tagged(key) or (name == "<<" and plain):
            return "yaml-tag"
        if name in seen:
            return "yaml-duplicate-key"
        return "yaml-quote" if plain and AMBIGUOUS.fullmatch(name) else None

    def tagged(self, node: Node) -> bool:
        """Whether a node begins with a tag; once resolved, `!!str 5` looks like `5`."""
        return self.text.startswith("!", node.start_mark.index)

    def scalar(self, node: ScalarNode) -> Plain:
        text = unicodedata.normalize("NFC", node.value)
        if node.style is not None:
            return text
        if text in ("true", "false"):
            return text == "true"
        if INTEGER.fullmatch(text):
            return int(text)
        if not text:
            self.refuse(node, "yaml-empty")
        elif AMBIGUOUS.fullmatch(text):
            self.refuse(node, "yaml-quote")
        return text

    def refuse(self, node: Node, code: str) -> None:
        self.problems.append(Problem(f"line {node.start_mark.line + 1}", code))


def _laid_out(content: object) -> object:
    """The same content with the style of each node chosen."""
    laid_out: CommentedMap | CommentedSeq
    match content:
        case Mapping():
            laid_out = CommentedMap({_scalar(key): _laid_out(value) for key, value in content.items()})
        case list() | tuple():
            laid_out = CommentedSeq([_laid_out(item) for item in content])
        case _:
            return _scalar(content)
    if _depth(content) <= FLOW_DEPTH and _width(content) <= FLOW_WIDTH:
        laid_out.fa.set_flow_style()
    return laid_out


def _depth(content: object) -> int:
    """How deep mappings are nested, 0 for a scalar; a list of anything but scalars, and a text of several lines, never
    fit on one line."""
    match content:
        case Mapping():
            return 1 + max(map(_depth, content.values()), default=0)
        case list() | tuple():
            return 1 if not any(map(_depth, content)) else FLOW_DEPTH + 1
        case str() if "\n" in content:
            return FLOW_DEPTH
    return 0


def _width(content: object) -> int:
    """About how many columns a node takes on one line."""
    match content:
        case Mapping():
            return sum(len(str(key)) + 4 + _width(value) for key, value in content.items())
        case list() | tuple():
            return sum(2 + _width(item) for item in content)
    return len(str(content))


def _scalar(content: object) -> object:
    match content:
        case str() if "\n" in content:
            return LiteralScalarString(content)
        case str() if AMBIGUOUS.fullmatch(content) or content.startswith(
            ("?", ":")
        ):  # a key, or its end, to some readers of [?a] and {:a: b}
            return SingleQuotedScalarString(content)
    return content
