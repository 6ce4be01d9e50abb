"""What a batch renders: the contract between the run, which knows rows and files, and the pipeline behind it.

A `Job` travels to child processes, so it only *names* what to open there.  Everything a run pins is in it, and all of
it goes into `run.json`; where things lie on this machine is noted there too, but is no part of what is pinned.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from content_blocks.document import ChannelName
from content_blocks.problem import Problem

Settings: TypeAlias = Mapping[str, Any]
Record: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Made:
    """One channel's message for one row.

    It is written to `<channel>/<id><ending>`; `ending` includes the dot.  `measures` go into the manifest line: pages,
    segments.
    """

    channel: ChannelName
    ending: str
    content: bytes
    measures: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A channel that must not go out.  It holds back the row's other channels too: a row has one outcome."""

    channel: ChannelName
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A channel that was asked for but is not for this row, such as one its document class does not allow."""

    channel: ChannelName


RowResult: TypeAlias = Sequence[Made | Quarantined | Skipped]
Render: TypeAlias = Callable[[Record], RowResult]
"""Renders one record; raises `Refused` when the record itself cannot be used, whatever the channel."""
Check: TypeAlias = Callable[[Record], object]
"""Validates one record as a `Render` would before it renders; raises `Refused` with everything that is wrong."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to open in a child process, and what of it is pinned.

    `opener` is `module:function`; the function takes `settings` (plain JSON data) and returns a `Render`.  It refuses
    when what it finds is no longer what the run pinned.  The run adds `text` to the settings: whether the records'
    values are untyped text, as in CSV.  `bundles` are the bundle hashes by language and brand, `fingerprint` the engine
    versions, `as_of` the ISO day the messages speak of.  `approval` says who approved the bundles, if anybody did.
    `places` say where the opener finds things on this machine; it gets them with the settings, and the hashes pin what
    lies there.  A place called `witness` is a `module:function` that is told when a run begins and what it came to.
    """

    opener: str
    settings: Settings = field(default_factory=dict)
    bundles: Mapping[str, str] = field(default_factory=dict)
    fingerprint: Mapping[str, str] = field(default_factory=dict)
    as_of: str = ""
    approval: Mapping[str, Any] | None = None
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def template(self) -> str:
        """The template that is rendered, as whoever watches over runs is told; nothing where the job names none."""
        return str(self.settings.get("template", ""))

    def open(self, *, text: bool) -> Render:
        """Import and call the opener; raises whatever it raises."""
        opener: Callable[[Settings], Render] = _named(self.opener)
        return opener({**self.settings, **self.places, "text": text})

    def tell(self, what: str, facts: Mapping[str, Any]) -> None:
        """Tell the witness, if there is one; a run that cannot be witnessed does not go on."""
        if named := self.places.get("witness"):
            _named(named)(self.places, what, facts)


def _named(name: str) -> Any:
    module, _, function = name.partition(":")
    return getattr(importlib.import_module(module), function)


Prepare: TypeAlias = Callable[[Job], Job]
"""Makes the job of a `run.json` anew, so that a later run can see what has changed since."""
