"""A redline as a fragment of HTML: `<ins>` and `<del>`, each said in words too, for those who only hear it.

Screen readers mostly pass over `<ins>` and `<del>`, and WAI-ARIA forbids to name their roles, so the words "added:" and
"removed:" stand in the text, in spans of the class `redline-said`; a page may hide those from eyes (not from ears).  No
script, no style, no id.

A placeholder that people have a name for is shown by that name: one that stays with its code in `title`, one that came,
went or looks another way with its code beside it, since that may be all that is different.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from itertools import groupby

from babel import Locale, UnknownLocaleError

from content_blocks.redline import phrases
from content_blocks.redline.catalogue import said
from content_blocks.redline.model import Difference, Entry, Member, Redline, Rule, Stretch, Style, Value, Wording

Beside = Callable[[Entry, Difference | None], str]
"""What a page puts below a difference, or below an entry that has none, as HTML that it answers for."""


Called = Callable[[str], str]
"""What people call a placeholder, by the expression between its braces; empty for what nobody has a name for."""


def by_code(_source: str) -> str:
    """No names: placeholders are shown as they are written."""
    return ""


def nothing(_entry: Entry, _difference: Difference | None) -> str:
    """Nothing beside any of them."""
    return ""


def as_html(
    redline: Redline,
    language: str = "en",
    level: int = 2,
    beside: Beside = nothing,
    called: Called = by_code,
    title: str = "",
) -> str:
    """The fragment; its headings begin at `level`.  An item of a `title` is called by it, its name stands beside."""
    shown = replace(redline, name=title) if title else redline
    name = f' <code class="redline-name">{escape(redline.name)}</code>' if title not in ("", redline.name) else ""
    rows = [f"<h{level}>{escape(phrases.title(shown, language))}{name}</h{level}>"]
    rows += [_of_entry(entry, language, level + 1, beside, called) for entry in redline.entries]
    rows += [] if redline else [f"<p>{escape(said('no difference', language))}</p>"]
    return "\n".join([f'<section class="redline"{_tongue(language)}>', *rows, "</section>", ""])


def _of_entry(entry: Entry, language: str, level: int, beside: Beside, called: Called) -> str:
    kind = "moved" if entry.moved else entry.change
    rows = [f"<h{level}>{escape(phrases.heading(entry, language))}</h{level}>"]
    rows += [f'<p class="redline-place">{escape(place)}</p>' for place in phrases.places(entry, language)]
    if entry.differences:
        rows += [
            "<dl>",
            *(_of_difference(it, language, beside(entry, it), called) for it in entry.differences),
            "</dl>",
        ]
    else:
        rows += filter(None, [beside(entry, None)])
    return "\n".join([f'<section class="redline-entry redline-{kind}">', *rows, "</section>"])


def _of_difference(difference: Difference, language: str, beside: str, called: Called) -> str:
    label = difference.label.in_language(language)
    match difference:
        case Wording():
            spoken = f" ({difference.language})" if difference.language else ""
            text = _of_stretches(difference.stretches, language, called)
            shown = [f"<p{_tongue(difference.language)}>{text}</p>"]
            label += spoken
        case Rule():
            shown = [
                f'<p><code class="redline-rule">{_of_stretches(difference.stretches, language, by_code)}</code></p>'
            ]
            shown += [f"<p>{escape(line)}</p>" for line in phrases.conditions(difference, language)]
        case Value():
            shown = [f"<p>{' '.join(_of_value(difference, language))}</p>"]
        case Member():
            shown = [f"<p>{escape(phrases.member(difference, language))}</p>"]
    return f"<dt>{escape(label.strip())}</dt>\n<dd>{''.join(shown)}{beside}</dd>"


def _of_value(found: Value, language: str) -> Iterator[str]:
    for kind, value in (("removed", found.before), ("added", found.after)):
        if value is not None:
            yield _changed(
                kind, escape(phrases.printable(phrases.value(value, found.where, language), changed=True)), language
            )


def _of_stretches(stretches: tuple[Stretch, ...], language: str, called: Called) -> str:
    rows = ((kind, list(row)) for kind, row in groupby(stretches, lambda stretch: stretch.kind))
    return "".join(_of_row(kind, row, language, called) for kind, row in rows)


def _of_row(kind: str, row: list[Stretch], language: str, called: Called) -> str:
    """Neighbours of one kind, so that they are announced once."""
    if kind == "restyled":
        return "".join(_restyled(stretch, language, called) for stretch in row)
    text = "".join(_styled(_shown(stretch, called), stretch.style) for stretch in row)
    return text if kind == "same" else _changed(kind, text, language)


def _restyled(stretch: Stretch, language: str, called: Called) -> str:
    look = Style(stretch.style.strong, stretch.style.emphasis)  # where a link leads is said in the note
    note = f'<span class="redline-note"{_tongue(language)}> [{escape(phrases.restyled(stretch, language))}]</span>'
    shown = f"{_said('restyled', language)}{_styled(_shown(stretch, called), look)}{note}"
    return f'<mark class="redline-restyled">{shown}</mark>'


def _shown(stretch: Stretch, called: Called) -> str:
    text = escape(phrases.printable(stretch.text, changed=stretch.kind != "same"))
    match stretch.atom:
        case "break":
            return "<br/>" if stretch.kind == "same" else "↵<br/>"
        case "placeholder":
            return _placeholder(text, called(source_of(stretch.text)), changed=stretch.kind != "same")
    return text


def source_of(placeholder: str) -> str:
    """The expression between the braces."""
    return placeholder.removeprefix("{{").removesuffix("}}").strip()


def _placeholder(code: str, name: str, *, changed: bool) -> str:
    if not name:
        return f'<code class="redline-placeholder">{code}</code>'
    shown = escape(phrases.printable(name, changed=changed))
    if not changed:
        return f'<span class="redline-placeholder" title="{code}">{shown}</span>'
    return f'<span class="redline-placeholder">{shown} <code>{code}</code></span>'


def _changed(kind: str, inner: str, language: str) -> str:
    tag = "ins" if kind == "added" else "del"
    return f"<{tag}>{_said(kind, language)}{inner}{_end(language)}</{tag}>"


def _said(kind: str, language: str) -> str:
    words = escape(said(f"begin {kind}", language))
    return f'<span class="redline-said"{_tongue(language)}>{words} </span>'


def _end(language: str) -> str:
    return f'<span class="redline-said"{_tongue(language)}> ({escape(said("end", language))})</span>'


def _styled(text: str, style: Style) -> str:
    text = f"<em>{text}</em>" if style.emphasis else text
    text = f"<strong>{text}</strong>" if style.strong else text
    if not style.link:
        return text
    return f'<span class="redline-link">{text}<span class="redline-target"> ({escape(style.link)})</span></span>'


def _tongue(language: str) -> str:
    """The attributes `lang` and `dir`; the direction is left to the text where the language is not known."""
    if not language:
        return ' dir="auto"'
    try:
        direction = Locale.parse(language, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        direction = "auto"
    return f' lang="{escape(language)}" dir="{direction}"'
