"""All attacks in one list, and the page that shows them to whoever wants to try them on an editor of their own."""

from __future__ import annotations

from collections.abc import Iterator

from tests.scale import FULL
from tests.web_editor.attacks.brought import BROUGHT
from tests.web_editor.attacks.calls import CALLED
from tests.web_editor.attacks.copied import COPIED
from tests.web_editor.attacks.forged import FORGED
from tests.web_editor.attacks.hands import BY_HAND
from tests.web_editor.attacks.mechanism import GUARDS, Mechanism
from tests.web_editor.attacks.tampering import TAMPERED
from tests.web_editor.attacks.transactions import SENT

IN_BROWSER = (*SENT, *TAMPERED, *BY_HAND)
AT_SERVER = (*FORGED, *BROUGHT, *COPIED, *CALLED)
CHAPTERS: tuple[tuple[str, str, tuple[Mechanism, ...]], ...] = (
    (
        "Transactions and states",
        "A script in the page finds the editor's view and sends transactions through it, or puts states into it.",
        SENT,
    ),
    ("The page", "A script or an extension changes elements and styles, or lays something over the words.", TAMPERED),
    ("Hands", "Keys, mouse, clipboard, dragging and input methods, as people use them.", BY_HAND),
    ("Forged documents", "A program sends documents to where the editor saves.", FORGED),
    ("Items past the editor", "Templates come in by the API, as an archive, or as a folder.", BROUGHT),
    ("Copies", "A new template begins as a copy, and what comes of it is changed before anybody approved it.", COPIED),
    ("Other saves", "Saves as other people, out of turn, and at the same time.", CALLED),
)
EVERY = 7
"""In `make test`, of so many attacks one is shown to succeed without its guards; in `make evidence` all are."""

HEAD = """# Attacks on locks

{count} mechanisms in {ways} ways, each tried on the editor as it ships and on its server. After each one three things
are compared with what they were before: the **document** in the editor, the **screen** (every locked block once, in
order, its words as they are, neither hidden nor covered; or else writing has stopped and the page says so), and the
**store**. With the guards on, nothing locked changes. With the guards it meets switched off, each attack succeeds:
one that would come to nothing anyway proves nothing.

`make test` tries each mechanism once, of those in a page every second, and every seventh without its guards; `make
evidence` tries everything. The tests are in `tests/web_editor/attacks/`. Guards are switched off there only: those of
the browser in a second script that the tests build from the same sources, those of the server by replacing a function
each. To try the list on an editor of your own, take the column *tries*; the scripts are in `transactions.js` and
`tampering.js` there.

A lock keeps wording, order, and what can hide it. It does not keep anybody from writing an open sentence beside it:
that is for the review to see.
"""

Tried = tuple[Mechanism, str]


def tried(mechanisms: tuple[Mechanism, ...]) -> list[Tried]:
    """Every way of all, or of each the first one."""
    ways = [(mechanism, name) for mechanism in mechanisms for name in mechanism.variants]
    return ways if FULL else [(mechanism, next(iter(mechanism.variants))) for mechanism in mechanisms]


def controls(mechanisms: tuple[Mechanism, ...]) -> list[Tried]:
    """Those that are shown to succeed without their guards."""
    return tried(mechanisms if FULL else mechanisms[::EVERY])


def called(it: object) -> str | None:
    """What a test of one is called."""
    return it.name if isinstance(it, Mechanism) else str(it)


def page() -> str:
    """The page of all attacks."""
    return "\n".join(_page())


def _page() -> Iterator[str]:
    everything = [mechanism for _, _, chapter in CHAPTERS for mechanism in chapter]
    yield HEAD.format(count=len(everything), ways=sum(len(mechanism.variants) for mechanism in everything))
    for title, words, chapter in CHAPTERS:
        yield f"## {title}\n\n{words}\n"
        yield "| mechanism | tries | ways | guards |\n| --- | --- | --- | --- |"
        for mechanism in chapter:
            name = mechanism.name.partition(": ")[2]
            yield f"| {name} | {mechanism.tries} | {', '.join(mechanism.variants)} | {', '.join(mechanism.guards)} |"
        yield ""
    yield "## Guards\n\n| guard | what it does |\n| --- | --- |"
    yield from (f"| {name} | {words} |" for name, words in GUARDS.items())
    yield ""
