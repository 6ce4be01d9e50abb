"""The tree in MJML's own notation.

Only names, numbers and colours of ours stand in it; every length has its unit and every attribute its double quotes,
because mrml miscounts or corrupts anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, zip_longest
from typing import assert_never

from renderers.email.look import Look
from renderers.email.tree import Button, Card, Column, Image, Leaf, Line, Mail, Rows, Section, Text, Token

METAS = (
    '<mj-raw><meta name="color-scheme" content="light dark" />'
    '<meta name="supported-color-schemes" content="light dark" />'
    '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no" />'
    '<meta name="x-apple-disable-message-reformatting" /></mj-raw>'
)
MARGINS = {"left": "", "right": ";margin-left:auto", "center": ";margin:0 auto"}


def mjml(mail: Mail, look: Look, head: str) -> str:
    """The whole mail; `head` is the part that is the same for all mails of a look."""
    preview = f"<mj-preview>{mail.preheader}</mj-preview>" if mail.preheader else ""
    sheets = "".join([_sheet(sheet, look) for sheet in mail.sheets])
    return (
        f'<mjml lang="{mail.language}" dir="{mail.direction}"><mj-head><mj-title>{mail.title}</mj-title>{preview}{head}'
        f'</mj-head><mj-body css-class="mail" width="{look.theme.mail.width}px"'
        f' background-color="{look.grounds["page"]}">'
        f"{sheets}</mj-body></mjml>"
    )


def mjml_head(look: Look, style_sheet: str) -> str:
    """Defaults, metas and style sheet."""
    text = (
        f'font-family="{look.text_family}" font-size="16px" line-height="1.5" color="{look.palette.ink}"'
        f' align="{look.start}"'
    )
    return (
        f"{METAS}<mj-attributes><mj-text {text} /><mj-table {text} /></mj-attributes><mj-style>{style_sheet}</mj-style>"
    )


def _sheet(sheet: Section | Card, look: Look) -> str:
    if isinstance(sheet, Section):
        return _section(sheet, look)
    sections = "".join([_section(section, look) for section in sheet.sections])
    return (
        f'<mj-wrapper css-class="card paper" padding="32px 0px 16px 0px" background-color="{look.palette.paper}"'
        f' border="1px solid {look.palette.rule}" border-radius="{look.radius}px">{sections}</mj-wrapper>'
    )


def _section(section: Section, look: Look) -> str:
    columns = "".join([_column(column, look) for column in section.columns])
    full = ' full-width="full-width"' if section.ground in look.full_width else ""
    kind = f"{section.ground} {'beside' if section.beside else 'gutter'}{_marked(section.piece)}"
    return (
        f'<mj-section css-class="{kind}"{full}'
        f' direction="{look.direction}" padding="{section.padding}"'
        f' background-color="{look.grounds[section.ground]}">{columns}</mj-section>'
    )


def _column(column: Column, look: Look) -> str:
    width = f' width="{column.percent}%"' if column.percent else ""
    tone = f" {look.tones[column.tone]}" if column.tone else ""
    groups = [list(group) for _, group in groupby(column.leaves, type)]
    leaves = "".join([_leaves(group, look, first=group is groups[0]) for group in groups])
    return f'<mj-column direction="{look.direction}"{width} padding="{column.inset}"{tone}>{leaves}</mj-column>'


def _leaves(leaves: Sequence[Leaf], look: Look, *, first: bool) -> str:
    """Leaves of one kind that follow each other; texts share one `mj-text`, as each costs a third of a kilobyte."""
    texts = [leaf for leaf in leaves if isinstance(leaf, Text)]
    return _texts(texts, first=first) if texts else "".join([_leaf(leaf, look) for leaf in leaves])


def _texts(texts: Sequence[Text], *, first: bool = True) -> str:
    """Texts one below the other.  The room between two is all below the first one, as margins collapse; the first of a
    column needs none above itself."""
    inside = [
        f'<{text.element} class="{text.tone}{_marked(text.piece)}" style="margin:0 0'
        f' {text.gap + (below.above if below else 0)}px;{text.style}"{_lang(text.language)}>'
        f"{text.words}</{text.element}>"
        for text, below in zip_longest(texts, texts[1:])
    ]
    return f'<mj-text padding="{0 if first else texts[0].above}px 0px 0px 0px">{"".join(inside)}</mj-text>'


def _leaf(leaf: Leaf, look: Look) -> str:
    match leaf:
        case Text():
            return _texts([leaf])
        case Rows():
            return _rows(leaf)
        case Image():
            return _image(leaf, look)
        case Button():
            return _button(leaf, look)
        case Line():
            return (
                f'<mj-divider css-class="line{_marked(leaf.piece)}" padding="8px 0px {leaf.gap}px 0px"'
                f' border-width="1px" border-color="{look.palette.rule}" />'
            )
    assert_never(leaf)


def _lang(language: Token | None) -> str:
    return f' lang="{language}"' if language else ""


def _marked(piece: Token | None) -> str:
    """In a proof for looking at, one more class: its value ends the list of classes and begins `data-piece`."""
    return f" {piece}" if piece else ""


def _rows(rows: Rows) -> str:
    lang = _lang(rows.language)
    caption = f'<caption style="{rows.caption_style}"{lang}>{rows.caption}</caption>' if rows.caption else ""
    head = f'<thead valign="bottom"{lang}>{rows.head}</thead>' if rows.head else ""
    kind = "rows data" if rows.head else "rows"
    return (
        f'<mj-table css-class="{kind}{_marked(rows.piece)}" padding="0px 0px {rows.gap}px 0px"'
        f' font-size="{rows.size}px" line-height="1.4">'
        f'{caption}{head}<tbody valign="top"{lang}>{rows.body}</tbody></mj-table>'
    )


def _image(image: Image, look: Look) -> str:
    """Written out rather than as `mj-image`, which can neither be swapped in the dark nor have words beside it."""
    lang = _lang(image.language)
    shared = f'alt="{image.alt}" width="{image.width}"{lang}'
    shape = f"width:{image.width}px;max-width:100%;height:auto;border:0"
    shape += MARGINS[image.align] + (f";{image.unseen}" if image.unseen else "")
    day, night = f"display:block;{shape}", f"display:none;{shape};max-height:0;mso-hide:all"
    pictures = f'<img class="{"by-day" if image.dark else "picture"}" src="{image.source}" {shared} style="{day}" />'
    if image.dark:
        pictures += f'<img class="by-night" src="{image.dark}" {shared} style="{night}" />'
    if image.beside:
        pictures = (
            '<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>'
            f'<td width="{image.width}" valign="middle">{pictures}</td>'
            f'<td valign="middle" style="padding-{look.start}:16px"{lang}>{image.beside}</td></tr></table>'
        )
    return (
        f'<mj-text css-class="ink{_marked(image.piece)}" align="{image.align}"'
        f' padding="0px 0px {image.gap}px 0px">{pictures}</mj-text>'
    )


def _button(button: Button, look: Look) -> str:
    label = f"<span{_lang(button.language)}>{button.label}</span>" if button.language else button.label
    return (
        f'<mj-button css-class="button{_marked(button.piece)}" href="{button.address}" align="{look.start}"'
        f' padding="4px 0px {button.gap}px 0px"'
        f' border="1px solid {look.palette.accent}" background-color="{look.palette.accent}"'
        f' color="{look.palette.on_accent}" border-radius="{look.radius}px"'
        f' font-family="{look.text_family}" font-size="16px" font-weight="600" line-height="1.3"'
        f' inner-padding="13px 24px">{label}</mj-button>'
    )
