"""Small pipelines for runs: real openers that children import, well behaved and not."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Mapping

from ccm.batch.job import Made, Quarantined, Record, Render, RowResult, Settings, Skipped
from content_blocks.problem import Problem, Refused, refuse


def letters(settings: Settings) -> Render:
    """Writes an SMS and a mail, misbehaves for ids that ask for it, and refuses records without a name."""

    def render(record: Record) -> RowResult:
        record_id, name = str(record["id"]), record.get("name")
        misbehave(record_id.partition("-")[0])
        if not name:
            raise Refused([Problem("name", "data-empty"), Problem("town", "data-empty")])
        text = f"{settings.get('greeting', 'Hello')} {name}"
        mail = Made("email", ".eml", f"Subject: {text}\r\n\r\n{text}\r\n".encode())
        if record_id.startswith("nophone"):
            return [mail, Quarantined("sms", (Problem("phone", "data-empty"),))]
        if record_id.startswith("nosms"):
            return [mail, Skipped("sms")]
        return [mail, Made("sms", ".json", json.dumps({"text": text}).encode(), {"segments": 1})]

    return render


def misbehave(way: str) -> None:
    """Hang, eat memory, or die, as the id says."""
    match way:
        case "hang":
            time.sleep(1000)
        case "eat":
            bytearray(8 << 30)
        case "die":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "quit":
            os._exit(0)
        case "bug":
            raise KeyError("a name that must not get into a log")
        case "slow":
            time.sleep(0.02)


def closed(settings: Settings) -> Render:
    """Cannot be opened: the template is gone."""
    raise refuse(str(settings["template"]), "input-gone", file="letter.yaml")


def deadly(settings: Settings) -> Render:
    """Kills its process while it is opened."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def typed(settings: Settings) -> Render:
    """Writes down what type each value has, and whether the run says that values are text."""

    def render(record: Mapping[str, object]) -> RowResult:
        kinds = {name: type(value).__name__ for name, value in record.items()}
        return [Made("push", ".json", json.dumps({"text": settings["text"], "kinds": kinds}).encode())]

    return render
