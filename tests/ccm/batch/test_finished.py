"""What can be done with a finished run: verify, repair, retry."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ccm.batch.repair import repair
from ccm.batch.retry import retry
from ccm.batch.run import RunResult, resume, run
from ccm.batch.status import status
from ccm.batch.verify import verify
from content_blocks.problem import Refused
from tests.ccm.batch.samples import folder_hash, job, lines, people, prepare, write_records

QUARANTINED = 4


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with data and a finished run: six rows done, four quarantined, one of them without an id.

    `other` is another run of the same data.
    """
    folder = tmp_path_factory.mktemp("finished")
    records = people(["C-0", "C-1", "C-2", "nophone-1", "C-4", "C-5", "C-1", "C-7", "C-8", "C-9"])
    del records[8]["name"]
    del records[9]["id"]
    data = write_records(folder / "people.jsonl", records)
    run(folder / "out", [data], job(), workers=1)
    run(folder / "other", [data], job(greeting="Dear"), workers=1)
    return folder


@pytest.fixture
def out(finished: Path, tmp_path: Path) -> Path:
    """A copy of the run, to be damaged; its input stays where it was."""
    return Path(shutil.copytree(finished / "out", tmp_path / "out"))


def change(name: str, old: str, new: str) -> Callable[[Path], object]:
    """Replace text in a file."""
    return lambda out: (out / name).write_text((out / name).read_text().replace(old, new, 1))


def cut_off(name: str) -> Callable[[Path], object]:
    """Take the last line away."""
    return lambda out: (out / name).write_text("".join((out / name).read_text().splitlines(keepends=True)[:-1]))


def forge(out: Path) -> None:
    """Change a message and its hash in the manifest."""
    message = out / "sms/C-1.json"
    before = lines(out / "manifest.jsonl")
    message.write_text("{}")
    sha256 = next(line["sha256"] for line in before if line.get("file") == "sms/C-1.json")
    change("manifest.jsonl", sha256, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")(out)


def link_out(out: Path) -> None:
    """Put a link to the very same message in its place."""
    (out / "sms/C-2.json").rename(out.parent / "elsewhere.json")
    (out / "sms/C-2.json").symlink_to(out.parent / "elsewhere.json")


def link_folder_out(out: Path) -> None:
    """Put a link to a folder with the very same messages in its place."""
    (out / "sms").rename(out.parent / "elsewhere")
    (out / "sms").symlink_to(out.parent / "elsewhere")


def pipe(out: Path) -> None:
    """Put a pipe in place of a message: whoever opens it waits for a writer."""
    (out / "sms/C-2.json").unlink()
    os.mkfifo(out / "sms/C-2.json")


def exchange(out: Path) -> None:
    """Exchange two messages."""
    one, other = (out / f"sms/C-{number}.json" for number in (1, 2))
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)


def exchange_lines(first: int) -> Callable[[Path], object]:
    """Exchange two lines of the manifest that follow each other."""

    def do(out: Path) -> None:
        found = (out / "manifest.jsonl").read_text().splitlines(keepends=True)
        found[first : first + 2] = reversed(found[first : first + 2])
        (out / "manifest.jsonl").write_text("".join(found))

    return do


def copy_line(number: int, count: int) -> Callable[[Path], object]:
    """Have a line of the manifest so many times."""

    def do(out: Path) -> None:
        found = (out / "manifest.jsonl").read_text().splitlines(keepends=True)
        found[number : number + 1] = found[number : number + 1] * count
        (out / "manifest.jsonl").write_text("".join(found))

    return do


