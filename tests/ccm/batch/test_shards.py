"""Whatever the rows are, and in whatever chunks and order they come about, the shards are the same."""

from __future__ import annotations

import tarfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm.batch import tar
from ccm.batch.folder import RunFolder
from ccm.batch.job import Made, RowResult, Skipped
from ccm.batch.journal import Journal
from ccm.batch.naming import Names
from ccm.batch.outcome import Outcome, Row, finished, quarantined
from ccm.batch.packing import pack, pack_leftovers, pack_rest
from ccm.batch.shards import located
from ccm.batch.spool import Spools
from content_blocks.document import ChannelName
from content_blocks.problem import Problem

CHANNELS: tuple[ChannelName, ...] = ("pdf", "email", "sms")
MESSAGES = st.dictionaries(st.sampled_from(CHANNELS), st.binary(max_size=1500), max_size=3)
ROWS = st.lists(st.one_of(st.none(), MESSAGES), min_size=1, max_size=30)
"""What each row came to: messages, or nothing because it was held back."""

Messages = dict[ChannelName, bytes] | None


def rows_of(contents: list[Messages], ids: list[str]) -> list[tuple[Outcome, list[bytes]]]:
    """Outcomes as a child would make them, with their messages."""
    made: list[tuple[Outcome, list[bytes]]] = []
    with closing(Names()) as names:
        for number, (messages, record_id) in enumerate(zip(contents, ids, strict=True), start=1):
            if messages is None:
                made.append((quarantined(number, record_id, [Problem("", "document-failed")]), []))
                continue
            stem = names.give(record_id)
            assert stem is not None
            result: RowResult = [Made(channel, ".bin", content) for channel, content in messages.items()]
            row = Row(number, record_id, stem, None)
            made.append((finished(row, result or [Skipped("pdf")]), list(messages.values())))
    return made


def shards_of(chunks: list[list[tuple[Outcome, list[bytes]]]], rows: int, killed: bool) -> dict[str, bytes]:
    """The shards of rows that come about in these chunks, with a kill after each commit or without."""
    with TemporaryDirectory() as place:
        folder = RunFolder(Path(place))
        folder.prepare()
        for chunk in chunks:
            with closing(Journal(folder.journal)) as journal:
                pack_leftovers(folder, journal, rows)
                with closing(Spools(folder.parts, rows)) as spools:
                    outcomes = [
                        spools.lay(outcome, contents) if outcome.kind == "done" else outcome
                        for outcome, contents in chunk
                    ]
                journal.append(outcomes)
                if not killed:
                    pack(folder, journal, rows, outcomes)
        with closing(Journal(folder.journal)) as journal:
            pack_leftovers(folder, journal, rows)
            pack_rest(folder, journal)
            check(folder, located(journal, rows))
        assert list(folder.parts.iterdir()) == []
        return {str(path.relative_to(place)): path.read_bytes() for path in Path(place).glob("*/*.tar")}


def check(folder: RunFolder, outcomes: object) -> None:
    """Each line says where its message is."""
    assert hasattr(outcomes, "__iter__")
    for outcome in outcomes:
        for line in outcome.messages():
            content = (folder.path / line["shard"]).read_bytes()[line["offset"] :][: line["bytes"]]
            assert sha256(content).hexdigest() == line["sha256"]


@given(data=st.data(), contents=ROWS, rows=st.integers(1, 12), killed=st.booleans())
def test_shards_depend_on_the_rows_alone(
    data: st.DataObject, contents: list[Messages], rows: int, killed: bool
) -> None:
    ids = data.draw(
        st.lists(st.text(min_size=1, max_size=40), min_size=len(contents), max_size=len(contents), unique=True)
    )
    made = rows_of(contents, ids)
    cuts = sorted(data.draw(st.sets(st.integers(1, len(made)), max_size=8)))
    chunks = [made[start:end] for start, end in zip([0, *cuts], [*cuts, len(made)], strict=True) if start < end]
    shuffled = data.draw(st.permutations(chunks))
    expected = shards_of([made], rows, killed=False)
    assert shards_of(shuffled, rows, killed) == expected


@pytest.mark.parametrize("length", [1, 86, 87, 88, 96, 97, 98, 99, 100, 101, 120, 200, 1000])
@pytest.mark.parametrize("size", [0, 1, 511, 512, 513, 100_000])
def test_any_name_and_size_is_read_by_the_standard_library(length: int, size: int, tmp_path: Path) -> None:
    name, content = "n" * length, bytes([7]) * size
    whole = tar.head(name, size) + content + tar.padding(size) + tar.head("next", 1) + b"x" + tar.padding(1) + tar.END
    (tmp_path / "a.tar").write_bytes(whole)
    with tarfile.open(tmp_path / "a.tar") as archive:
        first, second = archive.getmembers()
        file = archive.extractfile(first)
        assert file is not None
        assert (first.name, file.read(), second.name) == (name, content, "next")
