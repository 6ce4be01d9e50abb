"""A finished review, made by hand: two versions, two steps, four channels, one key.

Nothing in it is rendered, so that its certificate changes only when certificates do.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from approvals.decision import Decision, DecisionKind
from approvals.keys import FileKey
from approvals.log import Head
from approvals.review import Review
from approvals.workflow import Step
from ccm.dossier.model import Bundle, Carried, Check, Dossier, Item, Person, Proof, Signed
from ccm.dossier.writing import write_dossier
from content_blocks.problem import Problem
from content_blocks.redline import redline
from content_blocks.specimen_world import CLAUSE
from content_blocks.yaml_source import write_yaml
from tests.content_blocks.redline_kinds import KINDS, LETTER, LETTER_EDITS, letter

KEY = FileKey(Ed25519PrivateKey.from_private_bytes(b"\1" * 32))
OTHER_KEY = FileKey(Ed25519PrivateKey.from_private_bytes(b"\2" * 32))
SUBMITTED = datetime(2026, 11, 2, 8, 15, tzinfo=UTC)

PEOPLE: Mapping[str, Person] = {
    "ada": Person("Ada Weißenbrunn", "ada"),
    "ben": Person("Benedikt Öztürk-Lindqvist", "ben"),
    "p-17": Person("Prof. Dr. Käthe Ahrendt", "kahrendt"),
    "dora": Person("Dora Nguyễn", "dora"),
    "emil": Person("Emil Ångström", "emil"),
}

STEPS = (
    Step(
        id="content",
        title={"en": "Content", "de": "Inhalt"},
        question={"en": "Is it right and well said?", "de": "Ist es richtig und gut gesagt?"},
        days=5,
    ),
    Step(
        id="compliance",
        title={"en": "Compliance", "de": "Compliance"},
        question={"en": "Is it lawful and complete?", "de": "Ist es rechtmäßig und vollständig?"},
        quorum=2,
        days=10,
    ),
)

READS = {
    "de": "Ihr Konto ist im Minus\n\nBitte zahlen Sie {{ account.due | money }} binnen 21 Tagen, spätestens zum "
    "07.07.2026. Andernfalls fällt ein Entgelt von 1.500,00 € oder 6 % an. Siehe unser Preisverzeichnis.\n\n"
    "Wir können Ihre Karte sperren.\n\nMit freundlichen Grüßen\nHenrike Öztürk-Lindqvist",
    "en": "Your account is overdrawn\n\nPlease pay {{ account.due | money }} within 21 days, by 7 July 2026 at the "
    "latest. A fee of EUR 1,500.00 or 6 % is charged otherwise. See our fees.\n\nWe may block your card.\n\n"
    "Yours sincerely\nHenrike Öztürk-Lindqvist",
}

MAIL = """Ihr Konto ist im Minus

Sehr geehrte Frau Çelik,

bitte zahlen Sie 138,80 € binnen {days} Tagen, spätestens zum {last}. Andernfalls fällt ein Entgelt von {fee} an.
Siehe unser Preisverzeichnis: https://bank.example/preise