DAMAGES: dict[str, tuple[Callable[[Path], object], list[tuple[str, str]]]] = {
    "message changed": (change("email/C-1.eml", "Hello", "HELLO"), [("email/C-1.eml", "file-differs")]),
    "message gone": (lambda out: (out / "sms/C-2.json").unlink(), [("sms/C-2.json", "file-missing")]),
    "all mails gone": (
        lambda out: shutil.rmtree(out / "email"),
        [(f"email/C-{n}.eml", "file-missing") for n in (0, 1, 2, 4, 5, 7)],
    ),
    "message added": (lambda out: (out / "sms/C-99.json").touch(), [("sms/C-99.json", "file-extra")]),
    "message swapped": (
        lambda out: (out / "sms/C-2.json").rename(out / "sms/C-3.json"),
        [("sms/C-2.json", "file-missing"), ("sms/C-3.json", "file-extra")],
    ),
    "messages exchanged": (exchange, [("sms/C-1.json", "file-differs"), ("sms/C-2.json", "file-differs")]),
    "line edited": (
        change("manifest.jsonl", '"segments":1', '"segments":2'),
        [("certificate.json", "certificate-differs")],
    ),
    "line dropped": (
        copy_line(0, 0),
        [("email/C-0.eml", "file-extra"), *[("certificate.json", "certificate-differs")] * 4],
    ),
    "line twice": (
        copy_line(0, 2),
        [("manifest.jsonl", "row-channel-twice"), *[("certificate.json", "certificate-differs")] * 4],
    ),
    "lines of a row exchanged": (exchange_lines(0), [("certificate.json", "certificate-differs")]),
    "lines of two rows exchanged": (exchange_lines(1), [("manifest.jsonl", "manifest-row-missing")]),
    "root edited": (
        change("certificate.json", '"merkle_root": "', '"merkle_root": "0'),
        [("certificate.json", "certificate-differs"), ("seal.json", "seal-differs")],
    ),
    "link in place of a message": (link_out, [("sms/C-2.json", "file-differs")]),
    "link in place of a folder": (link_folder_out, [("sms", "file-extra")]),
    "pipe in place of a message": (pipe, [("sms/C-2.json", "file-differs")]),
    "manifest without its end": (
        lambda out: (out / "manifest.jsonl").write_text((out / "manifest.jsonl").read_text()[:-1]),
        [("manifest.jsonl line 17", "run-file-damaged")],
    ),
    "manifest no text": (
        lambda out: (out / "manifest.jsonl").write_bytes(b"\xff\n"),
        [("manifest.jsonl", "run-file-damaged")],
    ),
    "file beside": (lambda out: (out / "notes.txt").touch(), [("notes.txt", "file-extra")]),
    "message and manifest": (forge, [("certificate.json", "certificate-differs")]),
    "count changed": (
        change("certificate.json", '"done": 6', '"done": 7'),
        [("certificate.json", "certificate-differs"), ("seal.json", "seal-differs")],
    ),
    "run changed": (change("run.json", "2026-01-31", "2026-02-28"), [("certificate.json", "certificate-differs")] * 2),
    "manifest cut off": (
        cut_off("manifest.jsonl"),
        [
            ("manifest.jsonl", "rows-uneven"),
            ("quarantine.jsonl", "quarantine-differs"),
            *[("certificate.json", "certificate-differs")] * 5,
        ],
    ),
    "row out of the manifest": (
        change("manifest.jsonl", '{"row":2', '{"row":3'),
        [("manifest.jsonl", "manifest-row-missing")],
    ),
    "reason out of the list": (
        cut_off("quarantine.jsonl"),
        [("quarantine.jsonl", "quarantine-differs"), ("certificate.json", "certificate-differs")],
    ),
    "manifest points outside": (
        change("manifest.jsonl", "sms/C-1", "../C-1"),
        [("manifest.jsonl line 4", "run-file-damaged")],
    ),
    "manifest gone": (lambda out: (out / "manifest.jsonl").unlink(), [("manifest.jsonl", "run-file-missing")]),
    "seal gone": (lambda out: (out / "seal.json").unlink(), [("seal.json", "run-file-missing")]),
    "certificate gone": (lambda out: (out / "certificate.json").unlink(), [("out", "run-unfinished")]),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_verify_reports_every_deviation(damage: str, out: Path) -> None:
    assert verify(out) == []
    do, expected = DAMAGES[damage]
    do(out)
    found = [(problem.where, problem.code) for problem in verify(out)]
    assert [item for item in expected if item not in found] == []
    assert {code for _, code in found} == {code for _, code in expected}


def test_a_certificate_of_another_run_is_found(finished: Path, out: Path) -> None:
    shutil.copy(finished / "other" / "certificate.json", out)
    found = {(problem.where, problem.code, problem.params.get("what")) for problem in verify(out)}
    assert {("seal.json", "seal-differs", None), ("certificate.json", "certificate-differs", "run")} < found
    shutil.copy(finished / "other" / "seal.json", out)
    assert ("certificate.json", "certificate-differs", "manifest.merkle_root") in {
        (problem.where, problem.code, problem.params.get("what")) for problem in verify(out)
    }


def test_repair_makes_missing_and_changed_files_again_byte_for_byte(out: Path) -> None:
    before = folder_hash(out)
    assert repair(out, prepare, workers=1) == 0
    (out / "email/C-1.eml").write_text("changed")
    (out / "sms/C-2.json").unlink()
    shutil.rmtree(out / "push", ignore_errors=True)
    assert repair(out, prepare, workers=1) == 2
    assert folder_hash(out) == before
    assert verify(out) == []


def test_repair_puts_nothing_in_place_that_was_not_sealed(out: Path) -> None:
    (out / "email/C-1.eml").unlink()
    content = json.loads((out / "run.json").read_text())
    with pytest.raises(Refused) as refused:
        repair(out, lambda before: job(greeting="Dear", **before.settings))
    assert [problem.code for problem in refused.value.problems] == ["run-differs"]
    assert content == json.loads((out / "run.json").read_text())
    change("manifest.jsonl", "C-0", "C-X")(out)
    with pytest.raises(Refused) as refused:
        repair(out, prepare)
    assert {problem.code for problem in refused.value.problems} == {"certificate-differs"}
    assert not (out / "email/C-1.eml").exists()


def test_retry_adds_a_supplement_for_what_was_quarantined_and_leaves_the_run_alone(out: Path, tmp_path: Path) -> None:
    before = folder_hash(out)
    corrected = people(["C-0", "C-1", "C-2", "C-4", "C-5", "C-7", "C-8", "new-id"])
    data = write_records(tmp_path / "corrected.jsonl", corrected)
    assert retry(out, [data], prepare, workers=1) == RunResult(done=2, quarantined=0, skipped=0)
    added = out / "supplement-1"
    assert [line["id"] for line in lines(added / "manifest.jsonl") if line["channel"] == "sms"] == ["C-8", "new-id"]
    assert verify(out) == []
    assert {state.state for state in status(out).supplements.values()} == {"finished"}

    again = write_records(tmp_path / "again.jsonl", people(["nophone-1", "C-8"]))
    assert retry(out, [again], prepare, workers=1) == RunResult(done=0, quarantined=1, skipped=0)
    with pytest.raises(Refused) as refused:
        retry(out, [write_records(data, people(["C-8", "new-id"]))], prepare)
    assert [problem.code for problem in refused.value.problems] == ["nothing-to-retry"]
    assert verify(out) == []
    for number in (1, 2):
        shutil.rmtree(out / f"supplement-{number}")
    assert folder_hash(out) == before


def test_retry_takes_corrected_data_from_a_query_too(out: Path, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("id;given;family\nC-8;Ann;Bell\nC-1;Bob;Cole\n")
    sql = "SELECT id, given || ' ' || family AS name FROM names"
    assert retry(out, [tmp_path / "names.csv"], prepare, sql=sql, workers=1).done == 1
    assert (out / "supplement-1/input.jsonl").read_text() == '{"id":"C-8","name":"Ann Bell"}\n'
    assert verify(out) == []


def test_retry_refuses_customers_whom_the_run_has_never_seen(out: Path, tmp_path: Path) -> None:
    data = write_records(tmp_path / "corrected.jsonl", people(["C-8", "new-1", "new-2", "new-3"]))
    with pytest.raises(Refused) as refused:
        retry(out, [data], prepare)
    problem = refused.value.problems[0]
    assert (problem.code, problem.params) == ("ids-unknown", {"found": 3, "open": 2})


def test_a_supplement_is_verified_with_its_run(out: Path, tmp_path: Path) -> None:
    retry(out, [write_records(tmp_path / "corrected.jsonl", people(["C-8"]))], prepare, workers=1)
    (out / "supplement-1/sms/C-8.json").write_text("changed")
    assert [problem.where for problem in verify(out)] == ["supplement-1 sms/C-8.json"]
    assert repair(out / "supplement-1", prepare, workers=1) == 1
    assert verify(out) == []
    (out / "supplement-1/certificate.json").unlink()
    with pytest.raises(Refused) as refused:
        retry(out, [tmp_path / "corrected.jsonl"], prepare)
    assert [problem.code for problem in refused.value.problems] == ["run-unfinished"]
    assert resume(out / "supplement-1", prepare, workers=1).done == 1


def test_what_is_not_finished_is_neither_repaired_nor_retried(out: Path, tmp_path: Path) -> None:
    (out / "certificate.json").unlink()
    for use in (lambda: repair(out, prepare), lambda: retry(out, [], prepare)):
        with pytest.raises(Refused) as refused:
            use()
        assert [problem.code for problem in refused.value.problems] == ["run-unfinished"]
    with pytest.raises(Refused) as refused:
        verify(tmp_path / "nowhere")
    assert [problem.code for problem in refused.value.problems] == ["no-run-here"]
