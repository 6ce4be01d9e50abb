"""The pipeline with a stopwatch around its stages: the very functions that a batch runs."""

from __future__ import annotations

from collections.abc import Mapping

import ccm.pipeline
from benchmarks.stopwatch import Stopwatch
from ccm.pipeline import Order, Pipeline, open_pipeline
from content_blocks.document import ChannelName
from content_blocks.theme import Brand
from renderers.channel import Channel
from renderers.channels import open_channel
from templates_store.file_library import Library


def open_watched(watch: Stopwatch, library: Library, order: Order) -> Pipeline:
    """A pipeline whose stages are timed: `read`, `compose`, a stage for each channel, `check`."""

    def open_timed(name: ChannelName, brand: Brand, assets: Mapping[str, bytes]) -> Channel:
        channel = open_channel(name, brand, assets)
        return channel._replace(render=watch.stage(name, channel.render), check=watch.stage("check", channel.check))

    setattr(ccm.pipeline, "open_channel", open_timed)  # noqa: B010 - a name that the module only imports
    watch.around("compose", ccm.pipeline, "compose")
    pipeline = open_pipeline(library, order)
    vars(pipeline)["reader"] = watch.stage("read", pipeline.reader)
    return pipeline
