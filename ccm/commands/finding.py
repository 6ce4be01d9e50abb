"""What TEMPLATE means in a command: items of the store or of files, approved ones or drafts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from os.path import realpath
from pathlib import Path

import click

from ccm.commands.frame import JSON_WANTED
from ccm.commands.options import today
from ccm.libraries import approved_items, drafted_items
from ccm.store.glasses import open_glasses
from ccm.store.home import Home, has_home, open_home
from ccm.words import _
from content_blocks.problem import refuse
from templates_store.approval import opened_by
from templates_store.database import Session
from templates_store.file_library import SHIPPED, Library
from templates_store.items import Items


def find_template(name: str, day: date, draft: bool = False, break_glass: bool = False) -> tuple[Items, str, bool]:
    """The items that a TEMPLATE argument belongs to, its name there, and whether its output is only a proof.

    A bare name is the store's: what is approved, with `break_glass` also what open glasses let out, or with `draft`
    what was saved last.  Where there is no store it is the sample that ships, for proofs.  A path is somebody's file,
    in a library if it lies in a `templates` folder.  Raises Refused where no glass is open over the template.
    """
    if break_glass and (draft or "/" in name or name.endswith(".yaml") or not has_home()):
        raise click.UsageError(_("--break-glass is for templates of the store, without --draft."))
    if "/" in name or name.endswith(".yaml"):
        path = Path(realpath(name))  # unlike `resolve`, it comes back from links that lead in a circle
        root = path.parent.parent if path.parent.name == "templates" else SHIPPED
        return Library(root), str(path), True
    if not has_home():
        if not draft and not click.get_current_context().meta.get(JSON_WANTED):
            click.echo(_("There is no store yet (ccm init): this is a proof of the sample library."), err=True)
        return Library(SHIPPED), name, True
    home = open_home()
    session = Session(home.database.engine)  # as long as the command runs
    if draft:
        return drafted_items(home, session, day), name, True
    if break_glass:
        return _under_glass(home, session, name, day), name, False
    return approved_items(home, session, day, datetime.now(UTC)), name, False


def _under_glass(home: Home, session: Session, template: str, day: date) -> Items:
    """What is approved and what open glasses let out; says who let it out."""
    now = datetime.now(UTC)
    under = open_glasses(session, home.organisation, now, template)
    if not under:
        raise refuse("", "glass-not-open", template=template)
    library = approved_items(home, session, day, now, under=under)
    told = _("Not approved: {opened_by} broke the glass until {until}, see {review}: {reason}")
    for opened in opened_by(session, [glass.opened for glass in library.glasses]):
        click.echo(told.format_map(opened), err=True)
    return library


def every_template() -> Items:
    """The templates that can be named without a path: the store's, or where there is none, those of the sample."""
    if not has_home():
        return Library(SHIPPED)
    home = open_home()
    return drafted_items(home, Session(home.database.engine), today())
