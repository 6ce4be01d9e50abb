"""Rotating the key that the log is signed with: the old one signs the entry that names the new one, and is gone.

A new key in a file is there before the entry is written, and takes the old one's place after.  Whoever stops in between
does no harm: a next key that the log does not know counts for nothing, and one that it knows takes over by itself.  A
key in a token is there as well, made by whoever keeps the token; who goes on names it in `CCM_SIGNING_KEY` from then.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from approvals.keys import SigningKey, make_key
from ccm.store.access import refuse_administering
from ccm.store.actor import Actor, renewed
from ccm.store.home import Home, token_of
from content_blocks.problem import refuse

IN_A_FILE = "file"
"""In place of an address: a new key in a file."""


def rotate(
    home: Home, by: Actor, now: datetime | None = None, *, to: str = "", settings: Mapping[str, str] = os.environ
) -> str:
    """Sign with a new key from now on; returns its public half, for whoever keeps heads elsewhere.

    `to` is the address of a key in a token, whose PIN is in `settings`, or `IN_A_FILE` for a new key in a file, as it
    is anyway where the old one is in a file.  Raises Refused for who is no administrator, for a key that cannot sign,
    and for the one that signs already.  What the old key signed stays right: the log tells until where it did.
    """
    if not to and home.token:
        raise refuse("", "key-next-unsaid")
    in_token = token_of({**settings, "CCM_SIGNING_KEY": to}) if to not in ("", IN_A_FILE) else None
    after = replace(home, token=in_token)
    with home.turn(now) as turn:
        refuse_administering(renewed(turn.session, home.organisation, by))
        key = after.signing_key() if in_token else _next_file(home)
        if key.public == turn.key:
            raise refuse("", "key-signs-already", key=after.key_name)
        turn.log("key-rotated", by.id, key=key.public, before=turn.key)
    if in_token:
        home.key_file.unlink(missing_ok=True)  # it signs nothing any more
    else:
        home.take_over()
    return key.public


def _next_file(home: Home) -> SigningKey:
    home.key_file.parent.mkdir(mode=0o700, exist_ok=True)
    home.next_key_file.unlink(missing_ok=True)  # left by somebody who was stopped before the entry
    return make_key(home.next_key_file)
