"""Rechecking in a process of its own: a server never renders in itself, and large native libraries do the rendering."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading

from ccm.store.home import Home
from ccm.store.rechecking import Changed, Rechecked
from content_blocks.problem import refuse

_one = threading.Lock()
"""Two at once would do the same work twice."""


def recheck_apart(home: Home) -> Rechecked:
    """What `recheck` finds, by our own command; raises Refused where one is at it, and for one that broke off."""
    if not _one.acquire(blocking=False):
        raise refuse("", "press-busy")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ccm", "template", "recheck", "--json"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, **home.environment(), "LANGUAGE": "en"},
            check=False,
        )
    finally:
        _one.release()
    try:
        said = json.loads(done.stdout)
        return Rechecked(said["same"], tuple(Changed(**it) for it in said["changed"]))
    except (ValueError, KeyError, TypeError):
        raise refuse("", "document-crashed") from None