Mit freundlichen Grüßen
Henrike Öztürk-Lindqvist"""


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


ITEMS = (
    Item(
        "template",
        "overdraft-reminder",
        "2.1",
        _hash("template"),
        write_yaml(LETTER).encode(),
        tuple(READS.items()),
        replace(
            redline(
                letter(),
                letter(
                    lambda content: [
                        LETTER_EDITS[name](content)
                        for name in (
                            "number, date and amount replaced",
                            "constant in a condition",
                            "message lines",
                            "points inserted and moved",
                            "block added",
                        )
                    ]
                ),
            ),
            name="overdraft-reminder",
            before="2.0",
            after="2.1",
        ),
    ),
    Item(
        "block",
        "specimen-clause",
        "1.1",
        _hash("block"),
        write_yaml(CLAUSE).encode(),
        (("de", "Einlagen sind bis {{ input.limit | money }} gesetzlich geschützt."),),
        KINDS["content block"](),
    ),
    Item("persona", "overdraft-reminder/minus", "1.0", _hash("persona"), b'{"record": {}}\n', ending=".json"),
)

BUNDLES = tuple(
    Bundle("overdraft-reminder", "2.1", language, brand, _hash(language + brand), start, _hash(f"{language} before"))
    for language in ("de", "en")
    for brand, start in (("ahorn", None), ("wieland", date(2027, 1, 1)))
)


def _mail(days: str, last: str, fee: str) -> Carried:
    text = MAIL.format(days=days, last=last, fee=fee)
    return Carried(f"Subject: Ihr Konto\nContent-Type: text/plain; charset=utf-8\n\n{text}\n".encode(), text)


def _short(text: str) -> Carried:
    return Carried(json.dumps({"text": text}, ensure_ascii=False).encode(), text)


def _proof(channel: str, before: Carried | None, after: Carried | None) -> Proof:
    return Proof("overdraft-reminder 2.1", "Frau Çelik, im Minus", "de", "ahorn", channel, before, after)  # type: ignore[arg-type]


PROOFS = (
    _proof("pdf", Carried(b"%PDF-1.7 before\n"), Carried(b"%PDF-1.7 after\n")),
    _proof("email", _mail("14", "30.06.2026", "1.250,00 €"), _mail("21", "07.07.2026", "1.500,00 €")),
    _proof("sms", None, _short("Bitte zahlen Sie 138,80 € bis 07.07.2026. Ahornbank")),
    _proof("push", _short("Bitte zahlen\nEs geht um Ihr Konto."), _short("Bitte zahlen\nEs geht um Ihr Konto.")),
)

CHECKS = (
    Check("overdraft-reminder 2.1, de, ahorn"),
    Check("overdraft-reminder 2.1, en, ahorn", (Problem("body.steps", "text-stale", {"language": "en"}),)),
)

REVIEW = Review(
    id="R-2026-0117",
    submitted_by="ada",
    submitted_at=SUBMITTED,
    authors=frozenset({"ada", "ben"}),
    change="regulated wording",
    steps=STEPS,
    hashes=(
        *((f"{item.kind} {item.name} {item.version}", item.hash) for item in ITEMS),
        *((f"bundle {each.template} {each.language} {each.brand}", each.hash) for each in BUNDLES),
    ),
)


def signed(
    person: str,
    step: str | None,
    hours: int,
    kind: DecisionKind = "approved",
    reason: str = "",
    behalf: str | None = None,
) -> Signed:
    """A decision so many hours after the submission, with its signature."""
    at = SUBMITTED + timedelta(hours=hours, seconds=7)
    decision = Decision(REVIEW.id, kind, person, at, REVIEW.subject, step, behalf, reason)
    return Signed(decision, KEY.sign(decision.record()))


DECISIONS = (
    signed("p-17", "content", 3),
    signed("dora", "compliance", 26, reason="Checked against section 675d BGB. The fee is that of the list of prices."),
    signed("emil", "compliance", 29, behalf="ben2"),
)

HEAD = Head("ahornbank", 4711, _hash("root"), SUBMITTED + timedelta(hours=29, seconds=7))


@cache
def reviewed() -> Dossier:
    """The review, approved."""
    return Dossier(
        organisation="Ahornbank AG",
        title="Overdraft reminder: three weeks instead of two",
        review=REVIEW,
        start=date(2026, 12, 1),
        people={**PEOPLE, "ben2": Person("Bernadette Żółkiewska", "ben2")},
        items=ITEMS,
        bundles=BUNDLES,
        checks=CHECKS,
        proofs=PROOFS,
        decisions=DECISIONS,
        keys=(KEY.public,),
        head=HEAD,
        head_signature=KEY.sign(HEAD.record()),
    )


@cache
def certificate(language: str = "en") -> bytes:
    """Its certificate, with a signed index."""
    return write_dossier(reviewed(), language, KEY.sign)
