"""Figures as bars or lines, with the sentence that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar, Literal

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.item import Formula, Item, ListPath, Name
from content_blocks.names import Names
from content_blocks.parts import Series
from content_blocks.problem import refuse
from content_blocks.scope import Scope
from content_blocks.text import Line


class ChartSeries(Item):
    """One set of bars or one line: its name, the number per element, and how that is written."""

    name: Line = labelled("Name", "Name")
    value: Formula = labelled("Number", "Zahl", "The number per element.", "Die Zahl je Element.")
    show: Line = labelled("As printed", "In Schrift", "How each number is written.", "Wie jede Zahl geschrieben wird.")


class Chart(Block):
    """One category per element of a list; the values stay readable as text in every channel."""

    type_name: ClassVar = "chart"
    title: ClassVar = {"en": "Chart", "de": "Diagramm"}
    lists: ClassVar = ("rows",)

    kind: Literal["bars", "lines"] = labelled(
        "Kind", "Art", choices={"bars": ("Bars", "Balken"), "lines": ("Lines", "Linien")}, default="bars"
    )
    caption: Line = labelled("Title", "Titel")
    rows: ListPath = labelled("Categories from", "Kategorien aus")
    name: Name = labelled(
        "Called", "Genannt", "The name of one element.", "Der Name eines Elements.", default="row", alias="as"
    )
    category: Line = labelled("Category", "Kategorie")
    series: tuple[ChartSeries, ...] = labelled("Series", "Reihen", min_length=1, max_length=4)
    alt: Line = labelled("In words", "In Worten", "What the chart shows.", "Was das Diagramm zeigt.")

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        rows = list(scope.each(self.rows, self.name))
        if not rows:
            return []
        series = tuple(self._series(entry, scope, rows) for entry in self.series)
        categories = tuple(row.show(self.category) for row in rows)
        return [parts.Chart(self.kind, scope.show(self.caption), categories, series, scope.show(self.alt))]

    def _series(self, entry: ChartSeries, scope: Scope, rows: list[Scope]) -> Series:
        values = [entry.value.evaluate(row.values) for row in rows]
        if not all(isinstance(value, Decimal | int) for value in values):
            raise refuse("series", "chart-not-a-number")
        texts = tuple(row.show(entry.show) for row in rows)
        return Series(scope.show(entry.name), tuple(Decimal(str(value)) for value in values), texts)

    def names(self, outer: Names, field: str) -> Names:
        element = field == "category" or field.endswith((".value", ".show"))
        return outer.repeated(self.rows, self.name) if element else super().names(outer, field)

    specimen: ClassVar = {
        "type": "chart",
        "id": "chart",
        "kind": "bars",
        "caption": {"en": "Spending by month", "de": "Ausgaben je Monat"},
        "rows": "account.months",
        "as": "month",
        "category": "{{ month.name }}",
        "series": [
            {
                "name": {"en": "Spending", "de": "Ausgaben"},
                "value": "month.spent",
                "show": "{{ month.spent | money }}",
            }
        ],
        "alt": {
            "en": "You spent most in {{ account.peak_month }}.",
            "de": "Am meisten haben Sie im Monat {{ account.peak_month }} ausgegeben.",
        },
        "short": {
            "en": "You spent most in {{ account.peak_month }}.",
            "de": "Am meisten ausgegeben: {{ account.peak_month }}.",
        },
    }
