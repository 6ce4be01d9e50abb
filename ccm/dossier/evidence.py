"""What the reviewers were shown: the checks, the redline, the whole text in every language, and the proofs."""

from __future__ import annotations

from collections.abc import Iterator

from ccm.dossier.model import Carried, Check, Dossier, Item, Proof
from ccm.dossier.names import Side, channel_name, kind_name, proof_file
from ccm.dossier.passage import Passage, facts, quoted
from ccm.words import Speech
from content_blocks.parts import Bullets, Container, Heading, PageBreak, Paragraph, Part, words
from content_blocks.problem_words import wording
from content_blocks.redline import Wording, redline_of_texts
from content_blocks.redline.as_parts import as_parts, legend, marked
from content_blocks.redline.phrases import title


def checked(dossier: Dossier, _: Speech) -> Iterator[Passage]:
    """What was looked at and what was found."""
    if dossier.checks:
        points = tuple(words(_finding(check, _)) for check in dossier.checks)
        yield Passage((Heading(2, words(_("What was checked"))), Bullets(points)))


def _finding(check: Check, _: Speech) -> str:
    if not check.problems:
        return _("{about}: nothing wrong was found.").format(about=check.about)
    said = (wording(problem.code, dict(problem.params), _.language).message for problem in check.problems)
    return f"{check.about}: {' '.join(said)}"


def changed(dossier: Dossier, _: Speech) -> Iterator[Passage]:
    """The redline of each item; of an item without one, that it is new."""
    yield _opening(_("What changed"))
    yield Passage((Paragraph(legend(_.language)),))
    for item in dossier.items:
        if item.redline is None:
            new = _("This is the first version; its whole text is new.")
            yield Passage((_title(item, _), Paragraph(words(new))))
        else:
            yield Passage((Heading(3, words(title(item.redline, _.language))),))
            yield from (Passage(parts, language) for language, parts in as_parts(item.redline, _.language))


def read(dossier: Dossier, _: Speech) -> Iterator[Passage]:
    """The whole text of every item, as it will read."""
    items = [item for item in dossier.items if item.reads]
    if items:
        yield _opening(_("How it reads"))
    for item in items:
        yield Passage((_title(item, _),))
        for language, text in filter(_says_something, item.reads):
            yield Passage((Paragraph(words(_("Language: {language}").format(language=language)), "small"),))
            yield Passage((quoted(text),), language)


def _says_something(said: tuple[str, str]) -> bool:
    return bool(said[1].strip())


def proved(dossier: Dossier, _: Speech) -> Iterator[Passage]:
    """What chosen test customers are sent, channel by channel."""
    if dossier.proofs:
        yield _opening(_("What customers are sent"))
        about = _("Made by the program that sends, for invented customers. The messages themselves are attached.")
        yield Passage((Paragraph(words(about)),))
    shown = ""
    for number, proof in enumerate(dossier.proofs, 1):
        heading = f"{proof.persona}: {proof.template}, {proof.language}, {proof.brand}"
        if heading != shown:
            yield Passage((Heading(3, words(heading)),))
        shown = heading
        yield from _proof(number, proof, _)


def _proof(number: int, proof: Proof, _: Speech) -> Iterator[Passage]:
    """One channel: the files, and what they say; where there was a message before, with the changes marked."""
    sides: dict[Side, Carried | None] = {"before": proof.before, "after": proof.after}
    files = {side: proof_file(number, proof, side) if carried else _("no message") for side, carried in sides.items()}
    told: tuple[Part, ...] = (
        Paragraph(words(channel_name(proof.channel, _)), "lead"),
        facts((_("File before"), files["before"]), (_("File after"), files["after"])),
    )
    yield Passage(told)
    before, after = (_text(carried) for carried in sides.values())
    if before == after and after:
        yield Passage((Paragraph(words(_("The text is the same as before.")), "small"),))
    if before and before != after:
        yield Passage(_marked(proof, before, after, _.language), proof.language)
    elif after:
        yield Passage((quoted(after),), proof.language)


def _text(carried: Carried | None) -> str:
    """What somebody reads, its lines ending in one way only."""
    return carried.text.replace("\r\n", "\n").strip() if carried else ""


def _marked(proof: Proof, before: str, after: str, language: str) -> tuple[Part, ...]:
    found = redline_of_texts({proof.channel: before}, {proof.channel: after}, proof.language)
    stretches = (each.stretches for each in found.differences() if isinstance(each, Wording))
    return tuple(Container("panel", ((Paragraph(marked(each, language)),),)) for each in stretches)


def _opening(text: str) -> Passage:
    """A section that begins on a page of its own."""
    return Passage((PageBreak(), Heading(2, words(text))))


def _title(item: Item, _: Speech) -> Heading:
    return Heading(3, words(f"{kind_name(item.kind, _)} {item.name}, {item.version}"))
