"""What a child of the press may be given to do, and what may become of it; a file that is quickly read."""

from __future__ import annotations

import os
import threading

from ccm.batch.worker import TOO_BIG


def echo(given: int) -> tuple[int, int]:
    return given, os.getpid()


def hang(_given: int) -> None:
    threading.Event().wait()


def die(_given: int) -> None:
    os._exit(9)


def swell(_given: int) -> None:
    os._exit(TOO_BIG)
