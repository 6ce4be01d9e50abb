"""A chart as a table whose cells hold a value and a bar of its length.

Mail clients draw neither SVG nor canvas, and a picture of a chart says nothing to a person who cannot see it.  A line
chart becomes bars as well: the values are the same, one row for each category.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from content_blocks.parts import Chart, Series
from renderers.email.draft import Draft
from renderers.email.look import Look
from renderers.email.tables import UNSEEN, unbroken
from renderers.email.tokens import escaped
from renderers.email.tree import Rows, Token

BAR = (
    '<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="margin-top:3px;table-layout:fixed">'
    '<tr>{}<td class="series-{}" width="{}%" height="10" style="height:10px;font-size:0;line-height:0;'
    'background-color:{};border:1px solid transparent">&nbsp;</td><td></td></tr></table>'
)
SPACE = '<td width="{}%"></td>'


@dataclass(frozen=True, slots=True)
class Scale:
    """The values at the two ends of a bar's cell; zero lies between them, and all series share it."""

    low: Decimal
    high: Decimal

    def percent(self, value: Decimal) -> int:
        """A length in percent of the cell."""
        return round(abs(value) * 100 / (self.high - self.low)) if self.high > self.low else 0


def scale(chart: Chart) -> Scale:
    """The scale of a chart."""
    values = [value for series in chart.series for value in series.values]
    return Scale(min(values, default=Decimal()).min(Decimal()), max(values, default=Decimal()).max(Decimal()))


def chart_rows(chart: Chart, draft: Draft, look: Look, category: str, shown: bool, language: Token | None) -> Rows:
    """Categories as row headers, series as columns, the longest bar as wide as its column."""
    names = (category, *(series.name for series in chart.series))
    draft.say(chart.title)
    for name in names:
        draft.say(name)
    head = "".join(_head_cell(name, look, first=number == 0) for number, name in enumerate(names))
    ends = scale(chart)
    body = [_row(chart, number, ends, draft, look) for number in range(len(chart.categories))]
    return Rows(
        body=draft.slots.markup("".join(body)),
        head=draft.slots.markup(f'<tr class="head">{head}</tr>'),
        caption=draft.slots.text(chart.title),
        caption_style=look.caption if shown else UNSEEN,
        gap=8,
        language=language,
    )


def _head_cell(name: str, look: Look, first: bool) -> str:
    style = look.cells.head + unbroken(name) + look.cells.padding[not first]
    return f'<th scope="col" align="{look.start}" style="{style}">{escaped(name)}</th>'


def _row(chart: Chart, number: int, ends: Scale, draft: Draft, look: Look) -> str:
    category = chart.categories[number]
    draft.say(category)
    style = look.cells.body + unbroken(category) + look.cells.padding[0]
    cells = [f'<th scope="row" align="{look.start}" style="font-weight:normal;{style}">{escaped(category)}</th>']
    for index, series in enumerate(chart.series):
        draft.say(series.texts[number])
        cells.append(_value(series, number, ends, index, look, f"{80 // len(chart.series)}%"))
    return f"<tr>{''.join(cells)}</tr>"


def _value(series: Series, number: int, ends: Scale, index: int, look: Look, width: str) -> str:
    text = series.texts[number]
    style = look.cells.body + unbroken(text) + look.cells.padding[1]
    bar = _bar(series.values[number], ends, index % len(look.palette.series), look)
    return f'<td width="{width}" align="{look.start}" style="{style}">{escaped(text)}{bar}</td>'


def _bar(value: Decimal, ends: Scale, colour: int, look: Look) -> str:
    """From zero to the value; what is below zero lies on the other side of it."""
    length, before = ends.percent(value), ends.percent(value.min(Decimal()) - ends.low)
    if not length:
        return ""
    return BAR.format(SPACE.format(before) if before else "", colour, length, look.palette.series[colour])
