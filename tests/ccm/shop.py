"""A small bank whose people type commands: its store, a folder to work in, and what a command says."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from ccm.cli import ccm
from ccm.store.passwords import set_password
from ccm.terminal import Exit
from content_blocks.problem_words import wording
from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from tests.ccm.store.entering import PASSWORD
from tests.ccm.store.world import TINY, World, world
from tests.folders import kept_folder

SIGN_IN = {"CCM_PASSWORD": PASSWORD}
SOONER = ("within two months", "within six weeks")
SOONER_IN_GERMAN = ("binnen zwei Monaten", "binnen sechs Wochen")


@dataclass
class Shop:
    """The bank, and a folder that its people type commands in."""

    bank: World
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    def run(self, *typed: str, by: str = "", **settings: str) -> Result:
        """A command, by somebody who signs in if it says who."""
        who = {"CCM_USER": by, **SIGN_IN} if by else {}
        return CliRunner(env={**self.settings, **who, **settings}).invoke(ccm, typed)

    def done(self, *typed: str, by: str = "", **settings: str) -> str:
        """What a command says that has to go well."""
        result = self.run(*typed, by=by, **settings)
        assert result.exit_code == Exit.DONE, result.output
        return result.stdout

    def data(self, *typed: str, by: str = "") -> Any:
        """What a command tells programs."""
        return json.loads(self.done(*typed, "--json", by=by))

    def refused(self, *typed: str, by: str = "", **settings: str) -> str:
        """The code of what a command refuses; it has to say it in words as well."""
        told = self.run(*typed, "--json", by=by, **settings)
        problem = json.loads(told.stdout)["problems"][0]
        spoken = self.run(*typed, by=by, **settings)
        assert (told.exit_code, spoken.exit_code) == (Exit.FAILED, Exit.FAILED)
        assert wording(problem["code"], problem["params"]).message in spoken.stderr
        return str(problem["code"])

    def in_german(self, *typed: str) -> str:
        """What the command says to somebody whose environment speaks German."""
        settings = {**self.settings, "LANGUAGE": "de", "COLUMNS": "160"}
        done = subprocess.run(
            [sys.executable, "-m", "ccm", *typed], env=settings, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout

    def draft(self, version: str = "1.1", **fields: Any) -> Path:
        """A library's folder with a new version of the clause in it, for nothing to be done with yet."""
        library = self.folder / f"draft-{version}"
        file = library / "blocks" / "notice" / f"{version}.yaml"
        file.parent.mkdir(parents=True)
        text = (TINY / "blocks" / "notice" / "1.0.yaml").read_text()
        for old, new in (SOONER, SOONER_IN_GERMAN):
            text = text.replace(old, new)
        file.write_text(write_yaml(stamp({**read_yaml(text).content, "version": version, **fields}, "en")))
        return library

    def submitted(self, version: str = "1.1", *options: str) -> dict[str, Any]:
        """A review of that version."""
        self.done("import", str(self.draft(version)), by="law")
        review: dict[str, Any] = self.data("review", "submit", "block/notice", *options, by="law")
        return review

    def approved(self, review: dict[str, Any]) -> dict[str, Any]:
        """The review when both reviewers have said yes."""
        seen = ("review", "approve", review["id"], "--subject", review["subject"])
        self.done(*seen, by="carl")
        after: dict[str, Any] = self.data(*seen, by="dora")
        return after


@cache
def ready() -> World:
    """The bank with passwords for all but a few, for each test to have a copy of."""
    bank = world("sqlite", kept_folder("shop"))
    set_password(bank.home, None, "ada", PASSWORD, bank.clock())
    for login in ("bob", "law", "carl", "dora"):
        set_password(bank.home, bank.who("ada"), login, PASSWORD, bank.clock())
    bank.home.database.engine.dispose()
    return bank
