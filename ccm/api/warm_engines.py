"""The engines that a child of the press keeps open: what costs most of opening one is the brand, not the template.

What decides an engine is in its key, so it is the very one that would be opened anew, and an organisation never uses
another one's.
"""

from __future__ import annotations

import gc
from collections import OrderedDict
from typing import TypeAlias

from ccm.pipeline import OpenEngine, open_engine
from content_blocks.bundle import Bundle
from content_blocks.document import ChannelName
from renderers.channel import Channel

OPEN = 24
"""How many engines stay open; each brand has one for each channel."""

Key: TypeAlias = tuple[str, ChannelName, str, tuple[str, ...]]
_engines: OrderedDict[Key, Channel] = OrderedDict()
_settled: list[Key] = []


def warm_engines(organisation: str) -> OpenEngine:
    """What opens an organisation's engines, each once as long as it is used now and then."""

    def opening(name: ChannelName, bundle: Bundle) -> Channel:
        pictures = tuple(sorted(asset.hash for asset in bundle.assets.values()))
        key = (organisation, name, bundle.brand.hash(), pictures)
        if key not in _engines:
            _engines[key] = open_engine(name, bundle)
            if len(_engines) > OPEN:
                _engines.popitem(last=False)
        _engines.move_to_end(key)
        return _engines[key]

    return opening


def settle() -> None:
    """Where other engines are open than before, spare the collector what stays: walking over all of it again and again
    costs every twentieth request as much as half a letter."""
    if set(_settled) != _engines.keys():
        _settled[:] = _engines
        gc.unfreeze()  # what was let go since is collected with the rest
        gc.collect()
        gc.freeze()
