"""Pages from views: words, colours and whoever is signed in are the same for all; what is shown is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from ccm.store.noticing import count_unseen
from content_blocks.formats.told import told_day, told_instant
from web_editor.menu import entries
from web_editor.titles import calling, people
from web_editor.visit import Visit, colours, speech

STATIC = Path(__file__).parent / "static"
MENTION = re.compile(r"(^|[\s(])@([a-z][a-z0-9._-]*[a-z0-9])")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""What a page may load: our own files, and pictures that came inside an answer."""


def show(view: str, visit: Visit, status: int = 200, **told: Any) -> HTMLResponse:
    """A page, or the part of it that our script asked for, for somebody who is signed in.

    Views say the `title_of` an item and `who` somebody is: names in files and logins are for files.
    """
    me = visit.asking.actor
    menu = entries(me, visit.request.url.path)
    unseen = count_unseen(visit.asking.home, me) if me.given else 0
    around = {"me": me, "menu": menu, "unseen": unseen, "form_token": visit.form_token}
    names = {"title_of": calling(visit), "who": people(visit)}
    return shown(view, visit.request, status, **around, **names, **told)


def shown(view: str, request: Request, status: int = 200, **told: Any) -> HTMLResponse:
    """A page for anybody."""
    _ = speech(request)
    language = _.language
    common = {
        "_": _,
        "ngettext": _.ngettext,
        "language": language,
        "colours": colours(request),
        "day": lambda day: _day(day, language),
        "instant": teller(language),
        "me": None,
    }
    text = views().get_template(view).render(common | told)
    return HTMLResponse(text, status, {"Content-Security-Policy": POLICY, "Vary": "Cookie, Accept-Language"})


@cache
def views() -> Environment:
    """Our views; a name that a page was not told is a fault and never an empty place."""
    made = Environment(
        loader=PackageLoader("web_editor", "views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["static"] = static
    made.filters["mentions"] = _mentions
    return made


@cache
def static(name: str) -> str:
    """The address of a file of ours; it changes with the file, so browsers may keep it for ever."""
    return f"/static/{name}?{sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def teller(language: str) -> Callable[[datetime | str], str]:
    """What says an instant in a language."""
    return lambda at: told_instant(_instant(at), language)


def _mentions(words: str) -> Markup:
    """Words with the logins that are mentioned in them marked, and their lines kept."""
    marked = MENTION.sub(r'\1<strong class="mention">@\2</strong>', str(escape(words)))
    return Markup(marked.replace("\n", "<br>"))  # noqa: S704 - escaped a line above


def _day(day: date | str, language: str) -> str:
    return told_day(date.fromisoformat(day) if isinstance(day, str) else day, language)


def _instant(at: datetime | str) -> datetime:
    return datetime.fromisoformat(at) if isinstance(at, str) else at
