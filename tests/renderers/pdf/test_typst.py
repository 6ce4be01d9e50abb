"""What only the volume engine does: data instead of a page, words given places to break, a folder of its own."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_blocks.parts import Run
from content_blocks.problem import Refused
from renderers.pdf import AttachedFile, taken_out
from renderers.pdf.typst import open_typst
from renderers.pdf.typst.breaking import BREAK, Ruler
from renderers.pdf.typst.engine import LONG, Press
from renderers.pdf.typst.running import collapsed
from renderers.pdf.typst.snapshot import HELD, Snapshot, clear_away
from renderers.pdf.typst.tokens import tokens
from tests.document_words import ASSETS
from tests.documents import BRANDS, letter, statement
from tests.renderers.pdf.printing import opened
from tests.verapdf import violations

INVOICE = AttachedFile("factur-x.xml", "<Rechnung>Größe</Rechnung>".encode(), "text/xml", "Invoice data", "Alternative")
WIDE, NARROW = 1.0, 0.25
RULER = Ruler({letter: WIDE if letter.isupper() else NARROW for letter in "abcXYZäÖ.,-"})


def test_files_are_attached_and_conform(tmp_path: Path) -> None:
    picture = AttachedFile("a.bin", bytes(range(256)), "application/octet-stream", "Everything a byte can be")
    content = opened("ahorn", "typst")(letter("de", "ahorn"), (INVOICE, picture)).content
    assert sorted(taken_out(content)) == sorted((file.name, file.content) for file in (INVOICE, picture))
    file = tmp_path / "attached.pdf"
    file.write_bytes(content)
    assert violations([file]) == []


def test_a_long_document_between_two_others_changes_nothing() -> None:
    press = opened("wieland", "typst")
    before = press(letter("de", "wieland"))
    assert press(statement("de", 600, "wieland")).measures["pages"] >= LONG
    assert press(letter("de", "wieland")) == before


def test_what_the_engine_finds_fault_with_is_told_without_a_recipient_s_words() -> None:
    brand = BRANDS["ahorn"]
    looks = tokens(brand)
    press = Press(Snapshot(brand, looks, ASSETS))
    with pytest.raises(Refused) as caught:
        press({"Max Mustermann": "Max Mustermann", "language": ["Max Mustermann", ""]})
    (problem,) = caught.value.problems
    assert (problem.where, problem.code) == ("pdf", "engine-complained")
    assert problem.params["wording"]
    assert "Max" not in str(problem.params)


def test_the_folder_is_read_only_and_gone_with_the_engine() -> None:
    snapshot = Snapshot(BRANDS["ahorn"], tokens(BRANDS["ahorn"]), ASSETS)
    folder = snapshot.folder
    assert {path.name for path in folder.glob("*.typ")} >= {"letter.typ"}
    assert all(path.stat().st_mode & 0o222 == 0 for path in folder.rglob("*"))
    snapshot.put("{}")
    assert [path.name for path in folder.rglob("*") if path.stat().st_mode & 0o222] == ["letter.json"]
    del snapshot
    gc.collect()
    assert not folder.exists()


KILLED = """
import os
from renderers.pdf.typst.snapshot import Snapshot
from renderers.pdf.typst.tokens import tokens
from tests.documents import BRANDS
snapshot = Snapshot(BRANDS["ahorn"], tokens(BRANDS["ahorn"]), {})
print(snapshot.folder, flush=True)
os._exit(9)
"""


def test_the_folder_of_a_killed_process_is_cleared_away_and_no_other() -> None:
    ours = Snapshot(BRANDS["ahorn"], tokens(BRANDS["ahorn"]), ASSETS)
    killed = Path(subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True).stdout.strip())
    clear_away()
    assert killed.exists(), "it could be somebody's who has just begun"
    for folder in (ours.folder, killed):
        os.utime(folder / HELD, (0, 0))
    clear_away()
    assert ours.folder.exists()
    assert not killed.exists()


def test_two_brands_have_folders_of_their_own() -> None:
    one, other = open_typst(BRANDS["ahorn"], ASSETS), open_typst(BRANDS["wieland"], ASSETS)
    assert one(letter("de", "ahorn")).content != other(letter("de", "wieland")).content


@given(st.text(st.sampled_from([*RULER.widths, " ", "\u00a0"]), max_size=60), st.integers(2, 20))
def test_a_broken_word_says_the_same_in_pieces_that_fit(text: str, room: int) -> None:
    fitted = RULER.fitted(text, room)
    assert fitted.replace(BREAK, "") == text
    for word in fitted.replace("-", " ").replace(BREAK, " ").split():
        assert sum(RULER.widths[letter] for letter in word) <= room


@given(st.text(st.sampled_from("ab-"), max_size=9))
def test_a_word_that_fits_is_left_alone(text: str) -> None:
    assert RULER.fitted(text, 10) == text


@given(st.lists(st.text(st.sampled_from("a \n\t"), max_size=5).map(Run) | st.just(Run("", atom="break")), max_size=6))
def test_white_space_is_what_a_reader_sees(runs: list[Run]) -> None:
    lines = "".join("\n" if run.atom else run.text for run in collapsed(tuple(runs))).split("\n")
    said = "".join("\0" if run.atom else run.text for run in runs).split("\0")
    assert lines == [" ".join(line.split()) for line in said]
