"""The command line as its users meet it: help worth reading, and faults told in sentences with an exit code."""

from __future__ import annotations

import errno
import json
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from ccm.cli import ccm
from ccm.commands.frame import file_fault
from ccm.terminal import Exit
from ccm.words import user_language
from content_blocks.problem_words import wording
from tests.ccm.targets import exposed_library

STATEMENT = ["render", "account-statement", "--out", "out"]
RUN = ["batch", "run", "account-statement", "--out", "out"]


def commands(command: click.Command = ccm, name: str = "ccm") -> Iterator[tuple[str, click.Command]]:
    """Every command with its whole name."""
    yield name, command
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from commands(inner, f"{name} {inner.name}")


NAMED = dict(commands())


@pytest.mark.parametrize("name", NAMED)
def test_every_option_says_what_it_is_for(name: str) -> None:
    options = [option for option in NAMED[name].params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("name", NAMED)
def test_every_command_says_what_it_does_how_it_ends_and_gives_an_example(name: str) -> None:
    first, *_, exit_codes = (NAMED[name].help or "").split("\n\n")
    assert len(first) < 80
    assert "0 " in exit_codes
    assert name.partition(" ")[2] in (NAMED[name].epilog or "")


def examples() -> list[str]:
    lines = {line.strip() for command in NAMED.values() for line in (command.epilog or "").splitlines()}
    return sorted(line for line in lines if line.startswith("ccm "))


@pytest.mark.parametrize("typed", examples())
def test_examples_use_commands_and_options_that_exist(typed: str) -> None:
    words = shlex.split(typed)
    command = max((name for name in NAMED if f"{typed} ".startswith(f"{name} ")), key=len)
    known = {name for option in NAMED[command].params for name in option.opts}
    assert not isinstance(NAMED[command], click.Group)
    assert {word for word in words if word.startswith("-")} <= known


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what people mistake for input, to run commands in."""
    monkeypatch.chdir(tmp_path)
    files = {"broken.json": b"{", "list.json": b"[1]", "empty.json": b"{}", "empty.csv": b"", "binary": b"\xff\x00\x01"}
    files |= {"one.csv": b"customer.id\nK-1\n", "broken.yaml": b"a: [", "not-yaml.yaml": b"\xff\xfe"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ccm, arguments)


USAGE: list[tuple[list[str], str]] = [
    ([], "render"),
    (["batch"], "verify"),
    (["nosuch"], "nosuch"),
    (["batch", "nosuch"], "nosuch"),
    (STATEMENT, "--persona"),
    ([*STATEMENT, "--persona", "typical", "--record", "empty.json"], "--record"),
    ([*STATEMENT, "--persona", "typical", "--channel", "fax"], "'fax'"),
    ([*STATEMENT, "--persona", "typical", "--on", "2026-13-01"], "2026-13-01"),
    ([*STATEMENT, "--record", "nosuch.json"], "nosuch.json"),
    (["render", "account-statement", "--persona", "typical"], "--out"),
    (["render", "account-statement", "--persona", "typical", "--out", "one.csv"], "one.csv"),
    ([*RUN, "--data", "nosuch.csv"], "nosuch.csv"),
    ([*RUN, "--data", "one.csv", "--channel", "sms,fax"], "sms,fax"),
    ([*RUN, "--data", "one.csv", "--limit", "0"], "--limit"),
    ([*RUN, "--data", "one.csv", "--workers", "many"], "many"),
    (["batch", "verify", "nosuch"], "nosuch"),
    (["batch", "take-out", "."], "--id"),
    (["demo", "--customers", "1"], "--customers"),
]


@pytest.mark.parametrize(
    ("typed", "named"), USAGE, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_wrong_usage_is_named_and_ends_with_2(folder: Path, typed: list[str], named: str) -> None:
    result = run(*typed)
    assert result.exit_code == Exit.USAGE
    assert named in result.output
    assert list(folder.glob("out*")) == []


REFUSED: list[tuple[list[str], str, str]] = [
    (["render", "nosuch", "--out", "out", "--record", "empty.json"], "templates/nosuch.yaml", "item-unknown"),
    (["render", "nosuch", "--out", "out", "--persona", "typical"], "templates/nosuch.yaml", "item-unknown"),
    (["render", "broken.yaml", "--out", "out", "--record", "empty.json"], "broken.yaml:1", "yaml-syntax"),
    (["render", "not-yaml.yaml", "--out", "out", "--record", "empty.json"], "not-yaml.yaml", "file-not-utf-8"),
    ([*STATEMENT, "--persona", "nosuch"], "personas/account-statement", "persona-unknown"),
    ([*STATEMENT, "--persona", "../account-statement/typical"], "personas/account-statement", "persona-unknown"),
    ([*STATEMENT, "--persona", "typical", "--brand", "nosuch"], "account-statement.yaml", "brand-not-listed"),
    ([*STATEMENT, "--persona", "typical", "--language", "xx"], "account-statement.yaml", "language-not-listed"),
    ([*STATEMENT, "--persona", "typical", "--on", "2020-01-01"], "body.guarantee", "block-not-in-force"),
    ([*STATEMENT, "--record", "broken.json"], "broken.json", "record-not-json"),
    ([*STATEMENT, "--record", "list.json"], "list.json", "record-not-json"),
    ([*STATEMENT, "--record", "binary"], "binary", "record-not-json"),
    ([*STATEMENT, "--record", "empty.json"], "customer.id", "value-required"),
    (["render", "account-statement", "--persona", "typical", "--out", "one.csv/out"], "one.csv/out", "file-in-the-way"),
    ([*RUN, "--data", "empty.csv"], "empty.csv", "data-empty"),
    ([*RUN, "--data", "binary"], "binary", "file-format-unknown"),
    ([*RUN, "--data", "one.csv", "--data", "empty.csv"], "--data", "files-need-sql"),
    ([*RUN, "--data", "one.csv", "--sql", "SELEC"], "--sql", "query-failed"),
    (["batch", "run", "nosuch", "--data", "one.csv", "--out", "out"], "templates/nosuch.yaml", "item-unknown"),
    (["batch", "run", "account-statement", "--data", "one.csv", "--out", "one.csv/out"], "one.csv", "file-in-the-way"),
    (["batch", "status", "."], ".", "no-run-here"),
    (["batch", "resume", "."], ".", "no-run-here"),
    (["batch", "verify", "."], ".", "no-run-here"),
    (["batch", "repair", "."], ".", "no-run-here"),
    (["batch", "retry", ".", "--data", "one.csv"], ".", "no-run-here"),
    (["batch", "take-out", ".", "--id", "K-1"], ".", "no-run-here"),
    (["demo", "--out", "one.csv/out"], "one.csv/out", "file-in-the-way"),
]


@pytest.mark.parametrize(
    ("typed", "place", "code"), REFUSED, ids=lambda value: " ".join(value) if isinstance(value, list) else value
)
def test_what_cannot_be_used_is_told_and_ends_with_1(folder: Path, typed: list[str], place: str, code: str) -> None:
    result = run(*typed)
    message, _hint = wording(code, {}, user_language())
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == Exit.FAILED
    assert place in result.stderr
    assert message[:12] in result.stderr, result.stderr


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ([*STATEMENT, "--record", "empty.json"], "value-required"),
        ([*STATEMENT, "--persona", "nosuch"], "persona-unknown"),
        (["template", "show", "nosuch"], "item-unknown"),
        (["template", "test", "broken.yaml"], "yaml-syntax"),
        (["template", "check", "broken.yaml"], "yaml-syntax"),
    ],
    ids=" ".join,
)
def test_who_asks_for_json_gets_refusals_as_json(folder: Path, typed: list[str], code: str) -> None:
    result = run(*typed, "--json")
    told = json.loads(result.stdout)
    problems = told if isinstance(told, list) else told["problems"]
    assert (result.exit_code, result.stderr) == (Exit.FAILED, "")
    assert code in {problem["code"] for problem in problems}


LETTERS_ONLY = "owner: tests\nchannels: [pdf]\n"


@pytest.mark.parametrize("command", [["render", "--persona", "benign"], ["batch", "run", "--data", "none.jsonl"]])
def test_a_channel_that_the_class_does_not_allow_is_told(tmp_path: Path, command: list[str]) -> None:
    library = exposed_library(tmp_path / "library")
    kind = library / "classes/exposed.yaml"
    kind.write_text(kind.read_text().replace("owner: tests\n", LETTERS_ONLY))
    (tmp_path / "none.jsonl").write_text("")
    typed = [str(tmp_path / word) if word == "none.jsonl" else word for word in command]
    result = run(*typed, str(library / "templates/exposed.yaml"), "--channel", "push", "--out", str(tmp_path / "out"))
    assert result.exit_code == Exit.FAILED
    assert "classes/exposed.yaml" in result.stderr


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "file-not-allowed"),
        (errno.EROFS, "file-not-allowed"),
        (errno.ENOSPC, "disk-full"),
        (errno.ENOENT, "file-not-there"),
        (errno.ENOTDIR, "file-in-the-way"),
        (errno.EIO, "file-failed"),
    ],
)
def test_what_the_system_refuses_has_its_sentence(number: int, code: str) -> None:
    problem = file_fault(OSError(number, "said in whatever language", "run/pdf"))
    assert (problem.where, problem.code, problem.params) == ("run/pdf", code, {"reason": errno.errorcode[number]})


def test_a_fault_of_our_own_is_one_line_without_the_values_it_had() -> None:
    fault = "import sys; from ccm.commands.frame import tell_own_fault, file_fault; sys.excepthook = tell_own_fault; "
    done = subprocess.run(
        [sys.executable, "-c", fault + "file_fault('Frau Schneider')"], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert "AttributeError" in done.stderr
    assert "ccm/commands/frame.py:" in done.stderr
    assert "Schneider" not in done.stderr
    assert "Traceback" not in done.stderr
