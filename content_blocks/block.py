"""What every block type shares.

A block is what an author writes.  Its class says which fields it has (each with label and help in both languages, so
that editor form, JSON Schema and check read the same) and how it comes down to parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, reduce
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, WithJsonSchema, model_validator
from pydantic.config import JsonDict

from content_blocks.document import ChannelName, LockMode, Piece
from content_blocks.expressions import Expression
from content_blocks.item import Identifier, Item
from content_blocks.lock_mode import meet
from content_blocks.names import Names
from content_blocks.parts import Part
from content_blocks.problem import Problem, Refused
from content_blocks.scope import COUNTS, Scope
from content_blocks.text import Inline, Text

Level = Literal["leaf", "piece", "template"]
LEAVES: frozenset[Level] = frozenset({"leaf"})
SHARED: frozenset[Level] = frozenset({"leaf", "piece"})
ANYTHING: frozenset[Level] = frozenset({"leaf", "piece", "template"})

BlockTypeName = Annotated[str, WithJsonSchema({"type": "string", "format": "block type"})]

Words = Mapping[str, str]
"""The same words in English (`en`) and German (`de`)."""


def labelled(
    en: str, de: str, help_en: str = "", help_de: str = "", *, choices: Mapping[Any, tuple[str, str]] = {}, **more: Any
) -> Any:
    """A field with its label and help for the people who fill it in; `choices` says what its values are called."""
    extra: JsonDict = {"label": {"en": en, "de": de}, "help": {"en": help_en, "de": help_de}}
    if choices:
        extra["choices"] = {str(value): {"en": words[0], "de": words[1]} for value, words in choices.items()}
    return Field(json_schema_extra=extra, **more)


CHANNEL_WORDS: Mapping[Any, tuple[str, str]] = {
    "pdf": ("Letter (PDF)", "Brief (PDF)"),
    "email": ("Email", "E-Mail"),
    "sms": ("SMS", "SMS"),
    "push": ("Push message", "Push-Nachricht"),
}
LOCK_WORDS: Mapping[Any, tuple[str, str]] = {
    "locked": ("Locked", "Gesperrt"),
    "text": ("Words only", "Nur Worte"),
    "blanks": ("Blanks only", "Nur Lücken"),
    "open": ("Open", "Offen"),
}


class ChannelForm(Item):
    """How one channel carries a block: `form`, and for `rows` how many and the sentence that follows them.

    In that sentence `{{ shown }}`, `{{ hidden }}` and `{{ total }}` are numbers of rows.
    """

    shorthand: ClassVar = "form"

    form: Literal["full", "rows", "short", "absent"] = labelled(
        "Form",
        "Form",
        choices={
            "full": ("In full", "Vollständig"),
            "rows": ("The first rows", "Die ersten Zeilen"),
            "short": ("Short form", "Kurzform"),
            "absent": ("Not at all", "Gar nicht"),
        },
    )
    rows: int = labelled(
        "Rows", "Zeilen", "How many rows are shown.", "Wie viele Zeilen gezeigt werden.", default=0, ge=0, le=500
    )
    more: Inline | None = labelled(
        "Sentence below",
        "Satz darunter",
        "Follows where rows are left out; it may name shown, hidden and total.",
        "Folgt, wo Zeilen fehlen; darf shown, hidden und total nennen.",
        default=None,
    )

    @model_validator(mode="before")
    @classmethod
    def _short_notation(cls, content: Any) -> Any:
        return {cls.shorthand: content} if isinstance(content, str) else content


class Block(Item):
    """A block in a template or content block.

    `type_name` is its name in files.  `place` says where it may stand: a `leaf` anywhere, a `piece` in content blocks
    and templates, the rest in templates only.  `nested` names the fields that hold blocks, `holds` the levels those
    may have, `deepest` how many blocks of this type may stand inside each other.  `wraps` tells that it becomes no
    piece itself, `conditions` which of its fields have to be true or false, `lists` which of them have to be lists.
    """

    type_name: ClassVar[str]
    title: ClassVar[Words]
    place: ClassVar[Level] = "leaf"
    nested: ClassVar[tuple[str, ...]] = ()
    holds: ClassVar[frozenset[Level]] = frozenset()
    deepest: ClassVar[int] = 1
    wraps: ClassVar[bool] = False
    conditions: ClassVar[tuple[str, ...]] = ()
    lists: ClassVar[tuple[str, ...]] = ()
    specimen: ClassVar[Mapping[str, Any]]

    type: str
    id: Identifier
    lock: LockMode = labelled(
        "Lock",
        "Sperre",
        "What others may change: set by the owners of locks.",
        "Was andere ändern dürfen; das bestimmen die Eigentümer der Sperren.",
        choices=LOCK_WORDS,
        default="open",
    )
    mandatory: bool | tuple[ChannelName, ...] = labelled(
        "Mandatory",
        "Pflicht",
        "The channels that may not go out without it; yes means all.",
        "Die Kanäle, die nicht ohne ihn versendet werden; ja heißt: alle.",
        choices=CHANNEL_WORDS,
        default=False,
    )
    short: Inline | None = labelled(
        "Short form",
        "Kurzform",
        "The sentence that SMS and push show instead.",
        "Der Satz, den SMS und Push stattdessen zeigen.",
        default=None,
    )
    channels: dict[ChannelName, ChannelForm] = labelled(
        "Form per channel",
        "Form je Kanal",
        "How a channel carries it, where not as usual.",
        "Wie ein Kanal ihn zeigt, wenn nicht wie üblich.",
        choices=CHANNEL_WORDS,
        default_factory=dict,
    )
    note: str = labelled("Remark", "Bemerkung", "No recipient sees it.", "Kein Empfänger sieht sie.", default="")

    def parts(self, scope: Scope) -> Sequence[Part]:
        """What a reader sees of this block for one record; types that say their `pieces` themselves have none."""
        raise NotImplementedError(self.type_name)

    def pieces(self, scope: Scope) -> Iterator[Piece]:
        """The pieces this block becomes: one, unless its type says otherwise.

        What is locked inside a container locks its piece, for no channel may lose it.
        """
        whole = scope.bound(self._strictest)
        yield whole.piece(self, tuple(self.parts(scope.bound(self.lock))), short=whole.fill(self.short))

    def names(self, outer: Names, field: str) -> Names:
        """What the names in one of its fields mean; a type whose fields see more than `outer` says so here."""
        return outer.naming(**COUNTS) if field.startswith("channels.") else outer

    def names_inside(self, outer: Names) -> Names:
        """What names mean in the blocks inside this one."""
        return outer

    def compartments(self) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """The blocks directly inside this one, by the place they stand in: `blocks`, or `cells.0`, `cells.1`."""
        for name in self.nested:
            value = getattr(self, name)
            if any(isinstance(entry, tuple) for entry in value):
                yield from ((f"{name}.{number}", cell) for number, cell in enumerate(value))
            else:
                yield name, value

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Every text of this block with the name of its field, those of its settings included."""
        yield from ((name, value) for name, value in _leaves_of(self, "") if isinstance(value, Text))

    def expressions(self) -> Iterator[tuple[str, Expression]]:
        """Every expression of this block with the name of its field, those in its texts included."""
        for name, value in _leaves_of(self, ""):
            if isinstance(value, Expression):
                yield name, value
            if isinstance(value, Text):
                yield from ((name, expression) for expression in value.expressions())

    @cached_property
    def _strictest(self) -> LockMode:
        return reduce(meet, (block.lock for block in walk((self,))))


def _leaves_of(value: object, name: str) -> Iterator[tuple[str, object]]:
    """What a setting is made of, by dotted names; blocks inside a block are not settings of it."""
    match value:
        case Item():
            nested = getattr(value, "nested", ())
            fields = ((key, field) for key, field in type(value).model_fields.items() if key not in nested)
            inner = [(field.alias or key, getattr(value, key)) for key, field in fields]
        case Mapping():
            inner = list(value.items())
        case list() | tuple():
            inner = [(str(number), entry) for number, entry in enumerate(value)]
        case _:
            yield name, value
            return
    for key, entry in inner:
        yield from _leaves_of(entry, f"{name}.{key}" if name else str(key))


def pieces_of(blocks: Sequence[Block], scope: Scope) -> Iterator[Piece]:
    """The pieces of some blocks; raises Refused with what is wrong in any of them, placed by block id."""
    problems: list[Problem] = []
    for block in blocks:
        try:
            yield from block.pieces(scope)
        except Refused as refused:
            problems += [problem.under(block.id) for problem in refused.problems]
    if problems:
        raise Refused(problems)


def walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Some blocks and everything inside them, in reading order."""
    for block in blocks:
        yield block
        for _, inner in block.compartments():
            yield from walk(inner)
