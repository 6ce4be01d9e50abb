"""Which conditions hold for a recipient: what decides, for whoever looks at it, which branches of a letter they get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ccm.libraries import drafted_items
from ccm.personas import persona
from ccm.store.access import refuse_unseen
from ccm.store.actor import Actor
from ccm.store.home import Home
from content_blocks.dictionary import compile_reader
from content_blocks.expressions import Expression, parse_expression
from content_blocks.problem import Problem, Refused


@dataclass(frozen=True)
class Recipient:
    """Somebody made up: a persona, or a record that is neither kept nor logged; on a day, under a brand ("" for the
    template's first)."""

    day: date
    persona: str = ""
    record: Mapping[str, Any] | None = field(default=None, repr=False)
    brand: str = ""


def judged(home: Home, by: Actor, name: str, conditions: Sequence[str], whose: Recipient) -> list[bool | None]:
    """Whether each condition holds at the top of a template, as it was saved last, for a recipient; None where nobody
    can say, as for one about an element of a list.

    Raises Refused for what is no condition, and with everything that is wrong with the record.
    """
    refuse_unseen(by, "template", name)
    read = [_read(number, source) for number, source in enumerate(conditions)]
    with home.reading() as session:
        library = drafted_items(home, session, whose.day)
        template = library.template(name).item
        record = whose.record if whose.record is not None else persona(library, name, whose.persona).record
        values = compile_reader(library.dictionary(template.dictionary).item, text=False)(record)
        brand = library.brand(whose.brand or template.brands[0]).theme.brand
    scope = {**values, "brand": brand, "document": {"date": whose.day}}
    return [_holds(condition, scope) for condition in read]


def _read(number: int, source: str) -> Expression:
    try:
        return parse_expression(source)
    except Refused as refused:
        raise Refused(Problem(f"conditions.{number}", it.code, it.params) for it in refused.problems) from None


def _holds(condition: Expression, scope: Mapping[str, Any]) -> bool | None:
    try:
        return condition.holds(scope)
    except Refused:
        return None
