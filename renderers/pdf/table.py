"""Tables and pairs of facts as HTML, with what is carried over a page break as data for the margins."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from content_blocks.parts import Carry, Cell, Column, Facts, Table
from renderers.pdf.markup import element, join, void
from renderers.pdf.words import inline

SHORT = 4
"""Rows up to which a table stays on one page, unless it carries sums over the break."""

FEW = 8
"""Facts up to which a list of them stays on one page."""

RowId = Callable[[], str]
"""Gives each row of a piece its id, in order; the marks read it."""


def table(part: Table, row_id: RowId) -> Markup:
    """A table whose header repeats on every page; with a carry, each row knows the totals before and after it."""
    caption = [element("caption", part.caption)] if part.caption_shown else []
    columns = element("colgroup", *(void("col", style=_width(column)) for column in part.columns))
    heads = (element("th", column.label, class_=column.kind, scope="col") for column in part.columns)
    head = element("thead", element("tr", *heads))
    size = "rows short" if len(part.rows) <= SHORT and not part.carry else "rows"
    whole = element("table", *caption, columns, head, element("tbody", *_rows(part, row_id)), class_=size)
    return whole + element("div", class_="after-table") if part.carry else whole


def _width(column: Column) -> str | None:
    return f"width: {column.width}mm" if column.width else None


def _rows(part: Table, row_id: RowId) -> Iterator[Markup]:
    """The rows with the opening line before them, if it is shown, and the total after them."""
    carried = _carried(part.carry, len(part.rows)) if part.carry else None
    if part.carry and part.carry.opening is not None:
        yield _row(part, _line(part, part.carry.brought_label, part.carry.opening, part.carry.column), class_="opening")
    for cells in part.rows:
        yield _row(part, cells, id=row_id(), **(next(carried) if carried else {}))
    if part.total is not None:
        yield _row(part, part.total, id=row_id(), class_="total", **(next(carried) if carried else {}))


def _line(part: Table, label: str, amount: str, column: int) -> tuple[Cell, ...]:
    """A line of the table with an amount in one column and its label in the widest text column."""
    place = label_place(part, column)
    return tuple(amount if i == column else label if i == place else "" for i in range(len(part.columns)))


def label_place(part: Table, column: int) -> int:
    """The column in which a label stands beside an amount in `column`: the widest one of text."""
    texts = [index for index, each in enumerate(part.columns) if each.kind == "text" and index != column]
    return next((index for index in texts if part.columns[index].width is None), texts[0] if texts else 0)


def _row(part: Table, cells: tuple[Cell, ...], **attributes: str | None) -> Markup:
    return element("tr", *map(_cell, part.columns, cells), **attributes)


def _cell(column: Column, cell: Cell) -> Markup:
    """One cell; under a column without a label stand the names of the rows."""
    inside = cell if isinstance(cell, str) else inline(cell)
    if column.label:
        return element("td", inside, class_=column.kind)
    return element("th", inside, class_=column.kind, scope="row")


def _carried(carry: Carry, rows: int) -> Iterator[dict[str, str]]:
    """For each row and for the total: label and sum to show above it, and below it, should a page end there."""
    before = ("", *carry.after[: rows - 1], carry.after[-1] if rows else "")
    for index, brought in enumerate(before):
        after = carry.after[index] if index < rows else ""
        yield {
            "data_brought": carry.brought_label if brought else "",
            "data_brought_sum": brought,
            "data_carried": carry.carried_label if after else "",
            "data_carried_sum": after,
        }


def facts(part: Facts) -> Markup:
    """Labels and values as a table of two columns, each label heading its row."""
    last = len(part.rows) - 1
    rows = (
        element(
            "tr",
            element("th", inline(label), scope="row"),
            element("td", inline(value)),
            class_="total" if part.total and index == last else None,
        )
        for index, (label, value) in enumerate(part.rows)
    )
    return element("table", join(rows), class_="facts" if len(part.rows) > FEW else "facts short")
