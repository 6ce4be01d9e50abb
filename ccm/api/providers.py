"""Providers of OpenID Connect that people of an organisation sign in at: files beside the store, one for each.

`$CCM_HOME/providers/ORGANISATION/NAME.json` holds `issuer`, `client_id`, `redirect_uri`, and where the provider gave
one `client_secret`; only its owner may read it.  `redirect_uri` is what is registered there:
`https://HOST/api/v1/session/oidc/NAME/callback`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from ccm.signing_in.provider import Discovered, Provider, discovered
from ccm.store.home import Home
from content_blocks.problem import refuse

NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
FRESH = timedelta(hours=1)
"""How long it is believed what a provider says about itself."""
SCOPES = ("openid", "profile", "email")


def provider(home: Home, name: str) -> Provider:
    """A provider of an organisation; raises Refused where there is none of that name, and for an unfit file."""
    file = home.place / "providers" / home.organisation / f"{name}.json"
    if not NAME.fullmatch(name) or not file.is_file():
        raise refuse("", "not-there")
    if file.stat().st_mode & 0o077:
        raise refuse("", "key-file-open", file=file.name)
    return _read(file.read_bytes(), file.name)


def _read(content: bytes, shown: str) -> Provider:
    try:
        said: dict[str, Any] = json.loads(content)
        given = {slot: str(said[slot]) for slot in ("issuer", "client_id", "redirect_uri")}
        secret, scopes = said.get("client_secret"), tuple(map(str, said.get("scopes", SCOPES)))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise refuse("", "provider-file-unfit", file=shown) from None
    return Provider(given["issuer"], given["client_id"], secret and str(secret), scopes, given["redirect_uri"])


@dataclass
class Discoveries:
    """What providers said about themselves within the last hour."""

    _said: dict[Provider, tuple[datetime, Discovered]] = field(default_factory=dict)

    def of(self, provider: Provider, now: datetime | None = None) -> Discovered:
        """What a provider says about itself; raises Refused where it cannot be used."""
        at = now or datetime.now(UTC)
        since, said = self._said.get(provider, (at, None))
        if said is None or at - since >= FRESH:
            said = discovered(provider)
            self._said[provider] = (at, said)
        return said
