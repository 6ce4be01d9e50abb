"""A brand as a form: its tokens as fields, and what was posted as a theme again, with files taken from elsewhere.

Pure: what there is to choose from is handed in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

from content_blocks.change_class import ChangeClass
from content_blocks.contrast import READABLE, contrast
from content_blocks.theme import Palette, Theme
from web_editor.forms.drawing import Drawn, draw
from web_editor.forms.of_model import entries
from web_editor.forms.reading import Posted, read
from web_editor.forms.shape import Entry, Option

FONTS = ("text_font", "heading_font")
LOGOS = (("logo", "logo"), ("mail/logo", "mail.logo"), ("mail/logo_dark", "mail.logo_dark"))
"""The fields that hold a logo, as paths of the form and of the theme."""
FROM_LIBRARY = "asset:"
Content = dict[str, Any]


class Source(NamedTuple):
    """Where the bytes of a file are to be taken from: another brand's file, or a picture of the library."""

    kind: Literal["theme", "asset"]
    name: str
    file: str = ""


class Family(NamedTuple):
    """A font family: what a theme says of it, and whose it is."""

    content: Mapping[str, Any]
    brand: str

    def files(self) -> dict[str, Source]:
        """Its files, and where they are."""
        names = (f"fonts/{face['file']}" for face in self.content["files"])
        return {name: Source("theme", self.brand, name) for name in names}


@dataclass(frozen=True)
class Offered:
    """What there is to choose from: families by name, pictures of the library by name."""

    families: Mapping[str, Family] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """A theme as a form says it is, and the files that are to be others than the stored ones."""

    content: Content
    files: Mapping[str, Source] = field(default_factory=dict)


class Contrast(NamedTuple):
    """How well a colour reads on another; `place` is where it could be changed."""

    place: str
    text: str
    ground: str
    on: str
    ratio: float | None

    @property
    def readable(self) -> bool:
        """Whether it is enough for running text (WCAG 2.2, 1.4.3)."""
        return self.ratio is not None and self.ratio >= READABLE


def form(content: Content, offered: Offered, files: Mapping[str, Source] = {}) -> dict[str, Drawn]:
    """The fields of a theme by name; `files` are pictures of the library that were chosen and not saved yet."""
    flat = {**content, **{font: str(content.get(font, {}).get("name", "")) for font in FONTS}}
    chosen = {name: f"{FROM_LIBRARY}{it.name}" for name, it in files.items() if it.kind == "asset"}
    flat["mail"] = {name: chosen.get(str(it), it) for name, it in content.get("mail", {}).items()}
    flat["logo"] = chosen.get(str(content.get("logo")), content.get("logo"))
    return {it.entry.name: it for it in draw(_entry(content, offered), flat).inside}


def written(posted: Posted, before: Content, offered: Offered) -> Written:
    """The theme that was posted, made from what it was before."""
    flat = {**before, **{font: str(before.get(font, {}).get("name", "")) for font in FONTS}}
    found: Content = read(_entry(before, offered), posted, flat)
    files: dict[str, Source] = {}
    for font in FONTS:
        family = offered.families.get(str(found.get(font)))
        if found.get(font) == flat[font] or family is None:
            found[font] = before.get(font, {})
        else:
            found[font] = dict(family.content)
            files |= family.files()
    for language in found.get("locales", {}):
        found["labels"].setdefault(language, {})
    found["labels"] = {language: words for language, words in found["labels"].items() if language in found["locales"]}
    files |= dict(_logos(found, before, offered))
    return Written(found, files)


def contrasts(palette: Mapping[str, Any], place: str) -> Iterator[Contrast]:
    """Every pair of colours of a palette that is read one on the other, with its figure; none for what is no colour."""
    known: Palette = Palette.model_construct(**dict(palette))
    for text, ground in known.texts():
        colours = str(palette.get(text, "")), str(palette.get(ground, ""))
        ratio = contrast(*colours) if all(map(_is_colour, colours)) else None
        yield Contrast(f"{place}/{text}", colours[0], colours[1], ground, ratio)


def _entry(content: Content, offered: Offered) -> Entry:
    """All the fields of a theme, with what can be chosen for fonts and logos."""
    made = [_with_choices(it, content, offered) for it in entries(Theme)]
    return Entry("", "group", entries=tuple(made))


def _with_choices(entry: Entry, content: Content, offered: Offered) -> Entry:
    if entry.name in FONTS:
        own = str(content.get(entry.name, {}).get("name", ""))
        names = dict.fromkeys([own, *offered.families])
        return replace(entry, kind="choice", entries=(), options=tuple(_same(it) for it in names))
    if entry.name == "logo":
        return _file(entry, content.get("logo"), offered)
    if entry.name == "mail":
        mail = content.get("mail", {})
        inner = (_file(it, mail.get(it.name), offered) if it.kind == "file" else it for it in entry.entries)
        return replace(entry, entries=tuple(inner))
    return entry


def _file(entry: Entry, name: Any, offered: Offered) -> Entry:
    """A logo: the one there is, or a picture of the same kind from the library."""
    ending = str(name).rpartition(".")[2]
    fitting = [it for it in offered.pictures if it.endswith(f".{ending}")]
    own = Option(str(name), {"en": "as it is", "de": "wie bisher"})
    return replace(entry, options=(own, *(Option(f"{FROM_LIBRARY}{it}", {"en": it, "de": it}) for it in fitting)))


def _logos(found: Content, before: Content, offered: Offered) -> Iterator[tuple[str, Source]]:
    """Pictures of the library that take the place of a logo: under the logo's own name."""
    for _, path in LOGOS:
        holder, old = (found, before) if "." not in path else (found.get("mail", {}), before.get("mail", {}))
        name = path.rpartition(".")[2]
        chosen = str(holder.get(name, "")).removeprefix(FROM_LIBRARY)
        if str(holder.get(name, "")).startswith(FROM_LIBRARY):
            holder[name] = old.get(name)
            if chosen in offered.pictures:
                yield str(old.get(name)), Source("asset", chosen)


def class_of(field_name: str) -> ChangeClass:
    """What a change in a part of a brand counts as, at least."""
    return {
        "brand": "regulated wording",
        "locales": "rule",
        "labels": "business wording",
        "page": "layout",
    }.get(field_name, "style")  # type: ignore[return-value]


def _same(name: str) -> Option:
    return Option(name, {"en": name, "de": name})


def _is_colour(text: str) -> bool:
    return len(text) == 7 and text.startswith("#") and all(it in "0123456789abcdef" for it in text[1:])
