"""The use case behind `ccm render`: one record, some channels, files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ccm.pipeline import Message, Order, open_pipeline
from content_blocks.canonical import sha256
from content_blocks.document import CHANNELS, ChannelName
from content_blocks.problem import Problem, refuse
from renderers.channels import ending
from templates_store.items import Items


@dataclass(frozen=True)
class Written:
    """A file that was written, with what it measures."""

    channel: ChannelName
    path: Path
    sha256: str
    measures: Mapping[str, int]

    def data(self) -> dict[str, Any]:
        """The same for machines."""
        return {"channel": self.channel, "file": str(self.path), "sha256": self.sha256, **self.measures}


def render_record(
    library: Items, order: Order, record: Mapping[str, object], out: Path
) -> tuple[list[Written], list[Problem]]:
    """Render a record and write what came out well; the problems are those of the channels that did not."""
    messages = open_pipeline(library, order).messages(record)
    out.mkdir(parents=True, exist_ok=True)
    name = Path(order.template).stem
    written = [_write(message, out / f"{name}{ending(message.channel)}") for message in messages if message.rendition]
    return written, [problem.within(message.channel) for message in messages for problem in message.problems]


def _write(message: Message, path: Path) -> Written:
    assert message.rendition is not None
    content = message.rendition.content
    path.write_bytes(content)
    return Written(message.channel, path, sha256(content), message.rendition.measures)


def read_record(path: Path) -> dict[str, object]:
    """One record from a JSON file, amounts exact; raises Refused if it is none."""
    try:
        return record_of(path.read_bytes(), path.name)
    except OSError:
        raise refuse(path.name, "record-not-json") from None


def record_of(text: bytes, shown: str) -> dict[str, object]:
    """One record from the bytes of a JSON file, amounts exact; raises Refused if it is none."""
    try:
        content = json.loads(text.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise refuse(shown, "record-not-json") from None
    if not isinstance(content, dict):
        raise refuse(shown, "record-not-json")
    return content


def _no_constant(name: str) -> object:
    raise ValueError(name)


def channels_of(names: Iterable[str]) -> tuple[ChannelName, ...]:
    """The channels behind a list of names, `all` included."""
    wanted = set(names)
    return tuple(channel for channel in CHANNELS if channel in wanted or "all" in wanted)
