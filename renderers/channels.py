"""The channels by name: those of `content_blocks.document.ChannelName`, each found in the module of its name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import cast

from content_blocks.document import ChannelName
from content_blocks.theme import Brand
from renderers.channel import Channel, ChannelModule


@cache
def _module(name: ChannelName) -> ChannelModule:
    return cast(ChannelModule, import_module(f"renderers.{name}"))


def open_channel(name: ChannelName, brand: Brand, assets: Mapping[str, bytes]) -> Channel:
    """A channel made ready once for all documents of a brand; `assets` are bytes by their hash."""
    return _module(name).open_channel(brand, assets)


def ending(name: ChannelName) -> str:
    """What the names of a channel's files end with."""
    return _module(name).ENDING
