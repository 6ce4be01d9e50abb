"""Payment details with the EPC code ("GiroCode") that banking apps scan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar

from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

from content_blocks import parts
from content_blocks.block import Block, labelled
from content_blocks.item import Formula
from content_blocks.problem import Problem, Refused
from content_blocks.scope import Scope
from content_blocks.text import Line

SEPA_TEXT = re.compile(r"[A-Za-z0-9/?:().,'+ \-ÄÖÜäöüß&*$%]*")
"""EPC217-08: the characters every SEPA bank takes, and the German ones that EPC069-12 readers take as UTF-8."""

MOST_BYTES = 331


class Payment(Block):
    """A transfer in euro: printed as facts, and as a code for the phone (EPC069-12, version 002)."""

    type_name: ClassVar = "payment"
    title: ClassVar = {"en": "Payment", "de": "Zahlung"}
    place: ClassVar = "piece"

    payee: Line = labelled("Payee", "Empfänger")
    iban: Line = labelled("IBAN", "IBAN")
    amount: Formula = labelled("Amount in euro", "Betrag in Euro")
    show: Line = labelled("Amount as printed", "Betrag in Schrift")
    reference: Line = labelled("Reference", "Verwendungszweck")
    payee_label: Line = labelled("Label of the payee", "Beschriftung des Empfängers")
    amount_label: Line = labelled("Label of the amount", "Beschriftung des Betrags")
    reference_label: Line = labelled("Label of the reference", "Beschriftung des Verwendungszwecks")
    alt: Line = labelled("Code in words", "Code in Worten")

    def parts(self, scope: Scope) -> Sequence[parts.Part]:
        payee, iban, reference = (scope.show(text) for text in (self.payee, self.iban, self.reference))
        payload = epc_payload(payee, iban, self.amount.evaluate(scope.values), reference)
        facts = parts.Facts(
            (
                (scope.fill(self.payee_label), scope.fill(self.payee)),
                (parts.words("IBAN"), parts.words(IBAN(iban).formatted)),
                (scope.fill(self.amount_label), scope.fill(self.show)),
                (scope.fill(self.reference_label), scope.fill(self.reference)),
            )
        )
        code = parts.Code(payload, scope.show(self.alt))
        return [parts.Container("columns", ((facts,), (code,)))]

    specimen: ClassVar = {
        "type": "payment",
        "id": "payment",
        "payee": "Ahornbank AG",
        "iban": "DE02120300000000202051",
        "amount": "account.due",
        "show": "{{ account.due | money }}",
        "reference": {"en": "Invoice 2026-1107", "de": "Rechnung 2026-1107"},
        "payee_label": {"en": "Payee", "de": "Empfänger"},
        "amount_label": {"en": "Amount", "de": "Betrag"},
        "reference_label": {"en": "Reference", "de": "Verwendungszweck"},
        "alt": {
            "en": "Code to scan with your banking app; it holds the details printed beside it.",
            "de": "Code für Ihre Banking-App; er enthält die nebenstehenden Angaben.",
        },
        "short": {"en": "Please pay {{ account.due | money }}.", "de": "Bitte zahlen Sie {{ account.due | money }}."},
    }


def epc_payload(payee: str, iban: str, amount: object, reference: str) -> str:
    """The text of the code; raises Refused with every field that EPC069-12 or a SEPA bank would not take."""
    problems = [
        Problem(field, code)
        for field, code, ok in (
            ("payee", "payment-text", 0 < len(payee) <= 70 and SEPA_TEXT.fullmatch(payee)),
            ("reference", "payment-text", len(reference) <= 140 and SEPA_TEXT.fullmatch(reference)),
            ("iban", "payment-iban", _is_iban(iban)),
            ("amount", "payment-amount", _is_amount(amount)),
        )
        if not ok
    ]
    if problems:
        raise Refused(problems)
    compact = IBAN(iban).compact
    payload = "\n".join(["BCD", "002", "1", "SCT", "", payee, compact, f"EUR{amount:.2f}", "", "", reference])
    if len(payload.encode()) > MOST_BYTES:
        raise Refused([Problem("reference", "payment-too-long", {"limit": MOST_BYTES})])
    return payload


def _is_iban(iban: str) -> bool:
    try:
        return bool(IBAN(iban))
    except SchwiftyException:
        return False


def _is_amount(amount: object) -> bool:
    if not isinstance(amount, Decimal) or not amount.is_finite():
        return False
    return Decimal("0.01") <= amount <= Decimal("999999999.99") and amount == round(amount, 2)
