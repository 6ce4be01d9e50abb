"""Entries of the audit log as people read them: what was done in a few words, and what it was about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ccm.api.routes.audit import LogEntry
from ccm.words import Speech

_ = Speech("en")  # marks the words; the view says them in the reader's language

DONE: Mapping[str, str] = {
    "founded": _("Organisation founded"),
    "person-added": _("Somebody let in"),
    "person-disabled": _("Somebody shut out"),
    "role-granted": _("Role given"),
    "role-revoked": _("Role taken away"),
    "password-set": _("Password set"),
    "identity-linked": _("Account elsewhere linked"),
    "identity-unlinked": _("Account elsewhere unlinked"),
    "signed-in": _("Signed in"),
    "signed-out": _("Signed out"),
    "sign-in-failed": _("Sign-in failed"),
    "key-made": _("API key made"),
    "key-ended": _("API key ended"),
    "key-rotated": _("Signing key changed"),
    "saved": _("Draft saved"),
    "copied": _("Begun as a copy"),
    "archived": _("Put into the archive"),
    "brought-back": _("Brought back from the archive"),
    "imported": _("Library imported"),
    "submitted": _("Submitted for approval"),
    "looked": _("Review looked at"),
    "commented": _("Commented"),
    "decided": _("Decided"),
    "refused": _("Refused by a rule"),
    "published": _("Approved and published"),
    "postponed": _("Put off"),
    "retired": _("Retired"),
    "right-lent": _("Right lent"),
    "lending-ended": _("Lending ended"),
    "guest-invited": _("Guest invited"),
    "invitation-ended": _("Invitation ended"),
    "opinion-given": _("Guest gave an opinion"),
    "glass-broken": _("Let out in an emergency"),
    "personas-rendered": _("Personas rendered"),
    "rechecked": _("Checked again"),
    "engine-accepted": _("Program version accepted"),
    "combination-unfit": _("Combination unfit"),
    "proof-shared": _("Proof shared"),
    "share-opened": _("Share link opened"),
    "share-ended": _("Share link ended"),
    "batch-ordered": _("Batch ordered"),
    "batch-failed": _("Batch failed"),
    "batch-corrected": _("Rows of a batch corrected"),
    "run-begun": _("Run begun"),
    "run-certified": _("Run certified"),
    "webhook-added": _("Webhook added"),
    "webhook-ended": _("Webhook ended"),
    "webhook-secret-made": _("Secret of a webhook changed"),
    "kept": _("Rows kept"),
}
"""What each kind of entry means."""

PLACES: Mapping[str, str] = {"review": "/reviews/{}", "batch": "/batches/{}", "template": "/templates/{}"}
ITEMS: Mapping[str, str] = {"template": "/templates/{}", "block": "/blocks/{}"}


@dataclass(frozen=True)
class Told:
    """An entry as a row of a list; `about` is what it names, each with an address where there is a page."""

    entry: LogEntry
    by: str
    about: tuple[tuple[str, str], ...]
    details: tuple[tuple[str, str], ...]


def told(entry: LogEntry, logins: Mapping[str, str]) -> Told:
    """An entry with the people in it by their logins."""
    facts = dict(_flat(entry.details))
    shown = tuple((name, logins.get(str(value), str(value))) for name, value in facts.items())
    return Told(entry, logins.get(entry.person or "", entry.person or ""), tuple(_about(facts, logins)), shown)


def _about(facts: Mapping[str, Any], logins: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if "kind" in facts and "name" in facts:
        kind, name = str(facts["kind"]), str(facts["name"])
        yield f"{name} {facts.get('version', '')}".strip(), ITEMS.get(kind, "").format(name)
    for fact, address in PLACES.items():
        found = facts.get(fact) or facts.get(f"record.{fact}")
        if found and "name" not in facts:
            yield str(found), address.format(found)
    if facts.get("login"):
        yield str(facts["login"]), f"/administration/people/{facts['login']}"
    elif login := logins.get(str(facts.get("person"))):
        yield login, f"/administration/people/{login}"


def _flat(details: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in details.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name}.")
        elif isinstance(value, list):
            yield f"{above}{name}", ", ".join(str(it) for it in value)
        else:
            yield f"{above}{name}", value
