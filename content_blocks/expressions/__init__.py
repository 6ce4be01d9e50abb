"""Expressions: conditions, row filters, totals and placeholders, in a language small enough to be analysed.

    expression = parse_expression('account.balance < 0 and customer.salutation != "none"')
    expression.holds(values)

Reading goes through Jinja2's parser and an allowlist of nodes; evaluating is our own and exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from content_blocks.expressions import analyse
from content_blocks.expressions.evaluate import compiled, run
from content_blocks.expressions.nodes import Default, Formatted, Node, Path, Scalar, every
from content_blocks.expressions.parse import parse
from content_blocks.expressions.source import to_source
from content_blocks.expressions.values import Compiled, Scope, Value
from content_blocks.problem import refuse

__all__ = ["Expression", "Value", "atoms", "parse_expression", "to_source", "unreachable"]


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression as its author wrote it, as nodes, and compiled."""

    source: str
    root: Node
    _compiled: Compiled = field(repr=False, compare=False)

    def paths(self) -> tuple[str, ...]:
        """The dotted paths it reads, each once, in the order written."""
        return tuple(dict.fromkeys(node.dotted for node in every(self.root) if isinstance(node, Path)))

    def evaluate(self, scope: Scope) -> Value:
        """The value; a format is not applied.  Raises Refused, see `evaluate.run`."""
        return run(self._compiled, scope)

    def holds(self, scope: Scope) -> bool:
        """Whether the condition is true.  Raises Refused as `evaluate`, and when the value is not true or false."""
        value = run(self._compiled, scope)
        if not isinstance(value, bool):
            raise refuse("", "condition-not-boolean")
        return value

    @property
    def path(self) -> str | None:
        """The dotted path, if the value comes straight from one field."""
        node = self.root
        while isinstance(node, Formatted | Default):
            node = node.operand
        return node.dotted if isinstance(node, Path) else None

    @property
    def format(self) -> tuple[str, Mapping[str, Scalar]] | None:
        """The name and arguments of the format, if one is written."""
        node = self.root.operand if isinstance(self.root, Default) else self.root
        if not isinstance(node, Formatted):
            return None
        return node.format, {name: constant.value for name, constant in node.args}

    @property
    def default(self) -> Scalar | None:
        """What stands in for an absent value.  A text is shown as it stands, without the format."""
        node = self.root.operand if isinstance(self.root, Formatted) else self.root
        return node.constant.value if isinstance(node, Default) else None


@lru_cache(maxsize=4096)  # texts repeat their placeholders in each language, short form and version
def parse_expression(source: str) -> Expression:
    """Read an expression.  Raises Refused with `where` empty, see `parse.parse`."""
    root = parse(source)
    return Expression(source, root, compiled(root))


def atoms(expression: Expression) -> tuple[Node, ...]:
    """The smallest conditions in an expression, for branch coverage and tables of what decides."""
    return analyse.atoms(expression.root)


def unreachable(conditions: Iterable[Expression]) -> bool:
    """Whether conditions that all have to hold, such as those of nested groups, never do."""
    return analyse.unreachable(condition.root for condition in conditions)
