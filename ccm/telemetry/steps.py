"""What the pipeline notes about itself: how long each step took and how it ended, and nothing of what it worked on.

Letters are made in child processes that reach no network, so a child only keeps its notes; whoever gave it work takes
them with the result (`ccm.telemetry.told`).  Unless somebody asked for notes, nothing is measured at all.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from time import perf_counter, time_ns
from types import TracebackType
from typing import Literal, NamedTuple, TypeAlias

from ccm.confiding import confide, confided
from content_blocks.bundle import Bundle
from content_blocks.document import ChannelName
from content_blocks.problem import Refused

Kind: TypeAlias = Literal["compose", "render", "check"]
Outcome: TypeAlias = Literal["done", "faulty", "refused", "failed"]
"""`faulty` is what a check finds something wrong with, `refused` what the record or template does not allow."""

ENGINES: Mapping[ChannelName, str] = {"email": "mrml", "sms": "text", "push": "payload"}
"""What renders where there is no choice of engines."""

ASKED_FOR = "steps"


class Step(NamedTuple):
    """A step that is over: when it began, in nanoseconds since 1970, and how many seconds it took."""

    kind: Kind
    template: str
    version: str
    channel: str
    engine: str
    outcome: Outcome
    pages: int
    begun: int
    seconds: float


MOST = 10_000
"""Several times as many notes as any piece of work makes; where nobody takes them, the oldest go."""

_steps: deque[Step] = deque(maxlen=MOST)


def ask_for_steps() -> None:
    """Have the children of this process note their steps from now on."""
    confide(ASKED_FOR, "yes")


def taken() -> tuple[Step, ...]:
    """What was noted since this was last asked."""
    found = tuple(_steps)
    _steps.clear()
    return found


class Noting:
    """Notes the step that runs inside of it; what is set on it meanwhile is part of the note."""

    __slots__ = ("_begun", "_bundle", "_channel", "_kind", "_since", "faulty", "pages")

    def __init__(self, kind: Kind, bundle: Bundle, channel: ChannelName | None) -> None:
        self._kind, self._bundle, self._channel = kind, bundle, channel
        self.pages, self.faulty = 0, False

    def __enter__(self) -> Noting:
        self._begun, self._since = time_ns(), perf_counter()
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        seconds = perf_counter() - self._since
        template = self._bundle.template
        engine = _engine(self._bundle, self._channel)
        where = (template.template, template.version, self._channel or "", engine)
        _steps.append(Step(self._kind, *where, self._outcome(kind), self.pages, self._begun, seconds))

    def _outcome(self, kind: type[BaseException] | None) -> Outcome:
        if kind is not None:
            return "refused" if issubclass(kind, Refused) else "failed"
        return "faulty" if self.faulty else "done"


class _Silent(Noting):
    """In the place of a note that nobody asked for."""

    __slots__ = ()

    def __init__(self) -> None: ...

    def __enter__(self) -> Noting:
        return self

    def __exit__(self, *_: object) -> None: ...


_SILENT = _Silent()


def noting(kind: Kind, bundle: Bundle, channel: ChannelName | None = None) -> Noting:
    """Notes a step of a bundle, if this is a child that was asked for notes."""
    return Noting(kind, bundle, channel) if confided(ASKED_FOR) else _SILENT


def _engine(bundle: Bundle, channel: ChannelName | None) -> str:
    """What renders a channel."""
    if channel == "pdf":
        return bundle.document_class.pdf_engine
    return ENGINES[channel] if channel else ""
