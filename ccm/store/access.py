"""Who may do what, as far as it follows from roles and scopes alone.

Every function refuses or lets pass; whoever does something calls one of them first, and `ccm.store.explaining` calls
the same ones.  A key never decides, publishes or administers: those take a person.
"""

from __future__ import annotations

from ccm.store.actor import Actor, Scope
from content_blocks.problem import refuse


def refuse_beyond_scope(by: Actor, scope: Scope) -> None:
    """Raises Refused for a program whose key was not made for this."""
    if scope not in by.scopes:
        raise refuse("", "key-scope-missing", scope=scope)


def refuse_program(by: Actor) -> None:
    """Raises Refused for any key, whatever it was made for."""
    if by.by_key:
        raise refuse("", "person-needed")


def sees(by: Actor, kind: str, name: str) -> bool:
    """Whether an item is any business of somebody: it lies in the area of a role of theirs, whichever that is.

    Personas belong to their template.
    """
    template = name.partition("/")[0]
    return any(
        given.covers(kind, name) or (kind == "persona" and given.covers("template", template)) for given in by.given
    )


def refuse_unseen(by: Actor, kind: str, name: str) -> None:
    """Raises Refused for an item that is none of somebody's business, as if there were none of that name."""
    if not sees(by, kind, name):
        raise refuse("", "item-not-known", kind=kind, name=name)


def changes_allowed(by: Actor, kind: str, name: str, shown: str = "") -> frozenset[str]:
    """The classes of change that somebody may make of an item; raises Refused if there are none."""
    refuse_beyond_scope(by, "write")
    allowed = by.may_change(kind, name)
    if not allowed:
        raise refuse(shown or f"{kind} {name}", "area-not-yours", kind=kind, name=name)
    return allowed


def refuse_reading(by: Actor) -> None:
    """Raises Refused for whoever has no role at all, and so no business with what others write."""
    refuse_beyond_scope(by, "read")
    if not by.given:
        raise refuse("", "role-missing-any")


def refuse_talking(by: Actor) -> None:
    """Raises Refused for who may not say anything about reviews and drafts."""
    refuse_beyond_scope(by, "write")
    if not by.has("author", "reviewer"):
        raise refuse("", "role-missing-for", role="author / reviewer")


def refuse_inviting(by: Actor) -> None:
    """Raises Refused for who may not show a review to somebody from outside."""
    refuse_program(by)
    refuse_talking(by)


def refuse_publishing(by: Actor, kind: str, name: str) -> None:
    """Raises Refused for who may not retire, postpone or take back an item."""
    refuse_program(by)
    if not by.publishes(kind, name):
        raise refuse(f"{kind} {name}", "role-missing-for", role="publisher")


def refuse_rendering(by: Actor, name: str) -> None:
    """Raises Refused for who may not render an approved template for a recipient."""
    refuse_beyond_scope(by, "render")
    _refuse_operating(by, name)


def refuse_running(by: Actor, name: str) -> None:
    """Raises Refused for who may not start a batch of a template."""
    refuse_beyond_scope(by, "batch")
    _refuse_operating(by, name)


def refuse_auditing(by: Actor) -> None:
    """Raises Refused for who may not read the audit log."""
    refuse_beyond_scope(by, "audit")
    if not by.has("auditor"):
        raise refuse("", "role-missing-for", role="auditor")


def refuse_administering(by: Actor) -> None:
    """Raises Refused for who may not let others in and say what they may do."""
    refuse_program(by)
    if not by.has("admin"):
        raise refuse("", "role-missing-for", role="admin")


def _refuse_operating(by: Actor, name: str) -> None:
    if not by.operates("template", name):
        raise refuse(f"template {name}", "role-missing-for", role="operator")
