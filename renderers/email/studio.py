"""What one brand's mails are made with: opened once, the same for every mail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from content_blocks.contrast import contrast
from content_blocks.problem import refuse
from content_blocks.theme import Brand
from renderers.email.headers import mailbox
from renderers.email.layout import Logo
from renderers.email.look import Direction, Look, look
from renderers.email.mjml import mjml_head
from renderers.email.pictures import Inline, inline
from renderers.email.style_sheet import style_sheet


@dataclass(frozen=True, slots=True)
class Studio:
    """A brand's logo, its looks and MJML heads by direction of writing, its name and address, and its `From` header.

    `picture` finds a stored picture by its hash.
    """

    name: str
    address: str
    domain: str
    sender: str
    logo: Logo
    look: Callable[[Direction], Look]
    head: Callable[[Direction], str]
    picture: Callable[[str], Inline | None]


def studio(brand: Brand, assets: Mapping[str, bytes]) -> Studio:
    """Opens a brand; `assets` holds stored pictures by the hash of their bytes.

    Raises `Refused` for a logo that is neither PNG nor JPEG.
    """
    theme = brand.theme
    address = theme.brand["email"]
    domain = address.rpartition("@")[2]

    @cache
    def looks(direction: Direction) -> Look:
        return look(theme, direction)

    @cache
    def picture(asset: str) -> Inline | None:
        return inline(assets[asset], domain) if asset in assets else None

    @cache
    def head(direction: Direction) -> str:
        return mjml_head(looks(direction), style_sheet(theme))

    name = theme.brand["name"]
    return Studio(name, address, domain, mailbox("From", name, address), _logo(brand, domain), looks, head, picture)


def _logo(brand: Brand, domain: str) -> Logo:
    """The logo for light and dark; on a banner, which stays as it is at night, the one made for a ground like it."""
    mail, palette = brand.theme.mail, brand.theme.palette
    light, dark = (_logo_file(brand, name, domain) for name in (mail.logo, mail.logo_dark))
    if mail.layout != "banner":
        return Logo(light, dark, mail.logo_width, brand.theme.brand["name"])
    dim = contrast(palette.accent, "#ffffff") > contrast(palette.accent, "#000000")
    return Logo(dark if dim else light, None, mail.logo_width, brand.theme.brand["name"])


def _logo_file(brand: Brand, name: str, domain: str) -> Inline:
    found = inline(brand.files[name], domain)
    if found is None:
        raise refuse(f"themes/{brand.theme.theme} {name}", "picture-not-for-mail", asset=name)
    return found
