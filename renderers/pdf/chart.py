"""Charts as drawings in the theme's colours and type: bars side by side, or lines, each value printed where it is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from content_blocks.parts import Chart
from content_blocks.theme import Theme
from renderers.pdf.markup import element, void

WIDTH, HEIGHT = 468.0, 140.0
"""The drawing's own units: points of the page when it is as wide as the text."""

LEFT, RIGHT, TOP, BOTTOM = 2.0, 2.0, 28.0, 18.0
BELOW = 12.0
"""Room for the values that stand below bars of less than nothing."""
SIZE = 8.0
SLOT, GAP = 46.0, 16.0
"""How wide the place of a bar is at most, and how much of it stays free, so that values do not touch."""


class Scale:
    """From values and categories to places in the drawing."""

    def __init__(self, part: Chart) -> None:
        values = [value for series in part.series for value in series.values]
        self.least, self.most = min([Decimal(0), *values]), max([Decimal(0), *values])
        self.step = (WIDTH - LEFT - RIGHT) / max(len(part.categories), 1)

    def height(self, value: Decimal) -> float:
        """How far below the upper edge a value stands."""
        span = self.most - self.least or Decimal(1)
        room = HEIGHT - TOP - BOTTOM - (BELOW if self.least < 0 else 0)
        return TOP + float((self.most - value) / span) * room

    def centre(self, category: int) -> float:
        """How far from the left edge the middle of a category is."""
        return LEFT + (category + 0.5) * self.step


def drawing(part: Chart, theme: Theme) -> Markup:
    """The chart as SVG; its title is the sentence that says the same."""
    scale = Scale(part)
    body = _bars(part, scale, theme) if part.kind == "bars" else _lines(part, scale, theme)
    return element(
        "svg",
        element("title", part.alt),
        *_legend(part, theme),
        *_ground(part, scale, theme),
        *body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        class_="drawing",
    )


def _text(theme: Theme, words: str, x: float, y: float, anchor: str, colour: str, weight: int = 400) -> Markup:
    return element(
        "text",
        words,
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        text_anchor=anchor,
        fill=colour,
        font_family=theme.text_font.name,
        font_size=f"{SIZE:g}",
        font_weight=str(weight),
    )


def _colour(theme: Theme, index: int) -> str:
    return theme.palette.series[index % len(theme.palette.series)]


def _legend(part: Chart, theme: Theme) -> Iterator[Markup]:
    """A square of colour and a name for each series, where there is more than one."""
    x = LEFT
    for index, series in enumerate(part.series if len(part.series) > 1 else ()):
        yield void("rect", x=f"{x:.1f}", y="2", width="8", height="8", fill=_colour(theme, index))
        yield _text(theme, series.name, x + 12, 9.0, "start", theme.palette.ink)
        x += 28 + len(series.name) * SIZE * 0.6


def _ground(part: Chart, scale: Scale, theme: Theme) -> Iterator[Markup]:
    """The zero line and the names of the categories."""
    zero = scale.height(Decimal(0))
    path = f"M{LEFT:g} {zero:.1f}H{WIDTH - RIGHT:g}"
    yield void("path", d=path, stroke=theme.palette.muted, stroke_width="0.6", fill="none")
    for index, category in enumerate(part.categories):
        yield _text(theme, category, scale.centre(index), HEIGHT - 6, "middle", theme.palette.muted)


def _bars(part: Chart, scale: Scale, theme: Theme) -> Iterator[Markup]:
    slot = min(SLOT, scale.step * 0.9 / len(part.series))
    width = max(slot - GAP, slot * 0.6)
    for place, series in enumerate(part.series):
        for index, (value, text) in enumerate(zip(series.values, series.texts, strict=True)):
            x = scale.centre(index) + (place - len(part.series) / 2 + 0.5) * slot
            yield _bar(x - width / 2, width, scale, value, _colour(theme, place))
            yield _value(theme, text, x, scale.height(value), below=value < 0)


def _bar(x: float, width: float, scale: Scale, value: Decimal, colour: str) -> Markup:
    upper, lower = sorted((scale.height(value), scale.height(Decimal(0))))
    return void(
        "rect", x=f"{x:.1f}", y=f"{upper:.1f}", width=f"{width:.1f}", height=f"{lower - upper:.1f}", fill=colour
    )


def _value(theme: Theme, text: str, x: float, y: float, *, below: bool) -> Markup:
    return _text(theme, text, x, y + 10 if below else y - 4, "middle", theme.palette.ink, theme.type.strong)


def _lines(part: Chart, scale: Scale, theme: Theme) -> Iterator[Markup]:
    for place, series in enumerate(part.series):
        colour = _colour(theme, place)
        points = [(scale.centre(index), scale.height(value)) for index, value in enumerate(series.values)]
        yield _curve(points, colour)
        for index, ((x, y), text) in enumerate(zip(points, series.texts, strict=True)):
            yield void("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="2.6", fill=colour)
            yield _value(theme, text, x, y - 2, below=_crowded(part, scale, place, index))


def _curve(points: list[tuple[float, float]], colour: str) -> Markup:
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return void("path", d=path, stroke=colour, stroke_width="1.6", fill="none", stroke_linejoin="round")


def _crowded(part: Chart, scale: Scale, place: int, index: int) -> bool:
    """Whether a value is printed below its point, because another line runs close above."""
    own = scale.height(part.series[place].values[index])
    others = (scale.height(series.values[index]) for series in part.series if series is not part.series[place])
    return any(0 <= own - other < 2 * SIZE for other in others)
