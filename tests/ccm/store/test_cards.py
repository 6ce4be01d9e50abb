"""Cards say what items say: every text of theirs, and nothing that is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ccm.store.cards import card, read_aloud
from content_blocks.template import Template
from content_blocks.text import Text
from content_blocks.yaml_source import read_yaml
from templates_store import loading
from templates_store.file_library import SHIPPED

TEMPLATES = sorted((SHIPPED / "templates").glob("*.yaml"))


def words(kind: str, file: Path) -> str:
    """What is searched of an item as it lies in a file."""
    content = json.dumps(dict(read_yaml(file.read_text(encoding="utf-8")).content))
    return card(kind, file.stem, "1.0", "", "", "", content, 1).words  # type: ignore[arg-type]


def texts(file: Path) -> Iterator[Text]:
    """The texts of a template, as its model knows them."""
    template = loading.item_of("template", json.dumps(dict(read_yaml(file.read_text(encoding="utf-8")).content)))
    assert isinstance(template, Template)
    yield from (text for _, text in template.texts())
    for _, block in template.blocks():
        yield from (text for _, text in block.texts())


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda it: it.stem)
def test_every_text_of_a_template_is_found(file: Path) -> None:
    said = words("template", file)
    sources = [source for text in texts(file) for source in text.sources.values()]
    assert len(sources) > 20
    assert [it for it in sources if read_aloud(it).casefold() not in said] == []


def test_what_nobody_reads_is_not() -> None:
    said = words("template", SHIPPED / "templates" / "account-statement.yaml").split("\n")
    assert {"account.transactions", "pdf", "key_facts", "locked"}.isdisjoint(said)
    assert not any("account.closing < 0" in it for it in said)


def test_the_labels_of_what_a_clause_wants_to_know_are_texts() -> None:
    said = words("block", SHIPPED / "blocks" / "deposit-guarantee" / "1.0.yaml")
    assert "obergrenze" in said
    assert "einsig" in said  # the citation
    assert "compliance-retail" not in said
