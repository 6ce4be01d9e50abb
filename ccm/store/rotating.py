"""Rotating the key that the log is signed with: the old one signs the entry that names the new one, and is gone.

The new key is in its file before the entry is written, and takes the old one's place after.  Whoever stops in between
does no harm: a next key that the log does not know counts for nothing, and one that it knows takes over by itself.
"""

from __future__ import annotations

from datetime import datetime

from approvals.keys import make_key
from ccm.store.access import refuse_administering
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home


def rotate(home: Home, by: Actor, now: datetime | None = None) -> str:
    """Sign with a new key from now on; returns its public half, for whoever keeps heads elsewhere.

    Raises Refused for who is no administrator.  What the old key signed stays right: the log tells until where it did.
    """
    with home.turn(now) as turn:
        refuse_administering(renewed(turn.session, home.organisation, by))
        home.next_key_file.unlink(missing_ok=True)  # left by somebody who was stopped before the entry
        public = make_key(home.next_key_file).public
        turn.log("key-rotated", by.id, key=public, before=turn.key)
    home.take_over()
    return public
