"""The organisations that a server serves: each by its name, in the one database."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ccm.store.founding import organisations
from ccm.store.home import Home
from content_blocks.problem import refuse


@dataclass(frozen=True)
class Homes:
    """The stores that can be asked for; `usual` is the one where nobody says which."""

    usual: Home

    def named(self, organisation: str | None) -> Home:
        """An organisation's store; raises Refused as for a wrong sign-in, so that names cannot be tried."""
        if organisation in (None, "", self.usual.organisation):
            return self.usual
        if organisation not in organisations(self.usual):
            raise refuse("", "sign-in-wrong")
        return replace(self.usual, organisation=str(organisation))
