"""Our own source, read as syntax trees, for the tests that keep the house in order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS: dict[str, frozenset[str]] = {
    "content_blocks": frozenset(),
    "approvals": frozenset(),
    "renderers": frozenset({"content_blocks"}),
    "templates_store": frozenset({"content_blocks", "approvals"}),
    "ccm": frozenset({"content_blocks", "approvals", "renderers", "templates_store"}),
    "web_editor": frozenset({"content_blocks", "ccm"}),
}
"""Every room, from the bottom up, and the rooms it may import."""
BESIDE = ("tests", "benchmarks", "scripts")
"""Packages beside the rooms: they may import everything, and nothing in a room imports them."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, eq=False)
class Module:
    """One source file: its dotted name and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.partition(".")[0]

    @property
    def lines(self) -> int:
        return len(self.path.read_text().splitlines())

    def functions(self) -> Iterator[Function]:
        """Every function and method, nested ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Every call of a function that goes by one of these names."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in names:
                yield node

    def texts(self) -> Iterator[str]:
        """Every string that is written down in the code."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value

    def imports(self) -> Iterator[str]:
        """The dotted names it imports, wherever in the file; of `from a import b` it is `a.b`."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from (f"{self._origin(node)}.{alias.name}" for alias in node.names)

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        inside = self.name.split(".") + (["__init__"] if self.path.name == "__init__.py" else [])
        return ".".join([*inside[: -node.level], *([node.module] if node.module else [])])


@cache
def modules(*packages: str) -> tuple[Module, ...]:
    """The modules of these packages, of all rooms when none is named."""
    folders = [ROOT / package for package in packages or ROOMS]
    return tuple(_read(path) for folder in folders for path in sorted(folder.rglob("*.py")))


def length(function: Function) -> int:
    """Its lines from `def` to the end, without the docstring: explaining must not count against anybody."""
    first = function.body[0]
    explained = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if explained else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def _read(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, ast.parse(path.read_text(), filename=str(path)))
