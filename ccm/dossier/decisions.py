"""Who decided: each step of the review with its question, and the decisions that answered it."""

from __future__ import annotations

from collections.abc import Iterator

from approvals.workflow import Step
from ccm.dossier.model import Dossier, Signed
from ccm.dossier.names import decision_file, decision_name, meaning, person_name, signature_file, spoken
from ccm.dossier.passage import Passage, facts, lines, moment
from ccm.words import Speech
from content_blocks.parts import Container, Heading, Paragraph, words


def decided(dossier: Dossier, _: Speech) -> Iterator[Passage]:
    """Each step with its question and who answered it, then what ended the review as a whole."""
    yield Passage((Heading(2, words(_("Who decided"))), *_translated(_)))
    numbered = list(enumerate(dossier.decisions, 1))
    for step in dossier.review.steps:
        yield from _step(step, _)
        for number, signed in numbered:
            if signed.decision.step == step.id:
                yield _vote(dossier, number, signed, _)
    for number, signed in numbered:
        if signed.decision.step is None:
            yield _vote(dossier, number, signed, _)


def _translated(_: Speech) -> tuple[Paragraph, ...]:
    """Records speak English; who reads their words in another language is told so."""
    about = _("The statements are translated; what was signed are the English words in the records.")
    return () if _.language == "en" else (Paragraph(words(about)),)


def _step(step: Step, _: Speech) -> Iterator[Passage]:
    asked = _.ngettext("{count} approval needed.", "{count} approvals needed.", step.quorum).format(count=step.quorum)
    question = f"{spoken(step.question, _)} {asked}".strip()
    yield Passage((Heading(3, words(spoken(step.title, _) or step.id)), Paragraph(words(question))))


def _vote(dossier: Dossier, number: int, signed: Signed, _: Speech) -> Passage:
    decision, record = signed.decision, decision_file(number)
    told = facts(
        (_("Person"), person_name(dossier, decision.person)),
        (_("On behalf of"), person_name(dossier, decision.behalf) if decision.behalf else ""),
        (_("Decision"), decision_name(decision.kind, _)),
        (_("Statement"), meaning(decision.kind, _)),
        (_("Reason"), lines(decision.reason.splitlines())),
        (_("At"), moment(decision.at, _)),
        (_("Signed with key"), signed.signature.key),
        (_("Record and signature"), f"{record}, {signature_file(record)}"),
    )
    return Passage((Container("keep", ((told,),)),))
