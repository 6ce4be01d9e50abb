"""What a change of a template counts as, block by block, with the lock that binds each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content_blocks.block import Block
from content_blocks.change_class.classes import NUMBERED, Change, Finding, change_of
from content_blocks.change_class.values import class_of_block, class_of_difference, meaning
from content_blocks.changes import Difference
from content_blocks.document import CHANNELS, FIXED_WORDING, REGIONS, ChannelName, LockMode
from content_blocks.expressions import Expression, unreachable
from content_blocks.lock_mode import ALLOWED, meet
from content_blocks.locks import Change as Operated
from content_blocks.locks import Standing, behind, changes, standings
from content_blocks.strictness import ChangeClass, strictest
from content_blocks.template import Template

_OF_THE_USE = frozenset({"with", "version", "hash", "follow"})
"""What a template decides about a clause, although its wording is locked: which version, and from which fields."""

_OF_THE_TEMPLATE: Mapping[str, ChangeClass] = {"dictionary": "data contract"}
"""What a template says about itself decides who gets it when; any of it is a rule but the name of its data."""

_LINES: Mapping[ChannelName, str] = {"sms": "sms", "push": "push_body"}
"""The message line that stands for the blocks' short forms in a channel."""

_FORMS = ("absent", "short", "rows", "full")


def template_change(before: Template, after: Template) -> Change:
    """What changed between two versions of a template."""
    return change_of(_findings(before, after))


def _findings(before: Template, after: Template) -> Iterator[Finding]:
    old, new = standings(before), standings(after)
    if before.version != after.version:
        yield Finding("version", NUMBERED)
    for change in changes(before, after):
        where = change.where if not change.inside or change.around else f"{change.where}.{change.inside}"
        mode = meet(change.mode, _binding(old[change.block])) if change.block in old else change.mode
        yield Finding(where.removeprefix("template."), _class_of(change, mode))
    for standing in (*_passed(old, new), *_never_shown(old, new), *_silenced(before, after, old)):
        yield Finding(standing.where, "regulated wording")
    if before.bilingual and after.bilingual:
        yield from (Finding(standing.where, "rule") for standing in _said_in_more_or_fewer_languages(old, new))


def _binding(standing: Standing) -> LockMode:
    """What binds a block.  Clauses are bound in any case: what they show is, however open their use."""
    return meet(standing.mode, "blanks") if standing.block.type == "clause" else standing.mode


def _class_of(change: Operated, mode: LockMode) -> ChangeClass:
    """Locked wording is regulated whatever is done to it, but for what the template may decide about its use."""
    if change.where == "template" and change.operation != "lock_mode":
        return _OF_THE_TEMPLATE.get(change.inside, "rule")
    match change.operation:
        case "lock_mode":
            bound = {change.before, change.after} & FIXED_WORDING
            return "regulated wording" if bound else "rule"
        case "condition" if change.around or change.inside in _OF_THE_USE:
            return _class_of_open(change)
        case "channel_form" if not _hides(change):
            return "rule"
    if mode in FIXED_WORDING and change.operation not in ALLOWED[mode]:
        return "regulated wording"
    return _class_of_open(change)


def _class_of_open(change: Operated) -> ChangeClass:
    match change.operation, change.before, change.after:
        case ("add", None, tuple() as blocks) | ("remove", tuple() as blocks, None) if not change.inside:
            return strictest(_class_of_coming(block) for block in blocks)
        case "move", Standing() as old, Standing() as new:
            if _decided_by(old) != _decided_by(new):
                return "rule"
            return "layout" if _spoken_for_by(old) == _spoken_for_by(new) else "business wording"
    return class_of_difference(Difference(change.inside, change.operation, change.before, change.after))


def _class_of_coming(block: Block) -> ChangeClass:
    """A block that comes or goes: locked wording is regulated from its first day to its last."""
    fixed = block.type == "clause" or (block.type != "slot" and block.lock in FIXED_WORDING)
    return "regulated wording" if fixed else class_of_block(block)


def _hides(change: Operated) -> bool:
    """Whether a channel has to carry less than before."""
    if change.inside == "mandatory":
        return not _demanding(change.before) <= _demanding(change.after)
    return any(_carried(change.after, channel) < _carried(change.before, channel) for channel in CHANNELS)


def _demanding(mandatory: object) -> set[str]:
    if isinstance(mandatory, tuple):
        return set(mandatory)
    return set(CHANNELS) if mandatory is True else set()


def _carried(forms: object, channel: ChannelName) -> tuple[int, int]:
    """How much of a block a channel carries, comparable."""
    form = forms.get(channel) if isinstance(forms, Mapping) else None
    if form is None:
        return (_FORMS.index("full" if channel in ("pdf", "email") else "short"), 0)
    return (_FORMS.index(form.form), form.rows)


def _decided_by(standing: Standing) -> list[object]:
    """Everything around a block that decides whether, how often and in which channels it is shown."""
    return [
        deciding
        for block, _ in standing.ancestors
        if any(deciding := (*map(meaning, _expressions(block, *block.lists)), block.channels, block.mandatory))
    ]


def _spoken_for_by(standing: Standing) -> list[str]:
    """The blocks whose short form stands for this one in a message: what they contain has none of its own there."""
    return [block.id for block, _ in standing.ancestors if not block.wraps]


def _said_in_more_or_fewer_languages(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Standing]:
    """What moved into or out of the body of a bilingual template, of which only the body is said twice."""
    for name, standing in old.items():
        if name in new and (standing.region == "body") != (new[name].region == "body"):
            yield standing


def _silenced(before: Template, after: Template, old: Mapping[str, Standing]) -> Iterator[Standing]:
    """Locked wording whose short form a message line of its own now stands for; what is mandatory follows the line."""
    for channel, line in _LINES.items():
        if getattr(before.messages, line) is None and getattr(after.messages, line) is not None:
            for standing in _fixed(old):
                block = standing.block
                shown = _carried(block.channels, channel) > (_FORMS.index("absent"), 0)
                if not block.wraps and shown and channel not in _demanding(block.mandatory):
                    yield standing


def _expressions(block: Block, *more: str) -> list[Expression]:
    """The conditions of a block that are given, and more fields that hold expressions."""
    found = (getattr(block, name) for name in (*block.conditions, *more))
    return [value for value in found if isinstance(value, Expression)]


def _fixed(standings: Mapping[str, Standing]) -> Iterator[Standing]:
    return (standing for standing in standings.values() if _binding(standing) in FIXED_WORDING)


def _passed(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Standing]:
    """Locked wording that stands behind something it stood before, or before something it stood behind.

    The lock rule fixes only the order of locked blocks among themselves; but a notice behind the signature is no
    longer part of what is signed.
    """
    fixed = {standing.block.id for standing in _fixed(old)}
    for region in REGIONS:
        names = [n for n, standing in old.items() if n in new and standing.region == region == new[n].region]
        names = [name for name in names if old[name].place == new[name].place]
        after = [name for name in new if name in set(names)]
        was, now = behind(names, set(names)), behind(after, set(names))
        yield from (old[name] for name in names if name in fixed and was[name] != now[name])


def _never_shown(old: Mapping[str, Standing], new: Mapping[str, Standing]) -> Iterator[Standing]:
    """Locked wording under conditions that never hold any more: hidden without being touched."""
    for standing in _fixed(old):
        later = new.get(standing.block.id)
        if later and unreachable(_around(later)) and not unreachable(_around(standing)):
            yield standing


def _around(standing: Standing) -> list[Expression]:
    return [condition for block, _ in standing.ancestors for condition in _expressions(block)]
