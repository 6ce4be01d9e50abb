"""How a theme's tables look: the inline styles of their cells.

`lines` has a rule below each row, `zebra` a band on top and every other row shaded, `ledger` is set like an account
book with a double rule below the total.
"""

from __future__ import annotations

from dataclasses import dataclass

from content_blocks.theme import Theme

CELL_SPACE = {"lines": 14, "zebra": 20, "ledger": 14}


@dataclass(frozen=True, slots=True)
class Cells:
    """Inline styles; `padding` is that of the first column and of the others, `shade` the attributes of every other
    row, `label` that of a fact's name and of the total's."""

    head: str
    body: str
    total: str
    padding: tuple[str, str]
    shade: str
    label: tuple[str, str]
    value: str
    below: str


def cells(theme: Theme, start: str, end: str) -> Cells:
    """The cells of a theme; `start` and `end` are the sides where a line starts and ends."""
    fact = "padding:4px 0"
    palette, strong = theme.palette, theme.type.strong
    first = "padding:8px 10px" if theme.table == "zebra" else "padding:8px 0"
    return Cells(
        head=_head(theme),
        body=f"border-bottom:1px solid {palette.rule};" if theme.table == "lines" else "",
        total=f"font-weight:{strong};{_total_rules(theme)}",
        padding=(first, first if theme.table == "zebra" else f"{first};padding-{start}:14px"),
        shade=f' class="shade" style="background-color:{palette.panel}"' if theme.table == "zebra" else "",
        label=(f"font-weight:normal;color:{palette.muted};{fact};padding-{end}:12px", f"{fact};padding-{end}:12px"),
        value=fact,
        below=f"font-size:13px;line-height:1.4;color:{palette.muted}",
    )


def _head(theme: Theme) -> str:
    palette = theme.palette
    match theme.table:
        case "zebra":
            return f"background-color:{palette.accent};color:{palette.on_accent};"
        case "ledger":
            return f"font-weight:normal;color:{palette.muted};border-bottom:1px solid {palette.ink};"
        case "lines":
            return f"color:{palette.muted};border-bottom:2px solid {palette.accent};"


def _total_rules(theme: Theme) -> str:
    palette = theme.palette
    match theme.table:
        case "zebra":
            return f"border-top:2px solid {palette.accent};"
        case "ledger":
            return f"border-top:1px solid {palette.ink};border-bottom:3px double {palette.ink};"
        case "lines":
            return f"border-top:1px solid {palette.ink};border-bottom:0;"
