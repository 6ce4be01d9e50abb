"""The style sheet of dark mode and of phones.

It turns a mail dark by the classes set in the tree (`ink`, `muted`, `paper`, …), and on a phone hides what has moved
below a table's row.  Its colours come checked from the theme; nothing in it comes from a text.
"""

from __future__ import annotations

from content_blocks.theme import Palette, Theme

PHONE = (
    ".wide{display:none!important}.narrow{display:block!important}"
    ".gutter>table>tbody>tr>td,.gutter>tbody>tr>td>div>table>tbody>tr>td"
    "{padding-left:16px!important;padding-right:16px!important}"
    ".beside>table>tbody>tr>td,.beside>tbody>tr>td>div>table>tbody>tr>td"
    "{padding-left:6px!important;padding-right:6px!important}"
    ".rows th,.rows td{font-size:13px!important}"
)
PHONE_CELLS = {  # by whether rows are shaded
    False: ".rows th,.rows td{padding-inline:0!important}.rows th+th,.rows *+td{padding-inline-start:10px!important}"
    ".wide:first-child+th,.wide:first-child+td{padding-inline-start:0!important}",
    True: ".data th,.data td{padding-inline:5px!important}",
}


def style_sheet(theme: Theme) -> str:
    """Rules for phones, for dark mode by the client's own setting, and for Outlook's marked-up dark mode."""
    rules = _dark_rules(theme)
    dark = "".join(f"{selectors}{{{declarations}}}" for selectors, declarations in rules.items())
    outlook = "".join(
        f"{','.join('[data-ogsc] ' + one for one in selectors.split(','))}{{{declarations}}}"
        for selectors, declarations in rules.items()
    )
    phone = PHONE + PHONE_CELLS[theme.table == "zebra"]
    return (
        ":root{color-scheme:light dark;supported-color-schemes:light dark}"
        f"@media only screen and (max-width:{theme.mail.width - 1}px){{{phone}}}"
        f"@media (prefers-color-scheme:dark){{{dark}}}{outlook}"
    )


def _ground(colour: str) -> str:
    return f"background:{colour}!important;background-color:{colour}!important"


def _colour(colour: str) -> str:
    return f"color:{colour}!important"


def _border(colour: str) -> str:
    return f"border-color:{colour}!important"


def _dark_rules(theme: Theme) -> dict[str, str]:
    """Declarations by their selectors."""
    dark = theme.mail.dark
    return {
        **_grounds(theme, dark),
        ".ink,.ink>div,.rows>table": _colour(dark.ink),
        ".muted,.rows .soft,.rows th": _colour(dark.muted),
        ".ink a,.muted a,.rows a": _colour(dark.accent),
        ".title": _border(dark.accent),
        ".rows th,.rows td": _border(dark.rule),
        ".rows .total th": _colour(dark.ink),
        ".rows .shade": _ground(dark.panel),
        ".button td,.button a": f"{_ground(dark.accent)};{_colour(dark.on_accent)};{_border(dark.accent)}",
        ".line p": _border(dark.rule),
        ".by-day": "display:none!important",
        ".by-night": "display:block!important;max-height:none!important",
        **_headings(theme, dark),
        **_tables(theme, dark),
        **{f".series-{index}": _ground(colour) for index, colour in enumerate(dark.series)},
    }


def _grounds(theme: Theme, dark: Palette) -> dict[str, str]:
    layout = theme.mail.layout
    page = dark.panel if layout == "card" else dark.paper
    foot = dark.panel if layout == "banner" else page
    return {
        "body,.mail,.page,.page>table": _ground(page),
        ".paper,.paper>table": _ground(dark.paper),
        ".foot,.foot>table": _ground(foot),
        ".proof,.proof table": _ground(dark.warning),
        ".card>table>tbody>tr>td,.frame>table>tbody>tr>td": _border(dark.rule),
        ".tint>table>tbody>tr>td": _ground(dark.panel),
        ".notice>table>tbody>tr>td": _ground(dark.notice),
        ".warning>table>tbody>tr>td": _ground(dark.warning),
    }


def _headings(theme: Theme, dark: Palette) -> dict[str, str]:
    match theme.type.heading_style:
        case "band":
            return {"h2.title": f"{_ground(dark.accent)};{_colour(dark.on_accent)}"}
        case "small_caps":
            return {"h2.title,h3.title": _colour(dark.accent)}
        case "plain" | "rule":
            return {}


def _tables(theme: Theme, dark: Palette) -> dict[str, str]:
    match theme.table:
        case "zebra":
            return {
                ".rows .head *": f"{_ground(dark.panel)};{_colour(dark.accent)}",
                ".rows .total *": _border(dark.accent),
            }
        case "ledger":
            return {".rows .head *": f"{_colour(dark.muted)};{_border(dark.ink)}", ".rows .total *": _border(dark.ink)}
        case "lines":
            return {
                ".rows .head *": f"{_colour(dark.muted)};{_border(dark.accent)}",
                ".rows .total *": _border(dark.ink),
            }
