"""Bundled runs: few large archives instead of a file for each message, and nothing else is different."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ccm.batch.repair import repair
from ccm.batch.retry import retry
from ccm.batch.run import RunResult, resume, run
from ccm.batch.snapshot import Options
from ccm.batch.status import status
from ccm.batch.take_out import take_out
from ccm.batch.verify import verify
from content_blocks.problem import Refused
from tests.ccm.batch.samples import folder_hash, job, lines, people, prepare, write_records

BUNDLED = Options(bundle=4)
LONG = "A-name-of-more-than-a-hundred-letters-" * 3


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data, and two finished runs of it: rows 1 to 4 and 5 to 8 are full shards, of 9 and 10 only one has an SMS."""
    folder = tmp_path_factory.mktemp("bundled")
    records = people(["C-1", "nophone-2", "Ümläut/../3", "C-4", LONG, "C-6", "C-1", "C-8", "nosms-9", "C-10"])
    data = write_records(folder / "people.jsonl", records)
    run(folder / "files", [data], job(), workers=1)
    run(folder / "out", [data], job(), options=BUNDLED, workers=1)
    return folder


@pytest.fixture
def out(finished: Path, tmp_path: Path) -> Path:
    """A copy of the bundled run, to be damaged; its input stays where it was."""
    return Path(shutil.copytree(finished / "out", tmp_path / "out"))


def codes(use: Callable[[], object]) -> list[str]:
    """What something is refused with."""
    with pytest.raises(Refused) as refused:
        use()
    return [problem.code for problem in refused.value.problems]


def messages(out: Path) -> dict[str, bytes]:
    """The messages of a run that is not bundled."""
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for path in out.glob("*/*.[ej]*")}


def test_a_bundled_run_holds_the_same_messages_in_a_few_archives(finished: Path) -> None:
    out = finished / "out"
    shards = sorted(str(path.relative_to(out)) for path in out.glob("*/*") if path.parent.name != ".state")
    assert shards == [f"{channel}/00000000{first}.tar" for channel in ("email", "sms") for first in (1, 5, 9)]
    unpacked = {}
    for shard in shards:
        with tarfile.open(out / shard) as archive:
            for member in archive:
                file = archive.extractfile(member)
                assert file is not None
                unpacked[member.name] = file.read()
    assert unpacked == messages(finished / "files")
    assert verify(out) == []
    assert [path.name for path in (out / ".state").iterdir()] == ["lock"]


def test_an_ordinary_tool_makes_files_of_shards(finished: Path, tmp_path: Path) -> None:
    for shard in (finished / "out").glob("*/*.tar"):
        done = subprocess.run(["tar", "-xf", shard, "-C", tmp_path], check=True, capture_output=True, text=True)
        assert (done.stdout, done.stderr) == ("", "")
    assert messages(tmp_path) == messages(finished / "files")


def test_the_manifest_says_beside_the_same_where_each_message_lies(finished: Path) -> None:
    bundled, plain = (lines(finished / name / "manifest.jsonl") for name in ("out", "files"))
    assert [{k: v for k, v in line.items() if k not in ("shard", "offset")} for line in bundled] == plain
    content = messages(finished / "files")
    for line in bundled:
        if line["outcome"] == "done":
            with (finished / "out" / line["shard"]).open("rb") as shard:
                shard.seek(line["offset"])
                assert shard.read(line["bytes"]) == content[line["file"]]
        else:
            assert "shard" not in line


def test_the_certificate_differs_in_run_and_root_only(finished: Path) -> None:
    bundled, plain = (json.loads((finished / name / "certificate.json").read_text()) for name in ("out", "files"))
    for certificate in (bundled, plain):
        del certificate["run"], certificate["manifest"]["merkle_root"]
    assert bundled == plain


