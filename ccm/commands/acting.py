"""Who acts: commands that change something are somebody's, who proves it with a password.

Looking takes no signing in: whoever runs these commands has the database itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps

import click

from ccm.store.actor import Actor
from ccm.store.home import Home, open_home
from ccm.store.signing_in import proven
from ccm.words import _

USER, PASSWORD, NEW_PASSWORD = "CCM_USER", "CCM_PASSWORD", "CCM_NEW_PASSWORD"

SIGNING_IN = _(
    "Whoever does this signs in: --as or CCM_USER says who, the password is asked for or stands in CCM_PASSWORD."
)
"""A paragraph in the help of every command that takes a person."""

AS = click.option(
    "--as", "acting", metavar=_("LOGIN"), envvar=USER, help=_("Who does this; if not given, it stands in CCM_USER.")
)


def acts(command: Callable[..., None]) -> Callable[..., None]:
    """Hands a command the store, and who acts in it once they have signed in."""

    @AS
    @wraps(command)
    def signed_in(acting: str | None, **given: object) -> None:
        home = open_home()
        by, _password = sign_in(home, acting)
        command(home=home, by=by, **given)

    return signed_in


def sign_in(home: Home, login: str | None) -> tuple[Actor, str]:
    """Who somebody is, and the password that proves it; a usage error where either is not said."""
    if not login:
        raise click.UsageError(_("Say who does this, with --as or in CCM_USER."))
    password = os.environ.get(PASSWORD)
    if password is None:
        password = _asked(_("Password of {login}").format(login=login), PASSWORD)
    return proven(home, login, password), password


def chosen_password(login: str, variable: str) -> str:
    """A new password for somebody: from a variable, or asked for twice."""
    if variable in os.environ:
        return os.environ[variable]
    return _asked(_("New password of {login}").format(login=login), variable, again=_("The same again"))


def at_terminal() -> bool:
    """Whether there is somebody to be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(text: str, variable: str, again: str | bool = False) -> str:
    if not at_terminal():
        raise click.UsageError(_("There is nobody to ask for the password; put it into {name}.").format(name=variable))
    answer: str = click.prompt(text, hide_input=True, confirmation_prompt=again, err=True)
    return answer
