"""A fault in what somebody wrote or uploaded, as a value.

Faults are collected and shown together, so they are data: a place, a code and parameters.  The sentence a person
reads comes from the catalogue at the edge, in that person's language; files keep code, parameters and the English
sentence.  Parameters never hold a recipient's data: a place names the field, not its value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: `where` it is, its `code` in the catalogue, and the `params` its sentence needs.

    `where` reads from the outside in, separated by blanks and dots, such as
    `templates/invoice.yaml body.total.text.de` or `customer.iban`.
    """

    where: str
    code: str
    params: Mapping[str, str | int] = field(default_factory=dict, compare=False)

    def identity(self) -> tuple[object, ...]:
        """What two problems share that are the same one: a misspelt field is not the other one beside it."""
        return self.where, self.code, *sorted(self.params.items())

    def within(self, place: str) -> Problem:
        """The same fault seen from one level further out."""
        return replace(self, where=f"{place} {self.where}".strip())

    def under(self, place: str) -> Problem:
        """The same fault as one of the block or field `place`: one path, joined by dots."""
        return replace(self, where=".".join((place, *self.where.split())).strip("."))


class Refused(Exception):
    """Something cannot be used as it is; `problems` says everything that is wrong with it, never just the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{problem.where}: {problem.code}" for problem in self.problems))

    def __reduce__(self) -> tuple[type[Refused], tuple[tuple[Problem, ...]]]:
        """Child processes hand it to their parents, which exceptions with arguments of their own do not survive."""
        return type(self), (self.problems,)


def refuse(where: str, code: str, **params: str | int) -> Refused:
    """The exception for a single fault."""
    return Refused([Problem(where, code, params)])


class Collector:
    """Calls what may be refused and goes on, so that everything that is wrong is known at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def __call__(
        self, place: str, make: Callable[[], T], seen: Callable[[Problem, str], Problem] = Problem.under
    ) -> T | None:
        """What `make` gives; None if it was refused, with its problems collected as `seen` from a place."""
        try:
            return make()
        except Refused as refused:
            self.problems += [seen(problem, place) for problem in refused.problems]
            return None