def test_any_number_of_workers_writes_the_same_bytes(tmp_path: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", people(f"C-{n}" for n in range(400)))
    for workers in (1, 2, 4):
        result = run(tmp_path / f"out-{workers}", [data], job(), options=Options(bundle=150), workers=workers)
        assert result == RunResult(done=400, quarantined=0, skipped=0)
    assert len({folder_hash(tmp_path / f"out-{workers}") for workers in (1, 2, 4)}) == 1
    assert verify(tmp_path / "out-4") == []


def test_a_folder_stays_bundled_or_not(finished: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(finished / "out", tmp_path / "out"))
    before = folder_hash(out)
    (out / "certificate.json").unlink()
    for path in out.glob("*/*.tar"):
        path.unlink()
    assert codes(lambda: run(out, [finished / "people.jsonl"], job(), workers=1)) == ["run-differs"]
    assert resume(out, prepare, workers=1) == RunResult(done=8, quarantined=2, skipped=0)
    assert folder_hash(out) == before
    assert status(out).state == "finished"


def test_an_input_that_changes_under_a_bundled_run_leaves_nothing_of_itself(tmp_path: Path) -> None:
    data = write_records(tmp_path / "people.jsonl", people(["C-1", "nosms-2"]))
    before = data.read_text()
    other = "".join(json.dumps(record) + "\n" for record in people(["C-1", "C-2", "C-3", "C-4", "C-5", "C-6"]))

    def swap(*_: object) -> None:
        data.write_text(other)

    out = tmp_path / "out"
    assert codes(lambda: run(out, [data], job(), options=Options(bundle=1), workers=1, progress=swap)) == [
        "input-changed"
    ]
    data.write_text(before)
    assert resume(out, prepare, workers=1).done == 2
    assert verify(out) == []


def overwrite(name: str, at: int, content: bytes) -> Callable[[Path], object]:
    """Change bytes in a shard."""

    def do(out: Path) -> None:
        with (out / name).open("r+b") as file:
            file.seek(at)
            file.write(content)

    return do


def in_message(row: int, channel: str, content: bytes = b"?", before: int = 0) -> Callable[[Path], object]:
    """Change bytes of one message, or so many before it."""

    def do(out: Path) -> None:
        line = next(line for line in lines(out / "manifest.jsonl") if (line["row"], line["channel"]) == (row, channel))
        overwrite(line["shard"], line["offset"] - before, content)(out)

    return do


def swap_messages(out: Path) -> None:
    """Exchange two messages of one length with all that is around them."""
    path = out / "sms/000000001.tar"
    content = path.read_bytes()
    path.write_bytes(content[:1024] + content[1024 * 2 : 1024 * 3] + content[1024 : 1024 * 2] + content[1024 * 3 :])


def link(out: Path) -> None:
    """Put a link to the very same shard in its place."""
    (out / "sms/000000001.tar").rename(out.parent / "elsewhere.tar")
    (out / "sms/000000001.tar").symlink_to(out.parent / "elsewhere.tar")


def pipe(out: Path) -> None:
    """Put a pipe in place of a shard."""
    (out / "sms/000000001.tar").unlink()
    os.mkfifo(out / "sms/000000001.tar")


def append(name: str, content: bytes) -> Callable[[Path], object]:
    """Add to the end of a file."""
    return lambda out: (out / name).write_bytes((out / name).read_bytes() + content)


def cut(name: str, end: int) -> Callable[[Path], object]:
    """Take the end of a file away."""
    return lambda out: os.truncate(out / name, end)


FIRST_SMS = "sms/000000001.tar"
DAMAGES: dict[str, tuple[Callable[[Path], object], list[tuple[str, str]], int]] = {
    "message": (in_message(4, "email"), [("email/000000001.tar row 4", "message-differs")], 1),
    "message of a long name": (in_message(5, "sms"), [("sms/000000005.tar row 5", "message-differs")], 1),
    "name in its header": (in_message(4, "sms", b"x", 512 - 4), [(f"{FIRST_SMS} row 4", "message-differs")], 1),
    "long name in its record": (
        in_message(5, "sms", b"x", 512 * 2 - 30),
        [("sms/000000005.tar row 5", "message-differs")],
        1,
    ),
    "what fills its last block": (overwrite(FIRST_SMS, 1023, b"x"), [(f"{FIRST_SMS} row 1", "message-differs")], 1),
    "messages swapped": (swap_messages, [(f"{FIRST_SMS} row {row}", "message-differs") for row in (3, 4)], 2),
    "cut off within a message": (cut(FIRST_SMS, 1540), [(f"{FIRST_SMS} row 3", "message-differs")], 2),
    "emptied": (cut(FIRST_SMS, 0), [(f"{FIRST_SMS} row {row}", "message-differs") for row in (1, 3, 4)], 3),
    "cut off at its end": (cut(FIRST_SMS, 1024 * 3 + 512), [(FIRST_SMS, "file-differs")], 0),
    "something behind its end": (append(FIRST_SMS, b"x"), [(FIRST_SMS, "file-differs")], 0),
    "an archive behind its end": (append(FIRST_SMS, bytes(512)), [(FIRST_SMS, "file-differs")], 0),
    "gone": (lambda out: (out / FIRST_SMS).unlink(), [(FIRST_SMS, "file-missing")], 3),
    "all mails gone": (
        lambda out: shutil.rmtree(out / "email"),
        [(f"email/00000000{first}.tar", "file-missing") for first in (1, 5, 9)],
        8,
    ),
    "a link": (link, [(FIRST_SMS, "file-differs")], 3),
    "a pipe": (pipe, [(FIRST_SMS, "file-differs")], 3),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_named_by_row_and_repaired_byte_for_byte(damage: str, out: Path) -> None:
    before = folder_hash(out)
    do, expected, rows = DAMAGES[damage]
    do(out)
    found = [(problem.where, problem.code) for problem in verify(out)]
    assert [item for item in expected if item not in found] == []
    assert {code for _, code in found} <= {*(code for _, code in expected), "file-differs"}
    assert repair(out, prepare, workers=1) == rows
    assert folder_hash(out) == before
    assert verify(out) == []


def test_what_the_run_did_not_write_is_found(out: Path) -> None:
    (out / "sms/C-1.json").touch()
    (out / "sms/000000013.tar").touch()
    assert [(problem.where, problem.code) for problem in verify(out)] == [
        ("sms/000000013.tar", "file-extra"),
        ("sms/C-1.json", "file-extra"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"shard":"sms/000000001.tar"', '"shard":"sms/000000005.tar"'),
        ('"shard":"sms/000000001.tar"', '"shard":"sms/../../1.tar"'),
        ('"shard":"sms/000000001.tar"', '"shard":"email/000000001.tar"'),
        (',"shard":"sms/000000001.tar"', ""),
        ('"offset":512}', '"offset":-1}'),
        ('"offset":512}', '"offset":true}'),
        ('"offset":512}', f'"offset":{10**30}}}'),
        ('"offset":512}', '"offset":1024}'),
        ('"bytes":', '"bytes":9'),
        ('"bytes":', '"bytes":99999999999999999999999999999'),
    ],
)
def test_a_manifest_that_points_elsewhere_is_not_followed(old: str, new: str, out: Path) -> None:
    text = (out / "manifest.jsonl").read_text()
    assert old in text
    (out / "manifest.jsonl").write_text(text.replace(old, new, 1))
    assert verify(out)
    assert codes(lambda: repair(out, prepare))


def test_repair_with_another_job_changes_nothing(out: Path) -> None:
    in_message(4, "email")(out)
    before = folder_hash(out)
    assert codes(lambda: repair(out, lambda _: job(greeting="Dear"), workers=1)) == ["run-differs"]
    assert folder_hash(out) == before


def test_a_retry_of_a_bundled_run_is_bundled_too(out: Path, tmp_path: Path) -> None:
    before = folder_hash(out)
    data = write_records(tmp_path / "corrected.jsonl", people(["C-1", "new-2"]))
    assert retry(out, [data], prepare, workers=1) == RunResult(done=1, quarantined=0, skipped=0)
    added = out / "supplement-1"
    assert sorted(path.name for path in added.glob("*/*.tar")) == ["000000001.tar", "000000001.tar"]
    assert verify(out) == []
    assert take_out(out, "new-2", "email").content == b"Subject: Hello Person new-2\r\n\r\nHello Person new-2\r\n"
    in_message(1, "email")(added)
    assert [problem.where for problem in verify(out)] == ["supplement-1 email/000000001.tar row 1"]
    assert codes(lambda: take_out(out, "new-2", "email")) == ["message-differs"]
    shutil.rmtree(added)
    assert folder_hash(out) == before


@pytest.mark.parametrize("kind", ["files", "out"])
def test_a_message_is_taken_out_of_any_run(kind: str, finished: Path, tmp_path: Path) -> None:
    folder = finished / kind
    for record_id, name in (("C-1", "C-1"), ("Ümläut/../3", "%C3%9Cml%C3%A4ut%2F..%2F3"), ("C-10", "C-10")):
        taken = take_out(folder, record_id, "email")
        assert taken.content == (finished / "files/email" / f"{name}.eml").read_bytes()
    assert take_out(folder, "nosms-9").channel == "email"
    assert codes(lambda: take_out(folder, "C-1")) == ["message-of-several"]
    assert codes(lambda: take_out(folder, "C-1", "pdf")) == ["message-not-made"]
    assert codes(lambda: take_out(folder, "nosms-9", "sms")) == ["message-not-made"]
    assert codes(lambda: take_out(folder, "nophone-2")) == ["message-held-back"]
    assert codes(lambda: take_out(folder, "C-")) == ["message-unknown"]
    assert codes(lambda: take_out(tmp_path, "C-1")) == ["no-run-here"]
