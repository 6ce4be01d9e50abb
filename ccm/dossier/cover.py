"""The first page: what became of the review, and the versions it was about."""

from __future__ import annotations

from collections.abc import Iterator

from ccm.dossier.model import Bundle, Dossier
from ccm.dossier.names import certificate_name, change_name, decision_name, full_name, kind_name, person_name, spoken
from ccm.dossier.passage import Passage, day, facts, halves, hashed, lines, moment
from ccm.words import Speech
from content_blocks.parts import Cell, Column, Container, Heading, Paragraph, Table, words


def cover(dossier: Dossier, _: Speech) -> Iterator[Passage]:
    """The verdict and the facts of the review."""
    review = dossier.review
    title = (Paragraph(words(dossier.title)),) if dossier.title else ()
    yield Passage((Heading(1, words(certificate_name(dossier, _))), *title))
    said = ((Paragraph(words(verdict(dossier, _)), "lead"),),)
    yield Passage((Container("panel", said, "neutral" if dossier.state == "approved" else "warning"),))
    yield Passage(
        (
            facts(
                (_("Organisation"), dossier.organisation),
                (_("Review"), review.id),
                (_("Class of change"), change_name(review.change, _)),
                (_("Submitted by"), person_name(dossier, review.submitted_by)),
                (_("Submitted at"), moment(review.submitted_at, _)),
                (_("Written by"), lines(person_name(dossier, person) for person in sorted(review.authors))),
                (_("Decided by"), lines(_voices(dossier, _))),
                (_starts(dossier, _), day(dossier.start, _) if dossier.start else ""),
                (_("Only in"), dict(review.hashes).get("languages", "").replace(",", ", ")),
                (_("Subject (SHA-256)"), hashed(review.subject)),
                (
                    _("Audit log (RFC 6962)"),
                    lines([_("{size} entries under").format(size=dossier.head.size), *halves(dossier.head.root)]),
                ),
            ),
        )
    )


def _starts(dossier: Dossier, _: Speech) -> str:
    return _("In force from") if dossier.state == "approved" else _("Was to be in force from")


def _voices(dossier: Dossier, _: Speech) -> Iterator[str]:
    titles = {step.id: spoken(step.title, _) or step.id for step in dossier.review.steps}
    for signed in dossier.decisions:
        decision = signed.decision
        step = titles.get(decision.step or "", "")
        said = ", ".join(filter(None, (step, decision_name(decision.kind, _))))
        yield f"{full_name(dossier, decision.person)}: {said}"


def verdict(dossier: Dossier, _: Speech) -> str:
    """What became of the review, in a sentence or two."""
    ended = day(dossier.ended, _)
    match dossier.state:
        case "approved":
            start = _("In force from {day}.").format(day=day(dossier.start, _)) if dossier.start else ""
            return f"{_approved(dossier, _)} {start}".strip()
        case "rejected":
            return _("Rejected on {day}. Nothing of it may be sent.").format(day=ended)
        case "withdrawn":
            return _("Withdrawn on {day}. Nothing of it may be sent.").format(day=ended)
        case _open:
            return _("Not decided yet. Nothing of it may be sent.")


def _approved(dossier: Dossier, _: Speech) -> str:
    """How many approved; that they are others than those behind the change is said only where it is so."""
    review = dossier.review
    voters = {signed.decision.voter for signed in dossier.decisions if signed.decision.kind == "approved"}
    if voters & {review.submitted_by, *review.authors}:
        said = _.ngettext("Approved on {day} by {count} person.", "Approved on {day} by {count} people.", len(voters))
    else:
        said = _.ngettext(
            "Approved on {day} by {count} person who neither wrote nor submitted it.",
            "Approved on {day} by {count} people who neither wrote nor submitted it.",
            len(voters),
        )
    return said.format(day=day(dossier.ended, _), count=len(voters))


def covered(dossier: Dossier, _: Speech) -> Iterator[Passage]:
    """The items and bundles that the subject is a hash over."""
    about = _("The decisions are about exactly the versions whose hashes stand here, and about no others.")
    items = (_items(dossier, _),) if dossier.items else ()
    yield Passage((Heading(2, words(_("What was reviewed"))), Paragraph(words(about)), *items))
    if dossier.bundles:
        about = _("A bundle is all that decides the output of a template in one language under one brand.")
        yield Passage((Paragraph(words(about)), _bundles(dossier.bundles, _)))


def _items(dossier: Dossier, _: Speech) -> Table:
    columns = (
        Column(_("Kind"), width=32),
        Column(_("Name")),
        Column(_("Version"), width=18),
        Column(_("Hash (SHA-256)"), width=68),
    )
    rows = tuple((kind_name(item.kind, _), item.name, item.version, hashed(item.hash)) for item in dossier.items)
    return Table(_("What was reviewed"), columns, rows)


def _bundles(bundles: tuple[Bundle, ...], _: Speech) -> Table:
    columns = (
        Column(_("Bundle")),
        Column(_("Language"), width=18),
        Column(_("Brand"), width=24),
        Column(_("Hash (SHA-256)"), width=68),
    )
    return Table(_("Bundles"), columns, tuple(_bundle(bundle, _) for bundle in bundles))


def _bundle(bundle: Bundle, _: Speech) -> tuple[Cell, ...]:
    name = [f"{bundle.template} {bundle.version}"]
    name += [_("from {day}").format(day=day(bundle.day, _))] if bundle.day else []
    before = [_("before:"), *halves(bundle.before)] if bundle.before else []
    return lines(name), bundle.language, bundle.brand, lines([*halves(bundle.hash), *before])
