"""Nothing is kept under a name that leads out of a library's folder, whoever hands it in and however."""

from __future__ import annotations

from ccm.store.saving import Delivered, newest, save
from templates_store import loading
from templates_store.choose import Kind
from tests.ccm.store.entering import refusal
from tests.ccm.store.world import World

PERSONAS = ("../x/y", "letter/../y", "letter/..", "letter", "letter/a b", "letter/a\nb", "letter/a/b", "é/x")
OTHERS = ("..", "../x", "a/b", "A B", "é", "a\nb", "")
FILES = ("../../evil.sh", "/etc/evil", "fonts/../../x", ".hidden", "a/b/c.txt", "fonts\\x.ttf")


def test_names_are_plain_ones(small: World) -> None:
    tried: list[tuple[Kind, str]] = [("persona", name) for name in PERSONAS]
    tried += [(kind, name) for kind in ("theme", "asset") for name in OTHERS]
    found = {it: refusal(small.save, "law", *it, f"theme: {it[1]!r}") for it in tried}
    assert {it: code for it, code in found.items() if code != "item-name-form"} == {}


def test_files_beside_a_brand_stay_beside_it(small: World) -> None:
    with small.home.reading() as session:
        there = newest(session, small.home.organisation, "theme", "ahorn")
        assert there is not None
        text, files = loading.source_of(session, there), loading.files_of(session, there)
    for file in FILES:
        delivered = Delivered("theme", "ahorn", text + b"\n", {**files, file: b"x"})
        assert refusal(save, small.home, small.who("law"), delivered, now=small.clock()) == "file-name-form", file
