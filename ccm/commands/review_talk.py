"""`ccm review comment|comments|since`: what people say about a review or a draft, and what is new to somebody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from approvals.comments import CommentEntry
from approvals.record import instant
from ccm.commands.acting import SIGNING_IN, acts
from ccm.commands.frame import Command, example, paragraphs
from ccm.commands.options import AS_JSON
from ccm.commands.review_look import REVIEW
from ccm.commands.reviewed import moment
from ccm.commands.things import Thing, ThingName
from ccm.dossier.names import decision_name
from ccm.store.actor import Actor
from ccm.store.commenting import Pinned, comment, reopen, reply, resolve, threads_about
from ccm.store.home import Home, open_home
from ccm.store.looking import ItemSince, Since, looked, since_last_look
from ccm.store.reviews import filed, names_of
from ccm.store.spoken_of import Spot
from ccm.terminal import print_json
from ccm.words import Speech, _, user_language
from content_blocks.redline import as_data, as_text

THING = click.argument("thing", metavar=_("REVIEW"))
THREAD = {"reply": reply, "resolve": resolve, "reopen": reopen}


@click.command(
    "comment",
    cls=Command,
    help=paragraphs(
        _("Say something about a review, or about words in what it changes."),
        _(
            "REVIEW is a review, or KIND/NAME for a draft. With --block the comment is pinned to that block, with "
            "--field and --language to one of its texts, with --quote to words in it; they are found again after edits."
        ),
        SIGNING_IN,
        _("Exit codes: 0 said, 1 refused, 2 wrong usage."),
    ),
    epilog=example(
        "ccm review comment r-0123456789 'Working days?' --block opening --field text --language en --as dilek",
        "ccm review comment r-0123456789 --resolve c-0123456789 --as dilek",
    ),
)
@THING
@click.argument("words", metavar=_("[TEXT]"), default="")
@click.option("--in", "item", metavar=_("KIND/NAME"), type=ThingName(), help=_("The item, if there are several."))
@click.option("--block", metavar="ID", default="", help=_("A block of the item."))
@click.option("--field", metavar=_("FIELD"), default="", help=_("A field of the block or, without --block, the item."))
@click.option("--language", metavar=_("LANGUAGE"), default="", help=_("The language of the text."))
@click.option("--quote", metavar=_("TEXT"), default="", help=_("The very words, as the file has them."))
@click.option("--reply", metavar=_("THREAD"), help=_("Go on with what somebody said."))
@click.option("--resolve", metavar=_("THREAD"), help=_("Say that it is dealt with."))
@click.option("--reopen", metavar=_("THREAD"), help=_("Say that it is not, after all."))
@AS_JSON
@acts
def comment_on(home: Home, by: Actor, thing: str, words: str, as_json: bool, **said: Any) -> None:
    """One thing at a time."""
    answers = {how: said[how] for how in THREAD if said[how]}
    place = {name: said[name] for name in ("item", "block", "field", "language", "quote") if said[name]}
    if len(answers) + bool(place) > 1:
        raise click.UsageError(_("Give either a place, --reply, --resolve or --reopen."))
    if answers:
        ((how, thread),) = answers.items()
        name = THREAD[how](home, by, thread, words)
    else:
        thread = name = comment(home, by, _thing(thing), words, _spot(home, thing, **place) if place else None)
    if as_json:
        print_json({"comment": name, "thread": thread})
        return
    click.echo(_("Comment {id}").format(id=name))


@click.command(
    "comments",
    cls=Command,
    help=paragraphs(
        _("Show what was said about a review or draft, and where its words are now."),
        _("Exit codes: 0 shown, 1 there is no such review or draft."),
    ),
    epilog=example("ccm review comments r-0123456789", "ccm review comments block/complaints"),
)
@THING
@AS_JSON
def comments_on(thing: str, as_json: bool) -> None:
    """In the order in which they began."""
    home = open_home()
    with home.reading() as session:
        found = threads_about(session, home.organisation, _thing(thing))
        names = names_of(session, home.organisation)
    if as_json:
        print_json([_thread_data(it, names) for it in found])
        return
    if not found:
        click.echo(_("Nobody has said anything yet."))
    for it in found:
        state = _("open") if it.thread.open else _("resolved")
        click.echo(" · ".join(filter(None, (it.thread.id, state, _about(it)))))
        for entry in it.thread.entries:
            click.echo(f"  {_said(entry, names)}")


@click.command(
    "since",
    cls=Command,
    help=paragraphs(
        _("Show what changed in a review since you looked last, and note it as seen."),
        _(
            "Where a review was rejected and the same submitted again, that is what is new against what you saw then: "
            "words, comments of others, decisions and opinions. Of what you never saw it is all of it."
        ),
        SIGNING_IN,
        _("Exit codes: 0 shown, 1 refused, 2 wrong usage."),
    ),
    epilog=example("ccm review since r-0123456789 --as dilek"),
)
@REVIEW
@AS_JSON
@acts
def since(home: Home, by: Actor, review: str, as_json: bool) -> None:
    """The look is noted after everything was shown."""
    found = since_last_look(home, by, review)
    with home.reading() as session:
        names = names_of(session, home.organisation)
    if as_json:
        print_json(_since_data(found, names))
    else:
        for line in _since_lines(found, names):
            click.echo(line)
    looked(home, by, review)


def _thing(name: str) -> str:
    return name if "/" in name else f"review/{name}"


def _spot(home: Home, thing: str, item: Thing | None = None, **place: str) -> Spot:
    """The place that is meant; without an item that of the only one."""
    kind, name = item or _only_item(home, thing)
    block, field, language, quote = (place.get(it, "") for it in ("block", "field", "language", "quote"))
    return Spot(kind, name, block, field, language, quote)


def _only_item(home: Home, thing: str) -> Thing:
    """The draft itself, or the one item of a review; a usage error where there are several."""
    if "/" in thing:
        found: Thing = ThingName().convert(thing, None, None)
        return found
    with home.reading() as session:
        items = {Thing(it.kind, it.name) for it in filed(session, home.organisation, thing).items}  # type: ignore[arg-type]
    if len(items) != 1:
        raise click.UsageError(_("Say in which item, with --in KIND/NAME."))
    return items.pop()


def _about(found: Pinned) -> str:
    """The place of a thread in words: what it is pinned to, and what stands there now."""
    pin = found.thread.pin
    if pin is None:
        return ""
    where = " ".join(filter(None, (pin.item, pin.block, pin.field, pin.language)))
    if found.place is None:
        return _("{where}: “{words}”, which is gone").format(where=where, words=pin.quote)
    if not pin.quote:
        return where
    now = (found.text or "")[found.place.start : found.place.end]
    if now == pin.quote:
        return f"{where}: “{now}”"
    return _("{where}: “{words}”, now “{now}”").format(where=where, words=pin.quote, now=now)


def _said(entry: CommentEntry, names: Mapping[str, str]) -> str:
    did = {"said": "", "resolved": _("resolved"), "reopened": _("reopened")}[entry.kind]
    return f"{moment(entry.at)} {names[entry.person]}: {' '.join(filter(None, (did, entry.words)))}"


def _thread_data(found: Pinned, names: Mapping[str, str]) -> dict[str, Any]:
    pin, place = found.thread.pin, found.place
    return {
        "thread": found.thread.id,
        "open": found.thread.open,
        "pin": {name: getattr(pin, name) for name in ("item", "block", "field", "language", "quote")} if pin else None,
        "place": {"start": place.start, "end": place.end, "found": place.found} if place else None,
        "entries": [_entry_data(entry, names) for entry in found.thread.entries],
    }


def _entry_data(entry: CommentEntry, names: Mapping[str, str]) -> dict[str, str]:
    said = {"comment": entry.id, "thread": entry.thread, "kind": entry.kind, "words": entry.words}
    return {**said, "person": names[entry.person], "at": instant(entry.at)}


def _since_lines(found: Since, names: Mapping[str, str]) -> list[str]:
    looked_at = _("You looked last at {at}.").format(at=moment(found.at)) if found.at else _("You have not looked yet.")
    lines = [looked_at, *map(_item_line, found.items)]
    lines += [_said(entry, names) for entry in found.comments]
    for it in found.decisions:
        what = decision_name(it.kind, Speech(user_language()))
        lines.append(f"{moment(it.at)} {names[it.person]}: {what} {it.reason}".rstrip())
    lines += [f"{moment(it.at)} {it.guest}: {it.stance} {it.words}".rstrip() for it in found.opinions]
    return lines


def _item_line(item: ItemSince) -> str:
    if item.same:
        return _("{item}: as you have seen it.").format(item=f"{item.kind}/{item.name} {item.version}")
    if item.redline is None:
        return _("{item}: new, with its whole text.").format(item=f"{item.kind}/{item.name} {item.version}")
    return as_text(item.redline, user_language())


def _since_data(found: Since, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "at": instant(found.at) if found.at else None,
        "items": [
            {
                "kind": it.kind,
                "name": it.name,
                "version": it.version,
                "against": it.against,
                "redline": as_data(it.redline) if it.redline else None,
            }
            for it in found.items
        ],
        "comments": [_entry_data(it, names) for it in found.comments],
        "decisions": [
            {"kind": it.kind, "person": names[it.person], "at": instant(it.at), "reason": it.reason}
            for it in found.decisions
        ],
        "opinions": [
            {"guest": it.guest, "stance": it.stance, "words": it.words, "at": instant(it.at)} for it in found.opinions
        ],
    }
