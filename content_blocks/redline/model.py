"""What a redline is: two versions of something compared, as frozen data that every view reads alike.

    Redline          the two versions, and an entry for each thing in which they differ
      Entry          a block, a field of the data dictionary, a channel, or the item itself: added, removed, moved …
        Wording      a text in one language, in stretches: same, removed, added, restyled
        Rule         an expression: both sides, in words too, and which of its smallest conditions came and went
        Value        a setting: both sides
        Member       an entry of a list inside a block, such as a column: added, removed or moved

A reader who takes `same`, `removed` and `restyled` of a wording has the text before, and with `added` in place of
`removed` the text after, both in Unicode NFC.  Remarks (`note`) are no part of a version, nor is its own number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Subject = Literal["template", "content_block", "dictionary", "document_class", "theme", "workflow", "texts"]
Plain: TypeAlias = str | bool | int | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Label:
    """A name for people in both languages of the product."""

    en: str
    de: str

    def within(self, inner: Label) -> Label:
        """The name of something inside what this one names."""
        return Label(f"{self.en} › {inner.en}", f"{self.de} › {inner.de}") if self.en else inner

    def of(self, name: str) -> Label:
        """The name of the one among several that goes by `name`."""
        return self.within(Label(name, name))

    def in_language(self, language: str) -> str:
        """The German name for `de…`, the English one otherwise."""
        return self.de if language.startswith("de") else self.en


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; `link` is the address they lead to, with its placeholders."""

    strong: bool = False
    emphasis: bool = False
    link: str = ""


PLAIN = Style()


Kind = Literal["same", "removed", "added", "restyled"]
Atom = Literal["", "placeholder", "break"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of one style.  A placeholder (`{{ … }}`) and a line break (`\\n`) are stretches of their own.

    `style` is the style after, or of what was removed its own; a `restyled` stretch has the one before in `was`.
    """

    kind: Kind
    text: str
    style: Style = PLAIN
    was: Style | None = None
    atom: Atom = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that reads differently in one language (empty: the same in all); `where` is its field as in files."""

    where: str
    label: Label
    language: str
    stretches: tuple[Stretch, ...]
    kind: Literal["wording"] = "wording"

    def before(self) -> str:
        """The text before."""
        return "".join(stretch.text for stretch in self.stretches if stretch.kind != "added")

    def after(self) -> str:
        """The text after."""
        return "".join(stretch.text for stretch in self.stretches if stretch.kind != "removed")


@dataclass(frozen=True, slots=True)
class Rule:
    """An expression that is another one now.

    `removed`, `added` and `kept` are its smallest conditions; with none removed or added they are only joined or
    spelled differently.  `meant_before` and `meant_after` say conditions in words.
    """

    where: str
    label: Label
    before: str | None
    after: str | None
    stretches: tuple[Stretch, ...]
    meant_before: Label | None = None
    meant_after: Label | None = None
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    kind: Literal["rule"] = "rule"


@dataclass(frozen=True, slots=True)
class Value:
    """A setting that has another value now; None where it has none.  Dates are ISO 8601."""

    where: str
    label: Label
    before: Plain
    after: Plain
    kind: Literal["value"] = "value"


@dataclass(frozen=True, slots=True)
class Member:
    """An entry of a list or map inside a block or item that came, went, or has another place; places count from 1."""

    where: str
    label: Label
    change: Literal["added", "removed", "moved"]
    before: int | None = None
    after: int | None = None
    kind: Literal["member"] = "member"


Difference: TypeAlias = Wording | Rule | Value | Member


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block stands: its region, the ids of the blocks around it from the outside in, in which of their
    compartments (from 1; 0 where there is but one), and after which block (None: as the first)."""

    region: str
    around: tuple[str, ...] = ()
    compartment: int = 0
    after: str | None = None


Change = Literal["added", "removed", "changed"]


def change_of(before: object, after: object) -> Change:
    """What became of something that is None where it is not there."""
    return "added" if before is None else "removed" if after is None else "changed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is not as it was.  What was moved *and* changed has `moved` and differences.

    `label` says what it is, `name` which one; `renamed` is the name it had before, if that is certain.  What was added
    or removed has all that it holds as differences, the blocks inside it as entries of their own.
    """

    where: str
    label: Label
    name: str = ""
    change: Change = "changed"
    moved: bool = False
    renamed: str | None = None
    before: Spot | None = None
    after: Spot | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Redline:
    """Two versions compared.  Without entries they are the same but for remarks, their number and spelling (NFC)."""

    subject: Subject
    name: str
    before: str
    after: str
    entries: tuple[Entry, ...] = ()
    form: Literal["redline/1"] = "redline/1"

    def __bool__(self) -> bool:
        return bool(self.entries)

    def differences(self) -> Iterable[Difference]:
        """All differences of all entries."""
        return (difference for entry in self.entries for difference in entry.differences)
