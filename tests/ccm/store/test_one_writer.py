"""Decisions and publications have one writer each; everything else that approves goes through it."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from ccm.cli import ccm
from ccm.sample.approved import PEOPLE, approved_sample
from ccm.sample.exports import AS_OF
from ccm.store.auditing import export, verify
from ccm.store.home import Home
from templates_store.tables import METADATA
from tests.source import Module, modules

WRITERS = {
    "Decision": "ccm.store.deciding",
    "Publication": "ccm.store.publishing",
    "PublishedBundle": "ccm.store.publishing",
    "Review": "ccm.store.submitting",
    "Delegation": "ccm.store.lending",
    "Glass": "ccm.store.breaking_glass",
    "Retirement": "ccm.store.retiring",
    "Entry": "ccm.store.turn",
    "Head": "ccm.store.turn",
    "Revision": "ccm.store.saving",
    "Comment": "ccm.store.commenting",
    "GuestLink": "ccm.store.inviting",
    "Opinion": "ccm.store.inviting",
    "Look": "ccm.store.looking",
    "Webhook": "ccm.store.hooks",
    "WebhookSecret": "ccm.store.hooks",
    "Share": "ccm.store.sharing",
}
"""The one module that makes rows of each of these tables."""


FORGETTING = {
    "ccm.store.answering": {"delete"},
    "templates_store.database": {"delete"},
    "ccm.store.sessions": {"delete"},
    "ccm.store.attempts": {"delete"},
    "ccm.store.identities": {"delete"},
    "ccm.store.delivering": {"delete"},
    "ccm.store.sharing": {"delete"},
}
"""What may delete rows: answers that are no longer remembered, sessions that are over, old attempts to sign in, and
what is only known for a while about webhooks and share links."""


def made(module: Module) -> set[str]:
    """The tables of which a module makes rows, by the names they are imported under."""
    found = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("templates_store.tables")
        for alias in node.names
    }
    calls = (node.func for node in ast.walk(module.tree) if isinstance(node, ast.Call))
    return {found[call.id] for call in calls if isinstance(call, ast.Name) and call.id in found}


@pytest.mark.parametrize("table", WRITERS)
def test_rows_of_a_table_are_made_in_one_place(table: str) -> None:
    assert [module.name for module in modules() if table in made(module)] == [WRITERS[table]]


@pytest.mark.parametrize("module", modules("ccm", "templates_store", "web_editor"), ids=lambda module: module.name)
def test_no_module_writes_to_the_database_in_its_own_words(module: Module) -> None:
    """A statement of SQL in a text could write what no use case would; migrations and triggers are the exception."""
    if module.name.startswith(("templates_store.migrations", "templates_store.constraints", "templates_store.roles")):
        return
    texts = [
        node.value for node in ast.walk(module.tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    tables = "|".join(METADATA.tables)
    statement = re.compile(rf"\b(INSERT INTO|UPDATE|DELETE FROM)\s+\W?({tables})\b", re.IGNORECASE)
    assert [text for text in texts if statement.search(text)] == []
    taken = {name.rpartition(".")[2] for name in module.imports()} & {"insert", "update", "delete"}
    assert taken <= FORGETTING.get(module.name, set())


def test_the_demo_is_approved_by_its_people_as_everybody_approves(tmp_path: Path) -> None:
    store = approved_sample(tmp_path / "store", AS_OF)
    entries = [json.loads(line) for line in export(store.home)]
    whats = [entry["what"] for entry in entries]
    assert whats.count("decided") == 2
    assert whats.index("imported") < whats.index("submitted") < whats.index("decided") < whats.index("published")
    decided = [entry["person"] for entry in entries if entry["what"] == "decided"]
    submitted = next(entry for entry in entries if entry["what"] == "submitted")
    assert not {*decided} & {submitted["person"], *submitted["details"]["authors"]}
    assert whats.count("person-added") == len(PEOPLE)
    assert verify(store.home) == []


def test_the_demos_run_is_in_the_log(tmp_path: Path) -> None:
    result = CliRunner().invoke(ccm, ["demo", "--customers", "10", "--out", str(tmp_path)])
    assert result.exit_code == 0, result.output
    certificate = json.loads((tmp_path / "run" / "certificate.json").read_text())
    approved = certificate["approval"]["reviews"][0]["approved"]
    assert [(it["step"], it["by"]) for it in approved] == [("content", "dilek"), ("compliance", "emil")]
    entries = [json.loads(line) for line in export(home_of(tmp_path / "store"))]
    begun, certified = (next(it for it in entries if it["what"] == what) for what in ("run-begun", "run-certified"))
    assert begun["details"]["run"] == certified["details"]["run"] == certificate["run"]
    assert certified["details"]["manifest"] == certificate["manifest"]


def home_of(place: Path) -> Home:
    """The store in a folder."""
    from ccm.store.home import open_home

    return open_home({"CCM_HOME": str(place)})
