"""What the things in a certificate are called, on its pages and as files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from approvals.decision import DecisionKind
from ccm.words import Speech

if TYPE_CHECKING:  # commands only want the words, and loading these takes longer than what they do
    from ccm.dossier.model import Dossier, Item, Proof
    from content_blocks.document import ChannelName

INDEX, INDEX_SIGNATURE = "index.json", "index.sig"
PAGES = "pages.txt"
SUBJECT = "subject.json"
HEAD, HEAD_SIGNATURE = "log-head.json", "log-head.sig"
Side = Literal["before", "after"]

_NOT_IN_FILE_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


def decision_file(number: int) -> str:
    """The file of the n-th decision's record, from 1; its signature ends in `.sig`."""
    return f"decision-{number:02}.json"


def signature_file(record: str) -> str:
    """The file of the signature under a record."""
    return record.removesuffix(".json") + ".sig"


def key_file(key: str) -> str:
    """The file of the public key with an id."""
    return f"key-{key}.pem"


def item_file(number: int, item: Item) -> str:
    """The file of the n-th item, from 1."""
    name = _NOT_IN_FILE_NAMES.sub("-", f"{item.kind}-{item.name}-{item.version}")
    return f"item-{number:02}-{name}{item.ending}"


def redline_file(number: int) -> str:
    """The file of the n-th item's redline."""
    return f"redline-{number:02}.json"


def proof_file(number: int, proof: Proof, side: Side) -> str:
    """The file of the n-th proof, before or after."""
    from renderers.channels import ending

    return f"proof-{number:02}-{side}{ending(proof.channel)}"


def certificate_name(dossier: Dossier, _: Speech) -> str:
    """What it is a certificate of: nobody shall take a rejection for an approval."""
    return _("Approval certificate") if dossier.state == "approved" else _("Record of a review")


def kind_name(kind: str, _: Speech) -> str:
    """What a kind of item is called."""
    names = {
        "template": _("Template"),
        "block": _("Content block"),
        "dictionary": _("Data dictionary"),
        "class": _("Document class"),
        "theme": _("Theme"),
        "asset": _("Asset"),
        "workflow": _("Workflow"),
        "persona": _("Persona"),
    }
    return names.get(kind, kind)


def change_name(change: str, _: Speech) -> str:
    """What a class of change is called."""
    names = {
        "none": _("without effect"),
        "style": _("style"),
        "layout": _("layout"),
        "business wording": _("business wording"),
        "data contract": _("data contract"),
        "rule": _("rule"),
        "regulated wording": _("regulated wording"),
    }
    return names.get(change, change)


def channel_name(channel: ChannelName, _: Speech) -> str:
    """What a channel is called."""
    return {"pdf": _("Letter"), "email": _("Email"), "sms": "SMS", "push": _("Push message")}[channel]


def decision_name(kind: DecisionKind, _: Speech) -> str:
    """What somebody did."""
    return {"approved": _("approved"), "rejected": _("rejected"), "withdrawn": _("withdrawn")}[kind]


def meaning(kind: DecisionKind, _: Speech) -> str:
    """What somebody says by a decision: in English the very words that are signed."""
    return {
        "approved": _("I have seen what these hashes stand for, and agree that it is sent."),
        "rejected": _("This must not be sent as it is."),
        "withdrawn": _("This is no longer asked for."),
    }[kind]


def spoken(texts: Mapping[str, str], _: Speech) -> str:
    """A text of an item in the language of the certificate, or in the first one there is."""
    return texts.get(_.language) or next(iter(texts.values()), "")


def full_name(dossier: Dossier, person: str) -> str:
    """A person's name; of somebody who is not known, the id."""
    known = dossier.people.get(person)
    return known.name if known else person


def person_name(dossier: Dossier, person: str) -> str:
    """A person's name, login, and the id in the records if it is another one."""
    known = dossier.people.get(person)
    if known is None:
        return person
    return f"{known.name} ({known.login})" if known.login == person else f"{known.name} ({known.login}, {person})"
