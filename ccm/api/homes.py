"""The organisations that a server serves: each by its name, in the one database."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ccm.store.founding import organisations
from ccm.store.home import Home


@dataclass(frozen=True)
class Homes:
    """The stores that can be asked for; `usual` is the one where nobody says which."""

    usual: Home

    def called(self, organisation: str | None) -> Home | None:
        """An organisation's store; none if there is no such organisation, which is nobody's business to know."""
        if organisation in (None, "", self.usual.organisation):
            return self.usual
        return replace(self.usual, organisation=organisation) if organisation in organisations(self.usual) else None
